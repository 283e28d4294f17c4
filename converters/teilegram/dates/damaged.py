"""Months with one letter misread or lost, where a day before them says that a month is meant: `26 окгября 1962 г.`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from teilegram.dates.expression import Expression, possible
from teilegram.dates.grammar import DAY, Found, Rule
from teilegram.dates.lexicon import forms

LONG = 6
"""Letters of a month that one wrong letter leaves recognisable: `карта` is no `марта`."""
PLACE = r"@b@(?P<day>@day@)@of@(?P<month>[^\W\d_]{5,11})(?!\w)(?:@ofyear@(?P<year>@y@)@yearword@)?"


def damaged(f: Found) -> Iterator[Expression]:
    """Yield a day whose month is one letter off a month of six letters or more."""
    said = f.group("month")
    if said in forms(f.grammar.code, "month") or not f.group("day")[0].isdigit():
        return
    month = misread(f.grammar.code, said)
    if month and possible(None, month, f.day()):
        yield f.make("day", 0, 0, year=f.year(), month=month, day=f.day(), mended=True, modifier="")


def misread(lang: str, said: str) -> int:
    """Give the month that a word with one wrong letter means; 0 for none.

    >>> misread("ru", "окгября"), misread("de", "Soldaten".lower())
    (10, 0)
    """
    begins, ends = long_months(lang)
    near = (*begins.get(said[0], ()), *ends.get(said[1:], ()))
    return next((int(forms(lang, "month")[word]) for word in near if one_off(said, word)), 0)


@cache
def long_months(lang: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Give the long names of months by their first letter, and by all others."""
    begins: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    for word in forms(lang, "month"):
        if len(word) >= LONG:
            begins.setdefault(word[0], []).append(word)
            ends.setdefault(word[1:], []).append(word)
    return begins, ends


def one_off(said: str, word: str) -> bool:
    """Tell whether one letter is wrong, lost or added, in a word that begins or ends as it should.

    >>> one_off("окгября", "октября"), one_off("сентябя", "сентября"), one_off("человек", "октября")
    (True, True, False)
    """
    if abs(len(said) - len(word)) > 1 or (said[0] != word[0] and said[1:] != word[1:]):
        return False
    same = next((i for i, (a, b) in enumerate(zip(said, word, strict=False)) if a != b), min(len(said), len(word)))
    rest, wanted = said[same:], word[same:]
    return rest[1:] == wanted[1:] or rest == wanted[1:] or rest[1:] == wanted


DAMAGED = Rule("damaged", PLACE, damaged, (DAY,))
