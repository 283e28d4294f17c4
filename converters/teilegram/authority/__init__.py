"""Authority files: TEI `listPerson`, `listPlace` and `listOrg` become entities with their names.

A name may be divided into `surname`, `forename` and `addName`, or be a plain string (`Castro, Fidel`,
`Fidel Castro`, `Bohrer, Dr.`).  `@type="short"` marks a form that by itself means this entity (`Fidel`).
Dates, offices and numbers are read where they can be; a value that is none is left out here, and
`teilegram authority check` says in which line it stands.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from lxml import etree

from teilegram.authority.identifiers import identifier
from teilegram.authority.undivided import guessed
from teilegram.authority.when import is_iso
from teilegram.model import Authority, Entity, Name, Office, TeilegramError
from teilegram.transform import TEI, XML, read_xml, text_of

KINDS: dict[str, Literal["person", "place", "org"]] = {"person": "person", "place": "place", "org": "org"}
NAMES = {"person": "persName", "place": "placeName", "org": "orgName"}
NAME = {kind: f"{{{TEI}}}{name}" for kind, name in NAMES.items()}
PARTS = {f"{{{TEI}}}{part}": part for part in ("surname", "forename", "addName", "nameLink", "genName")}
LIFE = tuple(f"{{{TEI}}}{part}" for part in ("birth", "death", "floruit"))
AFFILIATION, ROLE, ORG, IDNO, NOTE = (
    f"{{{TEI}}}{part}" for part in ("affiliation", "roleName", "orgName", "idno", "note")
)
OFFICES = (f"{{{TEI}}}state", f"{{{TEI}}}occupation", AFFILIATION)
ID, LANG = f"{{{XML}}}id", f"{{{XML}}}lang"


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
        if item.get(ID)
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
    """Read one `person`, `place` or `org`, in one pass over what it holds."""
    ident = str(item.get(ID))
    held: dict[str, list[etree._Element]] = {}
    for child in item:
        if isinstance(child.tag, str):
            held.setdefault(child.tag, []).append(child)
    birth, death, floruit = (date_of(held[tag][0]) if tag in held else "" for tag in LIFE)
    roles = [child for tag in OFFICES for child in held.get(tag, ())]
    roles += [role for child in held.get(NAME[kind], ()) if len(child) for role in child.iter(ROLE)]
    return Entity(
        ident,
        kind,
        f"{href}#{ident}",
        tuple(name(child) for child in held.get(NAME[kind], ()) if text_of(child)),
        (item.get("sex") or item.get("gender") or "").upper()[:1],
        birth,
        death,
        floruit,
        tuple(offices(roles)),
        tuple(identifier(text_of(n), n.get("type") or "") for n in held.get(IDNO, ()) if text_of(n)),
        "\n".join(text for text in map(text_of, held.get(NOTE, ())) if text),
        item.get("type") or "",
    )


def date_of(item: etree._Element) -> str:
    """Read the date of an element: a day, month or year, or the ends of a span with a stroke between them."""
    when = item.get("when") or ""
    if is_iso(when):
        return when
    ends = [item.get(a) or item.get(b) or "" for a, b in (("from", "notBefore"), ("to", "notAfter"))]
    ends = [end if is_iso(end) else "" for end in ends]
    return "/".join(ends) if any(ends) else ""


def offices(roles: Iterable[etree._Element]) -> Iterator[Office]:
    """Yield the offices of a person: `state`, `occupation`, `affiliation`, and a `roleName` of one of the names."""
    for item in roles:
        org = next((text_of(o) for o in item.iter(ORG)), "") if len(item) else ""
        title = text_of(item).removesuffix(org).rstrip(" ,") if org else text_of(item)
        if org and item.tag == AFFILIATION:
            title = ""
        start, _, end = date_of(item).partition("/")
        if title or org:
            yield Office(title, org, start, end or (start if item.get("when") else ""))


def name(item: etree._Element) -> Name:
    """Read one name; a plain string of a person is divided at its comma or before its last word."""
    text = text_of(item)
    parts = tuple(divided(item)) if len(item) else ()
    if not parts and item.tag == NAME["person"] and item.get("type") != "short":
        parts = tuple(guessed(text))
    return Name(text, parts, item.get("type") or "main", item.get(LANG) or "")


def divided(item: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the parts that the file itself marks; each word of a `forename` is one."""
    for child in item.iter(*PARTS):
        text, part = text_of(child), PARTS[child.tag]
        yield from ((part, piece) for piece in (text.split() if part == "forename" else [text] if text else []))
