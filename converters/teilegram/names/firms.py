"""Firms: a name before the word that makes it one, as in `Harrow & Oakes, Ltd.`, and twice in `Faber and Faber`.

What stands before the word has to begin with a capital; `Messrs. Orlov and Sons` is a firm and no person (Guidelines,
NDORG).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from teilegram.names.heads import Head, listed
from teilegram.names.lexicon import Hit, function_words, not_alone
from teilegram.names.made import organisation

WORD = r"[A-ZÀ-Þ][\w'.-]{0,30}"
BEFORE = re.compile(rf"(?<![\w.'-])({WORD}(?:,? (?:(?:&|and|et|und) )?{WORD}){{0,3}}),? $")
PARTNERS = re.compile(rf"(?<![\w.'-])({WORD}(?:,? {WORD}){{0,3}}),? $")
"""What stands before `Ltd.` may be joined by `and`; before `& Co.` it is not."""
PARTNER = tuple(re.compile(rf" {word} ([A-ZÀ-Þ][a-zß-ÿ]{{3,20}})(?!\w)") for word in ("and", "&"))
"""A second name; each search runs from one such word to the next, and then looks whether the first is the same."""
SENTENCE = re.compile(r"[A-Z]?[a-z]{3,}\.")
ABBREVIATED = frozenset(("Messrs.", "Bros.", "Chas.", "Thos.", "Robt.", "Benj.", "Edwd."))
LONGEST = 70
RULE = "names.org.firm"


def firms(text: str, marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield the firms of a text.

    >>> from teilegram.names.heads import heads
    >>> said = "wrote to Harrow & Oakes, Ltd. and to Faber and Faber, not limited."
    >>> [said[h.start:h.end] for h in firms(said, heads(said))]
    ['Harrow & Oakes, Ltd.', 'Faber and Faber']
    """
    for m in marks:
        if "org.firm" not in m.kinds:
            continue
        left = (BEFORE if text[m.start].isupper() else PARTNERS).search(text, max(0, m.start - LONGEST), m.start)
        start = left and begin(left[1], left.start(1))
        if start is not None and start < m.start - 1:
            yield organisation(text, start, m.end, rule=RULE)
    for same in (one for partner in PARTNER for one in partner.finditer(text)):
        name, start = same[1], same.start() - len(same[1])
        if start >= 0 and text.startswith(name, start) and is_apart(text, start) and name.casefold() not in not_alone():
            yield organisation(text, start, same.end(), rule=RULE)


def is_apart(text: str, at: int) -> bool:
    """Tell whether a word begins at an offset."""
    return not at or not (text[at - 1].isalnum() or text[at - 1] in "_.'-")


def begin(words: str, at: int) -> int | None:
    """Give where a firm's name begins: behind words of grammar, another firm, and a sentence that ends before it.

    >>> begin("Krupp AG, Smith", 0), begin("Sons. Smith, Hill", 0), begin("The", 0)
    (10, 6, None)
    """
    start, over = None, False
    for piece in words.split(" "):
        name = (
            piece[0].isupper() and piece not in function_words() and piece not in listed("organisation_heads", "headed")
        )
        last = piece.rstrip(",") in ends()
        if name and not last and (start is None or over):
            start, over = at, False
        over = over or last or (SENTENCE.fullmatch(piece) is not None and piece not in ABBREVIATED)
        at += len(piece) + 1
    return start


@cache
def ends() -> frozenset[str]:
    """Give the last words of a firm's name."""
    return frozenset(word.split(" ")[-1] for word in listed("organisation_heads", "firm"))
