"""Numbers by which other authorities know an entity: `https://d-nb.info/gnd/118540238`, `Q937`, `n 79021164`.

What they look like stands in `data/authorities.tsv` (patterns of Wikidata's own properties; ISO 7064 and ISO 27729 for
the check character of an ISNI).
"""

from __future__ import annotations

import re
from functools import cache

from teilegram.vocabulary import table

NAMES = {"lccn": "lc", "lcnaf": "lc", "locnaf": "lc", "loc": "lc", "pnd": "gnd", "dnb": "gnd", "geoname": "geonames"}
"""Other names of the authorities."""


@cache
def patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str], str]]:
    """Give for each authority the shape of a number, that of a link to one, and how to check its last character."""
    return {
        row["type"]: (re.compile(row["pattern"]), re.compile(row["address"], re.IGNORECASE), row["digit"])
        for row in table("authorities")
    }


def identifier(value: str, kind: str = "") -> tuple[str, str]:
    """Give the authority and the bare number there; what is a link to none of them is a `URI`.

    >>> identifier("https://d-nb.info/gnd/118540238"), identifier(" Q937 ", "Wikidata"), identifier("n 79021164", "lc")
    (('gnd', '118540238'), ('wikidata', 'Q937'), ('lc', 'n79021164'))
    >>> identifier("https://example.org/x")
    ('URI', 'https://example.org/x')
    """
    value = value.strip()
    for name, (shape, address, _) in patterns().items():
        found = address.search(value)
        if found:
            rest = re.split(r"[/?#]", value[found.end() :].removesuffix(".json").removesuffix(".rdf"))[0]
            return name, rest if shape.fullmatch(rest) else rest or value
    name = NAMES.get(kind.casefold(), kind.casefold())
    if name not in patterns():
        return ("URI" if "://" in value else kind), value
    return name, re.sub(r"\s", "", value)


def fault(kind: str, value: str) -> str:
    """Say what is wrong with a number, or nothing.

    >>> fault("gnd", "118540238"), fault("gnd", "118540239"), fault("wikidata", "937")
    ('', 'its last character should be 8', 'does not look like a number of wikidata')
    """
    if kind not in patterns():
        return ""
    shape, _, digit = patterns()[kind]
    if not shape.fullmatch(value):
        return f"does not look like a number of {kind}"
    right = CHECKS[digit](value) if digit in CHECKS else ""
    return f"its last character should be {right}" if right and right != value[-1] else ""


def mod11(value: str) -> str:
    """Give the check character of a GND number of nine or ten places; others have another check or none."""
    if not re.fullmatch(r"1\d{7,8}[\dX]", value):
        return ""
    total = sum(int(digit) * weight for digit, weight in zip(reversed(value[:-1]), range(2, 12), strict=False))
    return "0123456789X"[-total % 11]


def mod11_2(value: str) -> str:
    """Give the check character of an ISNI (ISO 7064, MOD 11-2).

    >>> mod11_2("0000000121032683")
    '3'
    """
    total = 0
    for digit in value[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11]


CHECKS = {"mod11": mod11, "mod11-2": mod11_2}
