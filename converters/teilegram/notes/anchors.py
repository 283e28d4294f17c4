"""Footnote marks: what on the page may call a note, and how much that says by itself (Guidelines, CONONO).

`reservists.²`, `<sup>2</sup>`, `^2^`, `[^2]`, `†` are marks; `attached42.` and `aware. 1` at a line's end are marks
unless they contradict the others; `disagreements*`, `aware [1]`, `Rockefeller52 in` need a note or a sequence.
`10⁶`, `km²`, `27<sup>th</sup>`, `Copy No. 12`, `March12` are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from teilegram.vocabulary import table

FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ", "0123456789abcde")
SURE, LIKELY, POSSIBLE = 0, 1, 2
"""How much a form says: by itself; unless other marks contradict; only with a note or a sequence."""
AFTER = r"(?<=[\w.,;:!?\"”’»)\]…*])"
MONTH_BEFORE = 24
"""Characters before a year in which its month stands."""
WORD_BEFORE = re.compile(r"[^\W\d_]+\.?$")


class Mark(NamedTuple):
    """A mark that may call a note: its span, the number it shows, the marks at its ends, the rule, how sure it is."""

    start: int
    end: int
    n: str
    before: int
    after: int
    rule: str
    doubt: int


GLUED = re.compile(
    r"(?:(?<=[^\W\d_][.,;:?!])|(?<=[0-9]{4}[.,;])|(?<=[.,;?!)\]][”\"’)])|(?<=[)\]”’]))([0-9]{1,3})"
    r"(?=\s+[\"“«(\[*A-Za-zА-ЯЁа-яё]|[ \t\r]*$)",
    re.MULTILINE,
)
"""A figure that touches a stop: `the loan,2 and`, `in 1961.3 The`, `the "note."4`."""
RAISED, DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"
FORMS: tuple[tuple[re.Pattern[str], str, int, str], ...] = (
    (
        re.compile(AFTER + r"(?:(?<=[.,;:!?”\"»]) )?(?<![⁰¹²³⁴-⁹])([⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹⁺⁻])"),
        "superscript",
        SURE,
        RAISED,
    ),
    (re.compile(AFTER + r" ?<sup>[\[(]?([0-9]{1,3})[\])]?</sup>"), "superscript", SURE, "<"),
    (re.compile(AFTER + r" ?<sup>([a-z]|\*{1,3})</sup>"), "superscript", POSSIBLE, "<"),
    (re.compile(AFTER + r"(\^[0-9]{1,3}\^?)(?!\w)"), "superscript", SURE, "^"),
    (re.compile(AFTER + r"(\^[a-z]\^?)(?!\w)"), "superscript", POSSIBLE, "^"),
    (re.compile(r"(?<!^)(?<!\n)(\[\^[\w*-]{1,20}\])(?!\()"), "markdown", SURE, "^"),
    (re.compile(r"(?<=[^\s\[(])(\[[0-9]{1,3}\])(?![(\w])"), "bracketed", SURE, "["),
    (re.compile(r"(?<=[\w.,;:!?\"”’»)]) (\[(?:[0-9]{1,3}|[a-z])\])(?![(\w])"), "bracketed", POSSIBLE, "["),
    (re.compile(r"(?<=[\w.,;:!?\"”’»)]) ?(\([0-9]{1,3}\))(?!\w)"), "bracketed", POSSIBLE, "("),
    (re.compile(r"(?<=[\w.,;:!?\"”’»)]) ?(†{1,3}|‡{1,3})"), "symbol", SURE, "†‡"),
    (re.compile(r"(?<=[\w.,;:!?\"”’»)])(\*{1,3})(?![\w*])"), "symbol", POSSIBLE, "*"),
    (re.compile(r"(?<=[a-zа-яё.,”\"»)])([ᵃᵇᶜᵈᵉ])(?!\w)"), "superscript", POSSIBLE, "ᵃᵇᶜᵈᵉ"),
    (re.compile(r"(?<=[a-zа-яё]{4}[.?!]) ?([0-9]{1,3})(?=[ \t\r]*$)", re.MULTILINE), "plain-figure", LIKELY, DIGITS),
    (
        re.compile(r"(?<=[a-zа-яё]{3})([0-9]{1,3})(?=[.,;:](?:[\s\"”»]|$)|[ \t\r]*$)", re.MULTILINE),
        "plain-figure",
        LIKELY,
        DIGITS,
    ),
    (re.compile(r"(?<=[a-zа-яё.,!?][\"”’»])([0-9]{1,3})(?=[.,;:]?(?:\s|$))"), "plain-figure", LIKELY, DIGITS),
    (re.compile(r"(?<=[a-zа-яё]{3})([0-9]{1,3})(?=[)\"”»]?\s)"), "plain-figure", POSSIBLE, DIGITS),
    (re.compile(r"(?<=[A-ZА-ЯЁ]{4})([0-9]{1,3})(?=[,.;:)])"), "plain-figure", POSSIBLE, DIGITS),
    (re.compile(r"(?<=[a-zа-яё]{4}[.?!]) ?([0-9]{1,3})(?=\s+[\"“«]?[A-ZА-ЯЁ])"), "plain-figure", POSSIBLE, DIGITS),
    (GLUED, "plain-figure", POSSIBLE, DIGITS),
    (re.compile(r"(?<![\w.,/№-])(?:1[5-9]|20)[0-9]{2}([0-9]{1,3})(?![\w/-])"), "after-year", POSSIBLE, DIGITS),
)
"""Forms of marks, the surest first: the group is the mark with its own brackets; last, what one has to have one of."""
SIGN = re.compile(r"[0-9⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉ†‡*^]|<sup>")
"""What every mark has at least one of."""
EXPONENT = re.compile(r"(?:[₀-₉]|(?:^|[\W_])[a-z]|(?:^|\W|\d)(?:[kcdmк]?[mм]|ft|in|yd|mi|см|мм|га))$")
YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)[0-9]{2}$")


@cache
def month_pattern() -> re.Pattern[str]:
    """Compile the words for months with a day around them, as they stand before a year: `November 29, `."""
    words = "|".join(re.escape(w) for row in table("months") for w in (*row["en"].split("|"), *row["ru"].split("|")))
    return re.compile(rf"(?<!\w)(?:{words})\.?(?: [0-9]{{1,2}}(?:st|nd|rd|th)?)?,? $")


@cache
def takes_number() -> frozenset[str]:
    """Give the words that a number belongs to, in small letters: `no`, `page`, months."""
    months = [w for row in table("months") for w in (*row["en"].split("|"), *row["ru"].split("|"))]
    return frozenset(w.rstrip(".").casefold() for w in (*months, *(row["word"] for row in table("numbered"))))


def candidates(text: str, start: int, end: int) -> list[Mark]:
    """List what may be a mark between two offsets, in the order of the text.

    >>> [(m.n, m.doubt) for m in candidates("attached42. It [51] was 10⁶ km² on November 29, 1963181", 0, 55)]
    [('42', 1), ('51', 2), ('181', 1)]
    """
    found: dict[int, Mark] = {}
    if not SIGN.search(text, start, end):
        return []
    signs = set(text[start:end])
    for pattern, rule, doubt, needs in FORMS:
        for m in pattern.finditer(text, start, end) if not signs.isdisjoint(needs) else ():
            if rule == "plain-figure" and belongs(text, start, m):
                continue
            if m.start() == start or (rule == "superscript" and is_exponent(text, start, m)):
                continue
            sure = LIKELY if rule == "after-year" and dated(text, start, m.start()) else doubt
            found.setdefault(m.start(1), mark(m, rule, sure))
    return list(apart(found))


def apart(found: dict[int, Mark]) -> Iterator[Mark]:
    """Yield marks that do not overlap, the first one first."""
    until = 0
    for _, one in sorted(found.items()):
        if one.start >= until:
            yield one
            until = one.end


def mark(m: re.Match[str], rule: str, doubt: int) -> Mark:
    """Make the mark of a match: brackets and carets at its ends are no part of its number."""
    shown = m[1]
    core = shown.strip("[]()^")
    before = shown.index(core) if core else 0
    n = core.translate(FIGURES)
    return Mark(m.start(1), m.end(1), n, before, len(shown) - before - len(core), f"notes.{rule}", doubt)


def is_exponent(text: str, start: int, m: re.Match[str]) -> bool:
    """Tell whether a raised figure is an exponent: after a figure that is no year, a unit, a single letter."""
    said = text[max(start, m.start() - 8) : m.start()]
    if said[-1:].isdecimal():
        return not YEAR.search(said)
    return bool(EXPONENT.search(said))


def belongs(text: str, start: int, m: re.Match[str]) -> bool:
    """Tell whether a figure is the number of the word before it: `March12`, `page5`."""
    word = WORD_BEFORE.search(text, max(start, m.start(1) - 20), m.start(1))
    return bool(word) and word[0].rstrip(".").casefold() in takes_number()  # type: ignore[index]


def dated(text: str, start: int, at: int) -> bool:
    """Tell whether a month, with or without a day, stands before a year."""
    return bool(month_pattern().search(text, max(start, at - MONTH_BEFORE), at))
