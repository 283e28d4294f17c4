"""Words that describe an institution and may stand before the one that says what it is: `Cuban Foreign` `Ministry`.

Demonyms, parties and branches are a table; of other words the ending tells (Guidelines, NDORG).
"""

from __future__ import annotations

import re
from functools import cache

from teilegram.names.lexicon import function_words
from teilegram.vocabulary import table

LEFT = re.compile(r"(?<![\w.'-])([A-ZÀ-Þ][\w'.-]{1,30}) $")
ADJECTIVE = re.compile(
    r"\w+(?:ian|ish|ese|ean|ist|nal|ral|tal|ial|cal|ary|lic|tive|tic|eign|ical|ers'|ing)|(?:[A-Z]\.){2,}|[A-Z]{2,5}"
)
"""Endings of words that describe an institution; demonyms and other such words are a table."""
LONGEST_ACRONYM = 5
MOST_LEFT = 4


def leftward(text: str, at: int) -> int:
    """Give where the words before a head begin that belong to it: `the Cuban Foreign Ministry`.

    >>> said = "Then Castro told the Cuban Foreign Ministry"
    >>> said[leftward(said, said.index("Ministry")):]
    'Cuban Foreign Ministry'
    """
    for _ in range(MOST_LEFT):
        m = LEFT.search(text, max(0, at - 40), at)
        if not m or not describes(m[1]):
            break
        at = m.start()
    return at


def describes(word: str) -> bool:
    """Tell whether a capitalised word describes an institution: `Foreign`, `Cuban`, `National`, but not `Castro`."""
    shape = word.capitalize() if word.isupper() and len(word) > LONGEST_ACRONYM else word
    return word.capitalize() not in function_words() and (shape in before_names() or bool(ADJECTIVE.fullmatch(shape)))


def is_demonym(word: str) -> bool:
    """Tell whether a word says of which people something is: `Refugees` may be `Polish`, and `Polish` is no person."""
    return word in peoples() or (word in before_names() and word.endswith(("ian", "ish", "ese", "ean")))


@cache
def peoples() -> frozenset[str]:
    """Give the words that say of which people something is."""
    return frozenset(row["word"] for row in table("before_names") if row["people"])


@cache
def before_names() -> frozenset[str]:
    """Give the capitalised words that stand before a name and are none themselves: demonyms, parties, branches."""
    rows = (
        *table("before_names"),
        *({"word": w} for row in table("organisation_heads") if row["kind"] == "left" for w in row["words"].split("|")),
    )
    return frozenset(row["word"] for row in rows)
