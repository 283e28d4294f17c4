"""Cases: a folder each, `PHENOMENON/CASE/source.txt` and what it becomes.  Adding a case is adding a folder.

`expected.xml` holds what the header knows of the document, the `standOff` and the `text`; the name of a case that
shows what a rule leaves alone begins with `not-`.  A `convention.toml` beside the source is the convention of the case,
an `authority.xml` its authority.

`pytest --save-golden` writes what the code makes; read the difference before committing it.
"""

from pathlib import Path

import pytest
from lxml import etree

from teilegram.authority import load
from teilegram.convert import convert_file

CASES = sorted(p.parent for p in (Path(__file__).parent / "cases").rglob("source.txt"))
SHOWN = ("titleStmt", "msDesc", "creation", "correspDesc", "particDesc", "textClass", "standOff", "text")
"""What of a document a case shows."""
XMLNS = ' xmlns="http://www.tei-c.org/ns/1.0"'


def made(case: Path, authority) -> str:
    own = case / "convention.toml"
    convention = str(own) if own.is_file() else "auto"
    known = case / "authority.xml"
    authority = [known] if known.is_file() else authority
    documents, findings = convert_file(case / "source.txt", load(authority, authority[0].parent), convention=convention)
    texts = []
    for document in documents:
        root = etree.fromstring(document.xml)
        parts = (part for name in SHOWN for part in root.iterfind(f".//{{*}}{name}"))
        texts += [etree.tostring(part, encoding="unicode", with_tail=False).replace(XMLNS, "") for part in parts]
    said = "".join(f"<!-- {str(f).replace('--', '- -')} -->\n" for f in findings)
    return "<documents>\n" + said + "\n".join(texts) + "\n</documents>\n"


@pytest.mark.parametrize("case", CASES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_case(case, authority, request):
    expected = case / "expected.xml"
    text = made(case, authority)
    if request.config.getoption("--save-golden"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
