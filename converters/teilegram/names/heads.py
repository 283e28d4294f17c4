"""Heads: the words of a name that say what it is, all found in one pass (Aho-Corasick).

`Ministry`, `Street`, `village of`: tables give them by kind, and who knows what a kind needs beside it looks there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from teilegram.vocabulary import table

INSTITUTIONS = (
    "of",
    "in",
    "before",
    "named",
    "headed",
    "mission",
    "whole",
    "state",
    "firm",
    "paper",
    "article",
    "title",
    "entitled",
    "romance",
    "german",
    "compound",
)
"""Kinds of `organisation_heads` that stand in English text."""
PLACES = ("street", "after", "surname", "before", "of", "beside", "rue", "moved", "spa")


class Head(NamedTuple):
    """A word or two that stand as such in a text, and their kinds: `org.of`, `place.street`."""

    start: int
    end: int
    kinds: frozenset[str]


class Heads:
    """The words of the tables, and where they stand in a text."""

    def __init__(self, words: dict[str, set[str]]) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - 10 ms that only a text with names needs

        self._kinds = [frozenset(kinds) for kinds in words.values()]
        self._matcher: Any = AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[Head]:
        """List the longest of the words that stand in a text as whole words, or end one where that shows a place."""
        found = []
        for key, start, end in self._matcher.find_matches_as_indexes(text):
            kinds = self._kinds[key]
            if text[end : end + 1].isalnum() or text[end : end + 1] == "-":
                continue
            if "place.suffix" in kinds or not (start and (text[start - 1].isalnum() or text[start - 1] == "-")):
                found.append(Head(start, end, kinds))
        return found


@cache
def _known() -> Heads:
    """Enter the words of all kinds, those of institutions and of streets in capitals, too."""
    words: dict[str, set[str]] = defaultdict(set)
    for kind in INSTITUTIONS:
        enter(
            words,
            f"org.{kind}",
            listed("organisation_heads", kind),
            capitals=kind in ("of", "in", "before", "named", "headed"),
        )
    enter(words, "org.compound", compounds(), capitals=False)
    for kind in PLACES:
        enter(words, f"place.{kind}", listed("place_heads", kind), capitals=kind in ("street", "after", "surname"))
    enter(words, "place.suffix", listed("place_heads", "suffix"), capitals=True)
    return Heads(words)


def compounds() -> list[str]:
    """List the German names of institutions that are made of two words, in the nominative and the genitive.

    >>> [word for word in compounds() if word.startswith("Außenmin")]
    ['Außenministerium', 'Außenministeriums']
    """
    made = []
    for kind in ("state", "matter"):
        first, last = (listed("organisation_heads", f"compound {kind} {part}") for part in ("first", "last"))
        made += [
            one + other + ending for one in first for other in last for ending in ("", "s" if other[-1] != "i" else "")
        ]
    return list(dict.fromkeys(made))


def enter(words: dict[str, set[str]], kind: str, some: Iterable[str], *, capitals: bool) -> None:
    """Enter words of a kind; what stands before `of` is entered with it."""
    for one in some:
        whole = f"{one} of" if kind == "place.of" else one
        words[whole].add(kind)
        if capitals:
            words[whole.upper()].add(kind)


@cache
def listed(name: str, kind: str) -> tuple[str, ...]:
    """Give the words of one kind in a table of heads."""
    return tuple(w for row in table(name) if row["kind"] == kind for w in row["words"].split("|"))


def heads(text: str) -> Sequence[Head]:
    """List the heads in a text, in its order.

    >>> said = "the Ministry of Trade in Herrengasse, in the village of Aigen"
    >>> [said[h.start:h.end] for h in heads(said)]
    ['Ministry', 'gasse', 'village of']
    """
    return _known().find(text)
