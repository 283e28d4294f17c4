"""The words of a document for its header: without the marks inside them, in one line."""

from __future__ import annotations

import re

from lxml import etree

from teilegram.encoding.builder import sub
from teilegram.model import Annotation, Document

GENRES = {
    "telegram": "Telegram",
    "memcon": "Record of conversation",
    "minutes": "Minutes",
    "resolution": "Resolution",
    "noteVerbale": "Note verbale",
    "memorandum": "Memorandum",
    "letter": "Letter",
    "note": "Note",
    "report": "Report",
    "statement": "Statement",
}


NUMBER = re.compile(r"[\s#*]*(?:No\.?|№|Nr\.?|Document|Doc\.?|Документ)\s?\d{1,4}[a-z]?\.?[ \t*]*\n\s*")
"""The number of a document in its publication, alone in the first line of its heading."""
BARE = re.compile(r"[\s#*]*(?:No\.?|№|Nr\.?|Document|Doc\.?|Документ)\s?\d{1,4}[a-z]?\.?[\s*]*")


def plain(document: Document, a: Annotation) -> str:
    """Give the words of an annotation without the marks inside it and those of notes, in one line."""
    taken = sorted(
        (x.start, x.start + x.before, x.end - x.after, x.end)
        for x in document.inside(a.start, a.end, "hi", "supplied", "heading", "head")
    )
    anchors = [(n.start, n.end) for n in document.inside(a.start, a.end, "noteAnchor")]
    cuts = sorted([(s, m) for s, m, _, _ in taken] + [(m, e) for _, _, m, e in taken] + anchors)
    start, end = a.inner
    pieces, at = [], start
    for left, right in cuts:
        if right > at and left < end:
            pieces.append(document.source.text[at : max(left, at)])
            at = min(right, end)
    return " ".join(("".join(pieces) + document.source.text[at:end]).split())


def headline(document: Document, head: Annotation) -> str:
    """Give the words of a heading; a date in a line of its own is set off by a comma."""
    dates = [
        d
        for d in document.inside(head.start, head.end, "date")
        if "\n" in document.source.text[head.start : d.start][-4:]
    ]
    number = NUMBER.match(document.source.text, *head.inner)
    if number and number.end() < head.end:
        head = Annotation(number.end(), head.end, "head", head.rule, after=head.after)
    if not dates:
        return plain(document, head)
    before = Annotation(head.start, dates[0].start, "head", head.rule, before=head.before)
    after = Annotation(dates[0].start, head.end, "head", head.rule)
    return ", ".join(plain(document, piece).rstrip("*_ ") for piece in (before, after))


def title_of(document: Document) -> tuple[str, bool]:
    """Give a document's title and whether the page has it: its headings, the catalogue's, or one made from facts."""
    document = document.main
    inner = {h.start for d in document.of("subdivision") for h in document.inside(d.start, d.end, "head")}
    heads = [h for h in document.of("head") if h.start not in inner] or document.of("head")
    translated = [d for d in document.of("div") if d.get("type") == "translation"]
    preferred = [h for h in heads if translated and translated[0].holds(h)] or heads
    if preferred:
        opener = min((o.start for o in document.of("opener") if o.start > preferred[0].start), default=document.end)
        said = [h for h in preferred if h.start < opener]
        titles = [h for h in said if not BARE.fullmatch(document.source.text, h.start, h.end)]
        return " ".join(dict.fromkeys(headline(document, h) for h in titles or said)), True
    if document.source.meta.title and document.count == 1:
        return document.source.meta.title, True
    kind = next((GENRES[g.get("target")] for g in document.of("genre")), "Document")
    sender = "".join(f" of {known_name(document, s)}" for s in document.of("sender")[:1])
    date = "".join(f", {d.attributes[-1][1]}" for d in document.of("documentDate")[:1])
    return f"{kind}{sender}{date}" if sender or date else f"{kind} {document.number} of {document.source.name}", False


def named(parent: etree._Element, document: Document, a: Annotation) -> etree._Element:
    """Write a name for the header: as the authority has it, else as the document has it, with its reference."""
    made = sub(parent, a.get("element", "persName"), known_name(document, a))
    if a.get("ref"):
        made.set("ref", a.get("ref"))
    if a.get("type"):
        made.set("type", a.get("type"))
    return made


def known_name(document: Document, a: Annotation) -> str:
    """Give the name that the authority has first for what an annotation refers to, else the words of the document."""
    entity = document.authority.named(a.get("ref"))
    return entity.names[0].text if entity else plain(document, a)
