"""Documents: where one ends and the next begins, and which parts of one are original and translation.

`looks` tells what each block looks like, `evidence` what that says of a place between two blocks, `boundaries` adds it
up; `parts` finds the original of a translation.  What a publication says between its documents (`II. THE CRISIS: 22-28
OCTOBER 1962`) belongs to the publication; its introduction is a document of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teilegram.model import Annotation, Finding, Source
from teilegram.segment.boundaries import Boundary, after_sections, boundaries
from teilegram.segment.enclosures import enclosed
from teilegram.segment.evidence import NEAR
from teilegram.segment.languages import language
from teilegram.segment.likeness import Likeness, duplicates
from teilegram.segment.looks import Look, looks
from teilegram.segment.parts import Run, division, extent, pairs, parts, script_of

__all__ = ["Likeness", "documents", "duplicates"]
SHAPE = ("block", "pageNum", "fw", "footnote", "noteHead")
ACTS = ("note", "gap", "supplied", "gloss", "del", "surplus", "corr")
"""What documents are made of."""


def documents(source: Source, annotations: Sequence[Annotation]) -> Iterator[Annotation | Finding]:
    """Yield `document`, its `div` parts, the publication's `section` headings, and why (`boundary`, `nearBoundary`).

    Every document begins where the one before ends; a section heading belongs to the span of the document that
    follows it, before that document's parts, or after the last document's parts (`sectionAfter`).
    """
    blocks = sorted((a for a in annotations if a.kind in SHAPE), key=lambda a: a.start)
    notes = {(n.start, n.end) for n in annotations if n.kind == "note" and n.get("type") == "source"}
    acts = [a for a in annotations if a.kind in ACTS]
    seen = looks(source, blocks, notes)
    found = list(boundaries(seen))
    drawn = [b for b in found if b.drawn]
    starts = [0, *(b.at for b in drawn)]
    ends = [*starts[1:], len(blocks)]
    why = [None, *drawn]
    at = 0
    while at < len(starts):
        group, look = blocks[starts[at] : ends[at]], seen[starts[at] : ends[at]]
        last = at
        following = slice(starts[at + 1], ends[at + 1]) if at + 1 < len(starts) else None
        if following and is_pair(source, group, look, blocks[following], seen[following]):
            last = at + 1
        runs = [blocks[starts[i] : ends[i]] for i in range(at, last + 1)]
        whole = list(document(source, runs, seen[starts[at] : ends[last]], why[at], is_last=last == len(starts) - 1))
        yield from whole
        yield from divisions(source, runs, notes, acts, whole)
        at = last + 1
    for boundary in found:
        if not boundary.drawn:
            start = blocks[boundary.at].start
            yield Annotation(start, start, "nearBoundary", "segment.boundary", told(boundary))
        elif boundary.cert == "low":
            line = source.line_of(blocks[boundary.at].start)
            rules = ", ".join(rule for rule, _ in boundary.evidence)
            yield Finding(
                source.name, line, "segment.boundary", f"a document may begin here, for little evidence: {rules}"
            )


def is_pair(source: Source, first: Run, look: Sequence[Look], second: Run, other: Sequence[Look]) -> bool:
    """Tell whether two documents are original and translation; what has a number of its own is a document."""
    own = next((one.number for one in look if one.words), None)
    if other[0].section or other[0].number not in (None, own) or look[0].introduction:
        return False
    return pairs(source, first, second)


def document(
    source: Source, runs: list[Run], look: Sequence[Look], why: Boundary | None, *, is_last: bool
) -> Iterator[Annotation]:
    """Yield one document: the span, its boundary, section headings before it, its parts, sections after the last."""
    group = [block for run in runs for block in run]
    yield Annotation(group[0].start, extent(group), "document", "segment.boundary", cert=why.cert if why else None)
    if why:
        yield Annotation(group[0].start, group[0].start, "boundary", "segment.boundary", told(why), why.cert)
    at = min(after_sections(look, 0), len(runs[0]) - 1, noted(runs[0]))
    yield from headings(runs[0][:at], "section")
    runs[0] = runs[0][at:]
    if is_last:
        last = runs[-1]
        kept = max(1, min(len(last), sections_at_end(look) - len(look) + len(last)))
        kept = len(last) if noted(last[kept:]) < len(last) - kept else kept
        yield from headings(last[kept:], "sectionAfter")
        runs[-1] = last[:kept]
    if len(runs) == 1 and look[at].introduction and not is_last:
        lang = language(source, runs[0], script_of(source, runs[0]))
        yield division(runs[0], "introduction", lang, "segment.introduction", "medium")
        return


def divisions(
    source: Source, runs: list[Run], notes: set[tuple[int, int]], acts: Sequence[Annotation], made: list[Annotation]
) -> Iterator[Annotation]:
    """Yield the parts of a document, unless it is an introduction: its text, and what is enclosed with it."""
    if any(a.kind == "div" for a in made):
        return
    texts = [enclosed(source, run, notes, acts) for run in runs]
    if len({len(text[1]) for text in texts}) > 1:  # what only the one of two languages shows cannot be paired
        yield from parts(source, runs)
        return
    yield from parts(source, [text[0] for text in texts], texts[-1][3])
    for _, inside, heads, _ in texts:
        yield from heads
        for run in inside:
            script = script_of(source, run)
            yield division(run, "enclosure", language(source, run, script), "segment.enclosure", "high")


def noted(blocks: Run) -> int:
    """Give the first of some blocks that can stand in a document only, a footnote or a running head, or their end."""
    return next((i for i, block in enumerate(blocks) if block.kind not in ("block", "pageNum")), len(blocks))


def headings(blocks: Run, kind: str) -> Iterator[Annotation]:
    """Yield the lines of a section's heading; page numbers among them are page numbers."""
    for block in blocks:
        if block.kind == "block":
            yield Annotation(block.start, block.end, kind, "segment.section", cert="high")


def sections_at_end(look: Sequence[Look]) -> int:
    """Give where the heading of a section begins that no document of this transcript follows, or the end."""
    for at in range(max(1, len(look) - NEAR), len(look)):
        if look[at].section and after_sections(look, at) == len(look) and any(one.words for one in look[:at]):
            return at
    return len(look)


def told(boundary: Boundary) -> tuple[tuple[str, str], ...]:
    """Give the evidence of a boundary as attributes: the sum, and each rule with its weight."""
    said = " ".join(f"{rule}={weight:+d}" for rule, weight in boundary.evidence)
    return (("score", str(boundary.score)), ("evidence", said))
