"""A name of one word: a forename, or a surname that something in the document licenses.

A full form licenses its surname (`Николай Картозия` ... `Картозии`).  Without one, the case forms of a word are
taken together, and what speaks for a person is added up: the shape of a Russian surname, what only persons do
(`отметил Урин`), several cases; against it, prepositions of place and the noun that follows an adjective.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from teilegram.names.cyrillic.declension import agree
from teilegram.names.cyrillic.lexicon import others
from teilegram.names.cyrillic.openers import begins, common, nameable
from teilegram.names.cyrillic.phrases import known, namesake
from teilegram.names.cyrillic.settings import DAY, NOUNS, alone_in_quotes, in_thing, local, personal, word_before
from teilegram.names.cyrillic.surnames import cases_of, genitive, key, shape
from teilegram.names.cyrillic.words import Word

BY_SHAPE = {"possessive": 2, "noun": 2, "adjective": 1, "": 0}
ENOUGH = 2
SURE = 3
CAPITAL = 2
"""What a capital that can be but a name's is worth."""
SHORTEST = 3
TOWARDS = frozenset(("в", "во", "на", "через", "чрез", "под"))
"""Prepositions that govern the accusative, which a man's name has from the genitive."""
ANIMATE = ("а", "я", "ого", "его")
JOINTS = (", ", " и ", ", и ", " или ")


class Alone(NamedTuple):
    """A capitalised word by itself, and whether it stands at a place where a capital proves nothing."""

    word: Word
    opens: bool


def animate(text: str, word: Word) -> bool:
    """Tell whether the case behind a preposition of place is a person's: `на Райкина`, `через Пестковского`."""
    return word.cased.endswith(ANIMATE) and word_before(text, word.start).lower() in TOWARDS


def forename_alone(text: str, one: Alone, small: frozenset[str], met: frozenset[str]) -> bool:
    """Tell whether a word is a forename by itself: `Саша`, `Надю`; not `Вера` at the head of a sentence.

    `met` holds the forenames that the document has where nothing else can be meant.
    """
    readings = known(one.word)
    if not readings or not possible(text, one.word) or one.word.cased in others():
        return False
    if any(g.name in met for g in readings):
        return not local(text, one.word.start)
    if one.word.text.lower() in small and one.opens:
        return False
    return not (any(g.word for g in readings) and (one.opens or local(text, one.word.start)))


def possible(text: str, word: Word) -> bool:
    """Tell whether a word stands where a person may be named."""
    return (
        not word.initial
        and not word.capitals
        and not alone_in_quotes(text, word.start, word.end)
        and not in_thing(text, word.start, word.end, genitive=genitive(word.text))
        and not DAY.fullmatch(word_before(text, word.start))
    )


def listed(text: str, words: Iterable[Alone], spans: Iterable[tuple[int, int, str]]) -> Iterator[Word]:
    """Yield the words that stand in one list with a person, in the same case: `Чехова, Пушкина и Гоголя`."""
    ends = {end: name for _, end, name in spans}
    starts = {start: name for start, _, name in spans}
    candidates = [one.word for one in words if not common(one.word) and fit_for_list(text, one.word)]
    chosen: dict[Word, None] = {}
    for word in candidates:
        before = next((ends.get(word.start - len(j)) for j in JOINTS if text.endswith(j, 0, word.start)), None)
        if before and alike(before, word):
            chosen[word] = None
            ends[word.end] = starts[word.start] = word.cased
    for word in reversed(candidates):
        after = next((starts.get(word.end + len(j)) for j in JOINTS if text.startswith(j, word.end)), None)
        if word not in chosen and after and alike(after, word):
            chosen[word] = None
            starts[word.start] = word.cased
    yield from chosen


def fit_for_list(text: str, word: Word) -> bool:
    """Tell whether a word may be a surname that only its neighbours in a list explain."""
    return len(word.text) >= SHORTEST and (word.cased not in others() or namesake(word)) and possible(text, word)


def alike(name: str, word: Word) -> bool:
    """Tell whether two names of a list can be in the same case."""
    return agree(cases_of(name, "M") + cases_of(name, "F"), cases_of(word.cased, "M"))


def surnames_alone(
    text: str, words: Iterable[Alone], licensed: frozenset[str], small: frozenset[str]
) -> Iterable[tuple[Word, bool]]:
    """Yield the words that are surnames, and whether a full form licenses them."""
    groups: dict[str, list[Alone]] = defaultdict(list)
    for one in words:
        if len(one.word.text) >= SHORTEST and not common(one.word):
            name = key(one.word.cased)
            if one.word.cased not in others() or (name in licensed and not local(text, one.word.start)):
                groups[name].append(one)
    for name, group in groups.items():
        if name in licensed:
            yield from ((one.word, True) for one in group if possible(text, one.word))
        else:
            yield from ((word, False) for word in by_evidence(text, group, small))


def by_evidence(text: str, group: list[Alone], small: frozenset[str]) -> Iterable[Word]:
    """Yield the words of one group of case forms that its evidence makes surnames."""
    at_home = [one for one in group if possible(text, one.word) and one.word.text.lower() not in small]
    inside = [one for one in at_home if not one.opens]
    best = max((BY_SHAPE[shape(one.word.cased)] for one in at_home), default=0)
    shown = {one.word for one in at_home if one.opens and begins(text, one.word)}
    if not inside and not shown and (best < ENOUGH or not any(personal(text, *one.word[:2]) for one in at_home)):
        return
    capital = bool(shown) or any(nameable(text, one.word) for one in inside)
    points = best + evidence(text, at_home) + CAPITAL * capital
    if points >= ENOUGH:
        for one in at_home:
            if not one.opens or points >= SURE or one.word in shown:
                yield one.word


def evidence(text: str, group: list[Alone]) -> int:
    """Add up what speaks for and against a person in the surroundings of the case forms of one word."""
    persons = sum(personal(text, *one.word[:2]) for one in group)
    places = sum(local(text, one.word.start) and not animate(text, one.word) for one in group)
    nouns = sum(shape(one.word.cased) == "adjective" and bool(NOUNS.match(text, one.word.end)) for one in group)
    several = len({one.word.text for one in group}) > 1 and len(group) > 1
    return 2 * min(persons, 2) - 2 * min(places, 3) - 3 * min(nouns, 2) + several
