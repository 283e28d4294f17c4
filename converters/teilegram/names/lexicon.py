"""The lexicon: every form under which an authority's entities may stand in a text, made once when it is loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from teilegram.eastern import called
from teilegram.folding import folded, written_out
from teilegram.model import Authority, Cert, Entity, Name
from teilegram.names.russian import cases
from teilegram.names.variants.forenames import is_common, is_double
from teilegram.names.variants.order import turned
from teilegram.names.variants.slavic import cyrillic, latin
from teilegram.offsets import FOLD
from teilegram.vocabulary import table

MINIMUM = 3
"""A bare surname shorter than this is not looked for without something before it."""

ARTICLES = frozenset({"La", "Le", "Les", "Du", "De", "Della", "Di", "Von", "Van"})
"""What a surname may begin with, and a title or a forename before it leaves apart: `General de la Marre`."""


class Candidate(NamedTuple):
    """What a form may mean: an entity, by which of its names, and whether the form says it all (`short`)."""

    entity: Entity
    name: Name
    short: bool
    how: str = ""
    """Nothing where the authority has the form, else how it was made of one: `system`, `titled`, `turned`, `called`."""


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

    def __init__(self, forms: dict[str, list[Candidate]], base: Lexicon | None = None) -> None:
        self.forms = forms
        self._base = base
        """A lexicon all of whose forms are among these, and whose matcher need not be made again."""
        self._keys = [form for form in forms if form not in base.forms] if base else list(forms)
        self._matcher: Any = None

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the longest forms that stand in `text` as whole words, left to right, without overlap."""
        text = folded_once(text)
        done = 0
        for start, minus_end, form in sorted(self.whole_words(text)):
            if start >= done:
                done = -minus_end
                yield Hit(start, done, tuple(self.forms[form]))

    def whole_words(self, text: str) -> list[tuple[int, int, str]]:
        """List the forms that stand as words in a folded text: where each begins, and with a minus where it ends."""
        found = self._base.whole_words(text) if self._base else []
        if not self._keys:
            return found
        if self._matcher is None:
            from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - only a text with an authority needs it

            self._matcher = AhoCorasick(self._keys)
        return found + [
            (start, -end, self._keys[key])
            for key, start, end in self._matcher.find_matches_as_indexes(text, overlapping=True)
            if is_word(text, start, end) or is_plural(text, start, end)
        ]


@lru_cache(maxsize=2)
def folded_once(text: str) -> str:
    """Fold a text that several lexicons are asked about."""
    return folded(text)


def is_plural(text: str, start: int, end: int) -> bool:
    """Tell whether a word is a form with an s, as in `the Kennedys` and, before there were apostrophes, `Mr. Hallams`.

    >>> is_plural("the Kennedys", 4, 11), is_plural("Adamson", 0, 5)
    (True, False)
    """
    return (
        text[end : end + 1] == "s" != text[end - 1]
        and is_word(text, start, end + 1)
        and not text[end + 1 : end + 2].isalnum()
    )


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
    """Make the lexicon of persons: surnames in every case and spelling, and forms that say it all."""
    forms: dict[str, list[Candidate]] = defaultdict(list)
    for entity in authority.of("person"):
        cyrillic_too = any(is_cyrillic(name.text) for name in entity.names)
        for name in turned(entity.names):
            candidate = Candidate(entity, name, short=False, how="turned")
            add_surname(forms, name.part("surname")[0], candidate, spell=not cyrillic_too)
        for name in entity.names:
            surname = " ".join(name.part("surname"))
            if name.kind == "short" or is_initials(surname):
                add(forms, name.text, Candidate(entity, name, short=True))
            elif surname:
                if by_given := called(surname, " ".join(name.part("forename"))):
                    add(forms, by_given, Candidate(entity, name, short=False, how="called"))
                add_surname(forms, surname, Candidate(entity, name, short=False), spell=not cyrillic_too)
                article, _, rest = surname.partition(" ")
                if article in ARTICLES:
                    add(forms, rest, Candidate(entity, name, short=False, how="titled"))
            elif name.part("forename"):
                alone = not name.part("addName") and not name.part("genName")
                how = "" if alone else "titled"
                add(forms, " ".join(name.part("forename")), Candidate(entity, name, short=alone, how=how))
    return Lexicon(without_homographs(forms))


