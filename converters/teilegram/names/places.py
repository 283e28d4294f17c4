"""Places: names of the authority and of the gazetteer, where the sentence does not show that they are something else.

`Mr. Washington`, the `Washington Post` and the `Paris Peace Treaty` name no place (Guidelines, NDPLAC).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teilegram.model import Annotation, Document, Finding
from teilegram.names.complement import is_event
from teilegram.names.cyrillic.places import russian_places
from teilegram.names.cyrillic.towns import may_be_person
from teilegram.names.gazetteer import is_own, known, of_everything, seats
from teilegram.names.geonames import unlisted
from teilegram.names.grammar.titles import title_before
from teilegram.names.heads import heads
from teilegram.names.homographs import (
    NAMED,
    beside,
    doubt,
    is_brand,
    is_near,
    is_other_water,
    is_person,
    shouted,
    shows,
    thing_after,
)
from teilegram.names.lexicon import Hit, Lexicon, is_cyrillic
from teilegram.names.localities import localities
from teilegram.names.made import own
from teilegram.names.metonyms import stands_for
from teilegram.names.organisations import organisations
from teilegram.names.parted import elsewhere, parts
from teilegram.names.ships import is_vessel, sails, vessels
from teilegram.offsets import Reading

ELEMENTS = {"place": "placeName", "org": "orgName"}
CONTRACTED = ("au ", "du ")


def places(document: Document, text: Reading) -> Iterator[Hit]:
    """Yield the places and organisations that a reading names; where two overlap, choosing is another step's."""
    lexicon = of_everything(document.authority)
    found = list(as_read(text.text, list(lexicon.find(text.text))))
    ships = vessels(text.text, ((h.start, h.candidates[0].name.text) for h in found))
    stand = list(standing(text.text, found, ships))
    yield from by_grammar(lexicon, text.text, stand, ships)
    stand = list(with_places_inside(lexicon, text.text, stand))
    yield from stand
    marks = heads(text.text)
    yield from (listed(lexicon, hit) for hit in organisations(text.text, stand, marks))
    yield from localities(text.text, stand, marks)
    if document.authority.gazetteer:
        yield from unlisted(text.text, stand)


