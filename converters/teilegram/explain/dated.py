"""What is said of each date: value, EDTF, the rule with what it concludes, and the context it used."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from teilegram.authority import load
from teilegram.conventions import detect
from teilegram.dates import dates
from teilegram.edtf import FORM, read, written
from teilegram.encoding.rules import description
from teilegram.model import Annotation, Document, Metadata, Source, TeilegramError
from teilegram.pipeline import read as divided
from teilegram.pipeline import run
from teilegram.readers.transcript import read as read_transcript


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a text; `line` is 1-based, `attributes` are TEI's, `element` is empty where it is not encoded."""

    line: int
    text: str
    element: str
    attributes: dict[str, str]
    edtf: str
    cert: str
    rule: str
    description: str
    context: str


def of_text(text: str, anchor: str, lang: str = "") -> list[Dated]:
    """Give the dates of a text that was written at `anchor`; what it says itself of a date changes that no more."""
    if not text.strip():
        raise TeilegramError("the text is empty; give a sentence, or a transcript")
    said = read(anchored(anchor)) if anchor else None
    source = Source("text", text, "", Metadata(date=anchor or None))
    parts = [Annotation(0, len(text), "div", "explain.dated", (("xml:lang", lang or "und"),))]
    if said:
        parts.append(Annotation(0, 0, "documentDate", "dates.document.catalogue", said[0], said[1] or "high"))
    document = Document(source, 0, len(text), detect(source), annotations=tuple(parts))
    made = [a for a in dates(document) if isinstance(a, Annotation)]
    return list(of_document(replace(document, annotations=(*document.annotations, *made))))


def of_file(path: Path, anchor: str = "") -> list[Dated]:
    """Give the dates of a transcript; an anchor stands in for the catalogue's date."""
    source = read_transcript(path)
    if anchor:
        meta = Metadata(source.meta.title, anchored(anchor), source.meta.language, source.meta.other)
        source = Source(source.name, source.text, source.sha256, meta)
    return of_source(source)


def anchored(anchor: str) -> str:
    """Give an anchor that is a date; raises TeilegramError for one that is none."""
    if anchor and read(anchor) is None:
        raise TeilegramError(f"--anchor {anchor[:80]!r}: is no date; write {FORM}")
    return anchor


def of_source(source: Source) -> list[Dated]:
    """Give the dates of all documents of a transcript."""
    parts, _ = divided(source, detect(source), load([], Path()))
    return [dated for part in parts for dated in of_document(run(part)[0])]


def of_document(document: Document) -> Iterator[Dated]:
    """Yield the dates and times of a document that the steps have been through."""
    known = [basis(document, fact) for fact in document.of("documentDate", "conversationDate")]
    for a in document.of("date", "time", "timeExpression"):
        attributes = tuple((name, text) for name, text in a.attributes if name != "evidence")
        how = a.rule.rsplit(".", 1)[-1]
        yield Dated(
            document.source.line_of(a.start),
            " ".join(document.string(a).split()),
            "" if a.kind == "timeExpression" else a.kind,
            dict(a.attributes),
            written(attributes, about=how == "about", unsure=a.cert == "low" and how != "about"),
            a.cert or "",
            a.rule,
            description(a.rule),
            "; ".join(known) if a.cert else "",
        )


def basis(document: Document, fact: Annotation) -> str:
    """Say what the document's date is, and where it stands."""
    what = "the conversation" if fact.kind == "conversationDate" else "the document"
    where = f"line {document.source.line_of(fact.start)}" if fact.end > fact.start else "catalogue"
    return f"{what}: {'/'.join(text for _, text in fact.attributes)} ({where})"


def as_json(found: Iterable[Dated]) -> str:
    """Write all as JSON."""
    return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2)


def as_text(found: Iterable[Dated]) -> str:
    """Write each in a few lines."""
    return "\n".join(line for one in found for line in shown(one))


def shown(one: Dated) -> Iterator[str]:
    """Yield the lines that show one date."""
    value = " ".join(f"{name}={text}" for name, text in one.attributes.items())
    left = "" if one.element else "  (no date of the document)"
    yield f"{one.line}: “{one.text}”  {value or 'no value'}" + f"  cert={one.cert}" * bool(one.cert) + left
    if one.edtf:
        yield f"    EDTF {one.edtf}"
    yield f"    {one.rule}: {one.description}"
    if one.context:
        yield f"    {one.context}"
