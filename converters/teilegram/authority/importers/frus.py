"""Lists of persons of *Foreign Relations of the United States*, as printed text and as the TEI of history.state.gov.

`**Acheson, Dean G.**, Secretary of State until January 20, 1953`; or, in the division `persons` of a volume, an `item`
whose `persName` has an `xml:id`.  `Birgi (see Nuri Birgi)` is another form of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import NamedTuple

from teilegram.authority.idents import ident, plain
from teilegram.authority.importers.plain import line_of, person, said, text_of
from teilegram.authority.importers.terms import offices
from teilegram.model import Entity, Finding, Office
from teilegram.transform import TEI, XML, parse
from teilegram.transform import text_of as words

BOLD = re.compile(r"(?:[-*+]\s+)?(\*\*|__)(?P<name>[^*_]{2,120}?),?\1,?\s*(?P<rest>.*)", re.DOTALL)
PLAIN = re.compile(
    r"(?P<name>[^\W\d_][\w’'\- ]{0,50}, (?:[A-Z][\w’'\-]*\.? ?){1,4}(?:, (?:Jr|Sr|II|III)\.?)?), (?P<rest>\S.*)",
    re.DOTALL,
)
HEADING = re.compile(r"(?:^|\n)[#*\s]*(?:List of )?Persons\W*(?:\n|$)", re.IGNORECASE)
SEE = re.compile(r"\W*see\W+(?P<name>[^)]+?)[)*_.\s]*", re.IGNORECASE)


class Line(NamedTuple):
    """One entry of a list: its name, what stands behind it, and its own identifier in the volume."""

    number: int
    name: str
    rest: str
    key: str = ""
    see: str = ""


def mine(start: str) -> bool:
    """Tell whether a file is a list of persons, or a volume with one."""
    if start.lstrip().startswith("<"):
        return "http://www.tei-c.org/ns/1.0" in start and bool(
            re.search(r"xml:id=\"persons\"|history\.state\.gov|xmlns:frus=", start)
        )
    return bool(HEADING.search(start) or any(BOLD.match(line) for line in start.splitlines()))


def read(data: bytes, where: str) -> tuple[list[Entity], list[Finding]]:
    """Read a list of persons; see `importers`."""
    findings: list[Finding] = []
    is_xml = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    lines = list(items(data, where)) if is_xml else list(printed(text_of(data, where), where, findings))
    found: dict[str, Entity] = {}
    for line in lines:
        if not line.see:
            found[line.key or f"{plain(line.name)} {line.number}"] = entity(line, where, findings)
    for line in lines:
        if line.see:
            refer(found, line, where, findings)
    return list(found.values()), findings


def items(data: bytes, where: str) -> Iterator[Line]:
    """Yield the entries of the division `persons` of a volume."""
    for division in parse(data, where).iter(f"{{{TEI}}}div"):
        if division.get(f"{{{XML}}}id") != "persons":
            continue
        for item in division.iter(f"{{{TEI}}}item"):
            name = next((n for n in item.iter(f"{{{TEI}}}persName") if n.get(f"{{{XML}}}id")), None)
            if name is None:
                continue
            see = next((n.get("corresp", "") for n in item.iter(f"{{{TEI}}}persName") if n.get("type") == "alt"), "")
            copy = deepcopy(item)
            rest = words(copy).partition(words(name))[2].strip(" ,")
            yield Line(line_of(item), words(name), rest, str(name.get(f"{{{XML}}}id")), see.lstrip("#"))


def printed(text: str, where: str, findings: list[Finding]) -> Iterator[Line]:
    """Yield the entries of a printed list; an entry goes on over lines until the next begins or a line is empty."""
    held: list[str] = []
    began = 0
    for number, line in enumerate((*text.splitlines(), ""), 1):
        bare = line.strip()
        begins = BOLD.match(bare) or (held and began and not BOLD.match(held[0]) and PLAIN.match(bare))
        if held and (begins or not bare):
            yield from entry(" ".join(held), began, where, findings)
            held = []
        if bare:
            began = began if held else number
            held.append(bare)


def entry(text: str, number: int, where: str, findings: list[Finding]) -> Iterator[Line]:
    """Yield the entry that a paragraph is, unless it is a heading or something else."""
    found = BOLD.fullmatch(text) or PLAIN.fullmatch(text)
    if found:
        see = SEE.fullmatch(found["rest"])
        yield Line(number, found["name"].strip(" ,"), found["rest"], "", see["name"] if see else "")
    elif not HEADING.search(f"\n{text}\n"):
        findings.append(
            said(where, number, "line", f"“{text[:60]}” is not read as a person; add it by hand if it is one")
        )


def entity(line: Line, where: str, findings: list[Finding]) -> Entity:
    """Make the person of an entry: offices with their terms, and in the note what is not understood."""
    read_of = list(offices(line.rest))
    strange = [piece for piece in read_of if isinstance(piece, str)]
    findings += [
        said(where, line.number, "office", f"{line.name}: “{piece[:80]}” is kept in the note only") for piece in strange
    ]
    notes = [line.rest] if strange else []
    notes += [f"In the volume: {line.key}"] if line.key else []
    name = person(line.name, "en")
    held = tuple(piece for piece in read_of if isinstance(piece, Office))
    return Entity(ident((name,), "person"), "person", "", (name,), offices=held, note="\n".join(notes))


def refer(found: dict[str, Entity], line: Line, where: str, findings: list[Finding]) -> None:
    """Add a name that only refers to another as a form of that one's."""
    wanted = sorted(plain(line.see).split("-"))
    key = next(
        (k for k, e in found.items() if line.see == k or sorted(plain(e.names[0].text).split("-")) == wanted), ""
    )
    if key:
        found[key] = replace(found[key], names=(*found[key].names, person(line.name, "en", "variant")))
    else:
        findings.append(said(where, line.number, "see", f"{line.name} refers to {line.see}, who is not in the list"))
