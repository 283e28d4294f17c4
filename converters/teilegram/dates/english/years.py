"""Years, decades and centuries: `in 1961`, `1938/39`, `between 1938 and 1945`, `the early 'forties`, `the XIX century`.

A year counts where it is announced; `1800 tanks`, `Nos. 1762-1775` and `1945 hours` are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.english.words import (
    FIGURE,
    NTH,
    NUMBER_WORD,
    ORDINAL_WORD,
    TENS,
    UNITS,
    YEAR,
    before,
    damage,
    figure,
    number,
    rule,
    said,
)
from teilegram.dates.expression import Expression

ANNOUNCED = re.compile(
    r"(?:\b(?:in|since|of|by|after|before|during|until|till|from|years?|early|late|mid|circa|c\.|ca\.|about|around|between|"
    r"A\.D\.|anno|domini|lord|the|is it|spring|summer|autumn|fall|winter|end|to|through|of the year|and|or|period|pre|post|for) ?|"
    r"\(|-)$",
    re.IGNORECASE,
)
"""What a bare year follows: `in 1961`, `the year 1812`, `the 1934 treaty`, `neither is it 1941`."""
WEAK = re.compile(r"\b(?:and|or|to|through|for|-) ?$|-$", re.IGNORECASE)
YEAR_AND = re.compile(rf"\b{YEAR}(?:,? and| or| to| through) $")
POST = re.compile(r"\b(?:pre|post|mid)-$", re.IGNORECASE)
MEASURES = (
    r"%|per cent|percent|people|men|women|tons|copies|dollars|rubles|roubles|miles|km|kilometres|metres|yards|feet|troops|"
    r"soldiers|persons|words|times|hours|hrs|a\.m|p\.m|Jews|pounds|marks|francs|each|or so"
)
"""What follows a number that is no year."""
BARE = rf"(?P<year>{YEAR})(?![\w/:%]|[.,][0-9]|-[0-9]| ?(?:{MEASURES})(?!\w))"
THINGS = re.compile(
    r" (?!(?:was|is|has|as|its|his|this|thus|always|plus|elections|negotiations|events|talks|hostilities)(?!\w))[a-z]+s(?!\w)| (?:to|of) [0-9]{3,4}(?!\w)"
)
"""A plural after a number that is no year: `1800 tanks`."""
CLOSED = re.compile(r"\)|, | ")


def year(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a year that is announced."""
    lead = before(m, 14)
    announced = ANNOUNCED.search(lead)
    if not announced or THINGS.match(m.string, m.end()):
        return
    if WEAK.search(lead) and not YEAR_AND.search(lead) and not POST.search(lead):
        return
    if announced[0] == "(" and m.string[m.end() : m.end() + 1] != ")":
        return
    yield said(m, "day", "year", year=figure(m["year"]), mended=damage(m["year"]))


SPAN = rf"(?P<year>{YEAR})(?: ?(?P<link>-{{1,2}}|/) ?| (?P<word>to|through|until|till|and|or) )(?P<to>{YEAR}|[0-9]{{1,2}})(?![\w%/:]|[.,]?[0-9]|-[0-9])"
"""`1938/39`, `1938-9`, `1961-63`, `between 1938 and 1945`, `(1889-1945)`, `from 1941 to 1944`."""
NUMBERED = re.compile(
    r"\b(?:nos?|numbers?|telegrams?|items?|pages?|pp|p|docs?|documents?|files?|vol)\.? $", re.IGNORECASE
)


def span(m: re.Match[str]) -> Iterator[Expression]:
    """Yield the time between two years; or the two.

    >>> from teilegram.dates.english import english
    >>> [(e.year, e.to_year) for e in english("In 1938/39, between 1941 and 1945, in 1961-63; Nos. 1762-1775")]
    [(1938, 1939), (1941, 1945), (1961, 1963)]
    """
    first, lead = figure(m["year"]) or 0, before(m, 14)
    last = first - first % 10 ** len(m["to"]) + (figure(m["to"]) or 0) if len(m["to"]) < 3 else figure(m["to"]) or 0  # noqa: PLR2004
    if not first < last <= first + 150 or NUMBERED.search(lead):
        return
    announced = ANNOUNCED.search(lead) and not WEAK.search(lead)
    school = m["link"] == "/" and last == first + 1
    lives = lead.endswith("(") and m.string[m.end() : m.end() + 1] == ")"
    if not (announced or school or lives) or (m["link"] and len(m["to"]) == 1 and last != first + 1):
        return
    if m["word"] in ("and", "or") and not re.search(r"\bbetween (?:the years )?$", lead, re.IGNORECASE):
        yield Expression(m.start("year"), m.end("year"), "day", "dates.english.year", year=first)
        yield Expression(m.start("to"), m.end(), "day", "dates.english.year", year=last)
        return
    yield said(m, "range", "years", year=first, to_year=last)


