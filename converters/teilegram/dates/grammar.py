"""What the grammars of several languages share: how a rule is written, tried and made into an expression.

A language gives fragments (`of`: what stands between day and month); a rule is a template in which `@of@`, `@month@`
are replaced by the fragments and words of the language, so that one template reads `26 октября`, `26. Oktober` and
`26 de octubre`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from teilegram.dates.expression import Expression, possible
from teilegram.dates.lexicon import choice, folded, forms, meaning, whole_words
from teilegram.dates.stretch import AROUND, Stretch, stretch

PLACE = re.compile(r"@([a-z-]+)@")
YEAR = "(?:1[0-9]|20)[0-9]{2}(?![0-9])"
FIGURE = "(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
TEN = 10
STOP = re.compile("[.;:!?]")
"""Where the words that may tell the tense end."""
SHARED = {
    "b": r"(?<![\w.,/:№-])(?<!№ )(?<!n° )(?<!nr\. )",
    "s": " {1,3}",
    "e": r"(?!\w)",
    "y": YEAR,
    "figure": FIGURE,
    "two": "[0-9]{2}(?![0-9])",
    "hyphen": " ?- ?",
    "amount": r"(?:[0-9]{1,3}(?![0-9])|@number@(?: {1,3}@number@)?)",
}
"""Fragments that no language changes."""


class Rule(NamedTuple):
    """A template, its name, and the maker of expressions from a match."""

    name: str
    template: str
    make: Callable[[Found], Iterator[Expression]]


class Grammar:
    """The rules of a language with its fragments; `words` as the interface of a recogniser wants them."""

    def __init__(self, language: str, code: str, rules: tuple[Rule, ...], **fragments: str) -> None:
        self.language = language
        self.code = code
        self.rules = rules
        self.fragments = SHARED | fragments
        self.cache: dict[str, re.Pattern[str]] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """Words without which, and without a digit, a stretch has no date."""
        return whole_words(self.code) | frozenset(self.fragments.get("words", "").split())

    @cached_property
    def patterns(self) -> list[tuple[Rule, re.Pattern[str]]]:
        """The rules compiled; compiling waits until the language is met."""
        return [(rule, self.compile(rule.template)) for rule in self.rules]

    def compiled(self, template: str) -> re.Pattern[str]:
        """Give the pattern of a template, compiled once."""
        if template not in self.cache:
            self.cache[template] = self.compile(template)
        return self.cache[template]

    def compile(self, template: str) -> re.Pattern[str]:
        """Put fragments and words into a template; a fragment may have places of its own."""
        while PLACE.search(template):
            template = PLACE.sub(self.fragment, template)
        return re.compile(template)

    def fragment(self, m: re.Match[str]) -> str:
        """Give a fragment, or else the words of the class so named."""
        given = self.fragments.get(m[1])
        return choice(self.code, m[1]) if given is None else given

    def recognise(self, text: str, start: int, end: int | None) -> Iterator[Expression]:
        """Yield what the rules find in part of a reading; one rule's finds do not overlap, those of two may."""
        part = stretch(text, start, end)
        for rule, pattern in self.patterns:
            for m in pattern.finditer(part.read, part.start):
                yield from rule.make(Found(self, rule, part, m))

    def modifier(self, part: Stretch, at: int) -> str:
        """Give the bound that the words before a date make of it."""
        m = self.before.search(part.read, max(0, at - AROUND // 2), at)
        return forms(self.code, "modifier")[re.sub(" +", " ", m[1])] if m else ""

    @cached_property
    def before(self) -> re.Pattern[str]:
        """Modifiers at the end of what stands before a date."""
        return re.compile(rf"(?<![\w-])({choice(self.code, 'modifier')}) {{1,3}}$")


class Found(NamedTuple):
    """A match of a rule in a stretch, and what can be read from its groups."""

    grammar: Grammar
    rule: Rule
    part: Stretch
    m: re.Match[str]

    def at(self, name: str | int) -> str | int:
        """Give the group that took part: `unit`, or `unit2`, `unit3` in another branch of the template."""
        if isinstance(name, int):
            return name
        index = self.m.re.groupindex
        there = (n for n in (name, f"{name}2", f"{name}3") if n in index and self.m.start(n) >= 0)
        return next(there, name)

    def group(self, name: str) -> str:
        """Give a group's text; nothing where the template has no such group or it took no part."""
        at = self.at(name)
        return (self.m[at] or "") if at in self.m.re.groupindex else ""

    def word(self, kind: str, name: str | None = None) -> str:
        """Give what the word of a group means in its class."""
        said = self.group(name or kind).strip()
        return meaning(self.grammar.code, kind, said) or "" if said else ""

    def day(self, name: str = "day") -> int:
        """Read a day from figures or from an ordinal of one or two words; 0 for none."""
        said = self.group(name)
        figure = re.match("[0-9]+", said)
        if figure:
            return int(figure[0])
        return int(number(self.grammar.code, "ordinal", said))

    def amount(self, name: str = "amount") -> float | None:
        """Read a number from figures or words; one where there is none."""
        said = self.group(name).strip()
        if not said:
            return 1
        if said.isdigit():
            return int(said)
        return number(self.grammar.code, "number", said) or None

    def year(self, name: str = "year") -> int | None:
        """Read a year, of four figures or two."""
        said = re.sub(r"\D", "", self.group(name))
        return int(said) if said else None

    def month(self, name: str = "month") -> int | None:
        """Read a month."""
        said = self.word("month", name)
        return int(said) if said else None

    def turn(self, kind: str, name: str | None = None) -> dict[str, Any]:
        """Read `-1 now`: which one, seen from where; `either` is for tense to decide."""
        value = self.word(kind, name).split()
        return {"shift": int(value[0]), "anchor": self.seen(value[1])} if value else {}

    def seen(self, anchor: str) -> str:
        """Decide from the tense near by whether a relative date is seen from the writer or from the story."""
        if anchor != "either":
            return anchor
        past = self.grammar.fragments.get("past")
        before = STOP.split(self.part.read[max(0, self.m.start() - AROUND) : self.m.start()])[-1]
        after = STOP.split(self.part.read[self.m.end() : self.m.end() + AROUND], maxsplit=1)[0]
        return "then" if past and re.search(past, f"{before} {after}") else "now"

    def make(self, kind: str, start: str | int = 0, end: str | int = 0, **fields: Any) -> Expression:  # noqa: ANN401
        """Make an expression from the start of one group to the end of another (0: the whole match)."""
        left, right = self.m.start(self.at(start)), self.m.end(self.at(end))
        if "modifier" not in fields and kind not in ("time", "duration", "span"):
            fields["modifier"] = self.grammar.modifier(self.part, left)
        name = f"dates.{self.grammar.language}.{self.rule.name}"
        return self.part.make(left, right, kind, name, **fields)

    def dated(self, start: str | int, end: str | int, year_of: str = "", **fields: Any) -> Expression:  # noqa: ANN401
        """Make a day or month of a year that is said, of one like `last year`, or of none."""
        turn = self.turn("of-year", f"{year_of}rel")
        fields |= self.turn("month-after", f"{year_of}later")
        style = {"calendar": "julian"} if self.group("old") else {}
        if turn:
            return self.make("period", start, end, unit="year", **turn, **fields, **style)
        return self.make("day", start, end, year=self.year(f"{year_of}year"), **fields, **style)

    def possible(self, *days: int, year_of: str = "") -> bool:
        """Tell whether the calendar has these days of the month said."""
        year = self.year(f"{year_of}year")
        if year is not None and (year <= 99 or self.group("old")):  # noqa: PLR2004
            year = None
        return all(day and possible(year, self.month(), day) for day in days)


def number(code: str, kind: str, said: str) -> float:
    """Read a number of one word, or of tens and units.

    >>> number("ru", "ordinal", "двадцать шестого"), number("de", "number", "dreiundzwanzig")
    (26, 23)
    """
    known = meaning(code, kind, said)
    if known:
        return float(known) if "." in known else int(known)
    first, _, rest = folded(said).partition(" ")
    tens = meaning(code, "number", first)
    units = meaning(code, kind, rest.strip())
    if tens and units and float(tens) >= TEN * 2 and float(units) < TEN:
        return int(float(tens) + float(units))
    return 0
