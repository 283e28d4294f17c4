r"""The transcriber's own marks: Markdown emphasis, headings, superscripts, spaced-out words.

`**bold**`, `*italic*`, `# heading`, `27<sup>th</sup>`, `Г А В А Н Ы` become `hi` (Guidelines, COHQHE); the
characters of the mark are kept as the element's rendition.  An asterisk that is not closed in its paragraph
is a character like any other (`*On the first page a stamp`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teilegram.model import Annotation, Source

EMPHASIS = re.compile(r"(?<![\\*\w])(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?!\s*\n))*?[^\s*\\])\1(?![*\w])")
TAGGED = re.compile(r"<(sup|sub|i|em|b|strong|u)>(?=[^<\s])([^<>\n]*?)</\1>")
HEADING = re.compile(r"^(#{1,6} +)(?=\S)[^\n]*?(?=[ \t\r]*$)", re.MULTILINE)
SPACED = re.compile(r"(?<![^\s])[^\W\d_](?: [^\W\d_]){3,}(?![^\s])")
RENDS = {
    "*": "italic",
    "**": "bold",
    "***": "bold italic",
    "sup": "superscript",
    "sub": "subscript",
    "i": "italic",
    "em": "italic",
    "b": "bold",
    "strong": "bold",
    "u": "underline",
}


def marks(source: Source, blocks: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield a `hi` for every mark and a `heading` for every Markdown heading, block by block.

    >>> s = Source("x", "from the 27<sup>th</sup>, *podzuzhivaniye*", "")
    >>> for a in marks(s, [Annotation(0, len(s.text), "block", "")]):
    ...     print(a.get("rend"), s.text[a.start:a.end], a.before, a.after)
    italic *podzuzhivaniye* 1 1
    superscript <sup>th</sup> 5 6
    """
    for block in blocks:
        yield from inline(source.text, block.start, block.end)


def inline(text: str, start: int, end: int) -> Iterator[Annotation]:
    """Yield the marks of one block."""
    for m in HEADING.finditer(text, start, end):
        yield Annotation(m.start(), m.end(), "heading", "layout.marks.heading", before=len(m[1]))
    for m in EMPHASIS.finditer(text, start, end):
        size = len(m[1])
        rend = (("rend", RENDS[m[1]]),)
        yield Annotation(m.start(), m.end(), "hi", "layout.marks.emphasis", rend, before=size, after=size)
    for m in TAGGED.finditer(text, start, end):
        rend = (("rend", RENDS[m[1]]),)
        yield Annotation(m.start(), m.end(), "hi", "layout.marks.tag", rend, before=len(m[1]) + 2, after=len(m[1]) + 3)
    for m in SPACED.finditer(text, start, end):
        letters = m[0].replace(" ", "")
        if letters.isupper() or letters.islower():
            yield Annotation(m.start(), m.end(), "hi", "layout.marks.spaced", (("rend", "spaced"),), "high")
