"""The header: what is known of a document, and how it was encoded (Guidelines, HD)."""

from __future__ import annotations

from lxml import etree

from teilegram.encoding.body import Body
from teilegram.encoding.builder import element, indent
from teilegram.encoding.encoding_desc import encoding_desc
from teilegram.encoding.file_desc import file_desc
from teilegram.encoding.profile_desc import profile_desc
from teilegram.model import Document, Publication

MIXED = frozenset(
    {
        "p",
        "title",
        "persName",
        "orgName",
        "placeName",
        "author",
        "resp",
        "note",
        "licence",
        "provenance",
        "repository",
        "settlement",
        "idno",
        "biblScope",
        "publisher",
        "rendition",
        "catDesc",
        "label",
        "desc",
        "date",
        "language",
        "name",
        "affiliation",
        "term",
        "rs",
    }
)


def header(document: Document, body: Body, publication: Publication) -> etree._Element:
    """Build the `teiHeader` of one document."""
    made = element("teiHeader")
    file_desc(made, document, publication)
    encoding_desc(made, document, body)
    profile_desc(made, document)
    containers = frozenset(etree.QName(e).localname for e in made.iter()) - MIXED
    indent(made, containers, 1)
    return made
