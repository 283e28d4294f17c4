r"""Tables: lines in columns (Guidelines, FTTAB).

    | Port    | Ships |          Cuba        22 ships     arrived
    |---------|-------|          Syria        4 ships     at sea
    | Mariel  | 12    |          Egypt        1 ship      sunk

Bars, the line of dashes under the heads, and tabs are marks; a line with one cell spans the columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from teilegram.layout.lines import nonempty
from teilegram.model import SPACE, Annotation, Document

RULE = re.compile(r"[|+]?[ \t]*:?-{2,}:?[ \t]*(?:[|+][ \t]*:?-{2,}:?[ \t]*)*[|+]?")
GAP = re.compile(r"(?<![.?!:;])[ \t]{2,}|[ \t]{3,}|\t")
ROWS = 3
"""Rows that a table has at least; with a rule under its heads, two."""
WIDEST = 8
"""Columns that a table without bars has at most: justified lines have gaps as well."""
WORDS = 12
"""Words in a cell of a table without bars at most."""
SHARE = 0.6
"""Share of the lines that have to have the same number of cells; any other line has one."""
Span = tuple[int, int, int]
"""Where a cell begins, how many characters of it are marks, where it ends."""


def tables(document: Document, block: Annotation) -> Iterator[list[Annotation]]:
    """Yield the annotations of every table in a block, the `table` first."""
    lines = list(nonempty(document, block.start, block.end))
    first = next((i for i, line in enumerate(lines) if len(cells(document.source.text, *line)) > 1), len(lines))
    last = next((i for i in range(len(lines), first, -1) if len(cells(document.source.text, *lines[i - 1])) > 1), first)
    lines = lines[first:last]
    ruled = next((i for i, (a, b) in enumerate(lines) if i and RULE.fullmatch(document.source.text, a, b)), 0)
    rows = [(line, cells(document.source.text, *line)) for i, line in enumerate(lines) if ruled != 1 or i != 1]
    if is_table(
        [row for _, row in rows], piped=all("|" in document.source.text[a:b] for (a, b), _ in rows), ruled=ruled == 1
    ):
        yield [*written(document, rows, lines[1] if ruled == 1 else None)]


def cells(text: str, start: int, end: int) -> list[Span]:
    r"""Divide a line at its bars, else at its tabs, else at its wide gaps.

    >>> def read(text):
    ...     return [text[a + mark : b] for a, mark, b in cells(text, 0, len(text))]
    >>> read("| Port | | 12 |"), read("Cuba   22 ships"), read("It ended.  He left."), read("a\t\tb")
    (['Port', '', '12'], ['Cuba', '22 ships'], ['It ended.  He left.'], ['a', '', 'b'])
    """
    for bar in "|\t":
        if text.find(bar, start, end) >= 0:
            at = [i for i in range(start, end) if text[i] == bar]
            return barred(text, start, end, at)
    cuts = [(m.start(), m.end()) for m in GAP.finditer(text, start, end)]
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    return [(a, 0, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def barred(text: str, start: int, end: int, at: Sequence[int]) -> list[Span]:
    """Make the cells between bars; a bar and the blanks around it are the mark of the cell behind it."""
    last = end - 1 if text[end - 1] == "|" and len(at) > 1 else end
    inner = [i for i in at if i < last]
    made: list[Span] = []
    if inner[0] > start:
        made.append((start, 0, start + len(text[start : inner[0]].rstrip(SPACE))))
    for bar, following in pairwise([*inner, last]):
        content = text[bar + 1 : following]
        left = made[-1][2] if made else start
        words = bar + 1 + len(content) - len(content.lstrip(SPACE)) if content.strip(SPACE) else bar + 1
        made.append((left, words - left, max(words, bar + 1 + len(content.rstrip(SPACE)))))
    return made


def is_table(rows: Sequence[Sequence[Span]], *, piped: bool, ruled: bool) -> bool:
    """Tell whether lines are the rows of a table."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    if not counts or len(rows) < (2 if ruled else ROWS):
        return False
    columns, agreed = counts.most_common(1)[0]
    if len(counts) > 1 or agreed < SHARE * len(rows) or agreed < (2 if ruled else ROWS):
        return False
    return piped or columns <= WIDEST


def written(
    document: Document, rows: Sequence[tuple[tuple[int, int], list[Span]]], rule: tuple[int, int] | None
) -> Iterator[Annotation]:
    """Yield the `table`, its `row`s and `cell`s."""
    text = document.source.text
    columns = max(len(row) for _, row in rows)
    headed = bool(rule) or has_heads(text, [row for _, row in rows])
    yield Annotation(rows[0][0][0], rows[-1][0][1], "table", "layout.tables", cert="high")
    for i, ((start, end), row) in enumerate(rows):
        head = i == 0 and headed
        stop = rule[1] if rule and i == 0 else end
        role = (("role", "label"),) if head else ()
        yield Annotation(start, stop, "row", "layout.tables", role, after=stop - row[-1][2])
        span = (("cols", str(columns)),) if len(row) == 1 and columns > 1 else ()
        for left, mark, right in row:
            yield Annotation(left, right, "cell", "layout.tables", span, before=mark)


def has_heads(text: str, rows: Sequence[Sequence[Span]]) -> bool:
    """Tell whether the first row is heads: no figures in it, where most of the rows below have some."""
    counted = [any(c.isdigit() for a, _, b in row for c in text[a:b]) for row in rows]
    return not counted[0] and len(rows[0]) > 1 and sum(counted[1:]) * 2 > len(counted) - 1
