"""Context: what is known of the time when words were said, and what was spoken of before."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from teilegram.dates.value import Days, Value, extent
from teilegram.model import Cert

AHEAD = timedelta(days=92)
"""How far ahead of its document a date without a year may lie before it is last year's."""


@dataclass(slots=True)
class Context:
    """What is known of the time when the words were said.

    `base` is the day of the document, or of the words quoted; `near` a year near it, for years of two figures.
    `year` and `month` are those of the nearest date before, `carried` if it said another than the document's own day;
    `then` is that date (`day`: the nearest that is one day)
    and `then_cert` how sure it is.  `near_by` says whether it stands in the same paragraph, `told` is the year
    of an account (`In 1941 …`) while it goes on: in its paragraph, and in all that follow of a `retrospective` text.
    `speaks` is False where nobody speaks at the base day (a later editor's note): there `today` has no value.  Of the
    expression at hand `direction` is what tense and prepositions say, -1 past and +1 to come, and `opens` whether an
    account may begin with it.
    """

    base: date | None
    near: int = 1950
    year: int | None = None
    month: int | None = None
    carried: bool = False
    then: Days | None = None
    day: date | None = None
    then_cert: Cert | None = None
    near_by: bool = True
    told: int | None = None
    retrospective: bool = False
    speaks: bool = True
    direction: int = 0
    opens: bool = False

    def note(self, value: Value, year: int | None) -> None:
        """Remember a date, and the year that it says, for what comes after it."""
        days = extent(value.attributes)
        if days is None:
            return
        self.then, self.then_cert, self.near_by = days, value.cert, True
        if year is not None and self.opens:
            self.told = days.first.year if self.base is None or days.first.year < self.base.year else None
        elif self.told and value.rule.endswith("year-before"):
            self.told = days.last.year
        if days.single:
            self.day = days.first

    def now(self) -> date | None:
        """Give the day that `today` means, or nothing."""
        return self.base if self.speaks else None

    def new_paragraph(self) -> None:
        """Note that what was spoken of before stands in another paragraph."""
        self.near_by = False
        if not self.retrospective:
            self.told = None

    def apart(self) -> Context:
        """Give the context of words that stand apart: what was spoken of before is not carried into them."""
        return Context(self.base, self.near, speaks=self.speaks, retrospective=self.retrospective)


COMING = 25
"""How many years ahead of a document people still write about in two figures."""


def full_year(year: int | None, context: Context) -> int | None:
    """Complete a year of two figures: the last that is not far ahead of the document.

    >>> full_year(99, Context(None, 1900)), full_year(62, Context(None, 1962)), full_year(1812, Context(None, 1962))
    (1899, 1962, 1812)
    """
    if year is None or year > 99:  # noqa: PLR2004
        return year
    century = context.near // 100 * 100
    return max(y for step in (-100, 0, 100) if (y := century + step + year) <= context.near + COMING)


def year_of(month: int, number: int | None, base: date) -> int:
    """Give the year in which a day and month lie, seen from the day of the document: up to three months ahead of it.

    >>> year_of(1, 2, date(1962, 12, 30)), year_of(10, 26, date(1963, 1, 5)), year_of(11, 3, date(1962, 10, 20))
    (1963, 1962, 1962)
    """
    for year in (base.year + 1, base.year):
        last = calendar.monthrange(year, month)[1]
        if date(year, month, min(number or 1, last)) - base <= AHEAD:
            return year
    return base.year - 1


def year_for(month: int, number: int | None, context: Context) -> tuple[int, Cert, str] | None:
    """Give the year of a date that says none, how sure it is, and how it was found.

    An account of another year (`In September 1939 … On 10 October`) goes on in it; else the year is the document's,
    which tense may turn: of a letter of January, `we arrived on 3 March` is the year before.
    """
    told = context.told if context.direction <= 0 else None
    if told is not None and context.then and context.then.first.year == told < context.then.last.year:
        told = within_span(context.then, month, number)
    if told is not None:
        turned = bool(context.then and context.then.first.year == told and (context.month or 0) > month + TURN)
        return (
            (told + 1 if turned and (context.base is None or told < context.base.year) else told),
            "medium",
            "year-before",
        )
    if context.base is None:
        return None
    year = year_of(month, number, context.base)
    if number and context.direction < 0 and (year, month) > (context.base.year, context.base.month):
        return year - 1, "medium", "tense"
    return year, "high", "year-of-document"


def within_span(days: Days, month: int, number: int | None) -> int:
    """Give the year in which a day and month lie within a span over years, else its last.

    >>> within_span(Days(date(1939, 9, 1), date(1942, 5, 31)), 5, 15), within_span(Days(date(1941, 12, 1), date(1942, 2, 28)), 12, 3)
    (1942, 1941)
    """
    for year in range(days.last.year, days.first.year - 1, -1):
        day = date(year, month, min(number or 1, calendar.monthrange(year, month)[1]))
        if days.first <= day <= days.last:
            return year
    return days.last.year


TURN = 6
"""Months back from which an account has passed into the next year: December, then January."""
