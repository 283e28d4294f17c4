"""Evidence for a boundary, and against it: each a named rule, whose weight stands in `data/boundaries.tsv`.

A place is before a block.  What ends lies before it, back to the last text; what begins lies after it, as far as
the first text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from teilegram.segment.looks import Look
from teilegram.vocabulary import table

NEAR = 8
"""Blocks that the beginning, or the end, of a document has at most beside its text."""


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the documents before a place: where the last begins, its number, its form, how they ended."""

    start: int = 0
    number: int | None = None
    noted: bool = False
    introduction: bool = False
    heading: int = 0
    point: bool = False
    level: int = 0
    key: str = ""


@dataclass(frozen=True)
class Place:
    """A place before block `at`, which may be a boundary."""

    looks: Sequence[Look]
    at: int
    before: Before
    entry: int
    """The first block that is no heading of a section."""

    @cached_property
    def ending(self) -> list[Look]:
        """The blocks before this place, back to the last text of the document, the nearest first."""
        found: list[Look] = []
        at = self.at - 1
        while at >= self.before.start and len(found) < NEAR and not self.looks[at].prose:
            found.append(self.looks[at])
            at -= 1
        return found

    @cached_property
    def text_before(self) -> Look | None:
        """The last text before this place, if it is near."""
        at = self.at - 1 - len(self.ending)
        return self.looks[at] if at >= self.before.start and self.looks[at].prose else None

    @cached_property
    def beginning(self) -> list[Look]:
        """The blocks from the entry to the first text."""
        found: list[Look] = []
        for look in self.looks[self.entry : self.entry + NEAR]:
            if look.prose or (look.source and len(found) > len(self.title_of(found))):
                break
            if not look.page and not look.source:
                found.append(look)
        return found

    @cached_property
    def title(self) -> list[Look]:
        """The first two blocks of the beginning: a number may stand in a line of its own before the heading."""
        return self.title_of(self.beginning)

    def title_of(self, found: list[Look]) -> list[Look]:
        """Give what is the title of the blocks of a beginning."""
        return found[: 2 if self.first.number is not None else 1]

    @cached_property
    def first(self) -> Look:
        """The first block of the document that would begin here."""
        return self.looks[self.entry]

    @cached_property
    def number(self) -> int | None:
        """The number of the document that would begin here; a numbered point is one in a series of such headings."""
        point = self.first.point if self.first.heading and self.before.point else None
        return self.first.number if self.first.number is not None else point

    @cached_property
    def ended(self) -> bool:
        """Whether a source note stands before this place, and nothing but notes since."""
        return any(look.source for look in self.ending)

    @cached_property
    def heading(self) -> int:
        """How much the title says of a kind of document."""
        return max((look.heading for look in self.title), default=0)

    @cached_property
    def opened(self) -> bool:
        """Whether anything here looks like a beginning."""
        return bool(self.heading or self.number is not None or self.first.introduction or self.entry > self.at)


def source_note(place: Place) -> bool:
    """`[Source: AVP RF; copy obtained by NHK.]`, `RGANI. F. 3. Op. 16. D. 322.`, `Source: NARA.` stands before."""
    return place.ended


def signature(place: Place) -> bool:
    """`A. GROMYKO`, `(signed) Rusk`, or no more than a name below the text."""
    return any(look.signature for look in place.ending) or bool(
        place.text_before and place.ending and place.ending[-1].name
    )


def separator(place: Place) -> bool:
    """`---`, `* * *`, `=====`."""
    return any(look.separator for look in place.ending[:2])


def other_script(place: Place) -> bool:
    """Text in Latin letters after text in Cyrillic, or the other way round."""
    before = place.text_before
    after = next((look for look in place.looks[place.entry : place.entry + NEAR] if look.prose), None)
    return bool(before and after and before.script != after.script and place.first.script == after.script)


def mentioned(place: Place) -> bool:
    """`Draft resolution attached.`, `Herewith I am forwarding a reference`."""
    before = place.text_before
    return bool(before and before.mentions) or any(look.mentions for look in place.ending)


