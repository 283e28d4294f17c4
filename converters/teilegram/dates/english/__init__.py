"""English dates and times: a form is tried where a word or a figure stands with which it begins.

One module per kind: `absolute` (a day with its month), `ranges`, `partial` (what lacks a part), `parts` (of longer
times, seasons), `years`, `relative`, `weekdays`, `counted` (two days ago), `feasts`, `times`, and `bounds` (before, after,
about).  Each has RULES: the words a form begins with, its pattern and its meaning.  The longest form that begins at a
word stays; the search goes on after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from teilegram.dates.english import absolute, counted, feasts, partial, parts, ranges, relative, times, weekdays, years
from teilegram.dates.english.bounds import bounded
from teilegram.dates.english.words import DAYPART, FIGURE, Rule
from teilegram.dates.expression import Expression
from teilegram.vocabulary import table as vocabulary

RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *ranges.RULES,
    *partial.RULES,
    *parts.RULES,
    *years.RULES,
    *relative.RULES,
    *weekdays.RULES,
    *counted.RULES,
    *feasts.RULES,
    *times.RULES,
)
"""All forms, by kind."""


def table() -> dict[str, tuple[Rule, ...]]:
    """Give the rules by the word (casefolded) with which their forms begin."""
    found: dict[str, list[Rule]] = {}
    for rule in RULES:
        for word in rule.words:
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


TABLE = table()
FIGURES = TABLE.pop(FIGURE)
DAMAGED = {a + b + c for a in "il" for b in "0123456789" for c in ("", "th", "st", "nd", "rd")}
"""A day whose 1 is a letter: `I9 October`."""
TABLE.update(dict.fromkeys(DAMAGED, FIGURES))
APART = frozenset(f"to{link}{day}" for link in "- " for day in ("day", "night", "morrow"))
"""For `to` alone is everywhere."""
WORDS = frozenset(TABLE) - {"to"} | APART
"""Words without one of which, or a figure, there is no English date."""
TOKEN = re.compile(r"[0-9A-Za-z]+")
LAST_WORD = re.compile(r"(\w+)\.$")
FULL = frozenset(row["en"].split("|")[0].casefold() for row in vocabulary("months"))
"""Names of months that no full stop shortens."""
DIGITS = frozenset("0123456789")
WEEKDAY = re.compile(
    rf"{weekdays.WEEKDAY}\.?,? ?(?:{DAYPART},? )?(?:,? ?\(?the |on |\()?(?=[0-9A-Za-z])", re.IGNORECASE
)
"""A day of the week before a date: `Sunday, 28 October 1962`, `Monday the 3rd`."""


def english(text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """Yield the English dates and times that begin in a stretch of a reading, in order.

    >>> [(e.kind, e.day, e.month, e.year, e.to_day) for e in english("on 26 and 27 October; from 22-28 OCTOBER")]
    [('day', 26, 10, None, None), ('day', 27, 10, None, None), ('range', 22, 10, None, 28)]
    >>> list(english("It may be so; 3-4 days are enough, 24 hours; they march on the second floor"))
    []
    """
    stop = len(text) if end is None else end
    yield from english_at(text, (token.start() for token in TOKEN.finditer(text, start, stop)))


def english_at(text: str, places: Iterable[int]) -> Iterator[Expression]:
    """Yield the English dates and times that begin at some of these offsets, which ascend.

    >>> [e.month for e in english_at("on May 1", [3])]
    [5]
    """
    reach = 0
    for at in places:
        if at < reach or (at and text[at - 1].isalnum()):
            continue
        token = TOKEN.match(text, at)
        word = token[0].lower() if token else ""
        rules = TABLE.get(word) or (FIGURES if word[:1] in DIGITS else ())
        found = longest(text, at, rules)
        if word in weekdays.WEEKDAYS:
            found = with_weekday(text, at) or found
        for e in found:
            yield bounded(text, trimmed(text, e))
            reach = max(reach, e.end)


def longest(text: str, at: int, rules: tuple[Rule, ...]) -> tuple[Expression, ...]:
    """Give what the longest form means that begins at a word; of equals, the first."""
    best: tuple[Expression, ...] = ()
    reach = at
    for rule in rules:
        m = rule.pattern.match(text, at)
        if m and m.end() > reach:
            found = tuple(rule.make(m))
            if found and found[-1].end > reach:
                best, reach = found, found[-1].end
    return best


def trimmed(text: str, e: Expression) -> Expression:
    """Leave the full stop of a sentence out of a date; that of an abbreviation stays.

    >>> [(e.start, e.end) for e in english("On 26 October. Not 5 Oct. 1941")]
    [(3, 13), (19, 30)]
    """
    if (
        text[e.end - 1] == "."
        and (full := LAST_WORD.search(text, max(e.start, e.end - 12), e.end))
        and full[1].casefold() in FULL
    ):
        return replace(e, end=e.end - 1)
    return e


def with_weekday(text: str, at: int) -> tuple[Expression, ...]:
    """Give a date that begins with its day of the week."""
    lead = WEEKDAY.match(text, at)
    token = TOKEN.match(text, lead.end()) if lead else None
    if token is None:
        return ()
    rules = TABLE.get(token[0].lower()) or (FIGURES if token[0][0].isdigit() else ())
    found = longest(text, token.start(), rules)
    if not found or found[0].day is None or found[0].kind not in ("day", "period", "range"):
        return ()
    return (replace(found[0], start=at), *found[1:])


__all__ = ["WORDS", "english", "english_at"]
