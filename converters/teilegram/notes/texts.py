"""Note texts: which labelled pieces are notes, and which numbered points of the text (Guidelines, CONONO).

A label is a note's when a heading or a rule announces it, when nothing but a note begins so (`¹`, `[^1]:`), or when
marks before it call it and it stands where notes stand.  Numbered points that no mark calls are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from teilegram.notes.anchors import SURE, Mark
from teilegram.notes.pieces import ALONE, RULE, Piece, follows

END = re.compile(
    r"(?:#{1,6} |\*{0,3}\[?(?:Source|Источник)\b|(?:No\.?|№|Document) ?[0-9]+\s*$|[A-ZА-ЯЁ]{2,}[.,]? (?:F|Ф)\. ?[0-9])",
    re.MULTILINE,
)
"""What cannot stand between two notes: headings, source notes, archive lines."""
FURTHER = 3
"""Blocks that a note may run on for, between its label and the next."""


class Note(NamedTuple):
    """A note: its pieces, the first of which has the label, and whether a heading or a rule announces it."""

    pieces: tuple[Piece, ...]
    announced: bool

    @property
    def span(self) -> tuple[int, int]:
        """Where the note begins and ends."""
        return self.pieces[0].start, self.pieces[-1].end


class Calls:
    """The marks of a transcript by number: whether one calls a note, since the last note of that number."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.starts: dict[str, list[int]] = defaultdict(list)
        self.sure: set[int] = {m.start for m in marks if m.doubt == SURE}
        self.answered: dict[str, int] = {}
        for m in marks:
            self.starts[m.n].append(m.start)

    def called(self, n: str, at: int) -> bool:
        """Tell whether a mark calls note `n` at an offset."""
        marks = self.starts.get(n, ())
        i = bisect_left(marks, at)
        return i > 0 and marks[i - 1] > self.answered.get(n, -1)

    def answer(self, n: str, at: int) -> None:
        """Note that the marks before an offset have their note."""
        self.answered[n] = at


def notes(text: str, pieces: Sequence[Piece], marks: Sequence[Mark]) -> list[Note]:
    """Choose the pieces that are notes, in the order of the text."""
    calls = Calls(marks)
    found: list[Note] = []
    at = 0
    while at < len(pieces):
        if pieces[at].sort != "label":
            at += 1
            continue
        groups, after = run(text, pieces, at, calls)
        above = over(text, pieces, at)
        if accepted(text, pieces, (at, after), groups, calls):
            if above == "heading":
                after = to_the_end(text, pieces, groups, after)
            for group in groups:
                calls.answer(group[0].n, group[0].start)
                found.append(Note(tuple(group), above != ""))
            at = after
        elif pieces[at].form in ("plain", "square") or at_foot(text, pieces, after):
            # a run may begin with numbered points: try again where the next label is called
            later = (i for i in range(at + 1, after) if calls.called(pieces[i].n, pieces[i].start))
            at = next(later, after)
        else:
            at = after
    return found


def run(text: str, pieces: Sequence[Piece], at: int, calls: Calls) -> tuple[list[list[Piece]], int]:
    """Collect the labelled pieces that follow one another, with what goes on from each; give where the run ends."""
    groups = [[pieces[at]]]
    i = at + 1
    while i < len(pieces):
        one = pieces[i]
        if one.sort == "label" and follows(groups[-1][0], one):
            groups.append([one])
            i += 1
            continue
        further = next((j for j in range(i, min(i + FURTHER, len(pieces))) if pieces[j].sort != "text"), None)
        if not further or further == i or not goes_on(text, pieces[i:further], groups[-1][0], pieces[further], calls):
            break
        groups[-1] += pieces[i:further]
        i = further
    return groups, i


def goes_on(text: str, between: Sequence[Piece], label: Piece, following: Piece, calls: Calls) -> bool:
    """Tell whether pieces between two labels belong to the note before: its successor is called before both."""
    if following.sort != "label" or not follows(label, following):
        return False
    if any(END.match(text, p.start, p.end) for p in between):
        return False
    return calls.called(following.n, label.start) and not any(
        p.start <= at < p.end for p in between for at in calls.starts[following.n]
    )


def to_the_end(text: str, pieces: Sequence[Piece], groups: list[list[Piece]], after: int) -> int:
    """Add what follows the last note under a heading, when nothing else comes to the end of the transcript."""
    rest = pieces[after : after + FURTHER + 1]
    if len(rest) <= FURTHER and all(p.sort == "text" and not END.match(text, p.start, p.end) for p in rest):
        groups[-1] += rest
        return after + len(rest)
    return after


def over(text: str, pieces: Sequence[Piece], at: int) -> str:
    """Tell what stands above a piece: a `heading` of notes, a `rule`, or nothing."""
    if not at or pieces[at - 1].sort != "head":
        return ""
    return "rule" if RULE.fullmatch(text, pieces[at - 1].start, pieces[at - 1].end) else "heading"


def accepted(
    text: str, pieces: Sequence[Piece], span: tuple[int, int], groups: Sequence[Sequence[Piece]], calls: Calls
) -> bool:
    """Tell whether a run of labels is a run of notes; `span` are the indexes of its pieces."""
    first, (at, after) = groups[0][0], span
    called = sum(calls.called(g[0].n, g[0].start) for g in groups)
    above, foot = over(text, pieces, at), at_foot(text, pieces, after)
    if first.form in ALONE:
        return first.form != "tagged" or first.n.isdecimal() or bool(called) or bool(above)
    if called and above:
        return True
    if first.form == "star":
        alike = (pieces[i] for i in (at - 1, after) if 0 <= i < len(pieces))
        bullets = any(p.sort == "label" and p.n == first.n for p in alike)
        return bool(called or above) or (foot and not bullets)
    if above == "heading" or (first.form in ("plain", "square") and called == len(groups)):
        return True
    return foot and calls.called(first.n, first.start) and called * 2 >= len(groups)


def at_foot(text: str, pieces: Sequence[Piece], after: int) -> bool:
    """Tell whether a run ends where notes end: at the end, before a page number, a heading, the rest of a paragraph."""
    if after >= len(pieces) or pieces[after].sort == "pageNum":
        return True
    left, right = pieces[after - 1].end, pieces[after].start
    return "\f" in text[left:right] or text[right].islower() or bool(END.match(text, right, pieces[after].end))
