"""Incumbents: sovereigns and holders of high offices whom general knowledge dates, and who of an authority they are.

In a letter of 1708 `His Czarish Majesty` is Peter I, and he is the entry that a name calls `Tsar Peter I`.  What is in
the authority goes before what is generally known.  A sovereign whom the authority names only by the style (`Reine de
la Grande Bretagne`) is meant where nobody else there can be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from teilegram.folding import folded
from teilegram.model import Authority, Cert, Entity
from teilegram.names.grammar.roles import Role, concepts, of_roles, plainly, words
from teilegram.names.linking.offices import realms_in
from teilegram.names.linking.times import Period, excluded, placed
from teilegram.names.variants.given import same_given
from teilegram.vocabulary import table

ORDINAL = re.compile(r"[IVX]+(?:\|[\w]+)*")
CROWNS = frozenset({"king", "queen", "emperor", "empress", "czar", "czarina", "holiness", "leader"})
"""What a style says that not every sovereign is."""
RARE = frozenset({"emperor", "empress", "czar", "czarina", "holiness"})
"""Crowns that hardly two wear at a time."""
LEAST = 4
"""Letters of the shortest word that may be a name, and no possessive."""
NO_CROWN = frozenset({"highness", "excellency", "sultan"})


class Incumbent(NamedTuple):
    """Who held what, where and when: forenames in several languages, and the ordinal or the surname."""

    offices: frozenset[str]
    realm: str
    sex: str
    term: Period
    forenames: tuple[str, ...]
    name: str

    @property
    def crowned(self) -> bool:
        """Whether this is a sovereign, known by a forename."""
        return not self.name or bool(ORDINAL.fullmatch(self.name))


@cache
def incumbents() -> tuple[Incumbent, ...]:
    """Read the table."""
    return tuple(
        Incumbent(
            frozenset(row["office"].split("|")),
            row["realm"],
            row["sex"],
            (row["from"], row["to"]),
            tuple(row["forenames"].split("|")),
            row["name"],
        )
        for row in table("incumbents")
    )


@lru_cache(maxsize=64)
def holding(when: Period) -> tuple[Incumbent, ...]:
    """Give who held something at a date; nobody where the date is not known."""
    return tuple(one for one in incumbents() if placed(one.term, when) == "at")


class Found(NamedTuple):
    """The entry of an incumbent, if the authority has one, how sure it is, and which entries it may be besides."""

    entity: Entity | None
    cert: Cert
    rivals: tuple[Entity, ...] = ()


def reigning(role: Role, phrase: str, authority: Authority, when: Period, realms: frozenset[str]) -> Found | None:
    """Give the sovereign whom a style means at a date; `realms` are the document's.

    Nothing where general knowledge does not decide; an entry that is nobody where the authority has not got them.
    """
    if role.says & NO_CROWN or not all(when):
        return None
    able = [one for one in holding(when) if wears(one, role)]
    said = realms_of(role) | realms_in(phrase)
    fit = [one for one in able if one.realm in (said or realms)]
    if not fit and not said and role.says & RARE:
        fit = able
    return (entry(fit[0], authority) or Found(None, "medium")) if len(fit) == 1 else None


def wears(one: Incumbent, role: Role) -> bool:
    """Tell whether a style may be an incumbent's."""
    imperial = "imperial" not in role.says or bool(one.offices & RARE)
    his = not role.sex or role.sex == one.sex
    return bool(one.offices & CROWNS) and his and imperial and role.says & CROWNS <= one.offices


@cache
def realms() -> frozenset[str]:
    """Give what the words for a realm say."""
    return frozenset(concept for concept, kind, _ in concepts().values() if kind == "realm") - {"imperial", "czar"}


def realms_of(role: Role) -> frozenset[str]:
    """Give the realms that a style names: a czar is Russia's."""
    return frozenset((role.says & realms()) | ({"russia"} if "czar" in role.says else set()))


