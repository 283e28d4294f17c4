"""Parts of months, years, decades and centuries, and seasons.

`Early`, `mid` and `late` are thirds; halves and quarters are what they say.  Something happened in such a part: its
ends are bounds.  Seasons are meteorological and northern: winter is December with the January and February after it.
"""

from __future__ import annotations

from datetime import date

from teilegram.dates.context import Context, full_year, year_for
from teilegram.dates.expression import Expression
from teilegram.dates.value import Attributes, Days, Value, iso, month_days, months_on, moved, within
from teilegram.model import Cert

PARTS = {
    "early": (0, 3),
    "beginning": (0, 3),
    "mid": (1, 3),
    "middle": (1, 3),
    "late": (2, 3),
    "end": (2, 3),
    "first-half": (0, 2),
    "second-half": (1, 2),
    "Q1": (0, 4),
    "Q2": (1, 4),
    "Q3": (2, 4),
    "Q4": (3, 4),
}
"""Each part: which of how many."""
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which a season begins."""


def part(e: Expression, context: Context) -> Value:
    """Resolve `early July`, `the second half of November`, `mid-1943`, `the late 1930s`, `the end of last month`."""
    if e.name not in PARTS:
        return Value((), None, e.rule)
    which, of = PARTS[e.name]
    unit = e.unit or ("month" if e.month else "century" if (e.year or 99) <= LAST_CENTURY else "year")
    if unit == "month":
        return part_of_month(e, context, which, of)
    if unit == "week":
        return part_of_week(e, context, which, of)
    base, cert = context.now(), "high" if e.year is None else None
    year = e.year if unit == "century" else full_year(e.year, context)
    if year is None:
        if base is None or unit != "year":
            return Value((), None, e.rule)
        year = base.year + e.shift
    return Value(part_of_years(year, unit, which, of), "high" if cert else None, e.rule)


LAST_CENTURY = 21


def part_of_years(year: int, unit: str, which: int, of: int) -> Attributes:
    """Give a part of a year in months, of a decade or a century in years.

    >>> part_of_years(1943, "year", 1, 3), part_of_years(1960, "decade", 2, 3)
    ((('notBefore', '1943-05'), ('notAfter', '1943-08')), (('notBefore', '1967'), ('notAfter', '1969')))
    """
    if unit == "year":
        size = 12 // of
        return (("notBefore", iso(year, which * size + 1)), ("notAfter", iso(year, (which + 1) * size)))
    first, count = (year * 100 - 99, 100) if unit == "century" else (year - year % 10, 10)
    ends = [first + -(-count * n // of) for n in (which, which + 1)]
    return (("notBefore", iso(ends[0])), ("notAfter", iso(ends[1] - 1)))


def part_of_month(e: Expression, context: Context, which: int, of: int) -> Value:
    """Resolve a part of a month: thirds of ten days, halves at the fifteenth."""
    cert: Cert | None = None
    rule, year, month = e.rule, full_year(e.year, context), e.month
    if month is None:
        base = context.then.first if e.anchor == "then" and context.then else context.now()
        on = months_on(base, e.shift) if base else None
        if on is None:
            return Value((), None, rule)
        (year, month), cert = on, "high"
    elif year is None:
        found = year_for(month, 15, context)
        if found is None:
            return Value((), None, rule)
        year, cert = found[0], found[1]
    context.year, context.month = year, month
    last = month_days(year, month).last.day
    ends = {3: (1, 11, 21, last + 1), 2: (1, 16, last + 1), 4: (1, 9, 16, 24, last + 1)}[of]
    days = Days(date(year, month, ends[which]), date(year, month, ends[which + 1] - 1))
    return Value(within(days), cert, rule)


def part_of_week(e: Expression, context: Context, which: int, of: int) -> Value:
    """Resolve `early next week`: Monday and Tuesday, Wednesday and Thursday, Friday to Sunday."""
    base = context.now()
    monday = moved(base, 7 * e.shift - base.weekday()) if base else None
    if monday is None:
        return Value((), None, e.rule)
    ends = (0, 2, 4, 7) if of == 3 else (0, 3, 7)  # noqa: PLR2004
    first, last = moved(monday, ends[which]), moved(monday, ends[min(which, len(ends) - 2) + 1] - 1)
    return Value(within(Days(first, last)), "medium", e.rule) if first and last else Value((), None, e.rule)


def season(e: Expression, context: Context) -> Value:
    """Resolve `the summer of 1941`, `the winter of 1941-42`, `this summer`, `last winter`, `in the autumn`."""
    if e.name not in SEASONS:
        return Value((), None, e.rule)
    year = full_year(e.year, context)
    if e.anchor == "then" and e.unit == "year" and context.then:
        return Value(lasting_season(e.name, context.then.first.year + e.shift), context.then_cert or "high", e.rule)
    if year is not None:
        turns = e.name == "winter" and e.to_year is None
        return Value(lasting_season(e.name, year), "medium" if turns else None, e.rule)
    told = context.told if not e.anchor and not e.shift else None
    base = context.now()
    if told is not None:
        return Value(lasting_season(e.name, told), "medium", f"{e.rule}.year-before")
    if base is None:
        return Value((), None, e.rule)
    return season_near(e, base, context.direction)


def season_near(e: Expression, base: date, direction: int) -> Value:
    """Resolve a season seen from a day: which of two it is, where words and tense leave both, nobody decides."""
    inside = [year for year in (base.year - 1, base.year) if reaches(e.name, year, base)]
    here = inside[0] if inside else base.year
    if e.shift == 0:
        if inside or (e.anchor == "now" and e.name != "winter"):
            return Value(lasting_season(e.name, here), "high", e.rule)
        begins = season_days(e.name, base.year).first
        before = base.year - (base < begins)
        if direction:
            return Value(lasting_season(e.name, before if direction < 0 else before + 1), "medium", f"{e.rule}.tense")
        return Value(either(e.name, before), "low", f"{e.rule}.either-year")
    if inside:
        return Value(lasting_season(e.name, here + e.shift), "high", e.rule)
    past = season_days(e.name, base.year).last < base  # of winter, which turns the year, never
    if e.shift > 0 and not past and e.name != "winter":
        return Value(either(e.name, base.year), "low", f"{e.rule}.either-year")
    year = base.year - (e.shift < 0 and not past) + (e.shift > 0 and past)
    return Value(lasting_season(e.name, year), "medium" if past and e.shift < 0 else "high", e.rule)


def season_days(name: str, year: int) -> Days:
    """Give the first and the last day of the season that begins in a year."""
    first = date(year, SEASONS[name], 1)
    end = months_on(first, 2) or (year, 12)
    return Days(first, month_days(*end).last)


def reaches(name: str, year: int, day: date) -> bool:
    """Tell whether a day lies in the season that began in a year."""
    return 1 <= year < date.max.year and season_days(name, year).first <= day <= season_days(name, year).last


def lasting_season(name: str, year: int) -> Attributes:
    """Give the value of the season that begins in a year.

    >>> lasting_season("winter", 1941), lasting_season("summer", 1962)
    ((('from', '1941-12'), ('to', '1942-02')), (('from', '1962-06'), ('to', '1962-08')))
    """
    if not 1 <= year < date.max.year:
        return ()
    days = season_days(name, year)
    return (("from", iso(days.first.year, days.first.month)), ("to", iso(days.last.year, days.last.month)))


def either(name: str, year: int) -> Attributes:
    """Give the bounds of a season that began in a year or in the next."""
    one, other = lasting_season(name, year), lasting_season(name, year + 1)
    return (("notBefore", one[0][1]), ("notAfter", other[1][1])) if one and other else ()
