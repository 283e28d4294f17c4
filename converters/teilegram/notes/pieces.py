r"""Pieces: blocks divided at the lines where a note may begin, and at headings and rules above notes.

A label is what a note begins with: `1 See …`, `1. See …`, `¹ Text`, `[1] …`, `[^1]: …`, `<sup>1</sup> …`, `* …`,
`a) …`.  Whether it is one of a note or of a numbered point is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from teilegram.model import SPACE, Annotation
from teilegram.notes.anchors import FIGURES
from teilegram.vocabulary import table

LABEL = re.compile(
    r"\[\^(?P<markdown>[\w*-]{1,20})\]:"
    r"|<sup>[\[(]?(?P<tagged>[0-9]{1,3}|[a-z]|\*{1,3}|[†‡]{1,3})[\])]?</sup>\.?"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3}|[ᵃᵇᶜᵈᵉ])(?![⁰¹²³⁴-⁹⁺⁻])[.)]?"
    r"|\^(?P<caret>[0-9]{1,3})\^?(?!\w)"
    r"|(?P<dagger>[†‡]{1,3})"
    r"|(?P<star>\*{1,3})(?!\*)"
    r"|\[(?P<square>[0-9]{1,3}|[a-z])\](?!\()"
    r"|\((?P<round>[0-9]{1,3})\)(?=\s)"
    r"|(?P<dotted>[0-9]{1,3})[.)](?=\s)"
    r"|(?P<letter>[a-z])[.)]?(?=\s)"
    r"|(?P<plain>[0-9]{1,3})(?=\s+[\"“«A-ZА-ЯЁ*\[]|[A-ZА-ЯЁ])"
)
ALONE = ("markdown", "tagged", "raised", "caret", "dagger")
"""Labels that may begin a note in any line, for nothing else begins so."""
LINE = re.compile(rf"[^{SPACE}](?:[^\n]*[^{SPACE}])?")
RULE = re.compile(r"_{3,}|[-–—]{3,}|(?:\\?\* ?){3,}")


class Piece(NamedTuple):
    """A run of lines: `text`, `pageNum` (also a running head), `head` (heading or rule above notes) or `label`.

    A label is what may begin a note.
    """

    start: int
    end: int
    sort: str
    block: Annotation
    n: str = ""
    form: str = ""
    body: int = 0
    """Where what follows the label begins."""

    @property
    def number(self) -> int | None:
        """The label as a number; letters count from a, stars and daggers by how many they are."""
        if self.n.isdecimal():
            return int(self.n)
        if len(self.n) == 1 and self.n.isalpha():
            return ord(self.n)
        return len(self.n) if self.n and not self.n[0].isalnum() else None


@cache
def head_pattern() -> re.Pattern[str]:
    """Compile the headings that stand alone above notes."""
    words = "|".join(re.escape(row["words"]) for row in table("note_heads"))
    return re.compile(rf"(?:#{{1,6}} |\*\*|\[)?(?:{words})[:.]?(?:\*\*|\])?[:.]?", re.IGNORECASE)


def divide(text: str, blocks: Iterable[Annotation], emphasis: frozenset[int]) -> Iterator[Piece]:
    r"""Yield the pieces of blocks; `emphasis` are the offsets where an asterisk opens italics.

    >>> said = "It was so.¹\n¹ See document 5.\n² Not printed."
    >>> [(p.sort, p.n) for p in divide(said, [Annotation(0, len(said), "block", "")], frozenset())]
    [('text', ''), ('label', '1'), ('label', '2')]
    """
    for block in blocks:
        if block.kind != "block":
            yield Piece(block.start, block.end, "pageNum", block)
            continue
        open_piece: Piece | None = None
        for start, end in lines(text, block.start, block.end):
            made = piece(text, (start, end), block, open_piece, emphasis)
            if made is None and open_piece and open_piece.sort != "head":
                open_piece = open_piece._replace(end=end)
                continue
            if open_piece:
                yield open_piece
            open_piece = made or Piece(start, end, "text", block)
        if open_piece:
            yield open_piece


def piece(
    text: str, line: tuple[int, int], block: Annotation, before: Piece | None, emphasis: frozenset[int]
) -> Piece | None:
    """Make the piece that begins with a line; None where the line goes on from the one before."""
    start, end = line
    if RULE.fullmatch(text, start, end) or head_pattern().fullmatch(text, start, end):
        return Piece(start, end, "head", block)
    m = LABEL.match(text, start, end)
    if not m or start in emphasis or not text[m.end() : end].strip():
        return None
    form = m.lastgroup or ""
    made = Piece(start, end, "label", block, m[form].translate(FIGURES), form, m.end())
    if before is None or before.sort == "head" or form in ALONE:
        return made
    starred = form == "star" and before.n.isalnum()
    return made if before.sort == "label" and (starred or follows(before, made)) else None


def follows(one: Piece, other: Piece) -> bool:
    """Tell whether a label is the next after another of the same form."""
    if one.form == other.form == "markdown":
        return True
    left, right = one.number, other.number
    if left is None or right is None or one.n.isalnum() != other.n.isalnum():
        return False
    kin = one.form == other.form or {one.form, other.form} <= {"plain", "dotted", "square", *ALONE}
    return kin and right == left + 1


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines that are not empty, white space at their ends left out."""
    for m in LINE.finditer(text, start, end):
        yield m.span()
