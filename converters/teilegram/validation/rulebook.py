"""Read a Schematron schema: put in what it includes, gather what a grammar embeds, refuse what rules must not do.

Rules are somebody else's code.  They may look at the document they are given and at nothing else: not at other
files, not at the network, not at the environment.  Saxon is told so as well (`transform.processor`); here it is said
in one line, at the place in the schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from teilegram.model import TeilegramError
from teilegram.transform import XML, read_xml

ISO = "http://purl.oclc.org/dsdl/schematron"
SCH = f"{{{ISO}}}"
XSLT = "http://www.w3.org/1999/XSL/Transform"
XSL = f"{{{XSLT}}}"
AT = "{tag:teilegram,2026:schematron}at"
"""The stamp that says where an element comes from: file and line."""

OUTDATED = "{http://www.ascc.net/xml/schematron}schema"
BINDINGS = ("xslt", "xslt2", "xslt3", "xpath2", "xpath3", "xpath31")
KNOWN = re.compile(
    "active|assert|diagnostics?|dir|emph|extends|include|let|name|ns|p|param|pattern|phase|properties|property"
    "|report|rule|schema|span|title|value-of"
)
DECLARATIONS = ("function", "key", "param", "variable")
INSTRUCTIONS = re.compile(
    "analyze-string|attribute|break|catch|choose|copy|copy-of|document|element|fallback|for-each|for-each-group|if"
    "|iterate|map|map-entry|matching-substring|next-iteration|non-matching-substring|number|on-completion|otherwise"
    "|param|perform-sort|sequence|sort|text|try|value-of|variable|when"
)
READS = re.compile(
    r"(?:(?P<prefix>[\w.-]+):|Q\{(?P<uri>[^}]*)\}|(?<![\w.$@:-]))"
    r"(?P<name>doc|doc-available|document|collection|uri-collection|json-doc|unparsed-(?:text(?:-lines|-available)?|binary)"
    r"|environment-variable|available-environment-variables|transform|load-xquery-module|function-lookup"
    r"|parse-xml(?:-fragment)?|stream-available)\s*[(#]"
)
FUNCTIONS = "http://www.w3.org/2005/xpath-functions"
EXPRESSIONS = frozenset(("as", "context", "path", "select", "subject", "test", "value"))


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


def check(element: etree._Element, schema: etree._Element) -> None:
    """Refuse what is no Schematron, what points nowhere, and what reads anything but the document."""
    name = etree.QName(element)
    if name.namespace == XSLT:
        check_instruction(element, name.localname, top=element.getparent() is schema)
    elif name.namespace == ISO:
        check_element(element, name.localname, schema)
    for text in expressions(element):
        for found in READS.finditer(text):
            if standard(found["prefix"], found["uri"], element, schema):
                said = f"{found['name']}() reads more than the document, which rules must not; take it out"
                raise wrong(element, said)


def check_instruction(element: etree._Element, name: str, *, top: bool) -> None:
    """Refuse all of XSLT that is neither a declaration that rules may have nor an instruction inside one."""
    if name not in DECLARATIONS if top else not INSTRUCTIONS.fullmatch(name):
        raise wrong(element, f"xsl:{name} is not for rules, which look at their document only; take it out")
    if any(str(key).startswith("_") for key in element.attrib):
        raise wrong(element, f"xsl:{name} has a shadow attribute, which cannot be checked; write it plainly")


def check_element(element: etree._Element, name: str, schema: etree._Element) -> None:
    """Refuse an element of Schematron that is not known, is about other documents, or points nowhere."""
    if not KNOWN.fullmatch(name):
        raise wrong(element, f"sch:{name} is not known here; use the elements of ISO/IEC 19757-3:2016")
    if name == "pattern" and element.get("documents") is not None:
        raise wrong(element, "the pattern is about other documents (@documents), which are never read; take it out")
    for key, target in POINTERS.get(name, ()):
        idents = {item.get("id") for item in schema.iter(target.tag) if target.fits(item)}
        for ident in (element.get(key) or "").split():
            if ident not in idents and not (name == "schema" and ident == "#ALL"):
                raise wrong(element, f"{key}=“{ident}” names no {target.noun}; add it, or correct the name")


class Target:
    """What a pointer of the schema leads to."""

    def __init__(self, noun: str, name: str, abstract: bool | None = None) -> None:  # noqa: FBT001
        self.noun, self.tag, self.abstract = noun, SCH + name, abstract

    def fits(self, element: etree._Element) -> bool:
        """Say whether an element may be pointed at."""
        return self.abstract is None or (element.get("abstract") == "true") == self.abstract


POINTERS = {
    "schema": (("defaultPhase", Target("phase", "phase")),),
    "active": (("pattern", Target("pattern", "pattern", abstract=False)),),
    "pattern": (("is-a", Target("abstract pattern", "pattern", abstract=True)),),
    "extends": (("rule", Target("abstract rule", "rule", abstract=True)),),
    "assert": (("diagnostics", Target("diagnostic", "diagnostic")), ("properties", Target("property", "property"))),
    "report": (("diagnostics", Target("diagnostic", "diagnostic")), ("properties", Target("property", "property"))),
}


def expressions(element: etree._Element) -> Iterator[str]:
    """Yield the texts of an element that are run as XPath, or may hold some between braces."""
    foreign = not element.tag.startswith(SCH)
    yield from (str(value) for key, value in element.items() if foreign or key in EXPRESSIONS)
    if foreign or element.tag == f"{SCH}let":
        yield from (element.text or "", *(child.tail or "" for child in element))


def standard(prefix: str | None, uri: str | None, element: etree._Element, schema: etree._Element) -> bool:
    """Say whether a function's name is one of the standard's own, not one of the schema's."""
    if uri is not None:
        return uri.strip() == FUNCTIONS
    declared = {ns.get("uri") for ns in schema.iter(f"{SCH}ns") if ns.get("prefix") == prefix}
    return prefix in (None, "fn") or FUNCTIONS in (declared | {element.nsmap.get(prefix)})


def wrong(element: etree._Element, said: str) -> TeilegramError:
    """Make the one line that says where a schema is wrong, and what to do."""
    return TeilegramError(f"{element.get(AT) or '?'}: {said}")
