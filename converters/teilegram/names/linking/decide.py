"""Linking: of all whom a name may mean, the one whom this document means, and how sure that is.

A forename or initial that leaves one candidate decides.  A bare surname that several share goes to the one
whom the authority says it denotes by itself, else to the one whom the document names in full most often.
A stranger whom the document names in full is nobody of the authority (`Peter Brown`, later `Brown`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from teilegram.folding import folded
from teilegram.model import Authority, Cert, Entity
from teilegram.names.capitalised import capitalised
from teilegram.names.grammar.forenames import of_forenames
from teilegram.names.grammar.titles import is_civil, sexes
from teilegram.names.linking.ages import LATE, at_name, behind, of_age, of_words
from teilegram.names.linking.gender import gender, of_kin, said_of
from teilegram.names.linking.known import EARLIER, NOBODY, SOMEBODY, Known, distinct, gathered, surname
from teilegram.names.linking.terms import of_crown, of_term
from teilegram.names.linking.times import Period, placed, unborn
from teilegram.names.linking.times import dead as gone
from teilegram.names.persons import Mention
from teilegram.names.variants.given import sex

GUESSED = frozenset({"names.misspelt", "names.spelling"})
"""Rules that take another spelling for the name."""
FORENAMES = frozenset({"names.addressed", "names.forename"})
"""Rules that have but a forename; of several who are not named in the document nobody is chosen."""
UNSURE = GUESSED | {"names.transcribed", "names.shortened", "names.initialled", "names.titled", "names.honoured"}
"""Rules that find nothing against a person, and nothing that only this person has."""
TOLD = frozenset({"names.term", "names.gender", "names.life"})
"""Rules by which something beside the surname tells who is meant."""


NAMED = re.compile(r"(?<!\w)[^\W\d_a-z][\w-]{3,}")
"""Capitalised words of some length."""
LONG = 50
"""Years after which nobody is addressed, and a surname alone is hardly that of the dead."""
OTHER = re.compile(r"\b[Aa]nother $")
"""What stands before a namesake of somebody: `raised by another Hallam`."""


class Link(NamedTuple):
    """Whom a mention means: the best candidate, certainty, rule, and the rivals that were not chosen."""

    mention: Mention
    entity: Entity | None
    cert: Cert | None
    rule: str
    rivals: tuple[Entity, ...]


def link(mentions: Iterable[Mention], text: str, authority: Authority, when: Period = ("", "")) -> Iterator[Link]:
    """Decide every mention of one document, in order; `when` is the time of its writing.

    Whom an office, a pronoun or the date gives a surname to counts as named when the others are decided.
    """
    everyone = [of_the_time(m, text, when) for m in mentions]
    known = gathered(everyone, text)
    known.authority, known.when = authority, when
    first = [*decided(everyone, known, text)]
    sure = [one for one in first if one.entity and one.rule in TOLD and one.cert != "low"]
    if not sure:
        return (yield from first)
    for one in sure:
        known.named[one.entity.ref if one.entity else ""] += 1
    known.latest.clear()
    yield from decided(everyone, known, text)


def of_the_time(m: Mention, text: str, when: Period) -> Mention:
    """Give a mention without those not born yet, and those long dead whom it addresses as one does the living."""
    if not m.candidates or not any(when):
        return m
    civil = any(element == "roleName" and is_civil(text[a:b]) for a, b, element in m.parts)
    now = civil and not LATE.search(text, max(0, m.start - 12), m.start)
    left = tuple(c for c in m.candidates if not unborn(c.entity, when) and not (now and gone(c.entity, when, LONG)))
    if left or len(left) == len(m.candidates):
        return m._replace(candidates=left)
    return m._replace(candidates=(), how="names.life", cert="medium" if m.parts else "low")


def decided(everyone: list[Mention], known: Known, text: str) -> Iterator[Link]:
    """Decide the mentions one after the other."""
    for m in everyone:
        made = decide(m, known, text)
        yield made
        if made.entity and ((m.parts and len(distinct(m)) == 1) or made.rule in TOLD):
            known.latest[made.entity.ref] = m.start


def decide(m: Mention, known: Known, text: str) -> Link:
    """Decide one mention; a bare surname is sure where the document has it with a forename or a title as well."""
    who = distinct(m)
    if m.how and len(who) == 1:
        sure = m.how not in UNSURE and known.named[who[0].ref] and not namesakes(m, who[0], known)
        return Link(m, who[0], "low" if m.cert == "low" else "high" if sure else "medium", m.how, ())
    if not who or (m.how in FORENAMES and not any(known.named[e.ref] for e in who)):
        return Link(m, None, "low" if who else m.cert, "names.rivals" if who else m.how or "names.unknown", tuple(who))
    usual = [c.entity for c in m.candidates if c.short]
    other = NOBODY if m.given or usual or any(known.forenamed[e.ref] for e in who) else known.strangers(m, text)
    if other is EARLIER:
        return Link(m, None, "medium", "names.licensed", ())
    if len(who) == 1:
        made = only(m, who[0], known)
        return made._replace(cert="low") if other is SOMEBODY else made
    if usual:
        best = min(usual, key=lambda e: (-known.named[e.ref], e.ref))
        return Link(m, best, "high", "names.usual", ())
    return among(m, who, known, text)


def namesakes(m: Mention, entity: Entity, known: Known) -> bool:
    """Tell whether the authority has others of the forename that a mention is."""
    if m.how not in FORENAMES:
        return False
    others = of_forenames(known.authority).get(folded(m.given[0] if m.given else "").casefold(), ())
    return any(c.entity is not entity for c in others)


def among(m: Mention, who: list[Entity], known: Known, text: str) -> Link:
    """Choose one of several of the same surname.

    An office at the name excludes whom the sentence names without it (`Robert Kennedy spoke with President
    Kennedy`), and is no one's whom the document does not name with it.
    """
    everyone, who = who, [e for e in who if not unborn(e, known.when)] or who
    for rule, left_of in narrowing(m, known, text):
        who = left_of(who) or who
        if len(who) == 1:
            return Link(m, who[0], "medium", rule, tuple(e for e in everyone if e is not who[0]))
    alive = living(m, who, known)
    if len(alive) == 1 and len(who) > 1:
        sure = any(element == "roleName" for _, _, element in m.parts)
        dead = tuple(e for e in everyone if e is not alive[0])
        return Link(m, alive[0], "medium" if sure else "low", "names.life", dead)
    who = alive
    office = known.office(m, text)
    apart = known.beside(m, text, office)
    left = [e for e in who if e.ref not in apart]
    if len(left) == 1 and apart:
        known.holders.setdefault((office, surname(m, text)), left[0].ref)
        return Link(m, left[0], "medium", "names.context", tuple(e for e in who if e is not left[0]))
    left = left or who
    holder = known.holders.get((office, surname(m, text))) if office else None
    ranked = sorted(left, key=lambda e: preferred(e, known, holder, text))
    best, rivals = ranked[0], tuple(e for e in who if e is not ranked[0])
    if office:
        sure = best.ref == holder
    else:
        sure = known.named[best.ref] > 2 * max(known.named[e.ref] for e in rivals) if rivals else True
        sure = sure and all(ref == best.ref for (_, s), ref in known.holders.items() if s == surname(m, text))
    if sure:
        return Link(m, best, "medium", "names.context", rivals)
    return Link(m, best, "low", "names.rivals", rivals)


def preferred(entity: Entity, known: Known, holder: str | None, text: str) -> tuple[bool, int, int, bool, int, str]:
    """Rank persons of one surname: the holder of its office, who is named most, or latest, who had an office then.

    Of those alike in this it is the one of whose offices and kin the document names more: `Mayor of Berlin`.
    """
    serves = any(placed((office.start, office.end), known.when) == "at" for office in entity.offices)
    named, latest = known.named[entity.ref], known.latest[entity.ref]
    return entity.ref != holder, -named, -latest, not serves, -mentioned(entity, text), entity.ref


@lru_cache(maxsize=1 << 12)
def mentioned(entity: Entity, text: str) -> int:
    """Count the names in what the authority says of a person, besides their own, that a document has."""
    own = {word for name in entity.names for _, part in name.parts for word in part.split()}
    return len((set(NAMED.findall(said_of(entity))) - own) & capitalised(text).keys())


def narrowing(m: Mention, known: Known, text: str) -> Iterator[tuple[str, Callable[[list[Entity]], list[Entity]]]]:
    """Yield what leaves some of several: an office at the date, a pronoun, kinship, a word for age; with its rule."""
    at = at_name(m, text)
    yield "names.term", lambda who: of_term(at, who, known.authority, known.when)
    yield "names.term", lambda who: of_words(f"{at} {behind(m, text)}", who)
    yield "names.incumbent", lambda who: of_crown(crowned(m, text), who, known.authority, known.when)
    yield "names.gender", lambda who: of_sex(who, title_sex(m, text) or gender(text, m, known.starts))
    yield "names.gender", lambda who: of_kin(who, text, m, known.starts)
    if OTHER.search(text, max(0, m.start - 10), m.start):
        yield "names.context", lambda who: [e for e in who if not known.latest[e.ref]]
    yield "names.life", lambda who: of_age(who, text[max(0, m.start - 12) : m.end], known.when)


def crowned(m: Mention, text: str) -> str:
    """Give the forename of a mention that has but a title and that: `King George`."""
    said = {element: text[a:b] for a, b, element in m.parts}
    return said["forename"] if said.keys() == {"roleName", "forename"} and not is_civil(said["roleName"]) else ""


def of_sex(who: list[Entity], whose: str) -> list[Entity]:
    """List those who may be of a sex: where women are known, one of whom nothing is known is rather a man."""
    known = [e for e in who if sex(e) == whose]
    return known if whose == "F" and known else [e for e in who if sex(e) in (whose, "")] if whose else []


def title_sex(m: Mention, text: str) -> str:
    """Give whose the title at a mention is."""
    said = {
        whose for a, b, element in m.parts if element == "roleName" for whose in sexes(text[a:b].casefold()) if whose
    }
    return said.pop() if len(said) == 1 else ""


def living(m: Mention, who: list[Entity], known: Known) -> list[Entity]:
    """Leave out the dead where a surname may be that of the living, unless the document has their forename."""
    if m.given or any(known.forenamed[e.ref] for e in who):
        return who
    return [e for e in who if not gone(e, known.when)] or who


def only(m: Mention, entity: Entity, known: Known) -> Link:
    """Say how sure the link to the only candidate is: hardly, where they were long dead."""
    if gone(entity, known.when, LONG) and not m.given and not any(c.short for c in m.candidates):
        return Link(m, entity, "low", "names.life", ())
    if m.given and all(c.short or c.name.part("forename") for c in m.candidates):
        return Link(m, entity, None, "names.full", ())
    if all(c.how == "system" for c in m.candidates):
        return Link(m, entity, "medium", "names.transliterated", ())
    if any(c.short for c in m.candidates):
        return Link(m, entity, "high", "names.short", ())
    return Link(m, entity, "high" if known.named[entity.ref] else "medium", "names.surname", ())
