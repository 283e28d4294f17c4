"""Strangers in the one script who are persons of the authority in the other, by the sound of their names.

`Эдлаю Стивенсону` is `Stevenson, Adlai E.`, `министр обороны Макнамара` the only McNamara; the authority has to leave
one, whom a forename, initials or a role agrees with.  Then the surname alone is the same person in this document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from teilegram.model import Authority
from teilegram.names.cyrillic.roles import office_before, role_before
from teilegram.names.lexicon import Candidate, is_cyrillic
from teilegram.names.linking.spelled import parts
from teilegram.names.persons import Mention
from teilegram.names.variants.given import given_names
from teilegram.names.variants.sound import of_cyrillic, of_latin

RULE = "names.transcribed"
SHORT = 3
"""A surname with fewer sounds needs a whole forename that agrees."""
INITIAL = 3
"""Letters of the longest initial (`Дж.`)."""
MOST = 3
"""So many persons of one surname are left for the document to decide."""
INITIALS = {"У": "va", "И": "aj", "Е": "aj", "Э": "ag"}
"""Sounds with which a name may begin that has one of these initials in Russian."""


class Said(NamedTuple):
    """A name of the text: the keys and script of its surname, its forenames and initials, whether a role is there."""

    keys: frozenset[str]
    cyrillic: bool
    given: tuple[str, ...]
    role: bool


def transcribed(text: str, mentions: Iterable[Mention], authority: Authority) -> Iterator[Mention]:
    """Yield the mentions; strangers who can only be one person of the authority in another script are that person."""
    everyone = list(mentions)
    if all(m.candidates for m in everyone) or not authority.entities:
        yield from everyone
        return
    read = {i: said(text, m) for i, m in enumerate(everyone) if not m.candidates}
    found = {i: who for i, one in read.items() if (who := meant(one, authority))}
    known: dict[str, list[Candidate]] = defaultdict(list)
    others = {key for i, one in read.items() if one.given and i not in found for key in one.keys}
    for i, who in found.items():
        for key in read[i].keys:
            known[key] += who
    for i, m in enumerate(everyone):
        who = found.get(i) or (again(read[i], known, others) if i in read else ())
        yield m._replace(candidates=who, how=RULE if len(who) == 1 else "") if who else m


def said(text: str, m: Mention) -> Said:
    """Read the name of a mention; one without parts is a surname."""
    surname, given = parts(text, m)
    surname = surname or ("" if m.parts else text[m.start : m.end])
    cyrillic = is_cyrillic(surname)
    if not surname or not (cyrillic or surname.isascii()):
        return Said(frozenset(), cyrillic, (), role=False)
    at = m.start if not m.parts else next((a for a, _, part in m.parts if part == "surname"), m.start)
    titled = any(part == "roleName" for _, _, part in m.parts)
    role = titled or (cyrillic and (bool(role_before(text, at, surname)) or office_before(text, at, surname)))
    return Said(of_cyrillic(surname) if cyrillic else of_latin(surname), cyrillic, given, role)


def meant(one: Said, authority: Authority) -> tuple[Candidate, ...]:
    """Give the only person whom a name with a forename can mean, or all whom one with a role can; few, or nobody."""
    if not one.keys or not (one.given or one.role):
        return ()
    index = by_sound(authority, one.cyrillic)
    who = {
        c.entity.ref: c
        for key in one.keys
        for c in index.get(key, ())
        if same_given(one.given, c, cyrillic=one.cyrillic)
    }
    short = max(map(len, one.keys)) < SHORT and not any(len(given) > INITIAL for given in one.given)
    return () if short or len(who) > (1 if one.given else MOST) else tuple(who.values())


def again(one: Said, known: dict[str, list[Candidate]], others: set[str]) -> tuple[Candidate, ...]:
    """Give whom a surname alone can mean: those whom the document has named, if it has nobody else of the surname."""
    who = {c.entity.ref: c for key in one.keys for c in known.get(key, ())}
    return () if one.given or one.keys & others else tuple(who.values())


def same_given(given: tuple[str, ...], candidate: Candidate, *, cyrillic: bool) -> bool:
    """Tell whether forenames and initials in one script agree with a person's in the other; all where none are said."""
    names = given_names(candidate)
    return not given or (
        bool(names) and all(alike(g, n, cyrillic=cyrillic) for g, n in zip(given, names, strict=False))
    )


@lru_cache(maxsize=1 << 13)
def alike(said: str, known: str, *, cyrillic: bool) -> bool:
    """Tell whether a forename or initial can be one in the other script.

    >>> alike("Раулю", "Raúl", cyrillic=True), alike("Р.", "Robert", cyrillic=True), alike("Дж.", "John", cyrillic=True)
    (True, True, True)
    >>> alike("Раулю", "Fidel", cyrillic=True), alike("Ф.", "Robert", cyrillic=True)
    (False, False)
    >>> alike("R.", "Роберт", cyrillic=False)
    True
    """
    one = of_cyrillic(said) if cyrillic else of_latin(said)
    other = of_latin(known) if cyrillic else of_cyrillic(known)
    if said.endswith(".") or known.endswith("."):
        letter = INITIALS.get(said[0], "") if cyrillic else ""
        first = {key[:1] for key in one} | set(letter)
        return not first.isdisjoint({key[:1] for key in other})
    return not one.isdisjoint(other)


def both(surname: str) -> tuple[str, ...]:
    """Give a surname, and the first of a double one, which stands for it: `Castro Ruz`.

    >>> both("Castro Ruz"), both("de Gaulle"), both("Rusk")
    (('Castro Ruz', 'Castro'), ('de Gaulle', 'Gaulle'), ('Rusk',))
    """
    words = [word for word in surname.split(" ") if word[:1].isupper()]
    return (surname, words[0]) if " " in surname and words else (surname,)


@lru_cache(maxsize=16)
def by_sound(authority: Authority, cyrillic: bool) -> dict[str, tuple[Candidate, ...]]:  # noqa: FBT001 - of a cache
    """Give for every sound who has it of those whom the authority has in the other script alone.

    `cyrillic` says that the text is; persons whom the authority has in both scripts are found by their letters.
    """
    found: dict[str, list[Candidate]] = defaultdict(list)
    for entity in authority.of("person"):
        named = [(name, " ".join(name.part("surname"))) for name in entity.names if name.part("surname")]
        if not named or any(is_cyrillic(surname) == cyrillic for _, surname in named):
            continue
        for name, surname in named:
            for key in (key for one in both(surname) for key in (of_latin(one) if cyrillic else of_cyrillic(one))):
                if all(c.entity is not entity or c.name.part("forename") != name.part("forename") for c in found[key]):
                    found[key].append(Candidate(entity, name, short=False))
    return {key: tuple(who) for key, who in found.items()}
