"""The recogniser: the dates of a reading, by the grammars of its languages, tried only where something triggers them.

A grammar is a function `LANGUAGE(text, start, end)` over a stretch of a reading, with the words without one of which, and
without a figure, it finds nothing.  All words of all grammars are found in one pass, the stretches around them are few;
so the cost is that of the dates, not of the text.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from teilegram.dates import english, eras, french, further, german, numeric, russian, spanish
from teilegram.dates.expression import Expression
from teilegram.offsets import Reading
from teilegram.resolve import best_cover

BEFORE, AFTER = 48, 160
"""Characters read before and after a trigger: what a date may have around its figure or word."""
FIGURE = re.compile("[0-9]+")
ANY = ""
"""Of a grammar: in all languages."""
FURTHER = frozenset(["it", "pl", "cs", "uk", "hu"])
"""Languages whose months are known, and no more."""


Reader = Callable[[str, Iterable[int], int, int, bool], Iterator[Expression]]
"""Reads the dates of a text at places, or between two offsets; whether there a figure alone may be one."""


class Grammar(NamedTuple):
    """A language's dates: what reads them, its trigger words unless it finds them itself, the languages where they may stand."""

    read: Reader
    words: frozenset[str]
    languages: frozenset[str]
    figures: frozenset[str]
    """The languages in which a figure alone triggers it; elsewhere one of its words has to be near."""


def around(
    grammar: Callable[[str, int, int], Iterator[Expression]],
) -> Reader:
    """Make a grammar of stretches one that reads around places."""

    def read(text: str, places: Iterable[int], start: int, end: int, _: bool) -> Iterator[Expression]:  # noqa: FBT001
        for left, right in windows(places, start, end):
            yield from grammar(text, left, right)

    return read


def beginning(
    grammar: Callable[[str, Iterable[int]], Iterator[Expression]],
) -> Reader:
    """Make a grammar that knows where its dates begin one that reads at places."""
    return lambda text, places, _, __, ___: grammar(text, places)


def of_itself(grammar: Callable[..., Iterator[Expression]]) -> Reader:
    """Make a grammar that finds its words itself one that reads a stretch."""
    return lambda text, _, start, end, alone: grammar(text, start, end, alone=alone)


GRAMMARS = (
    Grammar(around(numeric.numeric), numeric.WORDS, frozenset([ANY]), frozenset([ANY])),
    Grammar(beginning(english.english_at), english.WORDS, frozenset(["en", "ru", "und"]), frozenset([ANY])),
    Grammar(of_itself(russian.russian), frozenset(), frozenset([ANY]), frozenset(["ru"])),
    Grammar(of_itself(german.german), frozenset(), frozenset(["de", "und"]), frozenset(["de"])),
    Grammar(of_itself(french.french), frozenset(), frozenset(["fr", "und"]), frozenset(["fr"])),
    Grammar(of_itself(spanish.spanish), frozenset(), frozenset(["es", "und"]), frozenset(["es"])),
    Grammar(around(eras.eras), eras.WORDS, frozenset([ANY]), frozenset()),
    Grammar(around(further.further), further.WORDS, FURTHER, FURTHER),
)
"""English dates stand in Russian parts, in names of papers and quotations; in German, `3. April 10.30 Uhr` is none."""


EVERY = (1 << len(GRAMMARS)) - 1
"""The grammars that a figure concerns, as bits."""


@lru_cache(maxsize=4)
def recognise(text: str, languages: tuple[tuple[int, int, str], ...] = ()) -> tuple[Expression, ...]:
    """Recognise all dates of a reading, and choose among those that overlap: the longest, then the earlier grammar's.

    `languages` holds (start, end, language) of stretches of the reading, in order and apart; what is outside them is `und`.

    >>> [(e.kind, e.day, e.month) for e in recognise("on 26 October, с 5 ноября, 6.XI.62")]
    [('day', 26, 10), ('day', 5, 11), ('day', 6, 11)]
    """
    found: list[tuple[int, int, int, Expression]] = []
    places = tuple(triggers(text))
    for start, end, language in stretches(len(text), languages):
        for i, grammar in enumerate(GRAMMARS):
            if ANY in grammar.languages or language in grammar.languages:
                alone = ANY in grammar.figures or language in grammar.figures
                here = (p for p, known in places if known & 1 << i and (alone or known != EVERY) and start <= p < end)
                found += ((e.start, e.end, i, e) for e in grammar.read(text, here, start, end, alone))
    return tuple(best_cover(found))


