"""The engine of the rules: each feature of ISO Schematron in a case, SchXslt as oracle, and what rules must not do.

A case is a folder: schema.sch, document.xml, perhaps phase.txt, and expected.txt with a line for each finding: its
place, the rule, how bad it is, and what is said.
"""

import os
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

import schxslt
from teilegram.model import TeilegramError
from teilegram.transform import read_xml
from teilegram.validation.schematron import embedded, message_of, results, schematron, severity_of

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "tests" / "schematron").iterdir())
EDITION = sorted((ROOT / "tei").glob("*.xml"))
OURS = ROOT / "schema" / "teilegram.sch"
SCHEMA = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" queryBinding="xslt3">{}</schema>'
RULE = '<pattern id="p"><rule context="{}" id="r">{}</rule></pattern>'


def phase_of(case):
    path = case / "phase.txt"
    return path.read_text(encoding="utf-8").strip() if path.is_file() else "#DEFAULT"


def line(found):
    return "\t".join((found.get("location"), found.get("rule"), severity_of(found), message_of(found)))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_case(case, request):
    found = results(read_xml(case / "document.xml"), case / "schema.sch", phase_of(case))
    text = "".join(f"{line(item)}\n" for item in found)
    if request.config.getoption("--save-golden"):
        (case / "expected.txt").write_text(text, encoding="utf-8")
    assert text == (case / "expected.txt").read_text(encoding="utf-8")


# -- SchXslt finds the same ------------------------------------------------------------------------------------------

OWN_WAY = {
    "error-in-let": "SchXslt stops at an error",
    "error-in-test": "SchXslt stops at an error",
    "let-at-every-level": "SchXslt wants every variable to have a name of its own",
    "subject": "SchXslt locates the context",
    "xpath-binding": "SchXslt knows xslt2 and xslt3 only",
    "xsl-variable": "SchXslt drops a global xsl:variable",
    "xslt1-binding": "SchXslt for XSLT 2 knows xslt2 and xslt3 only",
}


@pytest.fixture(scope="session")
def oracle():
    if not schxslt.PACKAGE.is_dir():
        if os.environ.get("CI"):
            pytest.fail("SchXslt is not in .cache; `make test` puts it there, with npm")
        pytest.skip("SchXslt is not in .cache; `make test` puts it there, with npm")
    return schxslt


def ours(root, path, phase="#DEFAULT"):
    """What `oracle.findings` gives, by our engine."""
    found = results(root, path, phase)
    return sorted((item.get("location"), schxslt.words(item.find("message"))) for item in found)


@pytest.mark.parametrize("case", [c for c in CASES if c.name not in OWN_WAY], ids=lambda c: c.name)
def test_schxslt_agrees_on_a_case(case, oracle):
    root = read_xml(case / "document.xml")
    theirs = oracle.findings(oracle.compiled(case / "schema.sch", phase_of(case)), root)
    assert ours(root, case / "schema.sch", phase_of(case)) == theirs


GRAMMARS = ("tei_all.rng", "tei_lite.rng")


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_schxslt_agrees_on_the_rules_that_tei_embeds(grammar, oracle):
    """Its own examples, our edition, and a document that breaks as many of the rules as can be broken in one."""
    path = oracle.PACKAGE / "tests" / "rng" / grammar
    theirs = oracle.compiled(oracle.extracted(path))
    found = 0
    for name in (
        *sorted((oracle.PACKAGE / "tests" / "tei").glob("*.xml")),
        *EDITION,
        ROOT / "tests" / "broken-tei.xml",
    ):
        root = read_xml(name)
        expected = oracle.findings(theirs, root)
        assert ours(root, path) == expected, name
        found += len(expected)
    assert found > (60 if grammar == "tei_all.rng" else 15)


BREAKS = (
    ('resp="#trans"', 'resp="#nobody"'),
    ('rendition="#', 'rendition="#nothing #'),
    ('ana="#', 'ana="#no-'),
    (' cert="high"', ' cert="high" calendar="#no"'),
    ('target="#', 'target="#no'),
    ("<body", '<body xml:id="trans"'),
    ('resp="#trans"', ""),
    ('when="1962', 'notBefore="1963" notAfter="1962'),
    ("Moscow", "[Moscow] and"),
    ('xml:lang="en"', 'xml:lang="ru"'),
    ("editorialDecl", "samplingDecl"),
    (' unit="', ' n="'),
    (' reason="', ' n="'),
)


