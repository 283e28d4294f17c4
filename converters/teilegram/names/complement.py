"""What belongs to the name of an English institution behind its head: `of Foreign Trade of Hungary`, `in Moscow`.

A complement ends behind an acronym and before a title, where another name begins (Guidelines, NDORG).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from teilegram.names.describing import LONGEST_ACRONYM, is_demonym
from teilegram.names.gazetteer import known, places
from teilegram.names.heads import Head, listed
from teilegram.names.lexicon import Hit, not_alone
from teilegram.vocabulary import table

NO_NAME = r"(?!(?:AND|THE|OF|FOR|ON|IN|TO|AT|IS|BY|WITH|FROM|The|In|On|At|By)\b)"
CAP = (
    rf"{NO_NAME}(?:(?:St|Mt|Ft)\. (?=[A-Z]))?"
    r"(?:U\.(?:[KNS]\.)+|[A-ZÀ-Þ](?:[\w-]{1,30}|(?<=[DLO])'[A-Z]\w{1,30})(?:'(?!s\b)\w{0,9})?)"
)
SMALL = r"(?:of|for|on|with|OF|FOR|ON|WITH)(?: (?:the|THE|our|its))?"
RIGHT = re.compile(
    rf" (?:of|for|on|OF|FOR|ON)(?: (?:the|THE|our|its))? (?:[A-Z]\w+(?:ish|ian|ese|al|ic|ary|ive) and (?={CAP} {CAP}))?"
    rf"{CAP}(?: {CAP}){{0,3}}"
    rf"(?:(?:,? (?:and|AND|&)) {CAP}(?= (?:of|for|OF|FOR|Affairs)|[.,;)]))?"
    rf"(?: {SMALL} {CAP}(?: {CAP}){{0,2}}){{0,2}}"
)
AFTER_HEAD = re.compile(rf" (?:in|to|at|of|IN|TO|OF) (?:(?:the|THE) )?({CAP}(?: {CAP}){{0,2}})")
OF = re.compile(rf" (?:of|OF) (?:(?:the|THE) )?({CAP}(?: {CAP}){{0,2}})")
STATE_OF = re.compile(r" of (?:the )?")
HOLDER = re.compile(rf" of the ([A-Z]\w+)(?: [A-Z]\w+){{0,2}}(?: (?:of|for) (?:the )?{CAP}(?: {CAP})?)?")
CONNECTORS = frozenset(("OF", "FOR", "ON", "IN", "TO", "AT", "THE", "AND", "WITH", "&", "OUR", "ITS"))
GOVERNS = re.compile(r" (?:of|for|on|in|to|at|OF|FOR|ON|IN|TO)(?: (?:the|THE))? ")
AGAIN = re.compile(r" (?:of|for|on|OF|FOR|ON) ")
TOWNS = ("seat", "city")
INITIAL = re.compile(r" ?[A-Z]\.")


def governed(text: str, m: Head, found: Sequence[Hit], *, located: bool) -> int:
    """Give where the name that a head begins ends: `Ministry of Trade`, `Office of the President`.

    Where it lies belongs to a name that has nothing else (`located`): `Embassy in Oslo`, but `Soviet Embassy` in Oslo.
    """
    if text[m.start : m.end] == "Office" and (holder := HOLDER.match(text, m.end)) and holder[1] in offices():
        return holder.end()
    right = None
    if "org.state" in m.kinds and (state := STATE_OF.match(text, m.end)):
        i = bisect_left(found, state.end(), key=lambda h: h.start)
        if i < len(found) and found[i].start == state.end() and found[i].candidates[0].entity.kind == "place":
            return found[i].end
    if "org.of" in m.kinds:
        right = RIGHT.match(text, m.end)
    elif "org.in" in m.kinds:
        right = (AFTER_HEAD if located else OF).match(text, m.end)
    return complement(text, m, right, found) if right else m.end


def complement(text: str, m: Head, right: re.Match[str], found: Sequence[Hit]) -> int:
    """Give where what a head governs ends: with the last name of an institution's matter, or with the first place."""
    place = first_place(found, *right.span())
    end = right.start() + len(trimmed(right[0]))
    direct = place is not None and GOVERNS.fullmatch(text, m.end, place.start) is not None
    if place and direct and is_event(text, m, place):
        return m.end
    if not direct and (is_person_after(right[0]) or INITIAL.match(text, right.end())):
        return m.end
    reached = place and (direct or place.end <= end or GOVERNS.fullmatch(text, end, place.start))
    if place and reached and not (AGAIN.match(text, place.end) and end > place.end):
        return place.end
    return whole(found, end)


def is_event(text: str, m: Head | Hit, place: Hit) -> bool:
    """Tell whether a head with a town is what happened there: the `Congress` of Vienna."""
    return text[m.start : m.end].capitalize() in listed("organisation_heads", "event") and about(place) in TOWNS


def first_place(found: Sequence[Hit], start: int, end: int) -> Hit | None:
    """Give the first place in what may be a complement, which ends with it unless it goes on with `of`."""
    at = bisect_left(found, start, key=lambda h: h.start)
    while at < len(found) and found[at].start < end and found[at].candidates[0].entity.kind != "place":
        at += 1
    return found[at] if at < len(found) and found[at].start < end else None


def about(place: Hit) -> str:
    """Give the kind of a place of the tables or of the authority."""
    entity = place.candidates[0].entity
    one = known().get(entity.ident)
    return one.kind if one else entity.sort


@cache
def offices() -> frozenset[str]:
    """Give the words with which titles begin, as they stand before a name."""
    return frozenset(row["title"].split(" ")[0] for row in table("titles") if row["lang"] == "en")


@cache
def no_part() -> frozenset[str]:
    """Give the words, folded, that an institution is not named after: titles, months; but `Ministry of State Farms`."""
    return not_alone() - {"state"} - {name.text.casefold() for place, _ in places() for name in place.names}


def trimmed(words: str) -> str:
    """Cut what governs a name behind an acronym and before a title, where another name begins.

    >>> trimmed(" of Ministers of the USSR Moscow"), trimmed(" of Inquiry for President Halvorsen")
    (' of Ministers of the USSR', ' of Inquiry')
    """
    kept: list[str] = []
    closed = False
    for word in words.split(" "):
        name = word[:1].isupper() and word.upper() not in CONNECTORS
        if name and (closed or (word.casefold() in no_part() and not is_demonym(word))):
            break
        closed = name and word.isupper() and len(word) <= LONGEST_ACRONYM and not words.isupper()
        kept.append(word)
    while kept and (kept[-1].upper() in CONNECTORS or not kept[-1][:1].isupper()) and len(kept) > 1:
        kept.pop()
    return " ".join(kept)


def whole(found: Sequence[Hit], end: int) -> int:
    """Give the end of the known name that reaches over an offset: `Embassy of the Union` goes on."""
    at = bisect_left(found, end, key=lambda h: h.start)
    return max(end, found[at - 1].end) if at else end


def is_person_after(words: str) -> bool:
    """Tell whether what is behind `of` is a person, an office or a month: `Office of President`, `Union of October`."""
    first = [w for w in words.split() if w[0].isupper() and w not in CONNECTORS and not is_demonym(w)]
    return not first or first[0].casefold() in no_part()
