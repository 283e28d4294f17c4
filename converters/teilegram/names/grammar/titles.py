"""Titles before a name: `Mr. President`, `comrade`, `Prince Regent`; they belong to it as `roleName`."""

from __future__ import annotations

import re
from functools import cache

from teilegram.vocabulary import table

CIVIL = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mister|Dr|Doctor|Herr|Frau|Monsieur|M|Mme|Comrade|comrade|Prof|Professor)\.?")
WINDOW = 60
"""How far back a title is looked for, in characters."""


def rows() -> list[dict[str, str]]:
    """List the titles of one person and those of several."""
    return [*table("titles"), *table("plural_titles")]


@cache
def title_pattern() -> re.Pattern[str]:
    """Compile the titles once, the longest first; the first letter may be of either case."""
    titles = sorted((row["title"] for row in rows()), key=len, reverse=True)
    either = [f"(?:{re.escape(t[0].upper())}|{re.escape(t[0].lower())}){re.escape(t[1:])}" for t in titles]
    capitals = "|".join(re.escape(t.upper()) for t in titles)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(either)}|{capitals}) $")


@cache
def title_ends() -> frozenset[str]:
    """Give the last words of the titles, folded: where none of them stands, no title does."""
    return frozenset(row["title"].split(" ")[-1].casefold() for row in rows())


def last_word(text: str, at: int) -> str:
    """Give what stands between the last two spaces before an offset.

    >>> last_word("to Mr. President Kennedy", 17), last_word("Kennedy", 0)
    ('President', '')
    """
    if not at or text[at - 1] != " ":
        return ""
    return text[text.rfind(" ", max(0, at - WINDOW), at - 1) + 1 : at - 1].rpartition("\n")[2].lstrip("([\"'")


def title_before(text: str, at: int) -> tuple[int, int] | None:
    """Give the span of the titles that stand directly before an offset.

    >>> title_before("to Mr. President Kennedy", 17)
    (3, 16)
    """
    start = at
    while True:
        if last_word(text, start).casefold() not in title_ends():
            break
        left = text[max(0, start - WINDOW) : start]
        m = title_pattern().search(left)
        if not m:
            break
        start = start - len(left) + m.start()
    return (start, at - 1) if start < at else None


def agrees(title: str, sex: str) -> bool:
    """Tell whether a title may be a person's: `Mrs. Castro` is not Fidel.

    >>> agrees("Mrs.", "M"), agrees("President", "M"), agrees("Mr.", "")
    (False, True, True)
    """
    return not sex or not sexes(title.casefold()) - {"", sex}


def is_civil(title: str) -> bool:
    """Tell whether a title is one by which anybody is addressed: `Mr. George` is no king."""
    return CIVIL.fullmatch(title) is not None


@cache
def sexes(title: str) -> frozenset[str]:
    """Give whose a title, folded, is."""
    return frozenset(row["sex"] for row in rows() if row["title"].casefold() == title)
