"""Double dates of the Julian calendar, and years of other eras, in any of the languages that have months.

`18/31 August 1916`, `18 (31) августа 1916 г.`, `1/12 May 1728/9`, `7 brumaire an VIII`, `Anno XVII E.F.`,
`in the third year of our reign`.  A double date holds the Gregorian day in `to_*`; an era is recorded, and where its
days run with ours by a known sum, `to_*` hold what they come to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from teilegram.dates.expression import Expression, months, possible
from teilegram.dates.grammar import FIGURE, YEAR
from teilegram.dates.lexicon import folded, word_pattern
from teilegram.dates.stretch import Stretch, stretch
from teilegram.vocabulary import table

LANGUAGES = ("en", "ru", "de", "fr", "es", "it", "pl", "cs", "uk")
APART = range(10, 14)
"""Days between the calendars, from 1582 to 2099."""
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w{4,9}teenth|\w{4,8}ieth"
    r"|twenty-\w{4,7}|thirty-\w{4,7}|[0-9]{1,2}(?:st|nd|rd|th))"
)
REIGN = re.compile(
    rf"(?<!\w)(?:in )?(?P<said>the {ORDINAL} year of (?:our|his|her|the|your)(?: \w+){{0,2}} reign(?: of \w+)?)(?!\w)"
)
ANNO = re.compile(r"(?<![\w.])(?:a\. ?d\. ?(?P<year>[0-9]{1,4})|(?P<after>[0-9]{1,4}) ?(?:a\. ?d\.|н\. ?э\.))(?![\w])")
WORDS = frozenset({"reign", "e", "era", "эры", "faschistischen", "fascista", "hijri", "хиджре", "хиджры"}) | {
    folded(word) for row in table("republican") if row["kind"] == "month" for word in row["value"].split("|")
}  # fmt: skip


@cache
def of_month() -> dict[str, int]:
    """Give the month of every language's names together."""
    return {folded(word): number for lang in LANGUAGES for word, number in months(lang).items() if word}


@cache
def doubled() -> re.Pattern[str]:
    """Give the pattern of double dates; the month may stand after the first day, after the second, or after both."""
    names = sorted(of_month(), key=len, reverse=True)
    month = "(?:" + "|".join(word_pattern(word) for word in names) + ")"
    year = rf"(?:,? {{1,3}}(?:de )?(?P<@year>{YEAR})(?:/(?P<@new>[0-9]{{1,2}})(?![0-9]))?(?: ?(?:г\.|года))?)?"
    return re.compile(
        rf"(?<![\w.,/:-])(?P<day>{FIGURE})(?:st|nd|rd|th|\.|-?го)?(?: (?:de )?"
        rf"(?P<first>{month}){year.replace('@', 'o')})?"
        rf" ?(?:/|\() ?(?P<new>{FIGURE})(?:st|nd|rd|th|\.|-?го)?(?: (?:de )?"
        rf"(?P<second>{month}){year.replace('@', 'n')})? ?\)?"
        rf"(?: {{1,3}}(?:de )?(?P<third>{month}){year.replace('@', 't')}|{year.replace('@', 'a')})(?!\w)"
    )


