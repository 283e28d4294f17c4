"""Headings at the beginning of a document: they name a kind of document, are marked as headings, or are its title."""

from __future__ import annotations

import re
from functools import cache

from teilegram.layout.blocks import is_prose
from teilegram.layout.labels import label
from teilegram.layout.lines import office, stamp
from teilegram.layout.opener import greets
from teilegram.layout.spoken import is_turn
from teilegram.model import SPACE, Annotation, Document
from teilegram.vocabulary import table

NUMBERED = re.compile(r"(?:No\.?|№|Nr\.?|Document|Doc\.?|Документ)\s?\d{1,4}[a-z]?\.?(?=\s|$)")
POINT = re.compile(r"\d{1,4}\.\s+(?=[A-ZÀ-ÞА-ЯЁ])")
"""The number of a document in its volume, before its title: `47. Memorandum From …`."""
BOLD = re.compile(r"(?:\*\*[^*]+\*\*\s*)+")
BEFORE = r"(?:\d{1,2}(?: / \d{1,2})? \w+ \d{4}\W{1,4})?(?:(?:copy|translation|draft|extract|text) of (?:an? |the )?)?"
"""What may stand before the kind in a heading: `12 June 1762. – Copy of a letter`."""
YEAR_END = re.compile(r"\d{4} ?(?:г|гг|года)\.$")
"""The abbreviation for a year, with which a Russian heading may end: `9 марта 1957 г.`"""
LONGEST = 60
"""Words that a heading has at most."""
TITLE = (4, 20)
"""Words of a title that nothing but its place shows."""
SENTENCE = re.compile(r"[^\W\d_]{3,}[.?!]")
"""The end of a sentence in a line, which no title has; a footnote mark may stand behind it."""
DATED = re.compile(r"\n(?:[^\s]+ ){0,5}(?:1[5-9]|20)[0-9]{2}\.?$")
"""A short last line that ends in a year: `No. 118` over `Bern, 4 May 1931` is a number over a dateline, no heading."""
STOPS = (".", "?", "!", ":", ";", ",", "…", '"', "”", "»")
CONTENTS_LINE = re.compile(r"\.{4,} ?\d{1,4}$", re.MULTILINE)
"""Dots that lead to a page number: a line of a table of contents, which stands before a text and is none."""


@cache
def genre_pattern() -> re.Pattern[str]:
    """Compile the words for kinds of document, at the beginning of a heading."""
    words = sorted((w for row in table("genres") for w in row["words"].split("|")), key=len, reverse=True)
    kinds = "|".join(map(re.escape, words))
    return re.compile(rf"{BEFORE}(?:\w+ ){{0,2}}?(?:{kinds})(?![\w:])", re.IGNORECASE)


def is_title(document: Document, blocks: list[Annotation]) -> bool:
    """Tell whether the first line of a text is a title: no stop, small letters in it, and prose begins under it.

    It is no stamp, no office of a letterhead, no greeting, no date, and the page does not turn behind it.
    """
    if len(blocks) < 2 or is_head(document, blocks[0], first=True):  # noqa: PLR2004
        return False
    text = document.source.text
    start, end = blocks[0].start, blocks[0].end
    said, following = text[start:end], text[blocks[1].start : blocks[1].end]
    words = said.split()
    if not TITLE[0] <= len(words) <= TITLE[1] or "\n" in said or "\t" in said or said.rstrip("*_").endswith(STOPS):
        return False
    if not (said[0].isupper() or said[0] in "«“") or not any(w.islower() and len(w) > 3 for w in words):  # noqa: PLR2004
        return False
    if (
        DATED.search("\n" + said)
        or SENTENCE.search(said)
        or greets(said)
        or office().match(said)
        or stamp(document, start, end)
    ):
        return False
    if document.inside(start, end, "note", "gap") or is_turn(said) or label(said):
        return False
    begun = following[0].isupper() or following[0].isdigit() or following[0] in "«“"
    return begun and is_prose(following) and not turns_page(document, end, blocks[1].start)


def is_head(document: Document, block: Annotation, *, first: bool) -> bool:
    """Tell whether a block at the beginning of a document is a heading.

    >>> from teilegram.conventions import profile
    >>> from teilegram.model import Source
    >>> def head(text, first=True):
    ...     document = Document(Source("x", text, ""), 0, len(text), profile("base"))
    ...     return is_head(document, Annotation(0, len(text), "block", ""), first=first)
    >>> head("Telegram from Soviet representative V. A. Zorin"), head("No. 13"), head("# Шифр телеграмма")
    (True, True, True)
    >>> head("Report after report came in."), head("CC CPSU"), head("TOP SECRET")
    (False, False, False)
    """
    text = document.source.text[block.start : block.end]
    words = text.split(None, LONGEST * 2)
    if len(words) >= (LONGEST if not NUMBERED.match(text) else LONGEST * 2):
        return False
    title = document.source.meta.title
    if first and title and " ".join(title.split()) == " ".join(text.split()):
        return True
    opens = document.inside(block.start, block.end, "enclosureHead")
    if opens or any(d.start == block.start and d.get("type") == "introduction" for d in document.of("div")):
        return True
    plain = text.strip(SPACE + "*_# ")
    if not plain or (BOLD.fullmatch(text) and stamp(document, block.start, block.end)):
        return False
    if text.startswith("#") or BOLD.fullmatch(text) or (NUMBERED.match(plain) and len(words) <= 2):  # noqa: PLR2004
        return True
    lines = plain.splitlines()
    several = len(lines) > 1 and (first or not DATED.search(plain))
    return names_document(plain, lines[0].strip(), several=several)


def names_document(plain: str, first: str, *, several: bool) -> bool:
    """Tell whether a heading begins with the number of a document over its title, or with the kind of document."""
    if several and NUMBERED.fullmatch(first):
        return not plain.endswith((",", ":", ";"))
    begun = plain[0].isupper() or plain[0].isdigit() or plain[0] == "№"
    counted = POINT.match(plain) if not CONTENTS_LINE.search(plain) else None
    title = plain[counted.end() :] if counted else plain
    stopped = plain.endswith((".", ",", ":", ";")) and not YEAR_END.search(plain)
    return bool(genre_pattern().match(title)) and begun and not stopped


def turns_page(document: Document, start: int, end: int) -> bool:
    """Tell whether a page ends between two offsets."""
    return bool(document.inside(start, end, "pb", "pageNum"))
