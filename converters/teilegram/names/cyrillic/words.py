"""The capitalised Cyrillic words of a reading, each with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from teilegram.names.cyrillic.declension import plain
from teilegram.vocabulary import table

ABBREVIATED = (w for r in table("forename_abbreviations") if r["lang"] == "ru" for w in r["abbreviations"].split("|"))
LETTER = rf"(?:[А-ЯЁ]|Дж|{'|'.join(sorted(ABBREVIATED))})\."
CAPITALISED = re.compile(
    rf"(?<![\w-])(?:{LETTER}(?!\.)|(?:(?:[ОД]')?[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+){{0,3}}|[А-ЯЁ]{{2,40}}(?:-[А-ЯЁ]{{2,40}})?)(?!\w))"
)
PARTICLE = re.compile(
    r" (?:(?:фон|цу|ван|дер|ден|де|ди|да|дель|дела|дю|ла|ле|лос|дос|ибн|бен|бин|аль|эль|ад|оф|тер) ){1,2}"
)
ABBREVIATION = re.compile(
    r"(?:^|[^\w.])(?:[А-ЯЁ]|Исп|Печ|Отп|Корр|Бар|Тов|тт?|тов|гр|кн|проф|акад|ген|св|ул|им|пос|дер|см|напр|зам|пом|сов|исп|печ|отп|корр|бар|[гГ])\.$"
)
YEAR = re.compile(r"\d ?гг?\.$")
BEFORE = 24
QUOTES = ("«", "„", '"')
OPENING = "«„\"'(["
AROUND = 100
"""So many characters around Cyrillic letters belong to them: what a Latin name stands beside is nearer."""
CYRILLIC = re.compile(rf"[Ѐ-ӿ]++(?:[^Ѐ-ӿ]{{1,{2 * AROUND}}}+[Ѐ-ӿ]++)*+")
RUSSIAN = re.compile("[а-яёА-ЯЁ](?:(?<=[а-яё])[а-яё]{2}|[А-ЯЁ]{3})")
"""Three small letters or four capitals; one set of first letters, from one of which a search runs to the next."""


@lru_cache(maxsize=4)
def is_russian(text: str) -> bool:
    """Tell whether a text has a word in Cyrillic; the grammars of Russian look at no other.

    >>> is_russian("the word глагол"), is_russian("no such word")
    (True, False)
    """
    return not text.isascii() and RUSSIAN.search(text) is not None


@lru_cache(maxsize=4)
def stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Give where a text is in Cyrillic, with what of another script stands between and on either side.

    >>> [(a, b) for a, b in stretches("He wrote: " + "x" * 300 + " да, «Volvo» " + "x" * 300)]
    [(211, 413)]
    """
    spans = (m.span() for m in CYRILLIC.finditer(text))
    return tuple((max(start - AROUND, 0), min(end + AROUND, len(text))) for start, end in spans)


def each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what matches where a text is in Cyrillic; what is in another language costs nothing."""
    for start, end in stretches(text):
        yield from pattern.finditer(text, start, end)


SHOUTED = re.compile(
    r"(?<![\w-])[А-ЯЁ]{4,20} (?:[А-ЯЁ]\. ?[А-ЯЁ]\.|[А-ЯЁ][а-яё]{2,20} [А-ЯЁ][а-яё]{2,20}(?:вич|вн|ьич)[а-яё]{0,3})"
    r"(?!\w)|[а-яё](?:вич|вн|ьич)[а-яё]{0,3} [А-ЯЁ]{4,20}(?![\w-])"
)
SHOUTED_LEAST = 5


@lru_cache(maxsize=4)
def shouts(text: str) -> bool:
    """Tell whether a text has surnames in capitals, as records of interrogation have: `ОРЛОВА Бориса Мироновича`.

    >>> shouts("допрос ОРЛОВА Бориса Мироновича"), shouts("ПРОТОКОЛ допроса Орлова Бориса Мироновича")
    (True, False)
    """
    return SHOUTED.search(text) is not None


class Word(NamedTuple):
    """A capitalised word or an initial: its span, and `cased`, as the tables have it (е for ё, no word in capitals).

    `opens` says that its capital proves nothing, because a sentence may begin there; `quoted`, that quotes open there.
    """

    start: int
    end: int
    text: str
    cased: str
    initial: bool
    capitals: bool
    opens: bool
    quoted: bool


@lru_cache(maxsize=1 << 15)
def looks(text: str) -> tuple[str, bool, bool]:
    """Say how the tables have a word, whether it is an initial, and whether it is all in capitals.

    >>> looks("ФЁДОР"), looks("Н.")
    (('Федор', False, True), ('Н.', True, False))
    """
    initial = text.endswith(".")
    capitals = len(text) > 1 and text.isupper() and not initial
    return plain(text.capitalize() if capitals else text), initial, capitals


def runs(text: str) -> Iterator[list[Word]]:
    """Yield the capitalised words that follow one another with nothing between them but a space or a particle.

    >>> [[w.text for w in run] for run in runs("Приехал Шарль де Голль, и Н.С. Хрущев")]
    [['Приехал', 'Шарль', 'Голль'], ['Н.', 'С.', 'Хрущев']]
    """
    run: list[Word] = []
    for m in each(CAPITALISED, text):
        start, end = m.span()
        if run:
            between = text[run[-1].end : start]
            near = between == " " or (not between and run[-1].initial) or PARTICLE.fullmatch(between)
            if not near:
                yield run
                run = []
        quoted = start > 0 and text[start - 1] in QUOTES
        run.append(Word(start, end, m[0], *looks(m[0]), not run and opens(text, start), quoted))
    if run:
        yield run


def lowered(text: str, run: list[Word]) -> list[Word]:
    """Give a run with its one surname in capitals as one of capital and small letters, where the text shouts surnames.

    >>> s = "допросили ОРЛОВА Бориса Мироновича о РУДЗИНСКОМ"
    >>> [w.capitals for run in runs(s) for w in lowered(s, run)]
    [False, False, False, False]
    """
    loud = [word for word in run if word.capitals]
    if len(loud) != 1 or len(loud[0].text) < SHOUTED_LEAST or not shouts(text):
        return run
    return [word._replace(capitals=False) if word is loud[0] else word for word in run]


def opens(text: str, start: int) -> bool:
    """Tell whether the word at an offset may have its capital because a sentence, a line or a quotation begins.

    >>> s = "Да. Хрущев и т. Козлов у Громыко"
    >>> opens(s, 4), opens(s, 16), opens(s, 25)
    (True, False, False)
    """
    left = text[max(0, start - BEFORE) : start]
    bare = left.rstrip(" \n—-" + OPENING)
    between = left[len(bare) :]
    if not bare or "  " in between or "\n" in between:
        return True
    if left[-1] in '«„"':
        return True
    if bare[-1] == ".":
        return not ABBREVIATION.search(bare) or bool(YEAR.search(bare))
    return bare[-1] in "!?…|\t" or bare.endswith(":»")
