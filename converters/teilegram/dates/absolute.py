"""Dates that say a year, month or day: single, in ranges, decades and centuries; times of day and durations."""

from __future__ import annotations

from datetime import date

from teilegram.dates.context import Context, full_year, year_for
from teilegram.dates.expression import Expression, possible
from teilegram.dates.value import Days, Value, days_of, iso, months_on, when, within, worse
from teilegram.model import Cert


def day(e: Expression, context: Context) -> Value:
    """Resolve a day, month or year: `6 November 1962`, `26 October`, `the 27th`, `1961`."""
    year, month, cert, rule = full_year(e.year, context), e.month, None, e.rule
    how: Cert | None = None
    if e.year is not None and year != e.year:
        how, rule = "high", f"{rule}.century"
    if year is None and month is None:
        return day_of_month(e, context)
    if year is None and month is not None:
        found = year_for(month, e.day, context)
        if found and possible(found[0], month, e.day):
            year, how, rule = found[0], found[1], f"{rule}.{found[2]}"
    if not possible(year, month, e.day):
        return Value((), "low", f"{rule}.impossible")
    if month is not None:
        context.year, context.month = year, month
        context.carried = context.base is None or iso(year, month, e.day) != context.base.isoformat()
    elif e.year is not None:
        context.year = year
    return Value(when(year, month, e.day), how or cert, rule)


def day_of_month(e: Expression, context: Context) -> Value:
    """Resolve a day of a month that is not said: of the nearest date before.

    Where that is the document's own, a day to come is told by its tense: a letter of 4 November that says `the 27th`
    may mean October's.
    """
    if e.day is None:
        return Value((), None, f"{e.rule}.undecided")
    if context.base and context.speaks and not context.carried:
        return day_near(e, context.base, context)
    if context.month is None:
        return Value((), None, f"{e.rule}.undecided")
    if not possible(context.year, context.month, e.day):
        return Value((), "low", f"{e.rule}.impossible")
    if context.base and context.speaks and context.direction <= 0 and e.day > context.base.day:
        here = (context.base.year, context.base.month)
        if (context.year, context.month) == here:  # `since the 27th`, though the 12th of this month was spoken of
            return day_near(e, context.base, context)
    cert: Cert = "high" if context.near_by else "medium"
    return Value(when(context.year, context.month, e.day), cert, f"{e.rule}.month-before")


def day_near(e: Expression, base: date, context: Context) -> Value:
    """Resolve a day of the document's month or of its neighbours, as tense says; both are bounds where it does not."""
    rule, number = e.rule, e.day or 1
    cert: Cert = "high" if context.month else "medium"
    turn = (
        -1 if number > base.day and context.direction <= 0 else 1 if number < base.day and context.direction > 0 else 0
    )
    other = months_on(base, turn)
    here = (base.year, base.month)
    if turn == 0 or other is None or not possible(*other, number):
        known = possible(*here, number)
        return Value(
            when(*here, number) if known else (), cert, f"{rule}.month-before" if known else f"{rule}.impossible"
        )
    if context.direction:
        return Value(when(*other, number), "medium", f"{rule}.tense")
    if not possible(*here, number):
        return Value(when(*other, number), "medium", f"{rule}.month-before")
    return Value(within(Days(date(*other, number), date(*here, number))), "low", f"{rule}.either-month")


def span(e: Expression, context: Context) -> Value:
    """Resolve a range of days, months or years: `22-28 October`, `28 November 1961 - 3 January 1962`, `1961-63`."""
    year, to_year = span_years(e, context)
    month, to_month = e.month or (context.month if e.day else None), e.to_month or (context.month if e.to_day else None)
    how: Cert | None = None
    rule = e.rule
    if year is None and e.month is None and e.to_month is None and context.year and month and to_month:
        year = to_year = context.year  # `the 15th-17th` of the month spoken of
    elif year is None and month and to_month:
        found = year_for(to_month, e.to_day, context)
        if found:
            to_year, how, rule = found[0], found[1], f"{rule}.{found[2]}"
            year = to_year - (month > to_month)
    if month != e.month and how is None:
        how, rule = "high", f"{rule}.month-before"
    if not (possible(year, month, e.day) and possible(to_year, to_month, e.to_day)):
        return Value((), "low", f"{rule}.impossible")
    ends = iso(year, month, e.day), iso(to_year, to_month, e.to_day)
    first, last = days_of(ends[0]), days_of(ends[1])
    if (first and last and first.first > last.last) or (year is None and month is None):
        return Value((), "low", f"{rule}.impossible")
    if to_month:
        context.year, context.month = to_year, to_month
    return Value((("from", ends[0]), ("to", ends[1])), how, rule)


