"""Institutions in French, Italian, Spanish and Portuguese by grammar: a head, adjectives, and what `de` governs.

`ministère des Affaires étrangères`, `Société des Nations`, `Ministero degli Esteri`, `Parti communiste français`: a
head in small letters needs a place, or an article and a capital, behind its preposition (Guidelines, NDORG).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from teilegram.names.heads import Head, listed
from teilegram.names.lexicon import Hit
from teilegram.names.made import organisation
from teilegram.names.variants.forenames import is_common

WITH_ARTICLE = (
    r"(?:des|du|de la|de los|de las|della|delle|degli|dei|del|dal|do|da|dos|das|pour la|pour les?|para el|para la|"
    r"per la|per il|per gli) |(?:de l|dell|pour l)'"
)
PREPOSITION = re.compile(rf" (?:({WITH_ARTICLE})|(?:de|di|para|per) |d')")
NOUN = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{2,24}(?:-[A-ZÀ-Þ]?[a-zß-ÿ]{2,24}){0,2}(?![\w'])")
SMALL = re.compile(r" ([A-Za-zÀ-ÿ][a-zß-ÿ]{3,16})(?![\w'])")
WORD = re.compile(r"[a-zß-ÿ]{4,16}(?![\w'])")
AND = re.compile(
    r" (?:et|e|y|ed) (?:(?:des|du|de la|della|delle|degli|dei|del|do|da|dos|das) |(?:de l|dell|d)')?"
    r"(?=[A-ZÀ-Þ][a-zß-ÿ]{3})"
)
DESCRIBES = re.compile(
    r"[a-zß-ÿ]+(?:ères?|iers?|ales?|aux|ques?|aises?|ais|aines?|ains|ives?|ifs?|elles?|ées?|iennes?|iens?|istes?|icos?|icas?|"
    r"iche|ici|eri?|eros?|eras?|istas?|isti|anos?|anas?|ani|ores|iores|ionale?|ionali|ublics?|ubliques?|èmes?|ême|atores)"
)
"""Endings of adjectives behind the head or its matter: `communiste`, `étrangères`, `nazionale`, `exteriores`."""
ENGLISH = re.compile(r"(?<!\w)(?:[Tt]he|THE|[Tt]his|[Tt]hat|an?|our|its|their) $")
MOST = 3


def romance_ones(text: str, found: Sequence[Hit], marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield the institutions of a text in a Romance language; `found` are the known names, in order.

    >>> from teilegram.names.heads import heads
    >>> said = "Le ministère des Affaires étrangères et la Société des Nations; un comité, le ministère de Walpole"
    >>> [said[h.start:h.end] for h in romance_ones(said, [], heads(said))]
    ['ministère des Affaires étrangères', 'Société des Nations']
    """
    done = 0
    for m in marks:
        if "org.romance" not in m.kinds or m.start < done:
            continue
        end = described(text, m.end) if at_home(text, m) else m.end
        end = governed(text, m, end, found)
        if end > m.end:
            done = end
            yield organisation(text, m.start, end, found)


def at_home(text: str, m: Head) -> bool:
    """Tell whether a head stands in a text of its language, by a capital and no English article: `le Parti`."""
    if not text[m.start].isupper() or text[m.start : m.end] in listed("organisation_heads", "shared"):
        return False
    return ENGLISH.search(text, max(0, m.start - 7), m.start) is None


def described(text: str, at: int) -> int:
    """Give where the adjectives behind a head end: `Parti | communiste français`."""
    for _ in range(2):
        m = SMALL.match(text, at)
        if not m or not DESCRIBES.fullmatch(m[1].lower()):
            break
        at = m.end()
    return at


def governed(text: str, m: Head, at: int, found: Sequence[Hit]) -> int:
    """Give where what a head governs ends: nouns with a capital and their adjectives, or a country."""
    own = text[m.start].isupper()
    end = at
    for step in range(MOST):
        by = PREPOSITION.match(text, end)
        if not by:
            break
        place = place_at(found, by.end())
        noun = NOUN.match(text, by.end())
        if place:
            return place.end
        if not noun and not step and own and (few := WORD.match(text, by.end())) and few[0] in matters():
            return few.end()
        if not noun or is_common(noun[0]) or not (by[1] or own) or (step and not by[1]):
            break
        end = more(text, adjective(text, noun.end()))
    return end


def adjective(text: str, at: int) -> int:
    """Give where the adjective behind a noun ends: `Affaires | étrangères`."""
    m = SMALL.match(text, at)
    return m.end() if m and DESCRIBES.fullmatch(m[1].lower()) else at


def more(text: str, at: int) -> int:
    """Give where the nouns end that `et` joins: `Agriculture | et du Commerce`."""
    for _ in range(2):
        also = AND.match(text, at)
        noun = NOUN.match(text, also.end()) if also else None
        if not noun:
            break
        at = adjective(text, noun.end())
    return at


def matters() -> tuple[str, ...]:
    """Give the nouns in small letters that a head with a capital governs: `Conseil des ministres`."""
    return listed("organisation_heads", "matter")


def place_at(found: Sequence[Hit], at: int) -> Hit | None:
    """Give the place that begins at an offset."""
    i = bisect_left(found, at, key=lambda h: h.start)
    return (
        found[i] if i < len(found) and found[i].start == at and found[i].candidates[0].entity.kind == "place" else None
    )
