"""Places of a Russian text that stand alone: names that are no person's, and unknown words behind `в` or `из`.

A town that bears the name of a person needs a preposition: `в Горьком` (Guidelines, NDPLAC).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.names.capitalised import capitalised
from teilegram.names.cyrillic.declension import forms, kind_of, plain
from teilegram.names.cyrillic.heads import heads
from teilegram.names.cyrillic.lexicon import forenames, others, roles
from teilegram.names.cyrillic.settings import local, word_before
from teilegram.names.cyrillic.spots import SHORTEST, Spot, spots
from teilegram.names.cyrillic.surnames import key, shape
from teilegram.names.cyrillic.words import opens
from teilegram.vocabulary import table

CAPITALISED = re.compile("[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ]?[а-яё]+)*")
GOES = frozenset(("в", "во", "из"))
HOLDS = re.compile(
    r"(?:вер|влюб|стрел|удар|ударил|брос|превра|игра|вход|верит|верил|верил[аи]|верят|попал)[а-яё]* (?:в|во|из) $"
)
NAMED = r"[А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁа-яё][а-яё]{1,20}){0,2}"
SEVERAL = re.compile(
    r"[гдмпсу](?<!\w.)(?:(?<=с)(?:[её]ла(?:х|м|ми)?|танци(?:и|й|ях|ям))|(?<=д)(?:еревн(?:и|ях|ям|ями)|еревень)|"
    r"(?<=г)ород(?:а|ов|ах|ам|ами)|(?<=м)естеч(?:ки|ках|кам|ек)|(?<=п)(?:орт|ункт)(?:ы|ов|ах|ам)|(?<=у)езд(?:ы|ов|ах|ам))"
    rf":? ({NAMED}(?:(?:, | и ){NAMED}){{1,20}})(?![\w-])"
)
"""Several villages, towns, stations: `о сожжённых сёлах: Батак, Перуштица`."""
ADJECTIVAL = ("ой", "ом", "ый", "ий", "ую", "ая", "ое", "ого", "их", "ых", "ем", "ей")


@cache
def towns() -> dict[str, tuple[str, bool]]:
    """Give the places among the words that are no person's, by form: the nominative, and whether it may be a person."""
    found: dict[str, tuple[str, bool]] = {}
    for row in table("russian_no_persons"):
        if row["kind"] != "place":
            continue
        word = row["word"]
        unsure = plain(word) in forenames() or bool(shape(word)) or word.endswith(("ой", "ий")) or len(word) <= SHORTEST
        for form in {*forms(word, kind_of(word)), *(forms(word, "ь") if word.endswith("ь") else ())}:
            found.setdefault(form, (word, unsure or plain(form) in forenames()))
    return found


def may_be_person(text: str, start: int, end: int) -> bool:
    """Tell whether a Russian name of a place may be a person's here: no preposition, no `город` stands before it.

    >>> may_be_person("Горький пришёл", 0, 7), may_be_person("в Горьком", 2, 9), may_be_person("Орёл", 0, 4)
    (True, False, False)
    """
    said = towns().get(plain(text[start:end]))
    if not said or not (said[0].endswith(("ий", "ой")) or plain(said[0]) in forenames()):
        return False
    return not local(text, start) and plain(word_before(text, start)) not in spots()


def listed(text: str) -> Iterator[Spot]:
    """Yield the names that are a place and no person; one that may be either needs a preposition of place.

    A word that no table knows is a place behind `в` or `из`, and then wherever it stands in another case.
    """
    for m in SEVERAL.finditer(text):
        for one in CAPITALISED.finditer(text, *m.span(1)):
            yield Spot(*one.span(), one[0], "low")
    known = towns()
    words = {word: starts for word, starts in capitalised(text).items() if CAPITALISED.fullmatch(word)}
    shown = {
        key(word)
        for word, starts in words.items()
        if plain(word) not in known and may_be_place(word) and any(goes(text, at, at + len(word)) for at in starts)
    }
    for word, starts in words.items():
        said = known.get(plain(word))
        unknown = not said and key(word) in shown and may_be_place(word)
        for at in starts if said or unknown else ():
            if said and (local(text, at) or not (said[1] or opens(text, at))):
                yield Spot(at, at + len(word), said[0], "medium")
            elif unknown and not opens(text, at):
                yield Spot(at, at + len(word), word, "low")


def goes(text: str, start: int, end: int) -> bool:
    """Tell whether an unknown word is a place by `в` or `из` before it: `в Новохоперск`, not `в Советском районе`."""
    if word_before(text, start).lower() not in GOES or text[start - 1] != " ":
        return False
    after = text[end : end + 2].strip()[:1]
    adjective = after.islower() and text[start:end].endswith(ADJECTIVAL)
    return not (adjective or after.isupper() or HOLDS.search(text, max(0, start - 30), start))


def may_be_place(word: str) -> bool:
    """Tell whether a capitalised word is in none of the tables of persons, offices, organisations and things."""
    simple = plain(word)
    return (
        simple not in others()
        and simple not in forenames()
        and simple.lower() not in roles()
        and word not in heads()
        and plain(word) not in spots()
        and not word.endswith(("ции", "сть", "сти", "ство", "ства", "ение", "ении", "ения", "изм", "изма", "изме"))
    )
