"""English dates: `6 November 1962`, `November 6th, 1962`, `26 and 27 October`, `the 27th`, `July of this year`.

`May` and `March` alone are words; a month counts with a day, a year, or after a preposition that time takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.expression import Expression, months, pattern_of, possible

MONTH = pattern_of("en")
DAY = r"(?:[12][0-9]|3[01]|0?[1-9])"
ORDINAL = r"(?:st|nd|rd|th|d)"
YEAR = r"(?:1[5-9]|20)[0-9]{2}"
DASH = r" ?(?:-{1,2}|to|through|until|till|/) ?"

TWO = r"(?:'[0-9]{2}|[0-9]{2}(?=[.,;:)]|$))"
"""A year of two figures: `5 May 61.`, `Jan. 6, '61`."""
BEFORE = r"(?<![\w.,/-])"
"""Before a day in figures: no number that goes on."""
ONE = rf"{DAY}{ORDINAL}?"

DAY_MONTH = re.compile(
    rf"{BEFORE}(?:(?P<list>(?:{ONE}, ){{0,12}}{ONE}) (?:and|or|&) |(?P<from>{DAY}){ORDINAL}?{DASH})?"
    rf"(?P<day>{DAY}){ORDINAL}?(?: of| day of)? (?P<month>{MONTH})"
    rf"(?:,? (?P<year>{YEAR}|{TWO})(?!\w))?(?![\w])",
    re.IGNORECASE,
)
FULL_RANGE = re.compile(
    rf"{BEFORE}(?P<day>{DAY}){ORDINAL}? (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?{DASH}"
    rf"(?P<to>{DAY}){ORDINAL}? (?P<tomonth>{MONTH})(?:,? (?P<toyear>{YEAR}))?(?!\w)",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(
    rf"(?<![\w])(?<![0-9]\. )(?<![0-9] )(?P<month>{MONTH}) (?:the )?(?P<day>{DAY}){ORDINAL}?"
    rf"(?: ?(?:-{{1,2}}|to) ?(?P<to>{DAY}){ORDINAL}?(?=\W))?"
    rf"(?:(?:,|, in| of)? (?P<year>{YEAR}|'[0-9]{{2}}|(?<=, ){TWO}))?(?![\w]|[-/][0-9]|[:.][0-9])",
    re.IGNORECASE,
)
MONTH_YEAR = re.compile(rf"(?<!\w)(?P<month>{MONTH})(?: of|,)? (?P<year>{YEAR})(?!\w|-[0-9])", re.IGNORECASE)
MONTH_OF_YEAR = re.compile(
    rf"(?<!\w)(?P<month>{MONTH}) of (?:this|the (?:current|present|same)) year(?!\w)", re.IGNORECASE
)
MONTH_ALONE = re.compile(rf"(?:(?<= in )|(?<= since ))(?P<month>{MONTH})(?![\w'])")
HALF = re.compile(
    rf"(?<!\w)(?P<half>first|second) half of (?P<month>{MONTH})(?: (?P<year>{YEAR}))?(?!\w)", re.IGNORECASE
)
PART = re.compile(
    rf"(?<!\w)(?P<part>early|mid|late|beginning of|middle of|end of)[ -](?P<month>{MONTH})"
    rf"(?:,? (?P<year>{YEAR}))?(?!\w)",
    re.IGNORECASE,
)
COUNTED = (
    "century|centuries|anniversary|session|congress|parallel|floor|street|avenue|army|division|regiment|fleet|day|time|"
    "party|paragraph|article|point|part|plenum|birthday"
)
"""What an ordinal counts when it is no day of the month."""
ORDINAL_DAY = re.compile(
    rf"(?<=the )(?P<day>{DAY}){ORDINAL}(?! (?:{COUNTED}|of (?!this month|the month))|-|\w)", re.IGNORECASE
)
COUNTING = re.compile(
    r" (?!(?:and|or|but|of|at|in|on|to|from|until|he|she|it|we|they|the|which|that|when|as|"
    r"was|is|were|will|would|had|has|there|with|by|for|I|a|an|after|before|this|our|his|their)(?!\w))\w"
)
"""A word after an ordinal that it counts."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LAST_WEEKDAY = re.compile(rf"(?<!\w)last (?P<weekday>{'|'.join(WEEKDAYS)})(?!\w)", re.IGNORECASE)
LAST_WEEK = re.compile(r"(?<!\w)last week(?!\w)", re.IGNORECASE)
SEASON = re.compile(r"(?<!\w)this (?P<season>spring|summer|autumn|fall(?! (?:in|of)))(?!\w)", re.IGNORECASE)
FEAST = re.compile(
    r"(?<!\w)(?P<feast>Christmas(?: Day| Eve)?|New Year's (?:Day|Eve))"
    r"(?! (?:tree|card|present|gift|party|carol))(?!\w)"
)
YEAR_BEFORE = "in|since|of|by|after|before|during|until|from|year|early|late|to|of the|the|is it"
"""What a bare year follows: `in 1961`, `the year 1812`, `the 1934 treaty`, `neither is it 1941`."""
MEASURES = "%|per cent|percent|people|men|women|tons|copies|dollars|rubles|miles|km|troops|soldiers|persons|words|times"
"""What follows a number that is no year."""
BARE_YEAR = re.compile(rf"(?<= )(?P<year>{YEAR})(?![\w/:%]|[.,][0-9]|-[0-9]| (?:{MEASURES}))", re.IGNORECASE)
YEAR_ANNOUNCED = re.compile(rf"\b(?:{YEAR_BEFORE}) $", re.IGNORECASE)
COUNTED_THINGS = re.compile(
    r" (?!(?:was|is|has|as|its|his|this|thus|always|plus)(?!\w))[a-z]+s(?!\w)| (?:to|of) [0-9]{3,4}(?!\w)"
)
"""A plural after a number that is no year: `1700 hours`, `1800 tanks`."""
CENTURY = re.compile(
    r"(?<!\w)(?:(?P<roman>X{0,2}(?:IX|IV|V?I{0,3}))|(?P<figure>[12]?[0-9])(?:st|nd|rd|th)) century"
    r"(?! BC| B\.C\.)(?!\w)",
    re.IGNORECASE,
)
ZONE = r"(?P<zone> (?:Eastern|Central|Mountain|Pacific) (?:Standard|Daylight) Time| (?:EST|EDT|GMT|UTC)(?!\w))?"
MERIDIEM = r"(?P<half>[ap])\.? ?m\.?(?!\w)"
CLOCK = re.compile(
    rf"(?<![\w.:])(?P<hour>[01]?[0-9]|2[0-3])[:.](?P<minute>[0-5][0-9])(?: ?{MERIDIEM})?{ZONE}(?![\w:]|[.,][0-9])",
    re.IGNORECASE,
)
HOUR = re.compile(rf"(?<![\w.:])(?P<hour>1[0-2]|0?[1-9]) ?{MERIDIEM}{ZONE}", re.IGNORECASE)
AT = re.compile(r"\b(?:at|by|until|till|from|to|before|after|between|and|about) $", re.IGNORECASE)
ZONES = {
    "eastern standard": "-05:00",
    "eastern daylight": "-04:00",
    "central standard": "-06:00",
    "central daylight": "-05:00",
    "mountain standard": "-07:00",
    "mountain daylight": "-06:00",
    "pacific standard": "-08:00",
    "pacific daylight": "-07:00",
    "est": "-05:00",
    "edt": "-04:00",
    "gmt": "Z",
    "utc": "Z",
}


