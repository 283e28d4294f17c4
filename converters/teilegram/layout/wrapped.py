r"""Hard-wrapped transcripts, and paragraphs that no blank line parts (Guidelines, COPA).

A typist's or an e-mail's lines are all about as long as the page is wide and end in mid-sentence: `… that the\n
Soviet Government …`.  There a paragraph ends where a line stops although the next word had room in it, and begins
where a line is indented.  In other transcripts a line ends where its writer ended it: lines that are whole sentences
of prose are paragraphs, all others stay lines of their block.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from teilegram.model import Source

Run = list[tuple[int, int]]

STOPPED = re.compile(r"[.?!:;…][\"'”’»)\]*]*\d{0,2}$")
ENDED = re.compile(r"[.?!…][\"'”’»)\]*]*\d{0,2}$")
LEAST = 8
"""Lines that can end in mid-sentence, from which on a transcript can be told to be wrapped."""
WIDEST, NARROWEST = 120, 35
"""Characters of a wrapped line at most; less is a list, an address or verse."""
ROOM = 8
"""Characters that are left over when a line was ended on purpose: typists divide words late."""
PROSE = 10
"""Words of a line that is a paragraph by itself."""


def paragraphs(source: Source, runs: Sequence[Run], apart: Container[int] = ()) -> Iterator[Run]:
    r"""Yield runs of lines, divided where a paragraph ends without a blank line.

    >>> one = "He said that it was so, and had been so for years."
    >>> other = "We did not agree with any of that at all."
    >>> s = Source("x", f"{one}\n{other}\nRusk", "")
    >>> [len(run) for run in paragraphs(s, [[(0, 50), (51, 92), (93, 97)]])]
    [1, 2]

    `apart` are the offsets of lines that belong to the page; each is a run by itself.
    """
    closed = close_up(source, runs, apart)
    width = page_width(source, closed or runs)
    for run in closed or runs:
        piece = run[:1]
        for above, below in pairwise(run):
            new = begins_in_wrapped(source, above, below, width) if width else is_paragraph(source, above, below)
            if new or (closed and is_heading(source, above, below, width)):
                yield piece
                piece = []
            piece.append(below)
        yield piece


def close_up(source: Source, runs: Sequence[Run], apart: Container[int]) -> list[Run]:
    """Give the runs of a transcript typed with a blank line after every line, put together; of any other, nothing."""
    lines = [run for run in runs if run[0][0] not in apart]
    if len(lines) < LEAST * 2 or sum(len(run) == 1 for run in lines) * 10 < len(lines) * 9:
        return []
    closed: list[Run] = []
    new = True
    for run in runs:
        page = run[0][0] in apart
        if new or page or "\f" in source.text[closed[-1][-1][1] : run[0][0]]:
            closed.append(list(run))
        else:
            closed[-1] += run
        new = page
    return closed if page_width(source, [run for run in closed if len(run) > 1]) else []


def is_heading(source: Source, above: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    """Tell whether a line among wrapped ones is far too short to go on in the next."""
    return not source.text[below[0]].islower() and length(source, above) * 5 < width * 3


def page_width(source: Source, runs: Sequence[Run]) -> int:
    """Give the width that lines are wrapped at, in characters; 0 where they are not.

    What tells is that the lines inside paragraphs are nearly all full: the first word of the next had no room.
    """
    pairs = [(above, below) for run in runs for above, below in pairwise(run)]
    lengths = sorted(length(source, above) for above, _ in pairs)
    if len(lengths) < LEAST:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    if not NARROWEST <= width <= WIDEST or lengths[-1] > width * 2:
        return 0
    open_ended = [pair for pair in pairs if not STOPPED.search(source.text[max(0, pair[0][1] - 6) : pair[0][1]])]
    full = sum(not has_room(source, above, below, width - ROOM) for above, below in open_ended)
    return width if full * 3 >= len(open_ended) * 2 and len(open_ended) * 2 >= len(pairs) else 0


def length(source: Source, line: tuple[int, int]) -> int:
    """Give how far a line reaches, its indentation counted."""
    return line[1] - line[0] + indentation(source, line)


def indentation(source: Source, line: tuple[int, int]) -> int:
    """Count the blanks before a line; a tab is four."""
    before = source.text[max(0, line[0] - 20) : line[0]].expandtabs(4)
    return len(before) - len(before.rstrip(" \xa0"))


def has_room(source: Source, above: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    """Tell whether the first word of the lower line would have fitted in the upper one."""
    word = source.text[below[0] : min(below[1], below[0] + width)].split(None, 1)[:1]
    return length(source, above) + 1 + sum(map(len, word)) <= width


def begins_in_wrapped(source: Source, above: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    """Tell whether a paragraph begins with the lower of two wrapped lines."""
    if source.text[below[0]].islower() or not STOPPED.search(source.text[max(0, above[1] - 6) : above[1]]):
        return False
    indented = indentation(source, below) - indentation(source, above)
    return indented > 1 or (indented > -ROOM and has_room(source, above, below, width - ROOM))


def is_paragraph(source: Source, above: tuple[int, int], below: tuple[int, int]) -> bool:
    """Tell whether two lines that are not wrapped are each a paragraph of prose."""
    text = source.text
    if text[below[0]].islower() or not ENDED.search(text[max(0, above[1] - 6) : above[1]]):
        return False
    return all(is_sentence(text[line[0] : line[1]]) for line in (above, below))


def is_sentence(line: str) -> bool:
    """Tell whether a line reads as a whole sentence: long enough, mostly in small letters, with a stop."""
    words = line.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= PROSE and small * 2 >= len(words) and bool(ENDED.search(line[-6:])) and "\t" not in line
