"""Signs of a convention besides its brackets: `(abc)`, `<abc>`, `{abc}`, `⟦abc⟧`, a dot below, as Leiden has them.

An expansion is `ex`, what the scribe left out `supplied`, what is too much `surplus`, what was erased `del`, a
doubtful letter `unclear` (Guidelines, PHAB, COEDADD, PHDA).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.model import Annotation, Convention, Sign

ELEMENTS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "expansion": ("ex", ()),
    "omitted": ("supplied", (("reason", "omitted"),)),
    "surplus": ("surplus", ()),
    "erased": ("del", (("rend", "erasure"),)),
    "doubtful": ("unclear", (("reason", "illegible"),)),
}


def signs(text: str, start: int, end: int, convention: Convention) -> Iterator[Annotation]:
    """Yield what the signs of a convention enclose in one paragraph.

    >>> from teilegram.conventions import profile
    >>> [(a.kind, a.start, a.end) for a in signs("imp(erator) {et}", 0, 16, profile("leiden"))]
    [('ex', 3, 11), ('surplus', 12, 16)]
    """
    for sign in convention.signs:
        kind, attributes = ELEMENTS[sign.mean]
        mark = 1 if sign.open else 0
        for m in pattern(sign).finditer(text, start, end):
            signed = (*attributes, ("resp", f"#{convention.unsigned}"))
            yield Annotation(*m.span(), kind, f"conventions.sign.{sign.mean}", signed, None, mark, mark)


def pattern(sign: Sign) -> re.Pattern[str]:
    """Make the pattern of one sign; a tag of the transcriber (`<sup>`) and a parenthesis of its own are none."""
    if sign.below:
        return re.compile(rf"(?:[^\W\d_]{re.escape(sign.below)})+")
    left, right = re.escape(sign.open), re.escape(sign.close)
    inside = f"[^{left}{right}<>\\[\\]\\n]{{1,200}}"
    if sign.open == "(":
        return re.compile(rf"(?<=\w){left}{inside}{right}")
    if sign.open == "<":
        return re.compile(rf"<(?!/|(?:sup|sub|i|em|b|strong|u)>[^<>]{{0,200}}</){inside}>")
    return re.compile(left + inside + right)
