"""What a grammar allows, read out of RELAX NG, XSD and ODD in one shape: elements, their attributes and values.

`Attribute` is (required, values); values are None where any are allowed.
"""

import re
from typing import NamedTuple

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
XSD = "{http://www.w3.org/2001/XMLSchema}"
TEI = "{http://www.tei-c.org/ns/1.0}"


class Attribute(NamedTuple):
    required: bool
    values: frozenset[str] | None


class RelaxNG:
    """A RELAX NG grammar without includes, such as trang and the TEI write them."""

    def __init__(self, path):
        self.root = etree.parse(path).getroot()
        self.defines = {}
        for define in self.root.iter(RNG + "define"):
            self.defines.setdefault(define.get("name"), define)
        self.patterns = {}
        for element in self.root.iter(RNG + "element"):
            self.patterns.setdefault(element.get("name"), []).append(element)

    @property
    def elements(self):
        return frozenset(name for name in self.patterns if name)

    def attributes(self, element):
        """Attributes of an element; required is what every one of its patterns requires."""
        return united([self.inside(p) for p in self.patterns[element]])

    def inside(self, pattern):
        """Attributes of one pattern, not of the elements in it."""
        if not isinstance(pattern.tag, str):
            return {}
        kind = pattern.tag.replace(RNG, "")
        if kind == "attribute":
            return (
                {pattern.get("name"): Attribute(required=True, values=self.values(pattern))}
                if pattern.get("name")
                else {}
            )
        if kind == "ref":
            parts = [self.inside(p) for p in self.defines[pattern.get("name")] if p.tag != RNG + "element"]
        else:
            parts = [self.inside(p) for p in pattern if p.tag != RNG + "element"]
        if kind == "choice":
            return united(parts)
        made = {}
        for part in parts:
            made.update(part)
        if kind in ("optional", "zeroOrMore"):
            return {name: Attribute(required=False, values=a.values) for name, a in made.items()}
        return made

    def values(self, pattern):
        """The closed list of an attribute, or None."""
        found = set()
        for part in pattern.iter(RNG + "value", RNG + "data", RNG + "text", RNG + "list", RNG + "ref"):
            if part.tag == RNG + "value":
                found.add(part.text)
                continue
            inner = self.values(self.defines[part.get("name")]) if part.tag == RNG + "ref" else None
            if inner is None:
                return None
            found |= inner
        return frozenset(found) or None

    def children(self, element):
        """Elements that an element may hold, and #text."""
        found, seen = set(), set()

        def walk(pattern):
            for part in pattern:
                if not isinstance(part.tag, str) or part.tag == RNG + "attribute":
                    continue
                if part.tag == RNG + "element":
                    found.add(part.get("name"))
                elif part.tag in (RNG + "text", RNG + "data", RNG + "mixed", RNG + "value"):
                    found.add("#text")
                if part.tag == RNG + "ref" and part.get("name") not in seen:
                    seen.add(part.get("name"))
                    walk(self.defines[part.get("name")])
                elif part.tag != RNG + "element":
                    walk(part)

        for pattern in self.patterns[element]:
            walk(pattern)
        return found

    def inherited(self, element, removed):
        """Attributes that the TEI's own grammar gives an element, without what a customisation removed.

        In that grammar a class is a define `att.CLASS.attributes`, an attribute of it `att.CLASS.attribute.NAME`.
        """
        found = set()

        def walk(pattern, owner):
            for part in pattern.iter(RNG + "ref", RNG + "attribute"):
                name = part.get("name") or ""
                if part.tag == RNG + "attribute":
                    if name and name not in removed["attributes"].get(owner, ()):
                        found.add(name)
                elif match := re.fullmatch(r"(att\.[\w.-]+?)\.attributes", name):
                    if match[1] not in removed["classes"] and (owner or match[1] not in removed["members"]):
                        walk(self.defines[name], match[1])
                elif (match := re.fullmatch(r"(att\.[\w.-]+?)\.attribute\.[\w-]+", name)) and (
                    match[1] not in removed["classes"]
                ):
                    walk(self.defines[name], match[1])

        walk(self.patterns[element][0], None)
        return found - removed["attributes"][None]


def united(parts):
    """Attributes of alternatives: required where all require it, values of all."""
    made = {}
    for name in {name for part in parts for name in part}:
        have = [part[name] for part in parts if name in part]
        values = None if any(a.values is None for a in have) else frozenset().union(*(a.values for a in have))
        made[name] = Attribute(len(have) == len(parts) and all(a.required for a in have), values)
    return made


