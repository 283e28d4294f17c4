"""Lists of participants and of copies, and agendas, around a conversation or a meeting (Guidelines, COLI, CCAHPA).

    PARTICIPANTS
    The Secretary
    Anatoly F. Dobrynin, Soviet Ambassador

A headword, with or without a colon, begins the list; its items are the lines behind it, in the same block or in the
next, or what commas and semicolons divide in its own line.  Without a list, `between A and B` in the heading of a
conversation and `Present at the conversation were C and D` name those who took part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from teilegram.model import Annotation, Document
from teilegram.speech.words import alternatives

BETWEEN = re.compile(r"\b(?:between|with|между|zwischen|entre|mit|с)\b", re.IGNORECASE)
ATTENDED = re.compile(
    r"(?:Also )?[Pp]resent (?:at|during) the (?:conversation|talk|meeting) (?:was|were)|"
    r"The conversation was attended by|"
    r"На беседе присутствовал\w*|При беседе присутствовал\w*|В беседе участвовал\w*"
)
CONVERSATION = re.compile(r"conversation|беседы|Gespräch|entretien|memcon|conversación", re.IGNORECASE)
PARTS = re.compile(r"[;,][ \t]+(?=[A-ZА-ЯЁ])")
NAME = re.compile(r"(?:[A-Z]{1,4}[A-Za-z.]{0,8}: ?)?(?P<name>[^\n,;(]{2,60}?)(?=\s*(?:[,;(]|\s[-–—]\s|\s{2,}|\t|\.?$))")
LINE = re.compile(r"[^\n]+")
SENTENCE = re.compile(r" [a-zа-я]+ [a-zа-я]+ [a-zа-я]+ [a-zа-я]+ .*\.$")
"""A line that is a sentence about those present, and no name."""
GROUP = re.compile(
    r"(?:The )?(?:representatives|delegat(?:es|ions)|members|ambassadors|ministers) (?:of|from)\b", re.IGNORECASE
)
"""Those who are present as a group: what follows are countries or offices, and no persons."""
LONGEST = 110
"""Characters that the line of an item has at most."""
SIDES = re.compile(
    r"(?:(?:For )?(?:the )?(?:US|USA|U\.S\.|USSR|UK|Soviets?|American|Foreign|United States|"
    r"Советск|С советской|С американской)[\w ]*):?$"
)


@cache
def headword(kind: str) -> re.Pattern[str]:
    """Compile the headword of a list at the beginning of a block."""
    return re.compile(rf"\W{{0,4}}(?:{alternatives(kind)})(?:[ \t]*[:：]\**[ \t]*|\**[ \t]*(?=\n|$))")


def participants(document: Document) -> Iterator[Annotation]:
    """Yield a `list` with its `item`s, and a `participant` for everyone who took part."""
    blocks = document.of("block")
    people: list[Annotation] = []
    for at, block in enumerate(blocks):
        if EARLY <= at < len(blocks) - LATE:
            continue
        for kind in LISTS if at < EARLY else ("distribution",):
            begin = headword(kind).match(document.source.text, block.start, block.end)
            made = listed(document, blocks, at, begin.end(), kind) if begin else []
            yield from made
            if kind == "participants":
                for item in (a for a in made if a.kind == "item"):
                    names = apart(document, item)
                    yield from (name for name in names if name.rule.endswith(".apart"))
                    people += who(document, item, names)
    if not people:
        people = [*between(document), *attended(document)]
    seen: set[str] = set()
    for number, a in enumerate(people, 1):
        words = " ".join(document.source.text[a.start : a.end].split())
        if (a.get("ref") or words) not in seen:
            seen.add(a.get("ref") or words)
            yield a.having(id=f"participant-{number}")


LISTS = ("participants", "agenda", "distribution")
EARLY = 40
"""Blocks of a document in which lists of participants and agendas begin."""
LATE = 8
"""Blocks at its end in which distribution lists may stand."""


def listed(document: Document, blocks: list[Annotation], at: int, begin: int, kind: str) -> list[Annotation]:
    """Make the list behind a headword; nothing where prose follows it."""
    begun = begin_of_list(document, blocks, at, begin)
    if begun is None:
        return []
    block, begin = begun
    found = (document.source.trimmed(*m.span()) for m in LINE.finditer(document.source.text, begin, block.end))
    lines = [(a, b) for a, b in found if a < b]
    if len(lines) == 1 and kind == "participants" and GROUP.match(document.source.text, *lines[0]):
        return []
    if len(lines) == 1 and kind != "agenda":
        lines = divided(document, *lines[0])
    if len(lines) == 1 and kind == "participants" and SENTENCE.search(document.source.text, *lines[0]):
        return []
    if not lines or any(b - a > LONGEST * (3 if kind == "agenda" else 1) for a, b in lines):
        return []
    start, end = lines[0][0], lines[-1][1]
    if document.source.text.count("\t", block.start, block.end) >= COLUMNS or acts(document, lines):
        return []
    rule = f"speech.{kind}"
    made = [Annotation(start, end, "list", rule, (("type", kind),), "high")]
    made.insert(0, Annotation(start, end, kind, rule, (), "high"))
    return [*made, *(Annotation(a, b, "item", rule) for a, b in lines)]


def begin_of_list(document: Document, blocks: list[Annotation], at: int, begin: int) -> tuple[Annotation, int] | None:
    """Give the block and the offset where a list begins: behind its headword, or in the next block."""
    if document.source.text[begin : blocks[at].end].strip() or at + 1 == len(blocks):
        return blocks[at], begin
    block = blocks[at + 1]
    other = any(headword(word).match(document.source.text, block.start, block.end) for word in LISTS)
    headed = any(h.start == block.start for h in document.of("head"))
    return None if other or headed else (block, block.start)


COLUMNS = 3
"""Tabs that make a block a list in columns, which is another rule's."""


