"""The words of dates in a language, as alternations for patterns and as tables for what they mean.

They stand in `data/date_words.tsv`, `data/months.tsv` and `data/feasts.tsv`; grammars have none of their own.
"""

from __future__ import annotations

import re
from functools import cache

from teilegram.dates.expression import months
from teilegram.vocabulary import table

TEN = 10
FOLDED = {"ё": "е", "’": "'", "–": "-", "—": "-", "‑": "-", "\n": " ", "\r": " ", "\xa0": " "}


def folded(word: str) -> str:
    """Fold case, ё, quotes, dashes and line ends, character for character.

    >>> folded("В Её день –\\n5"), len(folded("İstanbul"))
    ('в ее день - 5', 8)
    """
    low = word.lower()
    if len(low) != len(word):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in word)
    for said, read in FOLDED.items():  # of a long text much faster than a table for all characters
        low = low.replace(said, read)
    return low


@cache
def forms(lang: str, kind: str) -> dict[str, str]:
    """Give what each word of a class means, by its folded form.

    >>> forms("ru", "weekday")["среду"], forms("de", "phrase")["vorgestern"]
    ('wednesday', 'shift 2 day -1 now')
    """
    if kind == "month":
        return {folded(word): str(number) for word, number in months(lang).items() if word}
    if kind == "feast":
        return {folded(word): row["key"] for row in table("feasts") for word in row[lang].split("|") if word}
    return {
        folded(word): row["value"]
        for row in table("date_words")
        if row["lang"] == lang and row["class"] == kind
        for word in row["words"].split("|")
    }


@cache
def choice(lang: str, kind: str) -> str:
    """Give an alternation of the words of a class, the longest first; a space may be any few, after a stop none.

    Words with the same first letter stand together, so that a text is soon found to begin with none of hundreds.

    >>> choice("fr", "season").split("(?!")[0]
    '(?:printemps'
    """
    words = sorted(forms(lang, kind), key=len, reverse=True)
    if not words:
        return "(?!)"
    first: dict[str, list[str]] = {}
    for word in words:
        first.setdefault(word[0], []).append(word_pattern(word).removeprefix(re.escape(word[0])))
    groups = (re.escape(c) + (f"(?:{'|'.join(rest)})" if len(rest) > 1 else rest[0]) for c, rest in first.items())
    return "(?:" + "|".join(groups) + ")"


def word_pattern(word: str) -> str:
    """Give the pattern of a word: whole, with any few spaces where it has one."""
    pattern = re.escape(word).replace(r"\.\ ", r"\. ?").replace(r"\ ", " {1,3}")
    return pattern if word.endswith((".", "-", "'")) else pattern + r"(?!\w)"


def meaning(lang: str, kind: str, said: str) -> str | None:
    """Give what a matched word means, however it is spaced.

    >>> meaning("ru", "of-year", "с.г."), meaning("ru", "of-year", "того  же года")
    ('0 now', '0 then')
    """
    return packed(lang, kind).get(said.replace(" ", ""))


@cache
def packed(lang: str, kind: str) -> dict[str, str]:
    """Give the words of a class without their spaces."""
    return {word.replace(" ", ""): value for word, value in forms(lang, kind).items()}


@cache
def heads(lang: str, kind: str) -> frozenset[str]:
    """Give of each word or phrase of a class its longest word, the later of two: where that is not, the phrase is not.

    >>> sorted(heads("de", "of-month") & {"m", "monats", "des"})
    ['m', 'monats']
    """
    found = (re.findall(r"[^\W\d_]+", word) for word in forms(lang, kind))
    return frozenset(max(enumerate(parts), key=lambda part: (len(part[1]), part[0]))[1] for parts in found if parts)


def number(code: str, kind: str, said: str) -> float:
    """Read a number of one word, or of tens and units.

    >>> number("ru", "ordinal", "двадцать шестого"), number("de", "number", "dreiundzwanzig")
    (26, 23)
    """
    known = meaning(code, kind, said)
    if known:
        return float(known) if "." in known else int(known)
    first, _, rest = folded(said).partition(" ")
    tens = meaning(code, "number", first)
    units = meaning(code, kind, rest.strip())
    if tens and units and float(tens) >= TEN * 2 and float(units) < TEN:
        return int(float(tens) + float(units))
    return 0
