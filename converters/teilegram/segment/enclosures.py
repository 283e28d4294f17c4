"""Enclosures: texts that were sent with a document, each with a head, an opener and a signature of its own.

    A. PETROV                               behind the signature of the text
    [Attachment]                            in an editor's brackets
    Appendix 1 / To the Mayor of Basel      over an address or a greeting
    Attached: Letter from L. Moser          announced, over an address or a greeting

TEI has no place for a division behind a `closer`, so an enclosure stands beside the text that it came with, in the
order of the page (Guidelines, DSDIV).  An appendix that has nothing of a letter is a section of its text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, chain

from teilegram.model import SPACE, Annotation, Source
from teilegram.segment.looks import NAME, is_running, is_signature, is_stamp, kind_named, starts
from teilegram.vocabulary import table

LEAST = 12
"""Words of an enclosure at least."""
NEAR = 5
"""Lines under the heading of an enclosure, and over it, that tell what it is."""
SHORT = 12
"""Words of an address or a greeting at most."""
CELLS = re.compile(r"\s{3,}")
TO = re.compile(r"(?:T[Oo]|A[Nn]|À|Товарищу|ТОВАРИЩУ|Тов\.)\s+[A-ZÀ-ÞА-ЯЁ]|(?:TO|To) (?:the|THE)\b")
DATELINE = re.compile(r"[^.;]{0,60}\b(?:1[5-9]|20)\d\d(?: г\.)?\W*")
Run = list[Annotation]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that may head an enclosure; `first` and `last` say where the line begins and ends, `at` in which block."""

    at: int
    first: int
    last: int
    word: str
    sort: str
    bracketed: bool


@cache
def pattern() -> re.Pattern[str]:
    """Compile the lines that may head an enclosure: the word, its number, what it belongs to or its title."""
    words = {sort: "|".join(re.escape(w) for w in words_of(sort)) for sort in ("letter", "report", "announced")}
    number = r"[ \t]+(?:No\.?[ \t]?|№[ \t]?|Nr\.?[ \t]?)?(?:\d{1,3}|[IVX]{1,4}|[A-H])(?!\w)"
    whose = r"[ \t]+(?:in|to|к|zu|zum|zur|au|à|alla|al)[ \t]+[^\n.;]{2,80}"
    title = r"[ \t]*[.:—–-][ \t]*[A-ZÀ-ÞА-ЯЁ«“\"][^\n]{2,120}"
    own = rf"(?P<word>{words['letter']}|{words['report']})(?:{number}(?:{title})?|{whose}|{number}{whose})?"
    edited = rf"[*_ ]*[\[(][*_ ]*(?P<edited>{words['letter']}|{words['report']})(?!\w)[^\])\n]{{0,80}}[\])][*_ ]*"
    told = rf"(?P<announced>{words['announced']})[ \t]*:(?:[ \t]*[A-ZÀ-ÞА-ЯЁ][^\n]{{2,120}})?"
    return re.compile(rf"^[ \t]*(?:{edited}|[*_#]{{0,5}}[ \t]?(?:{told}|{own})[*_. ]*)$", re.MULTILINE | re.IGNORECASE)


@cache
def words_of(sort: str) -> tuple[str, ...]:
    """Give the words of a sort, the longest first."""
    words = (word for row in table("enclosures") if row["sort"] == sort for word in row["words"].split("|"))
    return tuple(sorted(words, key=len, reverse=True))


@cache
def trigger() -> re.Pattern[str]:
    """Compile what tells fast that no line of a block can head an enclosure."""
    words = "|".join(re.escape(w) for sort in ("letter", "report", "announced") for w in words_of(sort))
    return re.compile(rf"^[\s\[(*_#]*(?:{words})\b", re.MULTILINE | re.IGNORECASE)