@pytest.mark.parametrize("break_", [None, *BREAKS], ids=lambda b: b[1] if b else "whole")
@pytest.mark.parametrize("name", EDITION, ids=lambda p: p.stem)
def test_schxslt_agrees_on_our_own_rules(name, break_, oracle, tmp_path):
    text = name.read_text(encoding="utf-8")
    (tmp_path / "x.xml").write_text(text.replace(*break_) if break_ else text, encoding="utf-8")
    try:
        root = read_xml(tmp_path / "x.xml")
    except TeilegramError:
        pytest.skip("no longer well-formed")
    expected = oracle.findings(our_rules(), root)
    assert ours(root, OURS) == expected
    assert bool(expected) <= bool(break_)


@cache
def our_rules():
    return schxslt.compiled(OURS)


# -- What a schema may not do, and what is wrong with one ------------------------------------------------------------


def written(folder, body, name="rules.sch"):
    path = folder / name
    path.write_text(SCHEMA.format(body), encoding="utf-8")
    return path


def said(path, phase=None):
    with pytest.raises(TeilegramError) as error:
        list(schematron(etree.fromstring("<letter><p>secret.xml</p></letter>"), "x.xml", path, phase))
    assert "\n" not in str(error.value)
    return str(error.value).removeprefix(str(path))


FILE = "concat('file://', '{}')"
FN = "http://www.w3.org/2005/xpath-functions"
READERS = (
    "doc({})",
    "fn:doc({})",
    f"Q{{{{{FN}}}}}doc({{}})",
    "other:doc({})",
    "doc (: so :) ({})",
    "({}) => doc()",
    "{} ! doc(.)",
    "doc#1({})",
    "doc(?)({})",
    "document({})",
    "doc-available({})",
    "unparsed-text({})",
    "unparsed-text-lines({})",
    "unparsed-text-available({})",
    "json-doc({})",
    "collection({})",
    "uri-collection({})",
    "environment-variable('PATH')",
    "available-environment-variables()",
    "transform(map {{ 'stylesheet-location': {} }})",
    "load-xquery-module('x', map {{ 'location-hints': {} }})",
    f"function-lookup(QName('{FN}', 'doc'), 1)({{}})",
    "parse-xml('&lt;!DOCTYPE a SYSTEM &quot;file:///etc/passwd&quot;&gt;&lt;a/&gt;')",
)
NAMESPACES = f'<ns prefix="other" uri="{FN}"/>'


def expression(text, folder):
    secret = folder / "secret.xml"
    secret.write_text("<secret>word</secret>", encoding="utf-8")
    return text.format(FILE.format(secret))


PLACES = (
    RULE.format("p", '<report test="{}">x</report>'),
    RULE.format("p", '<report test="true()"><value-of select="{}"/></report>'),
    RULE.format("p[{}]", '<report test="true()">x</report>'),
    RULE.format("p", '<let name="x" value="{}"/><report test="$x">x</report>'),
    '<let name="x" value="{}"/>' + RULE.format("p", '<report test="$x">x</report>'),
    '<xsl:variable name="x" select="{}"/>' + RULE.format("p", '<report test="$x">x</report>'),
    '<xsl:variable name="x" expand-text="yes">it\'s {{{}}} isn\'t</xsl:variable>' + RULE.format("p", "<p/>"),
    '<let name="x"><a xmlns="" b="it\'s {{{}}}"/></let>' + RULE.format("p", '<report test="$x/a/@b">x</report>'),
    RULE.format("p", '<report test="true()"><xsl:value-of select="{}"/></report>'),
    '<pattern abstract="true" id="a"><rule context="p"><report test="$e">x</report></rule></pattern>'
    '<pattern is-a="a"><param name="e" value="{}"/></pattern>',
    '<pattern abstract="true" id="a"><rule context="p"><report test="do$e(\'a.xml\')">{:.0}x</report></rule></pattern>'
    '<pattern is-a="a"><param name="e" value="c"/></pattern>',
)


@pytest.mark.parametrize("reader", READERS)
def test_a_rule_that_reads_is_refused_at_its_line(reader, tmp_path):
    path = written(tmp_path, NAMESPACES + PLACES[0].format(expression(reader, tmp_path)))
    message = said(path)
    assert message.startswith(":1: ")
    assert "reads more than the document" in message


@pytest.mark.parametrize("place", PLACES)
def test_wherever_it_stands(place, tmp_path):
    assert "reads more than the document" in said(written(tmp_path, place.format(expression("doc({})", tmp_path))))


@pytest.mark.parametrize("reader", READERS)
def test_the_processor_of_rules_reads_nothing_either(reader, tmp_path):
    """As if the check did not see it."""
    from teilegram.transform import compiled, run

    text = (
        f'<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:other="{FN}"><xsl:template match="/">'
        f'<out><xsl:sequence select="string-join({expression(reader, tmp_path)})"/></out></xsl:template></xsl:stylesheet>'
    )
    try:
        result = run(compiled(text, "x"), etree.fromstring("<a/>"), "x", sealed=True)
    except TeilegramError:
        return
    assert etree.fromstring(result.encode()).text in (None, "false")


