"""The capitalised words of a reading, gathered once: the rules that look for names by their words begin there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

VOWELS = frozenset("aeiouyáéíóúýàèìòùäöüăîěęą")
LONGEST = 4
"""Letters of an abbreviation at most."""
WORD = re.compile(r"[^\W\d_a-zа-яё](?<![\w.'-].)[\w-]*")
"""A word with a capital that is not part of another; what stands behind an apostrophe is no part of it."""


@lru_cache(maxsize=2)
def capitalised(text: str) -> dict[str, list[int]]:
    """Give for every capitalised word of a reading where it stands, in order.

    A rule asks once whether a word can be a name, not wherever the word stands.

    >>> capitalised("Hale's paper told U.S. Ambassador Hale of Anne-Marie")
    {'Hale': [0, 34], 'U': [18], 'Ambassador': [23], 'Anne-Marie': [42]}
    """
    found: dict[str, list[int]] = defaultdict(list)
    for m in WORD.finditer(text):
        found[m[0]].append(m.start())
    return dict(found)


def places(text: str, fits: Callable[[str], bool]) -> list[int]:
    """List in order where those capitalised words stand of which something is true.

    >>> places("Hale's paper told U.S. Ambassador Hale of Anne-Marie", lambda word: "-" not in word and len(word) > 1)
    [0, 23, 34]
    """
    return sorted(at for word, starts in capitalised(text).items() if fits(word) for at in starts)


def ends_sentence(word: str) -> bool:
    """Tell whether a word with a point behind it ends a sentence: it is too long for an abbreviation, or has its vowel.

    >>> [ends_sentence(word) for word in ("Skelton.", "Rome.", "Benj.", "Gen.", "A.", "Geo.", "Otto")]
    [True, True, False, False, False, False, False]
    """
    plain = word.rstrip(".")
    if plain == word or not plain.replace("-", "").isalpha():
        return False
    return len(plain) > LONGEST or not plain.isascii() or (len(plain) == LONGEST and plain[-1] in VOWELS)