def enclosure(place: Place) -> bool:
    """`Appendix 1`, `[Attachment]`, `Приложение` in a line of its own, or before the heading; a source note ends it."""
    near = place.ending[:3]
    noted = next((i for i, look in enumerate(near) if look.source), len(near))
    return place.first.enclosure or any(look.enclosure for look in (*near[:noted], *place.beginning[:3]))


def quoted(place: Place) -> bool:
    """`He wrote the following:` before, or quotation marks at the beginning."""
    last = next((look for look in place.ending if not look.page), place.text_before)
    return place.first.quotes or bool(last and last.colon)


def listed(place: Place) -> bool:
    """A heading among headings that have no text of their own: a list of documents, an agenda."""
    if place.first.contents or any(look.contents for look in place.beginning):
        return True
    near = [look for look in place.ending if not look.page]
    if place.first.point is None or place.first.number is not None:
        return any(look.number is not None for look in (*near, *place.beginning[1:]))
    points = [look.point for look in (*place.beginning[1:], *near[:1]) if not look.sentence]
    return any(point is not None for point in points)


def footnote(place: Place) -> bool:
    """`*On the first page a stamp`, `1 See document 5.` belongs to what stands before."""
    return place.first.footnote or (place.ended and not place.opened and place.first.enclosure)


def deeper(place: Place) -> bool:
    """`## Background`, where documents have headings of the first level."""
    return bool(place.before.level) and place.first.level > place.before.level


def alike(place: Place) -> bool:
    """A heading of the form of the one before: a kind and parties."""
    return place.before.heading == place.heading == 2  # noqa: PLR2004


def in_series(place: Place) -> bool:
    """`No. 13` after `No. 12`; a few may be missing."""
    before, number = place.before.number, place.number
    return before is not None and number is not None and before < number <= before + GAP


GAP = 10
"""Numbers that may be missing between two documents of a series."""

RULES: dict[str, Callable[[Place], bool]] = {
    "source-note": source_note,
    "signature": signature,
    "separator": separator,
    "other-script": other_script,
    "section": lambda place: place.entry > place.at,
    "introduction": lambda place: place.first.introduction,
    "after-introduction": lambda place: place.before.introduction and bool(place.heading or place.number is not None),
    "number": lambda place: place.first.number is not None,
    "series": in_series,
    "heading": lambda place: place.heading == 2,  # noqa: PLR2004
    "bare-heading": lambda place: place.heading == 1,
    "alike": alike,
    "same-level": lambda place: bool(place.before.level) and place.before.level == place.first.level,
    "stamps": lambda place: any(look.stamped for look in place.beginning),
    "dated": lambda place: any(look.dated for look in place.beginning[:5]),
    "addressed": lambda place: any(look.addressed for look in place.beginning),
    "salutation": lambda place: any(look.salutation for look in place.beginning),
    "text-after": lambda place: (
        place.ended and not place.opened and not place.first.footnote and place.first.point is None
    ),
    "out-of-series": lambda place: (
        place.before.number is not None and place.number is not None and not in_series(place)
    ),
    "unnumbered": lambda place: (
        place.before.number is not None and place.number is None and not place.first.introduction
    ),
    "deeper-heading": deeper,
    "no-source-note": lambda place: place.before.noted and not place.ended,
    "enclosure": enclosure,
    "mentioned": mentioned,
    "quoted": quoted,
    "listed": listed,
    "footnote": footnote,
    "running-head": lambda place: bool(place.first.key) and place.first.key == place.before.key and not place.ended,
}
"""What is asked of every place, in the order of a report."""


def evidence(place: Place) -> list[tuple[str, int]]:
    """Give the rules that say something of a place, with their weights."""
    weights = {row["rule"]: int(row["weight"]) for row in table("boundaries")}
    return [(rule, weights[rule]) for rule, holds in RULES.items() if holds(place)]
