"""The lexicon: every form under which an authority's entities may stand in a text, made once when it is loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from teilegram.model import Authority, Cert, Entity, Name
from teilegram.names.russian import cases
from teilegram.offsets import FOLD
from teilegram.vocabulary import table

MINIMUM = 3
"""A bare surname shorter than this is not looked for without something before it."""


class Candidate(NamedTuple):
    """What a form may mean: an entity, by which of its names, and whether the form says it all (`short`)."""

    entity: Entity
    name: Name
    short: bool


class Hit(NamedTuple):
    """A form found in a reading, at offsets of the reading; for a place or organisation, by which rule.

    `rank` is its place among what spans the same characters, `inside` the places in an organisation's name.
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    rule: str = ""
    cert: Cert | None = None
    rank: int = 1
    inside: tuple[Hit, ...] = ()


class Lexicon:
    """Forms of persons or of places and organisations, matched in one pass (Aho-Corasick)."""

    def __init__(self, forms: dict[str, list[Candidate]]) -> None:
        self.forms = forms
        self._keys = list(forms)
        self._matcher: Any = None

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the longest forms that stand in `text` as whole words, left to right, without overlap."""
        if not self._keys:
            return
        if self._matcher is None:
            from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - only a text with an authority needs it

            self._matcher = AhoCorasick(self._keys)
        whole = [
            (start, -end, key)
            for key, start, end in self._matcher.find_matches_as_indexes(text, overlapping=True)
            if is_word(text, start, end)
        ]
        done = 0
        for start, minus_end, key in sorted(whole):
            if start >= done:
                done = -minus_end
                yield Hit(start, done, tuple(self.forms[self._keys[key]]))


def is_word(text: str, start: int, end: int) -> bool:
    """Tell whether a span is not part of a longer word.

    >>> is_word("Cubans", 0, 4), is_word("Castro's", 0, 6), is_word("U.S.-led", 0, 4)
    (False, True, True)
    """
    return not (start and text[start - 1].isalnum() and text[start].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


@lru_cache(maxsize=8)
def of_persons(authority: Authority) -> Lexicon:
    """Make the lexicon of persons: surnames in every case, and forms that say it all."""
    forms: dict[str, list[Candidate]] = defaultdict(list)
    for entity in authority.of("person"):
        for name in entity.names:
            surname = " ".join(name.part("surname"))
            if name.kind == "short" or not surname:
                add(forms, name.text, Candidate(entity, name, short=True))
            else:
                add(forms, surname, Candidate(entity, name, short=False))
    return Lexicon(without_homographs(forms))


@lru_cache(maxsize=8)
def of_places(authority: Authority) -> Lexicon:
    """Make the lexicon of places and organisations: every name in full."""
    forms: dict[str, list[Candidate]] = defaultdict(list)
    for entity in (*authority.of("place"), *authority.of("org")):
        for name in entity.names:
            add(forms, name.text, Candidate(entity, name, short=True))
    return Lexicon(forms)


def add(forms: dict[str, list[Candidate]], text: str, candidate: Candidate) -> None:
    """Enter a form, its Russian cases and the same in capitals."""
    folded = text.translate(FOLD)
    inflected = cases(folded) if is_cyrillic(folded) and folded != folded.upper() else {folded}
    for form in sorted(inflected):
        for shape in dict.fromkeys((form, form.upper())):
            known = forms[shape] if len(shape) >= MINIMUM - 1 else []
            if all(
                k.entity is not candidate.entity or k.name.part("forename") != candidate.name.part("forename")
                for k in known
            ):
                known.append(candidate)


def without_homographs(forms: dict[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """Let a woman's name in an oblique case yield to the man's of the same form (`Хрущеву`: to Хрущёв)."""
    for form, candidates in forms.items():
        men = [c for c in candidates if c.entity.sex != "F"]
        women = [c for c in candidates if c.entity.sex == "F" and not c.short]
        if men and women and is_cyrillic(form):
            forms[form] = [
                c
                for c in candidates
                if c not in women or any(form.lower() == s.lower() for s in c.name.part("surname"))
            ]
    return forms


def is_cyrillic(text: str) -> bool:
    """Tell whether the first letter is Cyrillic."""
    return any("Ѐ" <= c <= "ӿ" for c in text[:2])


@lru_cache(maxsize=1)
def not_alone() -> frozenset[str]:
    """Give the words, folded, that are a surname only with something before them: months, titles, function words."""
    months = {word for row in table("months") for word in row["en"].split("|")}
    titles = {row["title"] for row in table("titles")}
    return frozenset(word.casefold() for word in (*months, *titles, *function_words()))


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Give the words that begin with a capital for other reasons than being a name."""
    return frozenset(row["word"] for row in table("function_words"))


@lru_cache(maxsize=8)
def forenames(authority: Authority) -> frozenset[str]:
    """Give all forenames of an authority, folded."""
    return frozenset(f.casefold() for e in authority.of("person") for n in e.names for f in n.part("forename"))
