"""Footnotes of a transcript: its blocks without the notes, the notes, and the marks that call them.

What comes in are blocks and page numbers; what goes out are these, with `footnote` spans taken out of the blocks
(`noteLabel` for what each begins with, `notePara` for the paragraphs of a long one), `noteHead` for a heading or rule
above notes, and `noteMark`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from teilegram.model import Annotation, Source
from teilegram.notes.anchors import Mark, candidates
from teilegram.notes.pieces import Piece, divide
from teilegram.notes.sequence import settled
from teilegram.notes.texts import Note, notes

LOOK_OF = {
    "notes.superscript": "superscript",
    "notes.bracketed": "bracketed",
    "notes.plain-figure": "plain",
    "notes.after-year": "plain",
}
"""How the marks of a rule look, as a convention calls it; symbols and Markdown marks look the same in all."""
LOOKS = frozenset(LOOK_OF.values())
CODE = re.compile(r"`[^`\n]+`")
"""What stands in a Markdown code span is no mark."""


def footnotes(
    source: Source, blocks: Iterable[Annotation], emphasis: Iterable[Annotation], looks: Container[str] = LOOKS
) -> Iterator[Annotation]:
    r"""Yield blocks, notes and marks; the shape of the page stays in order.

    `looks` are the ways in which marks look by the convention: `superscript`, `bracketed`, `plain`.

    >>> s = Source("x", "The decision on reservists.² It was so.\n\n2 See document 5.", "")
    >>> for a in footnotes(s, [Annotation(0, 39, "block", ""), Annotation(41, 58, "block", "")], []):
    ...     print(a.kind, a.get("n"), s.text[a.start : a.end])
    block  The decision on reservists.² It was so.
    footnote 2 2 See document 5.
    noteLabel  2
    noteMark 2 ²
    """
    opening = frozenset(a.start for a in emphasis if a.before)
    pieces = list(divide(source.text, blocks, opening))
    marks = [m for m in marked(source.text, pieces, emphasis) if m.rule not in LOOK_OF or LOOK_OF[m.rule] in looks]
    found = notes(source.text, pieces, marks)
    yield from shape(pieces, found)
    yield from settled(called(marks, found), {note.pieces[0].n for note in found})


def marked(text: str, pieces: Sequence[Piece], emphasis: Iterable[Annotation]) -> list[Mark]:
    """List the candidates for marks, labels left out, and asterisks that belong to emphasis."""
    edges = {
        i
        for a in emphasis
        if a.before and text[a.start] == "*"
        for i in (*range(a.start, a.start + a.before), *range(a.end - a.after, a.end))
    }
    found = [m for p in pieces if p.sort in ("text", "label") for m in candidates(text, p.start, p.end)]
    edges |= {i for m in CODE.finditer(text) for i in range(*m.span())}
    labels = {p.start: p.body for p in pieces if p.sort == "label"}
    kept: list[Mark] = []
    body = 0
    for m in found:
        body = max(body, labels.get(m.start, 0))
        if m.start >= body and m.start not in edges:
            kept.append(m)
    return kept


def called(marks: Sequence[Mark], found: Sequence[Note]) -> list[Mark]:
    """Leave out doubtful marks inside of notes: a note is full of figures."""
    spans = [note.span for note in found]
    kept: list[Mark] = []
    i = 0
    for m in marks:
        while i < len(spans) and spans[i][1] <= m.start:
            i += 1
        if m.doubt == 0 or i == len(spans) or m.start < spans[i][0]:
            kept.append(m)
    return kept


def shape(pieces: Sequence[Piece], found: Sequence[Note]) -> Iterator[Annotation]:
    """Yield page numbers, what is left of the blocks, notes and the headings above them."""
    starts = {note.pieces[0].start: note for note in found}
    taken = {p.start for note in found for p in note.pieces}
    open_block: Annotation | None = None
    for i, p in enumerate(pieces):
        head = p.sort == "head" and i + 1 < len(pieces) and pieces[i + 1].start in starts
        if p.start in taken or head or p.sort == "pageNum" or (open_block and p.block is not pieces[i - 1].block):
            if open_block:
                yield open_block
            open_block = None
        if p.start in starts:
            yield from footnote(starts[p.start])
        elif p.sort == "pageNum":
            yield p.block
        elif head:
            yield Annotation(p.start, p.end, "noteHead", "notes.heading", (), "high")
        elif p.start not in taken:
            open_block = Annotation(open_block.start if open_block else p.start, p.end, "block", p.block.rule)
    if open_block:
        yield open_block


def footnote(note: Note) -> Iterator[Annotation]:
    """Yield a `footnote` with its number, and its paragraphs where it has several."""
    start, end = note.span
    yield Annotation(
        start,
        end,
        "footnote",
        f"notes.text.{'announced' if note.announced else 'called'}",
        (("n", note.pieces[0].n),),
        "high",
    )
    first = note.pieces[0]
    yield Annotation(first.start, first.body, "noteLabel", "notes.text")
    if len(note.pieces) > 1:
        for p in note.pieces:
            yield Annotation(p.start, p.end, "notePara", "notes.text")
