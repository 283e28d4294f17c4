"""Rules for days, months, years and their parts, in the languages whose grammar gives the fragments.

`с 26 по 28 октября 1962 г.`, `den 6. d. Mts.`, `début mai`, `a mediados de octubre`, `в 60-х годах`, `XVIIe siècle`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from teilegram.dates.expression import Expression
from teilegram.dates.grammar import DAY, YEAR_SAID, Found, Rule

TAIL = "(?P<{0}tail>@ofyear@(?P<{0}year>@y@|@short@)@yearword@|@s@(?P<{0}rel>@of-year@)|@s@(?P<{0}later>@month-after@))"


def tail(of: str = "") -> str:
    """Give what may follow a month: a year, or `of last year`."""
    return TAIL.format(of)


def single(f: Found) -> Iterator[Expression]:
    """Yield one day, or each day of a list that ends in it."""
    day = f.day()
    if not f.possible(day):
        return
    for item in f.grammar.compiled("@day@").finditer(f.group("list")):
        figure = re.match("[0-9]+", item[0])
        if figure and f.possible(int(figure[0])):
            left = f.m.start("list")
            one = f.dated("list", "list", day=int(figure[0]), month=f.month())
            yield placed(one, f.part.offset + left + item.start(), f.part.offset + left + item.end())
    yield f.dated("day", 0, day=day, month=f.month())


def placed(e: Expression, start: int, end: int) -> Expression:
    """Put an expression at other offsets."""
    return replace(e, start=start, end=end)


def days(f: Found) -> Iterator[Expression]:
    """Yield a range of days, within a month or across months and years."""
    first, last = f.day("from"), f.day()
    month = f.month("frommonth") or f.month()
    to_year = f.year()
    year = f.year("fromyear")
    if year is None and to_year is not None and month and f.month():
        year = to_year - (month > (f.month() or 0))
    if not f.possible(last) or not first or (month == f.month() and first >= last and year == to_year):
        return
    turn = f.turn("of-year", "rel")
    yield f.make(
        "range", "from", 0, year=year, month=month, day=first, to_year=to_year, to_month=f.month(), to_day=last,
        name="night" if f.group("night") else "", unit="year" if turn else "", modifier="", **turn,
    )  # fmt: skip


def month_range(f: Found) -> Iterator[Expression]:
    """Yield a range of months: `с октября по декабрь 1962 г.`."""
    first, last = f.month("frommonth"), f.month()
    if first and last:
        to_year = f.year()
        year = f.year("fromyear") or (to_year - (first > last) if to_year else None)
        turn = f.turn("of-year", "rel")
        yield f.make(
            "range", "frommonth", 0, year=year, month=first, to_year=to_year, to_month=last,
            unit="year" if turn else "", modifier="", **turn,
        )  # fmt: skip


def month_alone(f: Found) -> Iterator[Expression]:
    """Yield a month with its year, or after a preposition that time takes, or the last or next of its name."""
    turn = f.turn("adjective")
    if turn and turn["anchor"] == "now" and not f.group("tail"):
        yield f.make("day", "adjective", 0, month=f.month(), **turn)
    elif f.group("tail") or f.group("pre"):
        yield f.dated("month", 0, month=f.month())


def bare(f: Found) -> Iterator[Expression]:
    """Yield days of a month that is not said: `приехал 30-го`, `am 3. und 4. abends`; no king: `Николая 1-го`."""
    if NAMED.search(f.part.said[max(0, f.m.start() - 24) : f.m.start()]):
        return
    if f.group("from"):
        yield f.make("range", "from", 0, day=f.day("from"), to_day=f.day())
        return
    for item in f.grammar.compiled("(?P<figure>@figure@)@ending@").finditer(f.group("list")):
        left = f.m.start("list")
        one = f.make("day", "list", "list", day=int(item["figure"]))
        yield placed(one, f.part.offset + left + item.start(), f.part.offset + left + item.end())
    yield f.make("day", "day", 0, day=f.day())


NAMED = re.compile(r"[^\W\d_a-zа-яё][^\W\d_]+(?<!л)[ая] $")
"""A name before the number that it is told apart by."""


def of_month(f: Found) -> Iterator[Expression]:
    """Yield `5 числа прошлого месяца`, `am 6. d. Mts.`, each day of `am 18. und 19. d. M.`, or `с 3-го по 5-е с. м.`."""
    day, first, turn = f.day(), f.day("from"), f.turn("of-month", "ofmonth")
    if first and day:
        yield f.make("period", "from", 0, day=first, to_day=day, unit="month", **turn)
        return
    for item in f.grammar.compiled("@day@").finditer(f.group("list")):
        figure = re.match("[0-9]+", item[0])
        if figure:
            at = f.part.offset + f.m.start("list")
            one = f.make("period", "list", "list", day=int(figure[0]), unit="month", **turn)
            yield placed(one, at + item.start(), at + item.end())
    if day:
        yield f.make("period", "day", 0, day=day, unit="month", **turn)


def years(f: Found) -> Iterator[Expression]:
    """Yield a year, or years from one to another: `1941-1945 гг.`."""
    first, last = f.year(), f.year("toyear")
    if last is None:
        yield f.make("day", "year", "end" if f.group("end") else "year", year=first)
        return
    if last < 100 and first:  # noqa: PLR2004
        last += first // 100 * 100
    if first and first < last:
        yield f.make("range", "year", "end" if f.group("end") else "toyear", year=first, to_year=last, modifier="")


def part(f: Found) -> Iterator[Expression]:
    """Yield a part of a month, a year, a decade or a century."""
    name = f.word("part")
    month = f.month()
    year = f.year() or f.year("year2")
    turn = f.turn("of-year", "rel") or f.turn("of-year", "rel2")
    if f.group("unit"):
        unit = f.word("unit")
        which = f.turn("adjective") or f.turn("adjective-after", "after")
        if unit in ("week", "month", "year", "century") and which:
            yield f.make("part", "part", 0, name=name, unit=unit, **which)
    elif f.group("decade"):
        yield f.make("part", "part", 0, name=name, unit="decade", year=decade_of(f))
    elif f.group("century"):
        yield f.make("part", "part", 0, name=name, unit="century", year=roman(f.group("century")))
    elif month or year or turn:
        yield f.make("part", "part", 0, name=name, month=month, year=year, unit=unit_of(month, turn), **turn)


def unit_of(month: int | None, turn: dict[str, int]) -> str:
    """Give the unit that a part is of, where the fields do not say it."""
    return "year" if turn and not month else ""


def quarter(f: Found) -> Iterator[Expression]:
    """Yield a quarter of a year: `в IV квартале 1962 г.`."""
    said = f.group("quarter")
    which = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(said.strip(". ")) or (
        int(said[0]) if said[0].isdigit() else f.day("quarter")
    )
    if 1 <= which <= 4:  # noqa: PLR2004
        turn = f.turn("of-year", "rel")
        yield f.make("part", "quarter", 0, name=f"Q{which}", year=f.year(), unit="year", **turn)


def season(f: Found) -> Iterator[Expression]:
    """Yield a season of a year that is said, or of this, last or next one."""
    name = f.word("season")
    which = f.turn("adjective") or f.turn("adjective-after", "after")
    turn = f.turn("of-year", "rel")
    if which:
        yield f.make("season", 0, 0, name=name, **which)
    elif turn:
        yield f.make("season", "season", 0, name=name, unit="year", **turn)
    elif f.group("year"):
        yield f.make("season", "season", 0, name=name, year=f.year())


def decade_of(f: Found) -> int:
    """Give the first year of a decade; one of two figures is of the 20th century unless another is said."""
    said = f.group("decade")
    first = int(re.sub(r"\D", "", said)[:4] or 0) if said[:1].isdigit() else int(f.word("decade") or 0)
    century = roman(f.group("ofcentury"))
    return first if first > 99 else first + (century - 1 if century else 19) * 100  # noqa: PLR2004


def decade(f: Found) -> Iterator[Expression]:
    """Yield a decade: `в 60-х годах XIX века`."""
    yield f.make("decade", 0, 0, year=decade_of(f))


def century(f: Found) -> Iterator[Expression]:
    """Yield a century, or the range from one to another."""
    number = roman(f.group("century"))
    if number and not f.group("before"):
        yield f.make("century", 0, 0, year=number)


def roman(figure: str) -> int:
    """Read a Roman number up to XXI, in Latin or Cyrillic letters, or a figure; 0 for none.

    >>> roman("xix"), roman("хіх"), roman("17"), roman("xviiie"), roman("")
    (19, 19, 17, 18, 0)
    """
    said = figure.translate(str.maketrans("хіуv", "xivv"))
    digits = re.match("[0-9]+", said)
    if digits:
        return int(digits[0])
    letters = re.match("[xvi]+", said)
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in letters[0]] if letters else []
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


DAYS = (
    "(?P<night>@night@)?@b@(?:@from@)?(?P<from>@day@)(?:@of@(?P<frommonth>@month@)" + tail("from") + "?)?@to@"
    "(?P<day>@day@)@of@(?P<month>@month@)" + tail() + "?@e@"
)
BETWEEN = (
    "(?<![\\w-])@between@(?P<from>@day@)(?:@of@(?P<frommonth>@month@)" + tail("from") + "?)?@and@"
    "(?P<day>@day@)@of@(?P<month>@month@)" + tail() + "?@e@"
)
ROMAN = "(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|xx?|х{1,2}[іi]{0,3}х?|[0-9]{1,2})"
ABSOLUTE = (
    Rule("range", DAYS, days, ("month",), back=64),
    Rule("between", BETWEEN, days, ("between",), back=0),
    Rule(
        "day-month",
        r"@b@(?=@day@)(?:(?P<list>@day@(?:, {0,3}@day@){0,12})@and@)?(?P<day>@day@)@of@(?P<month>@month@)"
        + tail()
        + "?@style@@e@",
        single,
        ("month",),
        back=64,
    ),
    Rule(
        "month-range",
        r"(?<![\w.-])(?P<frommonth>@month@)" + tail("from") + "?@to@(?P<month>@month@)" + tail() + "?@e@",
        month_range,
        ("month",),
        back=0,
    ),
    Rule(
        "month",
        r"(?<![\w-])(?<![0-9] )(?<![0-9]\. )(?:(?P<pre>@month-preposition@)@s@)?(?:(?P<adjective>@adjective@)@s@)?(?P<month>@month@)"
        + tail()
        + "?@e@",
        month_alone,
        ("month",),
    ),
    Rule(
        "of-month",
        r"@b@(?=@day@)(?:(?P<list>@day@(?:, {0,3}@day@){0,12})@and@|(?P<from>@day@)@to@)?(?P<day>@day@)@numbered@(?P<ofmonth>@of-month@)",
        of_month,
        ("of-month",),
        back=48,
    ),
    Rule("ordinal", r"(?<![\w.,/:№-])@bareplace@", bare, (DAY, "ordinal"), back=32),
    Rule("year", r"(?<![\w.,/-])@yearplace@", years, (YEAR_SAID,)),
    Rule(
        "part",
        r"(?<!\w)(?P<part>@part@)@partof@(?:(?P<month>@month@)"
        + tail()
        + "?|@yearof@(?P<year2>@y@)(?! ?-)@yearword@@e@"
        r"|(?P<rel2>@of-year@)|@decadeplace@|@centuryplace@|@unitplace@)@e@",
        part,
        ("part",),
    ),
    Rule("season", r"(?<![\w-])@seasonplace@", season, ("season",)),
    Rule("decade", r"(?<![\w.,/-])@decadeplace@", decade, ("decade",)),
    Rule("century", r"(?<![\w.,/-])@centuryplace@@e@(?P<before>@bc@)?", century, ("century",)),
    Rule("quarter", r"(?<![\w.,/-])@quarterplace@", quarter, ("quarter",)),
)
