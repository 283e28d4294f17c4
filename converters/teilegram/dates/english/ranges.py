"""From one date to another: `28 October to 3 November 1962`, `October 28 - November 3, 1962`, `between January and March 1942`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.english.words import (
    DASH,
    DAY,
    FEW,
    FIGURE,
    MONTHS,
    OF,
    ORD,
    SHORT,
    YEAR,
    M,
    before,
    figure,
    month,
    real,
    rule,
    said,
)
from teilegram.dates.expression import Expression

TO = rf"(?P<link>{DASH}|,? and |, to |,? (?:un)?till? )"
Y1 = rf"(?:[.,]? ?(?P<year>{YEAR}|'[0-9]{{2}}))?"
Y2 = rf"(?:(?:[.,]{{1,2}} ?| )(?P<toyear>{YEAR}|{SHORT})(?![\w-]))?"
DAY_FIRST = rf"{FEW}(?P<day>{DAY}){ORD}?{OF}(?P<month>{M})(?![a-z])\.?{Y1}{TO}(?:the )?(?P<to>{DAY}){ORD}?{OF}(?P<tomonth>{M})(?![a-z])\.?{Y2}"
"""`28 November 1961 - 3 January 1962`, `between 28 October and 3 November`."""
MONTH_FIRST = (
    rf"(?P<month>{M})(?![a-z])\.? (?P<day>{DAY}){ORD}?(?:,? ?(?P<year>{YEAR}|'[0-9]{{2}}))?{TO}"
    rf"(?P<tomonth>{M})(?![a-z])\.? (?P<to>{DAY}){ORD}?{Y2}(?!\w)"
)
"""`October 28 to November 3, 1962`."""
MONTHS_ONLY = rf"(?P<month>{M})(?![a-z])\.?(?:,? (?P<year>{YEAR}))?{TO}(?P<tomonth>{M})(?![a-z])\.?(?:,? (?:of )?(?P<toyear>{YEAR}))(?![\w]|-[0-9])"
"""`October-December 1962`, `October 1941 to January 1942`, `October and November 1941`."""
BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)


def joined(m: re.Match[str]) -> bool:
    """Tell whether two dates bound a time: `and` does so after `between` only."""
    return "and" not in m["link"] or bool(BETWEEN.search(before(m, 14)))


def days(m: re.Match[str]) -> Iterator[Expression]:
    """Yield the time between two days of two months.

    >>> from teilegram.dates.english import english
    >>> [(e.kind, e.day, e.month, e.to_day, e.to_month) for e in english("October 28 to November 3, 1962")]
    [('range', 28, 10, 3, 11)]
    """
    of, to = month(m["month"]), month(m["tomonth"])
    if of is None or to is None or not joined(m):
        return
    year, last = figure(m["year"]), figure(m["toyear"])
    if real(year, of, figure(m["day"])) and real(last, to, figure(m["to"])):
        yield said(
            m, "range", "range",
            year=year, month=of, day=figure(m["day"]), to_year=last, to_month=to, to_day=figure(m["to"]),
        )  # fmt: skip


def whole_months(m: re.Match[str]) -> Iterator[Expression]:
    """Yield the time between two months, or two months in one year."""
    of, to = month(m["month"]), month(m["tomonth"])
    if of is None or to is None or m["month"].islower():
        return
    year, last = figure(m["year"]), figure(m["toyear"])
    if joined(m):
        yield said(
            m,
            "range",
            "range",
            year=year or (last if of <= to else last and last - 1),
            month=of,
            to_year=last,
            to_month=to,
        )
    elif not m["year"]:
        yield Expression(m.start("month"), m.end("month"), "day", "dates.english.list", year=last, month=of)
        yield Expression(m.start("tomonth"), m.end(), "day", "dates.english.month-year", year=last, month=to)


RULES = (
    rule(FIGURE, DAY_FIRST, days),
    rule(MONTHS, MONTH_FIRST, days),
    rule(MONTHS, MONTHS_ONLY, whole_months),
)
