"""What the English grammars share: figures with their damage, months, ordinals, numbers, and how a rule is made.

A figure may be read with letters in it, as optical recognition and typewriters leave it: `I9 October`, `Feb 3rd,I966`,
`0ctober`.  Patterns take any word where a month may stand; the table decides whether it is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from teilegram.dates.expression import Expression, months, possible

FIGURE = "#"
"""Among the words of a rule: it begins with a figure."""


class Rule(NamedTuple):
    """Words (casefolded) or FIGURE with which a form begins, its pattern, and what it means; nothing where it is no date."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], Iterable[Expression]]


def rule(words: Iterable[str] | str, pattern: str, make: Callable[[re.Match[str]], Iterable[Expression]]) -> Rule:
    """Compile a rule."""
    return Rule(frozenset([words] if isinstance(words, str) else words), re.compile(pattern, re.IGNORECASE), make)


def damaged() -> dict[str, int]:
    """Give the months with figures or letters misread: `0ctober`, `Ju1y`, `JuIy`, `Apri1`."""
    found = {}
    for word, number in months("en").items():
        for right, wrong in (("o", "0"), ("l", "1"), ("l", "i"), ("i", "l"), ("i", "1")):
            if right in word and len(word.rstrip(".")) > 2:  # noqa: PLR2004
                found[word.replace(right, wrong)] = number
                found[word.replace(right, wrong, 1)] = number
    return found


WRITTEN = {
    "jany": 1, "janry": 1, "janr": 1, "feby": 2, "febr": 2, "febry": 2, "apl": 4, "apr": 4, "augt": 8, "septr": 9, "septbr": 9, "7ber": 9,
    "octr": 10, "octbr": 10, "8ber": 10, "novr": 11, "novbr": 11, "9ber": 11, "decr": 12, "decbr": 12, "10ber": 12, "xber": 12,
}  # fmt: skip
"""Months as hands of the eighteenth and nineteenth century shorten them: `5th Novr 1775`, `8ber`."""
WHOLE = {**{word.rstrip("."): n for word, n in months("en").items()}, **WRITTEN}
MENDED = {word.rstrip("."): n for word, n in damaged().items() if word.rstrip(".") not in WHOLE}
MONTHS = frozenset({*WHOLE, *MENDED})
"""Months as they begin a date."""
WORDLIKE = frozenset({"may", "march", "mar", "jun", "jan", "sep", "dec", "nov", "august"})
"""Months that are other words or names in small letters."""
M = r"(?:[a-z0][a-z01]{1,7}[a-z]|[789]ber|10ber)"
"""Where a month may stand."""

DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|[12][OIl]|3[Il]|[Il][0-9])"
FEW = r"(?=[0-9IlO]{1,2}(?![0-9]))"
"""A figure short enough for a day, looked for first, for most figures are none."""
ORD = r"(?: ?(?:st|nd|rd|th|d)(?![a-z]))"
OF = r"(?:[.,]? ?(?:of (?:the month of )?|day of )?(?:the )?|-)"
YEAR = r"(?:[1Il][4-9][0-9OIl]{2}|20[0-9]{2})"
SHORT = r"(?:'[0-9]{2}(?![0-9])|[0-9]{2}(?=[.,;:)\]]|\s*$))"
"""A year of two figures: `5 May 61.`, `Jan. 6, '61`."""
YEAR_AFTER = rf"(?:(?:[.,]{{1,2}} ?| ,? ?|, of |,? in | of |-)(?:the year )?(?P<year>{YEAR}|{SHORT})(?![\w%]|[-/][0-9]|[.,:][0-9]))"
DASH = r"(?: ?-{1,2} ?| to | through | thru | until | till | up to )"
TURN = r"(?:,? ?(?:of )?(?P<turn>(?:the )?(?:same|said|current|present|previous|preceding|following)|that|this|last|next) year)"
"""A year that is not said but turned to: `December 12 of the same year`, `July of last year`."""
TURNS = {
    "same": (0, "then"),
    "said": (0, "then"),
    "that": (0, "then"),
    "previous": (-1, "then"),
    "preceding": (-1, "then"),
    "following": (1, "then"),
    "this": (0, "now"),
    "current": (0, "now"),
    "present": (0, "now"),
    "instant": (0, "now"),
    "last": (-1, "now"),
    "past": (-1, "now"),
    "next": (1, "now"),
    "coming": (1, "now"),
}
"""How far and from when a word turns."""
DAYPART = r"(?:morning|forenoon|noon|afternoon|evening|night)"
TURNING = r"(?P<turn>[a-z]+)"
"""Where one of TURNS may stand."""
STYLE = r"(?:,? ?\(?(?P<style>O\. ?S\.|N\. ?S\.|Old Style|New Style|o\.s\.|n\.s\.)\)?)"

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ORDINAL_WORD = rf"(?:(?:twenty|thirty)[- ](?:{'|'.join(list(NTH)[:9])})|{'|'.join(sorted(NTH, key=len, reverse=True))})"
NUMBER_WORD = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(UNITS)[:9])}))?|{'|'.join(sorted(UNITS, key=len, reverse=True))})"
TIGHT = str.maketrans("IlOoL", "11001")


