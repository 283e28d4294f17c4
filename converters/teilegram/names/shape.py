"""The shape of a name: which letters it has, into which parts it falls, and which words are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.names.grammar.titles import with_article
from teilegram.names.lexicon import not_alone
from teilegram.names.variants.forenames import word_names
from teilegram.vocabulary import UPPER, table

LINKS = r"(?:(?:von der|von|van der|van|de la|des|de|du|der|del|di|da|la|le|al-|el-) ?)"
SURNAME = rf"(?:{LINKS}(?<= ))*(?:[DO]')?[{UPPER}А-ЯЁ][^\W\d_]{{1,40}}(?:-[^\W\d_]{{1,40}}){{0,3}}(?!\w)"
PLAIN = rf"(?:[DO]'|Mac|Mc)?[{UPPER}А-ЯЁ][^\W\d_A-ZА-ЯЁ]{{1,40}}(?:-[^\W\d_]{{1,40}}){{0,3}}(?![\w])"
PIECE = re.compile(r"d'(?=[^\W\d_a-z])|[^\W\d_]{1,2}\.|[^\s.][^\s]*")
PARTICLES = frozenset(("von", "van", "der", "den", "de", "des", "du", "d'", "la", "del", "di", "da", "le"))
OF = frozenset(("de", "du", "des", "d"))
NOTHING: frozenset[str] = frozenset()


@cache
def titles() -> frozenset[str]:
    """Give all titles, folded: words that stand for a role and never for a surname."""
    return frozenset(row["title"].casefold() for row in table("titles"))


@cache
def personal() -> dict[str, tuple[bool, frozenset[str]]]:
    """Give the titles that only a person has: whether a common forename has to follow, and the words that may not."""
    articled = {title: (False, OF if kind == "office" else NOTHING) for title, _, kind in with_article()}
    return articled | {
        row["title"]: (row["before"] == "forename", frozenset(row["not"].split("|")))
        for row in table("personal_titles")
    }


@cache
def ranks() -> frozenset[str]:
    """Give the titles that stand behind an article, folded: `le maire`, and no name."""
    return frozenset(title.split(" ", maxsplit=1)[1].casefold() for title, _, _ in with_article())


def divided(name: str, at: int) -> Iterator[tuple[int, int, str]]:
    """Yield the parts of a name: its last word is the surname, what stands before are forenames, initials apart.

    >>> [("J. Marlow Beddle"[a:b], element) for a, b, element in divided("J. Marlow Beddle", 0)]
    [('J.', 'forename'), ('Marlow', 'forename'), ('Beddle', 'surname')]
    """
    words = list(PIECE.finditer(name))
    for m in words[:-1]:
        yield at + m.start(), at + m.end(), "nameLink" if m[0] in PARTICLES else "forename"
    yield at + words[-1].start(), at + words[-1].end(), "surname"


def trimmed(name: str) -> str:
    """Cut a name behind a title before the first word that is a place, an office or a thing.

    >>> trimmed("Jacqueline Kennedy Washington"), trimmed("Bank")
    ('Jacqueline Kennedy', 'Bank')
    """
    words = name.split(" ")
    kept = next((i for i, word in enumerate(words) if i and is_no_surname(word)), len(words))
    return " ".join(words[:kept])


def is_no_surname(word: str) -> bool:
    """Tell whether a word ends a name; a title that is a surname as well does not (`Arnold King`)."""
    low = word.casefold()
    return low in no_surnames() and not (low in titles() and low in word_names())


@cache
def no_surnames() -> frozenset[str]:
    """Give the words, folded, that are no surname behind a forename or an office."""
    return not_alone() | {row["word"].casefold() for row in table("after_names")}


@cache
def openers() -> frozenset[str]:
    """Give the words with which sentences often begin."""
    return frozenset(word for row in table("sentence_openers") for word in row["words"].split())
