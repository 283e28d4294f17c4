"""Conventions are data: each entry cites its authority, a user's own is checked line by line, a choice says why."""

import tomllib
from pathlib import Path

import pytest

from teilegram.cli import main
from teilegram.conventions import PROFILES, detect, problems_of, profile, verdicts
from teilegram.conventions.rulebook import UNITS
from teilegram.model import Source
from teilegram.resources import folder

DATA = folder("data") / "conventions"


def tables(table, name=""):
    for key, value in table.items():
        if isinstance(value, dict):
            inner = f"{name}.{key}" if name else key
            if not all(isinstance(one, dict) for one in value.values()):
                yield inner, value
            yield from tables(value, inner)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.toml")), ids=lambda p: p.stem)
def test_every_entry_cites_its_authority(path):
    profile_data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert profile_data["authority"]
    assert [name for name, table in tables(profile_data) if not table.get("authority")] == []
    assert problems_of(path) == []


@pytest.mark.parametrize("name", PROFILES)
def test_show_prints_every_authority_and_every_word(name, capsys):
    assert main(["conventions", "show", name]) == 0
    said = " ".join(capsys.readouterr().out.split())
    convention = profile(name)
    for authority in (convention.authority, *(who for _, who in convention.authorities)):
        assert " ".join(authority.split()) in said
    for words in convention.vocabulary.values():
        assert all(" ".join(word.split()) in said for word in words)


def test_list_names_all(capsys):
    assert main(["conventions", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(PROFILES)
    assert "the translator's" in lines[0]
    assert "the editor's" in lines[2]


def test_units_are_those_of_the_grammar():
    grammar = (folder("schema") / "teilegram.rng").read_text(encoding="utf-8")
    unit = grammar[grammar.index('<define name="unit">') :]
    assert [
        line.split("<value>")[1].split("<")[0]
        for line in unit[: unit.index("</define>")].splitlines()
        if "<value>" in line
    ] == sorted(UNITS)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('titel = "x"', ["c.toml:1: “titel” is no table or key; did you mean “title”?"]),
        ('[brackets]\n\nunsined = "ed"', ["c.toml:3: brackets: “unsined” is no key here; did you mean “unsigned”?"]),
        ('[brackets]\nunsigned = "me"', ['c.toml:2: brackets: “unsigned” should be one of "ed", "trans"']),
        ("[layout]\ncolumns = 1", ["c.toml:2: layout: “columns” should be true or false"]),
        ('[brackets]\nopen = "<<"', ["c.toml:2: brackets: “open” should be one character, a sign"]),
        ('[brackets]\nopen = "|"\nclose = "|"', ["c.toml:2: brackets: open and close are the same"]),
        ('[vocabulary.redactd]\nwords = ["x"]', ["c.toml:1: vocabulary: “redactd” is no key here; did you mean “redacted”?"]),
        ('[vocabulary.lost]\nwords = "x"', ["c.toml:2: vocabulary.lost: “words” should be a list of strings"]),
        (
            '[vocabulary.lost]\nwords = ["cut"]\n[vocabulary.editorial]\nwords = [\n  "Cut",\n]',
            ["c.toml:5: “Cut” stands under lost and under editorial; it can mean one thing only"],
        ),
        ('[attributions]\ned = ["HM"]\ntrans = ["HM"]', ["c.toml:3: “HM” stands under ed and under trans; it can mean one thing only"]),
        ('[signs.x]\nopen = "("', ["c.toml:1: signs.x: needs open and close, or below", "c.toml:1: signs.x: does not say what it means; write mean = …"]),
        ('vocabulary = 1\nident = ""', ["c.toml:1: “vocabulary” should be tables: [vocabulary.…]", "c.toml:2: “ident” should be a string"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(tmp_path, monkeypatch, capsys, content, said):
    monkeypatch.chdir(tmp_path)
    Path("c.toml").write_text(content, encoding="utf-8")
    assert main(["conventions", "check", "c.toml"]) == 1
    assert capsys.readouterr().err.splitlines() == [f"teilegram: {line}" for line in said]


def test_check_tells_what_is_no_convention_in_one_line_each(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text("= 1", encoding="utf-8")
    assert main(["conventions", "check", "a.toml", "none.toml", "none.txt"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 3
    assert main(["conventions", "show", "cwhip"]) == 1
    assert capsys.readouterr().err == "teilegram: convention cwhip: is not known; did you mean cwihp?\n"


def test_a_convention_that_is_one_is_said_to_be_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text(
        'ident = "own"\ntitle = "Own"\n[vocabulary.redacted]\nwords = ["cut"]', encoding="utf-8"
    )
    assert main(["conventions", "check", "own.toml"]) == 0
    assert capsys.readouterr().out == "own.toml: is a convention, own (Own); it cites no authority\n"
    own = profile("own.toml")
    assert "cut" in own.vocabulary["redacted"]
    assert "cut" not in own.vocabulary["editorial"], "a word has one meaning, and the user's wins"


def test_a_transcript_is_said_to_follow_a_convention_and_why(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(
        "Telegram\n\nHe has [our—trans.] word, and [section deleted—trans.] more.\n", encoding="utf-8"
    )
    assert main(["conventions", "check", "a.txt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("a.txt: cwihp. Chosen by evidence: “—trans.]” (line 3); score 2.")
    assert [line.split()[0] for line in lines[1:]] == ["cwihp", "nsa", "frus", "leiden"]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("We have [our—trans.] word.", "cwihp"),
        ("[1 line not declassified]", "frus"),
        ("Imp(erator) [---] Caesar", "leiden"),
        ("*[Source: an archive.]*", "nsa"),
        ("Telegram From the Embassy. Drafted by Smith.", "frus"),
        ("Drafted by the committee on Monday.", "plain"),  # one string that only supports is not enough
        ("He said that the papers were not declassified.", "plain"),
        ("The text [sic] has brackets [and no more].", "plain"),
    ],
)
def test_evidence_chooses(text, ident):
    convention = detect(Source("x", text, ""))
    assert convention.ident == ident
    assert convention.chosen.startswith("Chosen by" if ident != "plain" else "No publisher's")


def test_the_best_comes_first_and_equals_keep_their_order():
    judged = verdicts(Source("x", "[our—trans.] and [1 line not declassified]", ""))
    assert [(v.convention.ident, v.score) for v in judged] == [("cwihp", 2), ("frus", 2), ("nsa", 0), ("leiden", 0)]
