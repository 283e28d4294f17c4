"""Pages: what belongs to the page and not to the text (Guidelines, PH-fw): page numbers and running heads.

`46`, `- 46 -`, `Page 46 of 60`, `стр. 5`, `46 COLD WAR BULLETIN`.  A figure in a line of its own may be anything, so
the numbers of a transcript are looked at together: those that rise from page to page bear each other out, a year or
a number of four figures needs such company, and figures under one another are a table.  A short line that comes
again and again in the middle of sentences, or at the edges of the pages, is a running head.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from teilegram.model import Annotation, Source
from teilegram.vocabulary import table

BARE = re.compile(r"[-–—]?[ \t]*([0-9]{1,4})[ \t]*[-–—]?")
DASHED = re.compile(r"[-–—~]{1,2}[ \t]*([0-9]{1,4})[ \t]*[-–—~]{1,2}")
BRACKETED = re.compile(r"\[([0-9]{1,4})\]|\(([0-9]{1,4})\)|/([0-9]{1,4})/")
HEADED = re.compile(r"([0-9]{1,3})[ \t]+([^\W\d][^\d]{8,80})|([^\W\d][^\d]{8,80}?)[ \t]+([0-9]{1,3})")
OUTER = re.compile(r"([0-9]{1,4})[ \t]+([^\W\d].{6,80})|([^\W\d].{6,80}?)[ \t]+([0-9]{1,4})")
"""A running head with the number of the page at its outer edge, whatever figures the head has."""
UNSTOPPED = re.compile(r"[^.?!:;…\"”»)\]*]$")
STEP = 3
"""Pages that may be missing between two numbers that bear each other out."""
YEAR = 1000
"""From here on a number by itself is as likely a year or the number of a telegram."""
LONGEST, SHORTEST, LEAST = 90, 8, 6
"""Characters of a running head at most and at least; letters at least."""
TIMES = 3
"""How often a line stands at the edge of a page before it is a running head; in mid-sentence, once less."""

Sort = Literal["bare", "dashed", "bracketed", "headed"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something: its beginning, the white space before it, and its last characters."""

    start: int
    end: int
    text: str
    gap: str
    tail: str

    @property
    def alone(self) -> bool:
        """Tell whether a blank line or a page break stands before it."""
        return self.gap.count("\n") + self.gap.count("\r") * ("\n" not in self.gap) > 1 or "\f" in self.gap


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that may be the number of a page."""

    at: int
    number: int
    sort: Sort


@cache
def named() -> re.Pattern[str]:
    """Compile the words for a page with its number: `Page 46 of 60`."""
    rows = table("page_words")
    words = "|".join(re.escape(row["word"]) for row in rows)
    of = "|".join(sorted({re.escape(row["of"]) for row in rows}))
    return re.compile(
        rf"[-–—]?[ \t]*(?:{words})[ \t]*([0-9]{{1,4}})(?:[ \t]*(?:{of}|/)[ \t]*[0-9]{{1,4}})?[ \t]*[-–—]?"
    )


def furniture(source: Source) -> list[Annotation]:
    """Give a `pageNum` or `fw` for every line that belongs to the page, in order.

    >>> s = Source("x", "They had agreed to the\\n\\n- 46 -\\n\\nproposal.\\n\\n1962", "")
    >>> [(a.kind, a.get("n")) for a in furniture(s)]
    [('pageNum', '46')]
    """
    lines = list(read_lines(source))
    numbers = numbered(lines)
    kept = {c.at: c for c in numbers if borne_out(lines, numbers, c)}
    heads = running_heads(lines, set(kept))
    made = [page_number(lines, c, numbers) for c in kept.values()]
    for at, number in heads.items():
        attributes = (("type", side(lines, at)), *((("n", number),) if number else ()))
        made.append(Annotation(lines[at].start, lines[at].end, "fw", "layout.pages.running-head", attributes, "medium"))
    return sorted(made, key=lambda a: a.start)


def read_lines(source: Source) -> Iterator[Line]:
    """Yield the lines of a transcript that hold anything."""
    text, previous = source.text, 0
    for m in re.finditer(r"[^\n\f]+" if "\n" in text else r"[^\r\f]+", text):
        start, end = source.trimmed(*m.span())
        if start < end:
            yield Line(
                start,
                end,
                text[start : min(end, start + LONGEST)],
                text[previous:start],
                text[max(start, end - 9) : end],
            )
            previous = end


def numbered(lines: Sequence[Line]) -> list[Numbered]:
    """List the lines that may be numbers of pages; figures directly under one another are a table."""
    found = [c for at, line in enumerate(lines) if (c := number_of(at, line))]
    known = {c.at: c for c in found if c.sort == "bare"}
    return [c for c in found if c.sort != "bare" or not in_table(lines, known, c)]


def number_of(at: int, line: Line) -> Numbered | None:
    """Read a line as the number of a page."""
    if line.end - line.start > LONGEST:
        return None
    if m := named().fullmatch(line.text) or DASHED.fullmatch(line.text):
        return Numbered(at, int(m[1]), "dashed")
    if m := BARE.fullmatch(line.text):
        return Numbered(at, int(m[1]), "bare")
    if m := BRACKETED.fullmatch(line.text):
        return Numbered(at, int(m[1] or m[2] or m[3]), "bracketed")
    return None


def in_table(lines: Sequence[Line], known: dict[int, Numbered], c: Numbered) -> bool:
    """Tell whether figures stand directly above or below, which are not those of the next page."""
    for other, lower in ((c.at - 1, c.at), (c.at + 1, c.at + 1)):
        if other in known and not (lines[lower].alone and abs(known[other].number - c.number) == 1):
            return True
    return False


def borne_out(lines: Sequence[Line], numbers: list[Numbered], c: Numbered) -> bool:
    """Tell whether a number is that of a page: by its form, its place, and the numbers before and after it."""
    at = position(numbers, c)
    if supported(numbers, at):
        return True
    if c.sort == "dashed":
        return True
    edge = lines[c.at].alone or c.at + 1 == len(lines) or lines[c.at + 1].alone
    if c.sort == "bracketed" or c.number >= YEAR or not edge:
        return False
    before = next((n for n in reversed(numbers[max(0, at - 3) : at]) if supported(numbers, position(numbers, n))), None)
    after = next((n for n in numbers[at + 1 : at + 4] if supported(numbers, position(numbers, n))), None)
    return (not before or before.number < c.number) and (not after or c.number < after.number)


def position(numbers: list[Numbered], c: Numbered) -> int:
    """Give the place of a number among the others."""
    return bisect_left(numbers, c.at, key=lambda n: n.at)


def supported(numbers: list[Numbered], at: int) -> bool:
    """Tell whether the number before is a little lower, or the one after a little higher."""
    n = numbers[at].number
    before = at > 0 and 0 < n - numbers[at - 1].number <= STEP
    return before or (at + 1 < len(numbers) and 0 < numbers[at + 1].number - n <= STEP)


def page_number(lines: Sequence[Line], c: Numbered, numbers: list[Numbered]) -> Annotation:
    """Make the `pageNum`: sure where its form or the other numbers bear it out."""
    sure = c.sort == "dashed" or supported(numbers, position(numbers, c))
    line = lines[c.at]
    number = (("n", str(c.number)),)
    return Annotation(line.start, line.end, "pageNum", "layout.pages.number", number, "high" if sure else "medium")


def running_heads(lines: Sequence[Line], numbers: set[int]) -> dict[int, str]:
    """Give the lines that are running heads, each with the number of the page that it holds."""
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if at not in numbers and SHORTEST <= line.end - line.start <= LONGEST and line.text[0] not in "[*#":
            head, number = head_of(line.text)
            if sum(c.isalpha() for c in head) >= LEAST and UNSTOPPED.search(head):
                groups[head.casefold()].append((at, number))
    marks = sum(1 for line in lines if "\f" in line.gap) + len(numbers)
    heads: dict[int, str] = {}
    for head, places in groups.items():
        heads |= of_one_head(lines, numbers, marks, head, places)
    return heads | facing(lines)


def facing(lines: Sequence[Line]) -> dict[int, str]:
    """Give the lines in capitals that head a left and a right page in turn, with their numbers.

    A left page has an even number, before its head, and a right page an odd one, behind it, in every printed book:
    `212 FOREIGN RELATIONS, 1969–1976` and `CHINA, JUNE 1971 213` bear each other out.
    """
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        m = OUTER.fullmatch(line.text) if line.alone or not at else None
        if m and line.text.isupper() and line.end - line.start < LONGEST:
            number = int(m[1] or m[4])
            if (number % 2 == 0) == bool(m[1]):
                found.append((at, number))
    pairs = [(one, other) for one, other in pairwise(found) if 0 < other[1] - one[1] <= STEP and odd(one, other)]
    return {at: str(number) for pair in pairs for at, number in pair}


def odd(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether one of two pages is a left one and the other a right one."""
    return (other[1] - one[1]) % 2 == 1


