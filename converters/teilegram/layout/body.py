"""The text between opener and closer: divisions, lists, tables, quotations, verse, and paragraphs for all the rest.

What stands in no other shape is a paragraph, so nothing here can lose a line.  A shape that an intervention, a
speech or a quotation crosses is left alone.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from teilegram.layout.headings import headings
from teilegram.layout.labels import label
from teilegram.layout.lines import hashes, line_breaks, nonempty
from teilegram.layout.lists import lists
from teilegram.layout.quotations import quotations
from teilegram.layout.tables import tables
from teilegram.layout.verses import verses
from teilegram.model import Annotation, Document

ACTS = ("note", "gap", "supplied", "gloss")
AROUND = ("supplied", "del", "surplus", "corr")
"""Acts that may hold a gap, and need a paragraph to stand in."""
TURNS = ("said", "quote")
DEEPEST = 20
"""Turns that may begin before a shape and still hold it."""


def body(document: Document, blocks: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield the structure of the blocks of a text."""
    plain = [b for b in blocks if not is_act(document, b)]
    cuts = Cuts(document)
    shapes: list[Annotation] = []
    for made in shaped(document, plain):
        if cuts.spare(made) and not near(shapes, made[0].start, made[0].end):
            insort(shapes, made[0], key=lambda a: a.start)
            yield from made
    for made in headings(document, plain, shapes):
        if cuts.spare(made):
            insort(shapes, made[1], key=lambda a: a.start)
            yield from made
    for block in plain:
        for start, end in rest(document, block, near(shapes, block.start, block.end)):
            yield from paragraph(document, start, end)


def near(shapes: Sequence[Annotation], start: int, end: int) -> list[Annotation]:
    """List the shapes, in order and apart from each other, that have characters between two offsets."""
    first = max(bisect_left(shapes, start, key=lambda a: a.start) - 1, 0)
    last = bisect_left(shapes, end, key=lambda a: a.start)
    return [a for a in shapes[first:last] if a.end > start]


def is_act(document: Document, block: Annotation) -> bool:
    """Tell whether a block is all gap or all note."""
    whole = document.inside(block.start, block.end, "gap", "note")
    if not whole or not whole[0].holds(block):
        return False
    return whole[0].kind == "note" or not document.inside(block.start, block.end, *AROUND)


def shaped(document: Document, blocks: Sequence[Annotation]) -> Iterator[list[Annotation]]:
    """Yield the annotations of every shape, the one over all of it first."""
    for family in (tables, quotations, verses):
        for block in blocks:
            yield from family(document, block)
    yield from lists(document, blocks)


def rest(document: Document, block: Annotation, shapes: Sequence[Annotation]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines of a block that stand in no shape."""
    lines = nonempty(document, block.start, block.end)
    for shape, run in groupby(lines, key=lambda line: next((s for s in shapes if s.start <= line[0] < s.end), None)):
        if shape is None:
            spans = list(run)
            yield spans[0][0], spans[-1][1]


def paragraph(document: Document, start: int, end: int) -> Iterator[Annotation]:
    """Yield a `p`, numbered where it numbers itself."""
    read = label(document.source.text, start)
    numbered = read and (read.sign[0].isdigit() or read.sign.islower())
    number = (("n", read.sign),) if read and numbered else ()
    p = Annotation(start, end, "p", "layout.paragraph", number)
    yield replace(p, before=hashes(document, p))
    yield from line_breaks(document, start, end)


class Cuts:
    """Where acts and turns lie, to tell what they do not cross."""

    def __init__(self, document: Document) -> None:
        acts = [a for a in document.of(*ACTS) if a.end > a.start]
        self.starts = [a.start for a in acts]
        self.ends = list(accumulate((a.end for a in acts), max))
        self.turns = document.of(*TURNS)

    def spare(self, made: Sequence[Annotation]) -> bool:
        """Tell whether no act and no turn crosses any of some annotations."""
        outer = made[0]
        first = bisect_left(self.turns, outer.start, key=lambda t: t.start) - DEEPEST
        last = bisect_left(self.turns, outer.end, key=lambda t: t.start)
        turns = [t for t in self.turns[max(first, 0) : last] if t.end > outer.start and not t.holds(outer)]
        inside = all(a.holds(t) or t.end <= a.start or a.end <= t.start for t in turns for a in made)
        return inside and all(self.is_free(edge) for a in made for edge in (a.start, a.end, *a.inner))

    def is_free(self, offset: int) -> bool:
        """Tell whether an offset does not lie inside an act."""
        before = bisect_left(self.starts, offset) - 1
        return before < 0 or self.ends[before] <= offset