DECADE = r"(?P<decade>(?:1[5-9]|20)[0-9]0|'?[2-9]0) ?'?s(?!\w)"
"""`the 1930s`, `the 1930's`, `the '30s`."""
DECADE_WORD = r"(?:nineteen[- ]|eighteen[- ])?(?P<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies(?!\w)"
"""`the thirties`, `the early 'forties`, `the nineteen-thirties`."""


def decade(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a decade in figures; of two figures after `the` only, and no age."""
    lead = before(m, 12)
    if len(m["decade"]) > 3 or (  # noqa: PLR2004
        re.search(r"\b(?:the|early|late|mid)[ -]'?$", lead) and not re.search(r"\b(?:in|their|his|her) $", lead)
    ):
        yield said(m, "decade", "decade", year=figure(m["decade"]), unit="decade")


def decade_word(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a decade in words."""
    if not re.search(r"\b(?:the|early|late|mid)[ -]'?$", before(m, 12), re.IGNORECASE):
        return
    of = {"n": 1900, "e": 1800}.get(m[0][0].casefold(), 0) if re.match("(?:nine|eight)teen", m[0], re.IGNORECASE) else 0
    yield said(m, "decade", "decade", year=of + TENS[m["word"].casefold() + "y"], unit="decade")


APOSTROPHE = r"(?P<year>[0-9]{2})(?![\w%:/-]|[.,][0-9]| ?(?:" + MEASURES + r")(?!\w))"
"""`in '48`, `the events of '12`: of the century of the document."""


def short_year(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a year of two figures behind an apostrophe.

    >>> from teilegram.dates.english import english
    >>> [(e.start, e.year) for e in english("the war of '12; in '20 cases; since the year '99.")]
    [(11, 12), (45, 99)]
    """
    lead = before(m, 15)
    if (
        lead.endswith("'")
        and ANNOUNCED.search(lead[:-1])
        and not WEAK.search(lead[:-1])
        and not COUNTED.match(m.string, m.end())
    ):
        yield Expression(m.start() - 1, m.end(), "day", "dates.english.year", year=int(m["year"]))


COUNTED = re.compile(
    r" (?!(?:was|were|is|are|has|had|have|will|would|did|came|made|until|till|after|before|who|as|this|and|or|but|when|the|he|she|it|we|they|by|in|at|to|that|which|on|of|with|for|not)(?!\w))[a-z]"
)
"""A word that a number counts."""
CENTURY = rf"(?:(?P<figure>[12]?[0-9])(?:st|nd|rd|th)|(?P<word>{ORDINAL_WORD})|(?P<roman>X{{1,2}}(?:IX|IV|V?I{{0,3}})|VI{{1,3}}|IX|IV|XX))[ -]c(?:entury|ent\.)(?!\w)(?! B\.? ?C)"
"""`the XIX century`, `19th century`, `the nineteenth century`."""


def century(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a century."""
    which = int(m["figure"]) if m["figure"] else number(m["word"]) if m["word"] else roman(m["roman"])
    if 0 < which <= 21:  # noqa: PLR2004
        yield said(m, "century", "century", year=which, unit="century")


def roman(figures: str) -> int:
    """Read a Roman number up to XXIX; 0 for none.

    >>> roman("XIX"), roman("")
    (19, 0)
    """
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in figures.upper()]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


SPELLED = (
    rf"(?:(?P<hundreds>eighteen|nineteen|seventeen|sixteen)(?:[- ]hundred)?|one thousand,? (?P<thousand>nine|eight|seven|six) hundred)(?:,? and)?[ -]"
    rf"(?P<rest>{NUMBER_WORD})(?!\w)"
)
"""`nineteen hundred and forty-one`, `nineteen forty-one`, `one thousand seven hundred and fifty-six`."""


def spelled(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a year in words after a preposition, in the order of years."""
    rest = number(m["rest"])
    hundreds = UNITS[m["hundreds"].casefold()] if m["hundreds"] else 10 + UNITS[m["thousand"].casefold()]
    if rest > 9 and ANNOUNCED.search(before(m, 14)):  # noqa: PLR2004
        yield said(m, "day", "year", year=hundreds * 100 + rest)


ROMAN = ("ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi", "vii", "viii", "iv")
RULES = (
    rule(FIGURE, BARE, year),
    rule(FIGURE, SPAN, span),
    rule((FIGURE,), DECADE, decade),
    rule(FIGURE, APOSTROPHE, short_year),
    rule(
        tuple(word + "ies" for word in ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")),
        DECADE_WORD,
        decade_word,
    ),
    rule(("nineteen", "eighteen"), DECADE_WORD, decade_word),
    rule((FIGURE, *NTH, "twenty", *ROMAN), CENTURY, century),
    rule(("nineteen", "eighteen", "seventeen", "sixteen", "one"), SPELLED, spelled),
)