def as_read(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield names as what stands around them reads them.

    `au Havre` is without the preposition, `du Cap Vert` no `Cap`, `the river Ohio` without the number of the state.
    The `Congress` of Vienna is no Congress.
    """
    for hit, after in zip(found, (*found[1:], *found[-1:]), strict=True):
        if text[hit.start : hit.start + 3] in CONTRACTED:
            if text[hit.end : hit.end + 1] != "-" and not NAMED.match(text, hit.end):
                yield hit._replace(start=hit.start + 3)
        elif hit.candidates[0].entity.kind == "place" and is_other_water(text, hit):
            yield elsewhere(hit)._replace(rule="names.place.grammar")
        elif text[hit.end : after.start] != " of " or not is_event(text, hit, after):
            yield hit


def by_grammar(lexicon: Lexicon, text: str, stand: list[Hit], ships: frozenset[str]) -> Iterator[Hit]:
    """Yield the places of a Russian text that the tables do not have, or have as a name that persons bear."""
    ends = {h.end for h in stand}
    for spot in russian_places(text):
        known = tuple(c for c in lexicon.forms.get(text[spot.start : spot.end], ()) if c.entity.kind == "place")
        who = known or (own(text, spot.start, spot.end, "place", spot.name),)
        known_ship = spot.name in ships or is_vessel(text, spot.start)
        if sails(text, spot.start, spot.end, known=known_ship):
            continue
        if spot.whole or spot.end not in ends:
            rule = "names.place.known" if known else "names.place.grammar"
            yield Hit(spot.start, spot.end, who, rule, spot.cert, 4 if spot.cert == "low" else 3)


def with_places_inside(lexicon: Lexicon, text: str, found: list[Hit]) -> Iterator[Hit]:
    """Yield names, those of Russian institutions with the places in them: the `США` of `Сенат США`.

    A Russian town that bears the name of a person needs a preposition: `в Горьком`, but not `Горький пришёл`.
    """
    inner: dict[str, list[Hit]] = {}
    for hit in found:
        if may_be_person(text, hit.start, hit.end) and not is_own(hit.candidates[0].entity):
            continue
        at = text.find(" ", hit.start, hit.end) + 1
        if not at or not is_cyrillic(text[hit.start : hit.end]) or hit.candidates[0].entity.kind != "org" or hit.inside:
            yield hit
            continue
        rest = text[at : hit.end]
        if rest not in inner:
            inner[rest] = [h for h in lexicon.find(rest) if h.candidates[0].entity.kind == "place"]
        yield hit._replace(inside=tuple(moved(h, at) for h in inner[rest]))


def moved(hit: Hit, by: int) -> Hit:
    """Give a place within a name its offsets in the text, and its rule."""
    rule = "names.place" if is_own(hit.candidates[0].entity) else "names.place.known"
    return hit._replace(start=by + hit.start, end=by + hit.end, rule=rule)


def listed(lexicon: Lexicon, hit: Hit) -> Hit:
    """Give an organisation that grammar found the entry that has its name in the nominative, if one has."""
    known = tuple(c for c in lexicon.forms.get(hit.candidates[0].name.text, ()) if c.entity.kind == "org")
    if not known:
        return hit
    return hit._replace(candidates=known, rule="names.org" if is_own(known[0].entity) else "names.org.known", cert=None)


def standing(text: str, found: list[Hit], ships: frozenset[str]) -> Iterator[Hit]:
    """Yield the forms that are names of places and organisations here, each with its rule; `ships` bear such a name."""
    persons = [h.candidates[0].entity.kind == "place" and is_person(text, h) for h in found]
    people = {text[h.start : h.end] for h, person in zip(found, persons, strict=True) if person}
    shown = {text[h.start : h.end] for h in found if doubt(h) == "name" and shows(text, h)}
    for i, hit in enumerate(found):
        if shouted(text, hit) or (text[hit.end : hit.end + 1].isalnum() and text[hit.end - 1].isalnum()):
            continue
        first = hit.candidates[0]
        ours = is_own(first.entity)
        form = text[hit.start : hit.end]
        if first.entity.kind == "org":
            if ours:
                yield hit._replace(rule="names.org")
            elif title_before(text, hit.start) is None:
                yield hit._replace(rule="names.org.known", rank=2)
            continue
        if is_brand(text, hit) or sails(text, hit.start, hit.end, known=hit.candidates[0].name.text in ships):
            continue
        metonym = form in seats() and stands_for(text, hit)
        if ours:
            yield hit._replace(rule="names.place.metonym" if metonym else "names.place")
            continue
        if persons[i] or thing_after().match(text, hit.end):
            continue
        unsure, near = doubt(hit), is_near(text, hit)
        if (
            unsure
            and not near
            and (form in people or (unsure == "name" and form not in shown))
            and not beside(text, found, i)
        ):
            continue
        rule = "names.place.metonym" if metonym else hit.rule or "names.place.known"
        yield hit._replace(rule=rule, rank=1 if near else 2)


def annotated(document: Document, text: Reading, hit: Hit) -> Iterator[Annotation | Finding]:
    """Yield one `placeName` or `orgName`, and the places in an organisation's name; report what nothing decides."""
    entities = list({c.entity.ref: c.entity for c in hit.candidates}.values())
    first = entities[0]
    rivals = [e for e in entities[1:] if e.ref and e.kind == first.kind and e.ident not in known()]
    sure = len(entities) == 1 and first.ref and not doubt(hit)
    cert = "low" if rivals else hit.cert or ("high" if sure else "medium")
    attributes = (("ref", first.ref),) if first.ref else ()
    start, end = text.span(hit.start, hit.end)
    yield Annotation(start, end, ELEMENTS[first.kind], hit.rule or f"names.{first.kind}", attributes, cert)
    rule = f"names.{first.kind}.rivals"
    yield from (Annotation(start, end, "rival", rule, (("ref", r.ref),), "low") for r in rivals)
    if rivals:
        others = ", ".join(r.ref for r in rivals)
        said = " ".join(document.source.text[start:end].split())
        yield document.finding(start, rule, f"{said} is linked to {first.ref}, but may be {others}; decide")
    if first.kind == "place":
        yield from parts(text, hit)
    else:
        for inner in hit.inside:
            yield from annotated(document, text, inner)