def spoken(text: Reading, divisions: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Give the stretches of a reading with their languages, from (start, end, language) of divisions of the source.

    A division in another counts for its own stretch.

    >>> from teilegram.offsets import reading
    >>> spoken(reading("[a] one zwei", 0, 12, [(0, 1), (2, 3)]), [(0, 12, "en"), (8, 12, "de")])
    ((0, 6, 'en'), (6, 10, 'de'))
    """
    inner = sorted(divisions, key=lambda d: (d[0], -d[1]))
    ends = sorted({offset for start, end, _ in inner for offset in (start, end)})
    found: list[tuple[int, int, str]] = []
    open_divisions: list[tuple[int, int, str]] = []
    for left, right in itertools.pairwise(ends):
        while inner and inner[0][0] <= left:
            open_divisions.append(inner.pop(0))
        open_divisions = [d for d in open_divisions if d[1] > left]
        if open_divisions:
            start, end = offset_in(text, left), offset_in(text, right)
            if start < end:
                found.append((start, end, open_divisions[-1][2]))
    return tuple(found)


def offset_in(text: Reading, origin: int) -> int:
    """Give the offset in a reading of a character of the source; of one taken out, that of the next."""
    run = bisect_right(text.origins, origin) - 1
    if run < 0:
        return 0
    last = text.runs[run + 1] if run + 1 < len(text.runs) else len(text.text)
    return min(text.runs[run] + origin - text.origins[run], last)


@cache
def automaton() -> tuple[AhoCorasick, tuple[tuple[int, int], ...]]:
    """Make the automaton of all trigger words, and for each its length and the grammars that know it, as bits."""
    bits: dict[str, int] = {}
    for i, grammar in enumerate(GRAMMARS):
        for word in grammar.words:
            bits[word] = bits.get(word, 0) | 1 << i
    return AhoCorasick(list(bits)), tuple((len(word), of) for word, of in bits.items())


def triggers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of figures and of whole trigger words, with the grammars that they concern, in order.

    >>> english = 1 << 1
    >>> [offset for offset, known in triggers("Mayor Todd came in May, on the 3rd") if known & english]
    [19, 31]
    """
    places = [(m.start(), EVERY) for m in FIGURE.finditer(text)]
    machine, known = automaton()
    folded = text.lower()
    if len(folded) != len(text):  # a capital whose small letter is two characters
        folded = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    last = len(text)
    for which, start, end in machine.find_matches_as_indexes(folded, overlapping=True):
        if (start == 0 or not text[start - 1].isalpha()) and (end == last or not text[end].isalpha()):
            places.append((start, known[which][1]))
    places.sort()
    return iter(places)


def stretches(length: int, languages: tuple[tuple[int, int, str], ...]) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a text with their languages, `und` between those that are known.

    >>> list(stretches(9, ((2, 5, "de-x-old"),)))
    [(0, 2, 'und'), (2, 5, 'de'), (5, 9, 'und')]
    """
    at = 0
    for start, end, language in languages:
        if at < start:
            yield at, start, "und"
        yield start, end, language.split("-")[0]
        at = end
    if at < length:
        yield at, length, "und"


def windows(places: Iterable[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches around places, joined where they touch.

    >>> list(windows([100, 150, 900], 0, 1000))
    [(52, 310), (852, 1000)]
    """
    left, right = -1, -BEFORE - 1
    for place in places:
        if place - BEFORE > right:
            if left >= 0:
                yield left, right
            left = max(start, place - BEFORE)
        right = min(end, place + AFTER)
    if left >= 0:
        yield left, right
