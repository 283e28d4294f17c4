"""What lacks a part: `the 27th`, `your letter of the 3d inst.`, `6th of this month`, `October 1962`, `in October`, `July last`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.english.words import (
    DASH,
    DAY,
    FEW,
    FIGURE,
    MONTHS,
    NTH,
    ORD,
    ORDINAL_WORD,
    TURN,
    YEAR_AFTER,
    M,
    before,
    damage,
    figure,
    month,
    number,
    rule,
    said,
    turned,
)
from teilegram.dates.expression import Expression

INST = r"(?:inst(?:ant|t|\b)?|ult(?:imo|o|\b)?|prox(?:imo|o|\b)?|curr(?:ent|t)?)(?![a-z])\.?"
"""Latin of offices: of this month, of the last, of the next."""
OF_MONTH = r"(?:,? of (?P<turn>this|last|next|the (?:current|present|same|previous|preceding|following|said|past|coming)|that|the) month(?:,? (?P<inst0>inst))?)"
DAYS_OF_MONTH = (
    rf"{FEW}(?:(?P<list>{DAY}{ORD}?(?:, {DAY}{ORD}?){{0,12}}) ?,? ?(?:and|or|&) (?:the )?|(?P<from>{DAY}){ORD}?{DASH}(?:the )?)?"
    rf"(?P<day>{DAY}){ORD}?(?:\.? ?(?P<inst>{INST})|{OF_MONTH})"
)
"""`the 9th and 10th instant`, `3d inst.`, `29th ult.`, `6th of this month`."""
LATIN = {"i": 0, "u": -1, "p": 1, "c": 0}


def days_of_month(m: re.Match[str]) -> Iterator[Expression]:
    """Yield days of the month that is, was or comes; or of the one spoken of."""
    if m["inst"]:
        shift, anchor = LATIN[m["inst"][0].casefold()], "now"
    elif m["turn"].casefold() == "the":
        shift, anchor = 0, "then"
    else:
        shift, anchor = turned(m["turn"])
    turn = {"unit": "month", "shift": shift, "anchor": anchor}
    first, day = figure(m["from"]), figure(m["day"])
    if first:
        yield said(m, "period", "month-turned", day=first, to_day=day, **turn)
        return
    for item in re.finditer(rf"({DAY}){ORD}?", m["list"] or "", re.IGNORECASE):
        at = m.start("list") + item.start()
        yield Expression(at, at + len(item[0]), "period", "dates.english.month-turned", day=figure(item[1]), **turn)  # type: ignore[arg-type]
    yield Expression(m.start("day"), m.end(), "period", "dates.english.month-turned", day=day, **turn)  # type: ignore[arg-type]


COUNTED = (
    "century|centuries|anniversary|session|congress|parallel|floor|street|st|avenue|army|division|regiment|fleet|day|time|"
    "party|paragraph|article|point|part|plenum|birthday|of (?!this month|the month|the same|that)"
)
"""What an ordinal counts when it is no day of the month."""
ORDINAL = rf"(?P<day>{DAY}){ORD}(?:(?P<link>{DASH}|/|(?:, {DAY}{ORD}){{0,8}},? and )(?:the )?(?P<to>{DAY}){ORD})?(?![\w]| (?:{COUNTED}))"
"""`the 27th`, `from the 3rd to the 5th`, `the 26th and 27th`; in figures with their ending only, after `the` or `on`."""
ANNOUNCED = re.compile(r"\b(?:the|on|dated) $", re.IGNORECASE)
LETTER = re.compile(
    r"\b(?:yours?|letters?|notes?|telegrams?|cables?|dispatch|despatch|minute|favou?r|report) of (?:the )?$",
    re.IGNORECASE,
)
"""What has a day and no number: `yours of the 14th reached me`."""
OF_WEEKDAY = re.compile(r"(?:[nrs]|nes|urs|ri)day,? the $", re.IGNORECASE)
"""`Sunday the 18th lasted`: after a day of the week nothing is counted."""
COUNTING = re.compile(
    r"-| (?!(?:and|or|but|of|at|in|on|to|from|until|till|he|she|it|we|they|you|the|which|that|when|as|we|his|who|"
    r"was|is|were|will|would|had|has|have|there|with|by|for|I|a|an|after|before|this|our|your|my|their|last|came|"
    r"fell|went|left|took|met|saw|got|sent|wrote|made|held|began|did|found|gave|could|should|did|may|must|(?!armou?red|mounted|armed|united|mechani[sz]ed|motori[sz]ed|combined|numbered|named)[a-z]{2,}ed|"
    r"not|about|near|because|if|so|than|under|upon|inst|all|one|no|some|very|into|through|morning|evening|night)(?!\w))\w",
)
"""A word after an ordinal that it counts: the 10th Department, the 3rd battalion."""


def ordinal(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a day of a month that is not said.

    >>> from teilegram.dates.english import english
    >>> [e.day for e in english("On the 27th, at the 27th session; the 10th Department; the 26th and 28th.")]
    [27, 26, 28]
    """
    lead = before(m, 24)
    counting = COUNTING.match(m.string, m.end()) and not OF_WEEKDAY.search(lead)
    if not LETTER.search(lead) and (not ANNOUNCED.search(lead) or counting):
        return
    mended = damage(m["day"])
    if m["to"] and "and" not in m["link"]:
        yield said(m, "range", "ordinal", day=figure(m["day"]), to_day=figure(m["to"]))
        return
    for item in re.finditer(rf"(?P<day>{DAY}){ORD}", m[0], re.IGNORECASE):
        start = m.start() + item.start()
        yield Expression(
            start, m.start() + item.end(), "day", "dates.english.ordinal", day=figure(item["day"]), mended=mended
        )


