"""Ranks, offices and trades before a name: `маршал Малиновский`, `министр иностранных дел СССР Громыко`.

The word agrees with the name in case; only what is kin governs a genitive (`сын Врангеля`).
"""

from __future__ import annotations

import re

from teilegram.names.cyrillic.declension import agree, plain
from teilegram.names.cyrillic.lexicon import Role, roles
from teilegram.names.cyrillic.settings import word_before
from teilegram.names.cyrillic.surnames import cases_of

WINDOW = 64
REACH = 5
"""So many words of a complement may stand between an office and its bearer."""
STOP = re.compile(r"[^\w .-]")
COMPLEMENT = re.compile(
    r"[А-ЯЁ]{2,8}|[А-ЯЁ][а-яё-]+|по|дел|сил|войск|наук|[а-яё-]+(?:ых|их|ого|его|ой|ей|ии|ий|ов|ев|та|да|ва|ма|за|ка|ра|ия|ья|ня|ы|и|общества)"
)
ADDRESS = re.compile(
    r"(?:т|тт|т\. ?т|тов|гр|бар)\.|(?:товарищ|господин|граждан)[а-яё]*|г-(?:н[ауе]?|ном|ж[аиеу]|жой)|гг\."
)
"""What stands before persons only, also where their name is a town's: `т. Киров`, not `г. Киров`."""
VERB = re.compile(r"[а-яё]{2,}(?:лась|лись|ли|ил|ал)")


def role_before(text: str, at: int, name: str, sex: str = "") -> tuple[int, Role] | None:
    """Give where the rank or trade begins that stands before an offset and agrees with a name, and what it is.

    >>> s = "встретил маршала Малиновского, жену Колчака, губернатор Самары"
    >>> role_before(s, 17, "Малиновского")[0], role_before(s, 36, "Колчака")[0], role_before(s, 56, "Самары")
    (9, 31, None)
    """
    word = word_before(text, at) if text[at - 1 : at] == " " else ""
    for role in roles().get(plain(word.lower()), ()):
        if fits(role, name, sex):
            return at - len(word) - 1, role
    return None


def addressed(text: str, at: int) -> bool:
    """Tell whether a form of address stands before an offset.

    >>> addressed("доложил т. Киров", 11), addressed("в г. Киров", 5)
    (True, False)
    """
    return ADDRESS.fullmatch(word_before(text, at).lower()) is not None


def fits(role: Role, name: str, sex: str) -> bool:
    """Tell whether a name can stand after a rank or trade."""
    sexes = [role.sex or sex] if role.sex or sex else ["M", "F"]
    if role.title == "kin" and any("g" in cases_of(name, s) for s in "MF"):
        return True
    return any(agree(role.cases, cases_of(name, s)) for s in sexes)


def office_before(text: str, at: int, name: str) -> bool:
    """Tell whether an office with its complement stands before a name in the nominative or in its own case.

    >>> s = "заявил министр иностранных дел СССР Громыко; посол США в Москве Томпсон"
    >>> office_before(s, 36, "Громыко"), office_before(s, 64, "Томпсон"), office_before(s, 23, "Дел")
    (True, False, False)
    """
    word = word_before(text, at)
    if not COMPLEMENT.fullmatch(word) and plain(word.lower()) not in roles():
        return False
    left = STOP.split(text[max(0, at - WINDOW) : at])[-1].split()
    for word in reversed(left[-REACH - 1 :]):
        said = roles().get(plain(word.lower()), ())
        if any(role.title != "kin" and fits(role, name, "") for role in said):
            return True
        if said or not COMPLEMENT.fullmatch(word) or VERB.fullmatch(word):
            return False
    return False