def english(text: str) -> Iterator[Expression]:
    """Yield the English dates and times of a reading; where two overlap, choosing is another step's.

    >>> [(e.kind, e.day, e.month, e.year, e.to_day) for e in english("on 26 and 27 October; from 22-28 OCTOBER")]
    [('day', 26, 10, None, None), ('day', 27, 10, None, None), ('range', 22, 10, None, 28)]
    >>> list(english("It may be so; today 3-4 days are enough, 24 hours"))
    []
    """
    yield from absolute(text)
    yield from partial(text)
    yield from relative(text)
    yield from times(text)


def number(value: str | None) -> int | None:
    """Read a number that may be missing."""
    return int(value.lstrip("'")) if value else None


def absolute(text: str) -> Iterator[Expression]:
    """Yield dates with a day and a month, in either order, single, listed and in ranges."""
    table = months("en")
    for m in FULL_RANGE.finditer(text):
        yield Expression(
            m.start(),
            m.end(),
            "range",
            "dates.english.range",
            number(m["year"]),
            table[m["month"].casefold()],
            int(m["day"]),
            number(m["toyear"]),
            table[m["tomonth"].casefold()],
            int(m["to"]),
        )
    for m in DAY_MONTH.finditer(text):
        month, year, day = table[m["month"].casefold()], number(m["year"]), int(m["day"])
        if not possible(year, month, day) or (m["month"].islower() and year is None):
            continue
        if m["from"] and int(m["from"]) < day:
            yield Expression(
                m.start("from"), m.end(), "range", "dates.english.range", year, month, int(m["from"]), year, month, day
            )
            continue
        if m["list"]:
            for item in re.finditer(rf"({DAY}){ORDINAL}?", m["list"]):
                yield Expression(
                    m.start("list") + item.start(),
                    m.start("list") + item.end(),
                    "day",
                    "dates.english.list",
                    year,
                    month,
                    int(item[1]),
                )
        yield Expression(m.start("day"), m.end(), "day", "dates.english.day-month", year, month, day)
    for m in MONTH_DAY.finditer(text):
        month, year, day = table[m["month"].casefold()], number(m["year"]), int(m["day"])
        if (m["month"].casefold() in ("may", "march") and m["month"].islower()) or not possible(year, month, day):
            continue
        if m["to"] and int(m["to"]) > day:
            yield Expression(
                m.start(), m.end(), "range", "dates.english.range", year, month, day, year, month, int(m["to"])
            )
        else:
            yield Expression(m.start(), m.end(), "day", "dates.english.month-day", year, month, day)


