"""Blocks that are two things at once: a greeting over the first paragraph, a signature under the last.

    Dear Mr. Chairman,                    Please confirm the above.
    I thank you for the letter that …     A. Petrov

A transcript that has no empty line there is parted where the look of the lines changes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise

from teilegram.layout.blocks import is_prose
from teilegram.layout.closer import is_valediction, signature
from teilegram.layout.lines import is_sentence, nonempty, stamp
from teilegram.layout.opener import SHORT, greets
from teilegram.model import Annotation, Document

FOOT = 8
"""Words that a line at the foot has at most."""
FEET = 8
"""Lines of a foot under a paragraph at most."""
HELD = ("note", "gap", "supplied", "said", "quote", "item")
"""What is not parted."""


def greeted(document: Document, blocks: list[Annotation], first: int) -> tuple[list[Annotation], int]:
    """Give the blocks and where the head ends; a greeting in a line over the first paragraph is parted from it."""
    at = next((i for i, block in enumerate(blocks) if block.start >= first), len(blocks))
    lines = list(nonempty(document, blocks[at].start, blocks[at].end)) if at < len(blocks) else []
    words = document.source.text[slice(*lines[0])] if lines else ""
    alone = len(lines) > 1 and document.source.text[lines[1][0]].isupper()
    if not alone or len(words.split()) > SHORT or not words.endswith((",", ":", "!")) or not greets(words):
        return blocks, first
    if any(a.start < lines[0][1] < a.end for a in document.of("note", "gap", "supplied", "said", "quote")):
        return blocks, first
    block = blocks[at]
    parted = [replace(block, end=lines[0][1]), replace(block, start=lines[1][0])]
    return [*blocks[:at], *parted, *blocks[at + 1 :]], lines[0][1]


def spoken(document: Document, blocks: list[Annotation]) -> list[Annotation]:
    """Give the blocks, those in which several speak parted where a turn begins."""
    starts = [a.start for a in document.of("said")]
    made: list[Annotation] = []
    for block in blocks:
        inside = starts[bisect_right(starts, block.start) : bisect_left(starts, block.end)]
        cuts = [block.start, *inside, block.end]
        spans = (document.source.trimmed(left, right) for left, right in pairwise(cuts))
        made += [replace(block, start=left, end=right) for left, right in spans] if inside else [block]
    return made


def signed_off(document: Document, blocks: list[Annotation], first: int, last: int) -> tuple[list[Annotation], int]:
    """Give the blocks and where the foot begins; sentences over a signature are parted from it."""
    at = next((i for i, block in enumerate(blocks) if block.start >= last), len(blocks))
    if not at or blocks[at - 1].start < first:
        return blocks, last
    if at < len(blocks) and is_prose(document.source.text[blocks[at - 1].start : blocks[at - 1].end]):
        lines = list(nonempty(document, blocks[at].start, blocks[at].end))
        said = next((i for i, line in enumerate(lines) if not is_sentence(document, *line)), 0)
        if said:
            return parted(document, blocks, at, lines[said - 1][1], lines[said][0])
    lines = list(nonempty(document, blocks[at - 1].start, blocks[at - 1].end))
    cut = foot_under(document, lines)
    if cut:
        return parted(document, blocks, at - 1, lines[cut - 1][1], lines[cut][0])
    return blocks, last


def parted(document: Document, blocks: list[Annotation], at: int, end: int, start: int) -> tuple[list[Annotation], int]:
    """Part a block where one line ends and the next begins, unless something lies over it."""
    block = blocks[at]
    if any(a.start < block.end and block.start < a.end for a in document.of(*HELD)):
        return blocks, next((b.start for b in blocks[at:] if b.start > block.start), document.end)
    return [*blocks[:at], replace(block, end=end), replace(block, start=start), *blocks[at + 1 :]], start


def foot_under(document: Document, lines: list[tuple[int, int]]) -> int:
    """Give the index of the line where a foot begins under a paragraph, 0 where none does: a signature is in it."""
    text = document.source.text
    at = len(lines)
    while at > max(len(lines) - FEET, 1) and is_foot(document, *lines[at - 1]):
        at -= 1
    if at == len(lines) or not is_prose(text[lines[0][0] : lines[at - 1][1]]):
        return 0
    if text[lines[at - 1][1] - 1] not in '.?!:"”»)' or not text[lines[at][0]].isupper():
        return 0
    signed = any(a.kind == "signed" for line in lines[at:] for a in signature(document, *line))
    return at if signed or is_valediction(text[slice(*lines[at])]) else 0


def is_foot(document: Document, start: int, end: int) -> bool:
    """Tell whether a line can stand at the foot of a document: short, and no sentence."""
    words = document.source.text[start:end]
    return bool(stamp(document, start, end)) or (
        len(words.split()) <= FOOT and not words.endswith((".", "?", "!", ";", ":"))
    )
