"""The document's date against the lives and terms of persons; all dates are ISO 8601, compared day by day."""

from __future__ import annotations

import re

from teilegram.model import Document, Entity

YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
Period = tuple[str, str]
"""The first and the last day of something, either of them empty where it is open."""


def written(document: Document) -> Period:
    """Give the days on which a document may have been written: its own date, else the catalogue's, else open.

    Of a catalogue without a date it is the year that its title says, if it says but one.
    """
    for fact in document.of("documentDate"):
        said = fact.get("when")
        ends = (
            (said, said)
            if said
            else (fact.get("from") or fact.get("notBefore"), fact.get("to") or fact.get("notAfter"))
        )
        if any(ends):
            return first_day(ends[0]), last_day(ends[1])
    meta = document.source.meta
    years = set(YEAR.findall(meta.date or meta.title or ""))
    return (first_day(min(years)), last_day(max(years))) if len(years) == 1 else ("", "")


def first_day(date: str) -> str:
    """Give the first day of a year or a month.

    >>> first_day("1962"), last_day("1962-02"), first_day("1962-10-28T10:00")
    ('1962-01-01', '1962-02-31', '1962-10-28')
    """
    return date[:10] + "-01-01"[len(date) - 10 :] if 4 <= len(date) < 10 else date[:10]  # noqa: PLR2004


def last_day(date: str) -> str:
    """Give the last day of a year or a month; all months have 31 days, since days are only compared."""
    return date[:10] + "-12-31"[len(date) - 10 :] if 4 <= len(date) < 10 else date[:10]  # noqa: PLR2004


def placed(term: Period, when: Period) -> str:
    """Tell where a term lies: `at` the date, `before` or `after` it, or nothing where nothing says so.

    >>> placed(("1961", "1963"), ("1962-10-28", "1962-10-28")), placed(("1961", "1963"), ("1963-12-01", "1963-12-01"))
    ('at', 'at')
    >>> placed(("", ""), ("1962-10-28", "1962-10-28")), placed(("1953", "1961-01-20"), ("1962-10-28", "1962-10-28"))
    ('', 'before')
    """
    if not any(term) or not all(when):
        return ""
    if term[0] and first_day(term[0]) > when[1]:
        return "after"
    if term[1] and last_day(term[1]) < when[0]:
        return "before"
    return "at"


def unborn(entity: Entity, when: Period) -> bool:
    """Tell whether a person was born after the document was written."""
    birth = entity.birth.partition("/")[0]
    return bool(birth and when[1]) and first_day(birth) > when[1]


def dead(entity: Entity, when: Period, years: int = 0) -> bool:
    """Tell whether a person was dead, for so many years, when the document was written.

    >>> long_ago = Entity("a", "person", "#a", (), birth="1701", death="1760")
    >>> dead(long_ago, ("1762-01-01", "")), dead(long_ago, ("1762-01-01", ""), 50), unborn(long_ago, ("", "1700-05-04"))
    (True, False, True)
    """
    death = entity.death.rpartition("/")[2]
    if not death or not when[0] or not (when[0][:4].isdigit() and when[0][4:5] == "-"):
        return False
    return last_day(death) < f"{int(when[0][:4]) - years:04}{when[0][4:]}"


def excluded(entity: Entity, when: Period, years: int = 0) -> bool:
    """Tell whether a person was not born yet, or dead for so many years, when something was."""
    return unborn(entity, when) or dead(entity, when, years)