@pytest.mark.parametrize(
    "instruction",
    [
        '<xsl:import href="a.xsl"/>',
        '<xsl:include href="a.xsl"/>',
        '<xsl:use-package name="urn:a"/>',
        '<xsl:template match="/"/>',
        '<xsl:output method="text"/>',
        '<xsl:function name="f:f" xmlns:f="f"><xsl:result-document href="out.xml"/></xsl:function>',
        '<xsl:function name="f:f" xmlns:f="f"><xsl:source-document href="out.xml"/></xsl:function>',
        '<xsl:function name="f:f" xmlns:f="f"><xsl:evaluate xpath="\'1\'"/></xsl:function>',
        '<xsl:function name="f:f" xmlns:f="f"><xsl:message>x</xsl:message></xsl:function>',
    ],
)
def test_an_instruction_that_is_not_for_rules_is_refused(instruction, tmp_path):
    assert "is not for rules" in said(written(tmp_path, instruction + RULE.format("p", "<report test='1'>x</report>")))


def test_a_shadow_attribute_is_refused(tmp_path):
    body = "<xsl:variable name='x' _select=\"{'do' || 'c(1)'}\"/>" + RULE.format("p", "<report test='$x'>x</report>")
    assert "shadow attribute" in said(written(tmp_path, body))


@pytest.mark.parametrize("function", ["java:getenv('PATH')", "saxon:evaluate('1')", "file:read-text('x')"])
def test_an_extension_function_does_not_compile(function, tmp_path):
    spaces = (
        '<ns prefix="java" uri="java:java.lang.System"/><ns prefix="saxon" uri="http://saxon.sf.net/"/>'
        '<ns prefix="file" uri="http://expath.org/ns/file"/>'
    )
    assert "cannot be compiled" in said(
        written(tmp_path, spaces + RULE.format("p", f'<report test="{function}">x</report>'))
    )


@pytest.mark.parametrize(
    "test",
    [
        "contains(., 'see doc')",
        "self::document or doc",
        "document-node()",
        "mine:transform(.)",
        "@doc",
        "$doc",
        "@n[doc]",
    ],
)
def test_what_only_looks_like_reading_is_no_offence(test, tmp_path):
    body = (
        '<ns prefix="mine" uri="urn:mine"/><let name="doc" value="1"/>'
        '<xsl:function name="mine:transform" xmlns:mine="urn:mine"><xsl:param name="x"/><xsl:sequence select="$x"/></xsl:function>'
    )
    test = "self::document-node()" if test == "document-node()" else test
    path = written(tmp_path, body + RULE.format("p", f'<report test="{test}">x</report>'))
    list(schematron(etree.fromstring("<letter><p/></letter>"), "x.xml", path))


INCLUDING = '<include href="{}"/>' + RULE.format("p", "<report test='1'>x</report>")


@pytest.mark.parametrize(
    "href",
    [
        "../outside.sch",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1:9/a.sch",
        "//127.0.0.1/a.sch",
        "%2e%2e/outside.sch",
    ],
)
def test_nothing_is_included_from_outside_the_folder(href, tmp_path):
    (tmp_path / "outside.sch").write_text(SCHEMA.format(""), encoding="utf-8")
    (tmp_path / "in").mkdir()
    assert "outside the schema's folder" in said(written(tmp_path / "in", INCLUDING.format(href)))


def test_a_link_out_of_the_folder_is_outside(tmp_path):
    (tmp_path / "outside.sch").write_text(SCHEMA.format(""), encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.sch").symlink_to(tmp_path / "outside.sch")
    assert "outside the schema's folder" in said(written(tmp_path / "in", INCLUDING.format("link.sch")))


def test_what_is_included_is_checked_and_told_by_its_own_name(tmp_path):
    (tmp_path / "part.sch").write_text(
        '<pattern xmlns="http://purl.oclc.org/dsdl/schematron">\n<rule context="p">\n<assert test="doc(.)">x</assert></rule></pattern>'
    )
    message = said(written(tmp_path, '<include href="part.sch"/>'))
    assert message.startswith(f"{tmp_path / 'part.sch'}:3: doc()")


def test_files_that_include_one_another_are_refused(tmp_path):
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / f"{one}.sch").write_text(
            f'<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><include href="{other}.sch"/></pattern>'
        )
    assert "includes this file again" in said(written(tmp_path, '<include href="a.sch"/>'))


