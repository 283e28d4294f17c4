"""A table of persons, places and organisations: a header line, then one entry a line, parted by commas, `;` or tabs.

Which column is what is known by its header (`data/authority_columns.tsv`).  Variants are parted by `;` (in a table that
is parted by semicolons, by `|`); a variant may say its language: `ru:Хрущёв, Никита`.  Lines with one `id` are one
entry with several offices.  `type` may also say `person`, `place` or `org`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Literal

from teilegram.authority.identifiers import fault, identifier
from teilegram.authority.idents import ident, is_ncname
from teilegram.authority.importers.plain import person, said, text_of
from teilegram.authority.when import iso
from teilegram.authority.written import SORTS
from teilegram.model import Entity, Finding, Name, Office
from teilegram.vocabulary import table

KINDS: dict[str, Literal["person", "place", "org"]] = {
    "person": "person",
    "place": "place",
    "org": "org",
    "organisation": "org",
    "organization": "org",
    "people": "person",
}
LANGUAGE = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]{2,8})*):\s*(\S.*)")
SEX = {"m": "M", "male": "M", "f": "F", "female": "F", "w": "F", "м": "M", "ж": "F"}
IDNOS = ("wikidata", "viaf", "gnd", "lc", "geonames", "isni", "uri")


@cache
def columns() -> dict[str, str]:
    """Give for each header, folded, the column that it means."""
    return {header: row["column"] for row in table("authority_columns") for header in row["headers"].split("|")}


def header_of(line: str) -> tuple[str, list[str]]:
    """Give the delimiter of a table and its columns; a header that is not known is kept with a question mark.

    >>> header_of("Surname;First name;Shoe size")
    (';', ['surname', 'forename', '?Shoe size'])
    """
    mark = max("\t;,", key=line.count)
    fields = next(csv.reader([line], delimiter=mark), [])
    known = [columns().get(" ".join(f.replace("_", " ").split()).casefold(), f"?{f.strip()}") for f in fields]
    return mark, known


def mine(start: str) -> bool:
    """Tell whether a file is a table with a name in it."""
    line = start.lstrip().split("\n", 1)[0]
    return not line.startswith(("<", "{", "[")) and bool({"name", "surname"} & set(header_of(line)[1]))


def read(data: bytes, where: str) -> tuple[list[Entity], list[Finding]]:
    """Read a table; see `importers`."""
    text = text_of(data, where).lstrip("\n\r")
    mark, known = header_of(text.split("\n", 1)[0])
    findings = [
        said(where, 1, "column", f"the column {c[1:] or '(without a header)'} is not known; it is kept in the note")
        for c in known
        if c.startswith("?")
    ]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    next(rows, None)
    found: dict[str, Entity] = {}
    try:
        for fields in rows:
            if any(f.strip() for f in fields):
                add(found, fields, known, mark, Lines(where, rows.line_num, findings))
    except csv.Error as error:
        findings.append(said(where, rows.line_num, "table", f"the line is no line of a table ({error}); mend it"))
    return list(found.values()), findings


class Lines:
    """Where findings about one line go."""

    def __init__(self, where: str, line: int, findings: list[Finding]) -> None:
        self.where, self.line, self.findings = where, line, findings

    def say(self, rule: str, message: str) -> None:
        """Add a finding."""
        self.findings.append(said(self.where, self.line, rule, message))


def add(found: dict[str, Entity], fields: list[str], known: list[str], mark: str, lines: Lines) -> None:
    """Add the entry of a line, or its office to the entry of an earlier line with the same identifier."""
    cells = {c: f.strip() for c, f in zip(known, fields, strict=False) if f.strip()}
    if len(fields) > len(known):
        lines.say("table", f"has {len(fields)} fields, the header {len(known)}; what is over is kept in the note")
        cells["?"] = " ".join(fields[len(known) :])
    one = entity(cells, mark, lines)
    if one is None:
        return
    key = one.ident if "id" in cells else f"{one.ident} {lines.line}"
    if key in found:
        before = found[key]
        names = (*before.names, *(n for n in one.names if n.text not in {b.text for b in before.names}))
        one = replace(before, names=names, offices=(*before.offices, *one.offices))
    found[key] = one


def entity(cells: dict[str, str], mark: str, lines: Lines) -> Entity | None:
    """Make an entity of the cells of a line; without a name there is none."""
    kind = kind_of(cells)
    names = tuple(names_of(cells, kind, mark))
    if not names:
        lines.say("name", "has no name; the line is left out")
        return None
    notes = [
        cells[c] if c == "note" else f"{c[1:]}: {cells[c]}".lstrip(": ") for c in cells if c[0] == "?" or c == "note"
    ]
    made = ident(names, kind)
    if "id" in cells:
        given = cells["id"] if is_ncname(cells["id"]) else ident((Name(cells["id"]),), kind)
        made = given if is_ncname(given) else f"{kind}-{given or made}"
        if made != cells["id"]:
            lines.say("id", f"the id {cells['id']} cannot be an xml:id; it becomes {made}")
    dates = {c: dated(cells, c, notes, lines) for c in ("birth", "death", "floruit", "from", "to")}
    numbers = tuple(identifier(cells[c], c) for c in IDNOS if c in cells)
    for authority, value in numbers:
        if fault(authority, value):
            lines.say("idno", f"{value} {fault(authority, value)}; check it")
    office = Office(cells.get("office", ""), cells.get("org", ""), dates["from"], dates["to"])
    return Entity(
        made,
        kind,
        "",
        names,
        SEX.get(cells.get("sex", "").casefold(), ""),
        dates["birth"],
        dates["death"],
        dates["floruit"],
        (office,) if office.title or office.org else (),
        numbers,
        "\n".join(notes),
        cells.get("sort", "").casefold(),
    )


def kind_of(cells: dict[str, str]) -> Literal["person", "place", "org"]:
    """Tell what an entry is: as its line says, else a person with a surname, a place in GeoNames, a typed body.

    >>> kind_of({"sort": "city", "geonames": "1"}), kind_of({"sort": "ministry", "name": "X"}), kind_of({"name": "X"})
    ('place', 'org', 'person')
    """
    said_of = KINDS.get(cells.get("kind", cells.get("sort", "")).casefold())
    if said_of or "surname" in cells:
        return said_of or "person"
    sort = cells.get("sort", "").casefold()
    if "geonames" in cells or sort in SORTS["place"]:
        return "place"
    return "org" if sort in SORTS["org"] else "person"


def names_of(cells: dict[str, str], kind: str, mark: str) -> Iterable[Name]:
    """Yield the names of a line: the main one, variants, short forms."""
    lang = cells.get("lang", "")
    if "surname" in cells:
        parts = [("surname", cells["surname"])]
        parts += [("forename", word) for c in ("forename", "patronymic") for word in cells.get(c, "").split()]
        parts += [("addName", cells["addname"])] if "addname" in cells else []
        rest = " ".join(text for _, text in parts[1:])
        yield Name(f"{cells['surname']}, {rest}" if rest else cells["surname"], tuple(parts), "main", lang)
    elif "name" in cells:
        yield person(cells["name"], lang) if kind == "person" else Name(cells["name"], (), "main", lang)
    for column, form in (("variants", "variant"), ("short", "short")):
        for text in re.split(r"\|" if mark == ";" else r"[;|]", cells.get(column, "")):
            said_in = LANGUAGE.fullmatch(text.strip())
            own, bare = (said_in[1], said_in[2]) if said_in else (lang, text.strip())
            if bare:
                yield person(bare, own, form) if kind == "person" and form == "variant" else Name(bare, (), form, own)


def dated(cells: dict[str, str], column: str, notes: list[str], lines: Lines) -> str:
    """Give the date of a cell; one that is none goes into the notes, and is said."""
    value = iso(cells.get(column, ""))
    ends = [iso(end) for end in re.split(r"[/–-]", cells.get(column, ""), maxsplit=1)]
    if not value and column == "floruit" and len(ends) > 1 and any(ends):
        return "/".join(ends)
    if column in cells and not value:
        notes.append(f"{column}: {cells[column]}")
        lines.say("date", f"{column} {cells[column]} is no date; it is kept in the note")
    return value
