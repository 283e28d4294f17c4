"""What turns on the day of writing, or on the day spoken of: `yesterday`, `last Sunday`, `two days earlier`, `the next day`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.english.words import FIGURE, NUMBER_WORD, TENS, TURNS, UNITS, before, number, rule, said, turned
from teilegram.dates.expression import Expression
from teilegram.dates.tense import direction

DAYPART = r"(?:morning|forenoon|noon|afternoon|evening|night)"
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


WEEKDAYS = {
    **{day: day for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")},
    "mon": "monday", "tues": "tuesday", "tue": "tuesday", "wed": "wednesday", "weds": "wednesday", "thurs": "thursday",
    "thur": "thursday", "thu": "thursday", "fri": "friday", "sat": "saturday", "sun": "sunday",
}  # fmt: skip
WEEKDAY = rf"(?=[mtwfs])(?P<weekday>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})(?![\w'])"
TURNING = r"(?P<turn>[a-z]+)"
BARE_WEEKDAY = rf"{WEEKDAY}(?:\.?,? (?P<part>{DAYPART})(?!\w))?(?:,? (?P<after>last|next|week|instant|inst\.?|se'?n-?night)(?=[\s.,;:)]|$))?"
"""`Sunday last`, `on Friday`, `Tuesday night`, `Friday week`, `Monday se'nnight`."""
ON = re.compile(r"\b(?:on|since|until|till|by|before|from|this|of|for|and|to|late|early|that) $", re.IGNORECASE)
BARE = re.compile(
    r"(?<![A-Za-z-])(?!(?:a|an|the|every|each|any|some|most|no|one|another|good|black|bloody|holy|ash|palm|whit|easter|girl|man|"
    r"called|named|is|was|than|like|or|as) )[a-z]{2,14} $"
)
"""A small word: `was called up Friday`, as papers have it."""


def weekday(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a day of the week after a preposition, or with a part of the day, or turned to."""
    word, after = m["weekday"], (m["after"] or "").casefold()
    short = WEEKDAYS[word.casefold()] != word.casefold()
    if not word[0].isupper() or (short and (not m["part"] and not after)):
        return
    if not (m["part"] or after or ON.search(before(m, 7)) or BARE.search(before(m, 16))) or re.match(
        r" (?:[A-Z][a-z]+ ?(?:Mass|School|Times|Express)|Times|school|Herald)", m.string[m.end() : m.end() + 14]
    ):
        return
    name = WEEKDAYS[word.casefold()]
    if after == "week" or (after.startswith("se") and direction(m.string, m.start(), m.end()) > 0):
        yield said(m, "weekday", "weekday", name=name, shift=1, anchor="now", amount=1, unit="week")
        return
    yield said(m, "weekday", "weekday", name=name, shift={"last": -1, "next": 1}.get(after, 0), anchor="now")


TURNED_WEEKDAY = rf"{TURNING} {WEEKDAY}(?: (?P<part>{DAYPART})(?!\w))?"
"""`last Sunday`, `next Tuesday`, `this Friday evening`."""


