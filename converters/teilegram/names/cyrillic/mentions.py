"""The persons of a Russian text, whom no authority needs to know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.model import Cert
from teilegram.names.cyrillic.alone import Alone, forename_alone, listed, possible, surnames_alone
from teilegram.names.cyrillic.declension import agree, plain
from teilegram.names.cyrillic.lexicon import no_surname, others, roles
from teilegram.names.cyrillic.openers import VERBAL, common
from teilegram.names.cyrillic.phrases import Found, known, may_be_surname, names_in, namesake
from teilegram.names.cyrillic.roles import addressed, office_before, role_before
from teilegram.names.cyrillic.settings import in_thing, local, particle_before, word_before
from teilegram.names.cyrillic.surnames import cases_of, genitive, key, shape
from teilegram.names.cyrillic.words import Word, each, is_russian, lowered, runs
from teilegram.names.grammar.titles import title_before
from teilegram.names.persons import Mention
from teilegram.offsets import Reading
from teilegram.vocabulary import table

PLURAL = ("ых", "их")
OF_SEVERAL = re.compile(r" (?:[а-яё-]+(?:ых|их|ов)|сил|войск|дел|наук|партий|организаций)(?!\w)")
"""What an adjective in the plural belongs to, and no surname as `Черных`."""
SMALL = re.compile(r"(?<![\w-])[а-яё]{3,}")
PAST = ("л", "ла", "ли", "лся", "лась", "лись")


def cyrillic_mentions(text: Reading) -> Iterator[Mention]:
    """Yield the persons that a Russian text names, in its order, without candidates of an authority.

    >>> from teilegram.offsets import reading
    >>> s = "Приехал Фёдор Шаляпин. Шаляпина встречал Н. С. Орлов; маршал Бирнч молчал на улице Горького."
    >>> [s[m.start:m.end] for m in cyrillic_mentions(reading(s, 0, len(s), ()))]
    ['Фёдор Шаляпин', 'Шаляпина', 'Н. С. Орлов', 'маршал Бирнч']
    """
    if not is_russian(text.text):
        return
    full: list[tuple[Found, str]] = []
    alone: list[Alone] = []
    for run in runs(text.text):
        divide(text.text, lowered(text.text, run), full, alone)
    yield from sorted(
        mention(text.text, found, rule) for found, rule in (*full, *by_themselves(text.text, full, alone))
    )


def by_themselves(text: str, full: list[tuple[Found, str]], alone: list[Alone]) -> Iterator[tuple[Found, str]]:
    """Yield the names of one word, each with its rule."""
    small = frozenset(m[0] for m in each(SMALL, text))
    met = frozenset(g.name for found, _ in full for w, part in found.parts if part == "forename" for g in known(w))
    met |= {g.name for one in alone if forename_alone(text, one, small, frozenset()) for g in known(one.word)}
    licensed = frozenset(key(found.surname.cased) for found, _ in full if found.surname)
    given = {one.word for one in alone if forename_alone(text, one, small, met)}
    made = [(Found(((word, "forename"),), "", ""), "forename") for word in given]
    rest = [one for one in alone if one.word not in given]
    for word, by_full_form in surnames_alone(text, rest, licensed, small):
        made.append((Found(((word, "surname"),), "", ""), "licensed" if by_full_form else "surname"))
    taken = {word for found, _ in made for word, _ in found.parts}
    spans = [(f.parts[0][0].start, f.parts[-1][0].end, (f.surname or f.parts[-1][0]).cased) for f, _ in (*full, *made)]
    rest = [one for one in rest if one.word not in taken]
    yield from made
    yield from ((Found(((word, "surname"),), "", ""), "list") for word in listed(text, rest, spans))


def divide(text: str, run: list[Word], full: list[tuple[Found, str]], alone: list[Alone]) -> None:
    """Divide a run into names in full, names after a rank or trade, and words that stand by themselves."""
    taken = [False] * len(run)
    for first, end, found in names_in(run):
        if not of_a_thing(text, found, run[first], run[end - 1]):
            full.append((found, "full"))
        taken[first:end] = [True] * (end - first)
    for at, word in enumerate(run):
        if taken[at] or word.initial or word.cased.lower() in roles():
            continue
        if word.cased in others() and not addressed(text, word.start):
            if namesake(word):
                alone.append(Alone(word, word.opens))
            continue
        after = run[at + 1] if at + 1 < len(run) and not taken[at + 1] else None
        named = titled(text, word, after)
        if named:
            full.append((named, "role"))
            taken[at : at + len(named.parts)] = [True] * len(named.parts)
        elif strangers(text, run, at, after):
            full.append((Found(((word, "forename"), (run[at + 1], "surname")), "", ""), "two-words"))
            taken[at] = taken[at + 1] = True
        else:
            alone.append(Alone(word, word.opens))


def of_a_thing(text: str, found: Found, first: Word, last: Word) -> bool:
    """Tell whether a name in full is that of a street, a ship, a film, or part of it."""
    governed = genitive(found.surname.cased) if found.surname else "g" in found.cases
    return in_thing(text, first.start, last.end, genitive=governed) or (
        first.quoted and text[last.end : last.end + 1] in ("»", '"', "“")
    )


def titled(text: str, word: Word, after: Word | None) -> Found | None:
    """Read a name of one or two words after a rank, an office or a trade."""
    if word.capitals or not possible(text, word) or of_institution(text, word):
        return None
    name = word.cased
    start = particle_before(text, word.start)
    if not (start < word.start or role_before(text, start, name) or office_before(text, start, name)):
        return None
    if after and no_surname(after.cased) and not known(word) and not shape(word.cased):
        return None
    if after and may_be_surname(after) and not after.capitals and after.cased.lower() not in roles():
        return Found(((word, "forename"), (after, "surname")), "", "")
    return Found(((word, "surname"),), "", "")


def of_institution(text: str, word: Word) -> bool:
    """Tell whether a capitalised word after an office begins what the office is of: `Революционных вооружённых сил`.

    >>> s = "министром Революционных вооружённых сил, генерал Черных прибыл"
    >>> [of_institution(s, run[-1]) for run in runs(s)]
    [True, False]
    """
    by_suffix = no_surname(word.cased) and word.cased not in others()
    return by_suffix or (word.cased.endswith(PLURAL) and OF_SEVERAL.match(text, word.end) is not None)


def strangers(text: str, run: list[Word], at: int, after: Word | None) -> bool:
    """Tell whether two capitalised words that no table knows are a foreigner's name: `Бин Лин`."""
    word = run[at]
    return bool(
        after
        and not common(word)
        and not common(after)
        and not (
            word.opens
            and (VERBAL.fullmatch(word.cased.lower()) or word.cased.endswith(("о", "е", "ы", "у", "ю", *PAST)))
        )
        and not word.capitals
        and not after.capitals
        and len(run) <= at + 2
        and (at == 0 or (at == 1 and run[0].opens and (run[0].cased.endswith(PAST) or common(run[0]))))
        and may_be_surname(after)
        and not word.quoted
        and not shape(word.cased)
        and any(agree(cases_of(word.cased, sex), cases_of(after.cased, sex)) for sex in "MF")
        and not word.cased.endswith(("ый", "ая", "ое", "ые", "ого", "ому", "ых", "ий", "ую", "ой"))
        and possible(text, after)
        and not local(text, word.start)
        and not in_thing(text, word.start, after.end)
    )


