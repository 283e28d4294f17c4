"""Where the elements of a TEI file stand in its transcript, read from the file alone and not from the encoder.

Characters are counted without white space; the marks of declared renditions count, as they do on the page.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass
class Element:
    name: str
    start: int
    end: int
    attributes: dict[str, str]
    ancestors: tuple[str, ...]
    text: str = ""


@dataclass
class Page:
    """The characters of a document without white space, and its elements over them."""

    text: str = ""
    elements: list[Element] = field(default_factory=list)

    def of(self, *names):
        return [e for e in self.elements if e.name in names]


def page(xml: bytes) -> Page:
    root = etree.fromstring(xml)
    marks = {r.get(XML_ID): (r.get("scope"), unquoted(r.text)) for r in root.iter(f"{TEI}rendition")}
    made = Page()
    pieces: list[str] = []
    walk(root.find(f"{TEI}text"), marks, made, pieces, 0, ())
    made.text = "".join(pieces)
    for e in made.elements:
        e.text = made.text[e.start : e.end]
    made.elements.sort(key=lambda e: (e.start, -e.end))
    return made


def unquoted(css: str) -> str:
    inside = re.fullmatch(r'content: "(.*)"', css, re.DOTALL)[1]
    return re.sub(r"\\(a |9 |20$|.)", lambda m: {"a ": "\n", "9 ": "\t", "20": " "}.get(m[1], m[1]), inside)


def walk(node, marks, made, pieces, at, ancestors) -> int:
    name = etree.QName(node).localname
    start = at

    def put(string):
        solid = "".join((string or "").split(" ")).translate({9: None, 10: None, 13: None})
        pieces.append(solid)
        return len(solid)

    wanted = [marks[p[1:]] for p in (node.get("rendition") or "").split()]
    at += sum(put(mark) for scope, mark in wanted if scope == "before")
    at += put(node.text)
    for child in node:
        if name == "choice" and etree.QName(child).localname in ("corr", "reg", "expan"):
            continue
        at = walk(child, marks, made, pieces, at, (*ancestors, name))
        at += put(child.tail)
    at += sum(put(mark) for scope, mark in wanted if scope == "after")
    made.elements.append(Element(name, start, at, dict(node.attrib), ancestors))
    return at


def solid_offsets(text: str) -> list[int]:
    """For every character of a transcript, how many characters that are no white space stand before it."""
    counted, offsets = 0, []
    for character in text:
        offsets.append(counted)
        counted += character not in " \t\r\n\f\v"
    return [*offsets, counted]


def rows(path: Path) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line]
