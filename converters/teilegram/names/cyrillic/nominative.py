"""The normal form of a person whom only the text names: the nominative, for the entry that is proposed.

The forename or patronymic says whose name it is and in which case it stands; so `Марии Арцыбушевой` is Мария
Арцыбушева, and `Михаилом Брохесом` Михаил Брохес.
"""

from __future__ import annotations

from collections.abc import Sequence

from teilegram.names.cyrillic.declension import plain
from teilegram.names.cyrillic.lexicon import forenames, patronymic
from teilegram.names.cyrillic.surnames import ADJECTIVE, POSSESSIVE, cases_of, key

STEM_ENDS = {"M": {"possessive": "", "adjective": "ий"}, "F": {"possessive": "а", "adjective": "ая"}}
NOUN_ENDINGS = (("ом", ""), ("ем", ""), ("а", ""), ("у", ""), ("е", ""), ("я", "ь"), ("ю", "ь"))
"""Endings of a man's foreign surname in the oblique cases, and what the nominative has instead."""


def nominative(given: Sequence[str], surname: str) -> str:
    """Give forenames, patronymic and surname in the nominative; what nothing decides stays as it is.

    >>> nominative(["Марии"], "Арцыбушевой"), nominative(["Михаилом"], "Брохесом"), nominative(["Н."], "Хрущев")
    ('Мария Арцыбушева', 'Михаил Брохес', 'Н. Хрущев')
    >>> nominative(["Фёдора", "Ивановича"], "Шаляпина"), nominative(["Надежде", "Николаевне"], "")
    ('Фёдор Иванович Шаляпин', 'Надежда Николаевна')
    """
    sex, cases = whose(given, surname)
    names = [of_given(word, sex) for word in given]
    return " ".join([*names, of_surname(surname, sex, cases)] if surname else names)


def whose(given: Sequence[str], surname: str) -> tuple[str, str]:
    """Give sex and cases of a name: the first reading of its forename that its patronymic and surname agree with."""
    said = next((p for p in map(patronymic, given) if p), None)
    readings = [(g.sex, g.cases) for word in given[:1] for g in forenames().get(plain(word), ())]
    for sex, cases in (*readings, *([said] if said else [])):
        others = cases_of(plain(surname), sex) if surname else cases
        common = "".join(c for c in cases if c in others and (not said or (said[0] == sex and c in said[1])))
        if common:
            return sex, common
    return "", ""


def of_given(word: str, sex: str) -> str:
    """Give a forename or patronymic in the nominative."""
    known = next((g.name for g in forenames().get(plain(word), ()) if g.sex == sex), "")
    if known or not patronymic(plain(word)):
        return known or word
    if sex == "F":
        return word[: word.rindex("н") + 1] + "а"
    return word[: word.rindex("ч") + 1]


def of_surname(word: str, sex: str, cases: str) -> str:
    """Give a surname in the nominative."""
    if not sex or "n" in cases:
        return word
    for name, pattern in (("possessive", POSSESSIVE), ("adjective", ADJECTIVE)):
        if pattern.fullmatch(plain(word)):
            return word[: len(key(plain(word)))] + STEM_ENDS[sex][name]
    if sex == "M":
        return next((word[: -len(old)] + new for old, new in NOUN_ENDINGS if word.endswith(old)), word)
    return word
