"""Boundaries: the evidence for each place is added up, from the beginning of a transcript to its end.

A place is asked about only where it could be one: the document before has text, and there is text after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from teilegram.model import Cert
from teilegram.segment.evidence import NEAR, Before, Place, evidence
from teilegram.segment.looks import Look
from teilegram.vocabulary import table

ENOUGH, SURE, CERTAIN = 5, 6, 8
"""The sum from which a boundary is drawn, with low, medium and high certainty."""
CLOSE = 3
"""The sum from which a place is worth a look although no boundary is drawn."""
NEARLY = frozenset({"source-note", "signature", "separator", "number", "heading", "introduction"})
"""Without any of these a place is not worth a look."""
WORDS = 12
"""Words that make a document."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place between two documents, or one that nearly was one: before which block, and why."""

    at: int
    evidence: tuple[tuple[str, int], ...]
    drawn: bool
    introduction: bool = False

    @property
    def score(self) -> int:
        """The sum of the evidence."""
        return sum(weight for _, weight in self.evidence)

    @property
    def cert(self) -> Cert:
        """How sure a boundary of this sum is."""
        return "high" if self.score >= CERTAIN else "medium" if self.score >= SURE else "low"


def boundaries(looks: Sequence[Look]) -> Iterator[Boundary]:
    """Yield the boundaries between documents and the places that nearly are, in order."""
    words = [0, *accumulate(look.words for look in looks)]
    prose = [0, *accumulate(look.prose for look in looks)]
    before = opening(looks, 0)
    at = 1
    while at < len(looks):
        place = Place(looks, at, before, after_sections(looks, at))
        if place.entry == len(looks):
            return
        if is_candidate(place, words, prose):
            said = tuple(evidence(place))
            made = Boundary(at, said, is_enough(said), place.first.introduction)
            if made.drawn:
                yield made
                before = begun(place)
                at = place.entry
            elif made.score >= CLOSE and NEARLY & {rule for rule, _ in said}:
                yield made
        at += 1


def is_candidate(place: Place, words: Sequence[int], prose: Sequence[int]) -> bool:
    """Tell whether a document could end and another begin here."""
    first = place.first
    if first.page or first.separator or first.source or first.signature:
        return False
    start = place.before.start
    if words[-1] - words[place.entry] < WORDS:
        return False
    fragment = start == 0 and not place.before.heading and place.ended and place.opened
    has_text = prose[place.at] > prose[start] or fragment
    counted = place.before.number is not None and place.number == place.before.number + 1
    counted = counted or (place.ended and place.first.number is not None and place.heading > 0)
    has_text = has_text or (counted and words[place.at] - words[start] >= WORDS)  # lists and tables are text as well
    likely = place.opened or first.stamped or first.dated or first.level or place.ended
    return bool(has_text and likely)


def is_enough(said: Sequence[tuple[str, int]]) -> bool:
    """Tell whether evidence draws a boundary: it is enough, and something begins."""
    begins = {row["rule"] for row in table("boundaries") if row["side"] == "beginning"}
    return sum(weight for _, weight in said) >= ENOUGH and any(rule in begins for rule, _ in said)


def begun(place: Place) -> Before:
    """Give what is known once a document has begun at a place."""
    made = opening(place.looks, place.entry)
    number = place.number if place.number is not None else place.before.number
    return Before(
        place.entry,
        number if not place.first.introduction else place.before.number,
        place.before.noted or place.ended,
        place.first.introduction,
        made.heading or place.before.heading,
        made.point or place.before.point,
        made.level or place.before.level,
        made.key,
    )


def opening(looks: Sequence[Look], at: int) -> Before:
    """Give what the beginning of a document shows: its number, the form of its heading."""
    at = after_sections(looks, at)
    while at < len(looks) and (looks[at].page or looks[at].separator):
        at += 1
    if at >= len(looks):
        return Before()
    place = Place(looks, at, Before(), at)
    first = place.first
    point = first.point is not None and first.heading == 2  # noqa: PLR2004
    key = next((look.key for look in place.title if look.heading), "")
    number = first.number if first.number is not None else first.point if point else None
    return Before(
        number=number, introduction=first.introduction, heading=place.heading, point=point, level=first.level, key=key
    )


def after_sections(looks: Sequence[Look], at: int) -> int:
    """Give the first block after the headings of a section that begin here, which may have several lines.

    `SECTION III`, `“WE ARE READY TO MEET”`, `Documents on the meetings of experts`, `May – June 1964`
    """
    if at >= len(looks) or not looks[at].section:
        return at
    end = at + 1
    found = end
    while end < len(looks) and end - at <= NEAR:
        look = looks[end]
        if look.section:
            found = end + 1
        elif (look.prose and look.sentence) or look.number is not None or look.introduction or look.source:
            return end if look.number is not None or look.introduction else found
        elif look.heading == 2:  # noqa: PLR2004
            return end
        end += 1
    return end if end == len(looks) else found
