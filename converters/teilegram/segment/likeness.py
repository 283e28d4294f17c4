"""Likeness: which documents of a run are the same document twice, by the rows of words they share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

SAME = 0.5
"""The share of its rows of words that the shorter of two documents has in common with the longer."""
ROW = 4
"""Words in a row."""
FEWEST = 12
"""Rows from which a document can be compared."""
COMMON = 20
"""Documents that a row may stand in before it is a formula."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two documents, by their place in a list, and how much of the shorter stands in the longer."""

    one: int
    other: int
    share: float


def duplicates(texts: Sequence[str]) -> Iterator[Likeness]:
    """Yield the pairs of texts that are the same document, in the order of the list.

    >>> text = "The Soviet government has instructed me to transmit the following message to the President of the USA"
    >>> [(d.one, d.other, d.share) for d in duplicates([text, "Another text, nothing of the kind.", text.upper()])]
    [(0, 2, 1.0)]
    """
    rows = [rows_of(text) for text in texts]
    where: dict[int, list[int]] = defaultdict(list)
    for i, known in enumerate(rows):
        for row in sorted(known):
            where[row].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in where.values():
        if len(holders) <= COMMON:
            shared.update((one, other) for n, one in enumerate(holders) for other in holders[n + 1 :])
    for (one, other), count in sorted(shared.items()):
        share = count / min(len(rows[one]), len(rows[other]))
        if share >= SAME:
            yield Likeness(one, other, round(share, 2))


def rows_of(text: str) -> set[int]:
    """Give every row of words as a number that is the same on every machine; short texts give none."""
    words = [word.casefold() for word in WORD.findall(text)]
    rows = {crc32(" ".join(words[i : i + ROW]).encode()) for i in range(len(words) - ROW + 1)}
    return rows if len(rows) >= FEWEST else set()
