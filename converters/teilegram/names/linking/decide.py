"""Linking: of all whom a name may mean, the one whom this document means, and how sure that is.

A forename or initial that leaves one candidate decides.  A bare surname that several share goes to the one
whom the authority says it denotes by itself, else to the one whom the document names in full most often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from teilegram.model import Cert, Entity
from teilegram.names.persons import Mention

GUESSED = frozenset({"names.misspelt", "names.spelling"})
"""Rules that take another spelling for the name."""


class Link(NamedTuple):
    """Whom a mention means: the best candidate, certainty, rule, and the rivals that were not chosen."""

    mention: Mention
    entity: Entity | None
    cert: Cert | None
    rule: str
    rivals: tuple[Entity, ...]


def link(mentions: Iterable[Mention]) -> Iterator[Link]:
    """Decide every mention of one document, in order."""
    everyone = list(mentions)
    named = Counter(who[0].ref for m in everyone if m.parts and len(who := distinct(m)) == 1)
    for m in everyone:
        yield decide(m, named)


def decide(m: Mention, named: Counter[str]) -> Link:
    """Decide one mention; a bare surname is sure where the document has it with a forename or a title as well."""
    who = distinct(m)
    if m.how and len(who) == 1:
        return Link(m, who[0], "medium" if m.how in GUESSED or not named[who[0].ref] else "high", m.how, ())
    if not who:
        return Link(m, None, m.cert, m.how or "names.unknown", ())
    if len(who) == 1:
        return only(m, who[0], named)
    usual = [c.entity for c in m.candidates if c.short]
    ranked = sorted(who, key=lambda e: (-(e in usual), -named[e.ref], e.ref))
    best, rivals = ranked[0], tuple(ranked[1:])
    if best in usual:
        return Link(m, best, "high", "names.usual", ())
    if named[best.ref] > named[rivals[0].ref]:
        return Link(m, best, "medium", "names.context", rivals)
    return Link(m, best, "low", "names.rivals", rivals)


def only(m: Mention, entity: Entity, named: Counter[str]) -> Link:
    """Say how sure the link to the only candidate is."""
    if m.given and all(c.short or c.name.part("forename") for c in m.candidates):
        return Link(m, entity, None, "names.full", ())
    if all(c.how == "system" for c in m.candidates):
        return Link(m, entity, "medium", "names.transliterated", ())
    if any(c.short for c in m.candidates):
        return Link(m, entity, "high", "names.short", ())
    return Link(m, entity, "high" if named[entity.ref] else "medium", "names.surname", ())


def distinct(m: Mention) -> list[Entity]:
    """List the different entities among a mention's candidates."""
    return list({c.entity.ref: c.entity for c in m.candidates}.values())
