"""Offices and their terms, as lists of persons describe them.

`Ambassador to Greece, October 1956–November 1957; thereafter Director, U.S. Information Agency` are two offices, the
second from November 1957.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.authority.when import expression, iso, months
from teilegram.model import Office

PIECES = re.compile(r";\s+(?:and\s+)?|,?\s+(?:and\s+)?(?=thereafter\b)")
THEREAFTER = re.compile(r"thereafter,?\s+", re.IGNORECASE)
MAXIMUM = 2_000
"""Longer descriptions are prose, and stay words."""


@cache
def shapes() -> tuple[re.Pattern[str], ...]:
    """Compile the ways in which a term stands behind an office."""
    date, month = expression(), "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    to = r"\s*(?:[–—-]|\bto\b|\buntil\b|\bthrough\b)\s*"
    return tuple(
        re.compile(rf"(?P<title>.+?),?\s+{term}\.?", re.IGNORECASE | re.DOTALL)
        for term in (
            rf"(?:(?:from|between)\s+)?(?P<start>{date})(?:{to}|\s+and\s+)(?P<end>{date})",
            rf"(?:from\s+)?(?P<month>{month}){to}(?P<end>(?:{month})\.?\s+(?P<year>\d{{4}}))",
            rf"(?:from|since|after|beginning)\s+(?P<start>{date})",
            rf"(?:until|through|to)\s+(?P<end>{date})",
            rf"in\s+(?P<start>(?P<end>{date}))",
        )
    )


def offices(description: str) -> Iterator[Office | str]:
    """Yield the offices that a description names, and as strings what is not understood of it.

    >>> list(offices("Secretary of State until January 20, 1953; wife of X"))
    [Office(title='Secretary of State', org='', start='', end='1953-01-20'), 'wife of X']
    >>> [(o.start, o.end) for o in offices("Director, March–October 1955; thereafter Consul")]
    [('1955-03', '1955-10'), ('1955-10', '')]
    """
    if len(description) > MAXIMUM:
        yield description
        return
    ended = ""
    for piece in PIECES.split(description):
        bare = piece.strip(" ,.")
        later = THEREAFTER.match(bare)
        if later and not ended:
            yield bare
            continue
        one = office(bare[later.end() :] if later else bare, ended if later else "")
        ended = one.end if isinstance(one, Office) else ""
        if one:
            yield one


def office(piece: str, start: str) -> Office | str:
    """Give one office with its term, or the words if there is a number in them that no term explains."""
    for shape in shapes():
        found = shape.fullmatch(piece)
        if not found:
            continue
        said = found.groupdict()
        first = iso(f"{said['month']} {said['year']}") if said.get("month") else iso(said.get("start") or "")
        last = iso(said.get("end") or "")
        if (
            (first or not said.get("start"))
            and (last or not said.get("end"))
            and not re.search(r"\d{4}", said["title"])
        ):
            return Office(said["title"].strip(" ,"), "", first or start, last)
    is_title = piece[:1].isupper() and not re.search(r"\d{4}", piece)
    return Office(piece, "", start) if is_title else piece
