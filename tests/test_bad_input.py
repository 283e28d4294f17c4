"""Bad input: one clear line that says what, where and what to do; the rest of the run goes on; no half-written file."""

import os

import pytest

import teilegram
from teilegram.cli import main
from teilegram.fidelity import normalised
from teilegram.model import TeilegramError

GOOD = "The text of a short transcript, which is good.\n"


def run(tmp_path, capsys, name, data, *options):
    """Encode one file beside a good one; give the exit status and what was said of the file."""
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    (folder / "good.txt").write_text(GOOD)
    (folder / name).write_bytes(data)
    status = main(["encode", str(folder), "-o", str(tmp_path / "out"), *options])
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("teilegram: ")]
    assert (tmp_path / "out" / "good.xml").exists(), "the other files of the run are done"
    assert not [p for p in (tmp_path / "out").iterdir() if p.suffix != ".xml"], "no half-written file"
    return status, said


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        ("Хрущеву и Микояну, телеграмма".encode("cp1251") * 20, "is not UTF-8 .*looks like .*save it as UTF-8"),
        ("naïve café".encode("latin-1"), "is not UTF-8"),
        (bytes(range(256)) * 40, "is not text but binary data"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 200, "is not text but binary data"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, capsys, data, message):
    import re

    status, said = run(tmp_path, capsys, "bad.txt", data)
    assert status == 1
    assert len(said) == 1
    assert re.search(f"bad.txt: {message}", said[0])
    assert not (tmp_path / "out" / "bad.xml").exists()


@pytest.mark.parametrize(
    "data",
    [
        b"CRLF line\r\nand another one\r\n\r\nA new paragraph, which is here.\r\n",
        b"\xef\xbb\xbfA text with a byte order mark.",
        "A text in UTF-16, with Хрущев.".encode("utf-16"),
        b"A text with one NUL \x00 and a bell \x07 in it, and some more words to make it a text of its own.",
        b"A [ bracket ] too ] many [.",
        b"No line end",
        b"<TEI>&lt;p> & ]]> <!-- x --> <?pi?>",
        "\u202e\u0301\U0001f600 \ufeff text".encode(),
    ],
)
def test_odd_but_good_text_is_encoded(tmp_path, capsys, data):
    status, said = run(tmp_path, capsys, "odd.txt", data)
    assert (status, said) == (0, [])
    shown = teilegram.view(tmp_path / "out" / "odd.xml", "text", "diplomatic")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    assert normalised(shown) == normalised(data.decode(encoding))
    assert not teilegram.validate(tmp_path / "out" / "odd.xml")


def test_unbalanced_brackets_are_reported_with_their_line(tmp_path, capsys):
    (tmp_path / "x.txt").write_text("A first line.\n\nA [ bracket that is never closed.\n")
    assert main(["encode", str(tmp_path / "x.txt"), "-o", str(tmp_path / "out")]) == 0
    assert "x.txt:3: the bracket [ has no partner" in capsys.readouterr().err


def test_a_single_line_of_ten_megabytes_is_encoded(tmp_path):
    line = (
        "The Soviet government [sic] stands for peace; on 22 October 1962 it said so to Mr. Smith. "
        + "More words. " * 40
    )
    text = line * (10_000_000 // len(line))
    (tmp_path / "long.txt").write_text(text)
    (document,) = teilegram.encode(tmp_path / "long.txt")
    assert document.xml.count(b"<sic") == text.count("[sic]")


def test_a_folder_without_transcripts(tmp_path, capsys):
    assert main(["encode", str(tmp_path), "-o", str(tmp_path / "out")]) == 1
    assert "holds no transcript" in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="the super-user may read and write everything")
def test_unreadable_and_unwritable_paths(tmp_path, capsys):
    (tmp_path / "x.txt").write_text(GOOD)
    (tmp_path / "x.txt").chmod(0)
    assert main(["encode", str(tmp_path / "x.txt"), "-o", str(tmp_path / "out")]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_out_that_is_a_file(tmp_path, capsys):
    (tmp_path / "x.txt").write_text(GOOD)
    (tmp_path / "out").write_text("a file")
    assert main(["encode", str(tmp_path / "x.txt"), "-o", str(tmp_path / "out")]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<TEI", "is not well-formed XML"),
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", "holds no person, place or org"),
        ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>", "declares a document type"),
        (
            "<listPerson xmlns='http://www.tei-c.org/ns/1.0'><person xml:id='a'/><person xml:id='a'/></listPerson>",
            "has the xml:id a twice",
        ),
    ],
)
def test_a_malformed_authority_file(tmp_path, capsys, content, message):
    (tmp_path / "x.txt").write_text(GOOD)
    (tmp_path / "a.xml").write_text(content)
    assert (
        main(["encode", str(tmp_path / "x.txt"), "-o", str(tmp_path / "out"), "--authority", str(tmp_path / "a.xml")])
        == 1
    )
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert message in said[0]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", ["[]", "{", '{"date": {"when": "1962-13-01"}}', '{"language": "not a language"}'])
def test_a_malformed_sidecar(tmp_path, capsys, content):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "x.meta.json").write_text(content)
    status, said = run(tmp_path, capsys, "x.txt", GOOD.encode())
    assert status == 1
    assert "x.meta.json" in said[0]


def test_unknown_and_broken_conventions(tmp_path, capsys):
    (tmp_path / "x.txt").write_text(GOOD)
    for name, content in (("none", None), ("c.toml", "= 1"), ("c.toml", "open = 3"), ("c.toml", 'unsigned = "nobody"')):
        path = name if content is None else str(tmp_path / name)
        if content is not None:
            (tmp_path / name).write_text(content)
        from teilegram.conventions import profile

        profile.cache_clear()
        assert main(["encode", str(tmp_path / "x.txt"), "-o", str(tmp_path / "out"), "--convention", path]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1


def test_two_transcripts_of_one_name_do_not_overwrite_each_other(tmp_path, capsys):
    for suffix in ("txt", "md"):
        (tmp_path / f"x.{suffix}").write_text(GOOD)
    assert main(["encode", str(tmp_path), "-o", str(tmp_path / "out")]) == 1
    assert "is taken by" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        "<a><b></a>",
        "",
        "plain text",
        "<x/>",
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'/>",
    ],
)
def test_view_and_validate_refuse_what_is_no_document(tmp_path, capsys, content):
    (tmp_path / "x.xml").write_text(content)
    assert main(["view", str(tmp_path / "x.xml"), "--as", "text"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert main(["validate", str(tmp_path / "x.xml")]) == 1
    assert "x.xml:1" in capsys.readouterr().out


def test_a_transcript_cannot_inject_markup_into_the_page(tmp_path):
    (tmp_path / "x.txt").write_text(
        "# <script>alert(1)</script>\n\nA text with <img src=x onerror=alert(1)> in it & more, of some length.\n"
    )
    (tmp_path / "x.meta.json").write_text('{"title": "<script>alert(2)</script>", "link": "javascript:alert(3)"}')
    teilegram.encode(tmp_path / "x.txt", out=tmp_path)
    shown = teilegram.view(tmp_path / "x.xml", "html")
    assert "<script>alert" not in shown
    assert "<img" not in shown
    assert 'href="javascript' not in shown


def test_an_error_is_a_value_and_never_a_traceback(tmp_path):
    with pytest.raises(TeilegramError):
        teilegram.encode(tmp_path / "nothing.txt")
