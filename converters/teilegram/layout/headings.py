"""Headings in the text, and the divisions they open, one in another (Guidelines, DSDIV).

    ## Cuba                    behind number signs
    **The second meeting**     in bold type
    II. The situation in Laos  numbered, or a part: `Part One`, `Глава 2`
    AGENDA                     in capitals

A heading is a short line of its own that text follows.  What the headings of one look are, the first of them tells:
a look that is new goes under the one before it, a look that was there closes what was opened since.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from teilegram.layout.blocks import is_prose
from teilegram.layout.labels import label
from teilegram.layout.lines import nonempty, stamp
from teilegram.model import SPACE, Annotation, Document
from teilegram.vocabulary import table

WORDS = 14
"""Words that a heading has at most."""
LETTERS = 4
"""Letters that a heading has at least."""
BOLD = re.compile(r"(\*\*\*?|__)(?=[^\s*_])[^*_\n]+(?<=[^\s*_])\1")
MARKDOWN = re.compile(r"#{1,6} +(?=\S)")
INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")


def headings(
    document: Document, blocks: Sequence[Annotation], taken: Sequence[Annotation]
) -> Iterator[list[Annotation]]:
    """Yield the `head` and the `subdivision` of every heading among the blocks of a text."""
    found = [(at, made) for at in range(len(blocks)) if (made := head(document, blocks, at, taken))]
    said = [document.string(made).strip(SPACE + "*_").casefold() for _, made in found]
    times = Counter(said)
    heads = [one for one, words in zip(found, said, strict=True) if times[words] == 1]  # else they name speakers
    levels = depths([looks(document, made) for _, made in heads])
    closing = [len(blocks)] * len(heads)
    waiting: list[int] = []
    for i, level in enumerate(levels):
        while waiting and levels[waiting[-1]] >= level:
            closing[waiting.pop()] = heads[i][0]
        waiting.append(i)
    for (at, made), stop in zip(heads, closing, strict=True):
        number = number_of(document, made)
        end = blocks[max(stop - 1, at)].end
        attributes = (("n", number),) if number else ()
        yield [Annotation(made.start, end, "subdivision", "layout.headings", attributes, "high"), made]


def head(document: Document, blocks: Sequence[Annotation], at: int, taken: Sequence[Annotation]) -> Annotation | None:
    """Make the `head` that a block is or begins with."""
    text = document.source.text
    lines = list(nonempty(document, blocks[at].start, blocks[at].end))
    start, end = lines[0]
    alone = len(lines) == 1
    near = bisect_left(taken, end, key=lambda a: a.start) - 1
    if (near >= 0 and taken[near].end > start) or (alone and at + 1 == len(blocks)):
        return None
    words = text[start:end]
    if m := MARKDOWN.match(words):
        return Annotation(start, end, "head", "layout.headings.marked", cert=None, before=m.end())
    if BOLD.fullmatch(words) and len(words.split()) <= WORDS and not words.strip("*_").endswith((".", ",", ";", ":")):
        return Annotation(start, end, "head", "layout.headings.bold", cert="high")
    if is_line(document, start, end) and (names_part(document, blocks, at) or (alone and heads(document, blocks, at))):
        return Annotation(start, end, "head", "layout.headings", cert="medium")
    return None


def names_part(document: Document, blocks: Sequence[Annotation], at: int) -> bool:
    """Tell whether the first line of a block is the name of a part and no more, and no other part comes at once."""
    start, end = next(iter(nonempty(document, blocks[at].start, blocks[at].end)))
    until = blocks[at + 1].end if at + 1 < len(blocks) else blocks[at].end
    below = document.source.text[end:until].lstrip(SPACE)
    return bool(part().fullmatch(document.source.text, start, end) and below and not part().match(below))


def heads(document: Document, blocks: Sequence[Annotation], at: int) -> bool:
    """Tell whether a line of its own is a heading of the prose or the points that follow it."""
    words = document.source.text[slice(*next(iter(nonempty(document, blocks[at].start, blocks[at].end))))]
    following = document.source.text[slice(*next(iter(nonempty(document, blocks[at + 1].start, blocks[at + 1].end))))]
    if not (is_prose(following) or label(following) or part().fullmatch(words.rstrip("."))):
        return False
    return bool(part().match(words)) or is_numbered(words, following) or is_capitals(words, following)


def is_capitals(words: str, following: str) -> bool:
    """Tell whether a line is a heading by its capitals: no address with figures, no initials, no telegram in capitals.

    >>> is_capitals("AGENDA", "The Minister"), is_capitals("B. PETROV", "The"), is_capitals("ABSENT", "HE WILL RETURN")
    (True, False, False)
    """
    return words.isupper() and not following.isupper() and not re.search(r"\d|(?<!\w)\w\.", words)


def is_line(document: Document, start: int, end: int) -> bool:
    """Tell whether a line can be a heading: short, no sentence, no stamp, no signature, no name."""
    words = document.source.text[start:end]
    if (
        len(words.split()) > WORDS
        or sum(c.isalpha() for c in words) < LETTERS
        or (words.endswith((".", ",", ";", ":", "-", "!")) and not part().fullmatch(words.rstrip(".")))
    ):
        return False
    if stamp(document, start, end) or document.inside(start, end, "note", "gap"):
        return False
    named = document.inside(start, end, "persName")
    return not any(INITIAL.search(document.string(p)) or p.end - p.start > (end - start) / 2 for p in named)


def is_numbered(words: str, following: str) -> bool:
    """Tell whether a line is a numbered heading and not one point among others.

    >>> is_numbered("II. The situation in Laos", "The delegation then spoke.")
    True
    >>> is_numbered("2. Laos", "3. Cuba"), is_numbered("A. Mikoyan", "The Minister spoke.")
    (False, False)
    """
    read = label(words)
    if not read or not (read.sign.isupper() or read.sign[0].isdigit()) or words[read.size : read.size + 1].islower():
        return False
    if label(following) or INITIAL.search(words[read.size :]):
        return False
    return len(read.sign) > 1 or read.sign.isdigit() or len(words.split()) > 2  # noqa: PLR2004 - V. Petrov


@cache
def part() -> re.Pattern[str]:
    """Compile the words that name a part of a text, with its number behind them."""
    words = "|".join(re.escape(word) for row in table("parts") for word in row["words"].split("|"))
    counted = "|".join(re.escape(word) for row in table("parts") for word in row["numbers"].split("|") if word)
    return re.compile(rf"(?:{words})\s+(?:\d{{1,2}}|[IVXL]+|[A-Z]|{counted})(?!\w)", re.IGNORECASE)


def looks(document: Document, found: Annotation) -> str:
    """Say what a heading looks like: `##`, `bold`, `part`, the style of its number, `capitals`."""
    words = document.source.text[found.start : found.end]
    if found.before:
        return words[: found.before].strip(SPACE)
    if part().match(words):
        return "part " + words.split()[0].casefold()
    read = label(words.strip("*_"))
    bold = "bold " if BOLD.fullmatch(words) else ""
    return bold + (read.readings[0][0] if read else "capitals" if words.isupper() else "line")


def depths(looks_in_order: Sequence[str]) -> list[int]:
    """Give the level of every heading from the order in which the looks come.

    >>> depths(["#", "##", "##", "#"]), depths(["part part", "I.", "I.", "part part"]), depths(["##", "#"])
    ([1, 2, 2, 1], [1, 2, 2, 1], [1, 1])
    """
    stack: list[str] = []
    made = []
    for look in looks_in_order:
        if look in stack:
            del stack[stack.index(look) :]
        elif look[0] == "#":
            while stack and stack[-1][0] == "#" and len(stack[-1]) > len(look):
                stack.pop()
        stack.append(look)
        made.append(len(stack))
    return made


def number_of(document: Document, found: Annotation) -> str:
    """Give the number that a heading has, as it is written."""
    read = label(document.string(found).strip("*_"))
    return read.sign if read and read.sign[0].isalnum() else ""
