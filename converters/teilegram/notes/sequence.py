"""The sequence of marks: numbers rise through a text, and a plain figure out of sequence is no mark."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence

from teilegram.model import Annotation, Cert
from teilegram.notes.anchors import LIKELY, POSSIBLE, SURE, Mark

NEAR = 3
"""How far a doubtful figure may be from the number of the mark beside it."""


def settled(marks: Sequence[Mark], noted: Container[str]) -> Iterator[Annotation]:
    """Yield a `noteMark` for each mark that its form, a note or the sequence makes sure of.

    `noted` are the numbers that notes of the transcript have.

    >>> def figure(at, n, doubt=LIKELY):
    ...     return Mark(at, at + 2, n, 0, 0, "notes.plain-figure", doubt)
    >>> likely, possible = [(0, "51"), (9, "52"), (20, "7")], [(30, "53"), (50, "88")]
    >>> marks = [*(figure(*one) for one in likely), *(figure(*one, POSSIBLE) for one in possible)]
    >>> [(a.get("n"), a.cert) for a in settled(marks, set())]
    [('51', 'high'), ('52', 'high'), ('53', 'high')]
    """
    figures = [m for m in marks if m.n.isdecimal() and m.doubt < POSSIBLE]
    chain = [figures[i] for i in rising([int(m.n) for m in figures])]
    starts, members = [m.start for m in chain], set(chain)
    letters = lettered(marks)
    for m in marks:
        beside = chain[max(bisect_left(starts, m.start) - 1, 0) : bisect_right(starts, m.start) + 1]
        if m.doubt == SURE:
            yield annotation(m, None)
        elif m.n in noted:
            yield annotation(m, "high")
        elif m.doubt == LIKELY and m in members:
            yield annotation(m, "high" if len(chain) > 1 else "medium")
        elif m in letters:
            yield annotation(m, "medium")
        elif m.doubt == POSSIBLE and m.rule in ("notes.plain-figure", "notes.after-year") and fits(m, beside):
            yield annotation(m, "high")


def lettered(marks: Sequence[Mark]) -> set[Mark]:
    """Collect raised letters that follow the alphabet from a, three of them at least: `decided)ᵃ … hostᵇ a teaᶜ`.

    >>> raised = [Mark(i, i + 1, n, 0, 0, "notes.superscript", POSSIBLE) for i, n in enumerate("abdbc")]
    >>> sorted(m.n for m in lettered(raised)), lettered(raised[:2])
    (['a', 'b', 'c'], set())
    """
    found: list[Mark] = []
    for m in marks:
        if m.rule == "notes.superscript" and m.n.isalpha() and m.n == chr(ord("a") + len(found)):
            found.append(m)
    return set(found) if len(found) >= NEAR else set()


def fits(m: Mark, beside: Sequence[Mark]) -> bool:
    """Tell whether a figure stands between the marks beside it, and near to one of them."""
    if any((other.start < m.start) != (int(other.n) < int(m.n)) for other in beside):
        return False
    return any(abs(int(other.n) - int(m.n)) <= NEAR for other in beside)


def rising(numbers: Sequence[int]) -> list[int]:
    """Give the indexes of a longest run of numbers that rise or stay.

    >>> rising([51, 52, 7, 53])
    [0, 1, 3]
    """
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, number in enumerate(numbers):
        at = bisect_right(tops, number)
        before.append(ends[at - 1] if at else -1)
        tops[at : at + 1], ends[at : at + 1] = [number], [i]
    chain, i = [], ends[-1] if ends else -1
    while i >= 0:
        chain.append(i)
        i = before[i]
    return chain[::-1]


def annotation(m: Mark, cert: Cert | None) -> Annotation:
    """Make the annotation of a mark."""
    rend = (("rend", "superscript"),) if m.rule == "notes.superscript" and m.before else ()
    return Annotation(m.start, m.end, "noteMark", m.rule, (("n", m.n), *rend), cert, m.before, m.after)