def figure(said: str | None) -> int | None:
    """Read a figure, also one damaged; none where none is said.

    >>> figure("I9"), figure("'62"), figure(None)
    (19, 62, None)
    """
    return int(said.lstrip("'").translate(TIGHT).replace("i", "1")) if said else None


def number(said: str) -> int:
    """Read a number or ordinal in words or figures; 0 where it is none.

    >>> number("twenty-sixth"), number("forty-one"), number("ten"), number("12th")
    (26, 41, 10, 12)
    """
    if said[0].isdigit():
        return int(re.match("[0-9]*", said)[0])  # type: ignore[index]
    value = 0
    for word in re.split("[- ]", said.casefold()):
        value += TENS.get(word) or UNITS.get(word) or NTH.get(word) or 0
    return value


def month(word: str | None) -> int | None:
    """Give the number of a month, also of one damaged; none where the word is none."""
    folded = (word or "").casefold().rstrip(".")
    return WHOLE.get(folded) or MENDED.get(folded)


def damage(*said: str | None) -> bool:
    """Tell whether letters had to be read as figures, or figures as letters."""
    return any(
        (s and ((s[0].isalpha() and any(c.isdigit() for c in s)) or (s[0].isdigit() and s[-1] in "IlO")))
        or (s and not s[0].isalpha() and s.casefold().rstrip(".") in MENDED)
        or (s and s.casefold().rstrip(".") in MENDED)
        for s in said
    )


def turned(word: str) -> tuple[int, str]:
    """Give how far and from when a turning word turns.

    >>> turned("the same"), turned("last")
    ((0, 'then'), (-1, 'now'))
    """
    return TURNS[word.casefold().rsplit(" ", 1)[-1]]


def before(m: re.Match[str], length: int, at: int | None = None) -> str:
    """Give the characters that stand before a match."""
    at = m.start() if at is None else at
    return m.string[max(0, at - length) : at]


def real(year: int | None, number_of_month: int | None, day: int | None) -> bool:
    """Tell whether the calendar has such a day, in any century where the year is of two figures."""
    return possible(year if year and year > 99 else None, number_of_month, day)  # noqa: PLR2004


def said(m: re.Match[str], kind: str, name: str, /, **fields: Any) -> Expression:  # noqa: ANN401
    """Make the expression of a whole match."""
    return Expression(m.start(), m.end(), kind, f"dates.english.{name}", **fields)


def one(m: re.Match[str], kind: str, name: str, /, **fields: Any) -> Iterator[Expression]:  # noqa: ANN401
    """Yield the expression of a whole match."""
    yield said(m, kind, name, **fields)
