"""English institutions by grammar: a head with a name, a country or an adjective before it, or a complement behind it.

`Ministry of Foreign Trade of Hungary`, `the Cuban Foreign Ministry`, `Embassy in Moscow`, `Parkland Hospital`; a head
alone is no name (Guidelines, NDORG).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from teilegram.names.complement import governed
from teilegram.names.describing import LEFT, before_names, leftward
from teilegram.names.heads import Head
from teilegram.names.lexicon import Hit, function_words, not_alone
from teilegram.names.made import organisation
from teilegram.vocabulary import table

MOST_NAMED = 3
ENGLISH = frozenset(
    ("org.of", "org.in", "org.before", "org.named", "org.headed", "org.mission", "org.whole", "org.state")
)


def english_ones(text: str, found: Sequence[Hit], marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield `Ministry of X`, `X Ministry`, `X Embassy in Y`; a head without either is no name."""
    done = 0
    for m in marks:
        if m.start < done or not m.kinds & ENGLISH or in_place(found, m.start):
            continue
        start = named(text, m, over_place(text, leftward(text, m.start), found))
        if "org.mission" in m.kinds and not is_country(text, m.start, found):
            continue
        end = governed(text, m, found)
        if (
            start < m.start
            or "org.whole" in m.kinds
            or (end > m.end and ("org.before" not in m.kinds or "org.state" in m.kinds))
        ):
            done = end
            yield organisation(text, start, end, found)


def named(text: str, m: Head, start: int) -> int:
    """Give where a name before a head begins, if it may have one: `the Warren Commission`, `Parkland Hospital`.

    >>> from teilegram.names.heads import heads
    >>> said = "saw the Warren Commission, Castro Commission, and Yesterday Parkland Hospital"
    >>> [said[named(said, m, m.start):m.end] for m in heads(said)]
    ['Warren Commission', 'Commission', 'Parkland Hospital']
    """
    if not m.kinds & {"org.named", "org.headed"}:
        return start
    at = start
    for _ in range(MOST_NAMED):
        one = LEFT.search(text, max(0, at - 40), at)
        if not one or not one[1][-1].isalnum() or one[1].casefold() in not_alone() or one[1] in function_words():
            break
        if "org.named" in m.kinds and one[1].casefold() in opening():
            break
        at = one.start()
    if "org.named" in m.kinds:
        return at
    return at if at < start and text[max(0, at - 4) : at].lower() == "the " else start


@cache
def opening() -> frozenset[str]:
    """Give the words, folded, with which sentences begin and names do not."""
    return frozenset(w for row in table("sentence_openers") for w in row["words"].split())


def over_place(text: str, at: int, found: Sequence[Hit]) -> int:
    """Give where the name of a place begins that stands directly before an offset: `United States Government`."""
    i = bisect_left(found, at, key=lambda h: h.start)
    if i and found[i - 1].end == at - 1 and found[i - 1].candidates[0].entity.kind == "place" and text[at - 1] == " ":
        return found[i - 1].start
    return at


def is_country(text: str, at: int, found: Sequence[Hit]) -> bool:
    """Tell whether a demonym or a country stands directly before an offset: `the Soviet embassy`."""
    i = bisect_left(found, at, key=lambda h: h.start)
    if i and found[i - 1].end == at - 1 and found[i - 1].candidates[0].entity.kind == "place":
        return True
    word = LEFT.search(text, max(0, at - 40), at)
    return word is not None and word[1] in before_names()


def in_place(found: Sequence[Hit], at: int) -> bool:
    """Tell whether an offset is within the name of a place: the `Union` of `Soviet Union`."""
    i = bisect_left(found, at + 1, key=lambda h: h.start)
    return i > 0 and found[i - 1].end > at and found[i - 1].candidates[0].entity.kind == "place"
