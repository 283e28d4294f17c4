"""Offices: what a phrase or an authority says of an office, and who of an authority held which, when.

`the Soviet Foreign Minister` and `Minister of Foreign Affairs of the USSR` say the same.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from teilegram.model import Authority, Entity
from teilegram.names.grammar.roles import concepts, plainly
from teilegram.names.linking.times import Period, placed
from teilegram.vocabulary import table

UNDER = re.compile(
    r"\b(?:[Dd]eputy|[Aa]ssistant|[Uu]nder|[Vv]ice|[Cc]andidate|[Зз]аместител\w+|[Зз]ам\.)[- ]+(?:[A-Z]\w+ )?$"
)
"""What makes an office another one below it."""
FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ll]ate|[Ee]x|[Oo]ld|[Aa]cting|[Nn]ext|[Ff]uture|[Pp]revious|[Ii]nterim|[Dd]esignate|[Бб]ывш\w+)\b"
)
"""What makes of an office one that its holder at the time does not hold: `the Acting Secretary of State`."""
WORD = re.compile(r"U\.S\.(?:S\.R\.|A\.)?|U\.K\.|[^\W\d_]+")
OTHERS = (
    (re.compile(r"\bHoly Roman\b"), "austria"),
    (re.compile(r"\bReich\b|\bF[üu]e?hrer\b"), "germany"),
    (re.compile(r"\bConducator"), "romania"),
    (re.compile(r"\bDuce\b"), "italy"),
    (re.compile(r"\bCaudillo\b"), "spain"),
    (re.compile(r"\bPoglavnik\b"), "croatia"),
)
"""Words for a realm that are no word for it elsewhere, and titles that only one realm has had."""


INSTITUTION = re.compile(
    r"\b(?:Institute|Academy|Bank|University|Company|Society|Association|College|Club|Court|Senate|House|"
    r"Chamber|Assembly|Council|Congress|League|Federation|Board|Committee|Commission|Conference|Parliament|Cortes)\b"
)
"""What has a president or a director of its own, who is no realm's."""


class Office(NamedTuple):
    """Who held an office, of which realms, and when."""

    entity: Entity
    says: frozenset[str]
    realms: frozenset[str]
    term: Period


@cache
def pattern() -> re.Pattern[str]:
    """Compile the words of all offices, to find where one of them begins."""
    return re.compile("|".join(rf"(?<!\w)(?:{row['words']})(?!\w)" for row in table("office_words")), re.IGNORECASE)


@lru_cache(maxsize=8192)
def offices_in(phrase: str) -> frozenset[str]:
    """Give the offices that a phrase says, with those whose word alone may mean them too.

    >>> sorted(offices_in("Minister of Foreign Affairs of the USSR")), sorted(offices_in("Soviet Foreign Minister"))
    (['foreign-minister', 'minister'], ['foreign-minister', 'minister'])
    >>> sorted(offices_in("Deputy Minister of Foreign Affairs")), sorted(offices_in("Vice President Johnson"))
    (['under foreign-minister'], ['vice-president'])
    """
    found: set[str] = set()
    at = 0
    while m := pattern().search(phrase, at):
        best = max(matches(phrase, m.start()), key=lambda one: one[0])
        under = UNDER.search(phrase, 0, m.start())
        found |= {f"under {best[1]}"} if under else {best[1], best[2]} - {""}
        at = max(best[0], m.start() + 1)
    return frozenset(found - {"deputy"} if any(one.startswith("under ") for one in found) else found)


def matches(phrase: str, at: int) -> list[tuple[int, str, str]]:
    """List the offices whose words stand at an offset, each with where it ends and what it may be called."""
    return [(m.end(), row["office"], row["is"]) for row, words in compiled() if (m := words.match(phrase, at))]


@cache
def compiled() -> tuple[tuple[dict[str, str], re.Pattern[str]], ...]:
    """Compile the words of each office."""
    return tuple((row, re.compile(rf"(?:{row['words']})(?!\w)", re.IGNORECASE)) for row in table("office_words"))


@lru_cache(maxsize=8192)
def realms_in(phrase: str) -> frozenset[str]:
    """Give the realms that a phrase names.

    >>> sorted(realms_in("Ambassador of the USSR to Cuba")), sorted(realms_in("the U.S. President"))
    (['cuba', 'russia'], ['america'])
    """
    said = (concepts().get(plainly(word)) for word in WORD.findall(phrase) if word[0].isupper())
    found = {"russia" if one[0] == "czar" else one[0] for one in said if one and one[1] == "realm"}
    return frozenset(found | {realm for words, realm in OTHERS if words.search(phrase)} - {"imperial"})


@lru_cache(maxsize=256)
def of_office(authority: Authority, office: str) -> tuple[Office, ...]:
    """List who held an office according to the authority; only titles that have a word for it are looked at closely."""
    said = [words for row, words in compiled() if office.removeprefix("under ") in (row["office"], row["is"])]
    able = (
        e
        for e in authority.of("person")
        if any(words.search(f"{o.title} {o.org}") for o in e.offices for words in said)
    )
    return tuple(one for entity in able for one in held_by(entity) if office in one.says)


def held_by(entity: Entity) -> list[Office]:
    """List the offices of a person."""
    said = [(f"{o.title} {o.org}", (o.start, o.end)) for o in entity.offices]
    return [
        Office(entity, says, realms_in(text), term)
        for text, term in said
        if (says := offices_in(text)) and not (says == {"president"} and INSTITUTION.search(text))
    ]


def standing(entity: Entity, says: frozenset[str], realms: frozenset[str], when: Period) -> int:
    """Tell how well a person fits an office at a date: 4 in office, 3 at some time, 2 before, 1 later, 0 never."""
    best = 0
    for one in held_by(entity):
        if one.says & says and (not realms or not one.realms or realms & one.realms):
            best = max(best, {"at": 4, "": 3, "before": 2, "after": 1}[placed(one.term, when)])
    return best
