"""The frame of a document: heads, opener, paragraphs, closer (Guidelines, DSDTB)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from teilegram.layout.closer import closer
from teilegram.layout.lines import hashes, line_breaks
from teilegram.layout.opener import opener
from teilegram.model import Annotation, Document, Finding

NUMBERED = re.compile(r"(\d{1,3}|[a-zа-я])[.)]\s")


def frame(document: Document) -> Iterator[Annotation | Finding]:
    """Yield the structure of every part of a document."""
    heads = {h.start for h in document.of("head")}
    for part in document.of("div"):
        mine = document.inside(part.start, part.end, "block")
        first = next((f.end for f in document.of("front") if part.holds(f)), part.start)
        last = next((b.start for b in document.of("back") if part.holds(b)), part.end)
        for headed, run in groupby((b for b in mine if b.end <= first), key=lambda b: b.start in heads):
            if headed:
                for block in run:
                    yield from line_breaks(document, block.start, block.end)
            else:
                yield from opener(document, list(run))
        made = [a for block in mine if first <= block.start and block.end <= last for a in paragraph(document, block)]
        yield from made
        closes = any(a.kind == "p" for a in made)  # a closer has something to close, and a note is not enough
        for noted, run in groupby((b for b in mine if b.start >= last), key=lambda b: is_note(document, b)):
            if not noted and closes:
                yield from closer(document, list(run))
            elif not noted:
                yield from (a for block in run for a in paragraph(document, block))


def is_note(document: Document, block: Annotation) -> bool:
    """Tell whether a note is all that a block holds."""
    return any(n.holds(block) for n in document.inside(block.start, block.end, "note"))


def paragraph(document: Document, block: Annotation) -> Iterator[Annotation]:
    """Yield a `p`, numbered where it numbers itself; a block that is all gap or all note is that alone."""
    whole = document.inside(block.start, block.end, "gap", "note")
    if whole and whole[0].holds(block):
        return
    number = NUMBERED.match(document.source.text, block.start, min(block.start + 6, block.end))
    yield Annotation(
        block.start,
        block.end,
        "p",
        "layout.paragraph",
        (("n", number[1]),) if number else (),
        before=hashes(document, block),
    )
    yield from line_breaks(document, block.start, block.end)
