r"""Hyphens at the ends of lines: a word divided by the typist, or one that has a hyphen (Guidelines, COPU-2).

`interna-\ntional` is one word (`break="no"`), `Anglo-\nAmerican` keeps its hyphen.  The transcript itself is the
evidence: the word without or with the hyphen elsewhere in it.  A soft hyphen says by itself that it divides.
"""

from __future__ import annotations

import re
from functools import lru_cache

from teilegram.model import Cert, Source

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SOFT = ("\N{SOFT HYPHEN}", "¬")
BEFORE, AFTER = re.compile(r"[^\W\d_]{1,40}$"), re.compile(r"[^\W\d_]{1,40}")

STEM = 5
"""Letters of the second half of a word with a hyphen that its endings leave alone."""


@lru_cache(maxsize=4)
def vocabulary(source: Source) -> frozenset[str]:
    """Give the words of a transcript in small letters, those with hyphens as they are and in pieces."""
    found = set()
    for m in WORD.finditer(source.text):
        word = m[0].casefold()
        found.add(word)
        found.update(word.split("-"))
        if "-" in word:
            found.add(stem(*word.split("-", 1)))
    return frozenset(found)


def stem(one: str, other: str) -> str:
    """Give a word with a hyphen without its ending: `северо-запад` stands for `северо-западе`."""
    return f"{one}-{other[:STEM]}"


def divides(source: Source, end: int, start: int) -> tuple[bool, Cert | None]:
    r"""Tell whether the word before a line's end goes on in the next line without a hyphen, and how sure that is.

    >>> def told(text):
    ...     return divides(Source("x", text, ""), text.index("\n"), text.index("\n") + 1)
    >>> told("interna-\ntional; an international"), told("Anglo-\nAmerican"), told("co-\noperation, co-operation")
    ((True, 'high'), (False, None), (False, 'high'))
    >>> told("govern-\nment"), told("the long-\nterm view; a long term")
    ((True, 'medium'), (False, 'low'))
    """
    text = source.text
    last, left = text[end - 1 : end], BEFORE.search(text[max(0, end - 41) : end - 1])
    right = AFTER.match(text, start)
    if not left or not right:
        return False, None
    if last in SOFT:
        return True, "high"
    if last not in ("-", "\N{HYPHEN}") or not right[0][0].islower():
        return False, None
    one, other = left[0].casefold(), right[0].casefold()
    known = vocabulary(source)
    if one + other in known or stem(one, other) in known:
        return one + other in known, "high"
    longer = text[end - len(left[0]) - 2 : end - len(left[0]) - 1] == "-"
    return (False, "low") if longer or elsewhere(source, one, other) else (True, "medium")


def elsewhere(source: Source, one: str, other: str) -> bool:
    """Tell whether both halves stand as words of their own elsewhere in the transcript."""
    counts = counted(source)
    return counts.get(one, 0) > 1 and counts.get(other, 0) > 1


@lru_cache(maxsize=4)
def counted(source: Source) -> dict[str, int]:
    """Count the words of a transcript, pieces of words with hyphens each by itself."""
    counts: dict[str, int] = {}
    for m in re.finditer(r"[^\W\d_]+", source.text):
        word = m[0].casefold()
        counts[word] = counts.get(word, 0) + 1
    return counts