@lru_cache(maxsize=1024)
def entry(one: Incumbent, authority: Authority) -> Found | None:
    """Give the entry of an incumbent: of a sovereign one that has the name, else one that has but the style.

    Who was not alive in office is another of the name: of William Pitt, father and son, the one who was.
    """
    if not one.crowned:
        able = {e.ref: e for n in one.name.split("|") for e in of_surnames(authority).get(folded(n).casefold(), ())}
        alive = [e for e in able.values() if not excluded(e, one.term)]
        named = [e for e in alive if any(is_called(e, n, one) for n in one.name.split("|"))]
        return Found(named[0], "medium") if len(named) == 1 else None
    styled = [e for e in sovereigns(one, authority) if not excluded(e, one.term)]
    called = [e for e in styled if any(calls(n.text, one) for n in e.names)]
    nameless = [e for e in styled if is_nameless(e) and any(says_realm(n.text, one) for n in e.names)]
    ranked = sorted(called or nameless, key=crowned_names, reverse=True)
    if not ranked or (len(ranked) > 1 and crowned_names(ranked[0]) == crowned_names(ranked[1])):
        return None
    return Found(ranked[0], "medium") if called else Found(ranked[0], "low", tuple(ranked[1:]))


@lru_cache(maxsize=8)
def of_surnames(authority: Authority) -> dict[str, list[Entity]]:
    """Give for every surname, folded, who has it."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in authority.of("person"):
        for surname in {folded(" ".join(n.part("surname"))).casefold() for n in entity.names}:
            found[surname].append(entity)
    return found


def is_called(entity: Entity, surname: str, one: Incumbent) -> bool:
    """Tell whether a person has the surname, and a forename that agrees where the office holder has any (U Thant)."""
    return any(
        folded(surname).casefold() == folded(" ".join(n.part("surname"))).casefold()
        and (not any(one.forenames) or any(same_given(f, g) for f in n.part("forename")[:1] for g in one.forenames))
        for n in entity.names
    )


def sovereigns(one: Incumbent, authority: Authority) -> list[Entity]:
    """List whom the authority calls by such a crown, and of the sex."""
    found: dict[str, Entity] = {}
    index = of_roles(authority)
    for concept in (*sorted(one.offices & CROWNS), "majesty"):
        found |= {entity.ref: entity for entity, _, sex in index.get(concept, ()) if sex in ("", one.sex)}
    return list(found.values())


def saying(name: str) -> set[str]:
    """Give what a name says of roles, a czar's realm being Russia."""
    said = {concepts()[w][0] for word in words(name) if (w := plainly(word)) in concepts()}
    return said | ({"russia"} if said & {"czar", "czarina"} else set())


def realms_said(name: str) -> set[str]:
    """Give the realms that a name says."""
    named = {concept for concept, kind, _ in concepts().values() if kind == "realm"}
    return saying(name) & named - {"czar", "imperial"}


def says_realm(name: str, one: Incumbent) -> bool:
    """Tell whether a name is a crown's of the realm, and of no other: `Reine de la Grande Bretagne`."""
    return realms_said(name) == {one.realm} and bool(saying(name) & (one.offices | {"majesty"}))


def crowned_names(entity: Entity) -> int:
    """Count the names of an entry that say a crown."""
    return sum(bool(saying(n.text) & (CROWNS | {"majesty"})) for n in entity.names)


def calls(name: str, one: Incumbent) -> bool:
    """Tell whether a name is a sovereign's: `Tsar Peter I`, `Charles VI, the Holy Roman Emperor`, `Queen Anne`."""
    if realms_said(name) - {one.realm} or (saying(name) & CROWNS) - one.offices:
        return False
    plain = folded(name.replace("[", "").replace("]", ""))
    for forename in one.forenames:
        for m in re.finditer(rf"(?<!\w){re.escape(folded(forename))}(?: ([IVX]+)(?!\w))?", plain):
            if (m[1] or "") in one.name.split("|"):
                return True
    return False


def is_nameless(entity: Entity) -> bool:
    """Tell whether all names of an entry are styles, without a word that may be a forename or a surname."""
    return all(
        len([w for w in words(n.text) if w[0].isupper() and len(w) >= LEAST and plainly(w) not in concepts()]) <= 1
        and all(plainly(given) in concepts() for given in n.part("forename"))
        for n in entity.names
    )
