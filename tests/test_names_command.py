"""`teilegram names`: the table of what is named, and what of it to look at first."""

import json

import pytest

from teilegram.cli import main

TEXT = """REPORT

Mr. Tveit went to Leningrad, and Moscow has replied. The Institute of Tropical Forestry (ITF) wrote to the KGB.

ITF wrote to Mr. Tveit again; the Committee for State Security did not answer from Saint Petersburg.
"""
AUTHORITY = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPlace><place xml:id="spb"><placeName>Saint Petersburg</placeName>
</place></listPlace></standOff></TEI>"""


@pytest.fixture
def transcript(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def told(capsys, *arguments):
    assert main(["names", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def entities(capsys, *arguments):
    return {e["name"]: e for e in json.loads(told(capsys, *arguments, "--format", "json"))["entities"]}


def test_all_forms_of_an_entity_are_one_row(transcript, capsys):
    found = entities(capsys, transcript)
    assert found["Mr. Tveit"]["count"] == 2
    assert found["Mr. Tveit"]["lines"] == [3, 5]
    assert found["Institute of Tropical Forestry"]["forms"] == {"ITF": 2, "Institute of Tropical Forestry": 1}
    assert found["Committee for State Security"]["forms"] == {"Committee for State Security": 1, "KGB": 1}
    assert found["Moscow"]["metonym"] == 1


def test_a_former_name_is_the_place_of_today_and_says_when(transcript, capsys):
    table = told(capsys, transcript)
    assert "Saint Petersburg  https://www.geonames.org/498817/" in table
    assert "Leningrad [1924–1991] 1" in table


def test_the_authority_comes_first(transcript, tmp_path, capsys):
    authority = tmp_path / "places.xml"
    authority.write_text(AUTHORITY, encoding="utf-8")
    found = entities(capsys, transcript, "--authority", authority)
    assert found["Saint Petersburg"]["ref"].endswith("places.xml#spb")
    assert found["Saint Petersburg"]["count"] == 2


def test_a_tei_file_of_ours_says_the_same_as_its_transcript(transcript, tmp_path, capsys):
    assert main(["encode", str(transcript), "-o", str(tmp_path)]) == 0
    capsys.readouterr()
    of_text, of_tei = entities(capsys, transcript), entities(capsys, tmp_path / "report.xml")
    assert {n: (e["count"], e["forms"], e["ref"]) for n, e in of_text.items()} == {
        n: (e["count"], e["forms"], e["ref"]) for n, e in of_tei.items()
    }


def test_review_begins_with_what_is_least_certain(tmp_path, capsys):
    people = "".join(
        f'<person xml:id="{i}"><persName><forename>{f}</forename><surname>Halvorsen</surname></persName></person>'
        for i, f in (("a", "Ole"), ("b", "Per"))
    )
    authority = tmp_path / "people.xml"
    authority.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{people}</listPerson></standOff></TEI>'
    )
    path = tmp_path / "x.txt"
    path.write_text("REPORT\n\nThe KGB wrote. Then they told Halvorsen of it.\n")
    listed = json.loads(told(capsys, path, "--authority", authority, "--review", "--format", "json"))["review"]
    assert [(one["text"], one["cert"], len(one["rivals"])) for one in listed] == [
        ("Halvorsen", "low", 1),
        ("KGB", "medium", 0),
    ]
    assert "told Halvorsen of it" in listed[0]["context"]


def test_nothing_named_is_said(tmp_path, capsys):
    path = tmp_path / "x.txt"
    path.write_text("nobody is named here\n")
    assert told(capsys, path) == "no names found\n"
    assert told(capsys, path, "--review") == "nothing to review\n"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("x.xml", "<a/>", "is no TEI with a text"), ("y.xml", "<a>", "not well"), ("missing.txt", None, "missing.txt")],
)
def test_bad_input_is_one_line(tmp_path, capsys, name, content, said):
    if content:
        (tmp_path / name).write_text(content)
    assert main(["names", str(tmp_path / name)]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_gazetteer_that_is_not_there_is_said(transcript, tmp_path, capsys):
    assert main(["encode", str(transcript), "-o", str(tmp_path), "--gazetteer", "atlas"]) == 1
    assert "write geonames" in capsys.readouterr().err


def test_towns_of_the_gazetteer_are_linked_where_one_is_clear(transcript, capsys, monkeypatch):
    from teilegram.names import geonames

    towns = {"Vik": [geonames.Town("7", "NO", 3000), geonames.Town("8", "IS", 900)]}
    towns |= {"Springfield": [geonames.Town("1", "US", 9000), geonames.Town("2", "US", 8000)]}
    monkeypatch.setattr(geonames, "towns", lambda: towns)
    monkeypatch.setattr(geonames, "find_spec", lambda _: object())
    transcript.write_text("REPORT\n\nHe came from Vik in Norway. They met in Springfield and in Winter.\n")
    found = entities(capsys, transcript, "--gazetteer", "geonames")
    assert (found["Vik"]["ref"], found["Vik"]["cert"]) == ("https://www.geonames.org/7/", "high")
    springfield = found["Springfield"]
    assert (springfield["ref"], springfield["cert"]) == ("https://www.geonames.org/1/", "low")
    assert springfield["rivals"] == ["https://www.geonames.org/2/"]
    assert set(found) == {"Vik", "Springfield", "Norway"}


def test_explain_and_encode_take_the_gazetteer_too(transcript, capsys, monkeypatch):
    from teilegram import encode
    from teilegram.names import geonames

    monkeypatch.setattr(geonames, "towns", lambda: {"Vik": [geonames.Town("7", "NO", 3000)]})
    monkeypatch.setattr(geonames, "find_spec", lambda _: object())
    transcript.write_text("REPORT\n\nHe came from Vik in Norway.\n")
    assert main(["explain", str(transcript), "//placeName", "--gazetteer", "geonames"]) == 0
    assert "https://www.geonames.org/7/" in capsys.readouterr().out
    assert b"geonames.org/7/" in encode(transcript, gazetteer="geonames")[0].xml
    assert b"geonames.org/7/" not in encode(transcript)[0].xml


def test_a_rival_of_a_place_is_another_entry_to_explain(tmp_path, capsys):
    (tmp_path / "report.txt").write_text("REPORT\n\nThe mill at Neudorf was burnt.\n")
    (tmp_path / "places.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPlace><place xml:id="a"><placeName>Neudorf</placeName>'
        '</place><place xml:id="b"><placeName>Neudorf</placeName></place></listPlace></standOff></TEI>'
    )
    asked = ["explain", str(tmp_path / "report.txt"), "//placeName", "--authority", str(tmp_path / "places.xml")]
    assert main(asked) == 0
    assert "places.xml#b" in capsys.readouterr().out