def is_initials(surname: str) -> bool:
    """Tell whether a name is signed with letters alone: of `E. T.` the second letter is nobody's surname."""
    return surname.endswith(".") and len(surname) < MINIMUM


def add_surname(forms: dict[str, list[Candidate]], surname: str, candidate: Candidate, *, spell: bool) -> None:
    """Enter a surname, and its spellings in other systems and in the other script unless the authority has them."""
    add(forms, surname, candidate)
    if not surname.isascii() and written_out(surname) != surname:
        add(forms, written_out(surname), candidate)
    if is_cyrillic(surname):
        russian = surname
    else:
        russian = cyrillic(surname) if spell else ""
        if russian:
            add(forms, russian, candidate._replace(how="system"))
    if russian:
        for form in latin(russian):
            add(forms, form, candidate._replace(how="system"))


@lru_cache(maxsize=8)
def of_places(authority: Authority) -> Lexicon:
    """Make the lexicon of places and organisations: every name in full."""
    forms: dict[str, list[Candidate]] = defaultdict(list)
    for entity in (*authority.of("place"), *authority.of("org")):
        for name in entity.names:
            add(forms, name.text, Candidate(entity, name, short=True))
    return Lexicon(forms)


def add(forms: dict[str, list[Candidate]], text: str, candidate: Candidate) -> None:
    """Enter a form, its Russian cases and the same in capitals; letters without diacritics find those with them."""
    form = text.translate(FOLD)
    if len(form) < MINIMUM - 1:
        return
    if is_cyrillic(form) and form != form.upper():
        for case in sorted(cases(form, candidate.entity.sex)):
            enter(forms, case, candidate)
            enter(forms, case.upper(), candidate)
        return
    plain = folded(form)
    enter(forms, plain, candidate)
    if plain != plain.upper():
        enter(forms, plain.upper(), candidate)


def enter(forms: dict[str, list[Candidate]], shape: str, candidate: Candidate) -> None:
    """Enter one shape, once for each way in which the entity bears it."""
    known = forms[shape]
    if not known:
        known.append(candidate)
        return
    given = candidate.name.part("forename")
    if all(k.entity is not candidate.entity or k.name.part("forename") != given for k in known):
        known.append(candidate)


def without_homographs(forms: dict[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """Let a woman's name in an oblique case yield to the man's of the same form (`Хрущеву`: to Хрущёв)."""
    for form, candidates in forms.items():
        if len(candidates) < 2 or not is_cyrillic(form):  # noqa: PLR2004
            continue
        men = [c for c in candidates if c.entity.sex != "F"]
        women = [c for c in candidates if c.entity.sex == "F" and not c.short]
        if men and women:
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
    titles = {row["title"] for name in ("titles", "titles_behind") for row in table(name)}
    things = {row["word"] for name in ("not_surnames", "before_names") for row in table(name)}
    return frozenset(word.casefold() for word in (*months, *titles, *things, *function_words()))


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Give the words that begin with a capital for other reasons than being a name."""
    return frozenset(row["word"] for row in table("function_words"))


@lru_cache(maxsize=8)
def forenames(authority: Authority) -> Forenames:
    """Give all forenames of an authority."""
    return Forenames(f for e in authority.of("person") for n in e.names for f in n.part("forename"))


class Forenames:
    """The forenames of an authority and the common ones; a Russian one may stand in another case."""

    def __init__(self, names: Iterable[str]) -> None:
        self.known = {folded(name).casefold() for name in names if len(name) > 1 and not name.endswith(".")}
        self.begun: dict[str, list[str]] = defaultdict(list)
        for name in self.known:
            if name > "а":
                self.begun[name[:3]].append(name)

    def has(self, word: str, same: Callable[[str, str], bool]) -> bool:
        """Tell whether a word is one; `same` compares two that begin alike."""
        low = folded(word).casefold()
        return (
            low in self.known
            or is_common(word)
            or is_double(word)
            or any(same(low, known) for known in self.begun.get(low[:3], ()))
        )
