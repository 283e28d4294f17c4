"""The nearest name to one that is wrong, and the names that TEI has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from teilegram.resources import folder

LIKE = 0.82
"""How alike two names must be to be proposed (Jaro-Winkler): tried on slips of one and two letters."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Give the known name that is most like this one, or nothing.

    >>> nearest("persona", ["person", "persName"]), nearest("persona", ["persName", "placeName", "p"])
    ('person', 'persName')
    >>> nearest("redactad", ["redacted", "lost"]), nearest("xyz", ["redacted", "lost"])
    ('redacted', '')
    """
    from rapidfuzz import process  # noqa: PLC0415 - 30 ms that only a wrong name needs
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415

    best = process.extractOne(name, list(known), scorer=JaroWinkler.similarity, processor=str.lower, score_cutoff=LIKE)
    return str(best[0]) if best else ""


@cache
def tei_elements() -> frozenset[str]:
    """Name the elements of TEI P5."""
    text = (folder("data") / "tei-elements.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
