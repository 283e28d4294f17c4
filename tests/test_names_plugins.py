"""Names plug-ins: chosen by name, checked, less certain than what the authority and the grammar know."""

import importlib.metadata
import importlib.util
import sys
from types import SimpleNamespace

import pytest

import teilegram
from teilegram.cli import main
from teilegram.model import TeilegramError
from teilegram.names import plugins

TEXT = "Memorandum\n\nThe envoy met Quillfeather in Tollmare, and wrote to the Lantern Brethren.\n"
FOUND = (("Quillfeather", "person"), ("Tollmare", "place"), ("Lantern Brethren", "org"))


def made_up(text, _lang):
    return [(text.index(word), text.index(word) + len(word), kind) for word, kind in FOUND if word in text]


def broken(_text, _lang):
    raise RuntimeError("the model is\nnot there")


def beyond(text, _lang):
    return [(0, len(text) + 1, "person")]


def other(_text, _lang):
    return [(0, 3, "ship")]


@pytest.fixture
def offered(monkeypatch):
    points = [
        importlib.metadata.EntryPoint(name, f"{__name__}:{name}", plugins.GROUP)
        for name in ("made_up", "broken", "beyond", "other", "TEXT", "absent")
    ]
    monkeypatch.setattr(plugins, "entry_points", lambda **_: points)
    monkeypatch.setitem(sys.modules, __name__, SimpleNamespace(**globals()))
    plugins.load.cache_clear()
    yield
    plugins.load.cache_clear()


def encoded(tmp_path, *names):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return teilegram.encode(tmp_path / "a.txt", names_with=names)[0].xml.decode()


@pytest.mark.usefixtures("offered")
def test_what_a_plug_in_finds_is_a_candidate_of_low_certainty(tmp_path):
    xml = encoded(tmp_path, "made_up")
    said = 'cert="low" resp="#teilegram" ana="#names.plugin.made_up"'
    assert f"<persName {said}>Quillfeather</persName>" in xml
    assert f"<placeName {said}>Tollmare</placeName>" in xml
    assert f"<orgName {said}>Lantern Brethren</orgName>" in xml


@pytest.mark.usefixtures("offered")
def test_none_is_loaded_that_nobody_chose(tmp_path):
    assert "names.plugin" not in encoded(tmp_path)


@pytest.mark.usefixtures("offered")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("broken", "names plug-in broken: failed .RuntimeError: the model is not there.; mend it, or encode without"),
        ("beyond", "names plug-in beyond: gave .0, .* for a text of .* characters; it has to give offsets"),
        ("other", "names plug-in other: gave .0, 3, 'ship'. .* person, place or org"),
        ("TEXT", "--names-with TEXT: is no recogniser but a str"),
        ("absent", "--names-with absent: cannot be loaded"),
        ("nobody", "--names-with nobody: no such plug-in is installed; there is .*natasha"),
    ],
)
def test_one_that_fails_gives_one_line(tmp_path, name, message):
    with pytest.raises(TeilegramError, match=message) as error:
        encoded(tmp_path, name)
    assert "\n" not in str(error.value)


def test_the_command_stops_before_it_begins(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["encode", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--names-with", "nobody"]) == 1
    assert "no such plug-in is installed" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_edition_names_its_plug_ins(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "edition.toml").write_text('[edition]\ntranscripts = ["a.txt"]\nnames_with = ["nobody"]\n')
    assert main(["build", str(tmp_path / "edition.toml")]) == 1
    assert "no such plug-in is installed" in capsys.readouterr().err


def test_without_its_extra_natasha_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(plugins, "find_spec", lambda _: None)
    with pytest.raises(TeilegramError, match=r"needs natasha, which is not installed; pip install 'teilegram\[ru\]'"):
        plugins.made("natasha")


@pytest.mark.skipif(importlib.util.find_spec("natasha") is None, reason="natasha is not installed (extra [ru])")
def test_natasha_finds_what_grammar_does_not(tmp_path):
    (tmp_path / "a.txt").write_text("Записка\n\nЭту пьесу сочинил для нас старый Гойя.\n" * 2, encoding="utf-8")
    (document,) = teilegram.encode(tmp_path / "a.txt", names_with=["natasha"])
    assert b'ana="#names.plugin.natasha">' in document.xml


def test_natasha_is_asked_of_russian_only():
    from teilegram.names.plugins.natasha import find

    assert list(find("Mr. Quillfeather", "en")) == []


def test_long_texts_are_tagged_in_pieces():
    from teilegram.names.plugins.natasha import PIECE, pieces

    text = "Слово. " * PIECE
    spans = list(pieces(text))
    assert "".join(text[a:b] for a, b in spans) == text
    assert max(b - a for a, b in spans) <= PIECE
