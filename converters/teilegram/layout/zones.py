"""Zones: where the head of a document ends and its foot begins, and which blocks are headings.

Before the first sentence stand headings, stamps, numbers and addresses; after the last, signatures, notes of
printing, the source.  A heading names a kind of document, is marked as one, or is the catalogue's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from teilegram.layout.blocks import is_prose
from teilegram.layout.feet import ends, is_shaped
from teilegram.layout.lines import hashes, nonempty
from teilegram.layout.opener import SHORT, greets
from teilegram.layout.spoken import is_turn
from teilegram.layout.titles import CONTENTS_LINE, STOPS, is_head, is_title, turns_page
from teilegram.model import SPACE, Annotation, Document

ENCLOSED = re.compile(
    r"[*_#\s]*(?:Enclosure|Annex|Appendix|Attachment|Anlage|Annexe|Anexo|Приложение)"
    r"(?: (?:No\.? ?|№ ?)?(?:\d{1,2}|[IVX]{1,4}|[A-H]))?[.*_]*",
    re.IGNORECASE,
)
"""The heading of an enclosure, in a block of its own."""
LONG = 12
"""Words of a sentence that a page cuts, at least; of the only text that a document has as well."""
SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.?!]$")
"""How a sentence ends that is no date: `Comrade Ivanov.`, not `9 марта 1957 г.`."""


def zones(document: Document) -> Iterator[Annotation]:
    """Yield `front`, `back` and the `head`s of every part of a document."""
    for part in document.of("div"):
        source_notes = [n for n in document.inside(part.start, part.end, "note") if n.get("type") == "source"]
        blocks = document.inside(part.start, part.end, "block")
        front = 0
        if is_title(document, blocks):
            yield Annotation(blocks[0].start, blocks[0].end, "head", "layout.zones.title", cert="medium")
            front = 1
        while front < len(blocks) and not begins(document, blocks, front, part):
            if is_head(document, blocks[front], first=front == 0):
                block = blocks[front]
                yield Annotation(
                    block.start, block.end, "head", "layout.zones.head", cert="high", before=hashes(document, block)
                )
            front += 1
        read = front
        front = only_text(document, blocks, read, source_notes)
        back, least = len(blocks), front + (front != read)
        while back > least and ends(document, blocks[max(back - 2, 0) : back], source_notes):
            back -= 1
        enclosed = [bool(ENCLOSED.fullmatch(document.string(block))) for block in blocks[back:]]
        if (True, False) in pairwise(enclosed):  # what follows the heading of an enclosure is its text, however short
            back = len(blocks)
        if front:
            yield Annotation(part.start, blocks[front - 1].end, "front", "layout.zones")
        if front < back < len(blocks):  # TEI allows no closer where there is no text before it
            yield Annotation(blocks[back].start, part.end, "back", "layout.zones")


def begins(document: Document, blocks: list[Annotation], at: int, part: Annotation) -> bool:
    """Tell whether the text itself begins with this block."""
    text = document.source.text[blocks[at].start : blocks[at].end]
    if at == 0 and part.start == document.start and text[0].islower() and len(text.split(None, 9)) > 8:  # noqa: PLR2004
        return True
    if is_head(document, blocks[at], first=at == 0):
        return at > 0 and opens_part(document, blocks, at)
    if CONTENTS_LINE.search(text):
        return False
    if is_address(text):
        return False
    if is_prose(text) or holds_sentence(text) or is_cut(document, blocks, at) or is_turn(text):
        return True
    return "\t" not in text and is_shaped(document, blocks[at])


def is_address(text: str) -> bool:
    """Tell whether a block names an addressee in short lines and is no sentence, however many small letters it has.

    >>> is_address("To the Deputy Minister\\nof foreign trade of the Union"), is_address("To this he agreed.")
    (True, False)
    """
    lines = text.splitlines()
    return greets(lines[0]) and not text.endswith(STOPS) and all(len(line.split()) <= SHORT for line in lines)


def only_text(document: Document, blocks: list[Annotation], front: int, notes: list[Annotation]) -> int:
    """Give where the text begins, though nothing reads as one: `Appoint L. Ivanov senior fitter, effective …`.

    It is then the first block under a heading that is long enough, has small letters in it, and greets nobody.
    """
    text = document.source.text
    if any(not any(n.holds(b) for n in notes) for b in blocks[front:]):
        return front
    for at, b in enumerate(blocks[1:front], 1):
        words = text[b.start : b.end].split()
        small = sum(word[0].islower() for word in words)
        greeting = any(greets(text[start:end]) for start, end in nonempty(document, b.start, b.end))
        long = len(words) >= LONG and small * 4 >= len(words) and "\t" not in text[b.start : b.end]
        if long and not greeting and not is_head(document, b, first=False):
            return at
    return front


def is_cut(document: Document, blocks: list[Annotation], at: int) -> bool:
    """Tell whether a block is a sentence that the page cuts off: half its words in small letters, and no stop."""
    text = document.source.text[blocks[at].start : blocks[at].end]
    if at + 1 == len(blocks) or text.endswith(STOPS) or not turns_page(document, blocks[at].end, blocks[at + 1].start):
        return False
    words = text.split()
    return len(words) >= LONG and sum(word[0].islower() for word in words) * 2 >= len(words)


def holds_sentence(text: str) -> bool:
    """Tell whether a line of a block is a sentence, though what stands under it is none.

    >>> holds_sentence("Approve the attached text of the instructions.\\n[Attachment]")
    True
    >>> holds_sentence("CC CPSU\\nMoscow.")
    False
    """
    lines = text.splitlines()
    return len(lines) > 1 and any(SENTENCE_END.search(line.rstrip(SPACE)) and is_prose(line) for line in lines)


def opens_part(document: Document, blocks: list[Annotation], at: int) -> bool:
    """Tell whether a heading behind others is of a lower level by its mark, and text follows it."""
    marks = [hashes(document, block) for block in blocks[: at + 1]]
    following = document.source.text[blocks[at + 1].start : blocks[at + 1].end] if at + 1 < len(blocks) else ""
    return is_prose(following) and 0 < min((m for m in marks[:at] if m), default=0) < marks[at]
