"""Case forms of Russian surnames and place names, made from the nominative by its ending.

The rules are those of the school grammar (Русская грамматика, 1980, §§ 1167–1240): `Хрущёв` → `Хрущёву`,
`Полянский` → `Полянскому`, `Микоян` → `Микояну`, `Гевара` → `Гевару`; names in -о, -е, -и, -у, -ых do not change.
"""

from __future__ import annotations

import re

ENDINGS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("(?:ов|ев|ёв|ин|ын)", 0, ("а", "у", "ым", "е", "ом")),
    ("(?:ова|ева|ёва|ина|ына)", 1, ("ой", "у", "ы", "е")),
    ("(?:ская|цкая|ая)", 2, ("ой", "ую")),
    ("(?:ский|цкий|ий)", 2, ("ого", "ому", "им", "ом")),
    ("(?:ый|ой)", 2, ("ого", "ому", "ым", "ом")),
    ("[бвгджзклмнпрстфхцчшщ]", 0, ("а", "у", "ом", "ем", "е")),
    ("[ьй]", 1, ("я", "ю", "ем", "е")),
    ("[гкхжчшщ]а", 1, ("и", "е", "у", "ой")),
    ("а", 1, ("ы", "е", "у", "ой")),
    ("я", 1, ("и", "е", "ю", "ей")),
)
PATTERNS = tuple((re.compile(f"[А-Яа-яЁё-]+{ending}"), cut, cases) for ending, cut, cases in ENDINGS)


def cases(name: str) -> set[str]:
    """Give the case forms of a name, the nominative and spellings with е for ё included.

    >>> sorted(cases("Хрущёв"))[:3], "Микояну" in cases("Микоян"), cases("Громыко")
    (['Хрущев', 'Хрущева', 'Хрущеве'], True, {'Громыко'})
    """
    forms = {name}
    for pattern, cut, endings in PATTERNS:
        if pattern.fullmatch(name):
            stem = name[: len(name) - cut]
            forms |= {stem + ending for ending in endings}
            break
    return forms | {form.replace("ё", "е").replace("Ё", "Е") for form in forms}
