"""Columns read across: where sentences are broken off and resumed, lines of two columns are mixed (Guidelines, PHDA).

`… with regard to it remain inflexible. region. Berlin and Latin America are two dangerous regions.`  One sign may be a
slip; several close together are a passage that nobody can rely on.  Its extent is marked and reported, and nothing is
put in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from teilegram.model import Annotation, Document, Finding
from teilegram.vocabulary import table

STOP = re.compile(r"(?<=[^\W\d_]{3})[.?!…][\"”»)\]]*\s+")
RESUMED = re.compile(r"\.(?<=[^\W\d_]{5}\.)\s([^\W\d_]{2,30})(\.?)(?=\s)")
BLANK = re.compile(
    r"\b(?:of|with|by|from|for) [a-z]{4,20}(?<!ing)(?<!ed)(?<!ly)(?<!course)(?<!example)(?<!instance) the [A-Za-z]"
)
"""A describing word and no noun before the next article (`signs of overt the Western`): a sign only beside others."""
NEAR = 600
"""Characters between two signs of one passage."""
LEAST = 2
"""Weight of the signs that make a passage: a rest of one word weighs as much."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A place where a sentence is broken."""

    start: int
    end: int
    weight: int


@cache
def broken(lang: str) -> re.Pattern[str] | None:
    """Compile the small words that cannot stand next to each other."""
    rows = [row for row in table("broken_pairs") if row["lang"] == lang]
    pairs = "|".join(f"{row['word']} (?:{row['next'].replace(' ', '|')})" for row in rows)
    return re.compile(rf"(?<![\w'’-])(?:{pairs})(?![\w'’-])") if rows else None


def scrambled(document: Document) -> Iterator[Annotation | Finding]:
    """Yield an `unclear` over every passage whose sentences are mixed, and say from where to where."""
    for p in document.of("p"):
        lang = next((d.get("xml:lang") for d in document.of("div") if d.holds(p)), "en")
        for start, end in passages(document, p, lang):
            yield Annotation(start, end, "unclear", "damage.scrambled", (("reason", "ocr"),), "low")
            first, last = document.source.line_of(start), document.source.line_of(end)
            lines = f"line {first}" if first == last else f"lines {first}-{last}"
            said = " ".join(document.source.text[start:end].split())
            yield document.finding(
                start,
                "damage.scrambled",
                f"sentences are broken off and resumed from “{said[:30]}…” to “…{said[-30:]}” ({lines}); "
                "lines of two columns may be mixed here: compare the scan",
            )


def passages(document: Document, p: Annotation, lang: str) -> Iterator[tuple[int, int]]:
    """Yield the extent of every mixed passage of a paragraph: whole sentences, from the one before the first sign."""
    text = document.source.text
    found = sorted(signs(text, p, lang), key=lambda s: s.start)
    if not any(s.weight for s in found):
        return
    stops = [m.end() for m in STOP.finditer(text, p.start, p.end)]
    if sum(text[at : at + 1].islower() for at in stops) * 2 > len(stops) + 2:
        return  # a writer who begins sentences with small letters
    group: list[Sign] = []
    for sign in [*found, None]:
        if sign and group and sign.start - group[-1].end <= NEAR:
            group.append(sign)
            continue
        if sum(s.weight for s in group) >= LEAST:
            yield extent(text, p, stops, group)
        group = [sign] if sign else []


def signs(text: str, p: Annotation, lang: str) -> Iterator[Sign]:
    """Yield the broken places of a paragraph."""
    for m in RESUMED.finditer(text, p.start, p.end):
        if m[1].islower():
            yield Sign(m.start(1), m.end(), 2 if m[2] else 1)
    pattern = broken(lang.split("-", maxsplit=1)[0])
    for m in pattern.finditer(text, p.start, p.end) if pattern else ():
        yield Sign(m.start(), m.end(), 1)
    if lang.startswith("en"):
        for m in BLANK.finditer(text, p.start, p.end):
            yield Sign(m.start(), m.end(), 0)


def extent(text: str, p: Annotation, stops: list[int], group: list[Sign]) -> tuple[int, int]:
    """Give the sentences that some signs lie in; where the first begins with a rest, the one before as well."""
    at = bisect_left(stops, group[0].start)
    start = stops[at - 1] if at else p.start
    if start == group[0].start or (at < len(stops) and stops[at] == group[0].start):
        at = bisect_left(stops, group[0].start - 1)
        start = stops[at - 1] if at else p.start
    after = bisect_left(stops, group[-1].end)
    end = stops[after] if after < len(stops) else p.end
    while text[end - 1].isspace():
        end -= 1
    return start, end
