"""The order of work, and the loop that does it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from teilegram.align import align
from teilegram.columns import scrambled
from teilegram.conventions.archive import archive_lines
from teilegram.conventions.brackets import brackets
from teilegram.conventions.reasons import reasons
from teilegram.correspondence import correspondence
from teilegram.damage import lost
from teilegram.dates import dates, document_date
from teilegram.genre import genre
from teilegram.layout import blocks, frame, joined, marks, opened, zones
from teilegram.model import Annotation, Authority, Convention, Document, Finding, Source, Step, order
from teilegram.names import damaged, damaged_places, names
from teilegram.notes import footnotes, tied
from teilegram.ocr import slips
from teilegram.provenance import provenance
from teilegram.segment import documents
from teilegram.speech import participants, speech, turns

STEPS: tuple[Step, ...] = (
    tied,
    zones,
    document_date,
    names,
    damaged_places,
    reasons,
    speech,
    participants,
    turns,
    dates,
    frame,
    damaged,
    lost,
    scrambled,
    slips,
    genre,
    correspondence,
    provenance,
    align,
)
"""What is done to each document, in this order; a step sees all that the steps before it found."""


def read(source: Source, convention: Convention, authority: Authority) -> tuple[list[Document], list[Finding]]:
    """Divide a transcript into its documents: blocks, marks, interventions, boundaries."""
    page = list(blocks(source))
    emphasis = list(marks(source, (a for a in page if a.kind == "block")))
    shape = list(joined(source, footnotes(source, page, emphasis, convention.footnotes), convention))
    paragraphs = [a for a in shape if a.kind == "block"]
    apart = frozenset((a.start, a.end) for a in shape if a.kind in ("noteMark", "noteHead", "noteLabel"))
    acts, findings = parted(brackets(source, outermost(shape), convention, apart))
    found = [*shape, *emphasis, *acts, *archive_lines(source, paragraphs)]
    division, doubts = parted(documents(source, found))
    findings += doubts
    found = list(opened(source, found, [a for a in division if a.kind == "enclosureHead"]))
    spans = [a for a in division if a.kind == "document"]
    rest = sorted((a for a in (*found, *division) if a.kind != "document"), key=lambda a: a.start)
    starts = [a.start for a in rest]
    made = []
    for number, span in enumerate(spans, 1):
        start = 0 if number == 1 else span.start
        end = len(source.text) if number == len(spans) else spans[number].start
        first, last = bisect_left(starts, span.start), bisect_right(starts, span.end)
        inside = tuple(a for a in rest[first:last] if span.holds(a))
        made.append(Document(source, start, end, convention, authority, number, len(spans), inside))
    return made, findings


def outermost(shape: Iterable[Annotation]) -> list[Annotation]:
    """Give the blocks and the notes that stand in no block: a paragraph that goes on after a note holds it."""
    found: list[Annotation] = []
    for a in sorted((a for a in shape if a.kind in ("block", "footnote")), key=order):
        if not found or a.start >= found[-1].end:
            found.append(a)
    return found


def run(document: Document, steps: Iterable[Step] = STEPS) -> tuple[Document, list[Finding]]:
    """Take a document through the steps; give it with all its annotations, and what a person should look at."""
    findings: list[Finding] = []
    for step in steps:
        made, said = parted(step(document))
        findings += said
        document = extended(document, made)
    return document, findings


def extended(document: Document, made: Sequence[Annotation]) -> Document:
    """Give a document with more annotations; what was sorted of the others stays sorted."""
    if not made:
        return document
    whole = replace(document, annotations=(*document.annotations, *made))
    index, kinds = defaultdict(list, document.index), {a.kind for a in made}
    for kind in kinds:
        index[kind] = sorted([*index.get(kind, ()), *(a for a in made if a.kind == kind)], key=order)
    whole.__dict__.update(index=index)
    return whole


def parted(made: Iterable[Annotation | Finding]) -> tuple[list[Annotation], list[Finding]]:
    """Part annotations from findings."""
    both = list(made)
    return [a for a in both if isinstance(a, Annotation)], [f for f in both if isinstance(f, Finding)]
