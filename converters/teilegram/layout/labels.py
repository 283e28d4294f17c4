"""Labels of points: `1.`, `2)`, `(a)`, `iv.`, `б)`, `First,`, and the dashes and dots of a list (Guidelines, COLI).

A label alone says little: `A. Mikoyan`, `6. November` and `1962.` look like one.  What counts is that the next
point goes on where the last one stopped, so a label may be read in several ways (`i)` is the first Roman number
and the ninth letter) and `follows` finds the reading that two have in common.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from teilegram.vocabulary import table

SIGN = re.compile(r"(\(?)((?:\d{1,2}\.){0,3}\d{1,3}|[a-zа-яё]|[A-ZА-ЯЁ]|[ivxl]{2,6}|[IVXL]{2,6})([.)])[ \t]+(?=\S)")
BULLET = re.compile(r"([-–—•·▪◦*+])[ \t]+(?=\S)")
ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя", "абвгдежзийклмнопрстуфхцчшщэюя")
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Label(NamedTuple):
    """The label that a line begins with: its string, its length with the blanks, its readings (style, number)."""

    sign: str
    size: int
    readings: tuple[tuple[str, int], ...]


def label(text: str, at: int = 0) -> Label | None:
    """Read the label at an offset.

    >>> label("(b) the second"), label("- to the file").readings
    (Label(sign='b', size=4, readings=(('(abc)', 2),)), (('-', 0),))
    >>> label("1962. It was"), label("6. November 1962"), label("No. 5"), label("-5 degrees")
    (None, None, None, None)
    """
    if m := BULLET.match(text, at):
        return Label(m[1], m.end() - at, ((m[1], 0),))
    if m := ordinals().match(text, at):
        number = next(int(name[1:]) for name, words in m.groupdict().items() if words)
        return Label(str(number), m.end() - at, (("First", number),))
    m = SIGN.match(text, at)
    if not m or (m[1] and m[3] != ")") or months().match(text, m.end()):
        return None
    readings = tuple((f"{m[1]}{style}{m[3]}", number) for style, number in numbers(m[2]))
    return Label(m[2], m.end() - at, readings) if readings else None


def numbers(sign: str) -> list[tuple[str, int]]:
    """List what a sign can count: `2.3` is the third point under 2."""
    made: list[tuple[str, int]] = []
    if sign[-1].isdigit():
        above, _, last = sign.rpartition(".")
        return [(f"{above}.1" if above else "1", int(last))]
    small = sign.lower()
    case = "abc" if sign == small else "ABC"
    if set(small) <= set(ROMAN):
        made.append((case.replace("abc", "ivx").replace("ABC", "IVX"), roman(small)))
    made += [(f"{case}{i or ''}", letters.index(small) + 1) for i, letters in enumerate(ALPHABETS) if small in letters]
    return made


def roman(small: str) -> int:
    """Count a Roman number.

    >>> roman("iv"), roman("xii")
    (4, 12)
    """
    values = [ROMAN[c] for c in small]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def follows(one: Label, other: Label) -> bool:
    """Tell whether one point can come right after another.

    >>> follows(label("h) here"), label("i) and here")), follows(label("i. one"), label("ii. two"))
    (True, True)
    >>> follows(label("1. one"), label("3. three")), follows(label("1. one"), label("2) two"))
    (False, False)
    """
    wanted = {(style, number + 1 if number else 0) for style, number in one.readings}
    return any(reading in wanted for reading in other.readings)


def starts(one: Label) -> bool:
    """Tell whether a point can be the first of its list."""
    return any(number <= 1 for _, number in one.readings)


@cache
def ordinals() -> re.Pattern[str]:
    """Compile the words that count points; a comma, a stop or a colon comes after them."""
    return re.compile(
        "|".join(
            f"(?P<n{row['n']}>(?:{'|'.join(map(re.escape, row['words'].split('|')))})[,.:][ \\t]+(?=\\S))"
            for row in table("ordinals")
        )
    )


@cache
def months() -> re.Pattern[str]:
    """Compile the names of months, with a year or nothing after them: what stands before one is a day."""
    words = {
        re.escape(word)
        for row in table("months")
        for key in row
        if key not in ("n", "roman")
        for word in row[key].split("|")
    }
    return re.compile(rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?=[ \t]*(?:[\d,.;]|$))", re.MULTILINE)
