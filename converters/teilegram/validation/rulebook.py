"""Read a Schematron schema: put in what it includes, or gather what a grammar embeds, and have it checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from teilegram.model import TeilegramError
from teilegram.transform import XML, read_xml
from teilegram.validation.scrutiny import AT, DECLARATIONS, ISO, SCH, XSL, check, wrong

OUTDATED = "{http://www.ascc.net/xml/schematron}schema"
BINDINGS = ("xslt", "xslt2", "xslt3", "xpath2", "xpath3", "xpath31")


def read_rules(path: Path) -> etree._Element:
    """Give the schema of a file, or the one that gathers what a grammar embeds; checked, and all in one piece."""
    root = read_xml(path)
    if root.tag == OUTDATED:
        raise TeilegramError(f"{path}:1: is Schematron 1; use ISO Schematron, in the namespace {ISO}")
    schema = root if root.tag == f"{SCH}schema" else gathered(root, path)
    complete(schema, path, path.resolve().parent, (path.resolve(),))
    binding = (schema.get("queryBinding") or "xslt").lower()
    if binding not in BINDINGS:
        said = f"asks for the query language “{binding}”; rules can be in {', '.join(BINDINGS)}"
        raise wrong(schema, said)
    for element in schema.iter(etree.Element):
        check(element, schema)
    return schema


def embedded(path: Path) -> etree._Element:
    """Gather the rules that a RELAX NG grammar embeds into one schema, as TEI's own grammars carry them.

    Grammars that it includes by reference are not looked into.
    """
    return gathered(read_xml(path), path)


def gathered(root: etree._Element, path: Path) -> etree._Element:
    """Make a schema of the namespaces, phases, variables, patterns and diagnostics that stand anywhere in a tree."""
    schema = etree.Element(f"{SCH}schema", queryBinding="xslt2", nsmap={"sch": ISO})
    parts: dict[str, list[etree._Element]] = {kind: [] for kind in ("ns", "xslt", "let", "phase", "pattern", "rest")}
    for element in root.iter(f"{SCH}*", *(XSL + name for name in DECLARATIONS)):
        parent = element.getparent()
        if parent is not None and parent.tag != f"{SCH}schema" and parent.tag.startswith((SCH, XSL)):
            continue
        name = etree.QName(element).localname
        if element.tag.startswith(XSL):
            parts["xslt"].append(lifted(element, path))
        elif name in ("ns", "let", "phase", "pattern"):
            parts[name].append(lifted(element, path))
        elif name in ("diagnostics", "properties"):
            parts["rest"].append(lifted(element, path))
        elif name == "rule":
            pattern = etree.Element(f"{SCH}pattern", {AT: f"{path}:{element.sourceline}"})
            pattern.append(lifted(element, path))
            parts["pattern"].append(pattern)
        elif name not in ("schema", "title", "p"):
            raise TeilegramError(f"{path}:{element.sourceline}: {name} stands outside a rule; put it into one")
    if not parts["pattern"]:
        raise TeilegramError(f"{path}:1: holds no Schematron rules; give a schema or a grammar that embeds some")
    schema.extend(bound(parts["ns"]))
    for kind in ("xslt", "let", "phase", "pattern", "rest"):
        schema.extend(parts[kind])
    return schema


def lifted(element: etree._Element, path: Path) -> etree._Element:
    """Copy an element, with what stands in it stamped by its place in the file it comes from."""
    stamp(element, path)
    copy = deepcopy(element)
    copy.tail = None
    return copy


def stamp(root: etree._Element, path: Path) -> None:
    """Write into every element where it comes from."""
    for element in root.iter(etree.Element):
        if AT not in element.attrib and element.tag.startswith((SCH, XSL)):
            element.set(AT, f"{path}:{element.sourceline}")


def bound(declarations: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Yield each namespace declaration once; a prefix cannot mean two things in one schema."""
    known: dict[str | None, str | None] = {}
    for ns in declarations:
        prefix, uri = ns.get("prefix"), ns.get("uri")
        if prefix not in known:
            known[prefix] = uri
            yield ns
        elif known[prefix] != uri:
            raise wrong(ns, f"the prefix {prefix} stands for {uri} here, and for {known[prefix]} before; use another")


def complete(root: etree._Element, path: Path, folder: Path, within: tuple[Path, ...]) -> None:
    """Put in, at their places, the parts of a schema that stand in other files of its folder."""
    stamp(root, path)
    for place in list(root.iter(f"{SCH}include", f"{SCH}extends")):
        if place.get("href") is None:
            continue
        part = fetched(place, path, folder, within)
        whole = place.tag == f"{SCH}include"
        parent = place.getparent()
        if parent is None or (whole and part.tag == f"{SCH}schema"):
            raise wrong(place, f"includes a whole schema ({place.get('href')}); name a part of it, as in FILE#ID")
        at = parent.index(place)
        new = [part] if whole else list(part)
        for item in new:
            item.tail = None
        parent[at : at + 1] = new


def fetched(place: etree._Element, path: Path, folder: Path, within: tuple[Path, ...]) -> etree._Element:
    """Read the part that an include or extends names, itself complete."""
    href = place.get("href") or ""
    name, _, ident = href.partition("#")
    target = (path.parent / unquote(name)).resolve() if name else path.resolve()
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", name) or not target.is_relative_to(folder):
        raise wrong(place, f"takes a part from {href}, outside the schema's folder; copy it into the folder")
    if name and target in within:
        raise wrong(place, f"includes {href}, which includes this file again; take one of the two away")
    root = read_xml(path.parent / unquote(name) if name else path)
    part = next((e for e in root.iter(etree.Element) if ident in (e.get("id"), e.get(f"{{{XML}}}id"))), None)
    found = part if ident else root
    if found is None:
        raise wrong(place, f"takes {href}, and there is no element with this id; correct it")
    complete(root, path.parent / unquote(name) if name else path, folder, (*within, target))
    return deepcopy(found)
