"""Whence a document was sent: the place in its dateline, or a town beside or below its date (Guidelines, DSOC)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.correspondence.parties import fact, sort_of
from teilegram.model import SPACE, Annotation, Document

TOWN = re.compile(r"[A-ZÀ-ÞА-ЯЁ][a-zà-ÿа-яё]{2,20}(?:[ -][A-ZÀ-ÞА-ЯЁ][a-zà-ÿа-яё]{2,20}){0,2}")
WITH_COUNTRY = re.compile(
    rf"(?P<town>{TOWN.pattern}), (?:USSR|USA|U\.S\.A\.|D\.C\.|District of Columbia|СССР|США|{TOWN.pattern})"
)
NOT_TOWNS = frozenset(
    {
        "secret",
        "confidential",
        "urgent",
        "personal",
        "restricted",
        "copy",
        "agenda",
        "present",
        "appendix",
        "translation",
        "sir",
        "sirs",
        "madam",
        "gentlemen",
        "excellency",
        "monsieur",
        "press conference",
        "conference",
        "meeting",
    }
)


def sent_from(document: Document) -> Iterator[Annotation]:
    """Yield `sentFrom`: a place that is known, or a line that is a town's name in the block that has the date."""
    known = [p for d in document.of("dateline") if stands(document, d) for p in place_of(document, d)]
    if known:
        yield fact(known[0], "sentFrom", "correspondence.dateline", "high")
        return
    heads = {h.start for h in document.of("head")}
    blocks = [b for f in document.of("front") for b in document.inside(f.start, f.end, "block") if b.start not in heads]
    for block in blocks:
        dates = document.inside(block.start, block.end, "date")
        for start, end in cells(document, block, dates):
            town = TOWN.fullmatch(document.source.text, start, end) if dates else None
            town = town or WITH_COUNTRY.fullmatch(document.source.text, start, end)
            if town and is_town(document, town):
                span = town.span("town") if "town" in town.re.groupindex else town.span()
                attributes = (("element", "placeName"),)
                yield Annotation(*span, "sentFrom", "correspondence.town", attributes, "medium")
                return


def place_of(document: Document, dateline: Annotation) -> list[Annotation]:
    """List the places of a dateline that no word in small letters leads up to: `of the Soviet Union` is an address."""
    places = document.inside(dateline.start, dateline.end, "placeName")
    text = document.source.text
    return [p for p in places if not re.search(r"[a-zа-я]", text[dateline.start : p.start])][:1]


def stands(document: Document, dateline: Annotation) -> bool:
    """Tell whether a dateline is the document's: with a date in its block, or before the text beside a dated block."""
    blocks = document.of("block")
    at = next((i for i, b in enumerate(blocks) if b.holds(dateline)), -1)
    if at < 0:
        return False
    dated = [bool(document.inside(b.start, b.end, "date")) for b in blocks[max(at - 1, 0) : at + 2]]
    own = bool(document.inside(blocks[at].start, blocks[at].end, "date"))
    return own or (any(f.holds(dateline) for f in document.of("front")) and any(dated))


def cells(document: Document, block: Annotation, dates: list[Annotation]) -> Iterator[tuple[int, int]]:
    """Yield what stands in the lines of a block beside the dates and between wide gaps."""
    text = document.source.text
    cuts = [(d.start, d.end) for d in dates]
    cuts += [m.span() for m in re.compile(r"\n|[ \t]{3,}|(?<=\w),[ \t]*(?=\d)").finditer(text, block.start, block.end)]
    at = block.start
    for left, right in [*sorted(cuts), (block.end, block.end)]:
        start, end = document.source.trimmed(at, max(at, left))
        end = start + len(text[start:end].rstrip(SPACE + ",.*"))
        if start < end:
            yield start, end
        at = max(at, right)


def is_town(document: Document, town: re.Match[str]) -> bool:
    """Tell whether a capitalised line is no person, institution, stamp or greeting."""
    return (
        not sort_of(town[0])
        and town[0].casefold() not in NOT_TOWNS
        and not document.inside(town.start(), town.end(), "persName", "orgName", "stamp")
        and not any(s.start <= town.start() < s.end for s in document.of("stamp", "salute", "distribution"))
    )
