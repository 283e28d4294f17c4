"""The frame of a document: heads, opener, paragraphs, closer (Guidelines, DSDTB)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from teilegram.layout.body import body
from teilegram.layout.closer import closer
from teilegram.layout.lines import is_postscript, line_breaks
from teilegram.layout.opener import opener
from teilegram.layout.parted import greeted, signed_off, spoken
from teilegram.model import Annotation, Document, Finding

TEXT = ("p", "list", "table", "lg", "quote")
"""What a text is made of: without any of it there is nothing to close."""


def frame(document: Document) -> Iterator[Annotation | Finding]:
    """Yield the structure of every part of a document."""
    heads = {h.start for h in document.of("head")}
    for part in document.of("div"):
        mine = spoken(document, document.inside(part.start, part.end, "block"))
        first = next((f.end for f in document.of("front") if part.holds(f)), part.start)
        mine, first = greeted(document, mine, first)
        last = next((b.start for b in document.of("back") if part.holds(b)), part.end)
        mine, last = signed_off(document, mine, first, last)
        for headed, run in groupby((b for b in mine if b.end <= first), key=lambda b: b.start in heads):
            if headed:
                for block in run:
                    yield from line_breaks(document, block.start, block.end)
            else:
                yield from opener(document, list(run))
        made = list(body(document, [b for b in mine if first <= b.start and b.end <= last]))
        yield from made
        if not any(a.kind in TEXT for a in made):  # a closer has something to close, and a note is not enough
            yield from body(document, [b for b in mine if b.start >= last])
            continue
        for sort, run in groupby((b for b in mine if b.start >= last), key=lambda b: foot(document, b)):
            if sort == "closer":
                yield from closer(document, list(run))
            elif sort == "postscript":
                yield from postscript(document, list(run))


def foot(document: Document, block: Annotation) -> str:
    """Say what a block of the foot is: `note`, `postscript` or part of a `closer`."""
    return "note" if is_note(document, block) else "postscript" if is_postscript(document, block) else "closer"


def postscript(document: Document, blocks: list[Annotation]) -> Iterator[Annotation]:
    """Yield a `postscript` over a run of blocks, a `p` each."""
    yield Annotation(blocks[0].start, blocks[-1].end, "postscript", "layout.postscript", cert="high")
    for block in blocks:
        yield Annotation(block.start, block.end, "p", "layout.paragraph")
        yield from line_breaks(document, block.start, block.end)


def is_note(document: Document, block: Annotation) -> bool:
    """Tell whether a note is all that a block holds."""
    return any(n.holds(block) for n in document.inside(block.start, block.end, "note"))
