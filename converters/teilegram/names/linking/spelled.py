"""Strangers who are nobody else than a person of the authority in another spelling: `Count Rossoffkin`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from teilegram.model import Authority
from teilegram.names.lexicon import Candidate
from teilegram.names.linking.evidence import one
from teilegram.names.persons import Mention
from teilegram.names.variants.given import fits, given_names, initials_or_word
from teilegram.names.variants.spelling import plainly


def spelled(text: str, mentions: Iterable[Mention], authority: Authority) -> Iterator[Mention]:
    """Yield the mentions; strangers who can only be one person of the authority in another spelling are that person.

    Where the document names a stranger of that surname in full whose forename is another, it is the stranger.
    """
    everyone = list(mentions)
    full: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for m in everyone:
        surname, given = ("", ()) if m.candidates else parts(text, m)
        if given and (plain := plainly(surname)):
            full[plain].append(given)
    for m in everyone:
        yield (
            m
            if m.candidates or m.how not in ("", "names.apposed") or not m.parts
            else respelled(text, m, authority, full)
        )


def parts(text: str, m: Mention) -> tuple[str, tuple[str, ...]]:
    """Give the surname and the forenames and initials of a mention."""
    surname = ""
    given: tuple[str, ...] = ()
    for start, end, element in m.parts:
        if element == "forename":
            given += tuple(piece for word in text[start:end].split() for piece in initials_or_word(word))
        elif element == "surname":
            surname = surname or text[start:end]
    return surname, given


def respelled(text: str, m: Mention, authority: Authority, full: dict[str, list[tuple[str, ...]]]) -> Mention:
    """Give a stranger the candidate whom the spelling allows, or leave it a stranger."""
    surname, given = parts(text, m)
    index = of_spellings(authority)
    plain = plainly(surname)
    if plain not in index and surname.endswith("s"):
        plain = plainly(surname.removesuffix("s"))
    others = full.get(plain, [])
    fit = one(
        c
        for c in index.get(plain, ())
        if fits(given, given_names(c)) and all(fits(other, given_names(c)) for other in others)
    )
    known = {" ".join(c.name.part("surname")).casefold() for c in fit}
    return m if not fit or surname.casefold() in known else m._replace(candidates=fit, how="names.spelling")


@lru_cache(maxsize=8)
def of_spellings(authority: Authority) -> dict[str, tuple[Candidate, ...]]:
    """Give for every surname, spelt plainly, who has it."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for entity in authority.of("person"):
        for name in entity.names:
            for surname in name.part("surname"):
                if plain := plainly(surname):
                    found[plain].append(Candidate(entity, name, short=False))
    return {plain: tuple(who) for plain, who in found.items()}
