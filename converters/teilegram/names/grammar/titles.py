"""Titles at a name, which belong to it as `roleName`: `Mr. President`, `comrade`, `Prince Regent`, `Essad Pasha`."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from teilegram.vocabulary import table

CIVIL = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mister|Dr|Doctor|Herr|Frau|Monsieur|M|Mme|Comrade|comrade|Prof|Professor)\.?")
CAPITAL = re.compile(r" ([A-Z]\w*)")
WINDOW = 60
"""How far back a title is looked for, in characters."""


@cache
def rows() -> tuple[dict[str, str], ...]:
    """List the titles of one person and those of several."""
    articled = ({"title": title, "sex": sex} for title, sex, _ in with_article())
    return (*table("titles"), *articled, *table("plural_titles"))


@cache
def with_article() -> tuple[tuple[str, str, str], ...]:
    """List the titles with an article behind a form of address, with the sex and the kind: `Monsieur le Maire`."""
    return tuple(
        (f"{address} {article}{form}", row["sex"], row["kind"])
        for row in table("article_titles")
        for address in row["address"].split("|")
        for words in row["words"].split("|")
        for article, rank in [(words[: -len(rank)], rank) for rank in [re.split("[ ']", words)[-1]]]
        for form in (rank, rank[0].upper() + rank[1:])
    )


@cache
def modifiers() -> dict[str, frozenset[str]]:
    """Give for the last word of an office, folded, what may stand before it and make another office of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("title_modifiers"):
        for title in row["titles"].split("|"):
            found[title.casefold()] |= set(row["words"].split("|"))
    return {title: frozenset(words) for title, words in found.items()}


@cache
def titles_by_end() -> dict[str, tuple[str, ...]]:
    """Give the titles, the longest first, by their last word, folded; the first letter may be of either case."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows():
        title = row["title"]
        forms = (title[0].upper() + title[1:], title[0].lower() + title[1:], title.upper())
        found[title.split(" ")[-1].casefold()].update(forms)
    return {end: tuple(sorted(forms, key=lambda f: (-len(f), f))) for end, forms in found.items()}


@lru_cache(maxsize=8)
def last_word(text: str, at: int) -> str:
    """Give what stands between the last two spaces before an offset.

    >>> last_word("to Mr. President Kennedy", 17), last_word("Kennedy", 0)
    ('President', '')
    """
    if not at or text[at - 1] != " ":
        return ""
    word = text[at - WINDOW if at > WINDOW else 0 : at - 1].rpartition(" ")[2]
    return word if word.isalpha() else word.rpartition("\n")[2].lstrip("([\"'")


def title_before(text: str, at: int) -> tuple[int, int] | None:
    """Give the span of the titles that stand directly before an offset.

    >>> title_before("to Mr. President Kennedy", 17)
    (3, 16)
    >>> said = "told Deputy Assistant Secretary Hale and M. le comte d'Orsay"
    >>> [said[slice(*title_before(said, said.index(name)))] for name in ("Hale", "d'Orsay")]
    ['Deputy Assistant Secretary', 'M. le comte']
    >>> title_before("the Council of Ministers N. S. Khrushchev", 25)
    """
    start = at
    while forms := titles_by_end().get(last_word(text, start).casefold()):
        title = next((f for f in forms if ends_with(text, start - 1, f)), "")
        if not title or (title.casefold() in of_several() and last_word(text, start - len(title) - 1) == "of"):
            break
        start -= len(title) + 1
        start = before_office(text, start, title)
    return (start, at - 1) if start < at else None


def before_office(text: str, start: int, title: str) -> int:
    """Give where what makes another office of a title begins: `Deputy Assistant`, `Acting`; its start if nothing does.

    >>> before_office("the Acting Deputy Minister Orlov", 18, "Minister"), before_office("an Acting King", 10, "King")
    (4, 10)
    """
    last = title.casefold()
    able = modifiers().get(last) or modifiers().get(last.rpartition(" ")[2], frozenset())
    while able and (word := last_word(text, start)) in able:
        start -= len(word) + 1
    return start


@cache
def titles_behind() -> frozenset[str]:
    """Give the titles that stand behind a name."""
    return frozenset(row["title"] for row in table("titles_behind"))


def title_after(text: str, at: int) -> tuple[int, int] | None:
    """Give the span of the title that stands directly behind an offset.

    >>> title_after("with Essad Pasha's men", 10), title_after("with Essad Pashalik", 10)
    ((11, 16), None)
    """
    word = CAPITAL.match(text, at)
    return word.span(1) if word and word[1] in titles_behind() else None


@cache
def of_several() -> frozenset[str]:
    """Give the titles of several persons, folded."""
    return frozenset(row["title"].casefold() for row in table("plural_titles"))


def ends_with(text: str, at: int, words: str) -> bool:
    """Tell whether whole words end at an offset.

    >>> ends_with("a Vice-President", 16, "President"), ends_with("Mr. President", 13, "President")
    (False, True)
    """
    start = at - len(words)
    if start < 0 or not text.startswith(words, start):
        return False
    return not start or not (text[start - 1].isalnum() or text[start - 1] in "_-")


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
