"""Dates in figures: `6.XI.62`, `8 XI 62`, `20/10/1962`, `22.07.1940`, `1962-10-26`.

The order is day, month, year, as European offices write it; a slashed date whose second number cannot be a
month is month, day, year.  Roman months are never Arabic numbers, so `XIX` and `1762-1775` are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.expression import Expression, months, possible

ROMAN = re.compile(
    r"(?<![\w.])([0-9]{1,2})([. /-]) ?(I{1,3}|IV|VI{0,3}|IX|XI{0,2})([. /-]) ?((?:1[5-9]|20)[0-9]{2}|[0-9]{2})"
    r"(?![\w]|[./-][0-9])"
)
FIGURES = re.compile(
    r"(?<![\w./-])([0-9]{1,2})([./-])([0-9]{1,2})\2((?:1[5-9]|20)[0-9][0-9]|[0-9][0-9])(?![\w]|[./-][0-9])"
)
NUMBERED = re.compile(
    r"(?:section|sections|version|article|paragraph|para|chapter|clause|rule|point|§|no\.?|№) ?$", re.IGNORECASE
)
"""What a number of parts follows that is no date: `Section 4.3.12`."""
ISO = re.compile(r"(?<![\w./-])((?:1[5-9]|20)[0-9][0-9])-([0-9][0-9])-([0-9][0-9])(?![\w]|[./-][0-9])")


def numeric(text: str) -> Iterator[Expression]:
    """Yield the dates in figures.

    >>> [(e.day, e.month, e.year) for e in numeric("6.XI.62, 8 XI 62, 20/10/1962, 1962-10-26, Nos. 1762-1775")]
    [(6, 11, 62), (8, 11, 62), (20, 10, 1962), (26, 10, 1962)]
    """
    for m in ROMAN.finditer(text):
        yield from checked(m, "dates.numeric.roman-month", int(m[5]), months("roman")[m[3].casefold()], int(m[1]))
    for m in FIGURES.finditer(text):
        if NUMBERED.search(text, max(0, m.start() - 12), m.start()):
            continue
        first, second, year = int(m[1]), int(m[3]), int(m[4])
        if second > 12 and m[2] == "/":  # noqa: PLR2004
            first, second = second, first
        unsure = m[2] == "/" and first != second and max(first, second) <= 12  # noqa: PLR2004
        yield from checked(m, "dates.numeric.figures", year, second, first, name="ambiguous" if unsure else "")
    for m in ISO.finditer(text):
        yield from checked(m, "dates.numeric.iso", int(m[1]), int(m[2]), int(m[3]))


def checked(m: re.Match[str], rule: str, year: int, month: int, day: int, *, name: str = "") -> Iterator[Expression]:
    """Yield the date unless the calendar has none such."""
    if possible(year if year > 99 else None, month, day):  # noqa: PLR2004
        yield Expression(m.start(), m.end(), "day", rule, year, month, day, name=name)
