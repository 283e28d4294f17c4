"""The corpus file of an edition: its transcripts, the publication's sections, and the documents in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from teilegram.encoding.builder import element, indent, sub
from teilegram.encoding.file_desc import publish
from teilegram.model import Publication
from teilegram.version import __version__


@dataclass(frozen=True, slots=True)
class Member:
    """One document of an edition: its transcript, the sections of the publication before it, its file and title."""

    transcript: str
    sections: tuple[str, ...]
    file: str
    title: str
    date: str | None


def corpus(members: Sequence[Member], publication: Publication) -> etree._Element:
    """Build the corpus file; sections are headings of the publication and stand here, not in a document."""
    root = element("TEI")
    header = sub(root, "teiHeader")
    header.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    desc = sub(header, "fileDesc")
    statement = sub(desc, "titleStmt")
    sub(statement, "title", publication.title or "Edition")
    responsible = sub(statement, "respStmt", xml_id="teilegram")
    sub(responsible, "resp", "encoding by rule")
    sub(responsible, "name", "teilegram", type="software")
    publish(desc, publication)
    sub(sub(desc, "sourceDesc"), "p", "The transcripts of which the parts of this file are named.")
    application = sub(
        sub(sub(header, "encodingDesc"), "appInfo"), "application", ident="teilegram", version=__version__
    )
    sub(application, "label", "teilegram")
    body = sub(sub(root, "text"), "body")
    part: etree._Element | None = None
    holder: etree._Element | None = None
    transcript = ""
    for member in members:
        if part is None or member.transcript != transcript:
            transcript = member.transcript
            part = sub(body, "div", type="transcript", n=transcript)
            holder = None
        for section in member.sections:
            holder = sub(part, "div", type="section")
            sub(holder, "head", section)
        if holder is None:
            holder = sub(part, "div", type="section")
        items = holder.find("{*}list")
        item = sub(items if items is not None else sub(holder, "list", type="documents"), "item")
        sub(item, "ref", member.title, type="document", target=member.file)
        if member.date:
            item[-1].tail = " "
            sub(item, "date", member.date, when=member.date)
    names = {etree.QName(e).localname for e in root.iter()} - {
        "p",
        "title",
        "item",
        "ref",
        "head",
        "name",
        "resp",
        "publisher",
        "licence",
        "label",
        "date",
    }
    indent(root, frozenset(names))
    return root
