"""Signatures whose initials an editor has written out: `C[harles] W[hitworth]`, `J[ohn] H[arding]`.

What is signed is a name, unless the words written out are a title: `H[is] M[ajesty]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.model import Annotation, Document, Finding

WORD = r"[^\W\d_a-zа-яё]\[[a-zà-ÿа-яё]{1,30}\][a-zà-ÿа-яё]{0,20}"
SIGNATURE = re.compile(rf"(?<!\w)({WORD}(?: {WORD}){{0,2}}) ({WORD})(?!\w)")
HONORIFIC = frozenset(
    ("his", "her", "your", "their", "the", "my", "our", "most", "su", "sa", "votre", "seine", "euer", "его", "ваше")
)


def written_out(document: Document) -> Iterator[Annotation | Finding]:
    """Yield a `persName` with forename and surname for every such name at the foot of a document."""
    text = document.source.text
    for zone in document.of("back"):
        for m in SIGNATURE.finditer(text, zone.start, zone.end):
            if re.sub(r"[\[\]]", "", m[1].split()[0]).casefold() in HONORIFIC:
                continue
            yield Annotation(*m.span(), "persName", "names.unknown", (), "medium")
            yield Annotation(*m.span(1), "forename", "names.unknown")
            yield Annotation(*m.span(2), "surname", "names.unknown")
            said = re.sub(r"[\[\]]", "", m[0])
            yield document.finding(
                m.start(), "names.unknown", f"{said} is in no authority file; proposed as a new entry"
            )
