"""The document's own date: from its heading, its dateline, its closer, or the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from teilegram.dates.absolute import bounded
from teilegram.dates.conflicts import conflicts
from teilegram.dates.context import Context
from teilegram.dates.expression import Expression
from teilegram.dates.recognised import expressions, near
from teilegram.dates.resolve import resolve
from teilegram.dates.value import BOUNDS, Attributes, Days, Value, days_of, extent
from teilegram.edtf import read
from teilegram.model import Annotation, Document, Finding
from teilegram.offsets import reading, unread

MEETING = re.compile(r"\b(?:meeting|conversation|talks?|discussions?|interview|reception|visit)\b", re.IGNORECASE)
SET_OFF = re.compile(r"(?:,|\n|^|[*_])[\s*_]*$")
"""What stands before the document's own date in a heading; `letter of 9 November` has another's."""
BOUND = re.compile(
    r"(?<!\w)(?:(?P<by>(?:no|not) later than|before|не позднее|не позже|до|spätestens(?: am)?|nicht später als|vor|"
    r"au plus tard(?: le)?|avant(?: le)?|antes del?)|"
    r"(?P<after>(?:no|not) earlier than|after|не ранее|после|frühestens(?: am)?|nach|après(?: le)?|después del?)|"
    r"(?P<about>about|circa|ca?\.|approximately|около|um|vers(?: le)?))"
    r"[ \n*_\[(]*$",
    re.IGNORECASE,
)
"""What makes the date of a heading a bound: `no later than 9 July 1964`."""

OF = re.compile(r"(?<!\w)(?:of|dated|от|vom|du|del)[ \n*_]+$", re.IGNORECASE)
"""What stands before the date of a paper that is spoken of."""

Dated = tuple[tuple[int, int], Expression, Value]


def document_date(document: Document) -> Iterator[Annotation | Finding]:
    """Yield the document's own date as a fact, the day of the conversation it reports, and dates that disagree.

    The heading's last full date is the document's, unless it is not set off and the opener has a date; one before
    it in a heading that names a meeting is the meeting's; else the first date before the text, else a day before the
    text whose year the heading or the catalogue has, else the first after it, else a month before it, else the
    catalogue's.
    """
    document = document.main
    text = reading(document.source.text, document.start, document.end, unread(document))
    found = expressions(document, text)
    context = Context(None, near(document, found))
    known = [
        dated(document, text.span(e.start, e.end), e, context)
        for e in found
        if e.kind in ("day", "range", "part") and (e.year is not None or e.month is not None)
    ]
    full = [d for d in known if d[1].day is not None and d[1].year is not None]
    made = list(chosen(document, full, known))
    yield from made
    yield from conflicts(document, [(span, value) for span, _, value in full], made)


def dated(document: Document, span: tuple[int, int], e: Expression, context: Context) -> Dated:
    """Resolve a date that may be the document's, with the words before it that make it a bound."""
    bound = BOUND.search(document.source.text, max(document.start, span[0] - 24), span[0])
    modifier = e.modifier or ((bound.lastgroup or "") if bound and e.year is not None else "")
    return span, e, bounded(resolve(replace(e, modifier=""), context), modifier)


def chosen(document: Document, full: list[Dated], known: list[Dated]) -> Iterator[Annotation]:
    """Yield the document's date, and that of the conversation that its heading names."""
    heads = document.of("head")
    before = [d for d in full if stands_before(document, d, heads)]
    for head in heads:
        said = [d for d in full if head.start <= d[0][0] and d[0][1] <= head.end]
        if not said:
            continue
        meeting = MEETING.search(document.source.text, head.start, head.end)
        if before and not SET_OFF.search(document.source.text, max(head.start, said[-1][0][0] - 12), said[-1][0][0]):
            yield from fact(before[0], "documentDate", "dates.document.dateline")
            if meeting:
                yield from fact(said[0], "conversationDate", "dates.document.conversation")
            return
        yield from fact(said[-1], "documentDate", "dates.document.heading")
        if len(said) > 1 and meeting:
            yield from fact(said[0], "conversationDate", "dates.document.conversation")
        return
    yield from undated_heading(document, full, known, heads)


