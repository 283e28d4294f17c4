"""Parts of a longer time, and seasons: `early 1963`, `mid-October`, `the second half of November`, `the winter of 1941-42`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from teilegram.dates.english.words import (
    SHORT,
    TENS,
    TURN,
    YEAR,
    M,
    before,
    figure,
    month,
    number,
    rule,
    said,
    turned,
)
from teilegram.dates.english.years import roman
from teilegram.dates.expression import Expression

PART = {
    "early": "early", "beginning": "beginning", "start": "beginning", "commencement": "beginning", "opening": "beginning",
    "mid": "mid", "middle": "middle", "late": "late", "end": "end", "close": "end",
    "first half": "first-half", "second half": "second-half", "latter half": "second-half", "1st half": "first-half",
    "2nd half": "second-half", "latter part": "late", "early part": "early",
    "first quarter": "Q1", "second quarter": "Q2", "third quarter": "Q3", "fourth quarter": "Q4", "last quarter": "Q4",
}  # fmt: skip
NAME = rf"(?P<part>{'|'.join(sorted(PART, key=len, reverse=True))})"
DECADE = r"(?P<decade>(?:1[5-9]|20)[0-9]0(?='?s)|'?[2-9]0(?='?s)|'?(?:nineteen[- ])?(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?=ies))(?:'?s|ies)"
CENTURY = r"(?:(?P<nth>[12]?[0-9](?:st|nd|rd|th)|twentieth|(?:twenty-first)|nineteenth|eighteenth|seventeenth|sixteenth|fifteenth)|(?P<roman>[XVI]{1,5}))[ -]cent(?:ury|\.)"
OF = r"(?:[ -]| of (?:the (?:month of |year )?)?| in (?:the )?)"
PARTS = (
    rf"{NAME}{OF}'?(?:{DECADE}|{CENTURY}|(?P<turn>(?:the )?(?:this|last|next|that|same|present|current|previous|following)) (?P<unit>week|month|year|century|decade)"
    rf"|(?:in )?(?P<month>{M})(?![a-z])\.?(?:(?:,? (?:of )?(?P<myear>{YEAR}|{SHORT}))(?!\w)|{TURN.replace('turn', 'of')})?|(?P<year>{YEAR})(?![\w%]|[.,/-][0-9]))(?!\w)"
)
"""`mid-October`, `late July`, `early in 1963`, `the second half of the 19th century`, `the end of last month`."""
WIDE = ("beginning", "middle", "end")
UNIT_ALONE = rf"{NAME} of (?P<turn>the) (?P<unit>week|month|year|century|decade)(?!\w)(?! [a-z]+ing)"
"""`at the end of the month`."""


def part(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a part of a month, year, decade or century, said or turned to.

    >>> from teilegram.dates.english import english
    >>> [(e.name, e.unit, e.year) for e in english("mid-1943, in the late 'thirties, the second half of the 19th century")]
    [('mid', 'year', 1943), ('late', 'decade', 30), ('second-half', 'century', 19)]
    """
    name = PART[m["part"].casefold()]
    fields: dict[str, Any]
    if (m["nth"] or m["roman"]) and name in WIDE:  # `the middle of the XIX century` names the century
        return
    if m["decade"]:
        word = m["decade"].strip("'").casefold()
        tens = TENS.get(word.rsplit("-", 1)[-1].rsplit(" ", 1)[-1] + "y")
        fields = {"unit": "decade", "year": (tens + 1900 * word.startswith("nineteen")) if tens else figure(word)}
    elif m["nth"] or m["roman"]:
        fields = {"unit": "century", "year": number(m["nth"]) if m["nth"] else roman(m["roman"])}
    elif m["unit"]:
        shift, anchor = turned(m["turn"])
        fields = {"unit": m["unit"].casefold(), "shift": shift, "anchor": anchor}
    elif m["year"]:
        fields = {"unit": "year", "year": figure(m["year"])}
    else:
        of = month(m["month"])
        if of is None or m["month"].islower() or name.startswith("Q"):
            return
        fields = {"unit": "month", "month": of, "year": figure(m["myear"])}
        if m["of"]:
            fields["shift"], fields["anchor"] = turned(m["of"])
    yield said(m, "part", "part", name=name, **fields)


