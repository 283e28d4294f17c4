"""The opener: stamps, telegram numbers, distribution list, dateline and addressee (Guidelines, DSOC)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.layout.blocks import line_spans
from teilegram.layout.headings import part
from teilegram.layout.lines import close_set, line_breaks, nonempty, opening, stamp
from teilegram.model import Annotation, Document, Finding
from teilegram.vocabulary import table

IDNO = re.compile(
    r"(?<!\w)(?:(?:Spec|Спец)\.? ?(?:КЖ|Nos?\.?|№)?|№|Nos?\.|Nr\.|Ref\.) ?[A-ZА-ЯЁ]{0,2}[0-9][A-Za-zА-Яа-я0-9/]*"
    r"(?:-[a-zа-я]{1,2}(?!\w)|(?: ?-+ ?[0-9]+)?)"
    r"|(?<![\w.,/-])[0-9]{5,6}(?![\w.,/-])"
)
NAMES = frozenset({"persName", "orgName"})
SHORT = 12
"""Words that a dateline or a salute has at most."""
COLUMNS = 3
"""Tabs that make a block a list in columns."""
FIELD = re.compile(r"(?:SUBJECT|SUBJ|RE|REF|TEMA|BETREFF|OBJET|ТЕМА)\W*$|[A-ZÀ-ÞА-ЯЁ ]{2,20}:(?=\s)")
"""A field of a form, in capitals: `FROM: SECSTATE`, `SUBJECT` over what it is about."""
OF_WHOM = re.compile(r"(?:To|TO)\b(?! (?:(?i:point|item|paragraph|no\.|protocol|§)|№))")
"""An addressee, and not `To point 35 of protocol No. 126`, which says what an appendix belongs to."""
OWNED = re.compile(r"\b(?:of|by|from|von|de)\s+$", re.IGNORECASE)
"""Before the name of whose something is, who is no addressee: `DIARY OF A. S. CHERNYAEV`."""
STAMPED = 6
"""Words of a stamp that nobody knows at most; more are a title."""
OF_PRINT = re.compile(
    r"\b(?:Document|Protocol|Minutes|Book|Bulletin|Paper|Issue|Volume|Vol\.|Series|Box|Session|Meeting|Enclosure|Annex)"
    r"[ \t]+$",
    re.IGNORECASE,
)
"""Before the number of something that is no telegram: `Protocol No. 129`."""
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
            if last.rule == "layout.stamp.unread":  # `AGREEMENT` over `between …` is a title
                continue
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
    return text[:1].isupper() and bool(opening("greeting").match(text) or OF_WHOM.match(text))


@cache
def headwords() -> frozenset[str]:
    """Give the words that begin a list of participants or an agenda: no stamps, though in capitals."""
    rows = (row for row in table("speakers") if row["kind"] in ("participants", "agenda"))
    return frozenset(word for row in rows for word in row["words"].split("|"))


def is_unread(text: str) -> bool:
    """Tell whether a line in capitals may be a stamp that nobody knows: no field, no title of many words.

    >>> is_unread("URGENT RATES"), is_unread("FROM: SECSTATE"), is_unread("SUBJECT"), is_unread("AGENDA")
    (True, False, False, False)
    """
    if not text.isupper() or any(c.isdigit() for c in text) or len(close_set(text).split()) > STAMPED:
        return False
    return not FIELD.match(text) and not part().match(text) and text.rstrip(": ") not in headwords()


@cache
def telegram() -> re.Pattern[str]:
    """Compile the words for telegrams."""
    words = "|".join(
        re.escape(row["words"]).replace(r"\|", "|") for row in table("genres") if row["genre"] == "telegram"
    )
    return re.compile(words, re.IGNORECASE)


def number_type(document: Document, text: str) -> str:
    """Say what a number in the opener is: a telegram's by its form or the heading, else one of registration.

    `No. 1` with no more than two figures counts documents, unless the heading is of a telegram.
    """
    if re.match(r"Spec|Спец|[0-9]", text):
        return "telegram"
    titled = [document.source.meta.title or "", *(document.string(h) for h in document.of("head"))]
    if any(telegram().search(said) for said in titled):
        return "telegram"
    return "document" if re.fullmatch(r"\D+[0-9]{1,2}", text) else "registration"


def line(document: Document, start: int, end: int) -> list[Annotation]:
    """Make what one line of an opener is; a line that shows nothing stays text."""
    text = document.source.text[start:end]
    numbers = [
        Annotation(
            start + m.start(),
            start + m.end(),
            "idno",
            "layout.opener.number",
            (("type", number_type(document, m[0])),),
            "high",
        )
        for m in IDNO.finditer(text)
        if not OF_PRINT.search(text, max(m.start() - 12, 0), m.start())
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
    named = kinds & NAMES and covered >= COVER and not OWNED.search(text, 0, inside[0].start - start)
    if short and (greets(text) or text.endswith("!") or (named and not text[0].isdigit())):
        return [Annotation(start, end, "salute", "layout.opener.salute", cert="high"), *numbers]
    if is_unread(text) and not numbers:
        return [Annotation(start, end, "stamp", "layout.stamp.unread", cert="low")]
    return numbers
