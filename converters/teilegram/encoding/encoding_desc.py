"""`encodingDesc`: what is missing, the convention, renditions, references, rules, software (Guidelines, HD5)."""

from __future__ import annotations

from lxml import etree

from teilegram.encoding.body import Body
from teilegram.encoding.builder import sub
from teilegram.encoding.rules import description
from teilegram.encoding.words import GENRES, plain
from teilegram.model import Document
from teilegram.version import __version__
from teilegram.vocabulary import table


def encoding_desc(made: etree._Element, document: Document, body: Body) -> None:
    """Sampling, editorial declaration with the convention, renditions, reference system, rules, software."""
    desc = sub(made, "encodingDesc")
    samples = sampling(document)
    if samples:
        sampled = sub(desc, "samplingDecl")
        for sentence in samples:
            sub(sampled, "p", sentence)
    editorial = sub(desc, "editorialDecl")
    convention = document.convention
    sub(editorial, "p", f"Editorial convention: {convention.ident} ({convention.title}). {convention.statement}")
    if convention.authority:
        sub(editorial, "p", f"Authority: {convention.authority.rstrip('.')}.")
    if convention.chosen:
        sub(editorial, "p", convention.chosen)
    for row in table("declarations"):
        attributes = dict(pair.split("=") for pair in row["attributes"].split())
        sub(sub(editorial, row["element"], **attributes), "p", row["declaration"])
    if body.renditions.known:
        body.renditions.declare(sub(desc, "tagsDecl"))
    refs = sub(desc, "refsDecl")
    part = sub(refs, "citeStructure", unit="part", match="/TEI/text/body/div", use="position()")
    sub(part, "citeStructure", unit="paragraph", match=".//p", use="position()", delim=".")
    classify(sub(desc, "classDecl"), document, body)
    if body.unheld:
        char = sub(sub(desc, "charDecl"), "char", xml_id="unencodable")
        shown = "A character of the transcript that XML 1.0 cannot hold, shown by its control picture or U+FFFD."
        sub(char, "desc", shown)
    application = sub(sub(desc, "appInfo"), "application", ident="teilegram", version=__version__)
    sub(application, "label", "teilegram")


def classify(classes: etree._Element, document: Document, body: Body) -> None:
    """Declare the kind of document, and every rule that made an inference in it."""
    genres = sub(classes, "taxonomy", xml_id="genres")
    for genre in document.of("genre"):
        sub(sub(genres, "category", xml_id=f"genre.{genre.get('target')}"), "catDesc", GENRES[genre.get("target")])
    if not document.of("genre"):
        sub(sub(genres, "category", xml_id="genre.unknown"), "catDesc", "Kind of document not recognised")
    used = {
        *body.rules,
        *(when.rule for when in document.of("documentDate", "genre", "sender", "addressee") if when.cert),
    }
    if used:
        rules = sub(classes, "taxonomy", xml_id="rules")
        for rule in sorted(used):
            sub(sub(rules, "category", xml_id=rule), "catDesc", description(rule))


def sampling(document: Document) -> list[str]:
    """Say what of the document is missing."""
    rules = [g.rule for g in document.of("gap")]
    said = []
    if "damage.beginning" in rules:
        said.append("A fragment: the beginning of the document is not in the transcript.")
    if any(
        g.rule == "damage.end" and g.start == document.of("p")[-1].end for g in document.of("gap") if document.of("p")
    ):
        said.append("A fragment: the end of the document is not in the transcript.")
    if any("excerpt" in plain(document, h).casefold() for h in document.of("head")):
        said.append("Excerpts, as the heading says.")
    return said
