"""What a name in Latin letters and its practical transcription into Russian have in common: the consonants, roughly.

`Stevenson` is `Стивенсон`, `Harriman` `Гарриман`, `Rodríguez` `Родригес`, `Salinger` `Сэлинджер`: vowels and the voice
of sibilants are lost, h may be г or х, w у or в, j what its language makes of it.  A key is made of either script; a
Latin spelling has several.  Russian case endings are vowels but for -ом, -ем and -ым, which are tried both ways.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from teilegram.folding import folded

LATIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sch|tsch|tch|shch|sh|cz|tz|ts|zh|sz|ss|sc(?=[ei])", ("s",)),
    ("ch", ("s", "g", "k")),
    ("ck|qu(?=[ei])|q", ("k",)),
    ("kh", ("g",)),
    ("gu(?=[ei])", ("g",)),
    ("gh(?=[aeiou])|gh", ("g", "")),
    ("g(?=[eiy])", ("g", "s")),
    ("ph|pf", ("v",)),
    ("th", ("t",)),
    ("wr|rh", ("r",)),
    ("x", ("ks",)),
    ("c(?=[eiy])", ("s",)),
    ("^y(?=[aeiou])", ("j",)),
    ("^j(?=[aeiou])", ("s", "g", "j")),
    ("j", ("s", "g", ".")),
    ("(?<=[aeiou])h(?=[^aeiouy]|$)|(?<=[a-z])h(?=$)", (".",)),
    ("h", ("g",)),
    ("[uw](?=[aeiouy])", ("v",)),
    ("[wv](?=$|[^aeiouy])", ("v", ".")),
    ("[fvw]", ("v",)),
    ("(?<=.)[sz](?=$)", ("s", ".")),
    ("(?<=..)t(?=$)", ("t", ".")),
    ("[sz]", ("s",)),
    ("l(?=k)", ("l", ".")),
    ("^kn", ("n", "kn")),
    ("[kc]", ("k",)),
    ("[aeiouy]", (".",)),
)
"""Letters of the Latin script by what stands around them, with the sounds that a transcription may give them."""
PIECE = re.compile("|".join(f"(?P<r{i}>{pattern})" for i, (pattern, _) in enumerate(LATIN)) + "|(?P<r>[a-z])")
CYRILLIC = str.maketrans(
    dict(zip("бвгджзклмнпрстфхцчшщ", "bvgdssklmnprstvgssss", strict=True)) | dict.fromkeys("аеёиоуыэюяйьъ", ".")
)
SEMIVOWEL = re.compile(r"(?:у|в)(?=[аеёиоыэюя])")
INSTRUMENTAL = re.compile("(?:ом|ем|ым|им)$")
GLIDE = re.compile("^(?:й(?=[аеёиоуыэюя])|и(?=[аеоу])|[яюё])")
DOUBTFUL = re.compile("^е")
"""A name that begins as `Йейтс`, `Иоахим`, `Юнг`; and one that may (`Ельцин`, `Евгений`)."""
AGAIN = re.compile(r"([^.])\1+")
MOST = 24


@lru_cache(maxsize=1 << 14)
def of_cyrillic(name: str) -> frozenset[str]:
    """Give the keys of a name in Russian, in any case.

    >>> sorted(of_cyrillic("Стивенсоном")), sorted(of_cyrillic("Макнамары")), sorted(of_cyrillic("Аденауэру"))
    (['stvnsn', 'stvnsnm'], ['mknmr'], ['adnvr'])
    """
    low = "".join(c for c in name.lower() if "а" <= c <= "я" or c == "ё")
    made = {GLIDE.sub("j", one) for one in (low, INSTRUMENTAL.sub("", low))}
    made |= {DOUBTFUL.sub("j", one) for one in made}
    return frozenset({shortened(SEMIVOWEL.sub("в", one.replace("дж", "ж")).translate(CYRILLIC)) for one in made}) - {""}


@lru_cache(maxsize=1 << 14)
def of_latin(name: str) -> frozenset[str]:
    """Give the keys of a name in Latin letters.

    >>> [bool(of_latin(a) & of_cyrillic(b)) for a, b in (("Stevenson", "Стивенсону"), ("Kennedy", "Кеннеди"))]
    [True, True]
    >>> [bool(of_latin(a) & of_cyrillic(b)) for a, b in (("Salinger", "Сэлинджером"), ("Rusk", "Раска"))]
    [True, True]
    >>> [bool(of_latin(a) & of_cyrillic(b)) for a, b in (("Rusk", "Рашидов"), ("Kennedy", "Кеннан"))]
    [False, False]
    """
    low = "".join(c for c in folded(name).lower() if "a" <= c <= "z")
    sounds = [
        LATIN[int(m.lastgroup[1:])][1] if m.lastgroup != "r" else (m[0],) for m in PIECE.finditer(low) if m.lastgroup
    ]
    return frozenset({shortened("".join(one)) for one in islice(product(*sounds), MOST)}) - {""}


def shortened(sounds: str) -> str:
    """Give sounds without repetitions and vowels; a vowel at the beginning counts."""
    one = AGAIN.sub(r"\1", sounds)
    return ("a" if one.startswith(".") else "") + one.replace(".", "")
