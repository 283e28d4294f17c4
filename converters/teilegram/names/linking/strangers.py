"""What the names of one stranger have in common, in any case and either script: `Зориным` and `Zorin`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from teilegram.names.cyrillic.called import stems
from teilegram.names.cyrillic.organisations import normal, russian_organisations
from teilegram.names.gazetteer import table_entry
from teilegram.names.lexicon import is_cyrillic
from teilegram.names.linking.transcribed import alike
from teilegram.names.variants.given import same_given
from teilegram.names.variants.slavic import latin
from teilegram.names.variants.sound import of_cyrillic, of_latin

LEAST = 3
"""Sounds of the shortest surname that is joined by sound alone."""


@lru_cache(maxsize=1 << 12)
def nominative(words: str) -> str:
    """Give the name of a Russian organisation in the nominative; any other name as it is.

    >>> nominative("Министерством лесного хозяйства"), nominative("Board of Trade")
    ('Министерство лесного хозяйства', 'Board of Trade')
    """
    named = list(russian_organisations(words, [])) if is_cyrillic(words) else []
    return normal(words, named[0]) if named and (named[0].start, named[0].end) == (0, len(words)) else words


@lru_cache(maxsize=1 << 12)
def thing(words: str) -> str:
    """Give what the mentions of one place or organisation have in common: the entry of a table, or what cases leave.

    >>> thing("ЦК КПСС") == thing("CC CPSU"), thing("Садовой улице") == thing("Садовая улица")
    (True, True)
    >>> thing("Комитетом по торговле") == thing("Комитет по торговле"), thing("Мезени") == thing("Мезенью")
    (True, True)
    """
    entry = table_entry(words) or table_entry(nominative(words))
    if entry:
        return entry.ident
    return "-".join(stems(nominative(words))) if is_cyrillic(words) else words.casefold()


def same_forename(one: str, other: str) -> bool:
    """Tell whether two forenames or initials can be one, in any case and either script.

    >>> same_forename("Валериану", "Valerian"), same_forename("В.", "Valerian"), same_forename("Иван", "Valerian")
    (True, True, False)
    """
    if is_cyrillic(one) == is_cyrillic(other):
        return same_given(one, other)
    russian, foreign = (one, other) if is_cyrillic(one) else (other, one)
    return alike(russian, foreign, cyrillic=True)


def across(surnames: Iterable[str]) -> dict[str, str]:
    """Give for each surname in Latin letters the only Russian one among them that it can be, and that only it can be.

    >>> across(["Зорин", "Zorin", "Hale", "Стивенсон", "Stevenson"])
    {'Zorin': 'Зорин', 'Stevenson': 'Стивенсон'}
    """
    everyone = list(dict.fromkeys(surnames))
    by_sound: dict[str, set[str]] = defaultdict(set)
    for surname in everyone:
        if is_cyrillic(surname):
            for key in of_cyrillic(surname):
                by_sound[key].add(surname)
    found: dict[str, list[str]] = defaultdict(list)
    for surname in everyone:
        if not is_cyrillic(surname) and surname.isascii():
            who = {r for key in of_latin(surname) if len(key) >= LEAST for r in by_sound.get(key, ())}
            exact = {r for r in who if surname.capitalize() in latin(r)} or who
            if len(exact) == 1:
                found[exact.pop()].append(surname)
    return {whose[0]: russian for russian, whose in found.items() if len(whose) == 1}
