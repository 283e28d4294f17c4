"""Turns of speakers: paragraphs that begin with who speaks (Guidelines, COHQQ).

`Mr. Rusk: We have no such plans.`, `ХРУЩЕВ: …`, `Comrade Castro. We thank you.`  A label is believed when it has a
title, when its name is known to the document, or when several labels come again and again.  `Note: …` is no speaker.
In a block that a speaker begins, a line begins the next turn where its label names somebody who is known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cache

from teilegram.model import Annotation, Cert, Document
from teilegram.speech.words import alternatives, words
from teilegram.vocabulary import UPPER

WORD = rf"[{UPPER}А-ЯЁ][\w.'’-]{{0,30}}"
AGAIN = 3
"""Turns, of two speakers at least, that make labels of names nobody knows."""


@cache
def label() -> re.Pattern[str]:
    """Compile a name before a colon, or a title with a name before a full stop."""
    titles = alternatives("title")
    return re.compile(
        rf"[*_]{{0,3}}(?P<who>(?:\[[^\]\n]{{1,20}}\] ?)?(?:"
        rf"(?P<role>{alternatives('role')})|(?P<title>(?:{titles})\s)?{WORD}(?: {WORD}){{0,3}}?))"
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
    first = [t for block in blocks if (t := turn(document, block))]
    known = {key(said["who"]) for _, said in first}
    known |= {key(document.source.text[p.start : p.end]) for p in document.of("persName", "participant")}
    found = [t for block, said in first for t in divided(document, block, said, known)]
    counted = Counter(key(t[1]["who"]) for t in found)
    often = len(counted) > 1 and len(found) >= AGAIN and max(counted.values()) > 1
    titled = len({key(said["who"]) for _, said in found if said["title"]})
    refs: dict[str, set[str]] = defaultdict(set)
    for p in document.of("persName", "participant"):
        refs[key(document.source.text[p.start : p.end])].add(p.get("ref") if p.kind == "persName" else "")
    for block, said in found:
        who = resolved(document, said, refs)
        cert = believed(said, refs, often=often or (bool(said["title"]) and titled >= AGAIN))
        if cert:
            attributes = (*((("who", who),) if who else ()), ("direct", "true"))
            yield Annotation(block.start, block.end, "said", "speech.turn", attributes, cert)
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


def turn(document: Document, block: Annotation) -> tuple[Annotation, re.Match[str]] | None:
    """Give a block with the label that it begins with."""
    said = label().match(document.source.text, block.start, min(block.end, block.start + 120))
    if not said or said["who"].rstrip(".") in words("not"):
        return None
    if said["stop"].startswith(".") and not said["title"]:
        return None
    return block, said


LINE = re.compile(r"\n[ \t]*(?=\S)")
ENDED = re.compile(r"[.?!…:;\"”»)\]][*_]{0,3}\s*$")


def divided(
    document: Document, block: Annotation, said: re.Match[str], known: Container[str]
) -> Iterator[tuple[Annotation, re.Match[str]]]:
    """Yield the turns of a block: a line within it begins one whose label names somebody known, after a sentence."""
    text, at, label_at = document.source.text, block.start, said
    top = document.start + TOP
    for line in LINE.finditer(text, block.start, block.end):
        piece = replace(block, start=line.end())
        here = turn(document, piece)
        if not here or not here[1]["stop"].startswith(":"):
            continue
        if key(here[1]["who"]) not in known and here[1]["who"] not in text[document.start : min(at, top)]:
            continue
        if any(a.start < line.end() < a.end for a in document.inside(block.start, block.end, *WHOLE)):
            continue
        if ENDED.search(text, max(line.start() - 8, at), line.start()):
            yield replace(block, start=at, end=at + len(text[at : line.start()].rstrip())), label_at
            at, label_at = line.end(), here[1]
    yield replace(block, start=at), label_at


TOP = 2000
"""Characters at the beginning of a document that name those who will speak."""
WHOLE = ("note", "gap", "supplied", "bracket", "gloss", "quote", "hi", "pageNum", "fw", "pb")
"""What no turn begins in the middle of."""


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
