"""`Countess Ilona`, `Sir Edmund`, `Frau Hertha`: behind some titles stands a forename, and it may leave one person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teilegram.folding import folded
from teilegram.model import Authority
from teilegram.names.grammar.forenames import of_forenames
from teilegram.names.grammar.titles import agrees
from teilegram.names.lexicon import Candidate, of_persons
from teilegram.names.persons import Mention
from teilegram.names.variants.given import sex

BEFORE_FORENAMES = re.compile(
    r"(?:(?:sir|lady|prince|princess|count|countess|baron|baroness|baronin|gräfin|fürst|graf|grand duke|duke|archduke|"
    r"duchess|frau|fräulein|miss|mrs\.?|madame|mademoiselle|herr|pan|pani|regent)(?: |$))+",
    re.IGNORECASE,
)
"""Titles behind which a forename may stand alone."""


def by_forename(text: str, mentions: Iterable[Mention], authority: Authority) -> Iterator[Mention]:
    """Yield the mentions; a stranger with a title and a word that is the forename of one person only is that person.

    Where somebody has it for a surname, or the document has persons of two such forenames, it stays a stranger.
    """
    for m in mentions:
        found = meant(text, m, authority) if not m.candidates and not m.how else ()
        if found:
            (title, (start, end, _)) = m.parts
            yield m._replace(
                candidates=found,
                parts=(title, (start, end, "forename")),
                given=(text[start:end],),
                how="names.forename",
            )
        else:
            yield m


def meant(text: str, m: Mention, authority: Authority) -> tuple[Candidate, ...]:
    """Give the one person whom a title and a forename leave."""
    if [element for _, _, element in m.parts] != ["roleName", "surname"]:
        return ()
    (a, b, _), (start, end, _) = m.parts
    title, word = text[a:b], folded(text[start:end])
    if not BEFORE_FORENAMES.fullmatch(title) or word in of_persons(authority).forms:
        return ()
    who = of_forenames(authority).get(word.casefold(), ())
    fit = {c.entity.ref: c for c in who if agrees(title, sex(c.entity))}
    return tuple(fit.values()) if len(fit) == 1 else ()
