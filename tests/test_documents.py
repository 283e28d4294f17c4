"""Boundaries: as many documents come out as went in, in any order, and the report says why."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from teilegram.cli import main
from teilegram.conventions import detect
from teilegram.convert import convert
from teilegram.fidelity import normalised
from teilegram.model import Authority, Source
from teilegram.pipeline import read
from teilegram.segment import duplicates
from teilegram.segment.evidence import RULES
from teilegram.views import render
from teilegram.vocabulary import table

HEADED = (
    "Telegram from Consul Brandt to the Ministry, 2 May 1931\n\nThe harbour has been closed since Friday, and four"
    " captains have asked me for help.\n\nA. BRANDT\n\n[Source: State Archive, fond 12, file 7.]",
    "Memorandum of Conversation between Minister Ekman and Ambassador Lindqvist\n\n3 June 1932\n\nTOP SECRET\n\nThe"
    " minister asked whether the railway would be ready before the winter, and got no answer.\n\n[Source: Archive of the"
    " Ministry, box 4. Translated by Ines Kolb.]",
    "Записка посла в Осло в МИД СССР, 9 марта 1933 г.\n\nСекретно\n\nПосольство просит прислать две карты пролива, так"
    " как прежние утеряны при переезде.\n\nП. Кручинин\n\nАВП РФ. Ф. 7. Оп. 2. Д. 41. Л. 3. Подлинник.",
    "Letter from Governor Hale to Admiral Prior, 4 July 1934\n\nDear Admiral,\n\nThe ship has not been seen since"
    " Tuesday; I enclose the report of its owners, and the names of the crew.\n\nJ. Hale\n\nSource: Island Archive, C 12.",
    "Report by Captain Moss to the Admiralty, 5 August 1935\n\n1. We found the crew on the second island and took all of"
    " them on board.\n\n2. The letter of the governor was given to the oldest of them.\n\nNAVY. F. 4. Op. 1. D. 9. L. 2.",
    "Телеграмма министра в посольство в Лиме, 6 апреля 1936 г.\n\nПередайте правительству следующее:\n\n«Мы готовы"
    " начать переговоры в мае, если будет согласие обеих сторон.»\n\nИ. Туров\n\nАВП РФ. Ф. 7. Оп. 2. Д. 43. Л. 8. Копия.",
)
"""Documents that begin with a heading and end in a source note."""
BETWEEN = st.sampled_from(["\n\n", "\n\n\n\n", "\n\n41\n\n", "\n\n* * *\n\n", "\f", "\n\n---\n\n"])


def found(text):
    source = Source("x.txt", text, "0" * 64)
    documents, _ = read(source, detect(source), Authority())
    return documents


def comes_back(text):
    documents, _ = convert(Source("x.txt", text, "0" * 64), "auto", Authority())
    shown = " ".join(render(etree.fromstring(d.xml), "text", "diplomatic") for d in documents)
    assert normalised(shown) == normalised(text)
    return documents


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(HEADED), min_size=1, max_size=6, unique=True), BETWEEN)
def test_as_many_come_out_as_went_in(texts, between):
    assert len(comes_back(between.join(texts))) == len(texts)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(HEADED), min_size=2, max_size=6, unique=True),
    st.sampled_from(["№ {}", "No. {}", "Document {}", "ДОКУМЕНТ № {}", "Doc. {}:", "**No. {}.**"]),
    st.integers(1, 200),
)
def test_numbered_documents_are_told_without_their_ends(texts, label, first):
    bare = [text.rsplit("\n\n", 1)[0] for text in texts]
    numbered = [f"{label.format(first + i)}\n\n{text}" for i, text in enumerate(bare)]
    documents = found("\n\n".join(numbered))
    assert [d.text.split("\n")[0] for d in documents] == [text.split("\n")[0] for text in numbered]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_order_of_paragraphs_comes_back(data, seeds):
    texts = [*HEADED, *(path.read_text(encoding="utf-8")[-4000:] for path in seeds)]
    paragraphs = [p for text in data.draw(st.permutations(texts))[:4] for p in text.split("\n\n") if p.strip()]
    comes_back("\n\n".join(data.draw(st.permutations(paragraphs))))


def test_the_documents_of_the_seeds_are_found_among_others(seeds):
    anthology = seeds[1].read_text(encoding="utf-8")
    alone = len(found(anthology))
    assert len(found("\n\n".join([HEADED[0], HEADED[1], anthology]))) == alone + 2
    assert len(found("\n\n".join([seeds[0].read_text(encoding="utf-8"), *HEADED]))) == 1 + len(HEADED)


@pytest.mark.parametrize("text", HEADED)
def test_one_document_is_one(text):
    assert [d.of("boundary") for d in found(text)] == [[]]


def test_every_rule_has_a_weight_and_every_weight_a_rule():
    assert {row["rule"] for row in table("boundaries")} == set(RULES)


def test_four_hundred_documents_in_one_transcript():
    many = "\n\n".join(f"No. {i}\n\n{HEADED[i % 6]}" for i in range(1, 400))
    assert len(found(many)) == 399


def test_what_is_there_twice_is_told():
    text, other = HEADED[0], HEADED[1]
    changed = text.replace("Friday", "Thursday")
    assert [(d.one, d.other) for d in duplicates([text, other, changed])] == [(0, 2)]
    assert not list(duplicates([text, other, "No. 1", "No. 1"]))


@pytest.fixture
def transcripts(tmp_path):
    (tmp_path / "a.txt").write_text("\n\n".join(HEADED[:2]), encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        f"{HEADED[0].upper()}\n\n{HEADED[2]}\n\nLetter from Governor Hale to Admiral Prior\n\nIt is not known to anybody"
        " here who has sent the letter, nor when it was written, and why.",
        encoding="utf-8",
    )
    return tmp_path


def test_the_report_gives_lines_and_reasons(transcripts, capsys):
    assert main(["documents", str(transcripts / "a.txt")]) == 0
    shown = capsys.readouterr().out
    assert "a.txt: 2 documents" in shown
    assert "lines 9-17" in shown
    assert "1932-06-03" in shown
    assert "+4 a source note ends what stands before; +2 a signature" in shown


def test_the_report_as_json_has_places_that_were_not_divided_and_duplicates(transcripts, capsys):
    assert main(["documents", "--format", "json", str(transcripts)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(d["number"], d["first"], d["languages"]) for d in told["documents"]][:2] == [
        (1, 1, ["en"]),
        (2, 9, ["en"]),
    ]
    assert all(d["score"] == sum(d["evidence"].values()) for d in told["documents"])
    (pair,) = told["duplicates"]
    assert [end["number"] for end in pair["documents"]] == [1, 1]
    assert pair["share"] == 1.0


def test_a_boundary_for_little_evidence_is_to_be_looked_at():
    text = f"{HEADED[0]}\n\nThe minister received the delegation this morning and spoke for an hour of the weather."
    weak = f"№ 1\n{HEADED[0]}\n\n{HEADED[1]}".replace("\n\nA. BRANDT", "").replace("TOP SECRET\n\n", "")
    for case in (text.replace("A. BRANDT\n\n", ""), weak):
        source = Source("x.txt", case, "0" * 64)
        documents, findings = read(source, detect(source), Authority())
        assert len(documents) == 2
        assert [f.rule for f in findings] == ["segment.boundary"]


def test_a_transcript_that_cannot_be_read_is_one_line(tmp_path, capsys):
    assert main(["documents", str(tmp_path / "none.txt")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
