"""Folding: letters without their diacritics, one for one, so that offsets stay (`Korošec` is found as `Korosec`)."""

from __future__ import annotations

import re
import unicodedata

from teilegram.vocabulary import LATIN

PLAIN = {
    "ß": "s",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "ð": "d",
    "Ð": "D",
    "þ": "t",
    "Þ": "T",
    "ə": "a",
    "Ə": "A",
}
FOLDED = {c: plain for c in LATIN if (plain := PLAIN.get(c) or unicodedata.normalize("NFD", c)[0]).isascii()}
MARKED = re.compile(f"[{''.join(FOLDED)}]")
"""The letters that are folded; a long text has few of them, so that it is faster to look for them than to map all."""
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ø": "oe"})


def folded(text: str) -> str:
    """Give a text of the same length without the diacritics of its Latin letters; Cyrillic keeps its own.

    >>> folded("Vukotić, Großmann, Лёй")
    'Vukotic, Grosmann, Лёй'
    """
    return text if text.isascii() else MARKED.sub(lambda m: FOLDED[m[0]], text)


def written_out(text: str) -> str:
    """Give a name with its umlauts as typewriters without them have it.

    >>> written_out("Löw"), written_out("Großmann")
    ('Loew', 'Grossmann')
    """
    return text if text.isascii() else text.translate(WRITTEN_OUT)
