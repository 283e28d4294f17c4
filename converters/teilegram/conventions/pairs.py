"""Pairs: which bracket closes which, in a paragraph and over paragraphs; and what is a bracket but no act.

A bracket that opens in one paragraph and closes in a later one is one act over several paragraphs, as long as it is
not far away and begins or ends one of them; else it stays text, so that a stray bracket swallows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from teilegram.model import SPACE, Annotation, Convention

Span = tuple[int, int]
DEEPEST = 16
"""Brackets inside brackets that can mean anything; deeper ones stay text."""
FARTHEST, LONGEST = 12, 6000
"""Paragraphs and characters that an act may run over."""
CODE = re.compile(r"(`{1,3})(?=[^`\s])[^`\n]*?[^`\s]?\1")


def pairs(text: str, start: int, end: int, convention: Convention) -> tuple[list[Span], list[int]]:
    """Pair brackets; give the pairs (outer ones first) and the offsets of those without a partner.

    >>> from teilegram.conventions import profile
    >>> pairs("a [b [c] d] e]", 0, 14, profile("base"))
    ([(2, 11), (5, 8)], [13])

    What stands in a Markdown code span is code:

    >>> pairs("the array `a[0]` holds", 0, 22, profile("base"))
    ([], [])
    """
    stack: list[int] = []
    found: list[Span] = []
    loose: list[int] = []
    code = {i for m in CODE.finditer(text, start, end) for i in range(*m.span())} if "`" in text[start:end] else ()
    for m in re.finditer(f"[{re.escape(convention.open + convention.close)}]", text[start:end]):
        at = start + m.start()
        if at in code:
            continue
        if m[0] == convention.open:
            stack.append(at)
        elif stack:
            left = stack.pop()
            if len(stack) < DEEPEST:
                found.append((left, at + 1))
            else:
                loose += (left, at)
        else:
            loose.append(at)
    return sorted(found), sorted(loose + stack)


def across(
    text: str, blocks: Sequence[Annotation], loose: Sequence[tuple[int, int]], convention: Convention
) -> list[tuple[Span, Sequence[Annotation]]]:
    """Pair brackets without a partner in their paragraph, given as (number of the block, offset).

    Give each pair with the blocks that it runs over.
    """
    found: list[tuple[Span, Sequence[Annotation]]] = []
    for (first, left), (last, right) in pairwise(loose):
        opens, closes = text[left] == convention.open, text[right] == convention.close
        near = first < last <= first + FARTHEST and right - left <= LONGEST
        if opens and closes and near and (begins(text, blocks[first], left) or ends(text, blocks[last], right)):
            found.append(((left, right + 1), blocks[first : last + 1]))
    return found


def begins(text: str, block: Annotation, at: int) -> bool:
    """Tell whether a bracket is the first of its paragraph."""
    return not text[block.start : at].strip(SPACE + '*_"“«(')


def ends(text: str, block: Annotation, at: int) -> bool:
    """Tell whether a bracket is the last of its paragraph."""
    return not text[at + 1 : block.end].strip(SPACE + '*_"”».,;:)')


BULLET = re.compile(r"[ \t]*(?:[-*+•]|[0-9]{1,3}[.)])?[ \t]*$")
TICK = frozenset({"x", "X", "✓", "✔", "✗", "☑"})
INTERVAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)? ?[,;] ?-?[0-9]+(?:\.[0-9]+)?")
CITED = re.compile(r"[0-9]{1,3}, ?(?:pp?\.|[сСcC]\.|S\.|л\.|т\.).{0,40}")
FILED = re.compile(r"[A-Z]{1,3} ?[0-9]{1,6}(?:/[0-9]{1,5}){1,3}")
"""The number of a paper in its registry: `[E 1432/44/65]`."""
LABEL = re.compile(r"[0-9]{1,3}|[*†‡§]+|[a-z]")


def is_no_act(text: str, start: int, end: int) -> bool:
    """Tell whether a pair of brackets is a link, a task box, the number of a list or a note, an interval or a citation.

    >>> [is_no_act(t, t.index("["), t.index("]") + 1) for t in ("- [x] done", "[1] See above", "[a](b)", "in [0, 1]")]
    [True, True, True, True]
    >>> [is_no_act(t, t.index("["), t.index("]") + 1) for t in ("[our] friends", "in [26] October", "e[x]act")]
    [False, False, False]
    """
    body = text[start + 1 : end - 1].strip(SPACE)
    if not body or body[0] == "^" or text[end : end + 1] == "(" or text[start - 1 : start] == "!":
        return True
    if (
        INTERVAL.fullmatch(body)
        or FILED.fullmatch(body)
        or CITED.fullmatch(body)
        or text[end : end + 6].startswith((": http", ":http", ": <"))
    ):
        return True
    first = BULLET.fullmatch(text, max(text.rfind("\n", 0, start) + 1, start - 12), start)
    follows = text[end : end + 1]
    return bool(first) and not follows.isalpha() and (body in TICK or bool(LABEL.fullmatch(body)))
