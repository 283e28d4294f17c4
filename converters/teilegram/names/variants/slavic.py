"""Russian surnames in Latin letters: the spellings of several systems, and the way back to Cyrillic.

`Khrushchev` (BGN/PCGN, ALA-LC), `Khrushchyov`, `Chruschtschow` (German), `Khrouchtchev` (French), `Hruščëv` (ISO 9
and the scholarly system, folded) are one name.  An authority that has one of them finds the others.
"""

from __future__ import annotations

import re

RUSSIAN = re.compile(
    r".{2,}(?:[oey]v|yov|[oe]va|in|yn|ina|sk(?:y|ii|iy|ij)|tsk(?:y|ii|iy)|skaya|enko|chuk|y[ae]n)", re.IGNORECASE
)
"""Endings of a surname in the English systems that Russian and its neighbours have."""
BACK = {
    "shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "iu": "ю", "ya": "я", "ia": "я",
    "ye": "е", "yo": "ё", "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "e": "е", "z": "з", "i": "и", "y": "ы",
    "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф",
    "'": "ь",
}  # fmt: skip
PIECE = re.compile("|".join(sorted(BACK, key=len, reverse=True)))
ENDINGS = ((re.compile(r"sk(?:y|ii|iy|ij|i)$"), "skий"), (re.compile(r"(?<=[aeou])y(?![aeiou])"), "й"))
PLAIN = dict(
    zip(
        "абвгдезийклмнопрстуфыэьъ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "y",
            "e",
            "",
            "",
        ],
        strict=False,
    )
)
LETTERS = {
    "bgn": PLAIN | dict(zip("жхцчшщюяё", ["zh", "kh", "ts", "ch", "sh", "shch", "yu", "ya", "yo"], strict=True)),
    "alalc": PLAIN | dict(zip("жхцчшщюяёй", ["zh", "kh", "ts", "ch", "sh", "shch", "iu", "ia", "e", "i"], strict=True)),
    "scholarly": PLAIN | dict(zip("жхцчшщюяёй", ["z", "ch", "c", "c", "s", "sc", "ju", "ja", "e", "j"], strict=True)),
    "iso9": PLAIN | dict(zip("жхцчшщюяёй", ["z", "h", "c", "c", "s", "s", "u", "a", "e", "j"], strict=True)),
    "german": PLAIN
    | dict(
        zip(
            "жзсвхцчшщюяёй",
            ["sch", "s", "s", "w", "ch", "z", "tsch", "sch", "schtsch", "ju", "ja", "jo", "i"],
            strict=True,
        )
    ),
    "french": PLAIN
    | dict(zip("жухцчшщюяёй", ["j", "ou", "kh", "ts", "tch", "ch", "chtch", "iou", "ia", "e", "i"], strict=True)),
}
TABLES = {system: str.maketrans(letters) for system, letters in LETTERS.items()}
FINISH = (("schtschew", "schtschow"), ("schtschjow", "schtschow"), ("tschjow", "tschow"), ("iy", "y"), ("ii", "i"))


def cyrillic(surname: str) -> str:
    """Give the Cyrillic spelling of a surname in an English system, or nothing where it does not look Russian.

    >>> cyrillic("Khrushchev"), cyrillic("Gromyko"), cyrillic("Dobrynin"), cyrillic("Kennedy")
    ('Хрущев', '', 'Добрынин', '')
    """
    if not surname.isascii() or not surname.isalpha() or not RUSSIAN.fullmatch(surname):
        return ""
    text = surname.lower()
    for pattern, letters in ENDINGS:
        text = pattern.sub(letters, text)
    made = PIECE.sub(lambda m: BACK[m[0]], text)
    return made.capitalize() if not re.search("[a-z]", made) else ""


def latin(surname: str) -> set[str]:
    """Give the Latin spellings of a Cyrillic surname, without diacritics.

    >>> sorted(latin("Хрущёв"))[:3], "Chruschtschow" in latin("Хрущёв"), "Khrouchtchev" in latin("Хрущев")
    (['Chruscev', 'Chruschtschow', 'Hrusev'], True, True)
    """
    low = surname.lower()
    made = set()
    for system, letters in TABLES.items():
        text = low.translate(letters)
        if system == "german":
            for before, after in FINISH:
                text = text.replace(before, after)
        made.add(text)
        if text.endswith(("iy", "ii", "yy")):
            made |= {text[:-2] + "y", text[:-2] + "i"}
    return {"-".join(piece.capitalize() for piece in text.split("-")) for text in made}
