"""The command line as others rely on it."""

import json
import subprocess
import sys

import pytest
from lxml import etree

import teilegram
from teilegram.cli import main
from teilegram.fidelity import normalised

LETTER = "Dear Sir,\n\nI have received your letter of 3 May 1962 and thank you for it very much.\n\nA. Smith\n"


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "in" / "letter.txt"
    path.parent.mkdir()
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_encode_names_files_by_transcript(seeds, tmp_path):
    assert main(["encode", *map(str, seeds), "-o", str(tmp_path)]) == 0
    stems = [p.stem for p in seeds]
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        f"{stems[0]}.xml",
        *(f"{stems[1]}-{n}.xml" for n in (1, 2, 3)),
    ]


def test_encode_names_files_by_document(seeds, authority, tmp_path):
    options = [o for path in authority for o in ("--authority", str(path))]
    assert main(["encode", *map(str, seeds), "-o", str(tmp_path), "--name-by", "document", *options]) == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "1962-10-19-dobrynin.xml",
        "1962-10-20-gromyko.xml",
        "1962-10-22-zorin-ussr-foreign-ministry.xml",
        "1962-11-06-mikoyan-cc-cpsu.xml",
    ]


def test_several_processes_make_the_same_files(seeds, tmp_path):
    for jobs in ("1", "2"):
        assert main(["encode", str(seeds[0].parent), "-o", str(tmp_path / jobs), "--jobs", jobs]) == 0
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / jobs).iterdir()} for jobs in ("1", "2"))
    assert one == two


def test_references_resolve_from_the_file_where_they_stand(seeds, authority, tmp_path):
    out = tmp_path / "far" / "away"
    options = [o for path in authority for o in ("--authority", str(path))]
    assert main(["encode", str(seeds[1]), "-o", str(out), *options]) == 0
    seen = 0
    for path in out.iterdir():
        for node in etree.parse(path).iter("{*}persName", "{*}placeName", "{*}orgName"):
            if node.get("ref"):
                file, _, ident = node.get("ref").partition("#")
                target = etree.parse(out / file)
                assert target.xpath("//*[@xml:id=$i]", i=ident)
                seen += 1
                break
    assert seen == 3


def test_a_sidecar_gives_title_date_and_language(letter, tmp_path):
    letter.with_suffix(".meta.json").write_text(
        '{"title": "A letter", "date": {"when": "1962-05-07"}, "language": "en", "shelf": "7/3"}'
    )
    assert main(["encode", str(letter), "-o", str(tmp_path / "out")]) == 0
    root = etree.parse(tmp_path / "out" / "letter.xml")
    assert root.findtext(".//{*}titleStmt/{*}title") == "A letter"
    assert root.find(".//{*}creation/{*}date").get("when") == "1962-05-07"
    assert root.findtext(".//{*}bibl/{*}note") == "shelf: 7/3"


def test_the_date_option_stands_in_for_the_page(letter, tmp_path):
    letter.write_text("Dear Sir,\n\nI have received your letter of 3 May and thank you for it very much.\n")
    assert main(["encode", str(letter), "-o", str(tmp_path / "out"), "--date", "1962-05-07"]) == 0
    root = etree.parse(tmp_path / "out" / "letter.xml")
    assert root.find(".//{*}body//{*}date").get("when") == "1962-05-03"


def test_view_prints_the_transcript_back(letter, tmp_path, capsys):
    main(["encode", str(letter), "-o", str(tmp_path / "out")])
    assert main(["view", str(tmp_path / "out"), "--as", "text", "--mode", "diplomatic"]) == 0
    assert normalised(capsys.readouterr().out) == normalised(LETTER)


def test_view_writes_pages(seeds, tmp_path):
    main(["encode", str(seeds[1]), "-o", str(tmp_path / "out")])
    assert main(["view", str(tmp_path / "out"), "--as", "html", "-o", str(tmp_path / "pages")]) == 0
    assert len(list((tmp_path / "pages").glob("*.html"))) == 3


def test_validate_says_valid_and_invalid(letter, tmp_path, capsys):
    out = tmp_path / "out"
    main(["encode", str(letter), "-o", str(out)])
    assert main(["validate", str(out)]) == 0
    assert "1 files, all valid" in capsys.readouterr().out
    broken = (out / "letter.xml").read_text().replace("<signed>", "<persona>").replace("</signed>", "</persona>")
    (out / "letter.xml").write_text(broken)
    line = 1 + broken[: broken.index("<persona>")].count("\n")
    assert main(["validate", str(out), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["valid"] is False
    assert {"file", "line", "column", "rule", "message"} <= set(report["findings"][0])
    assert line in [f["line"] for f in report["findings"]]
    assert main(["validate", str(out), "--format", "sarif"]) == 1
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"]


def test_validate_reports_wrong_usage(tmp_path, capsys):
    assert main(["validate", str(tmp_path / "nothing.xml")]) == 2
    assert "does not exist" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        main(["validate"])
    assert stopped.value.code == 2


@pytest.mark.usefixtures("letter")
def test_build_makes_an_edition(tmp_path, capsys):
    (tmp_path / "edition.toml").write_text(
        '[edition]\ntitle = "Letters"\ntranscripts = ["in"]\noutput = "tei"\nviews = "build"\n'
    )
    assert main(["build", str(tmp_path / "edition.toml")]) == 0
    assert sorted(p.name for p in (tmp_path / "tei").iterdir()) == ["corpus.xml", "letter.xml"]
    assert sorted(p.name for p in (tmp_path / "build").iterdir()) == ["letter.html", "letter.txt", "manual.html"]
    assert "1 transcripts, 1 documents, 0 errors" in capsys.readouterr().out
    (tmp_path / "tei" / "old.xml").write_bytes((tmp_path / "tei" / "letter.xml").read_bytes())
    assert main(["build", str(tmp_path / "edition.toml")]) == 1
    assert "old.xml" in capsys.readouterr().err


def test_the_functions_do_what_the_commands_do(letter, tmp_path):
    (document,) = teilegram.encode(letter, out=tmp_path / "out")
    assert document.name == "letter.xml"
    assert (tmp_path / "out" / "letter.xml").read_bytes() == document.xml
    assert teilegram.validate(tmp_path / "out") == []
    assert normalised(teilegram.view(tmp_path / "out" / "letter.xml", "text", "diplomatic")) == normalised(LETTER)


def test_help_is_quick_and_imports_late():
    code = "import sys; from teilegram.cli import parser; parser(); print([m for m in ('lxml', 'saxonche', 'xmlschema') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_a_transcript_cannot_take_the_place_of_the_corpus_file(letter, tmp_path, capsys):
    letter.rename(letter.with_name("corpus.txt"))
    (tmp_path / "edition.toml").write_text('[edition]\ntranscripts = ["in"]\n')
    assert main(["build", str(tmp_path / "edition.toml")]) == 1
    assert "corpus.txt: would be corpus.xml, which the edition needs" in capsys.readouterr().err
