"""Lines of openers and closers: their beginnings, and the stamps among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.layout.blocks import line_spans
from teilegram.layout.hyphens import divides
from teilegram.model import SPACE, Annotation, Document
from teilegram.vocabulary import table

NEAR = 85.0
"""Least similarity, per cent, of a damaged stamp to a known one."""
LONGEST = 60
"""Characters that a stamp has at most."""
SPACED = 3
"""Characters of the shortest spaced-out word: `N O`."""

POSTSCRIPT = re.compile(r"(?:P\. ?(?:P\. ?)?S\.|PS[.:]|PPS[.:]|П\. ?С\.|Постскриптум)\s*\S")


def line_breaks(document: Document, start: int, end: int) -> Iterator[Annotation]:
    """Yield an `lb` at the beginning of every line but the first, and none where the page turns."""
    turned = document.inside(start, end, "pb", "cb", "pageNum", "fw")
    broken = {a.start for a in turned} | {a.end for a in turned if a.kind in ("pageNum", "fw")}
    previous = 0
    for left, right in nonempty(document, start, end):
        if previous and left not in broken and previous not in broken:
            cut, cert = divides(document.source, previous, left)
            yield Annotation(left, left, "lb", "layout.lines", (("break", "no"),) if cut else (), cert)
        previous = right


def nonempty(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines that hold anything, white space at their ends left out."""
    for left, right in line_spans(document.source.text, start, end):
        span = document.source.trimmed(left, right)
        if span[0] < span[1]:
            yield span


@cache
def stamps() -> tuple[tuple[str, str, str], ...]:
    """Give (type, match, words) of every known stamp."""
    return tuple((row["type"], row["match"], row["words"]) for row in table("stamps"))


def is_postscript(document: Document, block: Annotation) -> bool:
    """Tell whether a block is what a writer adds after the signature: `P.S. The ships are late`, not `P. S. Ivanov`."""
    text = document.source.text
    found = POSTSCRIPT.match(text, block.start, block.end)
    return bool(found) and any(word[0].islower() for word in text[block.start : block.end].split(None, 20))


@cache
def opening(sort: str) -> re.Pattern[str]:
    """Compile the words of a `greeting` or a `valediction` at the beginning of a line."""
    words = (re.escape(w) for row in table("salutations") if row["type"] == sort for w in row["words"].split("|"))
    return re.compile(rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![\w'’])", re.IGNORECASE)


def stamp(document: Document, start: int, end: int) -> Annotation | None:
    """Make the `stamp` or, of a typist's note, the `seg` that a line is; None when it is neither.

    >>> from teilegram.conventions import profile
    >>> from teilegram.model import Source
    >>> def kind(text):
    ...     made = stamp(Document(Source("x", text, ""), 0, len(text), profile("base")), 0, len(text))
    ...     return made and (made.kind, made.get("type"), made.cert)
    >>> kind("Secret. Copy No. 1"), kind("Issued by Shiryanov"), kind("СОБ. СЕКРЕТНО")
    (('stamp', 'classification', None), ('seg', 'processing', None), ('stamp', 'classification', 'medium'))
    >>> kind("Washington")
    """
    if end - start > LONGEST * 3:
        return None
    text = close_set(document.source.text[start:end].strip(SPACE + "*_"))
    if len(text) > LONGEST:
        return None
    for sort, match, words in stamps():
        after = text[len(words) : len(words) + 1]
        if text.startswith(words) and (not after or (not after.isalnum() if match == "start" else after in ".,;:!")):
            if sort in ("processing", "enclosure"):
                return Annotation(start, end, "seg", f"layout.stamp.{sort}", (("type", "processing"),))
            return Annotation(start, end, "stamp", f"layout.stamp.{sort}", (("type", sort),))
    return damaged(text, start, end)


def is_sentence(document: Document, start: int, end: int) -> bool:
    """Tell whether a line at the foot is a short sentence of the text: `Please confirm.`, not `Printed in 5 copies.`.

    All but its first word is in small letters, it has no figures, and no stamp, office or valediction begins so.

    >>> from teilegram.conventions import profile
    >>> from teilegram.model import Source
    >>> def sentence(text):
    ...     return is_sentence(Document(Source("x", text, ""), 0, len(text), profile("base")), 0, len(text))
    >>> sentence("Execute telegraph."), sentence("Sincerely yours."), sentence("Head of the department.")
    (True, False, False)
    """
    text = document.source.text[start:end]
    words = text.split()
    if "\n" in text or not text.endswith((".", "?", "!")) or len(words) < 2:  # noqa: PLR2004
        return False
    if not text[0].isupper() or not all(word[0].islower() for word in words[1:]) or any(c.isdigit() for c in text):
        return False
    if stamp(document, start, end) or any(
        p.match(text) for p in (opening("valediction"), opening("greeting"), office())
    ):
        return False
    return not document.inside(start, end, "note", "gap")


@cache
def office() -> re.Pattern[str]:
    """Compile the offices and institutions at the beginning of a line."""
    return re.compile(rf"(?:{'|'.join(row['words'] for row in table('offices'))})(?!\w)")


def close_set(text: str) -> str:
    """Give a line without the blanks inside spaced-out words.

    >>> close_set("T O P   S E C R E T"), close_set("A b c, I am")
    ('TOP SECRET', 'A b c, I am')
    """
    words = re.split(r"[ \t\xa0]{2,}", text)
    if any(len(w) < SPACED or not w[0::2].isalpha() or w[1::2].strip() for w in words):
        return text
    return " ".join(w[0::2] for w in words)


def damaged(text: str, start: int, end: int) -> Annotation | None:
    """Read a line in capitals as the known stamp that it is near to."""
    if not text.isupper() or not re.fullmatch(r"[^\W\d_][^\d]{5,}", text):
        return None
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only a line in capitals needs it

    score, sort = max((ratio(text, words), sort) for sort, match, words in stamps() if match == "line")
    return (
        Annotation(start, end, "stamp", f"layout.stamp.{sort}.damaged", (("type", sort),), "medium")
        if score >= NEAR
        else None
    )


def hashes(document: Document, block: Annotation) -> int:
    """Count the characters of the Markdown heading mark that a block begins with."""
    marks = document.inside(block.start, block.end, "heading")
    return marks[0].before if marks and marks[0].start == block.start else 0
