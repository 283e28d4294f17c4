"""Dates that do not agree: heading against dateline and catalogue, a weekday against its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from teilegram.dates.value import Days, Value, days_of, extent
from teilegram.edtf import read
from teilegram.model import Annotation, Document, Finding
from teilegram.vocabulary import table

FIRST = 400
"""Characters from the beginning of a document's head in which a dateline stands; further on are stamps of receipt."""
SHORT = 60
"""Characters of the longest dateline."""


def conflicts(
    document: Document, full: list[tuple[tuple[int, int], Value]], chosen: Iterable[Annotation]
) -> Iterator[Finding]:
    """Yield a finding for each date of dateline or catalogue that is not the one chosen.

    The dates of a conversation and of its record are two by right; a heading that has several dates names them all.
    """
    facts = {a.kind: a for a in chosen}
    own = facts.get("documentDate")
    days = extent(own.attributes) if own else None
    if own is None or days is None:
        return
    spoken = facts.get("conversationDate")
    known = [days, *filter(None, [extent(spoken.attributes) if spoken else None])]
    if own.rule == "dates.document.heading":
        heads = document.of("head")
        known += [d for span, value in full if any(h.start <= span[0] < h.end for h in heads) for d in whole(value)]
        yield from against_dateline(document, full, own, days, known)
    said = read(document.source.meta.date) if document.source.meta.date and document.count == 1 else None
    catalogue = extent(said[0]) if said else None
    if said and catalogue and own.rule != "dates.document.catalogue" and not any(meet(catalogue, k) for k in known):
        yield document.finding(
            own.start,
            "dates.conflict.catalogue",
            f"{place_of(own)} has {shown(own.attributes)} (line {document.source.line_of(own.start)}), "
            f"the catalogue {shown(said[0])}{why(days, catalogue)}",
        )


def against_dateline(
    document: Document, full: list[tuple[tuple[int, int], Value]], own: Annotation, days: Days, known: list[Days]
) -> Iterator[Finding]:
    """Yield a finding where the first date before the text is not the heading's."""
    heads = document.of("head")
    for zone in document.of("front"):
        for (start, _), value in full:
            if not zone.start <= start < min(zone.end, zone.start + FIRST + own.end - own.start):
                continue
            if (
                not is_dateline(document, start)
                or any(h.start <= start < h.end for h in heads)
                or any(n.start <= start < n.end for n in document.of("note"))
            ):
                continue
            other = extent(value.attributes)
            if other and not any(meet(other, one) for one in known):
                lines = [document.source.line_of(at) for at in (own.start, start)]
                yield document.finding(
                    start,
                    "dates.conflict.dateline",
                    f"the heading has {shown(own.attributes)} (line {lines[0]}), the dateline "
                    f"{shown(value.attributes)} (line {lines[1]}){why(days, other)}",
                )
            return


def is_dateline(document: Document, start: int) -> bool:
    """Tell whether a date stands in a line of few other words, that announces nothing."""
    text = document.source.text
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line = text[begin : end if end >= 0 else len(text)].strip()
    return len(line) <= SHORT and not line.endswith(":")


def whole(value: Value) -> Iterator[Days]:
    """Yield the days of a value, if it has both ends."""
    days = extent(value.attributes)
    if days:
        yield days


def place_of(own: Annotation) -> str:
    """Name the place in the document that its date comes from."""
    return f"the {own.rule.split('.')[2]}"


def meet(one: Days, other: Days) -> bool:
    """Tell whether two dates may be the same: each leaves the other possible."""
    return one.first <= other.last and other.first <= one.last


def shown(attributes: tuple[tuple[str, str], ...]) -> str:
    """Show a value in one line."""
    return "/".join(text for _, text in attributes)


def why(one: Days, other: Days) -> str:
    """Say what a difference of a day may be; one of a year or a month only may be a slip.

    >>> from datetime import date
    >>> why(Days(date(1962, 10, 19), date(1962, 10, 19)), Days(date(1962, 10, 20), date(1962, 10, 20)))
    '; they are one day apart, as sending and receiving may be'
    """
    apart = abs((one.first - other.first).days)
    if apart == 1:
        return "; they are one day apart, as sending and receiving may be"
    if one.first.day == other.first.day and one.single and other.single:
        return "; the day agrees: month or year may be a slip"
    return f"; they are {apart} days apart"


@cache
def weekdays() -> tuple[re.Pattern[str], dict[str, int]]:
    """Give a pattern for a weekday that stands before or after a date, and the number of each (Monday is 0)."""
    names = {
        word.casefold(): int(row["n"]) - 1
        for row in table("weekdays")
        for lang, words in row.items()
        if lang != "n"
        for word in words.split("|")
        if word
    }
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({words})(?!\w)", re.IGNORECASE), names


BETWEEN = re.compile(r"[\s,.*_(\[]*(?:the|den|dem|le|el|,)?[\s,*_]*", re.IGNORECASE)
BEHIND = re.compile(r"[\s,*_]*[(,\[][\s*_]*")


def weekday_finding(document: Document, start: int, end: int, value: Value) -> Iterator[Finding]:
    """Yield a finding where the weekday beside a day is not the day's: `Monday, 28 October 1962`."""
    day = days_of(value.get("when"))
    if day is None or not day.single or any(name == "calendar" for name, _ in value.attributes):
        return
    pattern, numbers = weekdays()
    text = document.source.text
    before = list(pattern.finditer(text, max(document.start, start - 24), end))
    said = [m for m in before if m.start() >= start or BETWEEN.fullmatch(text, m.end(), start)][-1:]
    after = pattern.search(text, end, end + 18)
    said += [after] if not said and after and BEHIND.fullmatch(text, end, after.start()) else []
    if said and numbers[said[0][1].casefold()] != day.first.weekday():
        true = table("weekdays")[day.first.weekday()]["en"].split("|")[0]
        yield document.finding(
            start, "dates.conflict.weekday", f"{said[0][0]} does not fit {day.first.isoformat()}, which was a {true}"
        )
