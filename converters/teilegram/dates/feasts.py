"""Feasts and named days: Christmas, Easter Monday; their days stand in `data/feasts.tsv`.

Easter is reckoned by the Gregorian computus of Meeus, Jones and Butcher: ten divisions, exact for every year after
1582; a library for one sum would not pay.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from teilegram.dates.calendars import gregorian
from teilegram.dates.context import Context, full_year
from teilegram.dates.expression import Expression
from teilegram.dates.value import Days, Value, moved, when, within
from teilegram.model import Cert
from teilegram.vocabulary import table


def easter(year: int) -> date:
    """Give Easter Sunday of a Gregorian year.

    >>> easter(1916), easter(1962), easter(1943), easter(1818)
    (datetime.date(1916, 4, 23), datetime.date(1962, 4, 22), datetime.date(1943, 4, 25), datetime.date(1818, 3, 22))
    """
    moon = year % 19
    century, rest = divmod(year, 100)
    leaps, over = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    age = (19 * moon + century - leaps - shift + 15) % 30
    four, one = divmod(rest, 4)
    sunday = (32 + 2 * over + 2 * four - age - one) % 7
    late = (moon + 11 * age + 22 * sunday) // 451
    month, day = divmod(age + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def julian_easter(year: int) -> date | None:
    """Give Easter Sunday of the Eastern church, as the Gregorian calendar has it.

    >>> julian_easter(1917), julian_easter(1962)
    (datetime.date(1917, 4, 15), datetime.date(1962, 4, 29))
    """
    age = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - age + 34) % 7
    month, day = divmod(age + sunday + 114, 31)
    return gregorian(year, month, day + 1)


@cache
def days() -> dict[str, tuple[str, bool]]:
    """Give the day of each feast by its key, `12-25` or `easter+1`, and whether it is of the Julian calendar."""
    return {row["key"]: (row["day"] or row["julian"], not row["day"]) for row in table("feasts")}


def feast_day(key: str, year: int) -> date | None:
    """Give the day of a feast in a year; nothing for one that is not known or not computed.

    >>> feast_day("christmas", 1962), feast_day("good-friday", 1962), feast_day("christmas-eastern", 1916)
    (datetime.date(1962, 12, 25), datetime.date(1962, 4, 20), datetime.date(1917, 1, 7))
    """
    said, julian = days().get(key, ("", False))
    if not said or not 1 < year < date.max.year - 1:
        return None
    if said.startswith("easter"):
        sunday = julian_easter(year) if julian else easter(year)
        return moved(sunday, int(said[len("easter") :] or 0)) if sunday else None
    month, number = map(int, said.split("-"))
    return gregorian(year, month, number) if julian else date(year, month, number)


def feast(e: Expression, context: Context) -> Value:  # noqa: PLR0911 - a return for each way of saying it
    """Resolve a feast: of the year that is said, or of the one near the day when it was said.

    `Last Christmas` is the nearest before, `next Easter` the nearest to come.  A feast alone is that of the year,
    or, where tense says so, the nearest before; of one within a few weeks of the turn of the year both are near.
    """
    year = full_year(e.year, context)
    if year is not None:
        return at(feast_day(e.name, year), None, e.rule)
    if not e.anchor and not e.shift and context.told:
        return at(feast_day(e.name, context.told), "medium", f"{e.rule}.year-before")
    base = context.now()
    if base is None:
        return Value((), None, e.rule)
    here = feast_day(e.name, base.year)
    before, after = feast_day(e.name, base.year - 1), feast_day(e.name, base.year + 1)
    if here is None or before is None or after is None:
        return Value((), None, e.rule)
    past, coming = (here, after) if here < base else (before, here)
    if e.shift:
        return at(past if e.shift < 0 else after if here == base else coming, "high", e.rule)
    if context.direction and here != base:
        return at(past if context.direction < 0 else coming, "medium", f"{e.rule}.tense")
    if (base - past).days <= NEAR and here != past and e.anchor != "now":
        return Value(within(Days(past, coming)), "low", f"{e.rule}.either-year")
    return at(here, "medium", e.rule)


NEAR = 60
"""Days within which a feast just past is spoken of without `last`."""


def at(day: date | None, cert: Cert | None, rule: str) -> Value:
    """Give the value of a day."""
    return Value(when(day.year, day.month, day.day) if day else (), cert, rule)
