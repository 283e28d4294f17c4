"""Terms: an office alone, or at a surname, means who held it when the document was written.

The authority says who did; where it has no dates, general knowledge does (`data/incumbents.tsv`).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from teilegram.model import Authority, Cert, Entity
from teilegram.names.linking.incumbents import entry, holding
from teilegram.names.linking.offices import FORMER, INSTITUTION, of_office, offices_in, realms_in, standing
from teilegram.names.linking.times import Period, excluded, placed
from teilegram.names.variants.given import same_given

BEHIND = re.compile(r"(?:,? (?:of|to|in|at|for) (?:the )?(?:U\.S\.(?:S\.R\.|A\.)?|[A-Z]\w+)(?: [A-Z]\w+){0,2})*")
"""What says of which realm an office is, or to which it is sent."""
MANY = frozenset(
    {
        "minister",
        "secretary",
        "chairman",
        "ambassador",
        "envoy",
        "consul",
        "general",
        "admiral",
        "marshal",
        "captain",
        "governor",
        "senator",
        "deputy",
        "representative",
        "bishop",
        "physician",
        "merchant",
    }
)
"""Offices that several hold of one realm at a time."""


class Held(NamedTuple):
    """Who holds an office, how sure that is, by which rule, and who may do so as well."""

    entity: Entity
    cert: Cert
    rule: str
    rivals: tuple[Entity, ...] = ()


def in_office(phrase: str, behind: str, authority: Authority, when: Period, named: Counter[str]) -> Held | None:
    """Give the holder of an office that stands alone; `named` counts whom the document names.

    Where the phrase says no realm (`the President`), only somebody whom the document names is meant, and the holders
    in other realms are rivals.
    """
    if not all(when) or FORMER.search(phrase):
        return None
    complement = BEHIND.match(behind)
    whole = phrase + (complement[0] if complement and not offices_in(complement[0]) else "")
    says, realms = offices_in(whole), realms_in(whole)
    if says == {"president"} and INSTITUTION.search(whole):
        return None
    heads = says - {"minister"} or says
    who, rule = holders(heads, realms, authority, when)
    here = [e for e in who if named[e.ref]]
    if len(who) == 1 and realms and (not heads & MANY or len(realms) > 1 or here):
        return Held(who[0], "medium", rule)
    if len(here) == 1 and (len(who) == 1 or not heads & MANY):
        return Held(here[0], "medium" if len(who) == 1 else "low", rule, tuple(e for e in who if e is not here[0]))
    ranked = sorted(here, key=lambda e: -named[e.ref])
    if len(ranked) > 1 and named[ranked[0].ref] > named[ranked[1].ref] and not heads & MANY:
        return Held(ranked[0], "low", rule, tuple(e for e in who if e is not ranked[0]))
    return None


def holders(
    heads: frozenset[str], realms: frozenset[str], authority: Authority, when: Period
) -> tuple[list[Entity], str]:
    """List who held an office at a date: according to the authority, else to general knowledge."""
    known = {
        one.entity.ref: one.entity
        for head in heads
        for one in of_office(authority, head)
        if realms <= one.realms and placed(one.term, when) == "at" and not excluded(one.entity, when)
    }
    if known:
        return list(known.values()), "names.term"
    return generally(heads, realms, authority, when), "names.incumbent"


def generally(says: frozenset[str], realms: frozenset[str], authority: Authority, when: Period) -> list[Entity]:
    """List whom of an authority general knowledge has in an office at a date."""
    able = [one for one in holding(when) if one.offices & says and realms <= {one.realm} and not one.crowned]
    found = [made.entity for one in able if (made := entry(one, authority))]
    return list({e.ref: e for e in found if e}.values())


def of_term(phrase: str, who: list[Entity], authority: Authority, when: Period) -> list[Entity]:
    """Give those of a surname who fit an office best: who held it at the date, else at some time, else before.

    Nobody where the phrase says no office that one of them had.
    """
    says, realms = offices_in(phrase), realms_in(phrase)
    if not says:
        return []
    fit = {e.ref: standing(e, says, realms, when) for e in who}
    best = max(fit.values(), default=0)
    if best > 1:
        return [e for e in who if fit[e.ref] == best]
    general = {e.ref for e in generally(says, realms, authority, when)}
    return [e for e in who if e.ref in general]


def of_crown(forename: str, who: list[Entity], authority: Authority, when: Period) -> list[Entity]:
    """List those of a forename who reigned at a date according to general knowledge."""
    able = [one for one in holding(when) if one.crowned and any(same_given(forename, f) for f in one.forenames)]
    refs = {made.entity.ref for one in able if (made := entry(one, authority)) and made.entity} if forename else set()
    return [e for e in who if e.ref in refs]
