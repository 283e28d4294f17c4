"""Anchors: what an original and its translation have in common, whatever the languages.

Dates by their value, numbers by their figures, names by `@ref`, capitalised words by the consonants that a
transliteration keeps (`Гавану`, `Havana`), quotation and question marks, and the numbers of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.model import Document

NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0.,]\d{3})+(?!\d)|\d+")
CAPITALISED = re.compile(r"[^\W\d_][^\W\d_]{3,}")
SIGNS = (("?", re.compile(r"\?")), ("“”", re.compile('["“”„«»]')))
LATIN = str.maketrans("абвгдезийклмнопрстуфщшєіїґўјљњђѓџэяыё", "abvgdeziiklmnoprstufsseiiguilnddseaie") | str.maketrans(
    {"х": "h", "ц": "ts", "ч": "ch", "ж": "zh", "ю": "u", "ћ": "ch", "ь": "", "ъ": ""}
)
ONE_SOUND = ((re.compile("shch|schtsch|tsch|tch|sch|sh|ch|zh|cz|sz|š|č|ž|ç"), "s"), (re.compile("kh|gh|gu|h|x"), "g"),
             (re.compile("ph"), "f"), (re.compile("ts|tz|c(?=[eiy])"), "s"), (re.compile("ck|qu|q|c"), "k"),
             (re.compile("w"), "v"), (re.compile("j"), "i"), (re.compile("z"), "s"))  # fmt: skip
VOWELS = re.compile(r"[aeiouyäöüáéíóúàèìòùâêîôûëïœæ']|[^a-z]")
DOUBLED = re.compile(r"(.)\1+")
LEAST, MOST = 3, 4
"""How many consonants make a word comparable, and after how many its ending begins."""


def skeleton(word: str) -> str:
    """Give the first consonants of a word in one spelling for all alphabets; nothing for a word that has too few.

    >>> skeleton("Гавану") == skeleton("Havana"), skeleton("Кастро") == skeleton("Castro"), skeleton("Куба")
    (True, True, '')
    >>> skeleton("Хрущеву") == skeleton("Khrushchev"), skeleton("Микояном") == skeleton("Mikoyan")
    (True, False)
    """
    latin = word.casefold().translate(LATIN)
    for pattern, sound in ONE_SOUND:
        latin = pattern.sub(sound, latin)
    consonants = DOUBLED.sub(r"\1", VOWELS.sub("", latin))
    return consonants[:MOST] if len(consonants) >= LEAST else ""


def anchors(document: Document, start: int, end: int) -> Iterator[str]:
    """Yield what may be found again in the counterpart of a passage, each as `kind:value`."""
    text = document.source.text[start:end]
    for a in document.inside(start, end, "date", "time"):
        yield from (f"date:{value}" for key, value in a.attributes if key in ("when", "from", "to", "notBefore"))
    for a in document.inside(start, end, "persName", "placeName", "orgName"):
        if a.get("ref"):
            yield f"name:{a.get('ref')}"
    for m in NUMBER.finditer(text):
        yield f"number:{re.sub(r'[^0-9]', '', m[0]) or m[0]}"
    for m in CAPITALISED.finditer(text):
        bones = skeleton(m[0]) if m[0][0].isupper() else ""
        if bones:
            yield f"word:{bones}"
    yield from (f"sign:{sign}" for sign, pattern in SIGNS if pattern.search(text))
    numbered = re.match(r"\W{0,3}(\d{1,3}|[a-zа-я])[.)]\s", text)
    if numbered:
        yield f"list:{numbered[1]}"
