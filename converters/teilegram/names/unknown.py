"""Persons whom no authority knows: what the form alone shows.

Initials with a surname (`D. Yudelevich`), a title or an office with a name (`Mr. Gigurtu`, `Minister Vukotić`), a
common forename with a surname (`Milan Vukotić`).  `Senior Inspector Sokolovskaya` is left alone: a lower-case or
unlisted role proves nothing.  Such a `persName` has no `@ref` and is proposed for the authority.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from teilegram.names.beside import unknown_forename
from teilegram.names.gazetteer import table_entry
from teilegram.names.grammar.registers import is_surname as is_shouted_surname
from teilegram.names.grammar.titles import last_word, title_before
from teilegram.names.in_full import in_full
from teilegram.names.lexicon import not_alone
from teilegram.names.persons import Mention, is_of_thing
from teilegram.names.shape import PARTICLES, PLAIN, SURNAME, divided, no_surnames, personal, ranks, titles, trimmed
from teilegram.names.variants.forenames import abbreviated, is_common
from teilegram.names.variants.given import INITIAL, INITIAL_REST
from teilegram.offsets import Reading
from teilegram.vocabulary import UPPER, table, whole_words

OF_LAND = rf"(?:d'(?=[{UPPER}]))?{SURNAME}"
WITH_INITIALS = re.compile(
    rf"([A-ZА-ЯЁ](?<![\w.].){INITIAL_REST}[ -]?(?:{INITIAL} ?){{0,2}})"
    rf"({OF_LAND}(?: (?:de|du|van|von|zu) {PLAIN})?)(?!\.\w)"
)
ABBREVIATIONS = frozenset(
    {
        "U.S.",
        "U.N.",
        "U.K.",
        "U.S.S.R.",
        "D.C.",
        "P.O.",
        "A.M.",
        "P.M.",
        "U. S.",
        "U. N.",
        "N.B.",
        "U.S.S.",
        "H.M.S.",
        "Ph.D.",
        "Ph. D.",
        "Th.D.",
        "S.S.",
    }
)
"""Initials that are no person's."""
SHOUTED = rf"(?:MC|O')?[{UPPER}][{UPPER}'-]{{3,30}}(?!\w)"
NOBODY: Mapping[int, int] = {}
WRITTEN_OUT = re.compile(r"[A-Z][A-Za-z -]+")


def shows(title: str, name: str) -> bool:
    """Tell whether a title shows that the name behind it is a person's.

    >>> shows("Monsieur", "le Maire"), shows("Monsieur le Maire", "de Lyon"), shows("M. le comte", "d'Orsay")
    (False, False, True)
    >>> shows("Sister", "Anna"), shows("Sister", "Republics"), shows("Uncle", "Sam"), shows("Mr.", "Hale")
    (True, False, False, True)
    """
    only, never = personal()[title]
    first = name.split(" ", maxsplit=1)[0]
    if first.split("'")[0] in never or " ".join(name.split(" ")[:2]).casefold() in ranks():
        return False
    return is_common(first) or not only


@cache
def titled() -> re.Pattern[str]:
    """Compile the titles that only a person has, one or several, before a name of one to three words."""
    title = whole_words(personal())
    short = f"(?:{INITIAL}|{abbreviated()})"
    return re.compile(
        rf"({title})((?: {title}){{0,2}})"
        rf" ((?:{short}|{OF_LAND})(?: (?:{short} ?){{0,2}}{OF_LAND}){{0,2}})(?!\w)"
    )


@cache
def in_office() -> re.Pattern[str]:
    """Compile the offices that stand before their holder's name: `Minister Vukotić`, `King Ottokar`."""
    offices = {row["title"] for row in table("titles") if row["lang"] == "en" and WRITTEN_OUT.fullmatch(row["title"])}
    names = whole_words(offices - {"St", "Saint", "Mr", "Mrs", "Dr"})
    return re.compile(rf"({names}) ({PLAIN}|{SHOUTED})((?: {PLAIN}){{0,2}})")


def unknown(text: Reading, there: Mapping[int, int] = NOBODY) -> Iterator[Mention]:
    """Yield persons that the form alone shows; `there` gives, for where the parts of known names begin, their ends.

    >>> from teilegram.offsets import reading
    >>> s = "told Mr. Zamyatin and D. Yudelevich that Minister Vukotic and Otto Holmann"
    >>> [s[m.start:m.end] for m in unknown(reading(s, 0, len(s), ()))]
    ['Mr. Zamyatin', 'D. Yudelevich', 'Minister Vukotic', 'Otto Holmann']
    """
    found: list[Mention] = []
    for m in titled().finditer(text.text):
        if m.end() <= there.get(m.start(), 0):
            continue
        name = trimmed(m[3])
        last = max((t for t in personal() if m[2].endswith(f" {t}")), key=len) if m[2] else m[1]
        ends = {name.split()[0].casefold(), name.split()[-1].casefold()}
        named = not name.endswith((".", " le", " la", " de")) and name not in PARTICLES and shows(last, name)
        if named and not ends & titles():
            start = (title_before(text.text, m.start()) or m.span())[0]
            parts = [(start, m.end(2), "roleName"), *divided(name, m.start(3))]
            if personal()[last][0] and " " not in name:
                parts[1] = (*parts[1][:2], "forename")
            found.append(Mention(start, m.start(3) + len(name), (), tuple(parts), ()))
    for m in WITH_INITIALS.finditer(text.text):
        if not (
            acronym(m[2])
            or m[1].strip() in ABBREVIATIONS
            or m[1] == "P.S."
            or " ".join(m[2].split(" ")[:2]).casefold() in ranks()
            or is_number(text.text, m)
            or m[2].split()[-1].casefold() in not_alone()
        ):
            first = unknown_forename(text.text, m.start())
            before = [] if first is None else [(first, m.start() - 1, "forename")]
            parts = [*before, (m.start(1), m.start(1) + len(m[1].rstrip()), "forename")]
            land = m.start(2) + 2 if m[2].startswith("d'") else m.start(2)
            parts += [(m.start(2), land, "nameLink")] if land > m.start(2) else []
            parts.append((land, m.end(2), "surname"))
            start = m.start() if first is None else first
            found.append(Mention(start, m.end(), (), tuple(parts), (m[1],)))
    found += holders(text.text)
    found += in_full(text.text, there)
    yield from sorted(found)


def is_number(text: str, m: re.Match[str]) -> bool:
    """Tell whether one initial is the number of what stands before it: `Table I. Stores issued`."""
    return len(m[1].strip()) == 2 and last_word(text, m.start()).casefold() in numbered()  # noqa: PLR2004


@cache
def numbered() -> frozenset[str]:
    """Give the words that take a number after them."""
    return frozenset(row["word"] for row in table("numbered"))


def holders(text: str) -> Iterator[Mention]:
    """Yield names behind an office; a word that may be the rest of the office is none."""
    for m in in_office().finditer(text):
        name = trimmed(m[2] + m[3])
        end = m.start(2) + len(name)
        if m[2].isupper() and (m[1].isupper() or not is_shouted_surname(m[2]) or table_entry(m[2])):
            continue
        if m[2].casefold() in no_surnames() or is_of_thing(text, end):
            continue
        title = title_before(text, m.start(2)) or m.span(1)
        yield Mention(title[0], end, (), ((*title, "roleName"), *divided(name, m.start(2))), ())


def acronym(word: str) -> bool:
    """Tell whether a word in capitals is too short to be a surname in a signature (`U.S. USA`)."""
    return len(word) < 4 and word.isupper()  # noqa: PLR2004
