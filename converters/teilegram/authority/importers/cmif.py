"""Correspondence metadata (CMIF, of the TEI's correspondence group): who wrote, to whom, from where to where.

`<correspAction type="sent"><persName ref="https://d-nb.info/gnd/118540238">Goethe, Johann Wolfgang von</persName>`.
Names with one `@ref` are one entry; a name without it is an entry of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lxml import etree

from teilegram.authority.identifiers import fault, identifier
from teilegram.authority.idents import ident, plain
from teilegram.authority.importers.plain import line_of, person, said
from teilegram.authority.written import script
from teilegram.model import Entity, Finding, Name
from teilegram.transform import TEI, XML, parse, text_of

Kind = Literal["person", "place", "org"]
KINDS: dict[str, Kind] = {"persName": "person", "orgName": "org", "placeName": "place"}
NOBODY = ("correspsearch.net/unknown", "correspsearch.net/anonymous", "correspsearch.net/nn")
"""Addresses that stand for somebody unknown."""


def mine(start: str) -> bool:
    """Tell whether a file is TEI with descriptions of correspondence."""
    return start.lstrip("\ufeff \t\r\n").startswith("<") and "<correspDesc" in start


def read(data: bytes, where: str) -> tuple[list[Entity], list[Finding]]:
    """Read the correspondents and places of a CMIF file; see `importers`."""
    findings: list[Finding] = []
    grouped: dict[tuple[Kind, tuple[tuple[str, str], ...]], list[Name]] = {}
    for item, kind, refs in mentions(parse(data, where), where, findings):
        lang = item.get(f"{{{XML}}}lang") or ""
        text = text_of(item)
        form = person(text, lang or script(text)) if kind == "person" else Name(text, (), "main", lang)
        key = (kind, tuple(sorted(map(identifier, refs))) or (("", plain(text)),))
        names = grouped.setdefault(key, [])
        if all(form.text != known.text for known in names):
            names.append(form)
    found = []
    for (kind, numbers), names in grouped.items():
        idnos = tuple(number for number in numbers if number[0])
        found.append(Entity(ident(names, kind), kind, "", tuple(names), idnos=idnos))
    return found, findings


def mentions(
    root: etree._Element, where: str, findings: list[Finding]
) -> Iterator[tuple[etree._Element, Kind, tuple[str, ...]]]:
    """Yield the names of all letters with their kind and what they refer to."""
    told: set[str] = set()
    for action in root.iter(f"{{{TEI}}}correspAction"):
        for item in action.iter(*(f"{{{TEI}}}{name}" for name in KINDS)):
            refs = tuple((item.get("ref") or "").split())
            text, line = text_of(item), line_of(item)
            if not text or any(n in ref.lower() for n in NOBODY for ref in refs):
                findings.append(said(where, line, "name", f"“{text}” names nobody ({' '.join(refs)}); it is left out"))
                continue
            for ref in refs:
                kind, value = identifier(ref)
                if fault(kind, value) and ref not in told:
                    findings.append(said(where, line, "idno", f"{text}: {ref} {fault(kind, value)}; check it"))
                    told.add(ref)
            yield item, KINDS[etree.QName(item).localname], refs