def undated_heading(
    document: Document, full: list[Dated], known: list[Dated], heads: list[Annotation]
) -> Iterator[Annotation]:
    """Yield the date of a document whose heading has none."""
    front = [d for d in full if in_zone(document, d[0][0], "front")]
    if front:
        first = next((d for d in front if not of_another(document, d)), front[0])
        yield from fact(first, "documentDate", "dates.document.dateline")
        return
    completed = next(completed_dateline(document, known, heads), None)
    if completed:
        yield completed
        return
    back = [d for d in full if in_zone(document, d[0][0], "back")]
    if back:
        yield from fact(back[0], "documentDate", "dates.document.closer")
        return
    if document.source.meta.date and document.count == 1:
        said = read(document.source.meta.date)
        if said:
            yield Annotation(
                document.start, document.start, "documentDate", "dates.document.catalogue", said[0], said[1] or "high"
            )
            return
    for d in known:
        inside = any(h.start <= d[0][0] < h.end for h in heads) or in_zone(document, d[0][0], "front")
        if inside and d[1].year is not None:
            yield from fact(d, "documentDate", "dates.document.month")
            return


def of_another(document: Document, d: Dated) -> bool:
    """Tell whether a date is said of another paper: `Reply to the letter of 9 July 1938`."""
    return bool(OF.search(document.source.text, max(document.start, d[0][0] - 12), d[0][0]))


def stands_before(document: Document, d: Dated, heads: list[Annotation]) -> bool:
    """Tell whether a date stands before the text, outside the headings."""
    return in_zone(document, d[0][0], "front") and not any(h.start <= d[0][0] < h.end for h in heads)


def completed_dateline(document: Document, known: list[Dated], heads: list[Annotation]) -> Iterator[Annotation]:
    """Yield a dateline without its year (`Moscow, 6 November`), which the heading or the catalogue has."""
    inside = [
        days
        for (start, _), e, value in known
        if e.year is not None and any(h.start <= start < h.end for h in heads)
        for days in own_days(value)
    ]
    said = read(document.source.meta.date) if document.source.meta.date and document.count == 1 else None
    from_catalogue = [days for _, text in (said[0] if said else ()) if (days := days_of(text))]
    if not inside and not from_catalogue:
        return
    for span, e, value in known:
        if (
            e.kind != "day"
            or e.day is None
            or e.year is not None
            or not stands_before(document, (span, e, value), heads)
        ):
            continue
        for choice, rule in ((inside, "heading"), (from_catalogue, "catalogue")):
            if choice and choice[0].first.year == choice[-1].last.year:
                whole = resolve(replace(e, year=choice[0].first.year), Context(None))
                for made in fact((span, e, whole), "documentDate", f"dates.document.dateline.year-of-{rule}"):
                    yield replace(made, cert="high")
                return
        return


def own_days(value: Value) -> Iterator[Days]:
    """Yield the days of a value, if it has both ends."""
    days = extent(value.attributes)
    if days:
        yield days


def fact(found: Dated, kind: str, rule: str) -> Iterator[Annotation]:
    """Yield a date as a fact of the header."""
    (start, end), _, value = found
    attributes: Attributes = tuple((name, text) for name, text in value.attributes if name in BOUNDS)
    if attributes:
        yield Annotation(start, end, kind, rule, attributes, value.cert)


def in_zone(document: Document, offset: int, zone: str) -> bool:
    """Tell whether an offset lies in the head or the foot of a part, and in no note about the document."""
    return any(z.start <= offset < z.end for z in document.of(zone)) and not any(
        n.start <= offset < n.end for n in document.of("note")
    )
