"""Grammars: RELAX NG in its XML syntax becomes patterns, element by element as they are needed.

What is not read (include, externalRef, nested grammars) is left to libxml2: `NotRead` says so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, reduce
from pathlib import Path

from lxml import etree

from teilegram.resources import folder
from teilegram.transform import read_xml
from teilegram.validation.datatype import RNG
from teilegram.validation.names import Names
from teilegram.validation.pattern import EMPTY, NONE, TEXT, Leaf, Pattern, choice, group, interleave, leaf, more

NAME_CLASSES = ("name", "anyName", "nsName")


class NotRead(Exception):  # noqa: N818 - what is not read is no error
    """The grammar uses something that only libxml2 reads here."""


class Grammar:
    """A grammar: where it starts, and all its elements."""

    def __init__(self, root: etree._Element) -> None:
        """Index the definitions; raises NotRead."""
        if any(True for _ in root.iter(*(f"{{{RNG}}}{n}" for n in ("include", "externalRef", "parentRef")))):
            raise NotRead
        self.defines: dict[str, list[etree._Element]] = {}
        for define in root.iter(f"{{{RNG}}}define", f"{{{RNG}}}start"):
            self.defines.setdefault(define.get("name", ""), []).append(define)
        if root.tag == f"{{{RNG}}}grammar" and any(True for _ in root.iterdescendants(f"{{{RNG}}}grammar")):
            raise NotRead
        self._made: dict[str, Pattern] = {}
        self._leaves: dict[etree._Element, Pattern] = {}
        self._root = root

    @property
    def start(self) -> Pattern:
        """The root element, or several."""
        return self.defined("") if self._root.tag == f"{{{RNG}}}grammar" else self.pattern(self._root)

    def elements(self) -> set[str]:
        """Name every element of the grammar."""
        return {name_class(e).local for e in self._root.iter(f"{{{RNG}}}element")} - {""}

    @cache  # noqa: B019 - a grammar lives as long as the process
    def parents(self, name: str) -> tuple[str, ...]:
        """Name the elements that may hold an element of this name."""
        holders: dict[str, None] = {}
        for node in self._root.iter(f"{{{RNG}}}element"):
            (holder,) = self.pattern(node).elements
            if holder.name and any(inside.name == name for inside in holder.content.elements):
                holders[holder.name] = None
        return tuple(holders)

    def defined(self, name: str) -> Pattern:
        """Give the pattern of a definition, or of all that are combined under its name."""
        if name not in self._made:
            parts = self.defines.get(name, [])
            join = interleave if any(p.get("combine") == "interleave" for p in parts) else choice
            self._made[name] = reduce(join, (self.grouped(p) for p in parts)) if parts else NONE
        return self._made[name]

    def grouped(self, node: etree._Element) -> Pattern:
        """Give the patterns inside a node, one after the other."""
        return reduce(group, [self.pattern(c) for c in inside(node)], EMPTY)

    def pattern(self, node: etree._Element) -> Pattern:
        """Give the pattern of a node."""
        kind = etree.QName(node).localname
        if kind in ("element", "attribute", "data", "value", "list"):
            if node not in self._leaves:
                self._leaves[node] = leaf(self.made(kind, node))
            return self._leaves[node]
        if kind == "ref":
            return self.defined(node.get("name", ""))
        if kind in ("choice", "interleave"):
            parts = [self.pattern(c) for c in inside(node)]
            return choice(*parts) if kind == "choice" else reduce(interleave, parts)
        return SHAPES[kind](self.grouped(node)) if kind in SHAPES else NONE

    def made(self, kind: str, node: etree._Element) -> Leaf:
        """Make the leaf of a node."""
        if kind == "element":
            return Leaf("element", name_class(node), lambda: self.grouped(node))
        if kind == "attribute":
            return Leaf("attribute", name_class(node), lambda: self.grouped(node) if inside(node) else TEXT)
        if kind == "list":
            return Leaf("list", None, lambda: self.grouped(node))
        library = inherited(node, "datatypeLibrary")
        if kind == "value":
            return Leaf("value", None, lambda: EMPTY, node.text or "", node.get("type", "token"))
        facets = tuple((p.get("name", ""), p.text or "") for p in node.findall(f"{{{RNG}}}param"))
        but = node.find(f"{{{RNG}}}except")
        refused = NONE if but is None else choice(*(self.pattern(c) for c in inside(but)))
        return Leaf("data", None, lambda: refused, accepts=(node.get("type", ""), library, facets))


SHAPES: dict[str, Callable[[Pattern], Pattern]] = {
    "group": lambda p: p,
    "optional": lambda p: choice(p, EMPTY),
    "zeroOrMore": lambda p: choice(more(p), EMPTY),
    "oneOrMore": more,
    "mixed": lambda p: interleave(p, TEXT),
    "text": lambda _: TEXT,
    "empty": lambda _: EMPTY,
}


def inside(node: etree._Element) -> list[etree._Element]:
    """List the patterns inside a node: not its name, not annotations of other namespaces."""
    names = [f"{{{RNG}}}{n}" for n in NAME_CLASSES]
    found = [c for c in node.iterchildren(f"{{{RNG}}}*") if c.tag not in names]
    return (
        found[1:]
        if found and node.get("name") is None and found[0].tag == f"{{{RNG}}}choice" and named(node, found[0])
        else found
    )


def named(node: etree._Element, first: etree._Element) -> bool:
    """Tell whether the choice at the beginning of an element or attribute is one of names."""
    if etree.QName(node).localname not in ("element", "attribute"):
        return False
    return all(c.tag in {f"{{{RNG}}}{n}" for n in (*NAME_CLASSES, "choice")} for c in first.iterchildren(f"{{{RNG}}}*"))


def name_class(node: etree._Element) -> Names:
    """Read the names of an element or attribute; an attribute's name is in no namespace unless it says so."""
    said = node.get("name")
    if said is None:
        return names(next(c for c in node.iterchildren(f"{{{RNG}}}*")))
    space = node.get("ns", "") if node.tag == f"{{{RNG}}}attribute" else inherited(node, "ns")
    return qualified(said.strip(), node, space)


def qualified(said: str, node: etree._Element, space: str) -> Names:
    """Resolve a name that may have a prefix."""
    prefix, _, local = said.rpartition(":")
    if prefix == "xml":
        return Names("http://www.w3.org/XML/1998/namespace", local)
    return Names(node.nsmap.get(prefix, "") if prefix else space, local)


def names(node: etree._Element) -> Names:
    """Read a name class."""
    kind = etree.QName(node).localname
    if kind == "name":
        return qualified((node.text or "").strip(), node, inherited(node, "ns"))
    if kind == "choice":
        return Names(either=tuple(names(c) for c in node.iterchildren(f"{{{RNG}}}*")))
    but = tuple(names(c) for e in node.iterchildren(f"{{{RNG}}}except") for c in e.iterchildren(f"{{{RNG}}}*"))
    return Names(None if kind == "anyName" else inherited(node, "ns"), but=but)


def inherited(node: etree._Element, name: str) -> str:
    """Give an attribute of a node or of the nearest that has it."""
    found: etree._Element | None = node
    while found is not None and found.get(name) is None:
        found = found.getparent()
    return "" if found is None else found.get(name, "")


@cache
def read_grammar(path: Path | None = None) -> Grammar:
    """Read a grammar once; without a path, the project's own."""
    return Grammar(read_xml(path or folder("schema") / "teilegram.rng"))
