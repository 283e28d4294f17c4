"""Convert: one transcript becomes its TEI documents, checked against it, and what a person should look at."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from lxml import etree

from teilegram.conventions import detect, profile
from teilegram.edtf import FORM, is_date
from teilegram.encoding import tei
from teilegram.encoding.words import plain, title_of
from teilegram.fidelity import check
from teilegram.model import Annotation, Authority, Document, Finding, Publication, Source, TeilegramError
from teilegram.names.plugins import load
from teilegram.pipeline import read, run
from teilegram.readers.transcript import read as read_transcript
from teilegram.validation import relaxng

NameBy = Literal["source", "document"]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One document as TEI: the name of its file, its bytes, and what is known of it."""

    name: str
    xml: bytes
    title: str
    date: str | None
    sections: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def convert(
    source: Source,
    convention: str,
    authority: Authority,
    *,
    name_by: NameBy = "source",
    publication: Publication = Publication(),
    names_with: Sequence[str] = (),
) -> tuple[list[Encoded], list[Finding]]:
    """Encode a transcript; raises TeilegramError when the TEI does not read back as the transcript."""
    chosen = detect(source) if convention == "auto" else profile(convention)
    recognisers = load(tuple(names_with))
    parts, findings = read(source, chosen, authority)
    made: list[Encoded] = []
    for part in parts:
        document, said = run(replace(part, recognisers=recognisers))
        findings += said
        root = tei(document, publication)
        check(root, document)
        conforms(root, document)
        name = f"{document_name(document) if name_by == 'document' else source_name(document)}.xml"
        dated = next((d.get("when") or None for d in document.of("documentDate")), None)
        sections = tuple(plain(document, section) for section in document.of("section"))
        made.append(
            Encoded(
                unique(name, [m.name for m in made]),
                serialised(root, publication),
                title_of(document)[0],
                dated,
                sections,
                tuple(said),
            )
        )
    return made, sorted(findings, key=lambda finding: finding.line)


def conforms(root: etree._Element, document: Document) -> None:
    """Check a document against the grammar; raises TeilegramError with the first thing that is wrong."""
    wrong = next(relaxng(root, document.source.name), None)
    if wrong:
        raise TeilegramError(
            f"{document.source.name}: document {document.number}: the TEI is not valid ({wrong.message}); "
            "please report this document"
        )


def serialised(root: etree._Element, publication: Publication) -> bytes:
    """Write a tree as bytes: UTF-8, with the schema's processing instruction where an edition has a schema."""
    body = etree.tostring(root, encoding="utf-8")
    model = ""
    if publication.schema:
        model = f'<?xml-model href="{publication.schema}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{model}'.encode() + body + b"\n"


def source_name(document: Document) -> str:
    """Name a document by its transcript: `STEM`, or `STEM-1`, `STEM-2` where there are several."""
    stem = document.source.name.rsplit(".", 1)[0]
    return stem if document.count == 1 else f"{stem}-{document.number}"


def document_name(document: Document) -> str:
    """Name a document by date, sender and addressee: `1962-11-06-mikoyan-cc-cpsu`."""
    date = next((d.attributes[-1][1] for d in document.of("documentDate")), "undated")
    people = [slug(surname(document, fact)) for kind in ("sender", "addressee") for fact in document.of(kind)[:1]]
    return "-".join([date, *(p for p in people if p)]) if people else f"{date}-{slug(source_name(document))}"


def surname(document: Document, fact: Annotation) -> str:
    """Give the surname inside a name, or the name."""
    inside = document.inside(fact.start, fact.end, "surname")
    return plain(document, inside[0] if inside else fact)


def slug(text: str) -> str:
    """Make a string fit for a file name: letters and figures of any script, in small letters, joined by hyphens.

    >>> slug("CC CPSU"), slug("Хрущёву Н.С.")
    ('cc-cpsu', 'хрущёву-н-с')
    """
    return re.sub(r"\W+|_", "-", text.casefold()).strip("-")[:60]


def unique(name: str, taken: Container[str]) -> str:
    """Give a file name that no other document has, by numbering it."""
    stem, number = name.removesuffix(".xml"), 2
    while name in taken:
        name = f"{stem}-{number}.xml"
        number += 1
    return name


def convert_file(
    path: Path,
    authority: Authority = Authority(),
    *,
    convention: str = "auto",
    name_by: NameBy = "source",
    date: str | None = None,
    publication: Publication = Publication(),
    names_with: Sequence[str] = (),
) -> tuple[list[Encoded], list[Finding]]:
    """Read and encode the transcript at `path`; `@ref` is what the authority was loaded to say.

    `names_with` names the plug-ins that look for names as well.
    """
    if name_by not in ("source", "document"):
        raise TeilegramError(f"name_by {name_by!r}: is not known; write source or document")
    source = read_transcript(path)
    if date and not is_date(date):
        raise TeilegramError(f"date {date!r}: is no date; write {FORM}")
    if date:
        source = replace(source, meta=replace(source.meta, date=date))
    return convert(source, convention, authority, name_by=name_by, publication=publication, names_with=names_with)
