"""Vocabulary is data: tab-separated tables in `data/`, whose first line names the columns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from teilegram.resources import folder

LATIN = "".join(map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))))
UPPER = "A-Z" + "".join(c for c in LATIN if c.isupper())
LOWER = "a-z" + "".join(c for c in LATIN if c.islower())
"""Capital and small letters of the Latin script with and without diacritics, to stand in the brackets of a pattern."""


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Read `data/NAME.tsv`; lines that begin with `#` explain it.

    >>> table("months")[9]["en"].split("|")[0]
    'October'
    """
    lines = [
        line
        for line in (folder("data") / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


def whole_words(words: Iterable[str], boundary: str = r"\w-") -> str:
    """Give the pattern of any of several words, the longest first, where no character of `boundary` stands before it.

    The first letters stand before the look-back, so that a search runs from one of them to the next.

    >>> re.findall(whole_words(["Mr", "Mrs", "Dr"]), "Mrs. and Dr. Hale, xMr")
    ['Mrs', 'Dr']
    """
    rest: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        rest[word[0]].append(re.escape(word[1:]))
    alternatives = (rf"{re.escape(first)}(?<![{boundary}].)(?:{'|'.join(ends)})" for first, ends in rest.items())
    return f"(?:{'|'.join(alternatives)})"
