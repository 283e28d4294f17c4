"""Feasts and named days: `Christmas 1944`, `Good Friday`, `last Easter`, `New Year's Eve`; the names stand in `data/feasts.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from teilegram.dates.english.words import TURN, YEAR, before, figure, rule, turned
from teilegram.dates.expression import Expression
from teilegram.vocabulary import table

KEYS = {name.casefold(): row["key"] for row in table("feasts") for name in row["en"].split("|") if name}
NAMES = "|".join(re.escape(name) for name in sorted(KEYS, key=len, reverse=True))
FEAST = rf"(?P<feast>{NAMES})(?:(?: of|,| in)? (?P<year>{YEAR}|'[0-9]{{2}})(?!\w)|{TURN})?(?![\w-])(?!'s? [a-z])"
TURNED = re.compile(r"\b(?P<turn>last|this|next|the following|the previous) $", re.IGNORECASE)
THINGS = re.compile(
    r" (?:tree|card|present|gift|party|carol|rising|island|greeting|dinner|message|resolution|bonus|parcel|uprising|day parade|eggs?)s?(?!\w)|'",
    re.IGNORECASE,
)


def feast(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a feast, unless it names a thing: a Christmas tree.

    >>> from teilegram.dates.english import english
    >>> [(e.name, e.year, e.shift) for e in english("at Christmas 1944, last Easter; the Christmas tree")]
    [('christmas', 1944, 0), ('easter', None, -1)]
    """
    if not m[0][0].isupper() or THINGS.match(m.string, m.end()):
        return
    fields: dict[str, Any] = {"name": KEYS[m["feast"].casefold()], "year": figure(m["year"])}
    lead = TURNED.search(before(m, 15))
    start = m.start()
    if m["turn"]:
        fields["shift"], fields["anchor"] = turned(m["turn"])
    elif lead and not m["year"]:
        fields["shift"], fields["anchor"] = turned(lead["turn"])
        start -= len(lead[0])
    yield Expression(start, m.end(), "feast", "dates.english.feast", **fields)


RULES = (rule({re.match(r"\w+", name)[0] for name in KEYS}, FEAST, feast),)  # type: ignore[index]
