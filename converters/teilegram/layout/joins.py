"""Joins: a paragraph that a page or a column cuts is one paragraph with the break inside (Guidelines, COPAGB).

A block that stops in mid-sentence and a next one that goes on in lower case belong together; page numbers
between them belong to the page.  The break is a `cb` where the publisher prints in columns, else a `pb`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teilegram.model import SPACE, Annotation, Convention, Source

WORDS = 5
"""Shortest piece, in words, that can be part of a cut paragraph: verses and addresses are shorter."""
STOPPED = re.compile(r"[.?!:;…][\"'”’»)\]*]*[\d⁰¹²³⁴-⁹†‡]*$")
ITEM = re.compile(r"[a-zа-я][.)]\s")


def joined(source: Source, blocks: Iterable[Annotation], convention: Convention) -> Iterator[Annotation]:
    """Yield blocks, cut ones made whole, and with them the breaks and the page numbers.

    >>> from teilegram.conventions import profile
    >>> s = Source("x", "The missiles in Cuba that were sent\\n\\nwas carried out not only in the interests.", "")
    >>> pieces = [Annotation(0, 36, "block", ""), Annotation(38, 80, "block", "")]
    >>> [(a.kind, a.start, a.end) for a in joined(s, pieces, profile("base"))]
    [('pb', 38, 38), ('block', 0, 80)]
    """
    element = "cb" if convention.columns else "pb"
    open_block: Annotation | None = None
    waiting: list[Annotation] = []
    for block in blocks:
        if block.kind != "block":
            waiting.append(block)
            continue
        if open_block and runs_on(source.text[open_block.start : open_block.end], source.text[block.start : block.end]):
            yield from waiting
            yield page_break(source, open_block.end, block.start, "pb" if waiting else element)
            open_block = Annotation(open_block.start, block.end, "block", "layout.joins", cert="high")
        else:
            if open_block:
                yield open_block
            yield from waiting
            open_block = block
        waiting = []
    if open_block:
        yield open_block
    yield from waiting


def runs_on(before: str, after: str) -> bool:
    """Tell whether a block goes on in the next.

    >>> runs_on("Cuba does not represent, and cannot", "represent, any threat to the countries")
    True
    >>> runs_on("my Noble Prince", "your Excellency's"), runs_on("It is so.", "and the rest of it was left out")
    (False, False)
    """
    if not after[0].islower() or ITEM.match(after) or STOPPED.search(before[-12:].rstrip(SPACE)):
        return False
    return len(before[-200:].split()) >= WORDS and len(after[:200].split()) >= WORDS


def page_break(source: Source, left: int, right: int, element: str) -> Annotation:
    """Make the break; one that cuts a word says so."""
    attributes = (("break", "no"),) if source.text[left - 1] == "-" and source.text[left - 2].isalpha() else ()
    return Annotation(right, right, element, "layout.joins", attributes, "medium")
