"""A stretch of a reading as a grammar reads it: folded, and with letters and figures that were misread put right.

`З1 мая` has the letter З, `1О` the letter О, `окгября` one wrong letter, `oктября` a Latin one.  One character is read
for one, so that offsets stay; an expression says whether it was mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from teilegram.dates.expression import Expression
from teilegram.dates.lexicon import folded

AROUND = 40
"""Characters before a stretch that a grammar may look back to."""
SCRIPT = re.compile("[а-я]")
MIXED = re.compile(r"[a-z](?:(?<=[а-я][a-z])|(?=[а-я]))")
MIXED_WORD = re.compile(r"[a-zа-я]*(?:[а-я][a-z]|[a-z][а-я])[a-zа-я]*")
CYRILLIC = str.maketrans("aceopxyktmbhi", "асеорхуктмвні".replace("і", "и"))
FIGURES = re.compile(r"(?<!\w)(?=[зoоlib|]{0,3}[0-9])[0-9зoоliб|]{2,4}(?=(?:-?го)?(?!\w))")
MISREAD = re.compile(r"[0-9](?:(?=[зoоliб|])|(?<=[зoоliб|][0-9]))")
"""A figure beside what may be one: without it there is nothing to put right."""
FIGURE = str.maketrans("зoоli|б", "3001116")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text as it is `said`, `plain`ly folded, and mended as `read`; its first character's offset; where to begin."""

    said: str
    plain: str
    read: str
    offset: int
    start: int

    def make(self, start: int, end: int, kind: str, rule: str, **fields: Any) -> Expression:  # noqa: ANN401
        """Make an expression of characters of the stretch."""
        while end > start and self.read[end - 1] == " ":
            end -= 1
        mended = self.plain is not self.read and self.plain[start:end] != self.read[start:end]
        made = Expression(start + self.offset, end + self.offset, kind, rule, **fields)
        return replace(made, mended=True) if mended else made


@lru_cache(maxsize=2)
def stretch(text: str, start: int = 0, end: int | None = None) -> Stretch:
    """Prepare part of a reading.

    >>> s = stretch("З1 мая, I9 oктября 196З г.")
    >>> s.read
    '31 мая, 19 октября 1963 г.'
    """
    left = max(0, start - AROUND)
    said = text[left : len(text) if end is None else end]
    plain = folded(said)
    read = plain
    if SCRIPT.search(read) and MIXED.search(read):
        read = MIXED_WORD.sub(lambda m: m[0].translate(CYRILLIC), read)
    if MISREAD.search(read):
        read = FIGURES.sub(lambda m: m[0].translate(FIGURE) if any(c.isdigit() for c in m[0]) else m[0], read)
    return Stretch(said, plain, plain if read == plain else read, left, start - left)
