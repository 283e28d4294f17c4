"""Places of a Russian text that no table has: by the word that says what they are, or because they are no person.

`Садовая улица`, `улица Орлова`, `Баренцево море`, `Псковской области`, `в городе Мезени`, `на реке Оять`; a name that
the tables of persons exclude as a place is one, where it cannot be a person as well (Guidelines, NDPLAC).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from teilegram.model import Cert
from teilegram.names.cyrillic.declension import forms, kind_of, plain
from teilegram.names.cyrillic.heads import Head, agrees, declined, heads
from teilegram.names.cyrillic.lexicon import forenames, others, roles
from teilegram.names.cyrillic.organisations import whole
from teilegram.names.cyrillic.settings import local, word_before
from teilegram.names.cyrillic.surnames import cases_of, key, shape
from teilegram.names.cyrillic.words import is_russian, opens
from teilegram.vocabulary import table

LEFT = re.compile(r"(?<![\w.-])([А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁа-яё]{3,30}){0,2}) $")
NAME = re.compile(r" ((?:[А-ЯЁ]\. ?){0,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+){0,3})(?![\w-])")
SECOND = re.compile(r" ([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+){0,2})(?![\w-])")
SHORT = re.compile(
    r"(?<![\w.])(?:г|гор|пос|дер|с|хут|ст|о|оз|р|ул|пр|пл)\. ?([А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁа-яё][а-яё]+){0,3})(?![\w-])"
)
NATION = re.compile(r"[А-ЯЁ][а-яё-]+[сц]к[а-яё]{2,3}")
YEARS = re.compile(r"\d ?$")
OF_MANY = ("ые", "ие", "ых", "их", "ым", "им", "ыми", "ими")
SOFT = ("ово", "ево", "ова", "ева", "ову", "еву", "ине", "ина", "ино")
"""Endings of short adjectives: `Баренцево море`, `Берингова пролива`."""


class Spot(NamedTuple):
    """A place: its span, its nominative as far as that is known, and how sure it is."""

    start: int
    end: int
    name: str
    cert: Cert
    whole: bool = True
    """Whether it is one name also where what it ends with is known: `улица Кубы`, but `остров Куба`."""


@cache
def spots() -> dict[str, Head]:
    """Give the words for places by form, also with a capital (`Садовая Улица`)."""
    found: dict[str, Head] = {}
    for row in table("russian_spots"):
        head = Head(row["word"], row["gender"], row["kind"])
        made = set(row["forms"].split("|")) if row["forms"] else declined(head.word, head.gender)
        for form in made:
            found.setdefault(plain(form), head)
            found.setdefault(form, head)
            found.setdefault(form.capitalize(), head)
    return found


@cache
def matcher() -> tuple[Any, list[str]]:
    """Make what finds all words for places in one pass."""
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - only Russian text needs it

    keys = list(spots())
    return AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest), keys


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
    for m in SHORT.finditer(text):
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


DESCRIBING = ("ий", "ый", "ая", "ое", "ого", "ой", "ом", "ем", "их", "ых", "ую")
SHORTEST, LEAST = 3, 5
COMMON = frozenset(
    ("этот", "этой", "этом", "наш", "нашей", "каждый", "другой", "другом", "весь", "такой", "первый", "первом")
)
"""Words that end like adjectives and name no place at the head of a sentence."""


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


@cache
def towns() -> dict[str, tuple[str, bool]]:
    """Give the places among the words that are no person's, by form: the nominative, and whether it may be a person."""
    found: dict[str, tuple[str, bool]] = {}
    for row in table("russian_no_persons"):
        if row["kind"] != "place":
            continue
        word = row["word"]
        unsure = plain(word) in forenames() or bool(shape(word)) or word.endswith(("ой", "ий")) or len(word) <= SHORTEST
        for form in {*forms(word, kind_of(word)), *(forms(word, "ь") if word.endswith("ь") else ())}:
            found.setdefault(form, (word, unsure or plain(form) in forenames()))
    return found


def may_be_person(text: str, start: int, end: int) -> bool:
    """Tell whether a Russian name of a place may be a person's here: no preposition, no `город` stands before it.

    >>> may_be_person("Горький пришёл", 0, 7), may_be_person("в Горьком", 2, 9), may_be_person("Орёл", 0, 4)
    (True, False, False)
    """
    said = towns().get(plain(text[start:end]))
    if not said or not (said[0].endswith(("ий", "ой")) or plain(said[0]) in forenames()):
        return False
    return not local(text, start) and plain(word_before(text, start)) not in spots()


CAPITALISED = re.compile(r"(?<![\w.-])[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ]?[а-яё]+)*(?![\w-])")
GOES = frozenset(("в", "во", "из"))
HOLDS = re.compile(
    r"(?:вер|влюб|стрел|удар|ударил|брос|превра|игра|вход|верит|верил|верил[аи]|верят|попал)[а-яё]* (?:в|во|из) $"
)
NOUN = re.compile(r" [а-яё]{3,}(?:ск|ств|ни|ци|тел|ор|ер)")


def listed(text: str) -> Iterator[Spot]:
    """Yield the names that are a place and no person; one that may be either needs a preposition of place.

    A word that no table knows is a place behind `в` or `из`, and then wherever it stands in another case.
    """
    known = towns()
    words = list(CAPITALISED.finditer(text))
    shown = {key(m[0]) for m in words if plain(m[0]) not in known and goes(text, m)}
    for m in words:
        said = known.get(plain(m[0]))
        if said and (local(text, m.start()) if said[1] else not opens(text, m.start()) or local(text, m.start())):
            yield Spot(*m.span(), said[0], "medium")
        elif not said and key(m[0]) in shown and not opens(text, m.start()) and may_be_place(m[0]):
            yield Spot(*m.span(), m[0], "low")


def goes(text: str, m: re.Match[str]) -> bool:
    """Tell whether an unknown word is a place by `в` or `из` before it: `в Новохоперск`, not `в Советском районе`."""
    if word_before(text, m.start()).lower() not in GOES or text[m.start() - 1] != " ":
        return False
    adjective = m[0].endswith(ADJECTIVAL) and text[m.end() : m.end() + 2].strip()[:1].islower()
    if (
        adjective
        or HOLDS.search(text, max(0, m.start() - 30), m.start())
        or text[m.end() : m.end() + 2].strip()[:1].isupper()
    ):
        return False
    return may_be_place(m[0])


def may_be_place(word: str) -> bool:
    """Tell whether a capitalised word is in none of the tables of persons, offices, organisations and things."""
    simple = plain(word)
    return (
        simple not in others()
        and simple not in forenames()
        and simple.lower() not in roles()
        and word not in heads()
        and plain(word) not in spots()
        and not word.endswith(("ции", "сть", "сти", "ство", "ства", "ение", "ении", "ения", "изм", "изма", "изме"))
    )


ADJECTIVAL = ("ой", "ом", "ый", "ий", "ую", "ая", "ое", "ого", "их", "ых", "ем", "ей")
