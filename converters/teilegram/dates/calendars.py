"""Other calendars: Old Style days and their Gregorian values (Guidelines, ND: calendar).

The sum is short and exact, so it needs no library: both calendars count days from the same noon, and the Julian one
has a leap day every fourth year.  What a calendar is called, and which are only recorded, stands in
`data/calendars.tsv`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from teilegram.dates.context import Context, full_year, year_for
from teilegram.dates.expression import Expression, possible
from teilegram.dates.value import Attributes, Days, Value, lasting, when, worse
from teilegram.vocabulary import table

JULIAN_ORDINAL = 1721425
"""Julian Day Number of the day before 1 January of the year 1 in Python's calendar."""


def gregorian(year: int, month: int, number: int) -> date | None:
    """Give the Gregorian day of a Julian one; nothing for a day that the Julian calendar has not.

    >>> gregorian(1917, 10, 25), gregorian(1916, 8, 18), gregorian(1700, 2, 29), gregorian(1649, 1, 30)
    (datetime.date(1917, 11, 7), datetime.date(1916, 8, 31), datetime.date(1700, 3, 11), datetime.date(1649, 2, 9))
    >>> gregorian(1917, 2, 29)
    """
    last = 29 if month == 2 and year % 4 == 0 else 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31  # noqa: PLR2004
    if not (1 <= month <= 12 and 1 <= number <= last and 1 < year < date.max.year):  # noqa: PLR2004
        return None
    before = (14 - month) // 12
    years = year + 4800 - before
    count = number + (153 * (month + 12 * before - 3) + 2) // 5 + 365 * years + years // 4 - 32083
    return date.fromordinal(count - JULIAN_ORDINAL)


def recorded(e: Expression, _: Context) -> Value:
    """Give the Gregorian date that the recogniser computed (`18 brumaire an VIII`), or no value where it computed none.

    `Year XVII of the Fascist Era` runs over two of our years.
    """
    if e.to_year is None or not possible(e.to_year, e.to_month, e.to_day):
        return Value((), None, e.rule)
    return Value(when(e.to_year, e.to_month, e.to_day), "high", e.rule)


def old_style(e: Expression, context: Context) -> Value:
    """Resolve an Old Style date, or a double one that says both: `18/31 August 1916`."""
    year = full_year(e.year, context)
    how = f"{e.rule}.old-style"
    if year is None:
        return without_year(e, context)
    if e.day is None or e.month is None:
        return Value(old_style_month(year, e.month), "high", how)
    day = gregorian(year, e.month, e.day)
    if day is None:
        return Value((), "low", f"{e.rule}.impossible")
    if e.to_day is None:
        return Value(when(day.year, day.month, day.day), "high", how)
    said = (full_year(e.to_year, context) or day.year, e.to_month or day.month, e.to_day)
    if said == (day.year, day.month, day.day):
        return Value(when(*said), None, f"{e.rule}.double")
    return Value(when(day.year, day.month, day.day), "low", f"{e.rule}.double-differs")


def without_year(e: Expression, context: Context) -> Value:
    """Resolve an Old Style date without its year: that of the document, or of the account in which it stands."""
    found = year_for(e.month, e.day, context) if e.month else None
    if found is None:
        return Value((), None, f"{e.rule}.old-style")
    value = old_style(replace(e, year=found[0]), context)
    return Value(value.attributes, worse(value.cert, found[1]), f"{value.rule}.{found[2]}")


def old_style_month(year: int, month: int | None) -> Attributes:
    """Give the value of an Old Style month, which begins and ends in two of ours, or of a year."""
    first = gregorian(year, month, 1) if month else None
    after = gregorian(year + month // 12, month % 12 + 1, 1) if month else None
    return lasting(Days(first, after - timedelta(days=1))) if first and after else when(year, month)


def calendar_known(ident: str) -> str:
    """Give the description of a calendar, or nothing for one that has none.

    >>> calendar_known("julian")[:10]
    'The Julian'
    """
    return next((row["description"] for row in table("calendars") if row["calendar"] == ident), "")
