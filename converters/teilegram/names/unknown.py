"""Persons whom no authority knows: initials with a surname, or a title with a name.

`D. Yudelevich`, `Mr. Gigurtu`, `Senior Inspector Sokolovskaya` is left alone: a lower-case or unlisted role
proves nothing.  Such a `persName` has no `@ref` and is proposed for the authority.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.names.lexicon import not_alone
from teilegram.names.persons import INITIAL, Mention
from teilegram.offsets import Reading
from teilegram.vocabulary import table

SURNAME = r"(?:(?:von|van|de|der|del|di|la|le) )*(?:[DO]')?[^\W\d_a-zа-яё][^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,3}(?!\w)"
WITH_INITIALS = re.compile(rf"(?<![\w.])((?:{INITIAL} ?){{1,3}})({SURNAME})(?!\.\w)")
ABBREVIATIONS = frozenset({"U.S.", "U.N.", "U.K.", "U.S.S.R.", "D.C.", "P.O.", "A.M.", "P.M.", "U. S.", "U. N."})
"""Initials that are no person's."""
PERSONAL = (
    "Mr.",
    "Mrs.",
    "Ms.",
    "Miss",
    "Comrade",
    "comrade",
    "comr.",
    "Dr.",
    "Mr",
    "Mrs",
    "Herr",
    "Frau",
    "тов.",
    "товарищ",
    "товарищу",
    "г-н",
    "г-на",
    "Senator",
    "Prof.",
    "Professor",
    "Admiral",
    "Colonel",
    "Captain",
    "Marshal",
    "Prince",
    "Baron",
)


@cache
def titles() -> frozenset[str]:
    """Give all titles, folded: words that stand for a role and never for a surname."""
    return frozenset(row["title"].casefold() for row in table("titles"))


@cache
def titled() -> re.Pattern[str]:
    """Compile the titles that only a person has, before a name of one to three words."""
    titles = "|".join(re.escape(t) for t in PERSONAL)
    return re.compile(rf"(?<![\w-])({titles}) ((?:{SURNAME}|[A-ZА-ЯЁ]\.)(?: (?:{SURNAME})){{0,2}})(?!\w)")


def unknown(text: Reading) -> Iterator[Mention]:
    """Yield persons that the form alone shows.

    >>> from teilegram.offsets import reading
    >>> s = "told Mr. Zamyatin and D. Yudelevich"
    >>> [s[m.start:m.end] for m in unknown(reading(s, 0, len(s), ()))]
    ['Mr. Zamyatin', 'D. Yudelevich']
    """
    found = [
        Mention(m.start(), m.end(), (), ((*m.span(1), "roleName"), (*m.span(2), "surname")), ())
        for m in titled().finditer(text.text)
        if m[2].split()[0].casefold() not in titles()
    ]
    for m in WITH_INITIALS.finditer(text.text):
        if not (acronym(m[2]) or m[1].strip() in ABBREVIATIONS or m[2].casefold() in not_alone()):
            initials = (m.start(1), m.start(1) + len(m[1].rstrip()))
            found.append(Mention(m.start(), m.end(), (), ((*initials, "forename"), (*m.span(2), "surname")), (m[1],)))
    yield from sorted(found)


def acronym(word: str) -> bool:
    """Tell whether a word in capitals is too short to be a surname in a signature (`U.S. USA`)."""
    return len(word) < 4 and word.isupper()  # noqa: PLR2004