def enclosed(
    source: Source, run: Run, notes: set[tuple[int, int]], acts: Sequence[Annotation]
) -> tuple[Run, list[Run], list[Annotation], Run]:
    """Part the blocks of a document: its text, its enclosures, their headings, and the source note behind all of them.

    `notes` are the spans of source notes, `acts` the interventions that a cut must not cross.
    """
    found = list(candidates(source, run))
    if not found:
        return run, [], [], []
    tail = behind(run, notes)
    kept = chosen(source, run[:tail], found, acts)
    if not kept:
        return run, [], [], []
    heads = [
        Annotation(h.first, h.last, "enclosureHead", "segment.enclosure", cert="high")
        for h in (*kept, *under(source, found, kept))
    ]
    edges = [(heading.at, heading.first) for heading in kept]
    texts = [part(source, run[:tail], start, end) for start, end in zip([None, *edges], [*edges, None], strict=True)]
    if any((b.start, b.end) in notes for b in texts[0]):  # the text has a source of its own
        texts[-1], tail = [*texts[-1], *run[tail:]], len(run)
    return texts[0], texts[1:], heads, run[tail:]


def candidates(source: Source, run: Run) -> Iterator[Heading]:
    """Yield the lines that may head an enclosure."""
    for at, block in enumerate(run):
        if block.kind != "block" or not trigger().search(source.text, block.start, block.end):
            continue
        for said in pattern().finditer(source.text[block.start : block.end]):
            sort = "announced" if said["announced"] else "report"
            word = said["announced"] or said["word"] or said["edited"]
            if any(word.casefold() == known.casefold() for known in words_of("letter")):
                sort = "letter"
            if word[0].isupper() or said["edited"]:
                first, last = source.trimmed(block.start + said.start(), block.start + said.end())
                yield Heading(at, first, last, word.casefold(), sort, bool(said["edited"]))


def behind(run: Run, notes: set[tuple[int, int]]) -> int:
    """Give where the notes begin that stand behind all text, the first of them a source note."""
    at = len(run)
    while at and (run[at - 1].kind != "block" or (run[at - 1].start, run[at - 1].end) in notes):
        at -= 1
    return next((i for i in range(at, len(run)) if (run[i].start, run[i].end) in notes), len(run))


def chosen(source: Source, run: Run, found: list[Heading], acts: Sequence[Annotation]) -> list[Heading]:
    """Choose the lines that head an enclosure: there is text before and behind, and something shows a letter."""
    free = Free(acts)
    found = [h for h in found if h.at < len(run) and free.at(h.first) and free.at(h.last)]
    ends = [h.first for h in found[1:]] + [run[-1].end] * bool(found)
    titled = [h for h, end in zip(found, ends, strict=True) if h.bracketed or has_text(source, h.last, end)]
    kept: list[Heading] = []
    for i, heading in enumerate(titled):
        end = titled[i + 1].first if i + 1 < len(titled) else run[-1].end
        joins = bool(kept) and not has_text(source, kept[-1].last, heading.first)
        if not joins and has_text(source, heading.last, run[-1].end) and has_text(source, run[0].start, heading.first):
            series = any(h.word == heading.word for h in kept)
            if series or is_enclosure(source, run, heading, end):
                kept.append(heading)
    return kept


def under(source: Source, found: list[Heading], kept: list[Heading]) -> list[Heading]:
    """List the headings that no text parts from the one above: `Appendix 1` under `[Appendices]`."""
    above = [max((k for k in kept if k.first < h.first), key=lambda k: k.first, default=None) for h in found]
    pairs = ((h, k) for h, k in zip(found, above, strict=True) if k and h not in kept)
    return [h for h, k in pairs if h.first - k.last < SAMPLE and not has_text(source, k.last, h.first)]


def has_text(source: Source, start: int, end: int) -> bool:
    """Tell whether enough words stand between two offsets, some of them in a row in small letters."""
    words = source.text[start : min(end, start + SAMPLE)].split(None, LEAST * 20)[: LEAST * 20]
    return len(words) >= LEAST and sum(word[0].islower() for word in words) * 3 >= len(words)


