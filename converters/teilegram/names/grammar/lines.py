"""Lines: the ends of lines that no name runs over.

In prose a line ends where the page did, and `N. S.\\nKhrushchev` is one name; in an address, a heading or a
signature every line says something of its own (`Secretary\\nA.F. Orlov`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from teilegram.model import Document
from teilegram.offsets import Reading

SHORT = 45
"""A line of fewer characters, at the head or the foot of a document, is no line of prose."""
TINY = 22
"""Nor is one of fewer characters anywhere."""
SPACED = re.compile(" +")


def divided(document: Document, text: Reading) -> Reading:
    """Give a reading in which the ends of such lines are newlines again."""
    source = document.source.text
    zones = [(a.start, a.end) for a in document.of("front", "back")]
    starts = [start for start, _ in zones]
    last, pieces, at = document.start, [], 0
    for m in SPACED.finditer(text.text):
        where = text.origin(m.start())
        gap = source[where : text.origin(m.end() - 1) + 1]
        if "\n" not in gap:
            continue
        length, last = where - last, where + len(gap)
        zone = bisect_right(starts, where) - 1
        at_edge = zone >= 0 and zones[zone][1] >= where
        if gap.count("\n") > 1 or length < (SHORT if at_edge else TINY):
            pieces += [text.text[at : m.start()], "\n" * len(m[0])]
            at = m.end()
    return replace(text, text="".join((*pieces, text.text[at:])))
