"""Lists: short points whose labels count on, and lists in lists (Guidelines, COLI).

    The tasks are:
    1. to gather data;
    2. to report:
       a) daily;
       b) in writing.

The label stays in the text and gives `@n`; a dash or a dot is a mark.  One point alone is no list, nor are long
numbered paragraphs, nor the dashes of a dialogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from teilegram.layout.labels import Label, follows, label, starts
from teilegram.layout.lines import line_breaks, nonempty
from teilegram.model import Annotation, Document

LONGEST = 60
"""Words that a point of a list has at most; a longer one is a numbered paragraph."""
STOPPED = re.compile(r"[.!?:][\"'”’»)]*$")
SPOKEN = re.compile(r"[?!…]$|[,.?!…][\"”»]? [-–—] [a-zа-яё]")
FULL = 0.75
"""Share of the longest line from which on a line is full, and the next may go on with its sentence."""
DEEPEST = 6
"""Lists in lists."""


@dataclass(slots=True)
class Point:
    """One point: where it begins, where its own words end, its label, how far it is indented, the points under it."""

    start: int
    end: int
    label: Label
    indent: int
    under: list[Point] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Where the point ends with all that is under it."""
        return self.under[-1].last if self.under else self.end


def lists(document: Document, blocks: Iterable[Annotation]) -> Iterator[list[Annotation]]:
    """Yield the annotations of every list, the outermost `list` first."""
    for run in runs(points(document, blocks)):
        while len(run) == 1 and run[0].under:  # one point alone is a paragraph; what is under it may be a list
            run = run[0].under  # noqa: PLW2901
        if is_list(document, run):
            yield [*written(document, run)]


def points(document: Document, blocks: Iterable[Annotation]) -> Iterator[Point | None]:
    """Yield the points of some blocks; None where something else stands between them."""
    text = document.source.text
    for block in blocks:
        spans = list(nonempty(document, block.start, block.end))
        widest = max((end - start for start, end in spans), default=0)
        point: Point | None = None
        for start, end in spans:
            read = label(text, start)
            if read:
                if point:
                    yield point
                point = Point(start, end, read, start - text.rfind("\n", 0, start) - 1)
            elif point and goes_on(document, point, start, widest):
                point.end = end
            else:
                if point:
                    yield point
                point = None
                yield None
        if point:
            yield point


def goes_on(document: Document, point: Point, start: int, widest: int) -> bool:
    """Tell whether a line without a label belongs to the point above it."""
    text = document.source.text
    above = text[text.rfind("\n", 0, point.end) + 1 : point.end]
    if text[start].islower() or start - text.rfind("\n", 0, start) - 1 > point.indent:
        return True
    return len(above.strip()) >= FULL * widest and not STOPPED.search(above)


def runs(found: Iterable[Point | None]) -> Iterator[list[Point]]:
    """Gather points whose labels count on; a point that begins to count anew goes under the one before it."""
    levels: list[list[Point]] = []
    for point in found:
        level = level_of(levels, point) if point else None
        if point is None or level is None:
            if levels:
                yield levels[0]
            levels = [[point]] if point else []
        elif level == len(levels):
            levels.append(levels[-1][-1].under)
            levels[-1].append(point)
        else:
            del levels[level + 1 :]
            levels[level].append(point)
    if levels:
        yield levels[0]


def level_of(levels: Sequence[Sequence[Point]], point: Point) -> int | None:
    """Give the level that a point goes on with, one more for a list that begins; None where neither is possible."""
    for level in reversed(range(len(levels))):
        last = levels[level][-1]
        if follows(last.label, point.label) and (point.label.sign[0].isalnum() or abs(last.indent - point.indent) <= 1):
            return level
    if not levels or not starts(point.label) or len(levels) >= DEEPEST:
        return None
    above = levels[-1][-1]
    other = point.label.readings[0][0] != above.label.readings[0][0]
    return len(levels) if point.indent > above.indent or (other and point.start - above.end == 1) else None


def is_list(document: Document, run: Sequence[Point]) -> bool:
    r"""Tell whether points are a list: two or more, short, and neither names with initials nor a dialogue.

    >>> from teilegram.conventions import profile
    >>> from teilegram.model import Source
    >>> def listed(text):
    ...     document = Document(Source("x", text, ""), 0, len(text), profile("base"))
    ...     return [is_list(document, run) for run in runs(points(document, [Annotation(0, len(text), "block", "")]))]
    >>> listed("1. Cuba.\n2. Berlin."), listed("1. Cuba."), listed("A. Mikoyan\nB. Ponomarev")
    ([True], [False], [False])
    >>> listed("— Где он?\n— Здесь, — сказал он."), listed("— на Кубу;\n— в Берлин.")
    ([False], [True])
    """
    own = [document.source.text[p.start + p.label.size : p.end] for p in run]
    if len(run) < 2 or any(len(words.split(None, LONGEST)) > LONGEST for words in own):  # noqa: PLR2004
        return False
    sign = run[0].label.sign
    if sign in "-–—" and any(SPOKEN.search(words) for words in own):
        return False
    if sign in "–—" and not all(w[0].islower() or w.endswith((";", ",")) for w in own[:-1]):
        return False
    if sign.isupper():
        return not all(len(words.split()) <= NAME and words.istitle() for words in own)
    return True


NAME = 3
"""Words of a line that is a name with an initial."""


def written(document: Document, run: Sequence[Point]) -> Iterator[Annotation]:
    """Yield the `list` and its `item`s, with the lists under them."""
    numbered = run[0].label.sign[0].isalnum()
    kind = (("type", "numbered"),) if numbered else ()
    yield Annotation(run[0].start, run[-1].last, "list", "layout.lists", kind, "high")
    for point in run:
        under = is_list(document, point.under)
        number = (("n", point.label.sign),) if numbered else ()
        mark = 0 if numbered else point.label.size
        yield Annotation(point.start, point.last, "item", "layout.lists", number, before=mark)
        yield from line_breaks(document, point.start, point.end if under else point.last)
        if under:
            yield from written(document, point.under)
