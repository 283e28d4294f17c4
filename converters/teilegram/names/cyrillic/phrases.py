"""Names in full: forename, patronymic and surname in either order, initials with a surname, rank or trade with a name.

`Фёдора Ивановича Шаляпина`, `Хрущев Н.С.`, `Надежда Николаевна`, `Шарль де Голль`, `кардинал Бирнч`: what
belongs together agrees in case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from teilegram.names.cyrillic.declension import ALL, agree
from teilegram.names.cyrillic.eastern import eastern, titled_by_hyphen
from teilegram.names.cyrillic.lexicon import Given, forenames, no_surname, patronymic, roles
from teilegram.names.cyrillic.openers import VERBAL, common
from teilegram.names.cyrillic.surnames import cases_of, key, shape
from teilegram.names.cyrillic.words import Word

INITIALS = 3
"""So many initials at most stand before or after a surname."""

NO_GIVEN = ("л", "ла", "ли", "лся", "лась", "лись", "но", "то", "ий", "ый", "ой", "ая", "ое", "ие", "ые")
"""Ends of verbs, adverbs and adjectives."""
PARTICIPLE = re.compile("[А-ЯЁ][а-яё]+(?:ован|[зсщдн]ан|[лнщжчзв]ен)[аоы]?")
"""What a sentence may begin with before a name: `Допрошен Борис Миронович`."""
OF_FATHER = re.compile("([А-ЯЁ][а-яё]+?)(?:ович|евич)[а-яё]{0,2}")
FATHERS = ("", "а", "я", "й", "ь", "ий", "ей", "о", "е", "л", "ил")
NAMESAKES = frozenset(
    map(
        key, ("Иванов", "Киров", "Калинин", "Куйбышев", "Молотов", "Ворошилов", "Жданов", "Пушкин", "Чапаев", "Брежнев")
    )
) | {key("Горький"), key("Грозный"), key("Фрунзе"), key("Орджоникидзе"), key("Свердлов"), key("Устинов")}
"""What the case forms of surnames have in common that are towns as well."""


class Found(NamedTuple):
    """A name: its words by part, whose it is (M, F or not known), and the cases it can be."""

    parts: tuple[tuple[Word, str], ...]
    sex: str
    cases: str

    @property
    def surname(self) -> Word | None:
        """The surname, if it has one."""
        return next((word for word, part in self.parts if part == "surname"), None)


def known(word: Word) -> tuple[Given, ...]:
    """Give the readings of a word as a forename."""
    return forenames().get(word.cased, ())


def may_be_surname(word: Word) -> bool:
    """Tell whether a word may be a surname beside a forename or initials: no place, no institution, no initial."""
    return not word.initial and len(word.text) > 1 and (not no_surname(word.cased) or namesake(word))


def namesake(word: Word) -> bool:
    """Tell whether a town bears the name of a person: `Калинин`, `Куйбышев`, `Горький`."""
    return key(word.cased) in NAMESAKES


def names_in(run: list[Word]) -> Iterator[tuple[int, int, Found]]:
    """Yield the full names in a run of capitalised words as (first, past the last, name), left to right."""
    at = 0
    while at < len(run):
        found = (
            from_east(run, at)
            or from_forename(run, at)
            or from_initials(run, at)
            or from_surname(run, at)
            or from_given(run, at)
        )
        if found:
            yield at, at + len(found.parts), found
            at += len(found.parts)
        else:
            at += 1


def from_east(run: list[Word], at: int) -> Found | None:
    """Read a name that begins with its family name: `Чан Кай-ши`."""
    words = eastern(run, at)
    given = tuple((word, "forename") for word in run[at + 1 : at + words])
    return Found(((run[at], "surname"), *given), "M", ALL) if words else None


def from_forename(run: list[Word], at: int) -> Found | None:
    """Read forename, patronymic or initials, and surname, from a forename on; a forename alone is not decided here."""
    best: Found | None = None
    for given in known(run[at]):
        parts = [(run[at], "forename")]
        cases = given.cases
        for next_at in range(at + 1, min(at + 4, len(run))):
            word = run[next_at]
            more = more_given(word, given.sex, cases)
            if not (more and (patronymic(word.cased) or word.initial or surname_follows(run, next_at))):
                break
            parts.append((word, "forename"))
            cases = "".join(c for c in cases if c in more)
        after = run[at + len(parts)] if at + len(parts) < len(run) else None
        if after and (may_be_surname(after) or by_case(after, cases)):
            fit = "".join(c for c in cases_of(after.cased, given.sex) if c in cases)
            last = run[at + len(parts) + 1] if at + len(parts) + 1 < len(run) else None
            if fit and last and titled_by_hyphen(after) and may_be_surname(last):
                parts.append((after, "forename"))
                after = last
            if fit:
                parts.append((after, "surname"))
                cases = fit
        if len(parts) == 2 and fathers_unknown(parts[1][0]):  # noqa: PLR2004
            parts[1] = (parts[1][0], "surname")
        if len(parts) > 1 and (best is None or len(parts) > len(best.parts)) and not parts[-1][0].initial:
            best = Found(tuple(parts), given.sex, cases)
    return best


def fathers_unknown(word: Word) -> bool:
    """Tell whether a word like a patronymic has in it no forename that the tables know: `Мичкович`."""
    m = OF_FATHER.fullmatch(word.cased)
    stems = (m[1], m[1][:-1], m[1][:-2]) if m else ()
    return bool(stems) and not any(stem + end in forenames() for stem in stems for end in FATHERS)


def by_case(word: Word, cases: str) -> bool:
    """Tell whether a word that is the form of a place or thing is a surname behind a nominative: `Антон Югов`."""
    return "n" in cases and shape(word.cased) == "possessive" and word.cased.endswith(("ов", "ев", "ин"))


def surname_follows(run: list[Word], at: int) -> bool:
    """Tell whether the next word of a run may be a surname."""
    return at + 1 < len(run) and may_be_surname(run[at + 1])


def more_given(word: Word, sex: str, cases: str) -> str:
    """Give the cases in which a word goes on after a forename: a patronymic, an initial, a second forename."""
    if word.initial:
        return ALL
    said = patronymic(word.cased)
    if said:
        return said[1] if said[0] == sex and agree(said[1], cases) else ""
    return next((g.cases for g in known(word) if g.sex == sex and agree(g.cases, cases)), "")


def from_initials(run: list[Word], at: int) -> Found | None:
    """Read initials, or one forename cut short, with the surname after them: `Н.С. Хрущев`, `Григ. Петрович Лазов`."""
    end = at
    while end < len(run) and run[end].initial and end - at < INITIALS:
        end += 1
    if end == at or end == len(run) or run[end].initial or not_after_initials(run[end]):
        return None
    if end == at + 1 and patronymic(run[end].cased) and surname_follows(run, end):
        return Found(((run[at], "forename"), (run[end], "forename"), (run[end + 1], "surname")), "", ALL)
    return Found((*((w, "forename") for w in run[at:end]), (run[end], "surname")), "", ALL)


def not_after_initials(word: Word) -> bool:
    """Tell whether a word after `г.` or `С.` is a place or an abbreviation of capitals (`США`)."""
    return not may_be_surname(word) or (word.capitals and len(word.text) < 4)  # noqa: PLR2004


def from_surname(run: list[Word], at: int) -> Found | None:
    """Read a surname with what follows it: initials (`Хрущев Н. С.`), or forename and patronymic."""
    first = run[at]
    if first.initial or not may_be_surname(first) or common(first) or (patronymic(first.cased) and known(first)):
        return None
    rest = run[at + 1 : at + 1 + INITIALS]
    initials = [w for i, w in enumerate(rest) if all(x.initial for x in rest[: i + 1])]
    if initials:
        after = run[at + 1 + len(initials) :]
        if after and may_be_surname(after[0]) and not (shape(first.cased) and not shape(after[0].cased)):
            return None
        single = first.opens and not shape(first.cased) and len(initials) == 1
        return None if single else with_surname(first, initials, "", ALL)
    for given in known(rest[0]) if rest else ():
        cases = "".join(c for c in cases_of(first.cased, given.sex) if c in given.cases)
        said = patronymic(rest[1].cased) if len(rest) > 1 else None
        if cases and said and said[0] == given.sex and agree(said[1], cases):
            return None if begins_before(run, at) else with_surname(first, rest[:2], given.sex, cases)
        if cases and shape(first.cased) and len(rest) == 1 and not known(first):
            return with_surname(first, rest[:1], given.sex, cases)
    return None


def begins_before(run: list[Word], at: int) -> bool:
    """Tell whether a sentence begins with a word that belongs to no name: `Допрошен Борис Миронович Орлов`."""
    first = run[at]
    said = PARTICIPLE.fullmatch(first.cased) is not None or surname_follows(run, at + 2)
    return first.opens and not shape(first.cased) and said


def with_surname(surname: Word, given: list[Word], sex: str, cases: str) -> Found:
    """Make a name that begins with its surname."""
    return Found(((surname, "surname"), *((w, "forename") for w in given)), sex, cases)


def from_given(run: list[Word], at: int) -> Found | None:
    """Read a patronymic, or a surname that looks like one behind a forename that no table has: `Велько Мичунович`."""
    word = run[at]
    after = run[at + 1] if at + 1 < len(run) else None
    said = patronymic(after.cased) if after and not after.initial else None
    strange = not (word.initial or common(word) or word.capitals or word.cased.lower() in roles())
    if after and said and said[0] == "M" and strange and may_be_surname(word):
        low = word.cased.lower()
        if not VERBAL.fullmatch(low) and not low.endswith(NO_GIVEN) and agree(cases_of(word.cased, "M"), said[1]):
            return Found(((word, "forename"), (after, "surname")), *said)
    return from_patronymic(run, at)


def from_patronymic(run: list[Word], at: int) -> Found | None:
    """Read a patronymic that stands alone, or before a surname: `Ильич`, `Никитична Хрущева`."""
    said = patronymic(run[at].cased)
    if not said or run[at].opens:
        return None
    return Found(((run[at], "forename"),), *said)
