"""Days of the week: `last Sunday`, `on Friday`, `Tuesday night`, `Friday week`, `called up Friday`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.english.words import DAYPART, TURNING, TURNS, before, rule, said, turned
from teilegram.dates.expression import Expression
from teilegram.dates.tense import direction

WEEKDAYS = {
    **{day: day for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")},
    "mon": "monday", "tues": "tuesday", "tue": "tuesday", "wed": "wednesday", "weds": "wednesday", "thurs": "thursday",
    "thur": "thursday", "thu": "thursday", "fri": "friday", "sat": "saturday", "sun": "sunday",
}  # fmt: skip
WEEKDAY = rf"(?=[mtwfs])(?P<weekday>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})(?![\w'])"
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


RULES = (
    rule(WEEKDAYS, BARE_WEEKDAY, weekday),
    rule(TURNS, TURNED_WEEKDAY, turned_weekday),
)
