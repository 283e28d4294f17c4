"""Places and organisations of a document's own: what grammar shows to be one, and no table or authority has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from teilegram.model import Entity, Name
from teilegram.names.lexicon import Candidate, Hit

GRAMMAR = "names.org.grammar"


def own(text: str, start: int, end: int, kind: Literal["place", "org"], normal: str = "") -> Candidate:
    """Make what a span names an entity of its own; `normal` is its nominative."""
    name = Name(normal or " ".join(text[start:end].split()))
    return Candidate(Entity(name.text.casefold(), kind, "", (name,)), name, short=True)


def place(text: str, start: int, end: int, rule: str) -> Hit:
    """Make a place of the document's own."""
    return Hit(start, end, (own(text, start, end, "place"),), rule, "medium", 3)


def organisation(
    text: str, start: int, end: int, found: Sequence[Hit] = (), *, normal: str = "", rule: str = GRAMMAR
) -> Hit:
    """Make an organisation of the document's own, with the places in its name; `found` are known names, in order."""
    at = bisect_left(found, start, key=lambda h: h.start)
    inside = []
    while at < len(found) and found[at].end <= end:
        if found[at].candidates[0].entity.kind == "place" and found[at].end - found[at].start < end - start:
            inside.append(found[at])
        at += 1
    return Hit(start, end, (own(text, start, end, "org", normal),), rule, "medium", 2, tuple(inside))