def unit_alone(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a part of the month or year in which something is told, after `at`, `by` or `until`."""
    if re.search(r"\b(?:at|by|until|till|before|since|towards?|in) the $", before(m, 14), re.IGNORECASE):
        yield said(m, "part", "part", name=PART[m["part"].casefold()], unit=m["unit"].casefold(), anchor="now")


QUARTER = rf"Q(?P<which>[1-4])[ /-](?P<year>{YEAR})(?!\w)"


def quarter(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a quarter: `Q3 1962`."""
    yield said(m, "part", "part", name=f"Q{m['which']}", unit="year", year=figure(m["year"]))


SEASONS = {
    "spring": "spring",
    "summer": "summer",
    "summertime": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}
SEASON = (
    rf"(?P<season>{'|'.join(SEASONS)})(?:(?: of |,? | in )(?:the year )?(?P<year>{YEAR}|'[0-9]{{2}})(?:(?:/|-{{1,2}})(?P<to>{YEAR}|[0-9]{{2}}|[0-9]))?(?!\w)"
    rf"|{TURN}|(?P<after> last| next)(?=[.,;:)]|$))?(?![\w'-])"
)
LEAD = re.compile(
    r"\b(?:(?P<turn>this|last|next|that|the same|the (?:previous|preceding|following|coming|past|present))|"
    r"(?:in|during|since|until|till|by|before|after|throughout) (?:the )?(?:early |late |mid-)?|(?:early|late|mid|the)[ -]) ?$",
    re.IGNORECASE,
)
NO_SEASON = re.compile(
    r" (?:(?:in|of) (?!19|18)|semester|school|term|coat|uniform|camp|palace|house|residence|resort|months|clothes|weather|down|through|from|on|to|back|into|sowing|crops?|Garden)",
    re.IGNORECASE,
)


def somewhere(m: re.Match[str]) -> bool:
    """Tell whether a place follows a season: `last summer in Paris`; `this fall in prices` is none."""
    return m["season"].casefold() != "fall" and PLACED.match(m.string, m.end()) is not None


PLACED = re.compile(r" (?:in|from|to|on)(?!\w)", re.IGNORECASE)


def season(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a season with its year, or turned to, or after a preposition that time takes.

    >>> from teilegram.dates.english import english
    >>> [(e.name, e.year, e.shift) for e in english("this fall, the winter of 1941-42; the fall of Berlin, spring water")]
    [('autumn', None, 0), ('winter', 1941, 0)]
    """
    name = SEASONS[m["season"].casefold()]
    fields: dict[str, Any] = {"name": name}
    lead = LEAD.search(before(m, 24))
    if m["year"]:
        year = figure(m["year"]) or 0
        fields["year"] = year
        if m["to"]:
            fields["to_year"] = int(str(year)[: 4 - len(m["to"])] + m["to"])
    elif m["turn"]:
        fields["shift"], fields["anchor"] = turned(m["turn"])
    elif m["after"]:
        fields["shift"], fields["anchor"] = turned(m["after"].strip())
    elif lead is None or (NO_SEASON.match(m.string, m.end()) and not (lead["turn"] and somewhere(m))):
        return
    elif lead["turn"]:
        fields["shift"], fields["anchor"] = turned(lead["turn"])
        yield Expression(m.start() - len(lead[0]), m.end(), "season", "dates.english.season", **fields)
        return
    elif (name == "autumn" and m["season"].casefold() == "fall") or lead[0].casefold().strip() in (
        "the",
        "before",
        "after",
    ):
        return
    yield said(m, "season", "season", **fields)


RULES = (
    rule({word.split()[0] for word in PART} - {"1st", "2nd"}, PARTS, part),
    rule("#", rf"(?=[12](?:st|nd) half){PARTS}", part),
    rule({word.split()[0] for word in PART} - {"1st", "2nd"}, UNIT_ALONE, unit_alone),
    rule(("q1", "q2", "q3", "q4"), QUARTER, quarter),
    rule(SEASONS, SEASON, season),
)
