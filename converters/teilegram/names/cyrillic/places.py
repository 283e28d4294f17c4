"""Places of a Russian text that no table has: by the word that says what they are, or because they are no person.

`Садовая улица`, `улица Орлова`, `Баренцево море`, `Псковской области`, `в городе Мезени`, `на реке Оять`; a name that
the tables of persons exclude as a place is one, where it cannot be a person as well (Guidelines, NDPLAC).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.names.cyrillic.declension import plain
from teilegram.names.cyrillic.heads import Head, agrees
from teilegram.names.cyrillic.lexicon import forenames, roles
from teilegram.names.cyrillic.organisations import whole
from teilegram.names.cyrillic.settings import word_before
from teilegram.names.cyrillic.spots import SHORTEST, Spot, matcher, spots
from teilegram.names.cyrillic.surnames import cases_of
from teilegram.names.cyrillic.towns import listed
from teilegram.names.cyrillic.words import each, is_russian, opens

LEFT = re.compile(r"(?<![\w.-])([А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁа-яё]{3,30}){0,2}) $")
NAME = re.compile(r" ((?:[А-ЯЁ]\. ?){0,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+){0,3})(?![\w-])")
SECOND = re.compile(r" ([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+){0,2})(?![\w-])")
SHORT = re.compile(
    r"[гпдсхору](?<![\w.].)(?:(?<=г)(?:ор)?|(?<=п)(?:ос|р|л)|(?<=д)ер|(?<=с)т?|(?<=х)ут|(?<=о)з?|(?<=р)|(?<=у)л)\. ?"
    r"([А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁа-яё][а-яё]+){0,3})(?![\w-])"
)
NATION = re.compile(r"[А-ЯЁ][а-яё-]+[сц]к[а-яё]{2,3}")
YEARS = re.compile(r"\d ?$")
OF_MANY = ("ые", "ие", "ых", "их", "ым", "им", "ыми", "ими")
SOFT = ("ово", "ево", "ова", "ева", "ову", "еву", "ине", "ина", "ино")
"""Endings of short adjectives: `Баренцево море`, `Берингова пролива`."""
DESCRIBING = ("ий", "ый", "ая", "ое", "ого", "ой", "ом", "ем", "их", "ых", "ую")
LEAST = 5
COMMON = frozenset(
    ("этот", "этой", "этом", "наш", "нашей", "каждый", "другой", "другом", "весь", "такой", "первый", "первом")
)
"""Words that end like adjectives and name no place at the head of a sentence."""


def russian_places(text: str) -> Iterator[Spot]:
    """Yield the places that the text itself shows, in any order.

    >>> s = "из города Мезени на улицу Орлова, у Баренцева моря, на Садовой улице и на озере Лача в Читу, г. Клин"
    >>> [s[p.start:p.end] for p in russian_places(s)]
    ['Мезени', 'улицу Орлова', 'Баренцева моря', 'Садовой улице', 'озере Лача', 'Клин', 'Читу']
    """
    if not is_russian(text):
        return
    find, keys = matcher()
    for index, start, end in find.find_matches_as_indexes(text):
        if whole(text, start, end):
            spot = described(text, start, end, spots()[keys[index]])
            if spot:
                yield spot
    for m in each(SHORT, text):
        if not YEARS.search(text, max(0, m.start() - 2), m.start()):
            yield Spot(*m.span(1), m[1], "medium", whole=False)
    yield from listed(text)


def described(text: str, start: int, end: int, head: Head) -> Spot | None:
    """Read a place at the word that says what it is: an adjective before it, or a name behind it."""
    m = LEFT.search(text, max(0, start - 40), start)
    said = m if m and head.kind != "town" and fits(m[1], head) and plain(m[1].lower()) not in COMMON else None
    if said and (not opens(text, said.start()) or NATION.fullmatch(said[1])):
        return Spot(said.start(), end, text[said.start() : end], "medium")
    named = NAME.match(text, end) if head.kind != "adjective" else None
    small = plain(named[1].lower()) if named else ""
    return behind(text, start, head, named) if named and small not in roles() and small not in COMMON else None


def behind(text: str, start: int, head: Head, named: re.Match[str]) -> Spot | None:
    """Make a place of a head and the name behind it; no place is named between an office and its bearer."""
    describes = named[1].endswith(DESCRIBING)
    more = describes or len(named[1]) <= SHORTEST or plain(named[1]) in forenames()
    second = SECOND.match(text, named.end()) if more else None
    stop = second.end() if second else named.end()
    if head.kind != "street" and plain(word_before(text, start).lower()) in roles() and "n" in cases_of(named[1], "M"):
        return None
    if head.kind in ("town", "area"):
        only = "." in named[1] or (describes and not second and head.kind == "area")
        return None if only else Spot(named.start(1), stop, text[named.start(1) : stop], "medium", whole=False)
    return Spot(start, stop, text[start:stop], "medium", whole=head.kind == "street")


def fits(adjective: str, head: Head) -> bool:
    """Tell whether a capitalised word is the adjective of a place: `Садовой` of `улице`, `Баренцева` of `моря`."""
    if head.gender == "p":
        return adjective.endswith(OF_MANY)
    if agrees(adjective, head):
        return True
    return (
        head.gender in "mn"
        and len(adjective) > LEAST
        and adjective.endswith(SOFT)
        and plain(adjective) not in forenames()
    )
