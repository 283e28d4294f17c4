"""Words that say what a Russian organisation is, in all their forms, and the adjectives that agree with them.

`министерство` stands as `Министерством` or `МИНИСТЕРСТВО`; its name may begin with `Государственного`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any, NamedTuple

from teilegram.names.cyrillic.declension import forms, plain
from teilegram.vocabulary import table

NEUTER = {
    "ство": ("ства", "ству", "ством", "стве"),
    "ние": ("ния", "нию", "нием", "нии"),
    "ие": ("ия", "ию", "ием", "ии"),
}
NEUTER["о"] = ("а", "у", "ом", "е")
NEUTER["ще"] = ("ща", "щу", "щем", "ще")
CLASSES = (("ия", "ия"), ("а", "а"), ("я", "я"), ("овь", "fleeting"), ("ь", "ь"), ("й", "й"))
FLEETING = ("кви", "ковью", "ковь")
ADJECTIVE = {
    "m": ("ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем"),
    "f": ("ая", "яя", "ой", "ей", "ую", "юю"),
    "n": ("ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем"),
}
ADJECTIVE["-"] = ADJECTIVE["n"]
NOMINATIVE = {"m": ("ый", "ий"), "f": ("ая", "яя"), "n": ("ое", "ее"), "-": ("ое", "ее")}
SOFT = "гкхжчшщ"


class Head(NamedTuple):
    """A word that says what an organisation is: its nominative, gender and kind."""

    word: str
    gender: str
    kind: str


def declined(word: str, gender: str) -> set[str]:
    """Give the singular forms of a noun.

    >>> sorted(declined("миссия", "f")), "церкви" in declined("церковь", "f"), declined("бюро", "-")
    (['миссией', 'миссии', 'миссию', 'миссия'], True, {'бюро'})
    """
    if gender == "-" or word.isupper():
        return {word}
    if gender == "n":
        ending, others = next((e, o) for e, o in NEUTER.items() if word.endswith(e))
        return {word, *(word[: -len(ending)] + other for other in others)}
    if word.endswith("ковь"):
        return {word, *(word[:-4] + other for other in FLEETING)}
    declension = next((name for ending, name in CLASSES if word.endswith(ending)), "hard")
    return set(forms(word, declension)) | ({word[:-2] + "ок"} if word.endswith("ток") else set())


@cache
def heads() -> dict[str, Head]:
    """Give the heads by form, each in small letters, with a capital, and in capitals."""
    found: dict[str, Head] = {}
    for row in table("russian_heads"):
        head = Head(row["word"], row["gender"], row["kind"])
        for form in declined(head.word, head.gender):
            for shape in (form, form[0].upper() + form[1:], form.upper()):
                found.setdefault(shape, head)
        if head.word.isupper() and head.gender == "m":
            found |= {head.word + ending: head for ending in ("а", "у", "ом", "е")}
    return found


@cache
def matcher() -> tuple[Any, list[str]]:
    """Make what finds all heads in one pass (Aho-Corasick)."""
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - only Russian text needs it

    keys = list(heads())
    return AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest), keys


def agrees(adjective: str, head: Head) -> bool:
    """Tell whether a word ends as an adjective before a head does.

    >>> agrees("Верховного", heads()["суда"]), agrees("Верховная", heads()["суд"]), agrees("Мао", heads()["суд"])
    (True, False, False)
    """
    return len(adjective) > 4 and adjective.lower().endswith(ADJECTIVE[head.gender])  # noqa: PLR2004


def in_nominative(adjective: str, gender: str) -> str:
    """Give an adjective in the nominative of a gender.

    >>> in_nominative("Верховного", "m"), in_nominative("советскому", "n"), in_nominative("Высшей", "f")
    ('Верховный', 'советское', 'Высшая')
    """
    ending = next((e for e in sorted(ADJECTIVE[gender], key=len, reverse=True) if adjective.lower().endswith(e)), "")
    if not ending or adjective.isupper() or (gender == "m" and ending == "ой"):
        return adjective
    stem = adjective[: -len(ending)]
    hard, soft = NOMINATIVE[gender]
    if ending in ("его", "ему", "ей", "юю", "ем", "яя"):
        return stem + (soft if stem[-1] not in SOFT or gender != "f" else hard)
    return stem + (soft if gender == "m" and stem[-1] in SOFT else hard)


@cache
def words(kind: str) -> frozenset[str]:
    """Give the words of one kind that stand around organisations."""
    rows = (row for row in table("russian_organisation_context") if row["kind"] == kind)
    return frozenset(plain(word) for row in rows for word in row["words"].split("|"))


@cache
def before_institutions() -> frozenset[str]:
    """Give the adjectives, in every gender and case, with which an institution's name may begin."""
    found: dict[str, None] = defaultdict()
    for word in words("left"):
        stem = word[:-2]
        found |= dict.fromkeys(stem + ending for endings in ADJECTIVE.values() for ending in endings)
    return frozenset(found)
