"""Streets, buildings and waters by the word behind their name or in it: `31 Bedford Row`, `Herrenstraße 9`.

The name is whole with its head and its number only (Guidelines, NDPLAC).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.names.heads import Head, listed
from teilegram.names.lexicon import Hit, function_words, not_alone
from teilegram.names.made import place
from teilegram.names.variants.forenames import is_common
from teilegram.vocabulary import table

CAP = r"[A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ][\w'-]{2,30}"
LEFT = re.compile(rf"(?<![\w.'-])((?:\d{{1,3}}[a-d]?,? )?)((?:(?:St\.?|{CAP}),? (?:(?:of|de|la|am|an der) )?){{1,3}})$")
NUMBER = re.compile(r" \d{1,3}(?:/\d{1,3}){0,2}[a-d]?(?![\w,.]?\d)")
SHOWN = re.compile(r"(?:(?<!\w)(?:the|in|at|to|from|near|of|on|behind|into|outside) |\d,? |\n\s*)$", re.IGNORECASE)
CLOSE = 50
PART = "names.place.street"
"""A place whose name is whole with its head only."""


def named_before(text: str, m: Head) -> Iterator[Hit]:
    """Yield `Harley Street`, `14 English Quay`; a head that is a surname, too, only where something shows a place."""
    left = LEFT.search(text, max(0, m.start - CLOSE), m.start)
    if not left:
        return
    words = left[2].split(" ")[:-1]
    at = left.start(2)
    while words and (no_beginning(words[0]) or (len(words) > 1 and words[0].endswith("'s"))):
        at += len(words.pop(0)) + 1
    number = left.start() if left[1] and at == left.start(2) else at
    if not words or (title_of(words[0]) and "place.surname" in m.kinds):
        return
    if "place.surname" in m.kinds and (is_common(words[0]) or not SHOWN.search(text, max(0, number - 9), at)):
        return
    if "place.street" not in m.kinds and all(word in described() for word in words):
        return
    end = NUMBER.match(text, m.end) if m.kinds & {"place.street"} and number == at else None
    yield place(text, number, end.end() if end else m.end, PART)


def no_beginning(word: str) -> bool:
    """Tell whether no name of a street begins with a word: a word of grammar, or the end of what stands before."""
    return not word[0].isupper() or word.rstrip(",") in function_words() or word.endswith(",")


@cache
def described() -> frozenset[str]:
    """Give the words that describe a place and do not name it: `the Military District`, `a Soviet Province`."""
    left = listed("organisation_heads", "left")
    return frozenset(
        (*left, *(row["word"] for row in table("before_names")), "Capital", "Electoral", "Postal", "First")
    )


def title_of(word: str) -> bool:
    """Tell whether a word is one with which a title begins."""
    return word.casefold() in not_alone() and word not in described()


def compound(text: str, m: Head) -> Iterator[Hit]:
    """Yield `Herrengasse 9`, `Kärntner Straße`, `Nibelungenbrücke`: the word that a German head ends."""
    start = m.start
    while start and (text[start - 1].isalnum() or text[start - 1] in "-'"):
        start -= 1
    word = text[start : m.end]
    if word.capitalize() in listed("place_heads", "plain") or not word[0].isupper() or start == m.start:
        return
    number = NUMBER.match(text, m.end)
    yield place(text, start, number.end() if number else m.end, PART)
