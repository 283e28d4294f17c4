"""Russian dates: `26 октября 1962 г.`, `26 октября`, `в октябре 1962 года`, the time in a telegram's stamp line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.expression import Expression, months, pattern_of, possible

MONTH = pattern_of("ru")
WORDS = frozenset(months("ru"))
YEAR = r"(?:1[5-9]|20)[0-9][0-9]"
DAY_MONTH = re.compile(
    rf"(?<![\w.,/-])(?:(?P<from>[0-9]{{1,2}}) ?(?P<link>-|по|и) ?)?(?P<day>[0-9]{{1,2}}) (?P<month>{MONTH})"
    rf"(?: (?P<year>{YEAR})(?: ?(?:г\.|года|году|год)(?!\w))?)?(?!\w)",
    re.IGNORECASE,
)
MONTH_YEAR = re.compile(
    rf"(?<!\w)(?P<month>{MONTH}) (?P<year>{YEAR})(?: ?(?:г\.|года|году|год)(?!\w))?(?!\w)", re.IGNORECASE
)
BARE_YEAR = re.compile(rf"(?<![\w.,/-])(?P<year>{YEAR}) ?(?:г\.|года|году|годом|год)(?!\w)")
STAMP_TIME = re.compile(
    r"(?<=[0-9]{5} )(?P<hour>[01]?[0-9]|2[0-3])[ .:](?P<minute>[0-5][0-9])"
    r"(?= [0-9]{1,2}[. ](?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})[. ][0-9][0-9])"
)


def russian(text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """Yield the Russian dates of a reading.

    >>> [(e.day, e.month, e.year) for e in russian("с 26 октября по 5 ноября; Спец.КЖ 1762-1775")]
    [(26, 10, None), (5, 11, None)]
    >>> [(e.hour, e.minute) for e in russian("ГАВАНА 51019 10 30 8 XI 62")]
    [(10, 30)]
    """
    table = months("ru")
    stop = len(text) if end is None else end
    for m in DAY_MONTH.finditer(text, start, stop):
        month, year, day = table[m["month"].casefold()], int(m["year"]) if m["year"] else None, int(m["day"])
        if not possible(year, month, day):
            continue
        if m["from"] and m["link"] != "и" and 0 < int(m["from"]) < day:
            yield Expression(
                m.start("from"), m.end(), "range", "dates.russian.range", year, month, int(m["from"]), year, month, day
            )
            continue
        if m["from"] and possible(year, month, int(m["from"])):
            yield Expression(m.start("from"), m.end("from"), "day", "dates.russian.list", year, month, int(m["from"]))
        yield Expression(m.start("day"), m.end(), "day", "dates.russian.day-month", year, month, day)
    for m in MONTH_YEAR.finditer(text, start, stop):
        yield Expression(
            m.start(), m.end(), "day", "dates.russian.month-year", int(m["year"]), table[m["month"].casefold()]
        )
    for m in BARE_YEAR.finditer(text, start, stop):
        yield Expression(m.start(), m.end(), "day", "dates.russian.year", int(m["year"]))
    for m in STAMP_TIME.finditer(text, start, stop):
        yield Expression(
            m.start(), m.end(), "time", "dates.russian.stamp-time", hour=int(m["hour"]), minute=int(m["minute"])
        )
