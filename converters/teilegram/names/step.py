"""The step: persons, places and organisations of one document as annotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teilegram.model import Annotation, Document, Finding
from teilegram.names.cyrillic import cyrillic_mentions, nominative
from teilegram.names.lexicon import Hit, of_places
from teilegram.names.link import Link, link
from teilegram.names.persons import Mention, is_bare, mentions
from teilegram.names.plugins import Proposed, annotation, beside, proposed
from teilegram.names.unknown import unknown
from teilegram.names.written_out import written_out
from teilegram.offsets import Reading, reading, unread, widened
from teilegram.resolve import best_cover

CELL = 80
"""Characters of a line that are looked at on either side of a name."""
ELEMENTS = {"place": "placeName", "org": "orgName"}


def names(document: Document) -> Iterator[Annotation | Finding]:
    """Yield `persName`, `placeName` and `orgName` with their parts, and report the names that need a person's eye."""
    text = reading(document.source.text, document.start, document.end, unread(document))
    found: list[Mention | Hit | Proposed] = [
        *mentions(document, text),
        *(m for m in unknown(text) if not is_heading(document, text, m)),
        *of_places(document.authority).find(text.text),
    ]
    found += apart(document, text, cyrillic_mentions(text), found)
    found += apart(document, text, beside(proposed(document, text), ((f.start, f.end) for f in found), text), found)
    chosen = best_cover((f.start, f.end, priority(f), f) for f in found)
    fences = [(a.start, a.end) for a in document.of("bracket", "corr", "ex", "surplus", "del", "hi", "sic", "unclear")]
    for one in link(m for m in chosen if isinstance(m, Mention)):
        yield from person(document, text, one, fences)
    for hit in chosen:
        if isinstance(hit, Hit):
            yield place(text, hit)
        elif isinstance(hit, Proposed):
            yield annotation(text, hit)
    yield from written_out(document)


def apart(
    document: Document,
    text: Reading,
    strangers: Iterable[Mention | Proposed],
    known: list[Mention | Hit | Proposed],
) -> Iterator[Mention | Proposed]:
    """Yield what grammar or a plug-in found where the authority names nobody: what it knows is linked, not guessed.

    A single word of an address list is left to those who read damaged names there.
    """
    taken = sorted((f.start, f.end) for f in known if not isinstance(f, Proposed) and f.candidates)
    fronts = [(zone.start, zone.end) for zone in document.of("front")]
    at = 0
    for m in sorted(strangers, key=lambda m: m.start):
        while at < len(taken) and taken[at][1] <= m.start:
            at += 1
        single = (
            isinstance(m, Mention) and not m.parts and stands_alone(document.source.text, *text.span(m.start, m.end))
        )
        listed = single and any(start <= text.origin(m.start) < end for start, end in fronts)
        if not listed and (at == len(taken) or taken[at][0] >= m.end):
            yield m


def stands_alone(text: str, start: int, end: int) -> bool:
    r"""Tell whether a name is all that a line or a column of the source holds.

    >>> stands_alone("Козлову\tОтдел печати\nКосицину\tВ дело", 21, 29), stands_alone("Доклад Орлова", 7, 13)
    (True, False)
    """
    left = max(text.rfind("\n", max(0, start - CELL), start), text.rfind("\t", max(0, start - CELL), start)) + 1
    right = re.match(r"[^\S\n\t]*(?:[\n\t]|$)", text[end : end + CELL])
    return bool(right) and not text[left or max(0, start - CELL) : start].strip()


def is_heading(document: Document, text: Reading, found: Mention) -> bool:
    """Tell whether a stranger is all that a paragraph of the text holds: `A. Background` numbers a section."""
    start, end = text.span(found.start, found.end)
    if any(zone.start <= start < zone.end for zone in document.of("front", "back")):
        return False
    return any((b.start, b.end) == (start, end) for b in document.inside(start, end, "block"))


def priority(found: Mention | Hit | Proposed) -> int:
    """Rank what spans the same characters: a person with a title or forename, a place, a bare surname, a stranger."""
    if isinstance(found, Proposed):
        return 4
    if isinstance(found, Hit):
        return 1
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
        yield document.finding(
            start,
            "names.unknown",
            f"{said}{normal_form(text, found.mention)} is in no authority file; proposed as a new entry",
        )
    elif found.rule == "names.rivals":
        others = ", ".join(r.ident for r in found.rivals)
        yield document.finding(
            start, "names.rivals", f"{said} is linked to {found.entity.ident}, but may be {others}; decide"
        )


def normal_form(text: Reading, found: Mention) -> str:
    """Give the nominative of a Russian name in an oblique case, in parentheses, for the entry that is proposed."""
    given = [text.text[a:b] for a, b, element in found.parts if element == "forename"]
    surname = next((text.text[a:b] for a, b, element in found.parts if element == "surname"), "")
    said = [*given, surname] if surname else given
    normal = nominative(given, surname) if given else ""
    return "" if normal in ("", " ".join(said)) else f" ({normal})"


def place(text: Reading, hit: Hit) -> Annotation:
    """Make one `placeName` or `orgName`."""
    entity = hit.candidates[0].entity
    sure = len({c.entity.ref for c in hit.candidates}) == 1
    rule = f"names.{entity.kind}"
    return Annotation(
        *text.span(hit.start, hit.end),
        ELEMENTS[entity.kind],
        rule,
        (("ref", entity.ref),),
        "high" if sure else "medium",
    )
