"""Small helpers to make TEI elements."""

from __future__ import annotations

import re

from lxml import etree

from teilegram.transform import TEI, XML

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""


def element(name: str, **attributes: str) -> etree._Element:
    """Make an element without a parent."""
    nsmap: dict[str | None, str] = {None: TEI}
    made = etree.Element(f"{{{TEI}}}{name}", nsmap=nsmap)  # type: ignore[arg-type]
    return put(made, attributes)


def sub(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """Make a child; an attribute `xml_id` is `xml:id`, `from_` is `from`."""
    made = etree.SubElement(parent, f"{{{TEI}}}{name}")
    if text is not None:
        made.text = clean(text)
    return put(made, attributes)


def put(made: etree._Element, attributes: dict[str, str]) -> etree._Element:
    """Set attributes."""
    for key, value in attributes.items():
        made.set(qualified(key.rstrip("_").replace("xml_", "xml:")), clean(value))
    return made


def qualified(name: str) -> str:
    """Give the name of an attribute as lxml writes it."""
    return f"{{{XML}}}{name[4:]}" if name.startswith("xml:") else name


def clean(text: str) -> str:
    """Replace what XML cannot hold by the replacement character, for places that are not the transcript's text."""
    return FORBIDDEN.sub("\ufffd", text)


def pictured(character: str) -> str:
    """Give the sign that stands for a character that XML cannot hold: its control picture, or U+FFFD.

    >>> pictured(chr(7)), pictured(chr(0xFFFE)) == chr(0xFFFD)
    ('␇', True)
    """
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"  # noqa: PLR2004 - the C0 controls


def append(parent: etree._Element, text: str) -> None:
    """Append characters to what a parent holds so far."""
    if not text:
        return
    last = next(parent.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def indent(node: etree._Element, containers: frozenset[str], level: int = 0) -> None:
    """Lay out elements that hold elements only, two blanks a level; mixed content is not touched."""
    if etree.QName(node).localname not in containers or not len(node):
        return
    node.text = "\n" + "  " * (level + 1)
    for child in node:
        indent(child, containers, level + 1)
        child.tail = "\n" + "  " * (level + 1)
    node[-1].tail = "\n" + "  " * level
