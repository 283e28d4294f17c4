"""Authority files: what is read of them, made of other formats, proposed, merged and found wrong."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import teilegram
from readback import rows
from teilegram.authority import load
from teilegram.authority.check import check
from teilegram.authority.importers import FORMATS, read
from teilegram.authority.importers.terms import offices
from teilegram.authority.merged import merge
from teilegram.authority.written import script, tei
from teilegram.cli import main
from teilegram.model import Office, TeilegramError

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "authority"
OWN = [ROOT / "tei" / "authority" / f"{name}.xml" for name in ("persons", "places", "orgs")]
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><standOff>{}</standOff></TEI>'


def written(path, *persons, kind="listPerson"):
    path.write_text(TEI.format(f"<{kind}>\n" + "\n".join(persons) + f"\n</{kind}>"), encoding="utf-8")
    return path


def person(ident, name, rest=""):
    return f'<person xml:id="{ident}"><persName type="main" xml:lang="en">{name}</persName>{rest}</person>'


EKMAN = "<surname>Ekman</surname>, <forename>Axel</forename>"


def test_everything_that_an_entry_says_is_read(tmp_path):
    path = written(
        tmp_path / "a.xml",
        person(
            "ekman",
            EKMAN,
            '<birth when="1881-03-04"/><death notBefore="1950" notAfter="1952"/><floruit from="1905" to="1940"/>'
            '<state type="office" from="1930-06" to="1932"><label>Minister, <orgName>Cabinet</orgName></label></state>'
            '<occupation>historian</occupation><affiliation from="1901"><orgName>Academy</orgName></affiliation>'
            '<idno type="URI">https://d-nb.info/gnd/118540238</idno><idno type="wikidata">Q937</idno><note>A note.</note>',
        ),
    )
    (one,) = load([path], tmp_path).entities
    assert (one.birth, one.death, one.floruit) == ("1881-03-04", "1950/1952", "1905/1940")
    assert one.offices == (
        Office("Minister", "Cabinet", "1930-06", "1932"),
        Office("historian"),
        Office("", "Academy", "1901"),
    )
    assert one.idnos == (("gnd", "118540238"), ("wikidata", "Q937"))
    assert one.note == "A note."


def test_a_value_that_is_none_is_left_out_and_said_with_its_line(tmp_path):
    path = written(
        tmp_path / "a.xml", person("a", EKMAN), person("b", "<surname>B</surname>", '<birth when="c. 1900"/>')
    )
    assert load([path], tmp_path).entities[1].birth == ""
    (finding,) = check([path])
    assert str(finding) == f"{path}:3: b: when=“c. 1900” is no date; write 1962-10-26, 1962-10 or 1962 [authority.date]"


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda p: p.name)
def test_what_is_imported_is_valid_and_reads_back(sample, tmp_path, tei_all):
    out = tmp_path / "out.xml"
    assert main(["authority", "import", str(sample), "-o", str(out)]) == 0
    assert [str(f) for f in teilegram.validate(out)] == []
    assert tei_all.validate(etree.parse(out)), tei_all.error_log.last_error
    made = {e.ident: e for e in read(sample).entities}
    for one in load([out], tmp_path).entities:
        before = made[one.ident]
        assert [n.text for n in one.names] == [" ".join(n.text.split()) for n in before.names] or before.names[0].parts
        assert (one.birth, one.death, one.offices, one.idnos, one.sex) == (
            before.birth,
            before.death,
            before.offices,
            before.idnos,
            before.sex,
        )
        assert [n.part("surname") for n in one.names if n.parts] == [
            n.part("surname") or one.names[i].part("surname") for i, n in enumerate(before.names) if one.names[i].parts
        ]


SAID = [
    ("persons.csv", "ekman-axel", ("1881-03-04", "1950"), [("Minister of Foreign Affairs", "1930-06-07", "1932"), ("Envoy to Oslo", "1933", "")]),
    ("frus.md", "aldous-peter-k", ("", ""), [("Secretary of Commerce", "", "1953-01-20")]),
    ("frus.xml", "brenner-w-paul", ("", ""), [("Special Assistant to Secretary Aldous", "1950-04", "1951-05")]),
    ("wikidata.json", "axel-ekman", ("1881-03-04", ""), [("Minister of Foreign Affairs", "1930-06", "1932")]),
    ("eac.xml", "ekman-axel-johan", ("1881-03-04", ""), [("Minister of Foreign Affairs", "1930", "1932"), ("historian", "", "")]),
    ("cmif.xml", "ekman-axel", ("", ""), []),
]  # fmt: skip


@pytest.mark.parametrize(("sample", "ident", "life", "held"), SAID, ids=[s[0] for s in SAID])
def test_what_each_format_says(sample, ident, life, held):
    one = next(e for e in read(SAMPLES / sample).entities if e.ident == ident)
    assert (one.birth, one.death) == life
    assert [(o.title, o.start, o.end) for o in one.offices] == held


@pytest.mark.parametrize(
    ("sample", "line", "words"),
    [
        ("persons.csv", 4, "birth about 1890 is no date; it is kept in the note"),
        ("persons.csv", 4, "Q42x does not look like a number of wikidata"),
        ("persons.csv", 5, "has no name; the line is left out"),
        ("frus.md", 10, "“Chancellor of Ruritania, and until May 1955, Minister of War” is kept in the note only"),
        ("frus.md", 14, "Fox refers to Foxe, George, who is not in the list"),
        ("cmif.xml", 11, "“Unknown” names nobody"),
        ("eac.xml", 13, "death: after the war is no date that is known"),
        ("wikidata.json", 1, "Q900001: the office Q900003 has no label in the file"),
        ("wikidata.json", 1, "Q900005: born 1741-05-02, Julian calendar is kept in the note"),
    ],
)
def test_what_is_not_understood_is_said_with_its_line(sample, line, words):
    assert any(f.line == line and words in f.message for f in read(SAMPLES / sample).findings)


def test_names_of_one_number_are_one_entry():
    (one,) = (e for e in read(SAMPLES / "cmif.xml").entities if e.ident == "ekman-axel")
    assert [n.text for n in one.names] == ["Ekman, Axel", "Ekman, Axel Johan"]
    assert one.idnos == (("gnd", "118540238"),)


TERMS = [
    ("Ambassador until May 1957; thereafter Consul", [("Ambassador", "", "1957-05"), ("Consul", "1957-05", "")]),
    ("Special Emissary, January to March 1956", [("Special Emissary", "1956-01", "1956-03")]),
    ("Director, June 1951–3 May 1955", [("Director", "1951-06", "1955-05-03")]),
    ("Secretary of State from 1961 until January 1969", [("Secretary of State", "1961", "1969-01")]),
    ("President of Ruritania", [("President of Ruritania", "", "")]),
    ("thereafter Consul", ["thereafter Consul"]),  # after what?
    ("sister of the Regent", ["sister of the Regent"]),  # no office
    ("Delegate, 1945 Conference", ["Delegate, 1945 Conference"]),  # a number that is no term
    ("Envoy until February 30, 1955", ["Envoy until February 30, 1955"]),  # no day of the calendar
]


@pytest.mark.parametrize(("said", "means"), TERMS, ids=[t[0] for t in TERMS])
def test_terms_of_offices(said, means):
    assert [(o.title, o.start, o.end) if isinstance(o, Office) else o for o in offices(said)] == means


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is in no format that is known"),
        (b"shoe size,hat\n38,57\n", "is in no format that is known"),
        (b"surname,forename\n", "holds no entry"),
        (b"surname\n\xff\xfeEkman\n", "is not UTF-8"),
        (b'{"entities": {"Q1": {"id": "Q1", "labels": ', "is not JSON"),
        (b"<eac-cpf><control></eac-cpf>", "is not well-formed"),
        (b"<!DOCTYPE eac-cpf [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><eac-cpf>&a;</eac-cpf>", "document type"),
        (b'[1, 2, {"labels": []}]', "holds no entry"),
    ],
)
def test_a_file_that_is_none_is_one_line(tmp_path, capsys, content, words):
    (tmp_path / "x.dat").write_bytes(content)
    assert main(["authority", "import", str(tmp_path / "x.dat"), "-o", str(tmp_path / "o.xml")]) == 1
    error = capsys.readouterr().err
    assert len(error.splitlines()) == 1
    assert words in error
    assert not (tmp_path / "o.xml").exists()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FORMATS)), st.text(max_size=300))
def test_no_file_crashes_an_importer(tmp_path_factory, form, text):
    path = tmp_path_factory.mktemp("any") / "x"
    path.write_text(f"surname,birth\n{text}" if form == "csv" else text, encoding="utf-8", errors="replace", newline="")
    try:
        made = read(path, form)
    except TeilegramError:
        return
    path.write_bytes(tei(made.entities, "x", "x"))
    assert [str(f) for f in teilegram.validate(path)] == []


@settings(max_examples=40, deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "id",
                        "labels",
                        "claims",
                        "en",
                        "value",
                        "P31",
                        "P39",
                        "P569",
                        "mainsnak",
                        "datavalue",
                        "time",
                        "qualifiers",
                        "P580",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=15,
    )
)
def test_no_json_crashes_the_importer(tmp_path_factory, value):
    path = tmp_path_factory.mktemp("any") / "x"
    path.write_text(json.dumps({"entities": {"Q1": value, "Q2": {"id": "Q2", "labels": value, "claims": value}}}))
    try:
        made = read(path, "wikidata")
    except TeilegramError:
        return
    assert all(e.names for e in made.entities)


WRONG = [
    (person("a", "Ekman, Axel", '<birth when="1900"/><death when="1890"/>'), "died (1890) before being born (1900)"),
    (person("a", "Ekman, Axel", '<birth when="1900"/><state type="office" from="1899"><label>X</label></state>'), "begins (1899) before the birth"),
    (person("a", "Ekman, Axel", '<state type="office" from="1899" to="1898"><label>X</label></state>'), "ends (1898) before it begins"),
    (person("a", "Ekman, Axel", '<idno type="wikidata">937</idno>'), "wikidata 937 does not look like"),
    (person("a", "Ekman, Axel", '<idno type="gnd">118540239</idno>'), "its last character should be 8"),
    (person("a", "Ekman, Axel") + person("a", "Brandt, Maria"), "the xml:id a is taken in line 2"),
    (person("a", "Ekman, Axel") + person("b", "Axel Ekman"), "has the name “ekman axel”, as a"),
    (person("a", "Ekman, Axel", '<idno type="viaf">12</idno>') + person("b", "Brandt, Maria", '<idno type="viaf">12</idno>'), "has viaf 12, as a"),
    (person("a", "Ekman, Axel", '<affiliation><orgName ref="#nobody">X</orgName></affiliation>'), "points to nothing"),
    ('<person><persName type="main" xml:lang="en">Ekman</persName></person>', "has no xml:id"),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "words"), WRONG, ids=[w[1] for w in WRONG])
def test_check_says_what_is_wrong(tmp_path, entries, words):
    assert any(words in f.message for f in check([written(tmp_path / "a.xml", entries)]))


RIGHT = [
    person("a", EKMAN, '<birth when="1900"/><death when="1900"/><state type="office" from="1900-05"><label>X</label></state>'),
    person("a", EKMAN, '<idno type="gnd">118540238</idno><idno type="wikidata">Q937</idno><idno type="isni">0000000121032683</idno>'),
    person("a", EKMAN) + person("b", "<surname>Ekman</surname>, <forename>Anna</forename>"),
    person("a", "<surname>Ekman</surname>", '<affiliation><orgName ref="https://example.org/#x">X</orgName></affiliation>'),
]  # fmt: skip


@pytest.mark.parametrize("entries", RIGHT)
def test_check_leaves_alone_what_is_right(tmp_path, entries):
    assert check([written(tmp_path / "a.xml", entries)]) == []


def test_merge_keeps_the_first_file_and_says_what_it_did(tmp_path):
    base = written(
        tmp_path / "base.xml",
        "<!-- by hand -->" + person("ekman", EKMAN, '<birth when="1881"/><idno type="gnd">118540238</idno>'),
        person("brandt", "<surname>Brandt</surname>, <forename>Maria</forename>", '<birth when="1900"/>'),
    )
    new = written(
        tmp_path / "new.xml",
        person("x", "<surname>Eckman</surname>, <forename>A.</forename>", '<death when="1950"/><idno type="gnd">118540238</idno>'),
        person("y", "<surname>Brandt</surname>, <forename>Maria</forename>", '<birth when="1850"/>'),
        person("brandt", "<surname>Brandt</surname>, <forename>Willem</forename>"),
        person("z", "<surname>Ekman</surname>, <forename>A.</forename>"),
    )  # fmt: skip
    data, findings = merge(base, new)
    (tmp_path / "out.xml").write_bytes(data)
    out = {e.ident: e for e in load([tmp_path / "out.xml"], tmp_path).entities}
    assert list(out) == ["ekman", "brandt", "y", "brandt-2", "z"]
    assert (out["ekman"].birth, out["ekman"].death, len(out["ekman"].names)) == ("1881", "1950", 2)
    assert out["brandt"].birth == "1900"
    said = [re.sub(r"^.*?: ", "", f.message) for f in findings]
    assert said == [
        "is merged into ekman: it has the same gnd 118540238",
        "has a name of brandt, but the birth is 1900 here and 1850 there; added as a new entry, decide",
        "is added as y",
        "is another one than the brandt of the first file; it becomes brandt-2",
        "is added as brandt-2",
        "is added as z",
    ]
    assert b"<!-- by hand -->" in data
    assert [str(f) for f in teilegram.validate(tmp_path / "out.xml")] == []


def test_merging_again_changes_nothing(tmp_path):
    new = written(tmp_path / "new.xml", person("z", "<surname>Ekman</surname>, <forename>A.</forename>"))
    base = written(tmp_path / "base.xml", person("b", "<surname>Brandt</surname>"))
    once, _ = merge(base, new)
    (tmp_path / "once.xml").write_bytes(once)
    again, _ = merge(tmp_path / "once.xml", new)
    assert again == once


LETTER = """Letter from Consul Brandt to the Ministry, 2 May 1931

