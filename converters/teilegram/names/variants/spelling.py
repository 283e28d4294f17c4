"""Spellings before there were rules: `Rossoffkin`, `Rossofkin` and `Rosovkin` are written alike when spelt plainly."""

from __future__ import annotations

import re
from functools import lru_cache

from teilegram.folding import folded

PLAINLY = (
    ("sch", "s"), ("sh", "s"), ("cz", "c"), ("tz", "c"), ("ts", "c"), ("ch", "c"), ("ck", "k"), ("ph", "v"),
    ("th", "t"), ("w", "v"), ("f", "v"), ("y", "i"), ("j", "i"),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile(r"[aeiou]+")
LEAST = 5
"""Letters of the shortest surname that is compared so."""


@lru_cache(maxsize=1 << 14)
def plainly(surname: str) -> str:
    """Give what a surname has in common with its other spellings: its consonants, one way, and its first vowel.

    >>> plainly("Rossoffkin") == plainly("Rosovkin"), plainly("Andreoff") == plainly("Andreev")
    (True, True)
    >>> plainly("Miller") == plainly("Muller"), plainly("Castor") == plainly("Castro")
    (False, False)
    """
    low = folded(surname).casefold()
    if len(low) < LEAST or not low.isalpha() or not low.isascii():
        return ""
    for letters, sound in PLAINLY:
        low = low.replace(letters, sound)
    low = DOUBLED.sub(r"\1", low)
    first = VOWELS.search(low)
    if not first:
        return ""
    return low[: first.start() + 1] + VOWELS.sub("a", low[first.end() :])
