"""Who is meant by a role: the holder whom the document names, else the person whose names in the authority say it.

`the Ambassador` is the ambassador named last before it, or the only one whom the document names.  Of several
persons whom a style fits in the authority, it is the one whom more phrases of the document can mean than any other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from teilegram.model import Authority, Cert, Entity
from teilegram.names.grammar.roles import Role, bodies, concepts, of_roles, plainly, words
from teilegram.names.grammar.titles import last_word
from teilegram.names.linking.decide import Link
from teilegram.names.linking.incumbents import reigning
from teilegram.names.linking.offices import realms_in
from teilegram.names.linking.terms import in_office
from teilegram.names.linking.times import Period, excluded
from teilegram.names.variants.spelling import plainly as spelt

AROUND = 90
"""How far before or behind a name the words of its office may stand, in characters."""
SMALL = "of|to|in|for|at|and|the|our|your|his|her|former|then|late"
SMALL_WORDS = frozenset(SMALL.split("|"))
WORDS = rf"(?:[A-Z][\w'-]*,? |(?:{SMALL}),? )"
BEFORE = re.compile(rf"(?<!\w)(?:[A-Z][\w'-]*|{SMALL}),?$")
GONE = 10
"""Years after which the dead are no more spoken of by a style or an office alone."""
MOST = 12
"""Words of an office at most."""
AFTER = re.compile(rf", {WORDS}{{0,8}}[A-Z][\w'-]*")
"""The words of an office at a name: those with a capital, and the small ones that hold them together."""
CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]+")
OTHERS = re.compile(r"\b(?:to|from|and|by|with|for) (?=(?:the|our|your|his|her)\b)")
"""What parts two offices: `from the Secretary of State to the Resident`."""


class Held(NamedTuple):
    """An office that the document gives to somebody, and who that is: an entry, a surname, or nobody named."""

    says: frozenset[str]
    entity: Entity | None
    who: str
    named: bool = False


class Meant(NamedTuple):
    """A role, whom it means if that is known, and how sure that is."""

    role: Role
    entity: Entity | None
    cert: Cert
    rule: str
    rivals: tuple[Entity, ...] = ()


class Setting(NamedTuple):
    """What a role is decided by besides the other roles: the reading, when it was written, whom and what it names.

    `heading` is the person whom its heading names, `named` counts the mentions of each, `realms` are the document's.
    """

    text: str
    authority: Authority
    when: Period
    heading: Entity | None
    named: Counter[str]
    realms: frozenset[str]


def held(text: str, links: Iterable[Link]) -> list[Held]:
    """List the offices that stand at names: in the title, before it, or behind it after a comma."""
    found = []
    for one in links:
        m = one.mention
        before = words_before(text, m.start)
        inside = [text[a:b] for a, b, element in m.parts if element == "roleName"]
        after = AFTER.match(text, m.end)
        said = saying(" ".join((OTHERS.split(before)[-1], *inside, after[0] if after else "")))
        if any(kind == "office" for kind in said.values()):
            surname = next((text[a:b] for a, b, element in m.parts if element == "surname"), "")
            who = one.entity.ref if one.entity else spelt(surname) or surname.casefold()
            says = frozenset({*said, *bodies(" ".join((before, *inside, after[0] if after else "")))})
            found.append(Held(says, one.entity, who, named=True))
    return found


def words_before(text: str, at: int) -> str:
    """Give the words directly before an offset of which an office may consist.

    >>> words_before("he told (the Soviet Minister of Trade Orlov", 38)
    'the Soviet Minister of Trade '
    """
    last = last_word(text, at)
    if last.islower() and last not in SMALL_WORDS:
        return ""
    kept: list[str] = []
    tokens = text[max(0, at - AROUND) : at].split(" ")
    for token in reversed(tokens[:-1] if not tokens[-1] else ()):
        word = BEFORE.search(token)
        if not word or len(kept) == MOST:
            break
        kept.append(word[0] + " ")
        if word.start():
            break
    return "".join(reversed(kept))


def saying(phrase: str) -> dict[str, str]:
    """Give what the words of a phrase say of a role, with the kind of each."""
    known = (concept(word) for word in CAPITALISED.findall(phrase))
    return {concept: kind for concept, kind, _ in (k for k in known if k)}


@lru_cache(maxsize=4096)
def concept(word: str) -> tuple[str, str, str] | None:
    """Give what one word says of a role, if anything."""
    return concepts().get(plainly(word))


def headed(text: str, links: Iterable[Link]) -> Entity | None:
    """Give the only person whom the first line of a document names: whose paper it is, an office alone may sign it."""
    end = text.find("\n", len(text) - len(text.lstrip()))
    found = {one.entity.ref: one.entity for one in links if one.mention.end <= end and one.entity}
    return next(iter(found.values())) if len(found) == 1 else None


def setting(
    text: str, links: list[Link], found: list[Role], *, authority: Authority, when: Period, title: str
) -> Setting:
    """Gather what roles are decided by; `title` is the catalogue's, which names realms as well."""
    named = Counter(one.entity.ref for one in links if one.entity)
    realms = frozenset(r for role in found for r in realms_in(text[role.start : role.end]))
    return Setting(text, authority, when, headed(text, links), named, realms | realms_in(title))


