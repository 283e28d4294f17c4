"""The committed edition is valid by every reading of the schema, and by the TEI Consortium's own."""

from pathlib import Path

import pytest
from lxml import etree

import teilegram

ROOT = Path(__file__).parents[1]
EDITION = sorted((ROOT / "tei").rglob("*.xml"))
SHARED = ROOT.parent / "shared" / "benchmark"


@pytest.mark.parametrize("path", EDITION, ids=lambda p: p.name)
def test_the_edition_is_valid_tei(path, tei_all):
    assert tei_all.validate(etree.parse(path)), tei_all.error_log.last_error


def test_the_edition_is_valid_by_relax_ng_and_schematron():
    assert [str(f) for f in teilegram.validate(ROOT / "tei")] == []


def test_the_edition_is_valid_by_the_xsd_of_lxml():
    schema = etree.XMLSchema(etree.parse(ROOT / "schema" / "teilegram.xsd"))
    for path in EDITION:
        assert schema.validate(etree.parse(path)), (path.name, schema.error_log.last_error)


def test_the_edition_is_valid_by_the_xsd_of_xmlschema():
    import xmlschema

    schema = xmlschema.XMLSchema(str(ROOT / "schema" / "teilegram.xsd"))
    for path in EDITION:
        assert next(schema.iter_errors(str(path)), None) is None, path.name


@pytest.mark.parametrize(
    ("wrong", "right", "rule"),
    [
        ('resp="#nobody"', 'resp="#trans"', "responsibility.declared"),
        ('<date when="1992-09-04">', '<date when="1962-09-04">', "date.plausible"),
        ('rendition="#square-open #nothing"', 'rendition="#square-open #square-close"', "rendition.declared"),
        ('ana="#names.magic"', 'ana="#names.surname"', "rule.declared"),
    ],
)
def test_schematron_finds_what_the_grammar_cannot(tmp_path, wrong, right, rule):
    path = next(p for p in EDITION if p.name.startswith("004") and "-2" in p.name)
    text = path.read_text(encoding="utf-8")
    at = text.rindex(right)
    broken = text[:at] + wrong + text[at + len(right) :]
    (tmp_path / "x.xml").write_text(broken, encoding="utf-8")
    assert rule in [f.rule for f in teilegram.validate(tmp_path / "x.xml")]


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is missing: the benchmark's documents are not here")
def test_documents_nobody_here_has_seen_are_encoded_and_valid(tmp_path, tei_all):
    """Encoding checks each against its transcript and the grammar; what it writes is checked against tei_all as well."""
    from teilegram.cli import main

    assert (
        main(
            [
                "encode",
                str(SHARED / "unannotated"),
                *map(str, sorted((SHARED / "input").iterdir())),
                "-o",
                str(tmp_path),
                "--jobs",
                "2",
            ]
        )
        == 0
    )
    made = sorted(tmp_path.glob("*.xml"))
    assert len(made) >= 90
    for path in made:
        assert tei_all.validate(etree.parse(path)), (path.name, tei_all.error_log.last_error)
