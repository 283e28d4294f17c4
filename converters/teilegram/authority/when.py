"""Dates as lists of persons have them: `January 20, 1953`, `20 January 1953`, `May 1955`, `1953`, `1953-01-20`."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache

from teilegram.vocabulary import table


@lru_cache(maxsize=65_536)
def is_iso(value: str) -> bool:
    """Tell whether a value is a day, a month or a year of the calendar.

    >>> is_iso("1962-10"), is_iso("1962-02-30"), is_iso("about 1900")
    (True, False, False)
    """
    if not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", value) or value.startswith("0000"):
        return False
    try:
        dt.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


@cache
def months() -> dict[str, int]:
    """Give the number of a month by its name, folded, without a stop."""
    return {
        word.casefold().rstrip("."): int(row["n"])
        for row in table("months")
        for word in f"{row['en']}|{row['ru']}".split("|")
    }


@cache
def expression() -> str:
    """Give the pattern of a date; the names of months are the table's."""
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    month = rf"(?:{names})\b\.?"
    day = r"\d{1,2}"
    return rf"(?:{day}\s+{month}\s+\d{{4}}|{month}\s+(?:{day},?\s+)?\d{{4}}|\d{{4}}-\d\d(?:-\d\d)?|\d{{4}})"


def iso(text: str) -> str:
    """Give the ISO date of a phrase, or nothing.

    >>> iso("January 20, 1953"), iso("1 May 1960"), iso("Feb. 1957"), iso("1953"), iso("20.1.1953"), iso("spring")
    ('1953-01-20', '1960-05-01', '1957-02', '1953', '1953-01-20', '')
    """
    words = re.findall(r"[^\W\d_]+|\d+", text.strip())
    if is_iso(text.strip()):
        return text.strip()
    if re.fullmatch(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}", text.strip()):
        day, number, year = (int(w) for w in words)
        return checked(f"{year:04}-{number:02}-{day:02}")
    numbers = [w for w in words if w.isdigit()]
    named = [months()[w.casefold()] for w in words if w.casefold() in months()]
    if len(words) != len(numbers) + len(named) or len(named) != 1 or not numbers or len(numbers[-1]) != 4:  # noqa: PLR2004 - a year
        return ""
    day_of = [int(n) for n in numbers[:-1]]
    return checked("-".join([numbers[-1], f"{named[0]:02}", *(f"{d:02}" for d in day_of)]))


def checked(value: str) -> str:
    """Give a date that is in the calendar, or nothing."""
    return value if is_iso(value) else ""


def latest(value: str) -> str:
    """Give the last day that a date can mean, for comparing (`1953` → `1953-12-31`).

    >>> latest("1953"), latest("1953-02"), latest("1953-02-03")
    ('1953-12-31', '1953-02-31', '1953-02-03')
    """
    return value + "-12-31"[len(value) - 4 :] if value else "9999"


def surely_before(one: str, other: str) -> bool:
    """Tell whether a date lies before another whatever day each means.

    >>> surely_before("1953", "1953-02"), surely_before("1953-01", "1953-02")
    (False, True)
    """
    return bool(one and other) and latest(one) < other
