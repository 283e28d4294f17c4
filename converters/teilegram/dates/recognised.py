"""All dates of a reading, by all recognisers."""

from __future__ import annotations

from functools import lru_cache

from teilegram.dates.english import english
from teilegram.dates.expression import Expression
from teilegram.dates.numeric import numeric
from teilegram.dates.russian import russian
from teilegram.dates.value import days_of
from teilegram.edtf import read
from teilegram.model import Document
from teilegram.resolve import best_cover

BEGINNING = 20_000
"""Characters of a transcript in which a date is looked for that says when it is of."""
UNKNOWN = 1950
"""The year near a document of which no year is known."""


@lru_cache(maxsize=4)
def expressions(text: str) -> tuple[Expression, ...]:
    """Recognise all dates of a reading and choose among those that overlap; two steps ask for the same."""
    found = [*numeric(text), *english(text), *russian(text)]
    return tuple(best_cover((e.start, e.end, 0, e) for e in found))


def near(document: Document, found: tuple[Expression, ...]) -> int:
    """Give a year near the document: the catalogue's, the first full date's, of it or of its transcript."""
    said = read(document.source.meta.date) if document.source.meta.date else None
    days = days_of(said[0][-1][1]) if said else None
    if days:
        return days.last.year
    return first_year(found) or year_of_text(document.source.text) or UNKNOWN


def first_year(found: tuple[Expression, ...]) -> int | None:
    """Give the year of the first full date."""
    return next((e.year for e in found if e.month and e.year and e.year > 99), None)  # noqa: PLR2004


@lru_cache(maxsize=2)
def year_of_text(text: str) -> int | None:
    """Give the year of the first full date near the beginning of a transcript."""
    return first_year(expressions(text[:BEGINNING]))
