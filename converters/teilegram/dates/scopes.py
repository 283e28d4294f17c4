"""Who speaks when: the context of each place of a document.

The document's date is the writer's, the day of the conversation that of its speakers; a quotation has its own date,
from its first line or from the sentence that announces it; an editor's note speaks from the time of the publication,
which nobody knows here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date, timedelta

from teilegram.dates.context import Context
from teilegram.dates.encoded import is_reported
from teilegram.dates.expression import Expression
from teilegram.dates.value import BOUNDS, Value, days_of
from teilegram.model import Annotation, Document, order

BEYOND = 180
"""Characters at the beginning of a quotation in which its own dateline stands."""
PLACED = re.compile(r"[^\W\d_a-zа-яё][^\n,;:()]{1,30}(?:, [^\n,;:()]{1,20})?, *")
"""What stands before the date of a despatch."""
SENT = re.compile(r"\.?,? *(?:\((?:by |from )?[^\W\d_a-zа-яё][^()\n]{1,30}\)|(?:--|—|–)(?!\w))")
"""What stands behind it: an agency, or a dash."""
PRINTED = timedelta(days=40)
"""How long before a paper a despatch in it may have been sent."""
RETROSPECTIVE = 3
"""From so many full dates on, most of them of years before, a text is an account of those years."""


class Scopes:
    """The contexts of a document; `at` gives the one of an offset, which is asked for in the order of the text."""

    def __init__(self, document: Document, near: int, found: tuple[Expression, ...]) -> None:
        facts = document.of("documentDate")
        self.own, self.speaks = base_day(facts[0]) if facts else (None, False)
        spoken = document.of("conversationDate")
        self.spoken = base_day(spoken[0])[0] if spoken else self.own
        self.talk = bool(spoken)
        self.speeches = document.of("said")
        years = [e.year for e in found if e.year is not None and e.year > 99 and e.kind == "day"]  # noqa: PLR2004
        past = [year for year in years if self.own and year < self.own.year]
        self.main = Context(self.own, near, speaks=self.speaks)
        self.main.retrospective = len(years) >= RETROSPECTIVE and len(past) * 3 >= len(years) * 2
        self.external = bool(facts) and facts[0].rule == "dates.document.catalogue"
        blocks = document.of("block")
        apart = [b for b in blocks if document.source.text.startswith(">", b.start)]
        self.quotes = sorted([*document.of("quote"), *apart], key=order)
        self.notes = [n for n in document.of("note") if n.get("type") != "authorial"]
        self.blocks = [b.start for b in blocks]
        self.text = document.source.text
        self.paragraph = -1
        self.quoted: tuple[int, int, Context] = (0, 0, self.main)
        self.noted: tuple[int, Context] = (0, self.main)
        self.before: Value | None = None

    def at(self, start: int, e: Expression) -> Context:
        """Give the context of an expression at an offset."""
        while self.notes and start >= self.notes[0].start:
            note = self.notes.pop(0)
            self.noted = (note.end, self.main.apart())
            self.noted[1].speaks = False
        while self.quotes and start >= self.quotes[0].start:
            quote = self.quotes.pop(0)
            base = day_said(self.before)
            inside = replace(self.main, base=base or self.spoken, told=None, speaks=True if base else self.speaks)
            self.quoted = (quote.start, quote.end, inside)
        if start < self.noted[0]:
            return self.noted[1]
        if start < self.quoted[1]:
            return self.quoted[2]
        self.turn_page(start)
        self.main.base = self.spoken if e.year is None and e.day is None else self.own
        return self.main

    def knows(self, start: int, text: str, e: Expression) -> bool:
        """Tell whether it is known whose day an expression of a reading means, and which day that is.

        In a quotation it is, where that has a date of its own; in words that are told without quotation marks, where
        the day of the conversation is known.
        """
        if start < self.noted[0]:
            return False
        if start < self.quoted[1]:
            return self.quoted[2].base not in (None, self.own)
        if any(s.start <= start < s.end for s in self.speeches):
            return self.talk
        return self.talk or not is_reported(text, e.start, text.rfind("  ", 0, e.start) + 1)

    def turn_page(self, start: int) -> None:
        """Note a new paragraph."""
        paragraph = bisect_right(self.blocks, start)
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.main.new_paragraph()

    def said(self, start: int, end: int, e: Expression, value: Value) -> None:
        """Remember a date: one that opens a quotation is the day on which that was written."""
        if e.kind in ("time", "duration"):
            return
        begin, over, inside = self.quoted
        day = day_said(value)
        if (
            begin <= start < min(over, begin + BEYOND)
            and e.year is not None
            and e.day is not None
            and day
            and inside.near_by
        ):
            inside.base, inside.speaks, inside.near_by = day, True, True
        if start >= self.noted[0]:
            self.before = value
            if day and e.kind == "day" and e.day is not None and start >= over:
                self.despatch(start, end, day)

    def despatch(self, start: int, end: int, day: date) -> None:
        """Let a despatch speak from the day of its dateline: `LONDON, Feb. 11 (Reuter). Reports reaching here today …`."""
        block = self.blocks[self.paragraph - 1] if self.paragraph > 0 else 0
        if start - block > BEYOND or (self.own and abs(self.own - day) > PRINTED):
            return
        placed = PLACED.fullmatch(self.text, block, start)
        if placed and SENT.match(self.text, end):
            self.own, self.spoken, self.speaks = day, day, True
            self.main.base, self.main.speaks = day, True


def base_day(fact: Annotation) -> tuple[date | None, bool]:
    """Give the day that a fact of the header stands for, and whether it is that very day.

    Of a month it is the last; of a year 30 September, from which every month of that year and none of the next is near.
    """
    ends = [days for name, text in fact.attributes if name in BOUNDS and (days := days_of(text))]
    if not ends:
        return None, False
    last = ends[-1]
    if not fact.get("when") or last.first.month == last.last.month:
        return last.last, bool(fact.get("when")) and last.single
    return date(last.first.year, 9, 30), False


def day_said(value: Value | None) -> date | None:
    """Give the day that a value names, of a month or a year its first."""
    days = days_of(value.get("when")) if value else None
    return days.first if days else None