def of_one_head(
    lines: Sequence[Line], numbers: set[int], marks: int, head: str, places: list[tuple[int, str]]
) -> dict[int, str]:
    """Give those of the places of a short line where it is a running head."""
    cutting = {at for at, _ in places if cuts(lines, numbers, at)}
    alone = len(places) == 1 and bool(places[0][1]) and lines[places[0][0]].text.isupper()
    if len(cutting) >= (1 if alone or any(number for _, number in places) else TIMES - 1):
        return {at: n for at, n in places if n or at in cutting or at_edge(lines, numbers, at)}
    edges = {at: n for at, n in places if at_edge(lines, numbers, at)}
    return edges if len(edges) >= max(TIMES, (marks + 1) // 2) and not is_stamp(head) else {}


def head_of(text: str) -> tuple[str, str]:
    """Part a running head from the number of the page: `46 COLD WAR BULLETIN`.

    >>> head_of("46 COLD WAR BULLETIN"), head_of("NEW EVIDENCE ON CUBA 47"), head_of("Copy No. 12")
    (('COLD WAR BULLETIN', '46'), ('NEW EVIDENCE ON CUBA', '47'), ('Copy No. 12', ''))
    """
    m = HEADED.fullmatch(text)
    if not m:
        return " ".join(text.split()), ""
    head = " ".join((m[2] or m[3]).split())
    if len(head.split()) < 2 or not head.isupper() or not head[-1].isalnum() or head.endswith((" NO", " NR")):  # noqa: PLR2004
        return " ".join(text.split()), ""
    return head, m[1] or m[4]


def cuts(lines: Sequence[Line], numbers: set[int], at: int) -> bool:
    """Tell whether a line stands in the middle of a sentence."""
    before, after = at - 1, at + 1
    while before in numbers:
        before -= 1
    while after in numbers:
        after += 1
    if before < 0 or after >= len(lines):
        return False
    above, below = lines[before], lines[after]
    if not below.text[0].islower() or not UNSTOPPED.search(above.tail):
        return False
    return len(above.text.split()) > STEP and len(below.text.split()) > 1


def at_edge(lines: Sequence[Line], numbers: set[int], at: int) -> bool:
    """Tell whether a line is the first or last of its page."""
    last = at + 1 == len(lines)
    return at - 1 in numbers or at + 1 in numbers or "\f" in lines[at].gap or (not last and "\f" in lines[at + 1].gap)


def is_stamp(text: str) -> bool:
    """Tell whether a line in small letters begins as a known stamp: that may head every document."""
    return any(text.startswith(row["words"].casefold()) for row in table("stamps"))


def side(lines: Sequence[Line], at: int) -> str:
    """Tell whether a running line is at the head or the foot of its page."""
    return "footer" if at + 1 == len(lines) or "\f" in lines[at + 1].gap else "header"