SPELLED_DAY = rf"(?P<day>{ORDINAL_WORD}){OF_MONTH}"
"""`the first of the month`, `on the tenth of this month`."""


def spelled_day(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a day in words of a month that is turned to."""
    shift, anchor = (0, "then") if m["turn"].casefold() == "the" else turned(m["turn"])
    yield said(m, "period", "month-turned", day=number(m["day"]), unit="month", shift=shift, anchor=anchor)


MONTH_YEAR = rf"(?P<month>{M})(?![a-z])(?:\.?{YEAR_AFTER}|\.?{TURN}|\.? (?-i:(?<!\. )|(?=[a-z]))(?P<later>last(?: past)?|ult\.?|next(?: ensuing)?)(?=[.,;:)]|$| (?!(?:years?|weeks?|months?|nights?|summer|winter|spring|autumn|evening|time|two|three|few|to)(?!\w))[a-zI]))"
"""`October 1962`, `Oct. '62`, `July of the current year`, `in July last`."""
NAME_BEFORE = re.compile(r"\b(?:Mr\.|Mrs\.|Miss|Dr\.) $|(?<![\w.])[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? $")
"""A person's name, or a day that the month does not have: `31 June 1941`."""


def month_year(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a month with its year, said or turned to."""
    of = month(m["month"])
    if of is None or m["month"].islower() or NAME_BEFORE.search(before(m, 11)):
        return
    year = figure(m["year"])
    if m["turn"]:
        shift, anchor = turned(m["turn"])
        yield said(m, "period", "month-of-year", month=of, unit="year", shift=shift, anchor=anchor)
    elif m["later"]:
        yield said(m, "day", "month", month=of, shift=1 if m["later"][0].casefold() == "n" else -1, anchor="now")
    elif year is not None and (year > 31 or "'" in m["year"]):  # noqa: PLR2004
        yield said(m, "day", "month-year", year=year, month=of, mended=damage(m["year"], m["month"]))


MONTH_ALONE = rf"(?P<month>{M})(?![\w'])(?:(?P<link>-{{1,2}}| to | and | or |, )(?P<to>{M})(?![\w']))?"
IN = re.compile(
    r"\b(?:(?:in|since|during|until|till|throughout|by|before|after|from|between|of|for|this|last|next|every) )$",
    re.IGNORECASE,
)
SURELY = re.compile(r"\b(?:(?:in|since|during|until|till|throughout|last|next|this) )$", re.IGNORECASE)
GIVEN = frozenset({"april", "may", "june", "august", "march", "mar", "jan"})
"""Months that are names of persons as well: only a preposition that time alone takes makes dates of them."""
ON_PLACE = re.compile(r" on [A-Z]")
"""The March on Rome."""
GOES_ON = re.compile(r" ?[A-Z0-9]| (?:Revolution|Crisis|Plenum|day)|-[A-Za-z]| [0-9]")


def month_alone(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a month alone after a preposition that time takes: `in October`, `since May`, `last August`.

    >>> from teilegram.dates.english import english
    >>> [e.month for e in english("It may be in May; march on; in March; by October; with April; the October Revolution")]
    [5, 3, 10]
    """
    of, to = month(m["month"]), month(m["to"])
    first = m["month"]
    lead = (SURELY if first.casefold() in GIVEN else IN).search(before(m, 12))
    end = m.end("month")
    follows = m.string[end + (len(first) < 5 and of not in (5, 6, 7)) * m.string.startswith(".", end) : end + 14]  # noqa: PLR2004
    if of is None or (not first[0].isupper() and first[0] != "0") or lead is None:
        return
    if to is None and (GOES_ON.match(follows) or (of == 3 and ON_PLACE.match(follows))):  # noqa: PLR2004
        return
    shift = {"last": -1, "next": 1}.get(lead[0].strip().casefold(), 0)
    fields = {"shift": shift, "anchor": "now"} if shift or lead[0].strip().casefold() == "this" else {}
    if to and m["to"][0].isupper() and (m["link"].strip() in ("-", "--", "to")):
        yield said(m, "range", "range", month=of, to_month=to)
        return
    yield Expression(m.start(), end, "day", "dates.english.month", month=of, **fields)  # type: ignore[arg-type]
    if to and m["to"][0].isupper() and m["link"] != ", ":
        yield Expression(m.start("to"), m.end("to"), "day", "dates.english.month", month=to)


RULES = (
    rule(FIGURE, DAYS_OF_MONTH, days_of_month),
    rule(FIGURE, ORDINAL, ordinal),
    rule((*NTH, "twenty", "thirty"), SPELLED_DAY, spelled_day),
    rule(MONTHS, MONTH_YEAR, month_year),
    rule(MONTHS, MONTH_ALONE, month_alone),
)
