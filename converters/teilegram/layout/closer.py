"""The closer: signature, date, and the notes of typists and copyists (Guidelines, DSCO)."""

from __future__ import annotations

from collections.abc import Iterator

from teilegram.layout.lines import line_breaks, nonempty, opening, stamp
from teilegram.model import Annotation, Document

COVER = 0.6
"""Share of a line, dates left out, that a name has to fill for the line to be a signature."""
SHORT = 12
"""Words that a valediction has at most."""
NAME = 4
"""Words of a signature at most."""


def closer(document: Document, blocks: list[Annotation]) -> Iterator[Annotation]:
    """Yield a `closer` over a run of blocks and what its lines are."""
    yield Annotation(blocks[0].start, blocks[-1].end, "closer", "layout.closer", cert="high")
    processing = closing = False
    for block in blocks:
        if block is not blocks[0]:
            yield Annotation(block.start, block.start, "lb", "layout.lines")
        yield from line_breaks(document, block.start, block.end)
        for start, end in nonempty(document, block.start, block.end):
            made = stamp(document, start, end)
            processing = processing or bool(made and made.rule == "layout.stamp.processing")
            if made:
                yield made
            elif processing:
                yield Annotation(start, end, "seg", "layout.closer.processing", (("type", "processing"),), "medium")
            elif is_valediction(document.source.text[start:end]):
                closing = True
                yield Annotation(start, end, "salute", "layout.closer.salute", cert="high")
            else:
                signed = list(signature(document, start, end))
                if closing and not signed and is_name(document.source.text[start:end]):
                    signed = [Annotation(start, end, "signed", "layout.closer.signed", cert="medium")]
                closing = closing and not signed
                yield from signed


def is_valediction(line: str) -> bool:
    """Tell whether a line closes a letter.

    >>> is_valediction("Sincerely yours,"), is_valediction("С уважением,"), is_valediction("Yours is here.")
    (True, True, False)
    """
    return bool(opening("valediction").match(line)) and len(line.split()) <= SHORT and not line.endswith((".", ";"))


def is_name(line: str) -> bool:
    """Tell whether a line behind a valediction is a name that nobody knows: up to four words, all with a capital."""
    words = line.split()
    return len(words) <= NAME and all(word[0].isupper() for word in words) and not any(c.isdigit() for c in line)


def signature(document: Document, start: int, end: int) -> Iterator[Annotation]:
    """Yield the `dateline` and the `signed` of one line: `6.XI.62 A. Mikoyan`."""
    inside = document.inside(start, end, "date", "time", "persName", "placeName")
    when = [a for a in inside if a.kind in ("date", "time")]
    names = [a for a in inside if a.kind == "persName"]
    places = [a for a in inside if a.kind == "placeName"]
    rest = len(" ".join(document.source.text[start:end].split())) - sum(a.end - a.start for a in (*when, *places))
    if when and not names:
        yield Annotation(start, end, "dateline", "layout.closer.dateline", cert="high")
        return
    if names and sum(a.end - a.start for a in names) >= COVER * rest:
        if when:
            dated = [*when, *places]
            yield Annotation(
                min(a.start for a in dated),
                max(a.end for a in dated),
                "dateline",
                "layout.closer.dateline",
                cert="high",
            )
        for name in names:
            yield Annotation(name.start, name.end, "signed", "layout.closer.signed", cert="high")
