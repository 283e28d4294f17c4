"""Ships that bear the name of a place: `the steamer Odessa` and, in the same document, `the Odessa` and `"Odessa"`.

A town of that name remains one without article and quotation marks: `we left Odessa` (Guidelines, NDPLAC).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from teilegram.names.cyrillic.heads import declined
from teilegram.names.homographs import context
from teilegram.names.lexicon import is_cyrillic
from teilegram.names.things import ENDS, is_ship, word_before

ARTICLE = re.compile(r"(?<!\w)(?:[Tt]he|THE|[Dd]ie|[Dd]er|[Dd]as|[Ll]e|[Ll]a) $")
OPENING, CLOSING = "\"'«„“‘", "\"'»“”’"


@cache
def words() -> frozenset[str]:
    """Give the words for ships, folded, the Russian ones in every case."""
    found = set(context("ship"))
    for word in context("ship"):
        if is_cyrillic(word):
            found |= declined(word, {"о": "n", "а": "f", "ь": "m"}.get(word[-1], "m"))
    return frozenset(found)


def is_vessel(text: str, at: int) -> bool:
    """Tell whether a word for a ship stands before a name.

    >>> is_vessel("the sloop Odessa", 10), is_vessel("на пароходе «Одесса»", 13), is_vessel("in Odessa", 3)
    (True, True, False)
    """
    word = word_before(text, at - 1 if at and text[at - 1] in OPENING else at)
    return word in words() or (word in ENDS and is_ship(text, at))


def vessels(text: str, named: Iterable[tuple[int, str]]) -> frozenset[str]:
    """Give the names, of those that stand at some offsets, that a word for a ship shows to be one's."""
    return frozenset(name for start, name in named if is_vessel(text, start))


def sails(text: str, start: int, end: int, *, known: bool) -> bool:
    """Tell whether a name that is known as a ship's is one here: behind the word for it, an article, or in quotes.

    >>> said = 'The steamer Odessa left Odessa; the Odessa, "Odessa", was late'
    >>> [sails(said, *m.span(), known=True) for m in re.finditer("Odessa", said)]
    [True, False, True, True]
    """
    if not known or not start:
        return False
    quoted = text[start - 1] in OPENING and text[end : end + 1] in CLOSING and end < len(text)
    return quoted or is_vessel(text, start) or ARTICLE.search(text, max(0, start - 5), start) is not None
