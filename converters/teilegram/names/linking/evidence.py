"""Evidence: whom a document names in full, with a title or in its catalogue's title, before anything is decided."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from teilegram.names.lexicon import Candidate
from teilegram.names.persons import Mention


@dataclass(frozen=True)
class Evidence:
    """What the sure mentions of one document show.

    `named` counts for each `@ref` the mentions that can mean nobody else; `surnames` and `forenames` give, folded,
    whom a word meant where it stood with more (no candidate: a stranger); `lower` holds the words that the
    document also has with a small letter, `placed` where the parts of known persons' names begin, `standing` where
    their surnames begin and end.
    """

    named: Counter[str]
    bearers: dict[str, Candidate]
    surnames: dict[str, tuple[Candidate, ...]]
    forenames: dict[str, tuple[Candidate, ...]]
    lower: frozenset[str]
    placed: frozenset[int]
    standing: dict[int, int]
    strange: Mapping[str, set[str]]
    """By forename, folded, the first letters of the strangers' surnames with which the document has it."""


def evidence(text: str, mentions: Iterable[Mention], others: Iterable[Mention], lower: frozenset[str]) -> Evidence:
    """Gather the evidence; `others` are mentions elsewhere, in the title that a catalogue gives the document."""
    named: Counter[str] = Counter()
    bearers: dict[str, Candidate] = {}
    surnames: dict[str, list[Candidate]] = defaultdict(list)
    forenames: dict[str, list[Candidate]] = defaultdict(list)
    placed: set[int] = set()
    standing: dict[int, int] = {}
    strange: dict[str, set[str]] = defaultdict(set)
    for m in mentions:
        who = sole(m)
        bearers |= who
        if m.candidates and not m.parts:
            standing[m.start] = m.end
        for ref in who if m.parts else ():
            named[ref] += 1
        for given, letter in () if m.candidates else in_full(text, m):
            strange[given].add(letter)
        for start, end, element in m.parts:
            word = text[start:end].casefold()
            if m.candidates:
                placed.add(start)
            if element == "surname":
                standing |= {start: end} if m.candidates else {}
                surnames[word] += (c for c in m.candidates if c not in surnames[word])
            elif element == "forename" and not word.endswith("."):
                forenames[word] += (c for c in m.candidates if c not in forenames[word])
    for m in others:
        bearers |= sole(m)
    return Evidence(
        named,
        bearers,
        {word: tuple(c) for word, c in surnames.items()},
        {word: tuple(c) for word, c in forenames.items()},
        lower,
        frozenset(placed),
        standing,
        dict(strange),
    )


def sole(m: Mention) -> dict[str, Candidate]:
    """Give by `@ref` the only person whom a mention can mean; nobody where there are several."""
    who = {c.entity.ref: c for c in m.candidates}
    return who if len(who) == 1 else {}


def in_full(text: str, m: Mention) -> Iterator[tuple[str, str]]:
    """Yield the forenames of a mention, folded, each with the first letter of the surname; none where it has none."""
    letter = next((text[a] for a, _, element in m.parts if element == "surname"), "")
    yield from ((text[a:b].casefold(), letter) for a, b, element in m.parts if letter and element == "forename")


def met(known: Evidence, mentions: Iterable[Mention]) -> Evidence:
    """Add the persons whom further mentions mean."""
    who = {c.entity.ref: c for m in mentions if len(m.candidates) == 1 for c in m.candidates}
    return replace(known, bearers=who | known.bearers)


def one(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Give the candidate if all are the same entity, else nobody."""
    who = {c.entity.ref: c for c in candidates}
    return tuple(who.values()) if len(who) == 1 else ()