ASSERT = RULE.format("p", "<assert test='@n'>x</assert>")


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<pattern documents=\"'a.xml'\"/>", "never read"),
        ('<pattern is-a="none"/>', "names no abstract pattern"),
        (RULE.format("p", '<extends rule="none"/>'), "names no abstract rule"),
        ('<pattern><rule abstract="true" id="a"><extends rule="a"/></rule></pattern>', "extends itself"),
        ('<phase id="x"><active pattern="none"/></phase>' + ASSERT, "names no pattern"),
        (RULE.format("p", '<assert test="1" diagnostics="none">x</assert>'), "names no diagnostic"),
        (RULE.format("p", '<assert test="1" properties="none">x</assert>'), "names no property"),
        ("<group/>", "sch:group is not known"),
        ('<include href="missing.sch"/>', "cannot be read"),
        ("\n" + RULE.format("p", '\n<assert test="@n ((">x</assert>'), ":3: the rule cannot be compiled (XPST0003"),
        (RULE.format("none:p", '<assert test="1">x</assert>'), ":1: the rule cannot be compiled (XPST0081"),
        (RULE.format("p", '<assert test="$none">x</assert>'), ":1: the rule cannot be compiled (XPST0008"),
        (RULE.format("p", '\n<let name="x" value="none()"/>'), ":2: the rule cannot be compiled (XPST0017"),
        (RULE.format("p", '<assert test="1">\n<value-of select="]"/></assert>'), ":2: the rule cannot be compiled"),
        (RULE.format("ancestor::p", '<assert test="1">x</assert>'), ":1: the rule cannot be compiled (XTSE0340"),
        ("<rule context='p'/>", "a rule stands in no pattern"),
        ("<pattern><rule><assert test='1'>x</assert></rule></pattern>", "has no context"),
        ("<pattern><rule context='p'><assert>x</assert></rule></pattern>", "has no test"),
    ],
)
def test_what_is_wrong_with_a_schema_is_said_in_one_line(body, what, tmp_path):
    assert what in said(written(tmp_path, body))


def test_an_unknown_phase_names_those_there_are(tmp_path):
    path = written(tmp_path, '<phase id="quick"><active pattern="p"/></phase>' + ASSERT)
    assert said(path, "slow") == ": has no phase “slow”; choose one of quick, #ALL"


@pytest.mark.parametrize("binding", ["exslt", "xquery", "stx"])
def test_another_query_language_is_refused(binding, tmp_path):
    path = written(tmp_path, ASSERT)
    path.write_text(path.read_text().replace("xslt3", binding))
    assert f"asks for the query language “{binding}”" in said(path)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<a/>", "holds no Schematron rules"),
        ("<a", "is not well-formed XML"),
        ('<schema xmlns="http://www.ascc.net/xml/schematron"/>', "is Schematron 1"),
        ('<g xmlns:s="http://purl.oclc.org/dsdl/schematron"><s:assert test="1">x</s:assert></g>', "outside a rule"),
        (
            '<g xmlns:s="http://purl.oclc.org/dsdl/schematron"><s:ns prefix="a" uri="b"/><s:ns prefix="a" uri="c"/><s:pattern/></g>',
            "use another",
        ),
    ],
)
def test_what_is_no_schema_is_said_in_one_line(text, what, tmp_path):
    (tmp_path / "x.sch").write_text(text, encoding="utf-8")
    assert what in said(tmp_path / "x.sch")


def test_a_message_has_the_line_of_its_element_and_its_severity():
    case = ROOT / "tests" / "schematron" / "roles"
    root = read_xml(case / "document.xml")
    found = list(schematron(root, "x.xml", case / "schema.sch"))
    assert {f.line for f in found} == {1}
    assert [f.severity for f in found][:3] == ["review", "review", "error"]


def test_rules_that_a_grammar_embeds_become_one_schema(tmp_path):
    (tmp_path / "g.rng").write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:s="http://purl.oclc.org/dsdl/schematron">'
        '<s:ns prefix="t" uri="urn:t"/><s:let name="most" value="2"/><define name="d"><element name="p" ns="urn:t">'
        '<s:ns prefix="t" uri="urn:t"/><s:pattern><s:rule context="t:p"><s:report test="count(*) gt $most">many</s:report>'
        '</s:rule></s:pattern><s:rule context="t:q"><s:report test="true()">bare</s:report></s:rule><text/></element></define></grammar>'
    )
    schema = embedded(tmp_path / "g.rng")
    assert [etree.QName(e).localname for e in schema] == ["ns", "let", "pattern", "pattern"]
    root = etree.fromstring('<p xmlns="urn:t"><a/><a/><q/></p>')
    assert [f.message for f in schematron(root, "x.xml", tmp_path / "g.rng")] == ["many", "bare"]
