r"""The transcriber's own marks: Markdown emphasis, headings, superscripts, spaced-out words.

`**bold**`, `*italic*`, `# heading`, `27<sup>th</sup>`, `Г А В А Н Ы` become `hi` (Guidelines, COHQHE); the
characters of the mark are kept as the element's rendition.  An asterisk that is not closed in its paragraph
is a character like any other (`*On the first page a stamp`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from teilegram.model import Annotation, Source

EMPHASIS = re.compile(r"(?<![\\*\w])(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?!\s*\n))*?[^\s*\\])\1(?![*\w])")
TAGGED = re.compile(r"<(sup|sub|i|em|b|strong|u)>(?=[^<\s])([^<>\n]*?)</\1>")
HEADING = re.compile(r"^(#{1,6} +)(?=\S)[^\n]*?(?=[ \t\r]*$)", re.MULTILINE)
SPACED = re.compile(r"(?<![^\s*\"«„“(\[])[^\W\d_](?:[ \u2009\xa0][^\W\d_]){1,40}(?=[\s.,;:!?*\"»”)\]]|$)")
SPACED_ALONE, SPACED_BESIDE, SPACED_TOGETHER = 4, 2, 6
"""Letters of a spaced-out word by itself; of one beside others, and of all of them together."""
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
    for row in spaced_rows(text, start, end):
        for left, right in row:
            yield Annotation(left, right, "hi", "layout.marks.spaced", (("rend", "spaced"),), "high")


def spaced_rows(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the spaced-out words of one block, those together that wide blanks part: `T O P   S E C R E T`."""
    row: list[tuple[int, int]] = []
    for m in SPACED.finditer(text, start, end):
        between = text[row[-1][1] : m.start()] if row else ""
        if row and (between.strip(" \t\xa0") or len(between) < 2):  # noqa: PLR2004 - one blank parts letters
            yield from [row] if is_spaced_out(text, row) else []
            row = []
        row.append(m.span())
    if row and is_spaced_out(text, row):
        yield row


def is_spaced_out(text: str, row: list[tuple[int, int]]) -> bool:
    """Tell whether letters with blanks between them are words, and not a list of letters or a row of figures.

    >>> [is_spaced_out(t, [(0, len(t))]) for t in ("Г А В А Н Ы", "A B C D", "I I I I", "T O P")]
    [True, False, False, False]
    """
    words = [text[left:right:2] for left, right in row]
    letters = "".join(words)
    steps = sum(ord(b) - ord(a) == 1 for a, b in pairwise(letters))
    if (
        not (letters.isupper() or letters.islower())
        or len(set(letters)) <= len(letters) // 3
        or steps * 2 >= len(letters)
    ):
        return False
    if len(words) == 1:
        return len(letters) >= SPACED_ALONE
    return len(letters) >= SPACED_TOGETHER and min(map(len, words)) >= SPACED_BESIDE
