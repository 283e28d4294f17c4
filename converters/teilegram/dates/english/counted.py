"""What is counted from a day: `two days ago`, `a week later`, `in ten days I shall`, `some days ago`, `the last four days`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.english.words import FIGURE, NUMBER_WORD, TENS, TURNS, UNITS, before, number, rule, said
from teilegram.dates.expression import Expression
from teilegram.dates.tense import direction

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
