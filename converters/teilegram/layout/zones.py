"""Zones: where the head of a document ends and its foot begins, and which blocks are headings.

Before the first sentence stand headings, stamps, numbers and addresses; after the last, signatures, notes of
printing, the source.  A heading names a kind of document, is marked as one, or is the catalogue's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.layout.blocks import is_prose
from teilegram.layout.labels import follows, label
from teilegram.layout.lines import hashes, is_postscript, is_sentence, nonempty, office, stamp
from teilegram.layout.lists import lists
from teilegram.layout.opener import SHORT, greets
from teilegram.layout.quotations import quotations
from teilegram.layout.tables import tables
from teilegram.layout.verses import verses
from teilegram.model import SPACE, Annotation, Document
from teilegram.vocabulary import table

NUMBERED = re.compile(r"(?:No\.?|№|Nr\.?|Document|Doc\.?|Документ)\s?\d{1,4}[a-z]?\.?(?=\s|$)")
BOLD = re.compile(r"(?:\*\*[^*]+\*\*\s*)+")
BEFORE = r"(?:\d{1,2}(?: / \d{1,2})? \w+ \d{4}\W{1,4})?(?:(?:copy|translation|draft|extract|text) of (?:an? |the )?)?"
"""What may stand before the kind in a heading: `12 June 1762. – Copy of a letter`."""
LONGEST = 60
"""Words that a heading has at most."""
TITLE = (4, 20)
"""Words of a title that nothing but its place shows."""
LONG = 12
"""Words of a sentence that a page cuts, at least; of the only text that a document has as well."""
SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.?!]$")
"""How a sentence ends that is no date: `Comrade Ivanov.`, not `9 марта 1957 г.`."""
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


def zones(document: Document) -> Iterator[Annotation]:
    """Yield `front`, `back` and the `head`s of every part of a document."""
    source_notes = [n for n in document.of("note") if n.get("type") == "source"]
    for part in document.of("div"):
        blocks = document.inside(part.start, part.end, "block")
        front = 0
        if is_title(document, blocks):
            yield Annotation(blocks[0].start, blocks[0].end, "head", "layout.zones.title", cert="medium")
            front = 1
        while front < len(blocks) and not begins(document, blocks, front, part):
            if is_head(document, blocks[front], first=front == 0):
                block = blocks[front]
                yield Annotation(
                    block.start, block.end, "head", "layout.zones.head", cert="high", before=hashes(document, block)
                )
            front += 1
        read = front
        front = only_text(document, blocks, read, source_notes)
        back, least = len(blocks), front + (front != read)
        while back > least and ends(document, blocks[max(back - 2, 0) : back], source_notes):
            back -= 1
        if front:
            yield Annotation(part.start, blocks[front - 1].end, "front", "layout.zones")
        if front < back < len(blocks):  # TEI allows no closer where there is no text before it
            yield Annotation(blocks[back].start, part.end, "back", "layout.zones")


def begins(document: Document, blocks: list[Annotation], at: int, part: Annotation) -> bool:
    """Tell whether the text itself begins with this block."""
    text = document.source.text[blocks[at].start : blocks[at].end]
    if at == 0 and part.start == document.start and text[0].islower() and len(text.split(None, 9)) > 8:  # noqa: PLR2004
        return True
    if is_head(document, blocks[at], first=at == 0):
        return at > 0 and opens_part(document, blocks, at)
    if CONTENTS_LINE.search(text):
        return False
    if is_address(text):
        return False
    if is_prose(text) or holds_sentence(text) or is_cut(document, blocks, at) or is_turn(text):
        return True
    return "\t" not in text and is_shaped(document, blocks[at])


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


def is_address(text: str) -> bool:
    """Tell whether a block names an addressee in short lines and is no sentence, however many small letters it has.

    >>> is_address("To the Deputy Minister\\nof foreign trade of the Union"), is_address("To this he agreed.")
    (True, False)
    """
    lines = text.splitlines()
    return greets(lines[0]) and not text.endswith(STOPS) and all(len(line.split()) <= SHORT for line in lines)


def only_text(document: Document, blocks: list[Annotation], front: int, notes: list[Annotation]) -> int:
    """Give where the text begins, though nothing reads as one: `Appoint L. Ivanov senior fitter, effective …`.

    It is then the first block under a heading that is long enough, has small letters in it, and greets nobody.
    """
    text = document.source.text
    if any(not any(n.holds(b) for n in notes) for b in blocks[front:]):
        return front
    for at, b in enumerate(blocks[1:front], 1):
        words = text[b.start : b.end].split()
        small = sum(word[0].islower() for word in words)
        greeting = any(greets(text[start:end]) for start, end in nonempty(document, b.start, b.end))
        long = len(words) >= LONG and small * 4 >= len(words) and "\t" not in text[b.start : b.end]
        if long and not greeting and not is_head(document, b, first=False):
            return at
    return front


def is_cut(document: Document, blocks: list[Annotation], at: int) -> bool:
    """Tell whether a block is a sentence that the page cuts off: half its words in small letters, and no stop."""
    text = document.source.text[blocks[at].start : blocks[at].end]
    if at + 1 == len(blocks) or text.endswith(STOPS) or not turns_page(document, blocks[at].end, blocks[at + 1].start):
        return False
    words = text.split()
    return len(words) >= LONG and sum(word[0].islower() for word in words) * 2 >= len(words)


def turns_page(document: Document, start: int, end: int) -> bool:
    """Tell whether a page ends between two offsets."""
    return bool(document.inside(start, end, "pb", "pageNum"))


def holds_sentence(text: str) -> bool:
    """Tell whether a line of a block is a sentence, though what stands under it is none.

    >>> holds_sentence("Approve the attached text of the instructions.\\n[Attachment]")
    True
    >>> holds_sentence("CC CPSU\\nMoscow.")
    False
    """
    lines = text.splitlines()
    return len(lines) > 1 and any(SENTENCE_END.search(line.rstrip(SPACE)) and is_prose(line) for line in lines)


@cache
def speaker() -> re.Pattern[str]:
    """Compile a speaker before a colon, with a title, in capitals or with initials."""
    rows = table("speakers")
    words = {
        k: "|".join(re.escape(w) for r in rows if r["kind"] == k for w in r["words"].split("|"))
        for k in ("title", "role", "not")
    }
    name = r"[A-ZА-ЯЁ][\w.'-]{1,30}"
    return re.compile(
        rf"(?:(?:{words['title']}) {name}|{words['role']}|"
        rf"(?!(?i:{words['not']})\b)[A-ZА-ЯЁ]{{3,20}}|(?:[A-Z]\.)+ ?{name})(?: ?\([^)\n]{{1,40}}\))?: ?\S"
    )


def is_turn(text: str) -> bool:
    """Tell whether a block is what a speaker says, however short.

    >>> is_turn("Mr. Rusk: Yes."), is_turn("ХРУЩЕВ: Да."), is_turn("SUBJECT: Berlin"), is_turn("Washington")
    (True, True, False, False)
    """
    return bool(speaker().match(text)) and text.rstrip("\"'”’»)]").endswith((".", "?", "!", "…"))


def opens_part(document: Document, blocks: list[Annotation], at: int) -> bool:
    """Tell whether a heading behind others is of a lower level by its mark, and text follows it."""
    marks = [hashes(document, block) for block in blocks[: at + 1]]
    following = document.source.text[blocks[at + 1].start : blocks[at + 1].end] if at + 1 < len(blocks) else ""
    return is_prose(following) and 0 < min((m for m in marks[:at] if m), default=0) < marks[at]


def is_shaped(document: Document, block: Annotation) -> bool:
    """Tell whether a block is or holds a list, a quotation, verse, or a table with bars: text, however short."""
    families = [lists(document, [block]), quotations(document, block), verses(document, block)]
    if "|" in document.source.text[block.start : block.end]:
        families.append(tables(document, block))
    return any(next(family, None) for family in families)


def goes_on(document: Document, block: Annotation, before: Annotation) -> bool:
    """Tell whether a block is the next point of what is counted in the block before it."""
    here = label(document.source.text, block.start)
    above = (label(document.source.text, start) for start, _ in nonempty(document, before.start, before.end))
    return bool(here and any(read and read.sign[0].isalnum() and follows(read, here) for read in above))


def ends(document: Document, blocks: list[Annotation], source_notes: list[Annotation]) -> bool:
    """Tell whether the last of some blocks belongs to the foot of a document."""
    block = blocks[-1]
    text = document.source.text[block.start : block.end]
    if any(n.start < block.end and block.start < n.end for n in source_notes) or is_postscript(document, block):
        return True
    if any(n.end <= block.start for n in source_notes) and len(text.split(None, LONGEST)) < LONGEST:
        return True
    if (text[0] in '“"«„' and is_announced(document, block)) or (blocks[:-1] and belongs(document, block, blocks[-2])):
        return False
    whole = [g for g in document.inside(block.start, block.end, "gap", "note") if g.holds(block)]
    if whole or is_prose(text) or is_turn(text):
        return False
    above = blocks[-2] if blocks[:-1] else None
    after_text = above and (
        is_prose(document.source.text[above.start : above.end]) or is_sentence(document, above.start, above.end)
    )
    return not (after_text and is_sentence(document, block.start, block.end))


def belongs(document: Document, block: Annotation, before: Annotation) -> bool:
    """Tell whether a block, however short, goes on with the text before it: the next point, or a list after prose."""
    prose = is_prose(document.source.text[before.start : before.end])
    return goes_on(document, block, before) or (is_shaped(document, block) and (prose or is_shaped(document, before)))


def is_announced(document: Document, block: Annotation) -> bool:
    """Tell whether the text before a block ends in a colon: a quotation belongs to the text, however short."""
    return document.source.text[max(document.start, block.start - 20) : block.start].rstrip(SPACE).endswith(":")


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
    if any(d.start == block.start and d.get("type") == "introduction" for d in document.of("div")):
        return True
    plain = text.strip(SPACE + "*_# ")
    if not plain:
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
    return bool(genre_pattern().match(plain)) and begun and not plain.endswith((".", ",", ":", ";"))
