"""Entities as TEI: `listPerson`, `listPlace`, `listOrg` in a `standOff`, valid by our schema (NDPERS, NDPLAC)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from teilegram.authority.identifiers import patterns
from teilegram.model import Entity, Name, Office
from teilegram.transform import TEI, XML

LISTS = (("person", "listPerson"), ("place", "listPlace"), ("org", "listOrg"))
NAMES = {"person": "persName", "place": "placeName", "org": "orgName"}
SORTS = {
    "place": ("base", "bloc", "building", "city", "country", "region"),
    "org": (
        "archive",
        "broadcaster",
        "department",
        "embassy",
        "intergovernmental",
        "legislature",
        "ministry",
        "party",
        "research",
        "university",
    ),
}
"""Types of places and organisations that the schema knows."""
FORENAMES = {"middle": "middle", "patronymic": "patronymic"}
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold."""


def tei(entities: Iterable[Entity], title: str, source: str) -> bytes:
    """Write entities as a TEI file; `title` and `source` are for its header."""
    known = list(entities)
    root = etree.fromstring(f'<TEI xmlns="{TEI}"/>')
    described = sub(sub(root, "teiHeader"), "fileDesc")
    sub(sub(described, "titleStmt"), "title", title)
    sub(sub(described, "publicationStmt"), "p", "Unpublished.")
    sub(sub(described, "sourceDesc"), "p", source)
    stand = sub(root, "standOff")
    for kind, name in LISTS:
        members = [entity for entity in known if entity.kind == kind]
        if members:
            holder = sub(stand, name)
            for entity in members:
                holder.append(item(entity))
    etree.indent(root)
    for held in root.iter(f"{{{TEI}}}persName", f"{{{TEI}}}label"):
        flat(held)
    return DECLARATION + etree.tostring(root, xml_declaration=False, encoding="UTF-8") + b"\n"


def sub(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element with its text."""
    made = etree.SubElement(parent, f"{{{TEI}}}{name}", {k: v for k, v in attributes.items() if v})
    made.text = UNFIT.sub("\ufffd", text) or None
    return made


def item(entity: Entity) -> etree._Element:
    """Make the `person`, `place` or `org` of an entity."""
    made = etree.Element(f"{{{TEI}}}{entity.kind}", {f"{{{XML}}}id": entity.ident})
    if entity.kind == "person" and entity.sex in ("F", "M"):
        made.set("sex", entity.sex)
    if entity.sort in SORTS.get(entity.kind, ()):
        made.set("type", entity.sort)
    for i, name in enumerate(entity.names):
        add_name(made, entity.kind, name, first=i == 0)
    if entity.kind == "person":
        add_life(made, entity)
    for kind, value in entity.idnos:
        if kind in patterns() or "://" in value:
            sub(made, "idno", value, type=kind if kind in patterns() else "URI")
    for line in entity.note.split("\n"):
        if line.strip():
            sub(made, "note", line.strip())
    return made


def add_life(parent: etree._Element, entity: Entity) -> None:
    """Add a person's dates and offices."""
    for element, value in (("birth", entity.birth), ("death", entity.death), ("floruit", entity.floruit)):
        if value:
            parent.append(dated(element, value))
    for office in entity.offices:
        add_office(parent, office)


def add_name(parent: etree._Element, kind: str, name: Name, *, first: bool) -> None:
    """Add one name; a person's is divided where its parts are known, and says which form it is."""
    made = sub(parent, NAMES[kind])
    sort = name.kind if name.kind in ("main", "short", "abbreviation") else ""
    if kind == "person":
        sort = "short" if sort == "short" else "main" if first else "variant"
    elif sort == "main" and not first:
        sort = ""
    if sort:
        made.set("type", sort)
    made.set(f"{{{XML}}}lang", name.lang if LANGUAGE.fullmatch(name.lang) else script(name.text))
    if kind == "person" and name.parts:
        add_parts(made, name)
    else:
        made.text = UNFIT.sub("\ufffd", name.text)


def add_parts(parent: etree._Element, name: Name) -> None:
    """Add the parts of a name in their order, between them the comma behind a surname or a blank."""
    for i, (element, text) in enumerate(name.parts):
        part = sub(parent, element, text)
        if element == "addName":
            part.set("type", "nickname")
        if i + 1 < len(name.parts):
            part.tail = ", " if element == "surname" and name.parts[i + 1][0] == "forename" else " "


def script(text: str) -> str:
    """Say in which script a name is written, where its language is not known.

    >>> script("Хрущёв"), script("Rusk"), script("毛泽东")
    ('und-Cyrl', 'und-Latn', 'und')
    """
    letters = [c for c in text if c.isalpha()]
    if letters and all("Ѐ" <= c <= "ӿ" for c in letters):
        return "und-Cyrl"
    return "und-Latn" if letters and all(c < "ɐ" or "Ḁ" <= c <= "ỿ" for c in letters) else "und"


def dated(element: str, value: str) -> etree._Element:
    """Make an element with a date: a day, or the ends of a span."""
    made = etree.Element(f"{{{TEI}}}{element}")
    if "/" not in value:
        made.set("when", value)
    else:
        first, _, last = value.partition("/")
        names = ("from", "to") if element == "floruit" else ("notBefore", "notAfter")
        for name, end in zip(names, (first, last), strict=True):
            if end:
                made.set(name, end)
    return made


def add_office(parent: etree._Element, office: Office) -> None:
    """Add an office: a `state` where its term is known, else an `occupation`; of a body alone, an `affiliation`."""
    term = {"from": office.start, "to": office.end}
    if not office.title:
        sub(sub(parent, "affiliation", **term), "orgName", office.org)
    elif not (office.start or office.end or office.org):
        sub(parent, "occupation", office.title)
    else:
        label = sub(sub(parent, "state", "", type="office", **term), "label", office.title)
        if office.org:
            label.text = f"{label.text}, "
            sub(label, "orgName", office.org)


def flat(held: etree._Element) -> None:
    """Take the indentation out of mixed content; between two parts of a name a blank stays."""
    if held.text and not held.text.strip():
        held.text = None
    for child in held:
        if child.tail and not child.tail.strip():
            child.tail = None if child.getnext() is None else " "
