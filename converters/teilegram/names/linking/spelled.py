"""Strangers who are nobody else than a person of the authority in another spelling: `Count Golloffkin`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from teilegram.model import Authority
from teilegram.names.lexicon import Candidate
from teilegram.names.linking.evidence import one
from teilegram.names.persons import Mention, fits, given_names, initials_or_word
from teilegram.names.variants.spelling import plainly


def spelled(text: str, mentions: Iterable[Mention], authority: Authority) -> Iterator[Mention]:
    """Yield the mentions; a stranger with a title or a forename whose surname is one person's, spelt plainly, is that person."""
    for m in mentions:
        yield m if m.candidates or m.how or not m.parts else respelled(text, m, authority)


def respelled(text: str, m: Mention, authority: Authority) -> Mention:
    """Give a stranger the candidate whom the spelling allows, or leave it a stranger."""
    surname = next((text[a:b] for a, b, element in m.parts if element == "surname"), "")
    index = of_spellings(authority)
    found = index.get(plainly(surname), ()) or index.get(plainly(surname.removesuffix("s")), ())
    given = tuple(p for a, b, element in m.parts if element == "forename" for p in initials_or_word(text[a:b]))
    fit = one(c for c in found if fits(given, given_names(c)) and (given or not c.entity.sex or c.entity.sex != "F"))
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
