"""Joins: a paragraph that a page or a column cuts is one paragraph with the break inside (Guidelines, COPAGB).

A block that stops in mid-sentence and a next one that goes on in lower case belong together; page numbers
between them belong to the page.  The break is a `cb` where the publisher prints in columns, else a `pb`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from teilegram.layout.hyphens import divides
from teilegram.layout.paging import PAGE, Paging, paging
from teilegram.model import SPACE, Annotation, Convention, Source
from teilegram.vocabulary import table

WORDS = 5
"""Shortest piece, in words, that can be part of a cut paragraph: verses and addresses are shorter."""
STOPPED = re.compile(r"[.?!:;…][\"'”’»)\]*]*[\d⁰¹²³⁴-⁹†‡]*$")
ITEM = re.compile(r"[a-zа-я][.)]\s")


def joined(source: Source, blocks: Iterable[Annotation], convention: Convention) -> Iterator[Annotation]:
    """Yield blocks, cut ones made whole, and with them the breaks and what belongs to the page.

    >>> from teilegram.conventions import profile
    >>> s = Source("x", "The missiles in Cuba that were sent\\n\\nwas carried out not only in the interests.", "")
    >>> pieces = [Annotation(0, 36, "block", ""), Annotation(38, 80, "block", "")]
    >>> [(a.kind, a.start, a.end) for a in joined(s, pieces, profile("base"))]
    [('pb', 38, 38), ('block', 0, 80)]
    """
    element = "cb" if convention.columns else "pb"
    pieces = list(blocks)
    pages = paging(source, pieces)
    open_block: Annotation | None = None
    waiting: list[Annotation] = []
    for block in pieces:
        if block.kind != "block":
            waiting.append(block)
            continue
        between = [a for a in waiting if a.kind in PAGE]
        turned = bool(between) or (open_block is not None and "\f" in source.text[open_block.end : block.start])
        noted = len(waiting) > len(between)
        if open_block and runs_on(
            source.text[open_block.start : open_block.end], source.text[block.start : block.end], turned=turned or noted
        ):
            yield from waiting
            at = between[0].start if heads(between, pages) else block.start
            kind, number = "pb" if turned or noted else element, pages.begun(between)
            cut, _ = divides(source, open_block.end, block.start)
            yield page_break(at, kind, number, cut=cut)
            open_block = Annotation(open_block.start, block.end, "block", "layout.joins", cert="high")
        else:
            if open_block:
                yield open_block
            yield from waiting
            if turned and (open_block or pages.at_head):
                yield from turns(source, open_block.end if open_block else 0, block.start, between, pages)
            open_block = block
        waiting = []
    if open_block:
        yield open_block
    yield from waiting


def turns(source: Source, end: int, start: int, between: list[Annotation], pages: Paging) -> Iterator[Annotation]:
    """Yield the breaks between two paragraphs: before the head of a new page, after the foot of an old one.

    Where there is neither, every form feed turns the page: between two of them is an empty page.
    """
    if between:
        at = between[0].start if heads(between, pages) else between[-1].end
        number = pages.begun(between)
        yield Annotation(at, at, "pb", "layout.pages", (("n", number),) if number else (), "medium")
        return
    while (at := source.text.find("\f", end, start)) >= 0:
        end = at + 1
        yield Annotation(end, end, "pb", "layout.pages")


def heads(between: list[Annotation], pages: Paging) -> bool:
    """Tell whether what stands between two paragraphs is the head of the new page."""
    return bool(between) and (pages.at_head or between[0].get("type") == "header")


def runs_on(before: str, after: str, *, turned: bool = False) -> bool:
    """Tell whether a block goes on in the next; where the page is `turned`, a small word cannot be the last.

    >>> runs_on("Cuba does not represent, and cannot", "represent, any threat to the countries")
    True
    >>> runs_on("my Noble Prince", "your Excellency's"), runs_on("It is so.", "and the rest of it was left out")
    (False, False)
    >>> runs_on("He was received by the", "President in the White House today.", turned=True)
    True
    """
    if ITEM.match(after) or STOPPED.search(before[-12:].rstrip(SPACE)):
        return False
    if not after[0].islower() and not (turned and after[0].isupper() and is_open(before)):
        return False
    return len(before[-200:].split()) >= WORDS and (turned or len(after[:200].split()) >= WORDS)


def is_open(before: str) -> bool:
    """Tell whether a paragraph ends in a word that ends no sentence, or in a comma."""
    last = (before[-40:].split() or [""])[-1]
    return last.endswith(",") or last in small_words()


@cache
def small_words() -> frozenset[str]:
    """Give the words of several languages that go before others."""
    return frozenset(word for row in table("open_words") for word in row["words"].split())


def page_break(at: int, element: str, number: str, *, cut: bool) -> Annotation:
    """Make the break inside a paragraph; one that cuts a word says so."""
    attributes = ((("n", number),) if number else ()) + ((("break", "no"),) if cut else ())
    return Annotation(at, at, element, "layout.joins", attributes, "medium")
