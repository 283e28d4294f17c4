"""`fileDesc`: title, author, who is responsible, publication, source (Guidelines, HD2)."""

from __future__ import annotations

import re

from lxml import etree

from teilegram.encoding.builder import append, clean, sub
from teilegram.encoding.words import named, plain, title_of
from teilegram.model import Annotation, Document, Publication


def file_desc(made: etree._Element, document: Document, publication: Publication) -> None:
    """Title, author, who is responsible, publication, source."""
    desc = sub(made, "fileDesc")
    statement = sub(desc, "titleStmt")
    title, on_page = title_of(document)
    sub(statement, "title", title, **({} if on_page else {"type": "supplied", "resp": "#teilegram"}))
    for sender in (s for s in document.of("sender") if s.get("element") != "rs"):
        author = sub(statement, "author")
        named(author, document, sender)
    responsible(statement, document)
    publish(desc, publication)
    if publication.title:
        sub(sub(desc, "seriesStmt"), "title", publication.title)
    source_desc(sub(desc, "sourceDesc"), document)


def publish(desc: etree._Element, publication: Publication) -> None:
    """Write who publishes, and under which licence."""
    stmt = sub(desc, "publicationStmt")
    if not publication.publisher:
        sub(stmt, "p", "Encoded from a transcript; not published by its encoder.")
        return
    sub(stmt, "publisher", publication.publisher)
    if publication.licence:
        licence = sub(sub(stmt, "availability", status="free"), "licence", publication.licence)
        if publication.licence_url:
            licence.set("target", publication.licence_url)


ACTS = ("supplied", "gap", "note", "gloss", "sic", "unclear", "corr", "ex", "surplus", "del")
"""What an editor or a translator may have done."""


def responsible(statement: etree._Element, document: Document) -> None:
    """Write a `respStmt` for everybody whose acts the document shows: translators, editors, the software."""
    acts = {a.get("resp").lstrip("#") for a in document.of(*ACTS)}
    translators = document.of("translator")
    institutions = document.of("institution")
    if translators or "trans" in acts:
        stmt = sub(statement, "respStmt", xml_id="trans")
        sub(stmt, "resp", "translation, and what the translator put into the text")
        for i, who in enumerate(translators):
            name = named(stmt, document, who)
            name.text = plain(document, who)
            until = translators[i + 1].start if i + 1 < len(translators) else document.end
            for place in (p for p in institutions if who.end <= p.start < until):
                name.text = (name.text or "") + ", "
                sub(sub(name, "affiliation"), "orgName", plain(document, place))
        if not translators:
            sub(stmt, "name", "translator not named in the transcript")
    if "ed" in acts:
        stmt = sub(statement, "respStmt", xml_id="ed")
        sub(stmt, "resp", "editing, and what the editor put into the text")
        sub(
            stmt,
            "name",
            document.convention.title if document.convention.evidence else "editor not named in the transcript",
        )
    if "author" in acts:
        stmt = sub(statement, "respStmt", xml_id="author")
        sub(stmt, "resp", "what the author of the document noted on it")
        sub(stmt, "name", "author of the document")
    stmt = sub(statement, "respStmt", xml_id="teilegram")
    sub(stmt, "resp", "encoding by rule; inferences are marked with their certainty and the rule that made them")
    sub(stmt, "name", "teilegram", type="software")


def source_desc(desc: etree._Element, document: Document) -> None:
    """The manuscript, as the source note tells of it; the publication; the transcript."""
    manuscript(desc, document)
    sections = document.of("section")
    if document.convention.evidence or sections:
        publication = sub(desc, "bibl", type="publication")
        sub(
            publication,
            "title",
            document.convention.title if document.convention.evidence else "not named in the transcript",
        )
        for section in sections:
            sub(publication, "biblScope", plain(document, section), unit="section")
    for fact in document.of("periodical"):
        sub(sub(desc, "bibl", type="publication"), "title", plain(document, fact))
    transcript = sub(desc, "bibl", type="transcript")
    sub(transcript, "title", document.source.meta.title or document.source.name)
    sub(transcript, "idno", document.source.name, type="filename")
    sub(transcript, "idno", document.source.sha256, type="sha256")
    for key, value in document.source.meta.other:
        sub(transcript, "note", f"{key}: {value}", type="catalogue")
    sub(transcript, "biblScope", f"{document.number} of {document.count}", unit="document")


def manuscript(desc: etree._Element, document: Document) -> None:
    """Write where the document is kept and how the copy came down, where a source note says so."""
    repository, place, shelfmark, history = (
        document.of(kind) for kind in ("repository", "repositoryPlace", "shelfmark", "copyHistory")
    )
    if not repository and not shelfmark:
        return
    made = sub(desc, "msDesc")
    identifier = sub(made, "msIdentifier")
    for fact in place[:1]:
        sub(identifier, "settlement", plain(document, fact))
    sub(identifier, "repository", plain(document, repository[0]) if repository else "not named in the transcript")
    for fact in shelfmark[:1]:
        shelve(identifier, document, fact)
    physical = document.of("physical")
    if physical:
        sub(sub(made, "physDesc"), "p", plain(document, physical[0]))
    if history:
        told = sub(made, "history")
        for fact in history:
            sub(told, "provenance", plain(document, fact))


def shelve(identifier: etree._Element, document: Document, fact: Annotation) -> None:
    """Write a shelfmark as it is written, with an `idno` around each of its parts."""
    made = sub(identifier, "idno", type="shelfmark")
    at = fact.start
    for part in document.inside(fact.start, fact.end, "shelfmarkPart"):
        append(made, one_line(document.source.text[at : part.start]))
        sub(made, "idno", one_line(document.source.text[part.start : part.end]), type=part.get("type"))
        at = part.end
    append(made, one_line(document.source.text[at : fact.end]))


def one_line(text: str) -> str:
    """Make every run of white space one blank."""
    return clean(re.sub(r"\s+", " ", text))
