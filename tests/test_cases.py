"""Cases: a folder each, `source.txt` and the `text` it becomes.  Adding a case is adding a folder.

`pytest --save-golden` writes what the code makes; read the difference before committing it.
"""

from pathlib import Path

import pytest
from lxml import etree

from teilegram.authority import load
from teilegram.convert import convert_file

CASES = sorted(p.parent for p in (Path(__file__).parent / "cases").glob("*/source.txt"))


def made(case: Path, authority) -> str:
    documents, findings = convert_file(case / "source.txt", load(authority, case))
    texts = []
    for document in documents:
        root = etree.fromstring(document.xml)
        for name in ("standOff", "text"):
            part = root.find(f"{{*}}{name}")
            if part is not None:
                texts.append(
                    etree.tostring(part, encoding="unicode", with_tail=False).replace(
                        ' xmlns="http://www.tei-c.org/ns/1.0"', ""
                    )
                )
    said = "".join(f"<!-- {str(f).replace('--', '- -')} -->\n" for f in findings)
    return "<documents>\n" + said + "\n".join(texts).replace("../../../tei/authority/", "") + "\n</documents>\n"


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_case(case, authority, request):
    expected = case / "expected.xml"
    text = made(case, authority)
    if request.config.getoption("--save-golden"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
