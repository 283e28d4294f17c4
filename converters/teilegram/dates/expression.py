"""What a recogniser makes: a date as it is said, with all that is missing left open."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from functools import cache

from teilegram.vocabulary import table


@dataclass(frozen=True, slots=True)
class Expression:
    """A date or time as the text says it, at offsets of a reading.

    `kind` is `day` (year, month, day may be missing), `range`, `year`, `century`, `time`, or a relative kind
    (`last-weekday`, `this-season`, `half-month`, `last-week`, `month-of-this-year`, `feast`).  `to_day`, `to_month`,
    `to_year` are the end of a range; `name` is what a relative kind turns on, or the zone of a time.
    """

    start: int
    end: int
    kind: str
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    to_year: int | None = None
    to_month: int | None = None
    to_day: int | None = None
    hour: int | None = None
    minute: int | None = None
    name: str = ""


@cache
def months(lang: str) -> dict[str, int]:
    """Give the number of each month's name in a language, folded; `roman` has I to XII.

    >>> months("en")["sept."], months("ru")["октября"], months("roman")["xi"]
    (9, 10, 11)
    """
    return {word.casefold(): int(row["n"]) for row in table("months") for word in row[lang].split("|")}


def pattern_of(lang: str) -> str:
    """Give an alternation of the months' names, the longest first."""
    words = sorted((word for row in table("months") for word in row[lang].split("|")), key=len, reverse=True)
    return "|".join(word.replace(".", r"\.") for word in words)


def possible(year: int | None, month: int | None, day: int | None) -> bool:
    """Tell whether the calendar has such a day; what is missing is no objection.

    >>> possible(1962, 2, 30), possible(None, 2, 29), possible(1962, 13, None)
    (False, True, False)
    """
    if month is not None and not 1 <= month <= 12:  # noqa: PLR2004
        return False
    if day is None:
        return True
    return 1 <= day <= (calendar.monthrange(year or 2000, month)[1] if month else 31)
