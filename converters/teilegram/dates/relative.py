"""Dates that turn on another: on the day of writing or speaking (`now`), or on the date spoken of before (`then`).

What turns on the date before has its certainty.  Weeks run from Monday to Sunday.
"""

from __future__ import annotations

from datetime import date

from teilegram.dates.context import Context, year_of
from teilegram.dates.expression import Expression, possible
from teilegram.dates.value import Attributes, Days, Value, iso, lasting, months_on, moved, when, within, worse
from teilegram.model import Cert

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
FINE = ("minute", "hour", "day", "week", "fortnight")
"""Units that turn on a day, not on a month or a year."""


def anchor(e: Expression, context: Context) -> tuple[date | None, Cert]:
    """Give the day that an expression turns on, and how sure that is."""
    if e.anchor != "then":
        return context.now(), "high"
    if e.unit in FINE or e.kind == "weekday":
        alone = context.then is not None and context.then.single
        day = context.then.first if context.then and alone else context.day
        return day, worse(context.then_cert, "high" if context.near_by and alone else "medium") or "high"
    start = context.then.last if context.then and e.shift > 0 else context.then.first if context.then else None
    return start, worse(context.then_cert, "high" if context.near_by else "medium") or "high"


def shift(e: Expression, context: Context) -> Value:  # noqa: PLR0911 - a return for each way of saying it
    """Resolve `today`, `two days ago`, `the next day`, `three weeks later`, `a year earlier`.

    What is counted in weeks is some day of that week, in months that month, in years that year: `ten years ago` names
    no day.  An amount that is not said (`some weeks ago`) leaves only the end that is known.
    """
    base, cert = anchor(e, context)
    if base is None:
        return Value((), None, e.rule)
    if e.amount is None:
        return Value(open_end(base, e), "low", e.rule)
    count = e.amount * (e.shift or 1)
    if e.amount == 0 or e.unit in ("minute", "hour"):
        day = moved(base, round(count / 24)) if e.unit == "hour" and abs(count) >= HOURS else base
        return Value(within(Days(day, day)) if day else (), cert if e.unit == "day" else worse(cert, "medium"), e.rule)
    if e.unit == "day":
        if count != int(count):
            return Value((), None, e.rule)
        day = moved(base, int(count))
        return Value(within(Days(day, day)) if day else (), cert, e.rule)
    if e.unit in DAYS:
        return Value(week_at(base, count * DAYS[e.unit]), worse(cert, "medium"), e.rule)
    if e.unit not in MONTHS:
        return Value((), None, e.rule)
    sure = cert if abs(count) == 1 and e.unit in ("month", "year") else worse(cert, "medium")
    return Value(month_at(base, count * MONTHS[e.unit], e.unit), sure, e.rule)


HOURS = 24
"""From so many hours on, another day is meant."""


def open_end(base: date, e: Expression) -> Attributes:
    """Give the end that is known of an amount that is not said: `some weeks ago` is a week ago at the latest."""
    sign = -1 if e.shift < 0 else 1
    if e.unit in MONTHS:
        on = months_on(base, sign * MONTHS[e.unit])
        known = iso(*on) if on else ""
    else:
        day = moved(base, sign * DAYS.get(e.unit, 0))
        known = day.isoformat() if day else ""
    return (("notAfter" if sign < 0 else "notBefore", known),) if known else ()


def week_at(base: date, days: float) -> Attributes:
    """Give the week, Monday to Sunday, that lies some days off."""
    day = moved(base, round(days))
    monday = moved(day, -day.weekday()) if day else None
    sunday = moved(monday, 6) if monday else None
    return within(Days(monday, sunday)) if monday and sunday else ()


def month_at(base: date, months: float, unit: str) -> Attributes:
    """Give the month, or the year, that lies some months off; `a year and a half ago` is a month."""
    on = months_on(base, round(months))
    if on is None:
        return ()
    return when(on[0]) if unit in ("year", "decade", "century") and months % 12 == 0 else when(*on)


def weekday(e: Expression, context: Context) -> Value:  # noqa: PLR0911 - a return for each way of saying it
    """Resolve `last Sunday`, `on Monday`, `next Friday`, `Friday week`.

    `Last Sunday` is the nearest before; said of a day of the same week it may be the one before that.  A bare weekday
    is the nearest before or to come, as tense and prepositions say; where they do not, it is one of the two.  In an
    account of another year it is some such day of that.
    """
    base, cert = anchor(e, context)
    if base is None or e.name not in WEEKDAYS:
        return Value((), None, e.rule)
    number = WEEKDAYS.index(e.name)
    past = moved(base, -((base.weekday() - number) % 7 or 7))
    coming = moved(base, (number - base.weekday()) % 7 or 7)
    if past is None or coming is None:
        return Value((), None, e.rule)
    if e.anchor == "then":
        return Value(within(Days(past, past) if e.shift < 0 else Days(coming, coming)), worse(cert, "medium"), e.rule)
    if e.shift < 0:
        same_week = number < base.weekday()
        return Value(within(Days(past, past)), "medium" if same_week else "high", e.rule)
    if e.shift > 0 and e.amount:
        later = moved(coming, round(7 * e.amount))
        return Value(within(Days(later, later)) if later else (), "high", e.rule)
    if e.shift > 0:
        after = moved(coming, 7)
        if number > base.weekday() and after:
            return Value(within(Days(coming, after)), "low", f"{e.rule}.either-week")
        return Value(within(Days(coming, coming)), "high", e.rule)
    if context.told is not None:
        return Value((), None, e.rule)
    if context.direction:
        day = past if context.direction < 0 else coming
        return Value(within(Days(day, day)), "medium", f"{e.rule}.tense")
    return Value(within(Days(past, coming)), "low", f"{e.rule}.either-week")


