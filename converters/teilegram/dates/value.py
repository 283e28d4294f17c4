"""Values: the attributes of a date, and the days that they stand for."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from teilegram.model import Cert

Attributes = tuple[tuple[str, str], ...]
BOUNDS = ("when", "from", "to", "notBefore", "notAfter")
"""The attributes that hold dates, as W3C XML Schema writes them."""
CERTS: tuple[Cert | None, ...] = (None, "high", "medium", "low")
"""From what the page says to what is least sure."""


class Value(NamedTuple):
    """The attributes of a resolved date, how sure they are (None: said on the page), and by which rule."""

    attributes: Attributes
    cert: Cert | None
    rule: str

    def get(self, name: str) -> str:
        """Give one attribute, or nothing."""
        return dict(self.attributes).get(name, "")


class Days(NamedTuple):
    """Two days, with all that lies between them; they are the same for a date that is a day."""

    first: date
    last: date

    @property
    def single(self) -> bool:
        """Whether this is one day."""
        return self.first == self.last


def iso(year: int | None, month: int | None = None, number: int | None = None) -> str:
    """Write what is known of a date as W3C XML Schema does.

    >>> iso(1962, 10, 26), iso(1962, 10), iso(1962), iso(None, 10, 26), iso(None, 10)
    ('1962-10-26', '1962-10', '1962', '--10-26', '--10')
    """
    head = "-" if year is None else f"{year:04}"
    return head + "".join(f"-{part:02}" for part in (month, number) if part is not None)


def worse(*certs: Cert | None) -> Cert | None:
    """Give the least sure of several certainties.

    >>> worse("high", None, "medium")
    'medium'
    """
    return max(certs, key=CERTS.index)


def when(year: int | None, month: int | None = None, number: int | None = None) -> Attributes:
    """Give the attribute of a date that is known."""
    return (("when", iso(year, month, number)),)


def lasting(days: Days) -> Attributes:
    """Give the attributes of a time that lasts from one day to another."""
    return (("from", days.first.isoformat()), ("to", days.last.isoformat()))


def within(days: Days) -> Attributes:
    """Give the attributes of some day between two days, or of the day when they are the same.

    >>> within(Days(date(1962, 10, 1), date(1962, 10, 7)))
    (('notBefore', '1962-10-01'), ('notAfter', '1962-10-07'))
    """
    if days.single:
        return (("when", days.first.isoformat()),)
    return (("notBefore", days.first.isoformat()), ("notAfter", days.last.isoformat()))


def days_of(text: str) -> Days | None:
    """Give the first and the last day that a W3C date means; nothing for one without a year.

    >>> days_of("1962-02")
    Days(first=datetime.date(1962, 2, 1), last=datetime.date(1962, 2, 28))
    """
    parts = text.split("-")
    if not all(part.isdigit() for part in parts):
        return None
    try:
        year, month, number = [*map(int, parts), *([0] * (3 - len(parts)))]
        first = date(year, month or 1, number or 1)
        last = first if number else date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Days(first, last)


def extent(attributes: Attributes) -> Days | None:
    """Give the days that a value covers, from its earliest to its latest; nothing where an end is open.

    >>> extent((("from", "1961-11"), ("to", "1962")))
    Days(first=datetime.date(1961, 11, 1), last=datetime.date(1962, 12, 31))
    """
    ends = [found for name, text in attributes if name in BOUNDS and (found := days_of(text))]
    if not ends or (len(ends) == 1 and not any(name == "when" for name, _ in attributes)):
        return None
    return Days(ends[0].first, ends[-1].last)


def moved(day: date, days: int) -> date | None:
    """Give the day some days later; nothing outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_on(day: date, months: int) -> tuple[int, int] | None:
    """Give year and month some months later; nothing outside the calendar.

    >>> months_on(date(1962, 11, 6), -11), months_on(date(1962, 11, 6), 2)
    ((1961, 12), (1963, 1))
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return (year, month) if date.min.year <= year <= date.max.year else None


def month_days(year: int, month: int) -> Days:
    """Give the first and the last day of a month."""
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