def span_years(e: Expression, context: Context) -> tuple[int | None, int | None]:
    """Give the years of a range: one that is said once is that of both ends, or the year turns between them."""
    to_year = e.to_year
    if to_year is not None and to_year <= 99 and e.year is not None and e.year > 99:  # noqa: PLR2004 - 1898-03
        to_year += e.year // 100 * 100 + (100 if to_year < e.year % 100 else 0)
    to_year = full_year(to_year, context) or full_year(e.year, context)
    year = full_year(e.year, context) or (to_year and to_year - ((e.month or 0) > (e.to_month or 0)))
    return year, to_year


def decade(e: Expression, context: Context) -> Value:
    """Resolve a decade: the 1950s run from 1950 to 1959; the fifties of a letter of 1962 are the same."""
    first = full_year(e.year, context)
    if first is None:
        return Value((), None, e.rule)
    first -= first % 10 + (100 if e.year != first and first > context.near else 0)
    return Value((("from", iso(first)), ("to", iso(first + 9))), None if first == e.year else "high", e.rule)


def century(e: Expression, _: Context) -> Value:
    """Resolve a century: the XIX runs from 1801 to 1900."""
    last = (e.year or 1) * 100
    return Value((("from", f"{last - 99:04}"), ("to", f"{last:04}")), None, e.rule)


def time(e: Expression, _: Context) -> Value:
    """Resolve a time of day."""
    hour, minute = e.hour or 0, e.minute or 0
    if not (0 <= hour < 24 and 0 <= minute < 60):  # noqa: PLR2004
        return Value((("when", "24:00:00" + e.name),) if (hour, minute) == (24, 0) else (), None, e.rule)
    return Value((("when", f"{hour:02}:{minute:02}:00{e.name}"),), None, e.rule)


MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "fortnight": 20160}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def duration(e: Expression, _: Context) -> Value:
    """Resolve how long something lasted, as ISO 8601 has it; a part of a month is left unsaid.

    >>> [duration(Expression(0, 0, "duration", "r", amount=n, unit=u), Context(None)).attributes
    ...  for n, u in ((24, "hour"), (1.5, "hour"), (2.5, "day"), (1.5, "year"), (2, "week"))]
    [(('dur', 'PT24H'),), (('dur', 'PT1H30M'),), (('dur', 'P2DT12H'),), (('dur', 'P1Y6M'),), (('dur', 'P14D'),)]
    """
    text = lasting_for(e.amount, e.unit)
    return Value((("dur", text),) if text else (), None, e.rule)


def lasting_for(amount: float | None, unit: str) -> str:
    """Write a duration, or nothing where the amount is not said or no whole number of minutes or months."""
    if amount is None or amount <= 0:
        return ""
    if unit in MONTHS:
        count = amount * MONTHS[unit]
        years, months = divmod(int(count), 12)
        return "" if count != int(count) else "P" + f"{years}Y" * (years > 0) + f"{months}M" * (months > 0)
    minutes = round(amount * MINUTES.get(unit, 0))
    if unit in ("minute", "hour"):
        hours, rest = divmod(minutes, 60)
        return "PT" + f"{hours}H" * (hours > 0) + f"{rest}M" * (rest > 0) if minutes else ""
    days, rest = divmod(minutes, 1440)
    hours, rest = divmod(rest, 60)
    clock = f"{hours}H" * (hours > 0) + f"{rest}M" * (rest > 0)
    return "P" + f"{days}D" * (days > 0) + (f"T{clock}" if clock else "") if minutes else ""


def bounded(value: Value, modifier: str) -> Value:
    """Turn a value into a bound, or make it vague: `before 9 July`, `since 1959`, `about 1850`.

    The day that is said belongs to the bound, since nothing on the page says that it does not.

    >>> bounded(Value((("when", "1964-07-09"),), None, "r"), "by").attributes
    (('notAfter', '1964-07-09'),)
    >>> bounded(Value((("from", "1961"), ("to", "1963")), None, "r"), "since").attributes
    (('from', '1961'),)
    """
    ends = [text for name, text in value.attributes if name != "dur"]
    if not ends or not modifier:
        return value
    if modifier == "about":
        return Value(value.attributes, worse(value.cert, "medium"), f"{value.rule}.about")
    name, text = {
        "before": ("notAfter", ends[0]),
        "by": ("notAfter", ends[-1]),
        "after": ("notBefore", ends[-1]),
        "since": ("from", ends[0]),
        "until": ("to", ends[-1]),
    }.get(modifier, ("", ""))
    return Value(((name, text),), value.cert, f"{value.rule}.{modifier}") if name else value
