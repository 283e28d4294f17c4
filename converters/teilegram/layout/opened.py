"""Blocks in which the heading of an enclosure stands, cut so that the heading is a block of its own.

    A. PETROV
    [Attachment]
    Translation from English

A transcript that has no empty line there is parted, as greetings and signatures are (see `parted`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from teilegram.model import Annotation, Source


def opened(source: Source, found: Sequence[Annotation], heads: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield annotations, the blocks cut before and behind the headings of enclosures.

    An editor's `[Attachment]` is then no note on the page but the heading, supplied.
    """
    cuts = sorted({edge for head in heads for edge in (head.start, head.end)})
    spans = {(head.start, head.end) for head in heads}
    for a in found:
        inside = cuts[bisect_right(cuts, a.start) : bisect_left(cuts, a.end)] if a.kind == "block" else []
        if a.kind == "note" and (a.start, a.end) in spans and a.get("type") == "description":
            attributes = (("reason", "explanation"), *((k, v) for k, v in a.attributes if k == "resp"))
            yield replace(a, kind="supplied", attributes=attributes)
        elif inside:
            pieces = (source.trimmed(left, right) for left, right in pairwise([a.start, *inside, a.end]))
            yield from (replace(a, start=left, end=right) for left, right in pieces if left < right)
        else:
            yield a
