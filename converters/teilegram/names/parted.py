"""A town with the country or region that follows it is one name: `Havana, Cuba`, `Portland, Oregon`.

The Guidelines (13.2.3, NDPLAC) put the parts of a hierarchical name into one `placeName`, as `settlement`, `region` and
`country`, because together they name one place; two `placeName`s would say that two places are spoken of.  Its `@ref`
is the town's; the country keeps its own, so that an index still finds it.  `Vienna, Austria and Hungary` is a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from teilegram.model import Annotation, Entity
from teilegram.names.gazetteer import is_own, known, table_entry
from teilegram.names.lexicon import Candidate, Hit
from teilegram.offsets import Reading

LARGER = ("country", "region")
TOWNS = ("seat", "city", "town", "settlement", "village", "capital")
LISTED = re.compile(
    r" (?:and|or|und|oder|et|ou|и|или) |, (?:and|or|und|et|и) (?=[A-ZА-Я])"
    r"|, (?!(?:the|on|in|at|to|where|which|who|and) )(?=[A-ZА-Я])|'s\b"
)
"""What goes on as a list of places, or shows that the country is no part of the name (`In Oslo, Norway's consul`)."""
CLOSED = re.compile(r"[.,;:)\]\n]|$")
"""What shows that a name has ended: `In Paris, Cuba was discussed` goes on."""
BETWEEN = ", "


def together(text: str, found: Iterable[Hit]) -> Iterator[Hit]:
    """Yield places and organisations in order, a town and what follows as one with the two inside it.

    >>> from teilegram.model import Authority
    >>> from teilegram.names.gazetteer import of_everything
    >>> said = "from Havana, Cuba. In Vienna, Austria and Italy; Paris, Cuba."
    >>> found = of_everything(Authority()).find(said)
    >>> [said[h.start:h.end] for h in together(said, found)]
    ['Havana, Cuba', 'Vienna', 'Austria', 'Italy', 'Paris', 'Cuba']
    """
    last: Hit | None = None
    for hit in sorted(found, key=lambda h: (h.start, -h.end)):
        if last and is_one(text, last, hit):
            yield last._replace(end=hit.end, inside=(last._replace(inside=()), hit))
            last = None
            continue
        if last:
            yield elsewhere(last) if lies_elsewhere(text, last, hit) else last
        last = hit
    yield from chain([last] if last else [])


def is_one(text: str, town: Hit, larger: Hit) -> bool:
    """Tell whether two places are a town and the country or region in which it lies, and no list goes on."""
    return (
        text[town.end : larger.start] == BETWEEN
        and not LISTED.match(text, larger.end)
        and bool(sort(text, town, larger))
    )


def lies_elsewhere(text: str, town: Hit, larger: Hit) -> bool:
    """Tell whether what follows a town is not where the town lies that the tables know, as of `Paris, Texas`."""
    if is_own(town.candidates[0].entity) or text[town.end : larger.start] != BETWEEN:
        return False
    if not CLOSED.match(text, larger.end) or LISTED.match(text, larger.end):
        return False
    (small, where), (large, whose) = about(text, town), about(text, larger)
    return small in TOWNS and large in LARGER and bool(where and whose) and where != whose


def elsewhere(town: Hit) -> Hit:
    """Give a town without the number of the one that the tables know."""
    name = town.candidates[0].name
    entity = Entity(name.text.casefold(), "place", "", (name,))
    return town._replace(candidates=(Candidate(entity, name, short=True),), cert="medium")


def sort(text: str, town: Hit, larger: Hit) -> str:
    """Give the element for what a town lies in, or nothing where it does not lie there."""
    (small, where), (large, whose) = about(text, town), about(text, larger)
    inside = (
        where == whose if where and whose else town.rule == "names.place.grammar" or is_own(town.candidates[0].entity)
    )
    return large if small in TOWNS and large in LARGER and inside else ""


def about(text: str, hit: Hit) -> tuple[str, str]:
    """Give the sort of a place and its country, as the authority or the tables know them."""
    entity = hit.candidates[0].entity
    if entity.kind != "place":
        return "", ""
    listed = known().get(entity.ident) if not is_own(entity) else None
    if listed is None and (entry := table_entry(text[hit.start : hit.end])):
        listed = known().get(entry.ident)
    if listed:
        return listed.kind, listed.country
    return (entity.sort or "settlement", "")


def parts(text: Reading, hit: Hit) -> Iterator[Annotation]:
    """Yield the parts of one name: a `settlement`, and the `country` or `region` with its `@ref`."""
    for one in hit.inside:
        ref = one.candidates[0].entity.ref
        larger = one is hit.inside[1]
        element = sort(text.text, *hit.inside) if larger else "settlement"
        yield Annotation(*text.span(one.start, one.end), element, hit.rule, (("ref", ref),) if larger and ref else ())
