"""What a recogniser makes: a date as it is said, with all that is missing left open."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from functools import cache
from typing import Literal

from teilegram.vocabulary import table

Unit = Literal["", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A date or time as the text says it, at offsets (characters) of a reading.

    `kind` is
    - `day` (year, month, day, any of them missing: `6 November 1962`, `26 October`, `the 27th`, `1961`),
    - `range` (from year-month-day to `to_year`-`to_month`-`to_day`: `22-28 October 1962`),
    - `part` (`name` early|mid|late|beginning|middle|end|first-half|second-half|Q1..Q4 of the month, year, decade or century said),
    - `season` (`name` spring|summer|autumn|winter; year said, or `shift` -1 last, 0 this, +1 next),
    - `decade` (`year` is its first), `century` (`year` is its number),
    - `shift` (`amount` of `unit` away from an anchor: `two days earlier` is amount 2, unit day, shift -1; `today` is amount 0),
    - `weekday` (`name` monday..sunday; `shift` -1 last, 0 bare or this, +1 next),
    - `period` (`shift` -1|0|+1 of `unit`: `last week`, `this month`, `next year`, `the same year`; with `month` `July of the current year`,
      with `day` `6th of this month`),
    - `span` (the `amount` of `unit` before (shift -1) or after (+1) the anchor: `in the last four days`),
    - `feast` (`name` is a key of data/feasts.tsv; year said, or `shift`),
    - `duration` (`amount` of `unit`, no calendar value: `24 hours`),
    - `time` (hour, minute, the zone in `name`),
    - `recorded` (a date of a calendar that is recorded and not computed: `Year XVII of the Fascist Era`).

    `anchor` says what a relative kind turns on: `now`, the day of writing or speaking (`today`, `two days ago`), or
    `then`, the date spoken of before (`two days earlier`, `the next day`, `the same year`).  `modifier` says that the
    date is a bound or is vague: `before`, `after`, `by`, `since`, `until`, `about`.  `calendar` is `julian`, … where the
    text shows it, and `to_*` then hold the Gregorian day of a double date.  `ambiguous`: figures that may be read in
    another order; `mended`: letters had to be read as figures (`I9 0ctober`).
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
    amount: float | None = None
    unit: Unit = ""
    shift: int = 0
    anchor: Literal["", "now", "then"] = ""
    modifier: str = ""
    calendar: str = ""
    ambiguous: bool = False
    mended: bool = False


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