def acts(document: Document, lines: list[tuple[int, int]]) -> bool:
    """Tell whether a note or a gap lies over several lines: what it crosses cannot be an item."""
    over = document.inside(lines[0][0], lines[-1][1], "note", "gap")
    return any(not any(a <= act.start and act.end <= b for a, b in lines) for act in over)


def divided(document: Document, start: int, end: int) -> list[tuple[int, int]]:
    """Divide a line at semicolons, or where it has none at commas before capitals; the mark stays with its item."""
    text = document.source.text
    cuts = [m.start() + 1 for m in PARTS.finditer(text, start, end)]
    strong = [cut for cut in cuts if text[cut - 1] == ";"]
    edges = [start, *(strong or cuts), end]
    found = (document.source.trimmed(a, b) for a, b in pairwise(edges))
    return [(a, b) for a, b in found if a < b]


def apart(document: Document, item: Annotation) -> list[Annotation]:
    """Give the persons in an item, without what a name has of the line before: `The Secretary`, `A. Orlov`."""
    near = document.inside(max(document.start, item.start - LONGEST), item.end, "persName")
    found = [p for p in near if item.start < p.end]
    return [
        p if p.start >= item.start else replace(p, start=item.start, before=0, rule=f"{p.rule}.apart") for p in found
    ]


def who(document: Document, item: Annotation, names: list[Annotation]) -> Iterator[Annotation]:
    """Yield those whom an item names: the first name in it, else its words before the office."""
    if names:
        yield participant(names[0].start, names[0].end, names[0].get("ref"))
        return
    said = NAME.match(document.source.text, item.start, item.end)
    if (
        said
        and not SIDES.match(said["name"].strip())
        and not said["name"].strip().endswith(":")
        and said["name"][0].isupper()
    ):
        yield participant(*document.source.trimmed(*said.span("name")), "")


def participant(start: int, end: int, ref: str) -> Annotation:
    """Make the fact that somebody took part."""
    attributes = (*((("ref", ref),) if ref else ()), ("element", "persName"))
    return Annotation(start, end, "participant", "speech.participants", attributes, "high")


def between(document: Document) -> Iterator[Annotation]:
    """Yield those whom the heading of a conversation names."""
    for head in document.of("head"):
        about = CONVERSATION.search(document.source.text, head.start, min(head.end, head.start + 80))
        begin = BETWEEN.search(document.source.text, about.end(), head.end) if about else None
        if begin and not re.search(
            r"telegram|letter|note from|cable", document.source.text[head.start : begin.start()], re.IGNORECASE
        ):
            for name in document.inside(begin.end(), head.end, "persName"):
                yield participant(name.start, name.end, name.get("ref"))


def attended(document: Document) -> Iterator[Annotation]:
    """Yield those of whom a sentence near the end says that they were present."""
    for block in document.of("block")[-12:]:
        said = ATTENDED.match(document.source.text, block.start, block.end)
        if said:
            for name in document.inside(said.end(), block.end, "persName"):
                yield participant(name.start, name.end, name.get("ref"))