def partial(text: str) -> Iterator[Expression]:
    """Yield months, parts of months, days of the month, years and centuries."""
    table = months("en")
    for m in MONTH_YEAR.finditer(text):
        if not m["month"].islower():
            yield Expression(
                m.start(), m.end(), "day", "dates.english.month-year", int(m["year"]), table[m["month"].casefold()]
            )
    for m in MONTH_OF_YEAR.finditer(text):
        yield Expression(
            m.start(),
            m.end(),
            "month-of-this-year",
            "dates.english.month-of-this-year",
            month=table[m["month"].casefold()],
        )
    for m in MONTH_ALONE.finditer(text):
        yield Expression(m.start(), m.end(), "day", "dates.english.month", month=table[m[0].casefold()])
    yield from parts_of_months(text)
    yield from years(text)


def parts_of_months(text: str) -> Iterator[Expression]:
    """Yield halves and other parts of months, and days of a month that is not said."""
    table = months("en")
    for m in HALF.finditer(text):
        yield Expression(
            m.start(),
            m.end(),
            "half-month",
            "dates.english.half",
            number(m["year"]),
            table[m["month"].casefold()],
            name=m["half"].casefold(),
        )
    for m in PART.finditer(text):
        yield Expression(
            m.start(),
            m.end(),
            "part-month",
            "dates.english.part",
            number(m["year"]),
            table[m["month"].casefold()],
            name=m["part"].casefold().split()[0],
        )
    for m in ORDINAL_DAY.finditer(text):
        if not COUNTING.match(text, m.end()):  # the 10th Department, the 3rd battalion
            yield Expression(m.start(), m.end(), "day", "dates.english.ordinal", day=int(m["day"]))


def years(text: str) -> Iterator[Expression]:
    """Yield bare years and centuries."""
    for m in BARE_YEAR.finditer(text):
        if YEAR_ANNOUNCED.search(text, max(0, m.start() - 10), m.start()) and not COUNTED_THINGS.match(text, m.end()):
            yield Expression(m.start(), m.end(), "day", "dates.english.year", int(m["year"]))
    for m in CENTURY.finditer(text):
        figure = int(m["figure"]) if m["figure"] else roman(m["roman"])
        if figure:
            yield Expression(m.start(), m.end(), "century", "dates.english.century", year=figure)


def roman(figure: str) -> int:
    """Read a Roman number up to XXIX; 0 for none.

    >>> roman("XIX"), roman("")
    (19, 0)
    """
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in figure.upper()]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


def relative(text: str) -> Iterator[Expression]:
    """Yield what turns on the day of writing or speaking."""
    for m in LAST_WEEKDAY.finditer(text):
        yield Expression(m.start(), m.end(), "last-weekday", "dates.english.last-weekday", name=m["weekday"].casefold())
    for m in LAST_WEEK.finditer(text):
        yield Expression(m.start(), m.end(), "last-week", "dates.english.last-week")
    for m in SEASON.finditer(text):
        yield Expression(m.start(), m.end(), "this-season", "dates.english.season", name=m["season"].casefold())
    for m in FEAST.finditer(text):
        yield Expression(m.start(), m.end(), "feast", "dates.english.feast", name=m["feast"].casefold())


def times(text: str) -> Iterator[Expression]:
    """Yield times of day; `10.30` without a.m. or a zone is a number.

    >>> [(e.hour, e.minute, e.name) for e in times("at 10:30 a.m. Eastern Standard Time, 1:59 p.m., 12:30 PM")]
    [(10, 30, '-05:00'), (13, 59, ''), (12, 30, '')]
    """
    for m in CLOCK.finditer(text):
        announced = len(m["hour"]) > 1 or AT.search(text, max(0, m.start() - 8), m.start())
        if m["half"] or m["zone"] or (":" in m[0] and announced):
            yield time(m, int(m["minute"]))
    for m in HOUR.finditer(text):
        yield time(m, 0)


def time(m: re.Match[str], minute: int) -> Expression:
    """Make a time of day from its figures, its half of the day and its zone."""
    hour = int(m["hour"])
    half = (m["half"] or "").casefold()
    if half and hour <= 12:  # noqa: PLR2004
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = " ".join((m["zone"] or "").casefold().split()[:2])
    return Expression(
        m.start(), m.end(), "time", "dates.english.time", hour=hour, minute=minute, name=ZONES.get(zone, "")
    )
