r"""Blocks: runs of lines without a blank line between them, and the marks of pages among them.

A form feed is a page break.  A line that holds nothing but a number of up to four digits is a page number,
which belongs to the page and not to the text (Guidelines, PH-fw): `46`, `- 46 -`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.model import SPACE, Annotation, Source

BREAK = re.compile(
    r"(?<![ \t\r\f\v])[ \t\r\f\v]*\n(?:[ \t\r\f\v]*\n)+[ \t\r\v\f]*|(?<![ \t\r\n])[ \t\r\n]*\f[ \t\r\n\f]*"
)
PAGE_NUMBER = re.compile(r"[-–—]?[ \t]*([0-9]{1,4})[ \t]*[-–—]?")


def blocks(source: Source) -> Iterator[Annotation]:
    r"""Yield a `block` for every run of lines and a `pageNum` for every page number, in order.

    >>> s = Source("x", "A line\nand one\n\n46\n\nMore", "")
    >>> [(b.kind, s.text[b.start:b.end]) for b in blocks(s)]
    [('block', 'A line\nand one'), ('pageNum', '46'), ('block', 'More')]
    """
    at = 0
    ends = [(m.start(), m.end()) for m in BREAK.finditer(source.text)]
    for left, right in [*ends, (len(source.text), len(source.text))]:
        yield from paragraph(source, at, left)
        at = right


def paragraph(source: Source, start: int, end: int) -> Iterator[Annotation]:
    """Yield the blocks of one run of lines; a page number at its last or first line is apart."""
    start, end = source.trimmed(start, end)
    if start == end:
        return
    lines = [source.trimmed(a, b) for a, b in line_spans(source.text, start, end)]
    lines = [line for line in lines if line[0] < line[1]]
    numbered = {i for i in (0, len(lines) - 1) if PAGE_NUMBER.fullmatch(source.text[slice(*lines[i])])}
    first = 0
    for i in sorted(numbered):
        if first < i:
            yield Annotation(lines[first][0], lines[i - 1][1], "block", "layout.blocks")
        number = PAGE_NUMBER.fullmatch(source.text[slice(*lines[i])])
        yield Annotation(
            *lines[i], "pageNum", "layout.blocks.page-number", (("n", number[1] if number else ""),), "high"
        )
        first = i + 1
    if first < len(lines):
        yield Annotation(lines[first][0], lines[-1][1], "block", "layout.blocks")


def line_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines between two offsets, line ends left out."""
    at = start
    while (newline := text.find("\n", at, end)) >= 0:
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
    lower = sum(1 for word in words if word[0].islower())
    if ended and len(words) >= SHORT and lower * (2 if len(words) < MIDDLE else 3) >= len(words):
        return True
    return len(words) >= MIDDLE and lower * 5 >= len(words) * 3


TABLE = 3
"""Tabs that make columns."""
LONG, MIDDLE, SHORT = 40, 10, 5
"""Words that make prose by themselves, with mostly small letters, with a full stop as well."""
