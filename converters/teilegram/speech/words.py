"""The vocabulary of speech: titles of speakers, headwords of lists."""

from __future__ import annotations

import re
from functools import cache

from teilegram.vocabulary import table


@cache
def words(kind: str) -> tuple[str, ...]:
    """Give the words of a kind in `data/speakers.tsv`, the longest first."""
    found = [word for row in table("speakers") if row["kind"] == kind for word in row["words"].split("|")]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def alternatives(kind: str) -> str:
    """Give them as an alternation."""
    return "|".join(re.escape(word) for word in words(kind))