def turned_weekday(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a day of the week that is turned to."""
    shift, anchor = turned(m["turn"])
    if m["weekday"][0].isupper() or len(m["weekday"]) > 5:  # noqa: PLR2004
        yield said(m, "weekday", "weekday", name=WEEKDAYS[m["weekday"].casefold()], shift=shift, anchor=anchor)


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


AMOUNT = rf"(?P<amount>{NUMBER_WORD}|[0-9]{{1,3}}|a couple of|couple of|an?|half an?)"
SHIFT_UNIT = r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade)s?'?"
AWAY = r"(?P<way>ago|hence|earlier|before(?=[.,;:)]|$)|previously|previous(?! to)|prior(?! to)|later(?! than)|afterwards?|thereafter|after(?=[.,;:)]|$)|since(?=[.,;:)]|$)|time(?=[.,;:)]|$| [a-z]))(?!\w)"
SOME = r"(?:some|several|many|few) (?P<unit>day|week|month|year|decade)s (?P<way>ago|since(?=[.,;:)]|$)|(?:later|earlier)(?! than)|after(?=[.,;:)]|$)|before(?=[.,;:)]|$))(?!\w)"
"""`some days ago`, `a few weeks later`, `several years since`."""


def some(m: re.Match[str]) -> Iterator[Expression]:
    """Yield what is not counted: it has one end."""
    shift, anchor = WAYS[m["way"].casefold()]
    article = re.search(r"\ba (?:good )?$", before(m, 8), re.IGNORECASE) if m[0][0] in "fF" else None
    yield Expression(
        m.start() - len(article[0] if article else ""), m.end(), "shift", "dates.english.relative",
        unit=m["unit"].casefold(), shift=shift, anchor=anchor,  # type: ignore[arg-type]
    )  # fmt: skip


WITHIN = rf"(?P<amount>{NUMBER_WORD}|[0-9]{{1,3}}) (?P<unit>day|week|fortnight|month|year)s?(?: from (?:now|to-?day|this))?(?=[.,;:]|$| (?:I|we|he|she|they|it|you)(?!\w))"
"""`in ten days I shall be there`: found by its number, for the preposition is everywhere."""


def within(m: re.Match[str]) -> Iterator[Expression]:
    """Yield what is to come; without a verb that says so, it is how long something took.

    >>> from teilegram.dates.english import english
    >>> [(e.start, e.amount) for e in english("In ten days I shall be in Paris; it was built in ten days.")]
    [(0, 10)]
    """
    sure = m[0].endswith(("now", "day", "this"))
    if re.search(r"\bin $", before(m, 4), re.IGNORECASE) and (sure or direction(m.string, m.start(), m.end()) > 0):
        yield Expression(
            m.start() - 3, m.end(), "shift", "dates.english.relative", amount=amount(m["amount"]),
            unit=m["unit"].casefold(), shift=1, anchor="now",  # type: ignore[arg-type]
        )  # fmt: skip


COUNTED = rf"{AMOUNT} {SHIFT_UNIT} {AWAY}"
"""`two days ago`, `3 weeks later`, `a fortnight ago`, `two years previously`, `in ten days' time`."""
WAYS = {
    "ago": (-1, "now"), "since": (-1, "now"), "hence": (1, "now"), "time": (1, "now"), "earlier": (-1, "then"),
    "before": (-1, "then"), "previously": (-1, "then"), "previous": (-1, "then"), "prior": (-1, "then"), "later": (1, "then"),
    "afterwards": (1, "then"), "afterward": (1, "then"), "thereafter": (1, "then"), "after": (1, "then"),
}  # fmt: skip
LEADING = re.compile(rf"{AMOUNT} $", re.IGNORECASE)
MANY = re.compile(r"\b(?:or|to|and|or so|than) $|[0-9]-$", re.IGNORECASE)


def counted(m: re.Match[str]) -> Iterator[Expression]:
    """Yield what is some days, weeks, months or years away.

    >>> from teilegram.dates.english import english
    >>> [(e.amount, e.unit, e.shift, e.anchor) for e in english("Two days ago; three weeks later; 2 or 3 days ago")]
    [(2, 'day', -1, 'now'), (3, 'week', 1, 'then')]
    """
    way, lead = m["way"].casefold(), before(m, 8)
    shift, anchor = WAYS[way]
    if way == "time" and (not re.search(r"\bin $", lead, re.IGNORECASE) or "'" not in m[0]):
        return
    unit = m["unit"].casefold()
    if MANY.search(lead) or (unit in ("minute", "hour") and way != "ago"):
        return
    yield said(m, "shift", "relative", amount=amount(m["amount"]), unit=unit, shift=shift, anchor=anchor,
               modifier="about" if "couple" in m[0].casefold() else "")  # fmt: skip


def amount(said_so: str) -> float:
    """Read an amount: a number in words or figures, `a`, `half a`, `a couple of`."""
    folded = said_so.casefold()
    if folded.startswith("half"):
        return 0.5
    return 2 if "couple" in folded else 1 if folded in ("a", "an") else number(folded)


A_UNIT_AGO = r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade)s? (?P<way>ago|later|earlier|afterwards?|previously|hence)(?!\w)"
"""`a year ago`, `half a year later`: found by its unit, for the article is everywhere."""


def a_unit(m: re.Match[str]) -> Iterator[Expression]:
    """Yield what is one unit away, or half of one, or a couple."""
    lead = re.search(r"(?:\bhalf )?\ban? $|\b(?:a )?couple of $", before(m, 13), re.IGNORECASE)
    if lead:
        shift, anchor = WAYS[m["way"].casefold()]
        yield Expression(
            m.start() - len(lead[0]), m.end(), "shift", "dates.english.relative", amount=amount(lead[0].strip()),
            unit=m["unit"].casefold(), shift=shift, anchor=anchor, modifier="about" if "couple" in lead[0] else "",  # type: ignore[arg-type]
        )  # fmt: skip


DAY_BEFORE = (
    r"day (?P<which>before|after|previous|following)(?=[.,;:)]|$)|(?P<morrow>morrow|morning after)(?=[.,;:)]|$)"
)
"""`the day before.`, `on the day following,`."""


def day_before(m: re.Match[str]) -> Iterator[Expression]:
    """Yield the day before or after the one spoken of."""
    if THEN_NEXT.search(before(m, 5)):
        shift = -1 if (m["which"] or "").casefold() in ("before", "previous") else 1
        yield said(m, "shift", "relative", amount=1, unit="day", shift=shift, anchor="then")


SPAN = rf"(?P<turn>last|past|next|coming|previous|preceding|following) (?P<amount>{NUMBER_WORD}|[0-9]{{1,3}}) {SHIFT_UNIT}(?!\w)"
"""`in the last four days`, `within the next two weeks`."""


def span(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a stretch of time that ends or begins with the anchor."""
    shift, anchor = TURNS[m["turn"].casefold()]
    yield said(m, "span", "span", amount=amount(m["amount"]), unit=m["unit"].casefold(), shift=shift, anchor=anchor)


DAY_WEEK = r"this day (?P<unit>week|fortnight|month|se'?n-?night)(?!\w)"
"""`this day week`, `this day se'nnight`."""


def day_week(m: re.Match[str]) -> Iterator[Expression]:
    """Yield the day a week or more after today, or before where the sentence is past."""
    unit = "week" if m["unit"][0] in "sS" else m["unit"].casefold()
    shift = direction(m.string, m.start(), m.end()) or 1
    days = {"week": 7, "fortnight": 14}.get(unit)
    yield said(m, "shift", "relative", amount=days or 1, unit="day" if days else unit, shift=shift, anchor="now")


NUMBERS = (*UNITS, *TENS)
RULES = (
    rule(("today", "tonight", "yesterday", "tomorrow", "to", "yesternight"), SIMPLE, simple),
    rule("day", OTHER, other),
    rule("day", DAY_BEFORE, day_before),
    rule(("night", "evening", "morning", "week", "month", "year"), BEFORE_LAST, before_last),
    rule(("morrow", "morning"), DAY_BEFORE, day_before),
    rule(WEEKDAYS, BARE_WEEKDAY, weekday),
    rule(TURNS, TURNED_WEEKDAY, turned_weekday),
    rule(TURNS, TURNED_PERIOD, turned_period),
    rule(("last", "past", "next", "coming", "previous", "preceding", "following"), SPAN, span),
    rule((FIGURE, *NUMBERS), COUNTED, counted),
    rule((FIGURE, *NUMBERS), WITHIN, within),
    rule(
        [u + s for u in ("day", "week", "fortnight", "month", "year", "decade", "hour") for s in ("", "s")],
        A_UNIT_AGO,
        a_unit,
    ),
    rule("this", DAY_WEEK, day_week),
    rule(("some", "several", "many", "few"), SOME, some),
)