SAMPLE = 4000
"""Characters in which the first words of a text are looked for."""


def is_enclosure(source: Source, run: Run, heading: Heading, end: int) -> bool:
    """Tell whether a line heads a text of its own: in brackets, over an address, or behind a signature."""
    below = list(lines_below(source, run, heading, end))
    if heading.bracketed or any(map(is_address, below)):
        return True
    if heading.sort == "announced" or not any(map(signs, lines_above(source, run, heading))):
        return False
    return heading.sort == "letter" or any(kind_named(line) or is_stamp(line) or is_dated(line) for line in below[:3])


def is_address(line: str) -> bool:
    """Tell whether a line greets or names an addressee.

    >>> is_address("Dear Mr. Moser,"), is_address("TO CC CPSU"), is_address("To this he agreed."), is_address("Basel")
    (True, True, False, False)
    """
    if len(line.split()) > SHORT or line.endswith((".", ";")):
        return False
    return line[0].isupper() and bool(TO.match(line) or starts("salutation").match(line))


def is_dated(line: str) -> bool:
    """Tell whether a line is a place and a day: `Bern, 4 May 1931`."""
    return len(line.split()) <= SHORT and bool(DATELINE.fullmatch(line))


def signs(line: str) -> bool:
    """Tell whether a line signs a text: `A. PETROV      V. ORLOV`, `Sincerely yours,`, `Dean Rusk`."""
    if is_stamp(line):
        return False
    return any(is_signature(cell) or bool(NAME.fullmatch(cell)) for cell in CELLS.split(line) if cell)


def lines_below(source: Source, run: Run, heading: Heading, end: int) -> Iterator[str]:
    """Yield the first lines under a heading, page numbers left out, up to the first sentence."""
    blocks = (b for b in run[heading.at : heading.at + 2 * NEAR] if b.kind == "block" and b.start < end)
    lines = chain.from_iterable(source.text[max(b.start, heading.last) : min(b.end, end)].splitlines() for b in blocks)
    for count, line in enumerate(line.strip(SPACE + "*_#") for line in lines if line.strip(SPACE + "*_#")):
        if count > 2 * NEAR or is_running(line.split()):
            return
        yield line


def lines_above(source: Source, run: Run, heading: Heading) -> list[str]:
    """List the last lines over a heading, back to the last sentence."""
    made: list[str] = []
    for block in reversed(run[max(heading.at - NEAR, 0) : heading.at + 1]):
        if block.kind == "block":
            inside = source.text[block.start : min(block.end, heading.first)]
            for line in reversed([line.strip(SPACE + "*_") for line in inside.splitlines()]):
                if len(made) > NEAR or is_running(line.split()):
                    return made
                made += [line] if line else []
    return made


def part(source: Source, run: Run, start: tuple[int, int] | None, end: tuple[int, int] | None) -> Run:
    """Give the blocks between two headings, the blocks in which they stand cut at them."""
    first, last = start[0] if start else 0, end[0] + 1 if end else len(run)
    left, right = start[1] if start else run[0].start, end[1] if end else max(b.end for b in run)
    made = []
    for block in run[first:last]:
        span = source.trimmed(max(block.start, left), min(block.end, right)) if block.kind == "block" else None
        if span is None or span[0] < span[1]:
            made.append(replace(block, start=span[0], end=span[1]) if span else block)
    return made


class Free:
    """Where interventions lie, to tell where a text can be cut."""

    def __init__(self, acts: Sequence[Annotation]) -> None:
        held = sorted((a.start, a.end) for a in acts if a.end > a.start)
        self.starts = [start for start, _ in held]
        self.ends = list(accumulate((end for _, end in held), max))

    def at(self, offset: int) -> bool:
        """Tell whether no intervention begins before an offset and ends behind it."""
        before = bisect_left(self.starts, offset) - 1
        return before < 0 or self.ends[before] <= offset
