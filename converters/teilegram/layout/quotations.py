"""Quotations set apart by their shape: behind `>` or indented as a whole (Guidelines, COHQQ).

In his message he writes:

    We have no bases on your borders,
    and shall have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from teilegram.layout.blocks import is_prose
from teilegram.layout.labels import label
from teilegram.layout.lines import nonempty
from teilegram.model import Annotation, Document

DEEP = 3
"""Blanks by which a quotation is indented at least."""


def quotations(document: Document, block: Annotation) -> Iterator[list[Annotation]]:
    """Yield the annotations of every quotation in a block, the `quote` first."""
    text = document.source.text
    lines = list(nonempty(document, block.start, block.end))
    for marked, run in groupby(lines, key=lambda line: text[line[0]] == ">"):
        span = list(run)
        if marked and any(text[a:b].strip("> \t") for a, b in span):
            yield [*written(text, span)]
    if is_indented(document, block, lines):
        start, end = lines[0][0], lines[-1][1]
        quote = Annotation(start, end, "quote", "layout.quotations.indented", cert="medium")
        breaks = [Annotation(a, a, "lb", "layout.lines") for a, _ in lines[1:]]
        yield [quote, Annotation(start, end, "p", "layout.paragraph"), *breaks]


def written(text: str, lines: list[tuple[int, int]]) -> Iterator[Annotation]:
    """Yield the `quote` and its paragraphs; the `>` of a line is the mark of its break."""
    start, end = lines[0][0], lines[-1][1]
    yield Annotation(start, end, "quote", "layout.quotations")
    at = start
    paragraphs = [list(run) for empty, run in groupby(lines, key=lambda line: is_empty(text, *line)) if not empty]
    for span in paragraphs:
        last = end if span is paragraphs[-1] else span[-1][1]
        first = mark(text, span[0][0], span[0][1]) + span[0][0] - at
        yield Annotation(at, last, "p", "layout.paragraph", before=first, after=last - span[-1][1])
        for a, b in span[1:]:
            size = mark(text, a, b)
            yield Annotation(a, a + size, "lb", "layout.lines", before=size)
        at = next((a for a, _ in lines if a > last), end)


def is_empty(text: str, start: int, end: int) -> bool:
    """Tell whether a line holds nothing but its mark."""
    return not text[start:end].strip("> \t")


def mark(text: str, start: int, end: int) -> int:
    """Count the characters of the mark that a line begins with."""
    return end - start - len(text[start:end].lstrip("> \t"))


def is_indented(document: Document, block: Annotation, lines: list[tuple[int, int]]) -> bool:
    """Tell whether a block is prose all of whose lines are indented, and the blocks before and after it are not."""
    text = document.source.text
    if len(lines) < 2 or not is_prose(text[block.start : block.end]):  # noqa: PLR2004 - one line may be an indent of a paragraph
        return False
    if label(text, block.start) or any(indent(text, a) < DEEP for a, _ in lines):
        return False
    after = re.compile(r"\s*\n([ \t]*)\S").match(text, block.end)
    if after and len(after[1].expandtabs()) >= DEEP:  # the paragraphs of this text begin so
        return False
    before = text[max(block.start - 2000, 0) : block.start].rstrip()
    at = before.rfind("\n") + 1
    return bool(before) and len(before[at:]) - len(before[at:].lstrip()) == 0


def indent(text: str, start: int) -> int:
    """Count the blanks before a line."""
    return start - max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) - 1
