"""Alignment of an original with its translation, paragraph by paragraph (Guidelines, SACS).

Paragraphs are paired in order as long as their lengths agree; a paragraph whose end is lost may be shorter.
"""

from __future__ import annotations

from collections.abc import Iterator

from teilegram.model import Annotation, Document

RATIO = 2.0
"""How many times longer a paragraph may be than its counterpart."""


def align(document: Document) -> Iterator[Annotation]:
    """Yield a `link` from each paragraph of the original to its translation; `@target` is the offset of that."""
    parts = {d.get("type"): d for d in document.of("div")}
    if "original" not in parts or "translation" not in parts:
        return
    left, right = ([p for p in document.of("p") if parts[sort].holds(p)] for sort in ("original", "translation"))
    broken = {g.start for g in document.of("gap") if g.get("reason") == "lost"}
    for one, other in zip(left, right, strict=False):
        size, size_other = one.end - one.start, other.end - other.start
        if size > RATIO * size_other or (size_other > RATIO * size and one.end not in broken):
            return
        yield Annotation(one.start, one.end, "link", "align.paragraphs", (("target", str(other.start)),), "high")
