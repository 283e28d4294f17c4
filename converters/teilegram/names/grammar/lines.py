"""Lines: the ends of lines that no name runs over.

In prose a line ends where the page did, and `N. S.\\nKhrushchev` is one name; in an address, a heading or a
signature every line says something of its own (`Secretary\\nA.F. Orlov`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from teilegram.model import Document
from teilegram.offsets import Reading

SHORT = 45
"""A line of fewer characters, at the head or the foot of a document, is no line of prose."""
TINY = 22
"""Nor is one of fewer characters anywhere."""


def divided(document: Document, text: Reading) -> Reading:
    """Give a reading in which the ends of such lines are newlines again."""
    source = document.source.text
    zones = [(a.start, a.end) for a in document.of("front", "back")]
    starts = [start for start, _ in zones]
    last, pieces, at = document.start, [], 0
    for offset, where in breaks(text, source):
        end = offset + 1
        while text.text[end : end + 1] == " " and source[text.origin(end)] in "\r\n \t":
            end += 1
        gap = source[where : text.origin(end - 1) + 1]
        length, last = where - last, where + len(gap)
        zone = bisect_right(starts, where) - 1
        at_edge = zone >= 0 and zones[zone][1] >= where
        apart = length < (SHORT if at_edge else TINY) or (length < SHORT and is_remark(source, last))
        if offset >= at and (gap.count("\n") > 1 or apart):
            pieces += [text.text[at:offset], "\n" * (end - offset)]
            at = end
    return replace(text, text="".join((*pieces, text.text[at:])))


def is_remark(source: str, at: int) -> bool:
    r"""Tell whether a line that begins at an offset is all in brackets: no name runs into it from a short line.

    >>> is_remark("Orlov\n[Translated from Russian.]\nSir", 6), is_remark("N. S.\n[Khrushchev] said", 6)
    (True, False)
    """
    end = source.find("\n", at)
    line = source[at : end if end >= 0 else len(source)].rstrip()
    return line.startswith("[") and line.endswith("]") and line.count("[") == 1


def breaks(text: Reading, source: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines of the source end, at offsets of the reading and of the source."""
    ends = (*text.runs[1:], len(text.text))
    for run, end, origin in zip(text.runs, ends, text.origins, strict=True):
        at = source.find("\n", origin, origin + end - run)
        while at >= 0:
            yield run + at - origin, at
            at = source.find("\n", at + 1, origin + end - run)
