"""Explain: every element of the text says which rule made it, from which characters, and what else it could have been."""

import json

import pytest
from lxml import etree

from teilegram.cli import main
from teilegram.convert import convert_file
from teilegram.encoding.rules import description
from teilegram.explain import explained
from teilegram.model import Authority, Entity, Name, Source, TeilegramError

SAID = """Telegram from the Consul to the Ministry

Vienna, 6 November 1962

The Minister left on 7 November.¹ He [our Minister] had read two lines [2 lines not declassified] of it.

¹ Not printed.
"""


@pytest.fixture
def transcript(tmp_path):
    path = tmp_path / "telegram.txt"
    path.write_text(SAID, encoding="utf-8")
    return path


def only(asked):
    (found,) = explained(Source("x.txt", SAID, ""), asked=asked)
    return found


def test_a_date_names_its_rule_its_characters_and_its_certainty():
    found = only("//p/date")
    assert (found.rule, found.certainty) == ("dates.english.day-month.year-of-document", "high")
    assert found.description == description(found.rule)
    assert (found.origin.line, found.origin.column, found.origin.text) == (5, 22, "7 November")
    assert SAID[found.origin.start : found.origin.end] == "7 November"


def test_a_note_and_its_mark_are_explained_by_the_rules_of_notes():
    assert only("//text//note").rule == "notes.text.called"
    assert only("//ref[@type = 'noteAnchor']").origin.text == "¹"


def test_a_bracket_is_explained_with_its_convention():
    found = only("//gap")
    assert (found.rule, found.convention) == ("conventions.gap.redacted", "frus")
    assert found.attributes["quantity"] == "2"


def test_a_line_gives_the_elements_that_stand_on_it():
    assert [e.element for e in explained(Source("x.txt", SAID, ""), asked="3")] == [
        "div",
        "opener",
        "dateline",
        "placeName",
        "date",
    ]


def test_an_attribute_is_explained_by_its_element_and_the_header_by_nobody():
    assert only("//p/date/@when").element == "date"
    assert only("//titleStmt/title").origin is None


def test_every_element_of_the_text_but_its_frame_has_a_rule_that_is_described():
    found = explained(Source("x.txt", SAID, ""), asked="/TEI/text//*")
    assert {e.element for e in found if not e.rule} == {"body"}
    assert [e.rule for e in found if e.rule and not e.description] == []


def test_the_paths_lead_to_the_elements():
    for found in explained(Source("x.txt", SAID, ""), asked="//text//*"):
        assert found in explained(Source("x.txt", SAID, ""), asked=found.path)


def test_another_entry_of_the_authority_is_an_alternative():
    browns = [
        Entity(
            ident,
            "person",
            f"persons.xml#{ident}",
            (Name(f"{first} Browning", (("forename", first), ("surname", "Browning"))),),
        )
        for ident, first in (("brown-anna", "Anna"), ("brown-boris", "Boris"))
    ]
    said = "The Consul met Browning in the evening and spoke with him about the matter for two hours."
    (found,) = explained(Source("x.txt", said, ""), authority=Authority(tuple(browns)), asked="//text//persName")
    assert [(a.attributes["ref"], a.why) for a in found.alternatives] == [
        ("persons.xml#brown-boris", "another entry of the authority")
    ]


def test_what_crossed_and_found_no_place_is_an_alternative():
    said = "The vote *on 6 [November* 1962] was taken by the committee in the evening of the same day, as before."
    found = explained(Source("x.txt", said, ""), asked="//text//supplied")
    assert [(a.kind, a.origin.text) for e in found for a in e.alternatives] == [("hi", "*on 6 [November*")]


def test_the_encoding_is_the_same_with_and_without_a_trace(transcript):
    (document,), _ = convert_file(transcript)
    elements = etree.fromstring(document.xml).xpath("//*[local-name() = 'text']//*")
    assert len(explained(Source("x.txt", SAID, ""), asked="//text//*")) == len(elements)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("//p[", "is neither a line number nor an XPath"),
        ("//p[foo:bar]", "is"),
        ("document('/etc/passwd')", "is"),
        ("count(//p)", "gives no elements"),
        ("999", "there is no line 999"),
        ("0", "there is no line 0"),
    ],
)
def test_a_wrong_question_gives_one_clear_line(asked, said):
    with pytest.raises(TeilegramError, match=said) as raised:
        explained(Source("x.txt", SAID, ""), asked=asked)
    assert "\n" not in str(raised.value)


def test_the_command_prints_blocks_and_json(transcript, capsys):
    assert main(["explain", str(transcript), "//gap"]) == 0
    assert "characters" in (shown := capsys.readouterr().out)
    assert "“[2 lines not declassified]”" in shown
    assert main(["explain", str(transcript), "//gap", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["origin"]["text"] == "[2 lines not declassified]"


def test_a_tei_file_is_explained_from_the_transcript_beside_it(transcript, capsys):
    assert main(["encode", str(transcript), "-o", str(transcript.parent)]) == 0
    tei = transcript.with_suffix(".xml")
    assert main(["explain", str(tei), "//gap"]) == 0
    transcript.write_text(SAID + "More.", encoding="utf-8")
    assert main(["explain", str(tei), "//gap"]) == 1
    assert "has been changed" in capsys.readouterr().err
    transcript.unlink()
    assert main(["explain", str(tei), "//gap"]) == 1
    assert "does not stand beside it" in capsys.readouterr().err


def test_nothing_found_is_said(transcript, capsys):
    assert main(["explain", str(transcript), "//table"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
