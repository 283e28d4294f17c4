"""Resolution: what a date means, from what it says and from the time of its document.

The year that is not said is the document's, unless that would lie more than three months ahead; a month that
is not said is that of the nearest date before.  What cannot be decided keeps the part that is said
(`--10-26`, as W3C XML Schema writes a day without its year) or gets no value.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from teilegram.dates.expression import Expression, possible
from teilegram.model import Cert

AHEAD = timedelta(days=92)
"""How far ahead of its document a date without a year may lie before it is last year's."""


@dataclass(slots=True)
class Context:
    """What is known of the time when the words were said: the base day, a year near it, the date before."""

    base: date | None
    near: int = 1950
    year: int | None = None
    month: int | None = None


class Value(NamedTuple):
    """The attributes of a resolved date, how sure they are (None: said on the page), and by which rule."""

    attributes: tuple[tuple[str, str], ...]
    cert: Cert | None
    rule: str


def resolve(e: Expression, context: Context) -> Value:
    """Resolve one expression and note its month for the next.

    >>> c = Context(date(1962, 11, 6))
    >>> resolve(Expression(0, 0, "day", "r", month=10, day=26), c)
    Value(attributes=(('when', '1962-10-26'),), cert='high', rule='r.year-of-document')
    >>> resolve(Expression(0, 0, "day", "r", day=27), c)
    Value(attributes=(('when', '1962-10-27'),), cert='high', rule='r.month-before')
    """
    return RESOLVERS[e.kind](e, context)


def full_year(year: int | None, context: Context) -> int | None:
    """Complete a year of two figures: the one nearest to the time of the document.

    >>> full_year(99, Context(None, 1900)), full_year(62, Context(None, 1962)), full_year(1812, Context(None, 1962))
    (1899, 1962, 1812)
    """
    if year is None or year > 99:  # noqa: PLR2004
        return year
    return min(
        (context.near // 100 * 100 + step + year for step in (-100, 0, 100)), key=lambda y: abs(y - context.near)
    )


def day(e: Expression, context: Context) -> Value:
    """Resolve a day, month or year."""
    year, month, cert, rule = full_year(e.year, context), e.month, None, e.rule
    how: Cert | None = None
    if e.year is not None and year != e.year:
        how, rule = "high", f"{rule}.century"
    if year is None and month is None:
        if context.month is None:
            return Value((), cert, f"{rule}.undecided")
        year, month, how, rule = context.year, context.month, "high", f"{rule}.month-before"
    elif year is None and context.base and month:
        year, how, rule = year_of(month, e.day, context.base), "high", f"{rule}.year-of-document"
    if not possible(year, month, e.day):
        return Value((), "low", f"{rule}.impossible")
    if month is not None:
        context.year, context.month = year, month
    return Value((("when", iso(year, month, e.day)),), how, rule)


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


def iso(year: int | None, month: int | None, number: int | None) -> str:
    """Write what is known of a date as W3C XML Schema does.

    >>> iso(1962, 10, 26), iso(1962, 10, None), iso(1962, None, None), iso(None, 10, 26), iso(None, 10, None)
    ('1962-10-26', '1962-10', '1962', '--10-26', '--10')
    """
    head = "-" if year is None else f"{year:04}"
    return head + "".join(f"-{part:02}" for part in (month, number) if part is not None)


def span(e: Expression, context: Context) -> Value:
    """Resolve a range of days: `22-28 October`, `28 November 1961 - 3 January 1962`."""
    to_year = full_year(e.to_year, context) or full_year(e.year, context)
    year = full_year(e.year, context) or (to_year if (e.month or 0) <= (e.to_month or 0) else to_year and to_year - 1)
    how: Cert | None = None
    rule = e.rule
    if year is None and context.base and e.month and e.to_month:
        to_year = year_of(e.to_month, e.to_day, context.base)
        year, how, rule = to_year - (e.month > e.to_month), "high", f"{rule}.year-of-document"
    if not (possible(year, e.month, e.day) and possible(to_year, e.to_month, e.to_day)):
        return Value((), "low", f"{rule}.impossible")
    first, last = iso(year, e.month, e.day), iso(to_year, e.to_month, e.to_day)
    if last < first[: len(last)]:
        return Value((), "low", f"{rule}.impossible")
    context.year, context.month = to_year, e.to_month
    return Value((("from", first), ("to", last)), how, rule)


def century(e: Expression, _: Context) -> Value:
    """Resolve a century: the XIX runs from 1801 to 1900."""
    last = (e.year or 1) * 100
    return Value((("from", f"{last - 99:04}"), ("to", f"{last:04}")), None, e.rule)


def time(e: Expression, _: Context) -> Value:
    """Resolve a time of day."""
    return Value((("when", f"{e.hour:02}:{e.minute:02}:00{e.name}"),), None, e.rule)


def month_span(year: int, month: int, first: int, last: int) -> tuple[tuple[str, str], ...]:
    """Give some day between two days of a month."""
    last = min(last, calendar.monthrange(year, month)[1])
    return (("notBefore", iso(year, month, first)), ("notAfter", iso(year, month, last)))


PARTS = {
    "first": (1, 15),
    "second": (16, 31),
    "early": (1, 10),
    "beginning": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
}


def part_of_month(e: Expression, context: Context) -> Value:
    """Resolve `the second half of November`, `early July`: some day in that part."""
    year = full_year(e.year, context) or (year_of(e.month or 1, 15, context.base) if context.base else None)
    if year is None or e.month is None:
        return Value((), None, e.rule)
    context.year, context.month = year, e.month
    return Value(month_span(year, e.month, *PARTS[e.name]), "high" if e.year is None else None, e.rule)


SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FEASTS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}


def relative(e: Expression, context: Context) -> Value:
    """Resolve what turns on the day when it was said; without that day there is no value."""
    base = context.base
    if base is None:
        return Value((), None, e.rule)
    attributes: tuple[tuple[str, str], ...]
    if e.kind == "month-of-this-year":
        attributes = (("when", iso(base.year, e.month, None)),)
    elif e.kind == "last-weekday":
        back = (base.weekday() - WEEKDAYS.index(e.name)) % 7 or 7
        attributes = (("when", (base - timedelta(days=back)).isoformat()),)
    elif e.kind == "last-week":
        monday = base - timedelta(days=base.weekday() + 7)
        attributes = (("notBefore", monday.isoformat()), ("notAfter", (monday + timedelta(days=6)).isoformat()))
    elif e.kind == "this-season":
        first, last = SEASONS[e.name]
        attributes = (("from", iso(base.year, first, None)), ("to", iso(base.year, last, None)))
    else:
        month, number = FEASTS[e.name]
        attributes = (("when", iso(base.year, month, number)),)
    return Value(attributes, "medium" if e.kind in ("last-week", "feast") else "high", e.rule)


RESOLVERS: dict[str, Callable[[Expression, Context], Value]] = {
    "day": day,
    "range": span,
    "century": century,
    "time": time,
    "half-month": part_of_month,
    "part-month": part_of_month,
    "month-of-this-year": relative,
    "last-weekday": relative,
    "last-week": relative,
    "this-season": relative,
    "feast": relative,
}
