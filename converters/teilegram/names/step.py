"""The step: persons, places and organisations of one document as annotations."""

from __future__ import annotations

from collections.abc import Iterator

from teilegram.model import Annotation, Document, Finding
from teilegram.names.lexicon import Hit
from teilegram.names.link import Link, link
from teilegram.names.persons import Mention, is_bare, mentions
from teilegram.names.places import annotated, places
from teilegram.names.unknown import unknown
from teilegram.names.written_out import written_out
from teilegram.offsets import Reading, reading, unread, widened
from teilegram.resolve import best_cover


def names(document: Document) -> Iterator[Annotation | Finding]:
    """Yield `persName`, `placeName` and `orgName` with their parts, and report the names that need a person's eye."""
    text = reading(document.source.text, document.start, document.end, unread(document))
    found: list[Mention | Hit] = [
        *mentions(document, text),
        *(m for m in unknown(text) if not is_heading(document, text, m)),
        *places(document, text),
    ]
    chosen = best_cover((f.start, f.end, priority(f), f) for f in found)
    fences = [(a.start, a.end) for a in document.of("bracket", "corr", "ex", "surplus", "del", "hi", "sic", "unclear")]
    for one in link(m for m in chosen if isinstance(m, Mention)):
        yield from person(document, text, one, fences)
    for hit in chosen:
        if isinstance(hit, Hit):
            yield from annotated(document, text, hit)
    yield from written_out(document)


def is_heading(document: Document, text: Reading, found: Mention) -> bool:
    """Tell whether a stranger is all that a paragraph of the text holds: `A. Background` numbers a section."""
    start, end = text.span(found.start, found.end)
    if any(zone.start <= start < zone.end for zone in document.of("front", "back")):
        return False
    return any((b.start, b.end) == (start, end) for b in document.inside(start, end, "block"))


def priority(found: Mention | Hit) -> int:
    """Rank what spans the same characters: a person with a title or forename, a place, a bare surname, a stranger."""
    if isinstance(found, Hit):
        return found.rank
    return 3 if not found.candidates else 2 if is_bare(found) else 0


def person(
    document: Document, text: Reading, found: Link, fences: list[tuple[int, int]]
) -> Iterator[Annotation | Finding]:
    """Yield one `persName`; a name that begins in an editor's bracket and ends outside takes the bracket in."""
    start, end = widened(text.span(found.mention.start, found.mention.end), fences)
    attributes = (("ref", found.entity.ref),) if found.entity else ()
    yield Annotation(start, end, "persName", found.rule, attributes, found.cert)
    for left, right, element in found.mention.parts:
        a, b = text.span(left, right)
        initial = element == "forename" and document.source.text[a:b].rstrip().endswith(".")
        yield Annotation(a, b, element, found.rule, (("full", "init"),) if initial else ())
    for rival in found.rivals:
        yield Annotation(start, end, "rival", found.rule, (("ref", rival.ref),), "low")
    said = " ".join(document.source.text[start:end].split())
    if not found.entity:
        yield document.finding(start, "names.unknown", f"{said} is in no authority file; proposed as a new entry")
    elif found.rule == "names.rivals":
        others = ", ".join(r.ident for r in found.rivals)
        yield document.finding(
            start, "names.rivals", f"{said} is linked to {found.entity.ident}, but may be {others}; decide"
        )
