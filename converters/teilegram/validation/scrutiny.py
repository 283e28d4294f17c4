"""Refuse in a schema what is no Schematron, what points nowhere, and what reads anything but the document.

Rules are somebody else's code.  They may look at the document they are given and at nothing else: not at other
files, not at the network, not at the environment.  Saxon is told so as well (`transform.processor`); here it is said
in one line, at the place in the schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from teilegram.model import TeilegramError

ISO = "http://purl.oclc.org/dsdl/schematron"
SCH = f"{{{ISO}}}"
XSLT = "http://www.w3.org/1999/XSL/Transform"
XSL = f"{{{XSLT}}}"
AT = "{tag:teilegram,2026:schematron}at"
"""The stamp that says where an element comes from: file and line."""

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


def check(element: etree._Element, schema: etree._Element) -> None:
    """Refuse what is no Schematron, what points nowhere, and what reads anything but the document."""
    name = etree.QName(element)
    if name.namespace == XSLT:
        check_instruction(element, name.localname, top=element.getparent() is schema)
    elif name.namespace == ISO:
        check_element(element, name.localname, schema)
    check_reading(element, schema)


def check_reading(element: etree._Element, schema: etree._Element) -> None:
    """Refuse an expression that calls a function which reads more than the document."""
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
    parent = element.getparent()
    if name == "rule" and (parent is None or parent.tag != f"{SCH}pattern"):
        raise wrong(element, "a rule stands in no pattern; put it into one")
    for key in NEEDED.get(name, ()):
        if element.get(key) is None and not (key == "context" and element.get("abstract") == "true"):
            raise wrong(element, f"the {name} has no {key}; add it")
    if name == "extends" and turns_back(element):
        raise wrong(element, f"the rule “{element.get('rule')}” extends itself; take this out")
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


NEEDED = {
    "active": ("pattern",),
    "assert": ("test",),
    "let": ("name",),
    "ns": ("prefix", "uri"),
    "param": ("name", "value"),
    "report": ("test",),
    "rule": ("context",),
    "value-of": ("select",),
}


def turns_back(extends: etree._Element) -> bool:
    """Say whether what an abstract rule extends leads to that rule again."""
    root = extends.getroottree()
    start = extends.getparent()
    seen, waiting = set(), [extends.get("rule")]
    while waiting:
        ident = waiting.pop()
        if ident in seen:
            continue
        seen.add(ident)
        for rule in root.iter(f"{SCH}rule"):
            if rule.get("id") == ident and rule.get("abstract") == "true":
                waiting.extend(further.get("rule") for further in rule.iterchildren(f"{SCH}extends"))
    return start is not None and start.get("abstract") == "true" and start.get("id") in seen


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
