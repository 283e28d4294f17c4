"""Months with one letter misread or lost, where a day before them says that a month is meant: `26 окгября 1962 г.`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.expression import Expression, possible
from teilegram.dates.grammar import Grammar
from teilegram.dates.lexicon import forms
from teilegram.dates.stretch import stretch

LONG = 6
"""Letters of a month that one wrong letter leaves recognisable: `карта` is no `марта`."""
PLACE = r"@b@(?P<day>@day@)@of@(?P<month>[^\W\d_]{5,11})(?!\w)(?:@ofyear@(?P<year>@y@)@yearword@)?"


def damaged_months(grammar: Grammar, text: str, start: int, end: int | None) -> Iterator[Expression]:
    """Yield days whose month is one letter off a month of six letters or more."""
    part = stretch(text, start, end)
    known = forms(grammar.code, "month")
    long = [word for word in known if len(word) >= LONG]
    for m in grammar.compiled(PLACE).finditer(part.read, part.start):
        if m["month"] in known or not m["day"][0].isdigit():
            continue
        day = int(re.sub(r"\D", "", m["day"]))
        month = next((int(known[word]) for word in long if one_off(m["month"], word)), None)
        if month and possible(None, month, day):
            yield part.make(
                m.start(), m.end(), "day", f"dates.{grammar.language}.damaged",
                year=int(m["year"]) if m["year"] else None, month=month, day=day, mended=True,
            )  # fmt: skip


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
