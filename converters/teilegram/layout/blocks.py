r"""Blocks: runs of lines without a blank line between them, and what belongs to the page among them.

A form feed is a page break.  Where a transcript has no line feeds, carriage returns end its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from teilegram.layout.pages import furniture
from teilegram.layout.wrapped import paragraphs
from teilegram.model import SPACE, Annotation, Source

BREAK = re.compile(
    r"(?<![ \t\r\f\v])[ \t\r\f\v]*\n(?:[ \t\r\f\v]*\n)+[ \t\r\v\f]*|(?<![ \t\r\n])[ \t\r\n]*\f[ \t\r\n\f]*"
)
EMPTY = re.compile(r"\n(?:[ \t\r\v]*\n)+[ \t\r\v]*")
"""The same where no page break is marked, from its first line end on."""
RETURN = re.compile(r"(?<![ \t\f\v])[ \t\f\v]*\r(?:[ \t\f\v]*\r)+[ \t\v\f]*|(?<![ \t\r])[ \t\r]*\f[ \t\r\f]*")
"""The same for transcripts whose lines end with a carriage return alone."""


def blocks(source: Source) -> Iterator[Annotation]:
    r"""Yield a `block` for every paragraph or run of lines, and what belongs to the page between them, in order.

    >>> s = Source("x", "A line\nand one\n\n46\n\nMore", "")
    >>> [(b.kind, s.text[b.start:b.end]) for b in blocks(s)]
    [('block', 'A line\nand one'), ('pageNum', '46'), ('block', 'More')]
    """
    apart = {a.start: a for a in furniture(source)}
    at = 0
    ends = breaks(source.text)
    runs: list[list[tuple[int, int]]] = []
    for left, right in [*ends, (len(source.text), len(source.text))]:
        runs += divided(source, at, left, apart)
        at = right
    for run in paragraphs(source, runs, apart):
        if run[0][0] in apart:
            yield apart[run[0][0]]
        else:
            yield Annotation(run[0][0], run[-1][1], "block", "layout.blocks")


def breaks(text: str) -> list[tuple[int, int]]:
    r"""List the spans of blank lines and page breaks.

    >>> breaks("A line \n \n\tB")
    [(6, 11)]
    """
    if "\f" in text or "\n" not in text:
        return [m.span() for m in (BREAK if "\n" in text else RETURN).finditer(text)]
    return [(m.start() - trailing(text, m.start()), m.end()) for m in EMPTY.finditer(text)]


def trailing(text: str, at: int) -> int:
    """Count the blanks before an offset."""
    start = at
    while start and text[start - 1] in " \t\r\v":
        start -= 1
    return at - start


def divided(source: Source, start: int, end: int, apart: Mapping[int, Annotation]) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines of a run in pieces: what belongs to the page is a piece by itself."""
    piece: list[tuple[int, int]] = []
    for left, right in line_spans(source.text, start, end):
        line = source.trimmed(left, right)
        if line[0] == line[1]:
            continue
        if line[0] in apart:
            if piece:
                yield piece
            yield [line]
            piece = []
        else:
            piece.append(line)
    if piece:
        yield piece


def line_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines between two offsets, line ends left out."""
    mark = "\r" if text.find("\n", start, end) < 0 else "\n"
    at = start
    while (newline := text.find(mark, at, end)) >= 0:
        yield at, newline
        at = newline + 1
    yield at, end


def is_prose(text: str) -> bool:
    """Tell whether a block reads as sentences and not as a heading, a stamp, an address or a signature.

    >>> is_prose("The preceding is communicated by way of information.")
    True
    >>> is_prose("TOP SECRET"), is_prose("Please review."), is_prose("CC CPSU")
    (False, False, False)
    """
    plain = text.strip(SPACE + "*_")
    words = plain.split(None, LONG)
    if plain.count("\t") >= TABLE:
        return False
    if len(words) >= LONG:
        return True
    ended = plain.rstrip("\"'”’»)]*†‡[^0123456789⁰¹²³⁴⁵⁶⁷⁸⁹").endswith((".", "?", "!", ":", "…", ";", ","))
    if (ended or "STOP" in words) and plain.isupper() and len(words) >= MIDDLE:  # a telegram in capitals
        return True
    lower = sum(1 for word in words if word[0].islower())
    if ended and len(words) >= SHORT and lower * (2 if len(words) < MIDDLE else 3) >= len(words):
        return True
    return len(words) >= MIDDLE and lower * 5 >= len(words) * 3


TABLE = 3
"""Tabs that make columns."""
LONG, MIDDLE, SHORT = 40, 10, 5
"""Words that make prose by themselves, with mostly small letters, with a full stop as well."""