def eras(text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """Yield double dates and years of eras, between two offsets of a reading.

    >>> [(e.day, e.month, e.to_day, e.to_month) for e in eras("18/31 August 1916; 5 (18) марта; 3/5 May")]
    [(18, 8, 31, 8), (5, 3, 18, 3)]
    >>> [(e.name, e.to_year, e.to_month, e.to_day) for e in eras("le 18 brumaire an VIII; Showa 16")]
    [('18 brumaire an VIII', 1799, 11, 9), ('Showa 16', 1941, None, None)]
    """
    part = stretch(text, start, end)
    for m in doubled().finditer(part.read, part.start):
        yield from double(part, m)
    yield from republican(part)
    yield from recorded(part)


def double(part: Stretch, m: re.Match[str]) -> Iterator[Expression]:
    """Yield a double date whose days lie as far apart as the calendars."""
    second = of_month().get(m["third"] or m["second"] or "")
    first = of_month().get(m["first"] or "") or second
    day, new = int(m["day"]), int(m["new"])
    if first is None or (m["first"] and not (m["second"] or m["third"]) and new > day):
        second = second or first
    if first is None:
        return
    year = next((int(m[g]) for g in ("oyear", "nyear", "tyear", "ayear") if m[g]), None)
    if any(m[g] for g in ("onew", "nnew", "tnew", "anew")) and year:
        year += 1  # the year began on 25 March: 1728/9 is 1729 to us
    if m["nyear"] and not m["oyear"] and (second or 0) < first:
        year = int(m["nyear"]) - 1
    if not m["third"] and not m["second"]:
        second = first
    elif not m["first"] and new < day:  # `25/7 January`: the month is the second day's
        first = ((second or 1) - 2) % 12 + 1
    fits = apart(year or 1901, first, day, second or first, new)
    if fits is None or (year is None and fits not in APART) or (year is not None and gap(year, first, day) != fits):
        return
    to_year = None if year is None else year + ((second or first) < first)
    yield part.make(
        m.start(), m.end(), "day", "dates.eras.double", year=year, month=first, day=day,
        to_year=to_year, to_month=second or first, to_day=new, calendar="julian",
    )  # fmt: skip


def apart(year: int, month: int, day: int, to_month: int, to_day: int) -> int | None:
    """Give the days from one day of a year to the next such of a month; nothing for impossible days."""
    to_year = year + (to_month < month)
    if not (possible(year, month, day) and possible(to_year, to_month, to_day)):
        return None
    return (date(to_year, to_month, to_day) - date(year, month, day)).days


def gap(year: int, month: int, day: int) -> int:
    """Give the days that the Julian calendar is behind.

    >>> gap(1916, 8, 18), gap(1728, 5, 1), gap(1800, 2, 20)
    (13, 11, 11)
    """
    count = year - ((month, day) < (3, 1))
    return count // 100 - count // 400 - 2


@cache
def revolution() -> tuple[re.Pattern[str], dict[str, int], dict[int, date]]:
    """Give the pattern, the months and the first days of the years of the republican calendar."""
    rows = table("republican")
    names = {w: int(row["n"]) for row in rows if row["kind"] == "month" for w in row["value"].split("|")}
    firsts = {int(row["n"]): date.fromisoformat(row["value"]) for row in rows if row["kind"] == "year"}
    choice = "|".join(sorted(names, key=len, reverse=True))
    pattern = rf"(?<!\w)(?P<day>[0-3]?[0-9])(?:er|e)? {{1,3}}(?:jour )?(?P<month>{choice})"
    pattern += r"(?:,? {1,3}(?:de l')?an {1,3}(?P<year>[ivx]{1,4}|[0-9]{1,2})(?:e|ème)?)?(?!\w)"
    return re.compile(pattern), names, firsts


def republican(part: Stretch) -> Iterator[Expression]:
    """Yield days of the French republican calendar, with the Gregorian day where the year is said."""
    pattern, names, firsts = revolution()
    for m in pattern.finditer(part.read, part.start):
        year = figure(m["year"] or "")
        day = int(m["day"])
        if not 1 <= day <= 30:  # noqa: PLR2004
            continue
        new = firsts[year] + timedelta(days=(names[m["month"]] - 1) * 30 + day - 1) if year in firsts else None
        yield part.make(
            m.start(), m.end(), "recorded", "dates.eras.republican", name=part.said[m.start() : m.end()],
            calendar="republican", to_year=new.year if new else None, to_month=new.month if new else None,
            to_day=new.day if new else None,
        )  # fmt: skip


def figure(said: str) -> int:
    """Read a Roman or Arabic number; 0 for none."""
    if said.isdigit():
        return int(said)
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[c] for c in said]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


@cache
def numbered() -> list[tuple[re.Pattern[str], str, str]]:
    """Give a pattern of each era's years, its calendar, and what to add for our year."""
    found = []
    number = r"(?P<n>[ivxl]{1,7}|[0-9]{1,4})(?!\w)"
    for row in table("eras"):
        before, after = ("|".join(word_pattern(folded(w)) for w in row[k].split("|") if w) for k in ("before", "after"))
        if before and (row["zero"] or not after or row["calendar"] == "islamic"):
            found.append((rf"(?<!\w)(?:{before}) {{1,3}}{number.replace('[ivxl]{1,7}|', '')}", row))
        if after:
            ahead = rf"(?:(?:{before}) {{1,3}})?" if before else ""
            found.append((rf"(?<![\w./-]){ahead}{number},? {{1,3}}(?:{after})", row))
    return [(re.compile(pattern), row["calendar"], row["zero"]) for pattern, row in found]


def recorded(part: Stretch) -> Iterator[Expression]:
    """Yield years of eras, as they are said; and years A.D., which are ours."""
    for pattern, calendar, zero in numbered():
        for m in pattern.finditer(part.read, part.start):
            year = figure(m["n"]) + int(zero) if zero else None
            said = part.said[m.start() : m.end()]
            yield part.make(
                m.start(), m.end(), "recorded", f"dates.eras.{calendar}", name=said, calendar=calendar, to_year=year
            )
    for m in REIGN.finditer(part.read, part.start):
        yield part.make(
            m.start("said"), m.end(), "recorded", "dates.eras.regnal", name=part.said[m.start("said") : m.end()]
        )
    for m in ANNO.finditer(part.read, part.start):
        yield part.make(m.start(), m.end(), "day", "dates.eras.anno-domini", year=int(m["year"] or m["after"]))