class Odd:
    """A customisation that lists all its elements and attributes."""

    def __init__(self, path):
        self.root = etree.parse(path).getroot()
        self.specs = {s.get("ident"): s for s in self.root.iter(TEI + "elementSpec")}
        self.macros = {s.get("ident"): s for s in self.root.iter(TEI + "macroSpec")}
        self.classes = {s.get("ident"): s for s in self.root.iter(TEI + "classSpec")}

    @property
    def included(self):
        return [n for m in self.root.iter(TEI + "moduleRef") for n in m.get("include", "").split()]

    @property
    def shared(self):
        """Values of the attributes that are described with their class."""
        return {
            a.get("ident"): self.closed(a)
            for spec in self.classes.values()
            for a in spec.iter(TEI + "attDef")
            if a.get("mode") != "delete"
        }

    @staticmethod
    def closed(attribute):
        values = attribute.find(f"{TEI}valList[@type='closed']")
        return None if values is None else frozenset(v.get("ident") for v in values)

    def attributes(self, element):
        return {
            a.get("ident"): Attribute(
                a.get("usage") == "req",
                self.shared.get(a.get("ident")) if len(a) == 0 else (self.closed(a) or self.shared.get(a.get("ident"))),
            )
            for a in self.specs[element].iterfind(f"{TEI}attList/{TEI}attDef")
            if a.get("mode") != "delete"
        }

    def removed(self, element):
        """What the customisation takes away from an element and from the classes."""
        spec = self.specs[element]
        deleted = {
            ident: {a.get("ident") for a in s.iter(TEI + "attDef") if a.get("mode") == "delete"}
            for ident, s in self.classes.items()
        }
        deleted[None] = {a.get("ident") for a in spec.iter(TEI + "attDef") if a.get("mode") == "delete"}
        return {
            "classes": {ident for ident, s in self.classes.items() if s.get("mode") == "delete"},
            "members": {m.get("key") for m in spec.iter(TEI + "memberOf") if m.get("mode") == "delete"},
            "attributes": deleted,
        }

    def added(self, element):
        """Attributes of a class that the customisation removes, given back to one element."""
        return {a.get("ident") for a in self.specs[element].iter(TEI + "attDef") if a.get("mode") == "add"}

    def children(self, element):
        found = set()

        def walk(content):
            for part in content.iter(TEI + "elementRef", TEI + "textNode", TEI + "dataRef", TEI + "macroRef"):
                if part.tag == TEI + "macroRef":
                    walk(self.macros[part.get("key")].find(TEI + "content"))
                else:
                    found.add(part.get("key") if part.tag == TEI + "elementRef" else "#text")

        walk(self.specs[element].find(TEI + "content"))
        return found

    def compiled(self):
        """A RELAX NG grammar of this customisation: one pattern for each element, as its content and attributes say."""
        grammar = etree.Element(
            RNG + "grammar",
            nsmap={None: RNG[1:-1]},
            ns=TEI[1:-1],
            datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes",
        )
        start = etree.SubElement(grammar, RNG + "start")
        etree.SubElement(start, RNG + "ref", name=self.root.find(f".//{TEI}schemaSpec").get("start"))
        for macro, spec in self.macros.items():
            content(etree.SubElement(grammar, RNG + "define", name=macro), list(spec.find(TEI + "content")))
        for element, spec in self.specs.items():
            pattern = etree.SubElement(etree.SubElement(grammar, RNG + "define", name=element), RNG + "element")
            pattern.set("name", element)
            for name, attribute in self.attributes(element).items():
                holder = pattern if attribute.required else etree.SubElement(pattern, RNG + "optional")
                holder = etree.SubElement(holder, RNG + "attribute", name=name)
                if attribute.values:
                    holder = etree.SubElement(holder, RNG + "choice")
                    for value in sorted(attribute.values):
                        etree.SubElement(holder, RNG + "value").text = value
                else:
                    self.datatype(holder, element, name)
            content(pattern, list(spec.find(TEI + "content")))
        return grammar

    def datatype(self, holder, element, name):
        """Write the datatype of an attribute, which may be described with its class."""
        places = [self.specs[element], *self.classes.values()]
        described = (p.find(f"{TEI}attList/{TEI}attDef[@ident='{name}']/{TEI}datatype") for p in places)
        datatype = next(d for d in described if d is not None)
        if datatype.get("maxOccurs") == "unbounded":
            holder = etree.SubElement(holder, RNG + "list")
            for _ in range(int(datatype.get("minOccurs")) - 1):
                content(holder, list(datatype))
            holder = etree.SubElement(holder, RNG + "oneOrMore")
        key = datatype[0].get("key")
        if key == "teidata.text":
            etree.SubElement(holder, RNG + "text")
        else:
            content(holder, list(self.root.find(f".//{TEI}dataSpec[@ident='{key}']/{TEI}content") if key else datatype))


OCCURS = {("1", "1"): None, ("0", "1"): "optional", ("0", "unbounded"): "zeroOrMore", ("1", "unbounded"): "oneOrMore"}
PATTERN = {"elementRef": "ref", "macroRef": "ref", "textNode": "text", "sequence": "group", "alternate": "choice"}


def content(holder, parts):
    """Write the content model of an ODD as patterns."""
    for part in parts:
        if not isinstance(part.tag, str):
            continue
        occurs = OCCURS[part.get("minOccurs", "1"), part.get("maxOccurs", "1")]
        at = etree.SubElement(holder, RNG + occurs) if occurs else holder
        kind = part.tag.replace(TEI, "")
        if kind == "dataRef":
            data(at, part)
            continue
        pattern = etree.SubElement(at, RNG + PATTERN.get(kind, kind))
        if pattern.tag == RNG + "ref":
            pattern.set("name", part.get("key"))
        content(pattern, list(part))


def data(holder, part):
    """Write a datatype with its facets."""
    pattern = etree.SubElement(holder, RNG + "data", type=part.get("name"))
    if part.get("restriction"):
        etree.SubElement(pattern, RNG + "param", name="pattern").text = part.get("restriction")
    for facet in part:
        etree.SubElement(pattern, RNG + "param", name=facet.get("name")).text = facet.get("value")