def meant(found: list[Role], offices: list[Held], around: Setting) -> list[Meant]:
    """Decide every role of a document."""
    index, heading = of_roles(around.authority), around.heading
    alike = {(role.says, role.sex, role.office or role.signed): role for role in found}
    borne = {
        key: [e for e in bearers(role, index) if not excluded(e, around.when, GONE)] for key, role in alike.items()
    }
    able = [borne[role.says, role.sex, role.office or role.signed] for role in found]
    votes: Counter[str] = Counter()
    for says in {(role.says, role.sex): {e.ref for e in who} for role, who in zip(found, able, strict=True)}.values():
        votes.update(dict.fromkeys(says, 1))
    by_office = holders([*offices, *nameless(found, offices)])
    first: dict[str, list[Entity]] = defaultdict(list)
    for one in decided(found, able, votes, by_office, last={}, around=around):
        if one.entity and not one.role.office and all(e is not one.entity for e in first[one.role.sex]):
            first[one.role.sex].append(one.entity)
    only = {sex: who[0] for sex, who in first.items() if sex and len(who) == 1}
    if heading:
        only["heading"] = heading
    return decided(found, able, votes, by_office, last=only, around=around)


def nameless(found: list[Role], offices: list[Held]) -> Iterator[Held]:
    """Yield the offices of a realm that nobody named holds: where there is a Soviet Ambassador too, there are two."""
    for role in found:
        if role.office and role.says & kinds("realm") and not any(role.says <= h.says for h in offices):
            yield Held(role.says, None, " ".join(sorted(role.says)))


def holders(offices: list[Held]) -> dict[str, list[Held]]:
    """Sort holders by office."""
    found: dict[str, list[Held]] = defaultdict(list)
    for one in offices:
        for concept in one.says & kinds("office"):
            found[concept].append(one)
    return found


def decided(
    found: list[Role],
    able: list[list[Entity]],
    votes: Counter[str],
    offices: dict[str, list[Held]],
    *,
    last: dict[str, Entity],
    around: Setting,
) -> list[Meant]:
    """Decide every role by the votes that each person has; `last` is the sovereign of each sex before the first role.

    Under `heading` it has the person whom the heading names.
    """
    decisions = []
    for role, who in zip(found, able, strict=True):
        decision = office_of(role, offices) if role.office or role.signed else None
        if role.signed and not decision:
            decision = Meant(role, last.get("heading"), "low" if "heading" in last else "medium", "names.office")
        decision = decision or at_the_time(role, around) or sovereign(role, who, votes, last)
        if decision:
            if decision.entity and not role.office and role.sex:
                last[role.sex] = decision.entity
            decisions.append(decision)
    return decisions


def at_the_time(role: Role, around: Setting) -> Meant | None:
    """Give who held an office or reigned when the document was written."""
    phrase = around.text[role.start : role.end]
    if not role.office:
        found = None if role.signed else reigning(role, phrase, around.authority, around.when, around.realms)
        return Meant(role, found.entity, found.cert, "names.incumbent", found.rivals) if found else None
    if phrase[:3].casefold() != "the":
        return None
    behind = around.text[role.end : role.end + AROUND]
    one = in_office(phrase, behind, around.authority, around.when, around.named)
    return Meant(role, *one) if one else None


def bearers(role: Role, index: dict[str, tuple[tuple[Entity, frozenset[str], str], ...]]) -> list[Entity]:
    """List the persons of the authority of whom some name says all that a role says."""
    if not role.says:
        return []
    rarest = min((index.get(concept, ()) for concept in role.says), key=len)
    fit = {e.ref: e for e, says, sex in rarest if role.says <= says and (not role.sex or sex in ("", role.sex))}
    if not role.office and not role.signed:
        fit = {ref: e for ref, e in fit.items() if styled(e, role.says)}
    return list(fit.values())


@lru_cache(maxsize=4096)
def styled(entity: Entity, says: frozenset[str]) -> bool:
    """Tell whether a name of a person says all of a style and no office: a minister of His Majesty is not he."""
    said = [{concepts()[w][0] for word in words(n.text) if (w := plainly(word)) in concepts()} for n in entity.names]
    return any(says <= s and not s & kinds("office") for s in said)


@cache
def kinds(kind: str) -> frozenset[str]:
    """Give what the words of one kind say."""
    return frozenset(concept for concept, k, _ in concepts().values() if k == kind)


def office_of(role: Role, offices: dict[str, list[Held]]) -> Meant | None:
    """Give the only holder of an office whom the document names; where there are several, who is meant is a guess."""
    head = [c for c in role.says if c in offices]
    fit = [h for h in min((offices[c] for c in head), key=len) if role.says <= h.says] if head else []
    if len({h.who for h in fit}) != 1 or not any(h.named for h in fit):
        return None
    return Meant(role, fit[0].entity, "medium", "names.office")


def sovereign(role: Role, who: list[Entity], votes: Counter[str], last: dict[str, Entity]) -> Meant | None:
    """Give the person whom a style means: the one named last by one that says more, else whom most phrases can mean."""
    if not role.office and role.sex in last and (role.says <= {"majesty"} or any(e is last[role.sex] for e in who)):
        return Meant(role, last[role.sex], "medium", "names.style")
    if role.office:
        return Meant(role, who[0], "medium", "names.office") if len(who) == 1 else None
    ranked = sorted(who, key=lambda e: -votes[e.ref])
    if len(ranked) == 1 or (ranked and votes[ranked[0].ref] > votes[ranked[1].ref]):
        return Meant(role, ranked[0], "medium" if len(ranked) == 1 else "low", "names.style")
    return Meant(role, None, "medium", "names.style")
