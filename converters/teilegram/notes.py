"""Footnote marks whose notes are not in the file: `reservists.²`, `aware. 1`, `attached42.` (Guidelines, CONONO).

A superscript figure is a mark; a plain one only where it touches or follows the end of a sentence and no
number can stand there.  `27<sup>th</sup>` is an ordinal and no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.model import Annotation, Document, Finding

SUPERSCRIPT = re.compile(r"(?<=[\w.,;:!?\"”’»)\]])[⁰¹²³⁴-⁹]+")
EXPONENT = re.compile(r"(?:[0-9]|\b(?:k|c|m|d)?m)$")
"""What a superscript is an exponent of: `10⁶`, `km²`."""
HTML = re.compile(r"(?<=[\w.,;:!?\"”’»)\]])<sup>([0-9]{1,3})</sup>")
CARET = re.compile(r"(?<=[\w.,;:!?\"”’»)])\^([0-9]{1,3})(?!\w)")
AFTER_STOP = re.compile(r"(?<=[a-zа-я]{4}[.?!]) ?([0-9]{1,3})(?=\s*$)", re.MULTILINE)
GLUED = re.compile(r"(?<=[a-zа-я]{3})([0-9]{1,3})(?=[.,;:](?:\s|$)|\s*$)", re.MULTILINE)
FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def anchors(document: Document) -> Iterator[Annotation | Finding]:
    """Yield a `noteAnchor` for every mark, and report those without a note: `@n` is the number it shows."""
    text = document.source.text
    taken = [(a.start, a.end) for a in document.of("date", "time", "noteAnchor", "idno")]
    found = [*plain(text, document), *tagged(text, document)]
    for a in sorted(found, key=lambda one: one.start):
        if not any(start < a.end and a.start < end for start, end in taken):
            yield a
    for a in [*found, *document.of("noteAnchor")]:
        yield document.finding(a.start, "notes.orphan", f"footnote mark {a.get('n')} has no note in the transcript")


def plain(text: str, document: Document) -> Iterator[Annotation]:
    """Yield the marks that are figures only."""
    for block in document.of("block"):
        for m in SUPERSCRIPT.finditer(text, block.start, block.end):
            if not EXPONENT.search(text, max(block.start, m.start() - 5), m.start()):
                figure = m[0].translate(FIGURES)
                yield Annotation(m.start(), m.end(), "noteAnchor", "notes.superscript", (("n", figure),))
        for pattern in (AFTER_STOP, GLUED):
            for m in pattern.finditer(text, block.start, block.end):
                yield Annotation(m.start(1), m.end(1), "noteAnchor", "notes.plain-figure", (("n", m[1]),), "high")


def tagged(text: str, document: Document) -> Iterator[Annotation]:
    """Yield the marks that are written as superscripts."""
    for block in document.of("block"):
        for m in HTML.finditer(text, block.start, block.end):
            yield Annotation(*m.span(1), "noteAnchor", "notes.superscript", (("n", m[1]),))
        for m in CARET.finditer(text, block.start, block.end):
            yield Annotation(
                m.start(), m.end(), "noteAnchor", "notes.superscript", (("n", m[1]), ("rend", "superscript")), None, 1
            )
