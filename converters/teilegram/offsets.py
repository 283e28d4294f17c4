"""A text with some of its characters taken out, and the way back to the original offsets.

Names and dates are looked for in the *reading* of a text, which has no brackets, asterisks or tags:
`[Oswaldo] Dorticos` reads `Oswaldo Dorticos`, `the 27<sup>th</sup>` reads `the 27th`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from teilegram.model import Document

FOLD = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "\n": " ",
        "\r": " ",
        "\f": " ",
        "\v": " ",
        "\xa0": " ",
        "–": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
    }
)
"""One character for one: quotes, dashes and spaces that differ only as glyphs; a tab divides columns and stays."""


FOLDED = {chr(code): glyph for code, glyph in FOLD.items()}
GLYPHS = re.compile(f"[{''.join(map(re.escape, FOLDED))}]")
APART = ("note", "gap", "gloss", "pageNum", "fw", "noteAnchor")
"""What does not belong to the sentence around it: its brackets stay, so that no name runs over them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The characters `text`, and for each kept run where it began in the reading and in the source."""

    text: str
    runs: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """Give the source offset of the character at `offset` of the reading.

        >>> r = reading("the 27<sup>th</sup> of", 0, 22, [(6, 11), (13, 19)])
        >>> r.text, r.origin(6)
        ('the 27th of', 11)
        """
        run = bisect_right(self.runs, offset) - 1
        return self.origins[run] + offset - self.runs[run]

    def offset(self, origin: int) -> int:
        """Give the offset in the reading of a source offset; of one that was taken out, that of what follows it.

        >>> r = reading("the 27<sup>th</sup> of", 0, 22, [(6, 11), (13, 19)])
        >>> r.offset(11), r.offset(7), r.offset(20)
        (6, 6, 9)
        """
        run = max(bisect_right(self.origins, origin) - 1, 0)
        end = self.runs[run + 1] if run + 1 < len(self.runs) else len(self.text)
        return min(max(self.runs[run] + origin - self.origins[run], 0), end)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the source span of a non-empty span of the reading."""
        run = bisect_right(self.runs, start) - 1
        by = self.origins[run] - self.runs[run]
        in_one = run + 1 == len(self.runs) or end <= self.runs[run + 1]
        return start + by, end + by if in_one else self.origin(end - 1) + 1


def reading(text: str, start: int, end: int, taken_out: Iterable[tuple[int, int]]) -> Reading:
    """Make the reading of `text[start:end]` without the spans `taken_out`."""
    runs, origins, pieces = [0], [start], []
    at = start
    length = 0
    for left, right in sorted(taken_out):
        if right <= at or left >= end:
            continue
        piece = text[at : max(left, at)]
        pieces.append(piece)
        length += len(piece)
        at = min(right, end)
        if piece or len(runs) == 1:
            runs.append(length)
            origins.append(at)
        else:
            origins[-1] = at
    pieces.append(text[at:end])
    return Reading(plain("".join(pieces)), tuple(runs), tuple(origins))


def plain(text: str) -> str:
    """Give a text of the same length with one glyph for each kind of quote, dash and space.

    >>> plain("the “General’s” plan\\nof 1962–63")
    'the "General\\'s" plan of 1962-63'
    """
    return text.translate(FOLD) if text.isascii() else GLYPHS.sub(lambda m: FOLDED[m[0]], text)


class Spans:
    """Spans in any order, to tell what they overlap.

    >>> Spans([(8, 9), (0, 5), (1, 2)]).touches(4, 6), Spans([(8, 9), (0, 5)]).touches(5, 8)
    (True, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.ends = list(accumulate((end for _, end in ordered), max))

    def touches(self, start: int, end: int) -> bool:
        """Tell whether one of the spans overlaps this one."""
        at = bisect_left(self.starts, end)
        return at > 0 and self.ends[at - 1] > start


def unread(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of a document that a reader skips: brackets, asterisks, tags, the gaps of spaced-out words."""
    for a in document.annotations:
        if a.kind in ("pageNum", "fw", "noteAnchor"):
            yield a.start, a.end
        if a.kind in APART:
            continue
        if a.before:
            yield a.start, a.start + a.before
        if a.after:
            yield a.end - a.after, a.end
        if a.get("rend") == "spaced":
            yield from ((i, i + 1) for i in range(a.start, a.end) if document.source.text[i] == " ")


def widened(span: tuple[int, int], fences: list[tuple[int, int]]) -> tuple[int, int]:
    """Widen a span over the brackets and marks that it crosses, so that they are in it whole.

    >>> widened((8, 20), [(0, 12), (30, 40)])
    (0, 20)
    """
    start, end = span
    for left, right in fences[max(bisect_left(fences, (start, 0)) - 1, 0) : bisect_right(fences, (end, end))]:
        if left < start < right < end:
            start = left
        elif start < left < end < right:
            end = right
    return start, end
