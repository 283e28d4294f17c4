"""Which expressions of time stand in the TEI as dates: those that have a place in the calendar, and in this text.

`24 hours` is a duration, `today also, we hold` is rhetoric, `I will add to my information tomorrow` was said on a day
that nobody tells, and in `the next day, 6 November` the date is the date.  All of them are read, and `teilegram dates`
shows them; none is a `date` of the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from teilegram.dates.expression import Expression
from teilegram.dates.tense import direction
from teilegram.dates.value import Value
from teilegram.vocabulary import table

PASSING = ("shift", "span", "weekday", "period")
"""Kinds that turn on the day of whoever speaks."""
COUNTED = ("hour", "day", "week")
"""Units of a span whose first day can be told; `in the last nine months` says no month."""
PERFECT = re.compile(r"[^,.;:]{0,60}(?<!\w)(?:has|have)(?!\w)")
"""The verb of a clause that says how things are by now."""
SHORT = ("minute", "hour", "day")
APPOSED = re.compile(
    r"[\s,:;()–—-]*(?:(?:today|the|dem|den|le|el|in|on|at|evening|morning|afternoon|night|вечером|утром|днем|днём|сегодня|heute|abends)"
    r"[\s,:;()–—-]*){0,4}"
)
"""What may stand between a word for a day and its date."""
REACH = 400
"""Characters before an expression in which the verb of whoever is quoted is looked for, not beyond its paragraph."""


@cache
def saying() -> re.Pattern[str]:
    """Compile the verbs of saying."""
    words = "|".join(row["words"] for row in table("speech_verbs"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def is_encoded(text: str, found: Sequence[Expression], at: int, value: Value, *, speaks: bool) -> bool:
    """Tell whether the expression `found[at]` of a reading is a date of its document.

    `speaks` says that whose day it is is known: the writer's own words, or a conversation or quotation with its date.
    """
    e = found[at]
    if e.kind == "duration" or (e.kind in ("shift", "span") and not value.attributes):
        return False
    if e.kind not in PASSING or (e.kind == "period" and e.month is not None):
        return True
    if is_apposed(text, found, at):
        return False
    if e.kind == "span":
        return speaks and e.unit in COUNTED
    if e.kind == "shift" and e.anchor == "now" and e.unit in SHORT:
        return speaks and (e.amount != 0 or is_event(text, e))
    return True


def is_event(text: str, e: Expression) -> bool:
    """Tell whether something is told to have happened on this day: `today he said`, not `today life has changed`.

    >>> def told(text):
    ...     return is_event(text, Expression(0, 5, "shift", ""))
    >>> told("Today he was received"), told("Today life has made a large step forward"), told("today also, we hold")
    (True, False, False)
    """
    return direction(text, e.start, e.end) < 0 and not PERFECT.match(text, e.end)


def is_apposed(text: str, found: Sequence[Expression], at: int) -> bool:
    """Tell whether the date itself stands behind a word for a day: `yesterday, 5 November`."""
    e = found[at]
    if at + 1 == len(found) or e.kind == "span":
        return False
    following = found[at + 1]
    if following.kind in PASSING:
        return is_apposed(text, found, at + 1) and bool(APPOSED.fullmatch(text, e.end, following.start))
    dated = following.kind == "day" and following.day is not None and following.month is not None
    return dated and bool(APPOSED.fullmatch(text, e.end, following.start))


def is_reported(text: str, start: int, paragraph: int) -> bool:
    """Tell whether what stands at an offset of a reading is told as somebody's words, without quotation marks.

    >>> is_reported("I said that he will add to it tomorrow.", 30, 0), is_reported("I leave tomorrow.", 8, 0)
    (True, False)
    """
    return bool(saying().search(text, max(paragraph, start - REACH), start))
