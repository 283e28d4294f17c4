"""Turns of speakers: paragraphs that begin with who speaks (Guidelines, COHQQ).

`Mr. Rusk: We have no such plans.`, `ХРУЩЕВ: …`, `Comrade Castro. We thank you.`  A label is believed when it has a
title, when its name is known to the document, or when several labels come again and again.  `Note: …` is no speaker.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cache

from teilegram.model import Annotation, Cert, Document
from teilegram.speech.words import alternatives, words

WORD = r"[A-ZÀ-ÞА-ЯЁ][\w.'’-]{0,30}"
NEXT_LINE = re.compile(r"(?<=[.?!…\"”»)])[ \t]*\r?\n[ \t]*(?=\S)")
"""Where a line begins after the end of a sentence."""
AGAIN = 3
"""Turns, of two speakers at least, that make labels of names nobody knows."""


@cache
def label() -> re.Pattern[str]:
    """Compile a name before a colon, or a title with a name before a full stop."""
    titles = alternatives("title")
    return re.compile(
        rf"[*_]{{0,3}}(?P<who>(?P<role>{alternatives('role')})|(?P<title>(?:{titles})\s)?{WORD}(?: {WORD}){{0,3}}?)"
        rf"(?: ?\([^)\n]{{1,40}}\))?(?P<stop>:[*_]{{0,3}}|\.(?=\s+[\"“«]?[A-ZА-ЯЁ]))(?=\s+\S)"
    )


@cache
def decision() -> re.Pattern[str]:
    """Compile the words of minutes before what was heard and decided: `СЛУШАЛИ:`, `Decided:`."""
    return re.compile(rf"(?:{alternatives('decision')}):(?=\s|$)")


def turns(document: Document) -> Iterator[Annotation]:
    """Yield a `said` over every paragraph that a speaker begins, with the `label`, and a `persName` where none is.

    `СЛУШАЛИ:` and `ПОСТАНОВИЛИ:` of minutes are labels too, of no speaker.
    """
    blocks = spoken(document)
    for block in blocks:
        heard = decision().match(document.source.text, block.start, block.end)
        if heard:
            yield Annotation(*heard.span(), "label", "speech.decision")
    found = [t for block in blocks for t in beginnings(document, block)]
    counted = Counter(key(t[1]["who"]) for t in found)
    often = len(counted) > 1 and len(found) >= AGAIN and max(counted.values()) > 1
    refs: dict[str, set[str]] = defaultdict(set)
    for p in document.of("persName", "participant"):
        refs[key(document.source.text[p.start : p.end])].add(p.get("ref") if p.kind == "persName" else "")
    spoke = [(block, said, cert) for block, said in found if (cert := believed(said, refs, often=often))]
    starts = [*(block.start for block, *_ in spoke[1:]), document.end]
    for (block, said, cert), until in zip(spoke, starts, strict=False):
        who = resolved(document, said, refs)
        _, end = document.source.trimmed(block.start, min(until, block.end))
        attributes = (*((("who", who),) if who else ()), ("direct", "true"))
        yield Annotation(block.start, end, "said", "speech.turn", attributes, cert)
        yield Annotation(block.start, said.end("stop"), "label", "speech.turn")
        names = document.inside(block.start, said.end("stop"), "persName")
        if not names and not said["role"]:
            yield Annotation(*said.span("who"), "persName", "speech.label", named(who), "medium")


def named(who: str) -> tuple[tuple[str, str], ...]:
    """Give the reference of a speaker whom an authority knows."""
    return (("ref", who),) if who and not who.startswith("#participant") else ()


def spoken(document: Document) -> list[Annotation]:
    """List the blocks that may be turns: not headings, not in head or foot, not in a quotation."""
    first = next((f.end for f in document.of("front")), document.start)
    feet = document.of("back")
    quoted = {b.start for q in document.of("said", "quote") for b in document.inside(q.start, q.end, "block")}
    heads = quoted | {h.start for h in document.of("head", "item")}
    return [
        b
        for b in document.of("block")
        if b.start not in heads and b.start >= first and not any(f.start <= b.start < f.end for f in feet)
    ]


def beginnings(document: Document, block: Annotation) -> Iterator[tuple[Annotation, re.Match[str]]]:
    """Yield the turns that a block holds: one, or one a line where every line begins after a full stop."""
    text = document.source.text
    first = turn(document, block)
    if not first:
        return
    yield first
    for m in NEXT_LINE.finditer(text, block.start, block.end):
        following = turn(document, replace(block, start=m.end()))
        if following:
            yield following


def turn(document: Document, block: Annotation) -> tuple[Annotation, re.Match[str]] | None:
    """Give a block with the label that it begins with."""
    said = label().match(document.source.text, block.start, min(block.end, block.start + 120))
    if not said or said["who"].rstrip(".") in words("not"):
        return None
    if said["stop"].startswith(".") and not said["title"]:
        return None
    return block, said


def believed(said: re.Match[str], known: Container[str], *, often: bool) -> Cert | None:
    """Tell how sure a label is a speaker's; None where nothing shows it."""
    colon = said["stop"].startswith(":")
    if key(said["who"]) in known and colon:
        return "high"
    if (said["title"] or said["role"]) and (colon or often):
        return "high" if often else "medium"
    return "medium" if often and colon else None


def key(name: str) -> str:
    """Give the last word of a name, folded: what two forms of it share.

    >>> key("N.S. Khrushchev"), key("ХРУЩЁВ")
    ('khrushchev', 'хрущев')
    """
    said = name.strip(" .,:*_").replace(".", " ").split()
    return said[-1].casefold().replace("ё", "е") if said else ""


def resolved(document: Document, said: re.Match[str], known: dict[str, set[str]]) -> str:
    """Give whom a label means: the entry of the authority, or the one participant of that name or office."""
    names = document.inside(said.start(), said.end("stop"), "persName")
    if names and names[0].get("ref"):
        return names[0].get("ref")
    wanted = key(said["who"])
    fits = [p for p in document.of("participant") if wanted in keys(document, p)]
    refs = {p.get("ref") or f"#{p.get('id')}" for p in fits}
    if len(refs) == 1:
        return refs.pop()
    people = known.get(wanted, set())
    return next(iter(people)) if len(people) == 1 else ""


def keys(document: Document, p: Annotation) -> set[str]:
    """Give the words by which a label may mean a participant."""
    return {key(word) for word in document.source.text[p.start : p.end].split()}
