"""Which page begins where: a number at the foot of a page is that of the page which ends (Guidelines, COREMI)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from teilegram.model import Annotation, Source

PAGE = ("pageNum", "fw")
"""What belongs to the page: its number and its running head."""


@dataclass(frozen=True)
class Paging:
    """Where the numbers of a transcript stand, and per number the one of the page that begins there, if known."""

    at_head: bool
    begins: Mapping[int, str]

    def begun(self, between: Sequence[Annotation]) -> str:
        """Give the number of the page that begins among some page numbers and running heads."""
        return next((self.begins[a.start] for a in between if self.begins.get(a.start)), "")


def paging(source: Source, pieces: Sequence[Annotation]) -> Paging:
    """Find whether page numbers stand at the head or the foot, and what page begins at each.

    A number that begins the transcript, or comes after a form feed, is at the head; one that ends it, or comes
    before a form feed, at the foot.  Where nothing tells, no page is said to begin.
    """
    head = foot = 0
    shape = [a for a in pieces if a.kind == "block" or a.kind in PAGE]
    for above, below in pairwise([None, *shape, None]):
        edge = not above or not below or "\f" in source.text[above.end : below.start]
        head += edge and below is not None and below.kind == "pageNum"
        foot += edge and above is not None and above.kind == "pageNum"
    numbers = [a for a in shape if a.kind in PAGE and a.get("n")]
    begins = {}
    for number, following in zip(numbers, [*numbers[1:], None], strict=False):
        if number.kind == "fw" or head > foot:
            begins[number.start] = number.get("n")
        elif foot > head and following and int(following.get("n")) == int(number.get("n")) + 1:
            begins[number.start] = following.get("n")
    return Paging(head > foot, begins)
