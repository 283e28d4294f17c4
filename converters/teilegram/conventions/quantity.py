"""How much is missing, as attributes of `gap` (Guidelines, att.dimensions): `1½ lines`, `less than 1 line`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from teilegram.model import SPACE

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: str(i) for i, word in enumerate(WORDS, 1)} | {"a": "1", "an": "1"}
QUANTITY = re.compile(
    r"(?P<less>less than\s+)?"
    rf"(?:(?P<word>{'|'.join(WORDS)}|an?)\b"
    r"|(?P<number>[0-9]{1,5}(?![0-9/]))?[ -]?(?P<fraction>[½¼¾⅓⅔]|[1-9]/[1-9](?![0-9]))?)\s*",
    re.IGNORECASE,
)
FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75", "⅓": ".33", "⅔": ".67", "1/2": ".5", "1/4": ".25", "3/4": ".75"} | {
    "1/3": ".33",
    "2/3": ".67",
}
UNIT = re.compile(r"[^\W\d_]+")
BRACKETED = re.compile(r"\s*\([^()]*\)\s*|\s*\[[^][]*\]\s*")
SECOND = re.compile(r"\s*(?:and|,|&|и|und)\s+(?:less than )?[0-9½¼¾⅓⅔]")
VAGUE = ("text", "part", "portion")
"""Units that are no measure by themselves: `text not declassified`."""


def quantity(body: str, units: Mapping[str, str]) -> dict[str, str]:
    """Read how much is missing, as attributes of `gap`, and what is said of it as `rest`.

    >>> quantity("1½ lines not declassified", {"lines": "line"})
    {'unit': 'line', 'quantity': '1.5', 'rest': 'not declassified'}
    >>> quantity("4-1/2 lines of text withheld", {"lines": "line"})
    {'unit': 'line', 'quantity': '4.5', 'rest': 'of text withheld'}
    >>> quantity("less than 1 line not declassified", {"line": "line"})
    {'unit': 'line', 'atMost': '1', 'rest': 'not declassified'}
    >>> quantity("section deleted", {"section": "section"})
    {'unit': 'section', 'quantity': '1', 'rest': 'deleted'}
    >>> quantity("text not declassified", {"text": "text"})
    {'extent': 'unknown', 'rest': 'not declassified'}

    Of two amounts, neither is the whole:

    >>> quantity("1 page and 3 lines not declassified", {"page": "page"})
    {'extent': 'unknown', 'rest': 'and 3 lines not declassified'}
    """
    m = QUANTITY.match(body)
    word = UNIT.match(body, m.end() if m else 0)
    unit = units.get(word[0].casefold(), "") if word else ""
    if not unit or not m or not word:
        return {}
    number = NUMBERS.get((m["word"] or "").casefold()) or m["number"] or ("0" if m["fraction"] else "")
    number += FRACTIONS.get(m["fraction"] or "", "")
    rest = BRACKETED.sub(" ", body[word.end() :], count=1).strip(SPACE)
    indefinite = not number and (word[0].casefold() != unit or unit in VAGUE)
    if indefinite or SECOND.match(body, word.end()) or (number and not float(number)):
        return {"extent": "unknown", "rest": rest}
    key = "atMost" if m["less"] else "quantity"
    return {"unit": unit, key: number or "1", "rest": rest}
