"""The file of an alignment: what translates what in two other files (Guidelines, SACS)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from teilegram.encoding.builder import element, indent, qualified, sub
from teilegram.encoding.file_desc import publish
from teilegram.encoding.links import link_groups
from teilegram.encoding.rules import description
from teilegram.model import Annotation, Publication
from teilegram.version import __version__


def alignment(
    titles: tuple[str, str], files: tuple[str, str], links: Sequence[Annotation], ends: Mapping[str, str]
) -> etree._Element:
    """Build the file that links an original and its translation; `ends` gives the address of each end of a link."""
    root = element("TEI")
    header = sub(root, "teiHeader")
    header.set(qualified("xml:lang"), "en")
    desc = sub(header, "fileDesc")
    statement = sub(desc, "titleStmt")
    sub(statement, "title", f"Alignment: {titles[0]} / {titles[1]}")
    responsible = sub(statement, "respStmt", xml_id="teilegram")
    sub(responsible, "resp", "encoding by rule")
    sub(responsible, "name", "teilegram", type="software")
    publish(desc, Publication())
    sub(sub(desc, "sourceDesc"), "p", f"The original is in {files[0]}, the translation in {files[1]}.")
    encoding = sub(header, "encodingDesc")
    taxonomy = sub(sub(encoding, "classDecl"), "taxonomy", xml_id="rules")
    for rule in sorted({link.rule for link in links}):
        sub(sub(taxonomy, "category", xml_id=rule), "catDesc", description(rule))
    application = sub(sub(encoding, "appInfo"), "application", ident="teilegram", version=__version__)
    sub(application, "label", "teilegram")
    link_groups(sub(root, "standOff"), links, ends)
    mixed = {"p", "title", "name", "resp", "publisher", "catDesc", "label", "link"}
    indent(root, frozenset(etree.QName(e).localname for e in root.iter()) - mixed)
    return root
