"""The dates of a document's reading, and a year near it."""

from __future__ import annotations

from functools import lru_cache

from teilegram.dates.expression import Expression
from teilegram.dates.recognise import recognise, spoken
from teilegram.dates.value import days_of
from teilegram.edtf import read
from teilegram.model import Document
from teilegram.offsets import Reading

BEGINNING = 20_000
"""Characters of a transcript in which a date is looked for that says when it is of."""
UNKNOWN = 1950
"""The year near a document of which no year is known."""


def expressions(document: Document, text: Reading) -> tuple[Expression, ...]:
    """Recognise all dates of a document's reading, each part of it in its own language."""
    return recognise(text.text, spoken(text, ((d.start, d.end, d.get("xml:lang")) for d in document.of("div"))))


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
    return first_year(recognise(text[:BEGINNING]))
