"""Archival authority records in EAC-CPF (versions 1 and 2), one file with one record or several.

`identity` gives the names, divided where the record divides them (`part/@localType="surname"`), `existDates` birth and
death, `occupation` and `function` offices, `entityId`, `otherRecordId` and `sources` the numbers of other authorities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lxml import etree

from teilegram.authority.identifiers import fault, identifier, patterns
from teilegram.authority.idents import ident
from teilegram.authority.importers.plain import line_of, person, said
from teilegram.authority.when import iso
from teilegram.model import Entity, Finding, Name, Office
from teilegram.transform import XML, parse, text_of

KINDS: dict[str, Literal["person", "org"]] = {"person": "person", "corporatebody": "org", "family": "org"}
PARTS = {
    "surname": ("surname", "lastname", "familyname", "family"),
    "forename": ("forename", "firstname", "givenname", "given", "patronymic"),
    "addName": ("nickname", "pseudonym", "addname"),
    "genName": ("generationalmarker", "genname", "numeration", "suffix"),
    "nameLink": ("namelink", "prefix"),
}
"""Parts of names by the local types that archives use, folded; a whole name is none of them."""
NOT_TAKEN = ("place", "legalStatus", "localDescription", "mandate", "cpfRelation", "resourceRelation", "relation")


def mine(start: str) -> bool:
    """Tell whether a file is EAC-CPF."""
    return bool(re.search(r"<(?:\w+:)?(?:eac-cpf|eac)[\s>]", start[:5000]))


def read(data: bytes, where: str) -> tuple[list[Entity], list[Finding]]:
    """Read the records of a file; see `importers`."""
    root = parse(data, where)
    for item in root.iter(etree.Element):  # version 1, version 2 and records without a namespace read alike
        item.tag = etree.QName(item).localname
    findings: list[Finding] = []
    found = []
    for record in root.iter("eac-cpf", "eac"):
        one = entity(record, where, findings)
        if one:
            found.append(one)
    return found, findings


def entity(record: etree._Element, where: str, findings: list[Finding]) -> Entity | None:
    """Make the entity of a record; without a name there is none."""
    line = line_of(record)
    sort = next((item.get("value") or text_of(item) for item in record.iter("entityType")), "person")
    kind = KINDS.get(sort.casefold(), "person")
    names = tuple(n for entry in record.iter("nameEntry") if (n := name(entry, kind, where, findings)))
    if not names:
        findings.append(said(where, line, "name", "the record has no name; it is left out"))
        return None
    notes = [text_of(abstract) for abstract in record.iter("abstract") if text_of(abstract)]
    birth, death = exists(record, notes, where, findings) if kind == "person" else ("", "")
    left = {e.tag for e in record.iter(*NOT_TAKEN)}
    if left:
        findings.append(said(where, line, "element", f"{names[0].text}: {', '.join(sorted(left))} is not taken over"))
    held = tuple(offices(record, notes, where, findings)) if kind == "person" else ()
    numbers = tuple(dict.fromkeys(idnos(record, where, findings)))
    return Entity(ident(names, kind), kind, "", names, "", birth, death, "", held, numbers, "\n".join(notes))


def name(entry: etree._Element, kind: str, where: str, findings: list[Finding]) -> Name | None:
    """Read one form of a name."""
    lang = code(entry.get(f"{{{XML}}}lang") or entry.get("lang") or entry.get("languageOfElement") or "")
    parts = [(element_of(p.get("localType") or ""), text_of(p)) for p in entry.iter("part") if text_of(p)]
    form = "main" if entry.find("authorizedForm") is not None or entry.get("preferredForm") == "true" else "variant"
    if not parts:
        return None
    if kind == "person" and any(element == "surname" for element, _ in parts):
        known = [(element, word) for element, text in parts if element for word in split(element, text)]
        findings += [
            said(where, line_of(entry), "name", f"the part “{text}” of a name is not taken over")
            for element, text in parts
            if not element
        ]
        order = sorted(known, key=lambda part: part[0] != "surname")
        first, rest = (" ".join(t for e, t in order if (e == "surname") is b) for b in (True, False))
        return Name(f"{first}, {rest}" if rest else first, tuple(order), form, lang)
    whole = " ".join(text for _, text in parts)
    return person(whole, lang, form) if kind == "person" else Name(whole, (), form, lang)


def split(element: str, text: str) -> list[str]:
    """Give the forenames of a string one by one; other parts stay whole."""
    return text.split() if element == "forename" else [text]


def element_of(local: str) -> str:
    """Give the TEI element of a part of a name, or nothing for a whole one or a date."""
    folded = re.sub(r"[^a-z]", "", re.split(r"[/#:]", local)[-1].casefold())
    return next((element for element, words in PARTS.items() if folded in words), "")


def code(lang: str) -> str:
    """Give the language code, where it is one (`eng` and `en` stay as they are)."""
    return lang if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", lang) else ""


def date(item: etree._Element | None) -> str:
    """Read a date of a record, which may be normalised in @standardDate."""
    return "" if item is None else iso(item.get("standardDate") or "") or iso(text_of(item))


def exists(record: etree._Element, notes: list[str], where: str, findings: list[Finding]) -> tuple[str, str]:
    """Give birth and death; what is no date is kept in the note."""
    held = next(record.iter("existDates"), None)
    if held is None:
        return "", ""
    ends = [next(held.iter(tag), None) for tag in ("fromDate", "toDate")]
    for end, label in zip(ends, ("birth", "death"), strict=True):
        if end is not None and text_of(end) and not date(end):
            keep(f"{label}: {text_of(end)}", end, notes, where, findings)
    if all(end is None for end in ends) and text_of(held):
        keep(f"dates: {text_of(held)}", held, notes, where, findings)
    return date(ends[0]), date(ends[1])


def keep(text: str, item: etree._Element, notes: list[str], where: str, findings: list[Finding]) -> None:
    """Keep something in the note, and say so."""
    notes.append(text)
    findings.append(said(where, line_of(item), "date", f"{text} is no date that is known; it is kept in the note"))


def offices(record: etree._Element, notes: list[str], where: str, findings: list[Finding]) -> Iterator[Office]:
    """Yield occupations and functions, with their terms."""
    for item in record.iter("occupation", "function"):
        term = next(item.iter("term"), None)
        title = text_of(term) if term is not None else ""
        start, end = (date(next(item.iter(tag), None)) for tag in ("fromDate", "toDate"))
        if title:
            yield Office(title, "", start, end)
        elif text_of(item):
            keep(f"{item.tag}: {text_of(item)}", item, notes, where, findings)


def idnos(record: etree._Element, where: str, findings: list[Finding]) -> Iterator[tuple[str, str]]:
    """Yield the numbers of the authorities that are known, and links."""
    for item in record.iter("entityId", "otherRecordId", "identityId"):
        kind, value = identifier(text_of(item), re.split(r"[/#:]", item.get("localType") or "")[-1])
        if fault(kind, value):
            findings.append(said(where, line_of(item), "idno", f"{value} {fault(kind, value)}; check it"))
        if value and (kind in patterns() or kind == "URI"):
            yield kind, value
        elif value:
            findings.append(said(where, line_of(item), "idno", f"{value} is of no authority that is known"))
