"""What the grammars of several languages share: how a rule is written, tried and made into an expression.

A language gives fragments (`of`: what stands between day and month); a rule is a template in which `@of@`, `@month@`
are replaced by the fragments and words of the language, so that one template reads `26 октября`, `26. Oktober` and
`26 de octubre`.

A rule is tried only where something stands that it needs: a figure with which it begins, or a word of one of its classes,
and there only at the beginnings of the words up to it.  So the cost is that of the words that may make dates.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from teilegram.dates.expression import Expression, possible
from teilegram.dates.lexicon import choice, forms, heads, meaning, number
from teilegram.dates.stretch import AROUND, Stretch, stretch

PLACE = re.compile(r"@([a-z-]+)@")
YEAR = "(?:1[0-9]|20)[0-9]{2}(?![0-9])"
FIGURE = "(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
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


DAY, YEAR_SAID = "#", "####"
"""What a rule may need that is no word: a figure of one or two digits, or of four, with which it begins."""
FIGURES = re.compile("[0-9]+")
TOKEN = re.compile(r"(?<!\w)\w")
NEAR_BEFORE, NEAR_AFTER = 160, 48
"""Characters between a word of a language and a figure that is read in it, though the text's language is not known."""


class Rule(NamedTuple):
    """A template, its name, the maker of expressions from a match, and what there is in every match.

    `needs` names classes of words, or fragments `CLASSwords` of the language, or DAY or YEAR_SAID; what is read
    begins at most `back` characters before such a word.
    """

    name: str
    template: str
    make: Callable[[Found], Iterator[Expression]]
    needs: tuple[str, ...]
    back: int = 24


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
        return frozenset(self.needing)

    @cached_property
    def needing(self) -> dict[str, int]:
        """The rules that need a word, as bits; of DAY and YEAR_SAID too; none of a word that only announces."""
        found = dict.fromkeys(self.fragments.get("words", "").split(), 0)
        for i, rule in enumerate(self.rules):
            for word in (word for need in rule.needs for word in self.needed(need)):
                found[word] = found.get(word, 0) | 1 << i
        return found

    def needed(self, need: str) -> Iterable[str]:
        """Give the words that a rule needs; a fragment may name a class: `agowords="@unit@"`."""
        own = self.fragments.get(f"{need}words", need if need[0] == "#" else f"@{need}@")
        return own.split() if own[:1] != "@" else heads(self.code, own.strip("@"))

    @cached_property
    def machine(self) -> tuple[AhoCorasick, list[tuple[int, tuple[int, ...]]]]:
        """The automaton of the words, and for each how far back the rules reach that need it, and which these are."""
        words = {word: numbers(bits) for word, bits in self.needing.items() if word[0] != "#"}
        return AhoCorasick(list(words)), [
            (max((self.rules[i].back for i in rules), default=0), rules) for rules in words.values()
        ]

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

    def recognise(self, text: str, start: int, end: int | None, *, alone: bool = True) -> Iterator[Expression]:
        """Yield what the rules find in part of a reading; one rule's finds do not overlap, those of two may.

        Where figures do not count `alone`, a word of the language has to be near them.
        """
        part = stretch(text, start, end)
        tried, reach = [-1] * len(self.rules), [0] * len(self.rules)
        for place, first, which in self.places(part, alone=alone):
            begins = [place] if first == place else [m.start() for m in TOKEN.finditer(part.read, first, place + 1)]
            for i in which:
                rule, pattern = self.patterns[i]
                after, tried[i] = tried[i], place
                if after < place - rule.back:
                    after = place - rule.back - 1
                for at in begins:
                    if at > after and at >= reach[i] and (m := pattern.match(part.read, at)):
                        reach[i] = m.end()
                        yield from rule.make(Found(self, rule, part, m))

    def places(self, part: Stretch, *, alone: bool) -> list[tuple[int, int, tuple[int, ...]]]:
        """Give where rules are to be tried, in order: up to where, from where on, and which."""
        machine, known = self.machine
        read, last, found, near = part.read, len(part.read), [], []
        for which, start, end in machine.find_matches_as_indexes(read, overlapping=True):
            if start < part.start or (start and read[start - 1].isalpha()) or (end < last and read[end].isalpha()):
                continue
            near.append(start)
            back, rules = known[which]
            if rules:
                found.append((start, max(part.start, start - back), rules))
        if near or alone:
            near.sort()
            by_length = {1: self.figures[0], 2: self.figures[0], 4: self.figures[1]}
            for m in FIGURES.finditer(read, part.start):
                at = m.start()
                of_figure = by_length.get(m.end() - at)
                if of_figure and (alone or is_near(at, near)):
                    found.append((at, at, of_figure))
        found.sort()
        return found

    @cached_property
    def figures(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The rules that begin with the figure of a day or an hour, and those that begin with that of a year."""
        return numbers(self.needing.get(DAY, 0)), numbers(self.needing.get(YEAR_SAID, 0))

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


def numbers(bits: int) -> tuple[int, ...]:
    """Give the numbers of the bits that are set.

    >>> numbers(0b1010)
    (1, 3)
    """
    return tuple(i for i in range(bits.bit_length()) if bits >> i & 1)


def is_near(at: int, places: list[int]) -> bool:
    """Tell whether one of the places, which ascend, is near enough to an offset.

    >>> is_near(100, [10]), is_near(300, [10, 340]), is_near(300, [10])
    (True, True, False)
    """
    i = bisect_left(places, at - NEAR_BEFORE)
    return i < len(places) and places[i] <= at + NEAR_AFTER
