"""The opener: stamps, telegram numbers, distribution list, dateline and addressee (Guidelines, DSOC)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.layout.blocks import line_spans
from teilegram.layout.lines import line_breaks, nonempty, opening, stamp
from teilegram.model import Annotation, Document, Finding
from teilegram.vocabulary import table

IDNO = re.compile(
    r"(?<!\w)(?:(?:Spec|Спец)\.? ?(?:КЖ|Nos?\.?|№)?|№|Nos?\.|Nr\.|Ref\.) ?[A-ZА-ЯЁ]{0,2}[0-9][A-Za-zА-Яа-я0-9/]*"
    r"(?:-[a-zа-я]{1,2}(?!\w)|(?: ?-+ ?[0-9]+)?)"
    r"|(?<![\w.,/-])[0-9]{5,6}(?![\w.,/-])"
)
SHORT = 12
"""Words that a dateline or a salute has at most."""
COLUMNS = 3
"""Tabs that make a block a list in columns."""
COVER = 0.6
"""Share of a line that names and dates have to fill for it to be nothing else."""


def opener(document: Document, blocks: list[Annotation]) -> Iterator[Annotation | Finding]:
    """Yield an `opener` over a run of blocks and what its lines are."""
    yield Annotation(blocks[0].start, blocks[-1].end, "opener", "layout.opener", cert="high")
    for block in blocks:
        if block is not blocks[0]:
            yield Annotation(block.start, block.start, "lb", "layout.lines")
        acts = document.inside(block.start, block.end, "note", "gap")
        if acts and acts[0].holds(block):
            continue
        if document.source.text.count("\t", block.start, block.end) >= COLUMNS and not acts:
            yield from distribution(document, block)
        else:
            yield from line_breaks(document, block.start, block.end)
            yield from lines(document, block)


def distribution(document: Document, block: Annotation) -> Iterator[Annotation]:
    """Yield the `list` of a block in columns, an `item` a cell; `@n` is row and column."""
    yield Annotation(block.start, block.end, "distribution", "layout.opener.distribution", cert="high")
    yield Annotation(block.start, block.end, "list", "layout.opener.distribution", (("type", "distribution"),), "high")
    for row, (left, right) in enumerate(line_spans(document.source.text, block.start, block.end), 1):
        at = left
        for column, cell in enumerate(document.source.text[left:right].split("\t"), 1):
            start, end = document.source.trimmed(at, at + len(cell))
            if start < end:
                yield Annotation(start, end, "item", "layout.opener.distribution", (("n", f"{row}.{column}"),))
            at += len(cell) + 1


def lines(document: Document, block: Annotation) -> Iterator[Annotation | Finding]:
    """Yield what each line of a block is; a line in lower case goes on from the stamp above it."""
    made: list[Annotation] = []
    for start, end in nonempty(document, block.start, block.end):
        if made and made[-1].kind == "stamp" and document.source.text[start].islower():
            last = made.pop()
            made.append(Annotation(last.start, end, "stamp", last.rule, last.attributes, last.cert))
        else:
            made += line(document, start, end)
    for a in made:
        if a.kind == "stamp" and a.cert == "medium":
            said = document.source.text[a.start : a.end]
            yield document.finding(
                a.start, a.rule, f"{said} is read as a damaged {a.get('type')} stamp; compare the scan"
            )
    yield from made


def greets(text: str) -> bool:
    """Tell whether a line begins as a letter does, or names an addressee after `To`.

    >>> greets("Dear Mr. President:"), greets("Sehr geehrter Herr Minister"), greets("TO CC CPSU"), greets("Tomorrow")
    (True, True, True, False)
    """
    return text[:1].isupper() and bool(opening("greeting").match(text) or re.match(r"(?:To|TO)\b", text))


@cache
def headwords() -> frozenset[str]:
    """Give the words that begin a list of participants or an agenda: no stamps, though in capitals."""
    rows = (row for row in table("speakers") if row["kind"] in ("participants", "agenda"))
    return frozenset(word for row in rows for word in row["words"].split("|"))


def line(document: Document, start: int, end: int) -> list[Annotation]:
    """Make what one line of an opener is; a line that shows nothing stays text."""
    text = document.source.text[start:end]
    numbers = [
        Annotation(start + m.start(), start + m.end(), "idno", "layout.opener.number", (("type", "telegram"),), "high")
        for m in IDNO.finditer(text)
    ]
    stamped = stamp(document, start, end)
    if stamped:
        return [stamped]
    inside = document.inside(start, end, "date", "time", "placeName", "persName", "orgName")
    apart = (*inside, *document.inside(start, end, "noteAnchor"))
    numbers = [n for n in numbers if not any(a.start < n.end and n.start < a.end for a in apart)]
    kinds = {a.kind for a in inside if a.kind != "orgName" or a.get("ref")}
    covered = sum(a.end - a.start for a in inside if a.kind in kinds) / (end - start)
    short = len(text.split()) <= SHORT
    if short and (kinds & {"date", "time"} or (kinds == {"placeName"} and covered >= COVER)):
        return [Annotation(start, end, "dateline", "layout.opener.dateline", cert="high"), *numbers]
    if short and (greets(text) or text.endswith("!") or (kinds & {"persName", "orgName"} and covered >= COVER)):
        return [Annotation(start, end, "salute", "layout.opener.salute", cert="high"), *numbers]
    if text.isupper() and not numbers and text.rstrip(": ") not in headwords() and not any(c.isdigit() for c in text):
        return [Annotation(start, end, "stamp", "layout.stamp.unread", cert="low")]
    return numbers
