"""Names in text that repeats itself: no name grows with the text, so that time and memory stay linear in its length."""

import pytest

from teilegram.conventions import profile
from teilegram.model import Authority, Document, Source
from teilegram.names import names

MOST = 10
"""Parts that the longest name may have: titles, forenames, particles, surnames, the generation."""


@pytest.mark.parametrize(
    "unit", ["Wm. ", "A. ", "Anna ", "Mr. ", "von ", "Li ", "Essad Pasha ", "Ник. ", "Петров, ", "O'"]
)
def test_no_name_grows_with_the_text(unit):
    text = unit * 400 + "Hale.\n"
    found = [
        a
        for a in names(Document(Source("x", text, ""), 0, len(text), profile("base"), Authority()))
        if hasattr(a, "end")
    ]
    people = [a for a in found if a.kind == "persName"]
    parts = [a for a in found if a.kind in ("forename", "surname", "roleName", "nameLink")]
    assert all(sum(p.start <= a.start and a.end <= p.end for a in parts) <= MOST for p in people[:50])
    assert all(p.end - p.start < 200 for p in people)
