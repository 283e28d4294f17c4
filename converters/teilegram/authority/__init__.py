"""Authority files: TEI `listPerson`, `listPlace` and `listOrg` become entities with their names.

A name may be divided into `surname`, `forename` and `addName`, or be a plain string (`Castro, Fidel`,
`Fidel Castro`, `Bohrer, Dr.`).  `@type="short"` marks a form that by itself means this entity (`Fidel`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from lxml import etree

from teilegram.authority.undivided import guessed
from teilegram.model import Authority, Entity, Name, TeilegramError
from teilegram.transform import TEI, XML, read_xml, text_of

KINDS: dict[str, Literal["person", "place", "org"]] = {"person": "person", "place": "place", "org": "org"}
PARTS = ("surname", "forename", "addName", "nameLink", "genName")
NAMES = {"person": "persName", "place": "placeName", "org": "orgName"}


def load(paths: Sequence[Path], relative_to: Path) -> Authority:
    """Load authority files; `@ref` values are made relative to the folder that the TEI is written to.

    Raises TeilegramError for a file that is missing, not well formed, or holds no entity.
    """
    return Authority(tuple(entity for path in paths for entity in entities(path, relative_to)))


def entities(path: Path, relative_to: Path) -> list[Entity]:
    """Read the entities of one file, in the order of the file."""
    root = read_xml(path)
    href = quote(Path(os.path.relpath(path, relative_to)).as_posix())
    found = [
        entity(item, KINDS[etree.QName(item).localname], href)
        for item in root.iter(*(f"{{{TEI}}}{k}" for k in KINDS))
        if item.get(f"{{{XML}}}id")
    ]
    if not found:
        raise TeilegramError(
            f"{path}: holds no person, place or org with an xml:id in the TEI namespace; give an authority file"
        )
    seen: set[str] = set()
    for one in found:
        if one.ident in seen:
            raise TeilegramError(f"{path}: has the xml:id {one.ident} twice; make it unique")
        seen.add(one.ident)
    return found


def entity(item: etree._Element, kind: Literal["person", "place", "org"], href: str) -> Entity:
    """Read one `person`, `place` or `org`."""
    ident = str(item.get(f"{{{XML}}}id"))
    names = tuple(name(child) for child in item.findall(f"{{{TEI}}}{NAMES[kind]}") if text_of(child))
    return Entity(ident, kind, f"{href}#{ident}", names, (item.get("sex") or item.get("gender") or "").upper()[:1])


def name(item: etree._Element) -> Name:
    """Read one name; a plain string of a person is divided at its comma or before its last word."""
    text = text_of(item)
    parts = tuple(divided(item))
    if not parts and etree.QName(item).localname == "persName" and item.get("type") != "short":
        parts = tuple(guessed(text))
    return Name(text, parts, item.get("type") or "main", item.get(f"{{{XML}}}lang") or "")


def divided(item: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the parts that the file itself marks."""
    for child in item.iter(*(f"{{{TEI}}}{part}" for part in PARTS)):
        text = text_of(child)
        if text:
            yield etree.QName(child).localname, text
