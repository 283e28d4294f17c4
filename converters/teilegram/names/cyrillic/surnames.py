"""Russian surnames by their shape: the suffixes, the cases a form can be, and what its case forms have in common."""

from __future__ import annotations

import re
from functools import lru_cache

from teilegram.names.cyrillic.declension import ALL, plain

POSSESSIVE = re.compile(r"[А-ЯЁ][а-яё-]+(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой|ою|ы|ых|ыми|)")
ADJECTIVE = re.compile(r"[А-ЯЁ][а-яё-]+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими)")
NOUN = re.compile(
    r"[А-ЯЁ][а-яё-]+(?:енк[оа]|ейк[оа]|адзе|идзе|швили|иани|уашвили|(?:чук|щук|нюк|дюк|ович|евич|кевич|янц|(?<![аеиоуя])ян|[аеоуи]ян|аускас|явичюс|унас|ссон|сен|штейн|берг|ман|ер)(?:а|у|ом|ем|е|))"
)
ENDING = re.compile(r"(?:ами|ями|ыми|ого|его|ому|ему|ой|ей|ою|ым|им|ых|их|ом|ем|ая|ую|ый|ий|а|я|у|ю|ы|и|е|ь|й)$")
SUFFIXED = re.compile(r"((?:ов|ев|ин|ын|[сц]к))(?:а|у|ым|им|е|ой|ою|ы|ых|ыми|ий|ого|ому|ом|ая|ую|ие|их|ими|)$")
SHORTEST = 3
BY_ENDING: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("о", "э", "их", "ых", "аго", "яго"), ALL, ALL),
    (("ому", "ему"), "d", ""),
    (("ая", "яя"), "", "n"),
    (("ую", "юю"), "", "a"),
    (("ой", "ей"), "ni", "gdip"),
    (("ым", "им"), "i", ""),
    (("ом", "ем"), "nip", ALL),
    (("ову", "еву", "ину", "ыну"), "d", "a"),
    (("ове", "еве", "ине", "ыне"), "p", ""),
    (("оу", "еу", "эу", "иу", "и", "е"), ALL, ALL),
    (("а", "я"), "nga", "n"),
    (("у", "ю"), "da", "a"),
    (("ы",), "g", "g"),
)
"""By ending: the cases that a man's and a woman's surname can be; all other endings are a man's nominative."""


@lru_cache(maxsize=1 << 15)
def cases_of(surname: str, sex: str) -> str:
    """Give the cases that a surname can be for a man or a woman.

    >>> cases_of("Вертинскому", "M"), cases_of("Кремер", "F"), cases_of("Кремер", "M"), cases_of("Ивановой", "F")
    ('d', 'ngdaip', 'n', 'gdip')
    """
    word = surname.lower()
    if word.endswith(("ого", "его")):
        return "ga" if sex == "M" else ""
    for endings, man, woman in BY_ENDING:
        if word.endswith(endings):
            return man if sex == "M" else woman
    return "n" if sex == "M" else ALL


@lru_cache(maxsize=1 << 15)
def genitive(surname: str) -> bool:
    """Tell whether a surname may be in the genitive; one of a woman that does not decline is taken for a man's.

    >>> genitive("Горького"), genitive("Плевицкой"), genitive("Урин")
    (True, True, False)
    """
    return "g" in cases_of(surname, "M") or surname.endswith(("ой", "ей"))


@lru_cache(maxsize=1 << 15)
def shape(word: str) -> str:
    """Say how a word looks like a surname: `possessive`, `noun`, `adjective`, or not at all.

    >>> [shape(w) for w in ("Хрущева", "Козицкого", "Шевченко", "Колчака")]
    ['possessive', 'adjective', 'noun', '']
    """
    if POSSESSIVE.fullmatch(word):
        return "possessive"
    if ADJECTIVE.fullmatch(word):
        return "adjective"
    return "noun" if NOUN.fullmatch(word) else ""


@lru_cache(maxsize=1 << 15)
def key(word: str) -> str:
    """Give what the case forms of a surname have in common.

    >>> {key(w) for w in ("Вертинский", "Вертинского", "Вертинской")}, {key(w) for w in ("Колчак", "Колчаком")}
    ({'вертинск'}, {'колчак'})
    >>> key("Иванов") == key("Ивановой"), key("Мао"), key("Обама") == key("Обаме")
    (True, 'мао', True)
    """
    folded = plain(word).lower()
    m = SUFFIXED.search(folded)
    if m and m.start() >= SHORTEST - 1:
        return folded[: m.end(1)]
    m = ENDING.search(folded)
    return folded[: m.start()] if m and m.start() >= SHORTEST else folded
