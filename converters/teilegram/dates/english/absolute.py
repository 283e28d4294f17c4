"""Days with a month: `6 November 1962`, `November 6th, 1962`, `the twenty-sixth of October`, `26 and 27 October`.

Also old style (`18/31 August 1916`, `10 February 1731/2`, `5 May 1745 O.S.`) and the groups of military telegrams
(`261430Z OCT 62`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from teilegram.dates.english.words import (
    DASH,
    DAY,
    FEW,
    FIGURE,
    MONTHS,
    NTH,
    OF,
    ORD,
    ORDINAL_WORD,
    STYLE,
    TURN,
    WORDLIKE,
    YEAR,
    YEAR_AFTER,
    M,
    before,
    damage,
    figure,
    month,
    number,
    real,
    rule,
    said,
    turned,
)
from teilegram.dates.expression import Expression

ONE = rf"{DAY}{ORD}?"
LATER = r"(?:,? (?-i:(?<!\. )|(?=[a-z]))(?P<later>last(?: past)?|ult(?:imo)?\.?|next(?: ensuing)?|inst(?:ant)?\.?)(?=[\s.,;:)]|$))"
"""`29th July last`: the nearest before the writing; in `25th July. Last night` a sentence begins."""
TAIL = rf"(?:{YEAR_AFTER}(?:/(?P<dual>[0-9]{{1,2}})(?!\w))?|(?P<civil>,? {YEAR})/(?P<new>[0-9]{{1,2}})(?![\w/])|{TURN}|{LATER})?{STYLE}?"
NO_DAY = re.compile(r"[\w$£€#№]$|[0-9][.,:/]$|[0-9A-Za-z]-$|(?:[0-9] | no\.? ?|page |pp?\. )$", re.IGNORECASE)
"""What stands before a figure that goes on or counts something else."""


def dated(  # noqa: PLR0917
    start: int, end: int, m: re.Match[str], name: str, day: int, of: int, *written: str | None
) -> Expression:
    """Make one day, with the year, turn or style that the match says."""
    groups = m.groupdict()
    year = figure(groups.get("year") or (groups.get("civil") or "").lstrip(", ") or None)
    fields: dict[str, Any] = {"year": year, "month": of, "day": day}
    kind = "day"
    if groups.get("turn"):
        shift, anchor = turned(groups["turn"])
        kind, fields = "period", {**fields, "unit": "year", "shift": shift, "anchor": anchor}
    elif groups.get("later"):
        shift = {"n": 1, "i": 0}.get(groups["later"][0].casefold(), -1)
        fields.update(shift=shift, anchor="now")
    if groups.get("new") and year:
        fields.update(year=year + 1, calendar="julian")
    if (groups.get("style") or "").casefold().startswith("o"):
        fields["calendar"] = "julian"
    fields["mended"] = damage(*written, groups.get("year"))
    return Expression(start, end, kind, f"dates.english.{name}", **fields)


def whole(m: re.Match[str], of: int | None, *days: int | None) -> bool:
    """Tell whether month and days are of the calendar, and the month is no other word."""
    word = m["month"]
    year = figure(m.groupdict().get("year"))
    if of is None or (word.islower() and word in WORDLIKE and not year):
        return False
    return all(real(year, of, day) for day in days)


DAY_MONTH = (
    rf"{FEW}(?:(?P<list>{ONE}(?:, {ONE}){{0,12}}) ?,? ?(?:and|or|&),? (?:the )?|(?P<from>{DAY}){ORD}?(?P<dash>{DASH}|/)(?:the )?)?"
    rf"(?P<day>{DAY})(?P<ord>{ORD})?{OF}(?P<month>{M})(?![a-z0-9])\.?{TAIL}"
)
"""`28 October 1962`, `the 6th of November`, `13th.June`, `26, 27 and 28 October`, `22-28 October`, `18/31 August 1916`."""


def day_month(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a day and its month, the days listed before it, or a range of days.

    >>> from teilegram.dates.english import english
    >>> [(e.kind, e.day, e.to_day, e.calendar) for e in english("22-28 October; 26 and 27 October; 18/31 August 1916")]
    [('range', 22, 28, ''), ('day', 26, None, ''), ('day', 27, None, ''), ('day', 18, 31, 'julian')]
    """
    of, day, first = month(m["month"]), figure(m["day"]), figure(m["from"])
    if not whole(m, of, day) or of is None or day is None or NO_DAY.search(before(m, 5)):
        return
    if m["month"].islower() and len(m["month"]) < 5 and not m["year"] and not m["ord"]:  # noqa: PLR2004
        return
    if NO_DATE.match(m.string, m.end()) or ANOTHER.match(m.string, m.end("day")):
        return
    if POINT.match(m.string, m.end("day")) and not m["year"] and not AMID.search(before(m, 9)):
        return
    if first and m["dash"] == "/":
        yield from double(m, first, day, of)
    elif first and first < day and real(None, of, first):
        e = dated(m.start(), m.end(), m, "range", first, of, m["from"], m["day"], m["month"])
        yield Expression(
            e.start, e.end, "range", e.rule, e.year, of, first, e.year, of, day, shift=e.shift, anchor=e.anchor
        )
    else:
        for item in re.finditer(ONE, m["list"] or "", re.IGNORECASE):
            at = m.start("list") + item.start()
            listed = figure(re.match(DAY, item[0], re.IGNORECASE)[0])  # type: ignore[index]
            if listed and real(None, of, listed):
                yield dated(at, m.start("list") + item.end(), m, "list", listed, of)
        yield dated(m.start("day"), m.end(), m, "day-month", day, of, m["day"], m["month"])


