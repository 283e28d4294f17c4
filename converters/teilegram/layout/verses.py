"""Verse: short lines that each begin anew with a capital and seldom end a sentence (Guidelines, COVE).

Вставай, проклятьем заклеймённый,
Весь мир голодных и рабов!
"""

from __future__ import annotations

from collections.abc import Iterator

from teilegram.layout.lines import nonempty
from teilegram.model import Annotation, Document

LEAST = 4
"""Lines that a stanza has at least: three short lines may be anything."""
LONGEST = 60
"""Characters in a line of verse."""
WORDS = 3
"""Words in a line of verse at least, on average."""


def verses(document: Document, block: Annotation) -> Iterator[list[Annotation]]:
    """Yield the `lg` that a block is, with its lines."""
    lines = list(nonempty(document, block.start, block.end))
    if is_verse([document.source.text[a:b] for a, b in lines]):
        found = [Annotation(block.start, lines[-1][1], "lg", "layout.verses", cert="medium")]
        yield [*found, *(Annotation(a, b, "l", "layout.verses") for a, b in lines)]


def is_verse(lines: list[str]) -> bool:
    """Tell whether lines are verse: small words in them, capitals before them, some stop within a sentence.

    >>> is_verse(["The ships go out upon the tide,", "The bells are ringing,", "And we who stay", "Shall not forget."])
    True
    >>> is_verse(["The Minister of Defence", "The Chief of the General Staff", "The Consul in Kiev", "The Censor"])
    False
    """
    if len(lines) < LEAST or any(len(line) > LONGEST or any(c.isdigit() for c in line) for line in lines):
        return False
    words = [line.split() for line in lines]
    small = sum(word[0].islower() for line in words for word in line)
    total = sum(len(line) for line in words)
    bare = [line.lstrip("“\"«'‘(—– ") for line in lines]
    if any(not line or not line[0].isupper() for line in bare) or total < WORDS * len(lines):
        return False
    running = sum(line.endswith((",", "—", "–", "!")) or line[-1].isalpha() for line in lines)
    ended = lines[-1].rstrip("”\"»'’").endswith((".", "!", "?", "…"))
    return small * 2 >= total and running * 2 >= len(lines) and (ended or small * 5 >= total * 3)
