"""What the tables know, by form: forenames, words for ranks and trades, and capitalised words that are no person's."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from teilegram.names.cyrillic.declension import ALL, forms, kind_of, plain
from teilegram.vocabulary import table


class Given(NamedTuple):
    """One reading of a form as a forename: the nominative, whose it is, and in which cases."""

    name: str
    sex: str
    cases: str
    word: bool


class Role(NamedTuple):
    """One reading of a form as a rank or trade: of whom, in which cases, and whether it is a title or a kinship."""

    sex: str
    cases: str
    title: str


@cache
def forenames() -> dict[str, tuple[Given, ...]]:
    """Give the forenames by form.

    >>> [(g.name, g.sex, g.cases) for g in forenames()["Александра"]]
    [('Александр', 'M', 'ga'), ('Александра', 'F', 'n')]
    """
    found: dict[str, tuple[Given, ...]] = {}
    for row in table("russian_forenames"):
        for form, cases in forms(row["name"], row["class"], row["stem"]).items():
            given = Given(row["name"], row["sex"], cases, row["word"] == "yes")
            found[form] = (*found.get(form, ()), given)
    return found


@cache
def roles() -> dict[str, tuple[Role, ...]]:
    """Give the words for ranks, offices, trades and kin by form.

    >>> roles()["маршала"][0].cases, roles()["жена"][0].title
    ('ga', 'kin')
    """
    found: dict[str, tuple[Role, ...]] = {}
    for row in table("russian_roles"):
        for form, cases in forms(row["word"], row["class"], row["stem"]).items():
            found[form] = (*found.get(form, ()), Role(row["sex"], cases, row["title"]))
    del found["после"]  # the preposition, not the prepositional of посол
    return found


@cache
def others() -> frozenset[str]:
    """Give every form of the capitalised words that are no person's.

    >>> "Берлине" in others(), "Москвой" in others(), "Громыко" in others()
    (True, True, False)
    """
    found: set[str] = set()
    for row in table("russian_no_persons"):
        word = row["word"]
        found |= set(forms(word, kind_of(word)))
        if word.endswith("ь"):
            found |= set(forms(word, "ь"))
        if word.endswith(("ая", "ое", "ые", "ий", "ый", "ой")):
            stem = plain(word[:-2])
            found |= {
                stem + e for e in ("ая", "ой", "ую", "ое", "ого", "ому", "ым", "им", "ом", "ие", "ые", "ых", "их")
            }
        if word.endswith("ний"):
            found |= {plain(word[:-2]) + e for e in ("яя", "ей", "юю", "ее", "его", "ему", "ем")}
        if kind_of(word) == "hard":
            found |= {plain(word) + e for e in ("ов", "ы", "ам", "ах", "ами")}
        if word.endswith("е") and kind_of(word) == "fixed":
            found |= {plain(word[:-1]) + e for e in ("я", "ю", "ем", "и", "а", "у", "ом")}
        if word.endswith(("ы", "и")):
            found |= {plain(word[:-1]) + e for e in ("", "ам", "ах", "ами", "ов", "ям", "ях", "ями", "ей")}
        if word.endswith("о"):
            found |= {plain(word[:-1]) + e for e in ("а", "у", "ом", "е")}
    return frozenset(found)


ABSTRACT = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:[еёая]ни(?:[еяюи]|ем)|ост(?:ь|и|ью)|ств(?:о|а|у|ом|е)|ци(?:я|и|ю|ей))")
"""What is no surname, but the last word of what a minister is for: `Путей Сообщения`, `Тяжёлой Промышленности`."""


@lru_cache(maxsize=1 << 15)
def no_surname(word: str) -> bool:
    """Tell whether a capitalised word is no surname, by the tables or by its suffix.

    >>> no_surname("Просвещения"), no_surname("Министерство"), no_surname("Жвания"), no_surname("Орлова")
    (True, True, False, False)
    """
    return word in others() or (len(word) > 7 and ABSTRACT.fullmatch(word) is not None)  # noqa: PLR2004


PATRONYMIC = re.compile(
    r"[А-ЯЁ][а-яё]{1,15}(?:(?:ович|евич|ьич|мич|тич|оныч|аныч|еныч|иныч|ыч)(а|у|ем|ом|е|)|(?:овн|евн|иничн|инишн)(а|ы|е|у|ой|ою))"
)
CASES = {"": "n", "ем": "i", "ом": "i", "ы": "g", "ой": "gdip", "ою": "i"}
OF_MEN = {"а": "ga", "у": "d", "е": "p"}
OF_WOMEN = {"а": "n", "е": "dp", "у": "a", "ой": "i"}


@lru_cache(maxsize=1 << 15)
def patronymic(word: str) -> tuple[str, str] | None:
    """Give sex and cases of a patronymic, or None.

    >>> patronymic("Николаевной"), patronymic("Сергеевича"), patronymic("Хрущев")
    (('F', 'i'), ('M', 'ga'), None)
    """
    m = PATRONYMIC.fullmatch(word)
    if not m:
        return None
    if m[2] is None:
        return "M", OF_MEN.get(m[1]) or CASES.get(m[1], ALL)
    return "F", OF_WOMEN.get(m[2]) or CASES.get(m[2], ALL)
