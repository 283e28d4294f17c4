"""Case forms of Russian surnames and place names, made from the nominative by its ending.

The rules are those of the school grammar (Русская грамматика, 1980, §§ 1167–1240): `Хрущёв` → `Хрущёву`,
`Полянский` → `Полянскому`, `Микоян` → `Микояну`, `Гевара` → `Гевару`; names in -о, -е, -и, -у, -ых do not change.
"""

from __future__ import annotations

import re

CONSONANT = "[бвгджзклмнпрстфхцчшщ]"
ENDINGS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("(?:их|ых|аго|яго|ово)", 0, ()),
    ("(?:ов|ев|ёв|ин|ын)", 0, ("а", "у", "ым", "е", "ом")),
    ("(?:ова|ева|ёва|ина|ына)", 1, ("ой", "у", "ы", "е")),
    ("(?:ская|цкая|ая)", 2, ("ой", "ую")),
    ("яя", 2, ("ей", "юю")),
    ("(?:ский|цкий|[гкх]ий)", 2, ("ого", "ому", "им", "ом")),
    ("(?:[жчшщн]ий)", 2, ("его", "ему", "им", "ем")),
    ("(?:(?<![А-Яа-яЁё])[А-ЯЁ][бвгджзклмнпрстфхцчшщ]{0,2}ой)", 1, ("я", "ю", "ем", "е")),
    ("(?:ый|ой)", 2, ("ого", "ому", "ым", "ом")),
    ("(?:ец)", 2, ("еца", "ецу", "ецем", "еце", "ца", "цу", "цем", "цом", "це")),
    (CONSONANT, 0, ("а", "у", "ом", "ем", "е")),
    ("й", 1, ("я", "ю", "ем", "е", "и")),
    ("ь", 1, ("я", "ю", "ем", "е", "и", "ью")),
    ("[гкхжчшщ]а", 1, ("и", "е", "у", "ой", "ей")),
    ("а", 1, ("ы", "е", "у", "ой")),
    ("я", 1, ("и", "е", "ю", "ей")),
)
PATTERNS = tuple((re.compile(f"[А-Яа-яЁё'-]*{ending}"), cut, cases) for ending, cut, cases in ENDINGS)
WOMANS = re.compile(f"[А-Яа-яЁё'-]+(?:{CONSONANT}|[йь])")
"""What a woman's surname does not decline in: `Маргарет Тэтчер`, `Тэтчер`."""


def cases(name: str, sex: str = "") -> set[str]:
    """Give the case forms of a name, the nominative and spellings with е for ё included; `sex` is M, F or not known.

    >>> sorted(cases("Хрущёв"))[:3], "Микояну" in cases("Микоян"), cases("Громыко")
    (['Хрущев', 'Хрущева', 'Хрущеве'], True, {'Громыко'})
    >>> cases("Черных"), cases("Тэтчер", "F"), "Цоем" in cases("Цой"), "Казани" in cases("Казань")
    ({'Черных'}, {'Тэтчер'}, True, True)
    >>> "Смирнова-Сокольского" in cases("Смирнов-Сокольский"), "Бонч-Бруевича" in cases("Бонч-Бруевич")
    (True, True)
    """
    first, hyphen, last = name.rpartition("-")
    forms = inflected(last if hyphen else name, sex)
    if hyphen:
        forms = {f"{a}-{b}" for a in inflected(first, sex) for b in forms}
    return forms | {form.replace("ё", "е").replace("Ё", "Е") for form in forms}


def inflected(name: str, sex: str) -> set[str]:
    """Give the case forms of a name that is not double."""
    if sex == "F" and WOMANS.fullmatch(name) and not name.endswith("бовь"):
        return {name}
    for pattern, cut, endings in PATTERNS:
        if pattern.fullmatch(name):
            return {name, *(name[: len(name) - cut] + ending for ending in endings)}
    return {name}