I have spoken with D. Yudelevich and with Mr. Yudelevich's lawyer, and with A. Yudelson about the port.

D. M. Yudelevich will write again, and so will Mr. Kruse.

A. BRANDT
"""


def test_propose_gathers_forms_and_where_they_stand(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "b.txt").write_text(LETTER.replace("Kruse", "Krause").replace("1931", "1932"), encoding="utf-8")
    out = tmp_path / "p.xml"
    assert (
        main(
            [
                "authority",
                "propose",
                str(tmp_path / "a.txt"),
                str(tmp_path / "b.txt"),
                "-o",
                str(out),
                "--format",
                "json",
            ]
        )
        == 0
    )
    made = {one["id"]: one for one in json.loads(capsys.readouterr().out)}
    assert made["yudelevich-d-m"]["mentions"] == 6
    assert f"{tmp_path / 'b.txt'}:5" in made["yudelevich-d-m"]["where"]
    assert {"yudelson-a", "kruse", "krause"} <= set(made)
    assert [str(f) for f in teilegram.validate(out)] == []
    notes = {
        p.get("{http://www.w3.org/XML/1998/namespace}id"): "".join(p.itertext())
        for p in etree.parse(out).iter("{*}person")
    }
    assert "Near: #krause." in notes["kruse"]


def test_propose_leaves_out_whom_the_authority_has(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    known = written(
        tmp_path / "k.xml",
        person("yud", "<surname>Yudelevich</surname>, <forename>David</forename> <forename>M.</forename>"),
    )
    options = ["--authority", str(known), "--format", "json"]
    assert main(["authority", "propose", str(tmp_path / "a.txt"), "-o", str(tmp_path / "p.xml"), *options]) == 0
    assert not any(one["id"].startswith("yudelevich") for one in json.loads(capsys.readouterr().out))


def test_check_has_an_exit_status(tmp_path, capsys):
    good, bad = written(tmp_path / "g.xml", RIGHT[0]), written(tmp_path / "b.xml", WRONG[0][0])
    assert main(["authority", "check", str(good)]) == 0
    assert main(["authority", "check", str(bad), "--format", "json"]) == 1
    assert main(["authority", "check", str(tmp_path / "none.xml")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (["import", "list.csv"], "list.csv"),
        (["import", "list.csv"], "./sub/../list.csv"),
        (["propose", "a.txt"], "a.txt"),
        (["propose", "."], "a.txt"),
        (["propose", "a.txt", "--authority", "k.xml"], "k.xml"),
        (["merge", "k.xml", "p.xml"], "p.xml"),
    ],
)
def test_no_file_is_written_over_one_that_is_read(tmp_path, monkeypatch, capsys, arguments, out):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "list.csv").write_text("surname,forename\nEkman,Ulla\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    written(tmp_path / "k.xml", RIGHT[0])
    written(tmp_path / "p.xml", person("other", "<surname>Yudelevich</surname>"))
    before = Path(out).read_bytes()
    assert main(["authority", *arguments, "-o", out]) == 1
    assert capsys.readouterr().err == (
        f"teilegram: {Path(out)}: is read, and -o would overwrite it; with -o, name another file\n"
    )
    assert Path(out).read_bytes() == before


def test_merge_may_write_the_base_itself(tmp_path, capsys):
    base = written(tmp_path / "k.xml", RIGHT[0])
    more = written(tmp_path / "p.xml", person("other", "<surname>Yudelevich</surname>"))
    assert main(["authority", "merge", str(base), str(more), "-o", str(base)]) == 0
    assert {"other", *(e.ident for e in load([more], tmp_path).entities)} <= {
        e.ident for e in load([base], tmp_path).entities
    }
    assert f"{base}: {more} into {base}" in capsys.readouterr().out


def test_a_folder_that_is_missing_is_made_and_one_is_no_file(tmp_path, capsys):
    """As by every other command; the file that was written is said, and nothing is made where nothing is written."""
    (tmp_path / "list.csv").write_text("surname,forename\nEkman,Ulla\n", encoding="utf-8")
    out = tmp_path / "new" / "lists" / "o.xml"
    assert main(["authority", "import", str(tmp_path / "none.csv"), "-o", str(out)]) == 1
    assert not (tmp_path / "new").exists()
    assert main(["authority", "import", str(tmp_path / "list.csv"), "-o", str(out)]) == 0
    assert out.is_file()
    said = capsys.readouterr()
    assert f"{out}: 1 entries from" in said.out
    assert main(["authority", "import", str(tmp_path / "list.csv"), "-o", str(tmp_path / "new")]) == 1
    assert capsys.readouterr().err == f"teilegram: {tmp_path / 'new'}: is a folder; with -o, name the file to write\n"


def test_the_edition_covers_the_seeds_in_every_script():
    """Everybody whom the gold of the seeds links has an entry, with names in both scripts of the transcripts."""
    entities = {e.ident: e for e in load(OWN, ROOT / "tei").entities}
    linked = {
        row["ref"] for path in (ROOT / "tests" / "gold").iterdir() for row in rows(path / "persons.tsv") if row["ref"]
    }
    assert linked <= set(entities)
    scripts = {ident: {script(n.text) for n in one.names} for ident, one in entities.items()}
    assert [ident for ident, known in scripts.items() if not {"und-Latn", "und-Cyrl"} <= known] == []


def test_the_edition_s_own_authority_is_well_kept():
    assert [str(f) for f in check(OWN)] == []


RUSSIAN = (
    "СПРАВКА\n\nВалериан Орешин принял посла. С Валерианом Орешиным говорил консул. Об этом сказано Министерством лесного "
    "хозяйства Норвегии и жителями города Мезени; Пётр Орлов молчал.\n"
)
ENGLISH = "REPORT\n\nMr. Valerian Oreshin and V. Oreshin saw George Hale. Paul Orlov left.\n"


def test_propose_gathers_one_stranger_of_two_scripts_and_all_cases(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(RUSSIAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "c.txt").write_text(
        "СПРАВКА\n\nМинистерство лесного хозяйства Норвегии молчит. Город Мезень пуст.\n", encoding="utf-8"
    )
    files = [str(tmp_path / f"{name}.txt") for name in "abc"]
    assert main(["authority", "propose", *files, "-o", str(tmp_path / "p.xml"), "--format", "json"]) == 0
    forms = [set(one["forms"]) for one in json.loads(capsys.readouterr().out)]
    assert {"Валериан Орешин", "Валерианом Орешиным", "Valerian Oreshin", "V. Oreshin"} in forms
    assert {"Министерством лесного хозяйства Норвегии", "Министерство лесного хозяйства Норвегии"} in forms
    assert {"Мезени", "Мезень"} in forms
    assert {"Пётр Орлов"} in forms
    assert {"Paul Orlov"} in forms
    assert {"George Hale"} in forms
