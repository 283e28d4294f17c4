"""The step: every date of a document with its value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from teilegram.dates.conflicts import weekday_finding
from teilegram.dates.context import Context
from teilegram.dates.encoded import is_encoded
from teilegram.dates.expression import Expression
from teilegram.dates.own import in_zone
from teilegram.dates.recognised import expressions, near
from teilegram.dates.resolve import resolve
from teilegram.dates.scopes import Scopes, day_said
from teilegram.dates.tense import direction, opens
from teilegram.dates.value import Value
from teilegram.model import Annotation, Document, Finding
from teilegram.offsets import reading, unread, widened

PROCESSED = timedelta(days=92)
"""How long after a document its copies may be printed and issued."""
TURNED = ("weekday", "season", "feast", "day", "range")
"""Kinds that tense may turn to the past or the future."""


def dates(document: Document) -> Iterator[Annotation | Finding]:
    """Yield `date` and `time` with their values, and `timeExpression` for what is neither in this document."""
    text = reading(document.source.text, document.start, document.end, unread(document))
    found = expressions(document, text)
    scopes = Scopes(document, near(document, found), found)
    fences = [(a.start, a.end) for a in document.of("bracket", "hi", "sic", "unclear")]
    for at, e in enumerate(found):
        start, end = widened(text.span(e.start, e.end), fences)
        context = scopes.at(start, e)
        value = valued(text.text, e, context)
        if value.rule.endswith("undecided"):  # a bare ordinal may be anything
            continue
        if in_zone(document, start, "back"):
            value = contemporary(e, value, scopes.own)
        scopes.said(start, end, e, value)
        made = annotation(start, end, e, value, external=scopes.external and value.cert == "high")
        if not is_encoded(text.text, found, at, value, speaks=scopes.knows(start, text.text, e)):
            yield replace(made, kind="timeExpression")
            continue
        yield from findings(document, start, end, e, value)
        yield made


def valued(text: str, e: Expression, context: Context) -> Value:
    """Resolve an expression of a reading in its context."""
    context.direction = direction(text, e.start, e.end) if e.year is None and e.kind in TURNED else 0
    context.opens = e.year is not None and opens(text, e.start, bare=e.month is None)
    value = resolve(e, context)
    if (e.ambiguous or e.name == "ambiguous") and value.attributes:
        return Value(value.attributes, "medium", f"{value.rule}.ambiguous")
    return value


def annotation(start: int, end: int, e: Expression, value: Value, *, external: bool) -> Annotation:
    """Make the element of a date: what is inferred says how sure it is, and from what."""
    said = bool(value.attributes)
    evidence = "conjecture" if value.cert in ("medium", "low") else "external" if external else "internal"
    attributes = (*value.attributes, ("evidence", evidence)) if value.cert and said else value.attributes
    kind = "time" if e.kind == "time" else "date"
    return Annotation(start, end, kind, value.rule, attributes, value.cert if said else None)


def findings(document: Document, start: int, end: int, e: Expression, value: Value) -> Iterator[Finding]:
    """Yield what a person should look at: figures in either order, a misread year, a weekday that does not fit."""
    said = " ".join(document.source.text[start:end].split())
    if value.rule.endswith(".ambiguous"):
        yield document.finding(start, value.rule, f"{said} may be day or month first; read as {value.attributes[0][1]}")
    if value.rule.endswith(".misread-year"):
        yield document.finding(
            start, value.rule, f"{said} cannot be in the year it says; read as {value.attributes[0][1]}"
        )
    if value.rule.endswith(".double-differs"):
        yield document.finding(
            start, value.rule, f"{said}: Old Style and New Style do not agree; read as {value.attributes[0][1]}"
        )
    if e.kind == "day" and e.day is not None and value.get("when"):
        yield from weekday_finding(document, start, end, value)


def contemporary(e: Expression, value: Value, own: date | None) -> Value:
    """Mend the year of a note of printing or issue that lies decades off the document.

    Such notes are made within weeks: when day and month fit and only the year is impossible, it is misread.
    """
    said = day_said(value)
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
