"""The step: every date of a document, and the date of the document itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from teilegram.dates.english import english
from teilegram.dates.expression import Expression
from teilegram.dates.numeric import numeric
from teilegram.dates.resolve import Context, Value, resolve
from teilegram.dates.russian import russian
from teilegram.model import Annotation, Document, Finding
from teilegram.offsets import reading, unread, widened
from teilegram.resolve import best_cover

MEETING = re.compile(r"\b(?:meeting|conversation|talks?|discussions?|interview|reception|visit)\b", re.IGNORECASE)
SET_OFF = re.compile(r"(?:,|\n|^|[*_])[\s*_]*$")
"""What stands before the document's own date in a heading; `letter of 9 November` has another's."""
READ = ("en", "ru", "und")
"""Languages of parts in which English dates may stand: in German, `3. April 10.30 Uhr` is none."""
PROCESSED = timedelta(days=92)
"""How long after a document its copies may be printed and issued."""


@lru_cache(maxsize=4)
def expressions(text: str) -> tuple[Expression, ...]:
    """Recognise all dates of a reading and choose among those that overlap; two steps ask for the same."""
    found = [*numeric(text), *english(text), *russian(text)]
    return tuple(best_cover((e.start, e.end, 0, e) for e in found))


def near(document: Document, found: tuple[Expression, ...]) -> int:
    """Give a year near the document: the catalogue's, the first full date's, of it or of its transcript."""
    said = document.source.meta.date
    if said:
        return int(said[:4])
    years = [e.year for e in found if e.month and e.year and e.year > 99]  # noqa: PLR2004
    return years[0] if years else first_year(document.source.text)


@lru_cache(maxsize=2)
def first_year(text: str) -> int:
    """Give the year of the first full date near the beginning of a transcript; 1950 where there is none."""
    return next((e.year for e in expressions(text[:BEGINNING]) if e.month and e.year and e.year > 99), 1950)  # noqa: PLR2004


BEGINNING = 20_000
"""Characters of a transcript in which a date is looked for that says when it is of."""


def document_date(document: Document) -> Iterator[Annotation | Finding]:
    """Yield the document's own date as a fact, and the day of the conversation it reports.

    The heading's last full date is the document's, unless it is not set off and the opener has a date; one before
    it in a heading that names a meeting is the meeting's; else the first date before the text, else the first after
    it, else the catalogue's.
    """
    document = document.main
    text = reading(document.source.text, document.start, document.end, unread(document))
    context = Context(None, near(document, expressions(text.text)))
    full = [
        (text.span(e.start, e.end), resolve(e, context))
        for e in expressions(text.text)
        if e.day is not None and e.year is not None
    ]
    heads = document.of("head")
    dated = [
        f for f in full if in_zone(document, f[0][0], "front") and not any(h.start <= f[0][0] < h.end for h in heads)
    ]
    for head in heads:
        said = [found for found in full if head.start <= found[0][0] and found[0][1] <= head.end]
        if (
            said
            and dated
            and not SET_OFF.search(document.source.text, max(head.start, said[-1][0][0] - 12), said[-1][0][0])
        ):
            yield from fact(dated[0], "documentDate", "dates.document.dateline")
            if MEETING.search(document.source.text, head.start, head.end):
                yield from fact(said[0], "conversationDate", "dates.document.conversation")
            return
        if said:
            yield from fact(said[-1], "documentDate", "dates.document.heading")
            if len(said) > 1 and MEETING.search(document.source.text, head.start, head.end):
                yield from fact(said[0], "conversationDate", "dates.document.conversation")
            return
    for zone, rule in (("front", "dates.document.dateline"), ("back", "dates.document.closer")):
        said = [found for found in full if in_zone(document, found[0][0], zone)]
        if said:
            yield from fact(said[0], "documentDate", rule)
            return
    if document.source.meta.date and document.count == 1:
        yield Annotation(
            document.start,
            document.start,
            "documentDate",
            "dates.document.catalogue",
            (("when", document.source.meta.date),),
            "high",
        )


def fact(found: tuple[tuple[int, int], Value], kind: str, rule: str) -> Iterator[Annotation]:
    """Yield a date as a fact of the header."""
    (start, end), value = found
    if value.attributes and value.attributes[0][0] == "when":
        yield Annotation(start, end, kind, rule, value.attributes, value.cert)


def in_zone(document: Document, offset: int, zone: str) -> bool:
    """Tell whether an offset lies in the head or the foot of a part, and in no note about the document."""
    return any(z.start <= offset < z.end for z in document.of(zone)) and not any(
        n.start <= offset < n.end for n in document.of("note")
    )


def dates(document: Document) -> Iterator[Annotation | Finding]:
    """Yield `date` and `time` with their values."""
    text = reading(document.source.text, document.start, document.end, unread(document))
    own = when(document, "documentDate")
    spoken = when(document, "conversationDate") or own
    fences = [(a.start, a.end) for a in document.of("bracket", "hi", "sic", "unclear")]
    quotes = document.of("quote")
    context = Context(own, near(document, expressions(text.text)))
    quoted: tuple[int, Context] = (0, context)
    intro: Value | None = None
    foreign = [(d.start, d.end) for d in document.of("div") if d.get("xml:lang").split("-")[0] not in READ]
    for e in expressions(text.text):
        if e.rule.startswith("dates.english") and any(a <= text.origin(e.start) < b for a, b in foreign):
            continue
        start, end = widened(text.span(e.start, e.end), fences)
        while quotes and start >= quotes[0].start:
            base = day_of(intro) if intro else None
            quoted = (quotes.pop(0).end, replace(context, base=base or spoken))
        if start < quoted[0]:
            here = quoted[1]
        else:
            here = context
            here.base = spoken if e.year is None and e.day is None else own
        value = resolve(e, here)
        if e.name == "ambiguous" and value.attributes:
            value = Value(value.attributes, "medium", f"{value.rule}.ambiguous")
            said = document.source.text[start:end]
            yield document.finding(
                start, value.rule, f"{said} may be day or month first; read as {value.attributes[0][1]}"
            )
        if value.rule.endswith("undecided"):  # a bare ordinal may be anything
            continue
        if in_zone(document, start, "back"):
            value = contemporary(e, value, own)
            if value.cert == "medium":
                said = document.source.text[start:end]
                yield document.finding(
                    start, value.rule, f"{said} cannot be in the year it says; read as {value.attributes[0][1]}"
                )
        if e.kind != "time":
            intro = value
        kind = "time" if e.kind == "time" else "date"
        evidence = (
            (("evidence", "conjecture" if value.cert == "medium" else "internal"),)
            if value.cert and value.attributes
            else ()
        )
        yield Annotation(
            start, end, kind, value.rule, (*value.attributes, *evidence), value.cert if value.attributes else None
        )


def contemporary(e: Expression, value: Value, own: date | None) -> Value:
    """Mend the year of a note of printing or issue that lies decades off the document.

    Such notes are made within weeks: when day and month fit and only the year is impossible, it is misread.
    """
    said = day_of(value)
    if own is None or said is None or e.kind != "day" or -timedelta(days=1) <= said - own <= timedelta(days=3660):
        return value
    for year in (own.year, own.year + 1):
        try:
            read = said.replace(year=year)
        except ValueError:
            continue
        if timedelta(0) <= read - own <= PROCESSED:
            return Value((("when", read.isoformat()),), "medium", f"{e.rule}.misread-year")
    return value


def when(document: Document, kind: str) -> date | None:
    """Give a fact of the document as a day of the calendar."""
    facts = document.of(kind)
    return day_of(Value(facts[0].attributes, None, "")) if facts else None


def day_of(value: Value) -> date | None:
    """Give the day that a value names; a month or a year names its first."""
    said = dict(value.attributes).get("when", "")
    try:
        return date.fromisoformat((said + "-01-01")[:10] if len(said) in (4, 7) else said)
    except ValueError:
        return None
