"""What turns on the day of writing, or on the day spoken of: `yesterday`, `this morning`, `last week`, `the next day`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.english.words import DAYPART, TURNING, TURNS, before, rule, said
from teilegram.dates.expression import Expression

TODAY = {
    "today": 0, "to-day": 0, "tonight": 0, "to-night": 0, "yesterday": -1, "tomorrow": 1, "to-morrow": 1, "yesternight": -1,
    "to day": 0, "to night": 0, "to morrow": 1,
}  # fmt: skip
SIMPLE = (
    rf"(?P<word>{'|'.join(sorted(TODAY, key=len, reverse=True))})(?!\w)(?:(?: |-)(?P<part>{DAYPART})(?!\w)| week(?=[.,;]))?"
    r"(?:(?<=week)(?P<week>))?"
)
RHETORICAL = re.compile(
    r"'s (?:world|society|youth|generation|conditions|realit|Europe|Germany|Russia|America|young|standards|life|terms|leaders of)|"
    r" and (?:tomorrow|to-morrow)'s",
    re.IGNORECASE,
)
EVEN = re.compile(r"\b(?:even|still|of|than|or|until) $", re.IGNORECASE)
DATE_OF = re.compile(
    r"\b(?:as|date|morning|evening|afternoon|telegram|letter|cable|conversation|meeting|session) of $", re.IGNORECASE
)


def simple(m: re.Match[str]) -> Iterator[Expression]:
    """Yield today, yesterday or tomorrow, where they are no figure of speech.

    >>> from teilegram.dates.english import english
    >>> [(e.amount, e.shift) for e in english("Yesterday evening we met; today's world; the day before yesterday")]
    [(1, -1), (2, -1)]
    """
    shift = TODAY[m["word"].casefold()]
    lead = before(m, 18)
    if shift == 0 and (
        RHETORICAL.match(m.string, m.end())
        or (EVEN.search(lead) and not DATE_OF.search(lead) and "until" not in lead.casefold())
    ):
        return
    if m["word"].casefold() in ("to day", "to night", "to morrow") and not re.match(
        r"[.,;]| (?:I|we)\b", m.string[m.end() : m.end() + 3]
    ):
        return
    week = re.search(r"\ba (?P<unit>week|fortnight) $", lead, re.IGNORECASE)
    if week and shift == 0:
        yield Expression(
            m.start() - len(week[0]), m.end(), "shift", "dates.english.relative", amount=1,
            unit=week["unit"].casefold(), shift=1, anchor="now",  # type: ignore[arg-type]
        )  # fmt: skip
        return
    if m["week"] is not None:
        yield said(m, "shift", "relative", amount=8 if shift else 7, unit="day", shift=shift or 1, anchor="now")
        return
    yield said(m, "shift", "relative", amount=abs(shift), unit="day", shift=shift, anchor="now")


OTHER = r"day (?P<which>before|after) (?P<word>yesterday|to-?morrow|next)(?!\w)"
"""`the day before yesterday`, `the day after tomorrow`."""
BEFORE_LAST = r"(?P<unit>night|evening|morning|week|month|year) (?:(?P<before>before last)|after next)(?!\w)"
"""`the night before last`, `the week after next`."""


def before_last(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a night, week, month or year that is two away."""
    shift, unit = -2 if m["before"] else 2, m["unit"].casefold()
    if unit in ("week", "month", "year"):
        yield said(m, "period", "period", unit=unit, shift=shift, anchor="now")
    else:
        yield said(m, "shift", "relative", amount=2, unit="day", shift=shift // 2, anchor="now")


def other(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a day two days away."""
    yield said(
        m, "shift", "relative", amount=2, unit="day", shift=-1 if m["which"].casefold() == "before" else 1, anchor="now"
    )


UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|decade|century)"
TURNED_PERIOD = rf"(?:{TURNING}) (?:(?P<part>{DAYPART})|{UNIT})(?P<own>'s)?(?!\w|'|-)"
"""`last week`, `this morning`, `last night`, `the next day`, `the following year`, `that evening`."""
NOT_PERIOD = re.compile(
    r" (?:or (?:two|so)|and a half|after (?:day|week|year)|of (?!the|his|her|my|our|their|19|18)|by (?:day|week)|when )",
    re.IGNORECASE,
)
THEN_NEXT = re.compile(r"\bthe $", re.IGNORECASE)


def turned_period(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a day, week, month or year turned to: of the writer (`last year`) or of the tale (`the next day`)."""
    word, lead = m["turn"].casefold(), before(m, 8)
    shift, anchor = TURNS[word]
    the = bool(THEN_NEXT.search(lead))
    if m["part"]:
        yield from daypart(m, word, the=the)
        return
    unit = m["unit"].casefold()
    if unit == "day":
        if word in ("last", "past", "coming", "present", "current", "instant") or (
            word == "this"
            and re.search(r"\b(?:to|of|on) $", lead)
            and not re.match(r"[.,;]", m.string[m.end() : m.end() + 1])
        ):
            return
        if word == "next":
            anchor = "then"
        yield said(m, "shift", "relative", amount=abs(shift), unit="day", shift=shift, anchor=anchor)
        return
    if the and word in ("last", "past", "coming") and (unit != "century" or m.string.startswith(" of", m.end())):
        return  # the last year of the war, the past year
    if word in ("that", "same", "said") and unit in ("century", "decade"):
        return
    if word == "next" and the:
        anchor = "then"
    yield said(m, "period", "period", unit=unit, shift=shift, anchor=anchor)


def daypart(m: re.Match[str], word: str, *, the: bool) -> Iterator[Expression]:
    """Yield the day of a morning, evening or night."""
    shift, anchor = TURNS[word]
    if the and word in ("last", "past"):
        return
    if (the and word == "next") or (word == "next"):
        anchor = "then"
    yield said(m, "shift", "relative", amount=abs(shift), unit="day", shift=shift, anchor=anchor)


DAY_BEFORE = (
    r"day (?P<which>before|after|previous|following)(?=[.,;:)]|$)|(?P<morrow>morrow|morning after)(?=[.,;:)]|$)"
)
"""`the day before.`, `on the day following,`."""


def day_before(m: re.Match[str]) -> Iterator[Expression]:
    """Yield the day before or after the one spoken of."""
    if THEN_NEXT.search(before(m, 5)):
        shift = -1 if (m["which"] or "").casefold() in ("before", "previous") else 1
        yield said(m, "shift", "relative", amount=1, unit="day", shift=shift, anchor="then")


RULES = (
    rule(("today", "tonight", "yesterday", "tomorrow", "to", "yesternight"), SIMPLE, simple),
    rule("day", OTHER, other),
    rule("day", DAY_BEFORE, day_before),
    rule(("night", "evening", "morning", "week", "month", "year"), BEFORE_LAST, before_last),
    rule(("morrow", "morning"), DAY_BEFORE, day_before),
    rule(TURNS, TURNED_PERIOD, turned_period),
)
