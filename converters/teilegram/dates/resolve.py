"""Resolution: what a date means, from what it says and from the time when it was said.

The year that is not said is the document's, unless that would lie more than three months ahead; a month that
is not said is that of the nearest date before.  What cannot be decided has the bounds that are sure, keeps the part
that is said (`--10-26`, as W3C XML Schema writes a day without its year) or gets no value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from teilegram.dates.absolute import bounded, century, day, decade, duration, span, time
from teilegram.dates.calendars import calendar_known, old_style, recorded
from teilegram.dates.context import Context
from teilegram.dates.expression import Expression
from teilegram.dates.feasts import feast
from teilegram.dates.parts import part, season
from teilegram.dates.relative import lasting_span, period, shift, weekday
from teilegram.dates.value import BOUNDS, Value, days_of, worse

RESOLVERS: dict[str, Callable[[Expression, Context], Value]] = {
    "day": day,
    "range": span,
    "part": part,
    "season": season,
    "decade": decade,
    "century": century,
    "shift": shift,
    "weekday": weekday,
    "period": period,
    "span": lasting_span,
    "feast": feast,
    "duration": duration,
    "time": time,
    "recorded": recorded,
}
"""What resolves each kind of expression."""
TIMELESS = ("time", "duration", "recorded")
"""Kinds that are no date to turn on."""


def resolve(said: Expression, context: Context) -> Value:
    """Resolve one expression and remember it for the next.

    >>> from datetime import date
    >>> c = Context(date(1962, 11, 6))
    >>> resolve(Expression(0, 0, "day", "r", month=10, day=26), c)
    Value(attributes=(('when', '1962-10-26'),), cert='high', rule='r.year-of-document')
    >>> resolve(Expression(0, 0, "day", "r", day=27), c)
    Value(attributes=(('when', '1962-10-27'),), cert='high', rule='r.month-before')
    >>> resolve(Expression(0, 0, "shift", "r", amount=1, unit="day", shift=1, anchor="then"), c)
    Value(attributes=(('when', '1962-10-28'),), cert='high', rule='r')
    """
    e = turned(said)
    if not plausible(e):
        return Value((), "low", f"{e.rule}.impossible")
    resolver = old_style if e.calendar == "julian" else RESOLVERS[e.kind]
    value = sound(resolver(e, context))
    if e.kind not in TIMELESS:
        context.note(value, e.year)
        if e.anchor == "now" and not context.retrospective:
            context.told = None  # back from an account of other years
    if e.modifier == "about":  # any other modifier says of an event how it lies to the date, and changes no date
        value = bounded(value, e.modifier)
    if e.mended and value.attributes:
        value = replace_cert(value, "mended")
    if e.calendar and calendar_known(e.calendar):
        value = value._replace(attributes=(*value.attributes, ("calendar", f"#{e.calendar}")))
    return value


def turned(e: Expression) -> Expression:
    """Give a day that is said to be the last or the next of its name (`29th July last`) as one that turns on today."""
    named = e.kind == "day" and e.anchor == "now" and e.month is not None and e.year is None
    return replace(e, kind="period", unit="month") if named else e


def plausible(e: Expression) -> bool:
    """Tell whether the figures can be a year, a month and a day of any calendar."""
    limits = ((e.year, 9998), (e.month, 12), (e.day, 31), (e.to_year, 9998), (e.to_month, 12), (e.to_day, 31))
    return all(
        figure is None or first <= figure <= last for first, (figure, last) in zip((0, 1, 1) * 2, limits, strict=True)
    )


def replace_cert(value: Value, how: str) -> Value:
    """Make a value less sure than what the page says, and say why."""
    return Value(value.attributes, worse(value.cert, "medium"), f"{value.rule}.{how}")


def sound(value: Value) -> Value:
    """Give a value only if each of its dates is one: a year before 1 or after 9999 is none."""
    for name, text in value.attributes:
        dated = name in BOUNDS and ":" not in text and not text.startswith("--")
        if dated and days_of(text) is None:
            return Value((), value.cert, value.rule)
    return value
