"""Shelfmarks: how archives are cited, and the parts of what stands behind their names (Guidelines, MSID).

Two traditions: `RGANI. F. 3. Op. 16. D. 322. L. 56`, fond, inventory, folder, file and leaves; and series with
boxes, volumes and numbers of pieces, `NARA, RG 59, Central Files 1960-63, 611.61/10-2662`, `TNA, FO 371/162378`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from teilegram.vocabulary import table

NUMBER = r"(?:[^\W\d_]{1,2}-)?[0-9][\w/-]*(?: ?[-–] ?[0-9]+\w?)?(?:, ?[0-9]+(?:[-–][0-9]+)?(?![\w./]))*"
PIECE = r"[A-Z]{1,4} ?[0-9]{1,4}(?:/[A-Z0-9][\w.-]{0,20})*(?!\w)"
"""A series with the number of a piece: `FO 371/162378`, `DY 30/3386`, `B 12`."""
DECIMAL = r"[0-9]{3}[A-Z]?\.[0-9][\w.]*(?:/[0-9][\w-]*)?"
"""A decimal file of a foreign ministry: `611.61/10-2662`."""
SERIES = r"[A-Z][\w.'’&-]{1,30}(?: [\w.'’&:-]{1,30}){1,6}"
"""The name of a collection: `Central Files 1960-63`, `National Security Files`."""
ACRONYM = r"[A-ZА-ЯЁ]{2,}(?: [A-ZА-ЯЁ]{1,4})*"
LEAD = r"[(\[*]*(?:(?:Source|Archive|Archival reference|Источник|Архив|Quelle)s?: ?)?"


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """Where a shelfmark stands, and its parts as (type, start, end)."""

    start: int
    end: int
    parts: tuple[tuple[str, int, int], ...]


@cache
def units(scheme: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give, per type of part, the pattern of its word and number."""
    return tuple(
        (row["type"], re.compile(rf"(?<!\w)(?:{words(row)})\.?\s?(?P<number>{NUMBER})", re.IGNORECASE))
        for row in table("shelfmarks")
        if row["scheme"] == scheme
    )


def words(row: dict[str, str]) -> str:
    """Make an alternation of the words of a row."""
    return "|".join(re.escape(word) for word in row["words"].split("|"))


@cache
def fond() -> re.Pattern[str]:
    """Compile a fond with at least one part behind it."""
    rows = [row for row in table("shelfmarks") if row["scheme"] == "fond"]
    others = "|".join(words(row) for row in rows if row["type"] != "fond")
    return re.compile(
        rf"(?<!\w)(?:{words(rows[0])})\.?\s?{NUMBER}(?:[.,;]?\s?(?:{others}|no|№)(?![^\W\d_])\.?\s?{NUMBER})+",
        re.IGNORECASE,
    )


@cache
def series() -> re.Pattern[str]:
    """Compile a run of parts of the other tradition, of which one at least has a number of its own."""
    unit = "|".join(words(row) for row in table("shelfmarks") if row["scheme"] == "series")
    sure = rf"(?:(?:{unit})\.? ?[0-9][\w/-]*(?:[-–][0-9]+)?|{PIECE}|{DECIMAL})"
    return re.compile(rf"(?<!\w)(?:{SERIES}[,:;] ?)?{sure}(?:[,;:] ?(?:{sure}|{SERIES}(?=[,;] ?{sure})))*")


@cache
def cited() -> re.Pattern[str]:
    """Compile an archive at the beginning of a line, before its shelfmark."""
    known = "|".join(sorted((re.escape(row["name"]) for row in table("archives")), key=len, reverse=True))
    return re.compile(rf"{LEAD}(?P<archive>(?:{known})(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?(?=, ))?|{ACRONYM})[.,:;]?\s+")


def find(text: str, start: int, end: int) -> Shelfmark | None:
    """Give the first shelfmark between two offsets.

    >>> s = "AVP RF, f. 129, op. 45, d. 24, p. 341, ll. 5-8."
    >>> [(kind, s[a:b]) for kind, a, b in find(s, 0, len(s)).parts]
    [('fond', '129'), ('opis', '45'), ('delo', '24'), ('papka', '341'), ('list', '5-8')]
    >>> s = "NARA, RG 59, Central Files 1960-63, 611.61/10-2662"
    >>> [(kind, s[a:b]) for kind, a, b in find(s, 4, len(s)).parts]
    [('group', '59'), ('file', '611.61/10-2662')]
    """
    for pattern, scheme in ((fond(), "fond"), (series(), "series")):
        found = pattern.search(text, start, end)
        if found:
            last = found.start() + len(found[0].rstrip(" .,;"))
            return Shelfmark(found.start(), last, tuple(sorted(parts(text, found.start(), last, scheme), key=by_place)))
    return None


def by_place(part: tuple[str, int, int]) -> int:
    """Sort key: where a part stands."""
    return part[1]


def parts(text: str, start: int, end: int, scheme: str) -> Iterator[tuple[str, int, int]]:
    """Yield the parts of a shelfmark: type and where the number stands."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in units(scheme):
        for found in pattern.finditer(text, start, end):
            taken.append(found.span())
            yield kind, *found.span("number")
    if scheme == "series":
        for number in (DECIMAL, PIECE):
            for found in re.compile(number).finditer(text, start, end):
                a, b = found.span()
                if not any(a < right and left < b for left, right in taken):
                    taken.append((a, b))
                    yield "file", a, b


def citation(text: str, start: int, end: int) -> tuple[int, int, Shelfmark] | None:
    """Give the archive that a line begins with, as a span, and its shelfmark; None where the line is no citation.

    >>> s = "GA RF. F. R-5446. Op. 120. D. 18. L. 22. Copy."
    >>> a, b, mark = citation(s, 0, len(s))
    >>> s[a:b], s[mark.start:mark.end]
    ('GA RF', 'F. R-5446. Op. 120. D. 18. L. 22')
    >>> citation("RGANI holds F. 3, Op. 16, among others", 0, 38)
    """
    archive = cited().match(text, start, end)
    if not archive:
        return None
    mark = find(text, archive.end(), end)
    if (
        not mark
        or mark.start != archive.end()
        or text[mark.end : min(end, mark.end + 1)] not in ("", ".", ",", ";", ")", "]", "\n")
    ):
        return None
    known = archive["archive"] in {row["name"] for row in table("archives")} or "," in archive["archive"]
    return (*archive.span("archive"), mark) if known or mark.parts[0][0] == "fond" else None
