"""Peers: who is called by the title and what it is of: `the Duke of Ashcombe`, `Prince de Conti`, `the Bishop of Spiš`.

The title is the name (`roleName`).  An authority has it in a name (`Prince de Conti`), among the offices, or with the
surname (`Conti, Louis François, prince de`), and it is linked where only one has it.  A realm is no peerage, and
`the King of Spain` a role (Guidelines, NDPER).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from teilegram.folding import folded
from teilegram.model import Authority, Entity
from teilegram.names.lexicon import Candidate, function_words
from teilegram.names.linking.evidence import one
from teilegram.names.persons import Mention
from teilegram.names.variants.spelling import plainly
from teilegram.vocabulary import table, whole_words

OF = r"(?:of|de|du|d'|von|van|zu|di)"
SEAT = r"(?P<seat>[^\W\d_a-zЀ-ӿ][\w'-]{2,30}(?: and [^\W\d_a-zЀ-ӿ][\w'-]{2,30})?)"
HELD = re.compile(rf"(?P<title>[^\W\d_]+) (?:{OF} ?)(?:(?:the|la|le) )?{SEAT}")


@cache
def ranks() -> dict[str, str]:
    """Give for every word for a peer, folded, what it says in English."""
    found = {}
    for row in table("peers"):
        for word in row["words"].split("|"):
            found[folded(word).casefold()] = row["rank"]
    return found


@cache
def titled() -> re.Pattern[str]:
    """Compile the titles with what they are of."""
    return re.compile(
        rf"(?P<title>{whole_words(w for row in table('peers') for w in row['words'].split('|'))}) (?:{OF} ?){SEAT}"
    )


def peers(text: str, authority: Authority) -> Iterator[Mention]:
    """Yield the persons whom a text calls by their peerage.

    >>> s = "the Duke of Ashcombe told the Prince de Conti that a Count of the Empire had left the County of Tarrant"
    >>> [s[m.start:m.end] for m in peers(s, Authority())]
    ['Duke of Ashcombe', 'Prince de Conti']
    """
    for m in titled().finditer(text):
        if m["seat"] in function_words():
            continue
        key = (ranks()[folded(m["title"]).casefold()], spelt(m["seat"]))
        candidates = one(of_peers(authority).get(key, ()))
        yield Mention(*m.span(), candidates, ((*m.span(), "roleName"),), (), "names.peer")


def spelt(seat: str) -> str:
    """Give a seat in the spelling in which two are compared."""
    return plainly(seat) or folded(seat).casefold()


@lru_cache(maxsize=8)
def of_peers(authority: Authority) -> dict[tuple[str, str], tuple[Candidate, ...]]:
    """Give for every rank and seat who has it, according to the names and the offices of an authority."""
    found: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for entity in authority.of("person"):
        for key in keys(entity):
            found[key].append(Candidate(entity, entity.names[0], short=True))
    return {key: tuple(who) for key, who in found.items()}


def keys(entity: Entity) -> set[tuple[str, str]]:
    """Give the ranks and seats of a person."""
    made: set[tuple[str, str]] = set()
    for said in (*(n.text for n in entity.names), *(o.title for o in entity.offices)):
        for m in HELD.finditer(said):
            rank = ranks().get(folded(m["title"]).casefold())
            if rank:
                made.add((rank, spelt(m["seat"])))
    borne = {ranks()[word] for n in entity.names for w in n.text.split() if (word := folded(w).casefold()) in ranks()}
    seats = {spelt(seat) for n in entity.names for seat in (*n.part("surname"), *n.part("addName"))}
    return made | {(rank, seat) for rank in borne for seat in seats}