def period(e: Expression, context: Context) -> Value:  # noqa: PLR0911 - a return for each way of saying it
    """Resolve `last week`, `this month`, `next year`, `the same year`, `July of this year`, `6th of this month`."""
    base, cert = anchor(e, context)
    if base is None:
        return Value((), None, e.rule)
    if e.month is not None:
        year, sure = named_month(e, base)
        if not possible(year, e.month, e.day):
            return Value((), "low", f"{e.rule}.impossible")
        context.year, context.month = year, e.month
        return Value(when(year, e.month, e.day), worse(cert, sure), e.rule)
    if e.unit in DAYS:
        if e.unit == "day":
            day = moved(base, e.shift)
            return Value(within(Days(day, day)) if day else (), cert, e.rule)
        return Value(week_at(base, e.shift * DAYS[e.unit]), worse(cert, "medium"), e.rule)
    on = months_on(base, e.shift * MONTHS.get(e.unit, 0))
    if on is None or e.unit not in MONTHS:
        return Value((), None, e.rule)
    if e.unit == "month":
        if not (possible(*on, e.day) and possible(*on, e.to_day)):
            return Value((), "low", f"{e.rule}.impossible")
        context.year, context.month = on
        if e.day and e.to_day:
            return Value((("from", iso(*on, e.day)), ("to", iso(*on, e.to_day))), cert, e.rule)
        return Value(when(*on, e.day), cert, e.rule)
    return Value(long_period(on, e.unit), cert, e.rule)


def long_period(on: tuple[int, int], unit: str) -> Attributes:
    """Give the quarter, year, decade or century that a month lies in."""
    year, month = on
    if unit == "year":
        return when(year)
    if unit == "quarter":
        first = (month - 1) // 3 * 3 + 1
        return (("from", iso(year, first)), ("to", iso(year, first + 2)))
    if unit == "decade":
        return (("from", iso(year - year % 10)), ("to", iso(year - year % 10 + 9)))
    first = (year - 1) // 100 * 100 + 1
    return (("from", iso(first)), ("to", iso(first + 99)))


def named_month(e: Expression, base: date) -> tuple[int, Cert]:
    """Give the year of a month that is named: of `this year`, or (unit month) the nearest before or to come.

    `29th July last` is the July before; `July last` said in July is last year's.
    """
    month = e.month or 1
    if e.unit == "month":
        if e.shift == 0:
            return year_of(month, e.day, base), "high"
        here = (month, e.day or 0) >= (base.month, base.day if e.day else 0)
        if e.shift < 0:
            return base.year - here, "high"
        later = (month, e.day or 0) > (base.month, base.day if e.day else 0)
        return base.year + (not later), "high"
    return base.year + e.shift, "high"


def lasting_span(e: Expression, context: Context) -> Value:  # noqa: PLR0911 - a return for each way of saying it
    """Resolve `in the last four days`, `the next two weeks`: from or to the day it turns on."""
    base, cert = anchor(e, context)
    if base is None:
        return Value((), None, e.rule)
    sign = -1 if e.shift < 0 else 1
    if e.amount is None:
        return Value((("to" if sign < 0 else "from", base.isoformat()),), "low", e.rule)
    if e.unit in ("minute", "hour") or (e.unit in DAYS and e.amount * DAYS[e.unit] != int(e.amount * DAYS[e.unit])):
        return Value((), None, e.rule)
    if e.unit in DAYS:
        other = moved(base, sign * int(e.amount * DAYS[e.unit]))
        if other is None:
            return Value((), None, e.rule)
        return Value(lasting(Days(min(base, other), max(base, other))), worse(cert, "medium"), e.rule)
    on = months_on(base, sign * round(e.amount * MONTHS.get(e.unit, 0)))
    if on is None or e.unit not in MONTHS:
        return Value((), None, e.rule)
    far = iso(*on) if e.unit in ("month", "quarter") or e.amount != int(e.amount) else iso(on[0])
    ends = (far, base.isoformat()) if sign < 0 else (base.isoformat(), far)
    return Value((("from", ends[0]), ("to", ends[1])), worse(cert, "medium"), e.rule)
