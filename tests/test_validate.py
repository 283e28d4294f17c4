"""Validation as editors meet it: what a message says, which schema is meant, reports, bad input, large files."""

import json
import pickle
import re
import shutil
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from lxml import etree

import teilegram
from teilegram.cli import main
from teilegram.transform import read_xml
from teilegram.validation import keep
from teilegram.validation.grammar import read_grammar
from teilegram.validation.judge import Judge
from teilegram.validation.nearest import tei_elements
from teilegram.validation.stream import Reader, chunks_of
from teilegram.validation.watch import watched

ROOT = Path(__file__).parents[1]
LETTER = ROOT / "tei" / "004_1d738067b8da55d1-2.xml"
NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


@pytest.fixture
def place(tmp_path):
    shutil.copytree(ROOT / "tei" / "authority", tmp_path / "authority")
    return tmp_path


def altered(place, old, new, *, last=False):
    """Write the letter with one thing changed; give the path, and line and column of the change."""
    text = LETTER.read_text(encoding="utf-8")
    at = text.rindex(old) if last else text.index(old)
    changed = text[:at] + new + text[at + len(old) :]
    (place / "x.xml").write_text(changed, encoding="utf-8")
    return place / "x.xml", (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


@pytest.mark.parametrize(
    ("old", "new", "says", "does"),
    [
        (
            "<dateline",
            "<personna/><dateline",
            "`<personna>` is not TEI; did you mean `<persName>`?",
            "Write `<persName>`",
        ),
        ("<dateline", "<persona/><dateline", "`<persona>` is TEI, but not in this schema; did you mean", "Write"),
        ("<dateline", "<listPerson/><dateline", "`<listPerson>` is not allowed in `<closer>`", "Move it into"),
        ("<dateline", "<qqq/><dateline", "`<qqq>` is not TEI", "Remove its tags"),
        ("<resp>", "<respp>", "", ""),
        ('reason="editorial"', 'reason="editorail"', "did you mean “editorial”?", 'Write reason="editorial"'),
        ('reason="editorial"', 'raeson="editorial"', "@raeson is not an attribute of `<gap>`", "Write @reason"),
        (' unit="section"', "", "`<gap>`", ""),
        (
            'unit="section"',
            'unit="section" extent="unknown"',
            "@extent cannot stand on `<gap>` beside",
            "Remove @extent",
        ),
        ("<publicationStmt>", "words <publicationStmt>", "text (“words”) is not allowed directly in `<fileDesc>`", ""),
        ('xml:id="trans"', 'xml:id="teilegram"', "the identifier “teilegram” is here twice", "xml:id of its own"),
        (
            'persons.xml#gromyko-andrei"',
            'persons.xml#gromyko-andrey"',
            "did you mean authority/persons.xml#gromyko-andrei",
            "",
        ),
        (
            "authority/persons.xml#gromyko-andrei",
            "none.xml#x",
            "a pointer leads to none.xml, which is not there",
            "Put the file at",
        ),
    ],
)
def test_a_message_says_what_and_what_to_do(place, old, new, says, does):
    path, _ = altered(place, old, new)
    found = teilegram.validate(path)
    assert found
    assert says in found[0].message or any(says in f.message for f in found), found[0]
    assert any(does in f.advice for f in found)


@pytest.mark.parametrize("attribute", ["resp", "rendition"])
def test_line_and_column_are_those_of_the_element(place, attribute):
    """One of several elements of a name on one line: the one that is wrong."""
    text = LETTER.read_text(encoding="utf-8")
    tag = list(re.finditer(rf'<supplied[^>]*? {attribute}="([^"]+)"', text))[4]
    (place / "x.xml").write_text(text[: tag.start(1)] + "#nobody" + text[tag.end(1) :], encoding="utf-8")
    found = teilegram.validate(place / "x.xml")
    where = (text.count("\n", 0, tag.start()) + 1, tag.start() - text.rfind("\n", 0, tag.start()))
    assert {(f.line, f.column) for f in found} == {where}
    assert len(found) == 1, "a rule and the check of pointers say it once"


def test_findings_behind_line_65535_have_their_line(place):
    text = LETTER.read_text(encoding="utf-8").replace("<titleStmt>", "\n" * 70000 + "<titleStmt>", 1)
    at = text.rindex('resp="#trans"')
    (place / "x.xml").write_text(text[:at] + 'resp="#nobody"' + text[at + 13 :], encoding="utf-8")
    assert teilegram.validate(place / "x.xml")[0].line == text.count("\n", 0, at) + 1


BAD = {
    "not-xml": (b"just a text", "is not XML", (1, 1)),
    "empty": (b"", "holds no element", (1, 1)),
    "truncated": (f"<TEI {NS}>\n <teiHeader>\n  <fileDesc>".encode(), "ends inside `<fileDesc>`", (3, 13)),
    "ampersand": (f"<TEI {NS}>\n <p>a & b</p></TEI>".encode(), "not well-formed", (2, 8)),
    "crossed": (f"<TEI {NS}>\n<p><hi>a</p></hi></TEI>".encode(), "`<hi>` of line 2 is still open", (2, 11)),
    "bomb": (b'<!DOCTYPE TEI [\n<!ENTITY a "x">\n<!ENTITY b "&a;&a;">]>\n<TEI>&b;</TEI>', "the entity “b”", (3, 12)),
    "external": (
        b'<!DOCTYPE TEI [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>\n<TEI>&xxe;</TEI>',
        "“xxe”, which would read file:///etc/passwd",
        None,
    ),
    "external-dtd": (
        b'<!DOCTYPE TEI SYSTEM "http://x.org/x.dtd"><TEI/>',
        "the document type “TEI” of http://x.org/x.dtd",
        None,
    ),
    "namespace": (b'<TEI xmlns="urn:other"/>', "is in the namespace urn:other", (1, 1)),
    "no-namespace": (b"\n <TEI/>", "is in no namespace", (2, 2)),
    "p4": (b"<TEI.2><teiHeader/></TEI.2>", "is TEI P4", (1, 1)),
    "p4-doctype": (b'<!DOCTYPE TEI.2 SYSTEM "tei2.dtd"><TEI.2/>', "is TEI P4", None),
    "html": (b"<html/>", "this is not TEI", (1, 1)),
    "binary": (bytes(range(256)) * 9, "is not", None),
    "utf-16": ("<html/>".encode("utf-16"), "this is not TEI", None),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_finding(tmp_path, name):
    data, says, where = BAD[name]
    (tmp_path / "x.xml").write_bytes(data)
    (found,) = teilegram.validate(tmp_path / "x.xml")
    assert says in found.message
    assert found.advice
    assert where is None or (found.line, found.column) == where


def test_a_folder_of_mixed_files_is_gone_through(place, capsys):
    for name, (data, _, _) in BAD.items():
        (place / f"{name}.xml").write_bytes(data)
    shutil.copy(LETTER, place / "good.xml")
    assert main(["validate", str(place)]) == 1
    said = capsys.readouterr().out
    assert all(f"{place / name}.xml\n" in said for name in BAD)
    assert f"{len(BAD) + 4} files, {len(BAD)} invalid, {len(BAD)} errors" in said


def test_the_schema_that_a_file_names_is_found_beside_it_and_never_fetched(place):
    text = LETTER.read_text(encoding="utf-8")
    (place / "x.xml").write_text(text.replace("../schema/teilegram.rng", "https://example.org/my.rng"))
    (found,) = teilegram.validate(place / "x.xml")
    assert (found.rule, found.line) == ("schema.missing", 2)
    assert "never fetched" in found.message
    (place / "x.xml").write_text(text.replace("../schema/teilegram.rng", "my.rng"))
    assert "is not there" in teilegram.validate(place / "x.xml")[0].message
    (place / "my.rng").write_text(
        f'<element name="TEI" ns="{etree.QName(read_xml(LETTER)).namespace}" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
    )
    assert teilegram.validate(place / "x.xml")[0].rule == "grammar.element"
    assert main(["validate", str(place / "x.xml"), "--against", "teilegram"]) == 0


def test_a_schema_and_rules_of_ones_own(tmp_path, capsys):
    (tmp_path / "my.rng").write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="note"><optional><attribute name="n"/></optional><text/></element></start></grammar>'
    )
    (tmp_path / "my.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><pattern><rule context="note"><assert id="numbered" test="@n">Number it.</assert></rule></pattern></schema>'
    )
    (tmp_path / "x.xml").write_text("<note>x</note>")
    own = ["validate", str(tmp_path / "x.xml"), "--schema", str(tmp_path / "my.rng")]
    assert main(own) == 0
    assert main([*own, "--schematron", str(tmp_path / "my.sch")]) == 1
    assert "x.xml:1:1: error: Number it. [numbered]" in capsys.readouterr().out
    assert main(["validate", str(tmp_path / "x.xml"), "--schema", str(tmp_path / "no.rng")]) == 2
    assert main([*own, "--schematron", str(tmp_path / "no.sch")]) == 2


def test_tei_all_is_looked_for_and_asked_for(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TEILEGRAM_TEI_ALL", raising=False)
    assert main(["validate", str(LETTER), "--against", "tei_all"]) == 2
    assert "$TEILEGRAM_TEI_ALL" in capsys.readouterr().err
    known = ROOT / ".cache" / "tei_all.rng"
    if not known.is_file():
        pytest.skip("tei_all.rng is not in .cache; `make test` puts it there")
    monkeypatch.setenv("TEILEGRAM_TEI_ALL", str(known))
    assert main(["validate", str(ROOT / "tei"), "--against", "tei_all"]) == 0
    assert set(read_grammar(known).elements()) <= tei_elements() | {"egXML"}


def test_no_file_from_outside_is_read_for_a_pointer(place, monkeypatch):
    path, _ = altered(place, "authority/persons.xml#gromyko-andrei", "https://example.org/persons.xml#x")
    opened = []
    monkeypatch.setattr("socket.socket.connect", lambda *_: opened.append(1))
    assert teilegram.validate(path) == []
    (place / "evil.xml").write_text('<!DOCTYPE a [<!ENTITY x SYSTEM "/etc/passwd">]><a>&x;</a>')
    path, _ = altered(place, "authority/persons.xml#gromyko-andrei", "evil.xml#x")
    assert "cannot be read (declares the external entity" in teilegram.validate(path)[0].message
    assert not opened


def test_reports(place, capsys):
    path, (line, column) = altered(place, "<dateline", "<personna/><dateline")
    assert main(["validate", str(path)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == str(path)
    assert said[1].startswith(f"  {path}:{line}:{column}: error: `<personna>`")
    assert said[2].split(" | ")[1][said[3].index("^") - said[3].index("|") - 2 :].startswith("<personna/>")
    assert main(["validate", str(path), "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)["runs"][0]
    region = log["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], log["columnKind"]) == (line, column, "unicodeCodePoints")
    assert main(["validate", str(path), str(LETTER), "--format", "junit"]) == 1
    suite = etree.fromstring(capsys.readouterr().out)
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert f"{path}:{line}:{column}" in suite.findtext("testcase/failure")
    assert main(["validate", str(path), "--format", "json"]) == 1
    (first, *_) = json.loads(capsys.readouterr().out)["findings"]
    assert {"expected", "advice", "path"} <= set(first)


def test_colours_are_for_terminals(place):
    from teilegram.validation.pretty import text

    path, _ = altered(place, "<dateline", "<personna/><dateline")
    found = teilegram.validate(path)
    assert "\x1b[31m" in text(found, [path], colour=True)
    assert "\x1b" not in text(found, [path])


@pytest.mark.parametrize("engine", ["lxml", "xmlschema"])
def test_the_xsd_may_explain(place, engine, monkeypatch, capsys):
    monkeypatch.setenv("XDG_CACHE_HOME", str(place / "cache"))
    path, (line, column) = altered(place, "<dateline", "<personna/><dateline")
    assert main(["validate", str(path), "--xsd-engine", engine, "--format", "json"]) == 1
    (first, *_) = json.loads(capsys.readouterr().out)["findings"]
    assert (first["rule"], first["line"]) == ("xsd", line)
    assert "TEI" in first["path"] or engine == "lxml"
    assert first["column"] == column or engine == "xmlschema"


def test_a_pickle_is_only_read_when_nobody_else_can_have_written_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "x.xsd").write_text("<x/>")
    keep.kept.cache_clear()
    assert keep.kept(tmp_path / "x.xsd", lambda _: "built") == "built"
    (cached,) = (tmp_path / "teilegram").glob("*.pickle")
    cached.write_bytes(pickle.dumps("from the cache"))
    for mode, folder, says in ((0o600, 0o700, "from the cache"), (0o666, 0o700, "built"), (0o600, 0o777, "built")):
        cached.chmod(mode)
        cached.parent.chmod(folder)
        keep.kept.cache_clear()
        cached.write_bytes(pickle.dumps("from the cache"))
        assert keep.kept(tmp_path / "x.xsd", lambda _: "built") == says
    cached.parent.chmod(0o700)
    cached.unlink()
    (tmp_path / "elsewhere").write_bytes(pickle.dumps("from a link"))
    cached.symlink_to(tmp_path / "elsewhere")
    keep.kept.cache_clear()
    assert keep.kept(tmp_path / "x.xsd", lambda _: "built") == "built"


def test_watch_yields_what_was_saved(tmp_path):
    (tmp_path / "a.xml").write_text("<a/>")
    (tmp_path / "b.xml").write_text("<b/>")
    todo = [
        lambda: None,
        lambda: (tmp_path / "b.xml").write_text("<b>more</b>"),
        lambda: (tmp_path / "c.xml").write_text("<c/>"),
        (tmp_path / "a.xml").unlink,
        lambda: (tmp_path / "b.xml").replace(tmp_path / "a.xml"),
    ]
    looks = watched([tmp_path], pause=lambda: todo.pop(0)())  # noqa: PLW0108 - each look does the next
    assert [[p.name for p in next(looks)] for _ in range(4)] == [["a.xml", "b.xml"], ["b.xml"], ["c.xml"], ["a.xml"]]


def test_watch_ends_with_the_last_status(place, monkeypatch, capsys):
    path, _ = altered(place, "<dateline", "<personna/><dateline")

    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("teilegram.validation.watch.time.sleep", stop)
    assert main(["validate", str(path), "--watch"]) == 1
    assert "1 invalid" in capsys.readouterr().out


def long(times, wrong=""):
    """Make a document with many paragraphs, and with something in one of them."""
    text = LETTER.read_text(encoding="utf-8")
    paragraph = re.search(r"\n *<p>(?:(?!</p>|xml:id|rendition).)*persName.*?</p>", text)[0]
    assert "xml:id" not in paragraph
    at = text.rindex("<closer")
    return text[:at] + paragraph * (times // 2) + wrong + paragraph * (times // 2) + text[at:]


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "<p><personna/></p>",
        "<head>late</head>",
        "<gap/>",
        "<p><date when='1962-13-01'>x</date></p>",
        "loose words",
        "<closer/><pb/>",
        "<list><head>x</head></list>",
        "<p><list><label>1</label><item>x</item><label>2</label></list></p>",
        "<note type='editorial'><p>x</p></note>",
        "<said><p>a</p>b<list><item/></list></said>",
        "<div type='section'/>",
    ],
)
def test_a_large_file_has_the_same_verdict_divided_and_undivided(place, wrong):
    path = place / "long.xml"
    path.write_text(long(1500, wrong), encoding="utf-8")
    assert path.stat().st_size > 1 << 20
    judge = Judge(read_grammar(), "x")
    Reader("x", judge).read(chunks_of(path))
    undivided = etree.RelaxNG(etree.parse(ROOT / "schema" / "teilegram.rng")).validate(read_xml(path).getroottree())
    assert judge.valid == undivided
    found = [f for f in teilegram.validate(path) if f.severity == "error"]
    assert bool(found) != undivided


def test_time_grows_with_the_file_and_memory_does_not(tmp_path):
    peaks = []
    for times in (1000, 8000):
        (tmp_path / "x.xml").write_text(long(times), encoding="utf-8")
        tracemalloc.start()
        judge = Judge(read_grammar(), "x")
        Reader("x", judge).read(chunks_of(tmp_path / "x.xml"))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert judge.valid
    assert peaks[1] < 2 * peaks[0]


def test_a_hundred_megabytes_are_validated_in_bounded_memory(place):
    path = place / "huge.xml"
    times = 100_000_000 // (len(long(20_000).encode()) // 20_000)
    path.write_text(long(times, "<p><personna/></p>"), encoding="utf-8")
    code = f"import teilegram; f = teilegram.validate({str(path)!r}); peak = next(l for l in open('/proc/self/status') if l.startswith('VmHWM')); print(len(f), f[0].line, int(peak.split()[1]) // 1024)"  # ru_maxrss would be the test run's own, which a child inherits
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300).stdout
    count, line, megabytes = map(int, said.split())
    text = path.read_text(encoding="utf-8")
    assert (count, line) == (1, text.count("\n", 0, text.index("<personna")) + 1)
    assert megabytes < 1000
    print(f"{path.stat().st_size >> 20} MB, {megabytes} MB of memory")
