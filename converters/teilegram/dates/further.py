"""Days with a month in languages that have no grammar of their own: Italian, Polish, Czech, Ukrainian, Hungarian.

A further language is a column of `data/months.tsv` and an entry here; a day in figures must stand by the month, so
that `maggio` or `maj` alone is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.dates.expression import Expression, possible
from teilegram.dates.grammar import FIGURE, YEAR
from teilegram.dates.lexicon import choice, forms
from teilegram.dates.stretch import stretch

LANGUAGES = ("it", "pl", "cs", "uk", "hu")
YEAR_FIRST = {
    "hu": rf"(?P<year>{YEAR})\. {{1,3}}(?P<month>{{months}})\.? {{1,3}}(?P<day>{FIGURE})(?:\.|-[áéaeiou]\w{{0,2}})"
}
"""Orders other than day, month, year: `1956. október 23-án`."""
DAY_FIRST = (
    rf"(?P<day>{FIGURE})[.º°]? {{0,3}}(?:di )?(?P<month>{{months}})(?:,? {{1,3}}(?:del )?"
    rf"(?P<year>{YEAR})(?: ?(?:r\.|р\.|року|roku))?)?"
)
WORDS = frozenset[str]()
"""Nothing is found without a digit."""


@cache
def pattern(lang: str) -> re.Pattern[str]:
    """Give the pattern of a language's days."""
    order = YEAR_FIRST.get(lang, DAY_FIRST)
    return re.compile(rf"(?<![\w.,/:-]){order.replace('{months}', choice(lang, 'month'))}(?!\w)")


def further(text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """Yield days of a reading in languages without a grammar, between two offsets.

    >>> [(e.day, e.month, e.year) for e in further("6 novembre; 23 października 1956 r., 25. února")]
    [(6, 11, None), (23, 10, 1956), (25, 2, None)]
    """
    part = stretch(text, start, end)
    for lang in LANGUAGES:
        for m in pattern(lang).finditer(part.read, part.start):
            month, day = int(forms(lang, "month")[m["month"]]), int(m["day"])
            year = int(m["year"]) if m["year"] else None
            if possible(year, month, day):
                yield part.make(m.start(), m.end(), "day", f"dates.further.{lang}", year=year, month=month, day=day)
