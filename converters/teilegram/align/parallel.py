"""Two parallel texts: paragraphs first, then the sentences of paragraphs that render each other (Guidelines, SACS).

Sentences give way: none begins or ends within a name, an intervention or anything else that is marked, so
nothing that was found in the text is lost because of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from teilegram.align.alignment import Bead, Unit, beads
from teilegram.align.anchors import anchors
from teilegram.align.sentences import sentences, whole
from teilegram.model import Annotation, Cert, Document, Finding
from teilegram.resolve import RANK

HELD = tuple(kind for kind in RANK if kind not in ("div", "said", "quote", "p", "head", "opener", "closer", "s"))
"""What may stand in a paragraph, and must not be cut by the end of a sentence."""
BLANKED = {"pageNum": " ", "noteAnchor": ")"}
"""What is no word of the text, and how it is read: a footnote mark belongs to the sentence that it follows."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two parallel texts: the paragraphs of a part of a document, in its language."""

    document: Document
    lang: str
    paragraphs: tuple[Annotation, ...]

    @classmethod
    def of(cls, document: Document, part: Annotation) -> Side:
        """Take the paragraphs of a part."""
        return cls(document, part.get("xml:lang"), tuple(document.inside(part.start, part.end, "p")))

    def units(self, spans: Sequence[Annotation]) -> list[Unit]:
        """Make the units that are compared; one is cut where the text of it is lost at its end."""
        lost = {gap.start for gap in self.document.of("gap") if gap.get("reason") == "lost"}
        return [
            Unit(
                len("".join(self.document.source.text[a.start : a.end].split())),
                frozenset(anchors(self.document, a.start, a.end)),
                a.end in lost,
            )
            for a in spans
        ]

    def sentences(self, paragraph: Annotation) -> list[Annotation]:
        """List the sentences of a paragraph as `s`."""
        start, end = paragraph.inner
        text = list(self.document.source.text[start:end])
        held = self.document.inside(start, end, *HELD)
        for a in held:
            if a.kind in BLANKED:
                text[a.start - start : a.end - start] = BLANKED[a.kind] * (a.end - a.start)
        fences = [(a.start, a.end) for a in held if a.kind not in BLANKED]
        read = [(start + a, start + b) for a, b in sentences("".join(text), 0, len(text), self.lang)]
        return [Annotation(a, b, "s", "align.sentences", cert="high") for a, b in whole(read, fences)]


@dataclass(frozen=True, slots=True)
class Link:
    """What renders each other, paragraphs or sentences, in the order of each text."""

    sort: str
    left: tuple[Annotation, ...]
    right: tuple[Annotation, ...]
    cert: Cert

    @property
    def rule(self) -> str:
        """The rule that linked them."""
        return f"align.{self.sort}"

    def annotation(self) -> Annotation:
        """Make the `link` of one document that holds both; `@target` says the kind and offset of each end."""
        target = " ".join(f"{a.kind}:{a.start}" for a in (*self.left, *self.right))
        attributes = (("type", self.sort), ("target", target))
        return Annotation(self.left[0].start, self.left[-1].end, "link", self.rule, attributes, self.cert)


@dataclass(slots=True)
class Parallel:
    """What the comparison of two texts yields: links, the sentences of either, and what a person should look at."""

    links: list[Link] = field(default_factory=list)
    left: list[Annotation] = field(default_factory=list)
    right: list[Annotation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def parallel(original: Side, translation: Side) -> Parallel:
    """Align two texts; nothing is linked where most of what overlaps does not fit."""
    made = Parallel()
    left, right = original.paragraphs, translation.paragraphs
    found = trimmed(beads(original.units(left), translation.units(right), overhang=True))
    sure = [bead for bead in found if bead.paired and bead.cert != "low"]
    if len(sure) * 2 < len(found):
        made.findings.append(
            original.document.finding(
                left[0].start if left else original.document.start,
                "align.apart",
                "original and translation do not run in parallel and are not linked; compare them",
            )
        )
        return made
    for bead in found:
        ends = left[slice(*bead.left)], right[slice(*bead.right)]
        if bead in sure:
            made.links.append(Link("paragraphs", *ends, bead.cert))
            within(made, original, translation, *ends)
        else:
            made.findings.append(unsure(original, translation, bead))
    return made


def trimmed(found: list[Bead]) -> list[Bead]:
    """Take off what only one text has, before the first pair and after the last."""
    paired = [i for i, bead in enumerate(found) if bead.paired]
    return found[paired[0] : paired[-1] + 1] if paired else []


def unsure(original: Side, translation: Side, bead: Bead) -> Finding:
    """Make the finding of paragraphs that have no counterpart, or of which that is not sure."""
    if bead.left[0] < bead.left[1]:
        side, at = original, original.paragraphs[bead.left[0]].start
    else:
        side, at = translation, translation.paragraphs[bead.right[0]].start
    if bead.paired:
        return side.document.finding(at, "align.unsure", "may render each other, but lengths and names differ; compare")
    what = "translation" if side is original else "original"
    return side.document.finding(at, "align.alone", f"this paragraph has no counterpart in the {what}; compare them")


def within(
    made: Parallel, original: Side, translation: Side, left: Sequence[Annotation], right: Sequence[Annotation]
) -> None:
    """Align the sentences of paragraphs that render each other; a pair of single sentences is linked already."""
    ones, others = list(every(original, left)), list(every(translation, right))
    if len(ones) <= 1 and len(others) <= 1:
        return
    made.left += ones
    made.right += others
    units = original.units(ones), translation.units(others)
    cut = any(unit.cut for side in units for unit in side[-1:])
    for bead in beads(*units, overhang=cut):
        if bead.paired and bead.cert != "low":
            ends = tuple(ones[slice(*bead.left)]), tuple(others[slice(*bead.right)])
            made.links.append(Link("sentences", *ends, bead.cert))
        elif bead.paired:
            at = ones[bead.left[0]].start
            said = "these sentences may render each other, but lengths and names differ; compare"
            made.findings.append(original.document.finding(at, "align.unsure", said))


def every(side: Side, paragraphs: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield the sentences of some paragraphs."""
    for paragraph in paragraphs:
        yield from side.sentences(paragraph)
