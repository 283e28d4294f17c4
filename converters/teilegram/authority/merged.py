"""Two authority files become one: the first keeps its entries and identifiers, what the second has more is added.

Entries are one when they share a number of another authority, or a full name and nothing contradicts it.  Every such
decision is reported, and so is every contradiction; there the first file is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from teilegram.authority.check import Entry, read
from teilegram.authority.identifiers import patterns
from teilegram.authority.idents import form_key
from teilegram.authority.written import DECLARATION
from teilegram.model import Entity, Finding, TeilegramError
from teilegram.transform import TEI, XML, text_of

LISTS = {"person": "listPerson", "place": "listPlace", "org": "listOrg"}
ORDER = {
    "person": ("persName", "birth", "death", "floruit", "state", "affiliation", "occupation", "idno", "note"),
    "place": ("placeName", "location", "idno", "note"),
    "org": ("orgName", "idno", "note"),
}
"""What an entry holds, in the order in which something new is put in."""
ONCE = ("birth", "death", "floruit", "location")


@dataclass
class Base:
    """The entries of the first file by what identifies them."""

    entries: list[Entry]
    numbers: dict[tuple[str, str, str], Entry] = field(default_factory=dict)
    names: dict[tuple[str, str], list[Entry]] = field(default_factory=lambda: defaultdict(list))
    idents: dict[str, Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for entry in self.entries:
            self.enter(entry)

    def enter(self, entry: Entry) -> None:
        """Enter an entry under its numbers, full names and identifier."""
        one = entry.entity
        for number in one.idnos:
            if number[0] in patterns():
                self.numbers.setdefault((one.kind, *number), entry)
        for key in full_names(one):
            if entry not in self.names[one.kind, key]:
                self.names[one.kind, key].append(entry)
        self.idents.setdefault(one.ident, entry)


def merge(base: Path, proposed: Path) -> tuple[bytes, list[Finding]]:
    """Merge a file into another; give the TEI and what was decided.  Raises TeilegramError as `check` does."""
    wrong: list[Finding] = []
    known, new = (list(read(path, wrong)) for path in (base, proposed))
    if wrong:
        raise TeilegramError(f"{wrong[0].file}:{wrong[0].line}: {wrong[0].message}")
    if not new:
        raise TeilegramError(f"{proposed}: holds no person, place or org in the TEI namespace; give an authority file")
    if not known:
        raise TeilegramError(f"{base}: holds no person, place or org in the TEI namespace; give an authority file")
    root = known[0].item.getroottree().getroot()
    held = Base(known)
    findings: list[Finding] = []
    for entry in new:
        findings += taken_in(held, entry, root)
    return DECLARATION + etree.tostring(root.getroottree(), xml_declaration=False, encoding="UTF-8") + b"\n", findings


def full_names(one: Entity) -> Iterator[str]:
    """Yield the keys of the names that say who it is: of a person with surname and forename, else every name."""
    for name in one.names:
        is_full = bool(name.part("surname") and name.part("forename")) and not all(
            len(f.rstrip(".")) == 1 for f in name.part("forename")
        )
        if (is_full or one.kind != "person") and form_key(name) and name.kind != "short":
            yield form_key(name)


def taken_in(held: Base, entry: Entry, root: etree._Element) -> Iterator[Finding]:
    """Take in one entry: into the one that it is, or as a new one; yield what was decided."""
    one = entry.entity
    number = next((n for n in one.idnos if (one.kind, *n) in held.numbers), None)
    same = [held.numbers[one.kind, *number]] if number else named(held, one)
    if len(same) > 1:
        rivals = ", ".join(s.entity.ident for s in same)
        yield entry.said("merge", f"may be {rivals}; added as a new entry, decide and merge by hand")
    target = same[0] if len(same) == 1 else None
    clash = contradiction(target.entity, one) if target else ""
    if target and clash and not number:
        yield entry.said("merge", f"has a name of {target.entity.ident}, but {clash}; added as a new entry, decide")
        target = None
    if target:
        why = f"has the same {number[0]} {number[1]}" if number else "has an equal name"
        yield entry.said("merge", f"is merged into {target.entity.ident}: it {why}")
        if clash:
            yield entry.said("conflict", f"{clash}; {target.entity.ident} keeps its own, decide", "error")
        filled(target, entry)
        held.enter(Entry(target.file, target.line, target.item, one_with(target.entity, one)))
    else:
        yield from added(held, entry, root)


def named(held: Base, one: Entity) -> list[Entry]:
    """List the entries of the first file that have one of the names."""
    found = {s.entity.ident: s for key in full_names(one) for s in held.names.get((one.kind, key), ())}
    mine = {form_key(name) for name in one.names}
    twin = held.idents.get(one.ident)
    if twin and twin.entity.kind == one.kind and mine & {form_key(name) for name in twin.entity.names}:
        found[one.ident] = twin
    return list(found.values())


def contradiction(first: Entity, second: Entity) -> str:
    """Say what two entries contradict each other in, or nothing."""
    for label, one, other in (
        ("birth", first.birth, second.birth),
        ("death", first.death, second.death),
        ("sex", first.sex, second.sex),
    ):
        if one and other and not (one.startswith(other) or other.startswith(one)):
            return f"the {label} is {one} here and {other} there"
    mine = dict(first.idnos)
    for kind, value in second.idnos:
        if kind in patterns() and mine.get(kind, value) != value and (kind, value) not in first.idnos:
            return f"{kind} is {mine[kind]} here and {value} there"
    return ""


def one_with(first: Entity, second: Entity) -> Entity:
    """Give the second entity under the identifier of the first."""
    return replace(second, ident=first.ident)


def filled(target: Entry, entry: Entry) -> None:
    """Add to an entry what another says of the same person, and it does not."""
    kind = target.entity.kind
    have = {signature(child) for child in target.item}
    tags = {etree.QName(child).localname for child in target.item if isinstance(child.tag, str)}
    for child in entry.item:
        if not isinstance(child.tag, str) or signature(child) in have:
            continue
        tag = etree.QName(child).localname
        if (tag in ONCE and tag in tags) or tag not in ORDER[kind]:
            continue
        if tag == "idno" and child.get("type") in {n for n, _ in target.entity.idnos}:
            continue
        new = deepcopy(child)
        if new.get("type") == "main":
            new.set("type", "variant") if kind == "person" else new.attrib.pop("type")
        before = [c for c in target.item if position(c, kind) <= ORDER[kind].index(tag)]
        put(target.item, target.item.index(before[-1]) + 1 if before else 0, new)
        have.add(signature(child))
    if not target.item.get("sex") and entry.item.get("sex"):
        target.item.set("sex", str(entry.item.get("sex")))


def put(parent: etree._Element, at: int, new: etree._Element) -> None:
    """Put an element in its place on a line of its own, as its neighbours stand; nothing else of the file moves."""
    new.tail = parent.text
    if at and at == len(parent):
        new.tail, parent[-1].tail = parent[-1].tail, parent.text
    parent.insert(at, new)


def position(child: etree._Element, kind: str) -> int:
    """Give the place of a child in the order of an entry; a comment goes with what is before it."""
    tag = etree.QName(child).localname if isinstance(child.tag, str) else ""
    return ORDER[kind].index(tag) if tag in ORDER[kind] else 0


def signature(child: etree._Element) -> tuple[str, str, str]:
    """Give what two equal statements share: element, words, and dates; of names the words only."""
    tag = etree.QName(child).localname if isinstance(child.tag, str) else ""
    is_name = tag.endswith("Name")
    said = sorted((str(key), str(value)) for key, value in child.attrib.items() if "lang" not in str(key))
    dates = "" if is_name else " ".join(f"{key}={value}" for key, value in said)
    return tag, text_of(child), dates


def added(held: Base, entry: Entry, root: etree._Element) -> Iterator[Finding]:
    """Add a new entry at the end of its list, under an identifier that is free."""
    name, number = entry.entity.ident, 1
    while name in held.idents:
        number += 1
        name = f"{entry.entity.ident}-{number}"
    new = deepcopy(entry.item)
    new.tail = None
    new.set(f"{{{XML}}}id", name)
    if number > 1:
        yield entry.said("id", f"is another one than the {entry.entity.ident} of the first file; it becomes {name}")
    into = holder(root, entry.entity.kind)
    put(into, len(into), new)

    held.enter(Entry(entry.file, entry.line, new, replace(entry.entity, ident=name)))
    yield entry.said("merge", f"is added as {name}")


def holder(root: etree._Element, kind: str) -> etree._Element:
    """Give the list for a kind of entries; one is made where there is none."""
    found = next(root.iter(f"{{{TEI}}}{LISTS[kind]}"), None)
    if found is not None:
        return found
    other = next(root.iter(*(f"{{{TEI}}}{name}" for name in LISTS.values())), None)
    if other is None:
        raise TeilegramError(f"the first file has no {LISTS[kind]}; put its entries into one")
    made = etree.Element(f"{{{TEI}}}{LISTS[kind]}")
    parent = other.getparent()
    (other if parent is None else parent).append(made)
    return made
