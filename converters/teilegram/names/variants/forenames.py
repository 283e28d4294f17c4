"""Forenames: which words are some, whose they are, and which are one name in several languages."""

from __future__ import annotations

from functools import cache

from teilegram.folding import folded
from teilegram.vocabulary import table, whole_words


@cache
def families() -> dict[str, tuple[int, str]]:
    """Give for every forename, folded, the number of its line in the table and the sex."""
    found: dict[str, tuple[int, str]] = {}
    for number, row in enumerate(table("forenames")):
        for form in row["forms"].split("|"):
            found.setdefault(folded(form).casefold(), (number, row["sex"]))
    for row in table("forename_abbreviations"):
        for form in row["abbreviations"].split("|"):
            family = found.get(folded(row["forename"]).casefold())
            if family:
                found.setdefault(f"{folded(form).casefold()}.", family)
    return found


@cache
def abbreviated() -> str:
    """Give the pattern of an abbreviated forename of Latin letters, with its point.

    >>> import re
    >>> re.findall(abbreviated(), "Wm. Hale, Friedr. Keller and Gen. Wood")
    ['Wm.', 'Friedr.']
    """
    forms = (form for row in table("forenames") for form in row["forms"].split("|") if form.endswith("."))
    more = (
        f"{form}."
        for r in table("forename_abbreviations")
        if r["lang"] != "ru"
        for form in r["abbreviations"].split("|")
    )
    return whole_words([*forms, *more])


@cache
def doubtful() -> frozenset[str]:
    """Give the abbreviations that are forenames without their point as well and may end a sentence: `I saw Fred.`."""
    forms = (form for row in table("forename_abbreviations") for form in row["abbreviations"].split("|"))
    return frozenset(f"{form}." for form in forms if is_common(form))


def is_common(word: str) -> bool:
    """Tell whether a word is a forename that the table has.

    >>> is_common("Josef"), is_common("Danube")
    (True, False)
    """
    return folded(word).casefold() in families()


def is_double(word: str) -> bool:
    """Tell whether a word is two forenames with a hyphen: `Jean-Paul`."""
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and is_common(first) and is_common(second)


def sex_of(word: str) -> str:
    """Give whose a forename is: M, F, or nothing."""
    return families().get(folded(word).casefold(), (0, ""))[1]


def equivalent(one: str, other: str) -> bool:
    """Tell whether two forenames are one in two languages, or one of them is short for the other.

    >>> equivalent("Stephen", "Stefan"), equivalent("Ed", "Edward"), equivalent("Robert", "John")
    (True, True, False)
    >>> equivalent("Jno.", "John"), equivalent("Chas.", "Karl"), equivalent("Jas.", "John")
    (True, True, False)
    """
    a, b = families().get(folded(one).casefold()), families().get(folded(other).casefold())
    return a is not None and a == b


@cache
def word_names() -> frozenset[str]:
    """Give the words of the language, folded, that are names as well: `brown`, `frank`, `koch`."""
    return frozenset(folded(word) for row in table("word_names") for word in row["words"].split())