@cache
def last_words() -> frozenset[str]:
    """Give the words with which the titles end, in small letters."""
    return frozenset(row["title"].split()[-1].lower() for row in table("titles"))


def mention(text: str, found: Found, rule: str) -> Mention:
    """Make the mention of a name, the title before it taken in."""
    words = [word for word, _ in found.parts]
    start, end = words[0].start, words[-1].end
    parts: list[tuple[int, int, str]] = []
    for word, part in found.parts:
        joined = bool(parts) and word.initial and text[parts[-1][1] - 1] == "."
        parts = [*parts[:-1], (parts[-1][0], word.end, part)] if joined else [*parts, (word.start, word.end, part)]
    if found.parts[0][1] == "surname":
        start = particle_before(text, start)
    before = word_before(text, start).lower()
    title = title_before(text, start) if before in last_words() else None
    role = None if title or plain(before) not in roles() else role_before(text, start, words[-1].cased, found.sex)
    if role and role[1].title == "yes":
        title = role[0], start - 1
    if title:
        start = title[0]
        parts.append((*title, "roleName"))
    given = tuple(word.text for word, part in found.parts if part == "forename")
    shown = tuple(sorted(parts)) if len(parts) > 1 or found.parts[0][1] == "forename" else ()
    return Mention(start, end, (), shown, given, f"names.cyrillic.{rule}", CERT[rule])


CERT: dict[str, Cert] = {
    "full": "medium",
    "role": "medium",
    "licensed": "medium",
    "list": "low",
    "forename": "low",
    "surname": "low",
    "two-words": "low",
}
