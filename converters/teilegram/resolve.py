"""Overlaps: which of several readings of the same characters stays, and how what stays nests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from teilegram.model import Annotation

T = TypeVar("T")

ORDER = (
    "div",
    "subdivision",
    "said",
    "quote",
    "note",
    "opener",
    "closer",
    "postscript",
    "head",
    "p",
    "notePara",
    "distribution",
    "participants",
    "agenda",
    "table",
    "row",
    "cell",
    "lg",
    "l",
    "list",
    "item",
    "fw",
    "pageNum",
    "pb",
    "cb",
    "lb",
    "s",
    "salute",
    "dateline",
    "signed",
    "stamp",
    "seg",
    "label",
    "supplied",
    "del",
    "surplus",
    "corr",
    "gap",
    "gloss",
    "desc",
    "hi",
    "choice",
    "sic",
    "unclear",
    "ex",
    "foreign",
    "rs",
    "persName",
    "orgName",
    "placeName",
    "date",
    "time",
    "idno",
    "noteAnchor",
    "roleName",
    "forename",
    "nameLink",
    "surname",
    "genName",
    "addName",
    "settlement",
    "region",
    "country",
)
PARTS = ("forename", "surname", "roleName", "nameLink", "genName", "addName")
PLACE_PARTS = ("settlement", "region", "country")
RANK = {kind: i for i, kind in enumerate(ORDER)}
"""Outermost first: of two that cross or share a span, the one that comes first holds the other."""


def best_cover(spans: Iterable[tuple[int, int, int, T]]) -> list[T]:
    """Choose values that do not overlap, from (start, end, priority, value): the longer stays, then the lower priority.

    >>> best_cover([(0, 8, 1, "New York"), (4, 8, 0, "York"), (9, 12, 0, "II")])
    ['New York', 'II']
    """
    kept: list[tuple[int, int, int, T]] = []
    for one in sorted(spans, key=lambda s: (s[0], -s[1], s[2])):
        if kept and one[0] < kept[-1][1]:
            if one[1] - one[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = one
        else:
            kept.append(one)
    return [one[3] for one in kept]


def nested(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Give the annotations that can stand in one tree, in document order, holders before what they hold.

    Of two that cross, the inner kind goes; so does what touches the marks of another, and a repetition.

    >>> def span(start, end, kind):
    ...     return Annotation(start, end, kind, "")
    >>> [a.kind for a in nested([span(0, 9, "p"), span(2, 5, "persName"), span(4, 8, "hi"), span(4, 8, "date")])]
    ['p', 'hi', 'date']
    """
    dropped: set[int] = set()
    stack: list[tuple[int, Annotation]] = []
    ordered = sorted((a for a in annotations if a.kind in RANK), key=place)
    for i, a in enumerate(ordered):
        while stack and is_over(stack[-1][1], a):
            stack.pop()
        while stack and crosses(stack[-1][1], a) and yields(stack[-1][1], a) and not marked(stack[-1][1], a):
            dropped.add(stack.pop()[0])
        if not at_place(a, stack[-1][1].kind if stack else "") or any(
            crosses(holder, a) or same(holder, a) for _, holder in stack
        ):
            dropped.add(i)
        elif a.end > a.start:
            stack.append((i, a))
    return list(at_home(a for i, a in enumerate(ordered) if i not in dropped))


def at_home(annotations: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield the annotations without those parts of names whose name has gone."""
    person = place = 0
    for a in annotations:
        if a.kind == "persName":
            person = a.end
        elif a.kind == "placeName":
            place = a.end
        if a.end <= (person if a.kind in PARTS else place) or a.kind not in (*PARTS, *PLACE_PARTS):
            yield a


LINES = frozenset({"opener", "closer"})
RUNNING = frozenset({"persName", "supplied", "del", "surplus", "corr", "hi", "sic", "unclear", "ex"})
BLOCKS = frozenset({"", "div", "subdivision", "said", "quote"})
HOLDERS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("opener", "closer", "postscript", "head", "said", "quote"), BLOCKS),
    "p": BLOCKS | {"postscript"},
    **dict.fromkeys(("dateline", "salute", "signed", "stamp", "seg", "distribution", "participants", "agenda"), LINES),
    "idno": LINES | {"dateline", "salute", "seg"},
    "desc": frozenset({"gap"}),
    "subdivision": frozenset({"div", "subdivision"}),
    "list": BLOCKS | {"distribution", "participants", "agenda", "p", "item"},
    "label": frozenset({"p"}),
    "item": frozenset({"list"}),
    **dict.fromkeys(("table", "lg"), BLOCKS),
    "row": frozenset({"table"}),
    "cell": frozenset({"row"}),
    "l": frozenset({"lg"}),
    "notePara": frozenset({"note"}),
    **dict.fromkeys(PARTS, RUNNING),
    **dict.fromkeys(PLACE_PARTS, frozenset({"placeName"})),
    "s": frozenset({"p"}),
}
"""What may directly hold a kind, for those that cannot stand anywhere."""
BARE = {"idno": frozenset({"noteAnchor"})}
"""What a kind may not directly hold."""


DESCRIBED = frozenset({"hi", "foreign", "persName", "orgName", "placeName", "date", "time", "idno", "noteAnchor"})
"""What the words about a gap may hold; they are nobody's text, so no act stands in them."""


def at_place(a: Annotation, holder: str) -> bool:
    """Tell whether a kind may stand directly in the kind that holds it."""
    if holder in ("gap", "ex"):
        return holder == "gap" and a.kind == "desc"
    if (holder == "desc" and a.kind not in DESCRIBED) or a.kind in BARE.get(holder, ()):
        return False
    return a.kind not in HOLDERS or holder in HOLDERS[a.kind]


def place(a: Annotation) -> tuple[int, int, int, int]:
    """Sort key: at one offset blocks open first, then come points (breaks, gaps), then what runs in the line."""
    if a.end == a.start:
        return a.start, 1, 0, RANK[a.kind]
    return a.start, 0 if RANK[a.kind] <= BLOCK else 2, -a.end, RANK[a.kind]


def is_over(holder: Annotation, a: Annotation) -> bool:
    """Tell whether an open annotation ends before the next begins; a point at a block's end is still in the block."""
    if holder.end == a.start == a.end:
        return RANK[holder.kind] > BLOCK
    return holder.end <= a.start


BLOCK = RANK["item"]


def crosses(holder: Annotation, a: Annotation) -> bool:
    """Tell whether a later annotation does not fit between the marks of an earlier one that is still open."""
    start, end = holder.inner
    return a.start < start or a.end > end


def yields(holder: Annotation, a: Annotation) -> bool:
    """Tell which of two that cross goes, the earlier one or not: the inner kind, and a sentence always."""
    return holder.kind == "s" or (a.kind != "s" and RANK[a.kind] < RANK[holder.kind])


def marked(holder: Annotation, a: Annotation) -> bool:
    """Tell whether an annotation lies wholly in the marks of another: the italics of `it [*sic*]`."""
    start, end = holder.inner
    return (holder.start <= a.start and a.end <= start) or (end <= a.start and a.end <= holder.end)


def same(one: Annotation, other: Annotation) -> bool:
    """Tell whether two annotations say the same of the same characters."""
    return (one.start, one.end, one.kind) == (other.start, other.end, other.kind)