NO_DATE = re.compile(r" (?:Street|Avenue|Square|Road|Movement|Revolution)(?!\w)")
"""What a day names: `the 26 July Movement`, `1 May Street`."""
ANOTHER = re.compile(r"(?:\.| of) [A-Z][a-z]+\.? [0-9]{1,2}(?![0-9:])")
"""The month belongs to a day after it: `in paragraph 26. March 3 was a Sunday`, `document 10 of February 2, 1961`."""
POINT = re.compile(r"\. ")
AMID = re.compile(
    r"(?:\b(?:on|the|of|dated|from|to|until|till|since|am|between|and|by|after|before|day)|,) $", re.IGNORECASE
)
"""What stands before `6. November` in a sentence; elsewhere its full stop makes the number that of a point."""


def double(m: re.Match[str], first: int, day: int, of: int) -> Iterator[Expression]:
    """Yield a day of both calendars (`18/31 August`), ten to thirteen days apart, or a night between two days."""
    year = figure(m["year"])
    if 10 <= day - first <= 13:  # noqa: PLR2004
        yield said(
            m, "day", "double", year=year, month=of, day=first, to_year=year, to_month=of, to_day=day, calendar="julian"
        )
    elif 0 < day - first <= 3:  # noqa: PLR2004
        yield said(m, "range", "range", year=year, month=of, day=first, to_year=year, to_month=of, to_day=day)


HOUR = r"[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.? ?m\b"
"""After a day: `Received November 6-3:14 a.m.`"""
MONTH_DAY = (
    rf"(?P<month>{M})(?![a-z])(?:\. ?| |, )(?:the )?(?P<day>{DAY})(?P<ord>{ORD})?"
    rf"(?:(?P<link>{DASH}|, | and | & |, and )(?:the )?(?P<to>{DAY}){ORD}?(?![\w]|[.:/,-][0-9]))?"
    rf"(?:{TAIL}(?!\w|/[0-9]|-(?!{HOUR})[0-9]|[:.][0-9]|,[0-9]{{3}}))"
)
"""`November 6th, 1962`, `Feb.3,1966`, `December 12 of the same year`, `November 3-4, 1961`, `Nov. 3 and 4`."""
AFTER_NUMBER = re.compile(
    r"[\w-]$|[0-9](?:st|nd|rd|th)?\.? $|[0-9](?:st|nd|rd|th) of $|chapter $|[0-9]/$", re.IGNORECASE
)


def month_day(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a month and its day or two, or a range of days."""
    of, day, to = month(m["month"]), figure(m["day"]), figure(m["to"])
    if not whole(m, of, day) or of is None or day is None or AFTER_NUMBER.search(before(m, 8)):
        return
    if m["month"].islower() and (m["month"] in WORDLIKE or not m["year"]):
        return
    end = m.end("ord") if m["ord"] else m.end("day")
    written = (m["day"], m["month"])
    if to is None:
        yield dated(m.start(), m.end(), m, "month-day", day, of, *written)
    elif to > day and real(None, of, to) and not m["link"].strip().startswith((",", "and", "&")):
        e = dated(m.start(), m.end(), m, "range", day, of, *written)
        yield Expression(e.start, e.end, "range", e.rule, e.year, of, day, e.year, of, to)
    else:
        yield dated(m.start(), end, m, "month-day", day, of, *written)
        if real(None, of, to) and (m["link"].strip() != "," or m["year"]):
            yield dated(m.start("to"), m.end(), m, "list", to, of)


SPELLED = rf"(?P<day>{ORDINAL_WORD})(?: day)? of (?:the month of )?(?P<month>{M})(?![a-z0-9])\.?{TAIL}"
"""`the twenty-sixth of October`, `the first day of May, 1756`."""
MONTH_SPELLED = rf"(?P<month>{M})\.? (?:the )?(?P<day>{ORDINAL_WORD})(?!\w){TAIL}"
"""`October the twenty-sixth`, `July fourth`."""


def spelled(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a day in words and its month."""
    of, day = month(m["month"]), number(m["day"])
    if of and whole(m, of, day):
        yield dated(m.start(), m.end(), m, "spelled", day, of)


GROUP = rf"(?P<day>{DAY})(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])(?P<zone>Z|GMT)? ?(?P<month>{M})\.? ?(?P<year>{YEAR}|[0-9]{{2}})?(?!\w)"
"""`261430Z OCT 62`: the day, hour and minute of a military telegram."""


def group(m: re.Match[str]) -> Iterator[Expression]:
    """Yield the date-time group of a telegram."""
    of, day = month(m["month"]), figure(m["day"])
    if of and real(None, of, day) and (m["zone"] or m["month"].isupper()):
        yield said(
            m, "day", "date-time-group", year=figure(m["year"]), month=of, day=day,
            hour=int(m["hour"]), minute=int(m["minute"]), name="Z" if m["zone"] else "",
        )  # fmt: skip


RULES = (
    rule(FIGURE, DAY_MONTH, day_month),
    rule(FIGURE, GROUP, group),
    rule(MONTHS, MONTH_DAY, month_day),
    rule((*NTH, "twenty", "thirty"), SPELLED, spelled),
    rule(MONTHS, MONTH_SPELLED, spelled),
)
