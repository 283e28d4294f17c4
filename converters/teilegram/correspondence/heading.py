"""Sender and addressee of a heading: `Telegram from A to B regarding C`, `Report of the Embassy`, `TASS Report`.

What a heading is about ends what it says of its correspondents.  `to` belongs to the office where one is accredited
(`USSR Ambassador to the USA A.F. Dobrynin to CC CPSU`): it parts sender and addressee only behind a name, or where it
is the last of several that do, or does not follow an office that is held *to* somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from teilegram.correspondence.parties import parties, sort_of
from teilegram.model import Annotation, Document

FROM = re.compile(
    r"(?<!extract )(?<!extracts )(?<!excerpt )(?<!excerpts )\b(?:from|by|от|von|de la|de l['’]|du)\b"
    r"(?! (?:\d|(?:the )?(?:order|minutes|protocol|resolution|decree|diary|transcript)\b))",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\s*(?:(?:No\.?|№|Nr\.?) ?\d+[a-z]?\.?\s*\n)?")
"""The number of a document in its publication, before its heading."""
LETTER_TO = re.compile(r"[^\n]{0,40}?\b(?:letter|message|telegram|note|memorandum)\s+to\s+", re.IGNORECASE)
OF = re.compile(
    r"\W*(?:\w+ ){0,2}?(?:report|resolution|decree|decision|directive|note verbale|note|memorandum|memo|"
    r"statement|letter|message|telegram|cable|announcement|communiqué|despatch|"
    r"dispatch) of (?!conversation|talks?\b|\d)(?:the )?",
    re.IGNORECASE,
)
ISSUER = re.compile(r"\W*(?P<who>[A-ZА-ЯЁ]{3,})\s+(?:[Rr]eport|[Ss]tatement|[Cc]ommuniqué|[Aa]nnouncement|[Dd]ispatch)")
TO = re.compile(r"(?<=[\s,)])(?:to|an|для|в|к)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
HELD = re.compile(
    r"(?:Ambassador|Representative|Delegate|Envoy|Minister|Chargé d['’]Affaires|Adviser|Assistant|Secretary|Counselor|"
    r"Liaison|Observer)(?: Extraordinary| Plenipotentiary| and){0,3},?\s+$",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"[\"“«]|\b(?:regarding|concerning|about|in connection|in response|expressing|transmitting|containing|requesting|"
    r"reporting|summarizing|with|of conversation between|on (?!behalf)|re:?|subject:?|о|об|по вопросу|относительно|"
    r"über|betreffend|betr\.|au sujet|concernant)(?!\w)|,\s*(?=\d{1,2} [A-ZА-Яа-я]|[A-Z][a-z]+ \d{1,2},)|"
    r"\n\s*(?=\d{1,2} \w+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})",
    re.IGNORECASE,
)


def heading(document: Document, head: Annotation) -> Iterator[Annotation]:
    """Yield `sender` and `addressee` as facts, as far as one heading says them."""
    text = document.source.text
    rule = "correspondence.heading"
    noted = [n for n in document.inside(head.start, head.end, "noteAnchor") if n.end == head.end]
    head = replace(head, end=noted[0].start) if noted else head
    begin = FROM.search(text, head.start, head.end)
    number = NUMBER.match(text, head.start, head.end)
    at = number.end() if number else head.start
    issuer = ISSUER.match(text, at, head.end)
    about = ABOUT.search(text, begin.end() if begin else head.start, head.end)
    if begin and not ABOUT.search(text, head.start, begin.start()):
        stop = about.start() if about else head.end
        cut = divided(document, begin.end(), stop)
        yield from parties(document, (begin.end(), cut[0] if cut else stop), "sender", rule, "high")
        if cut:
            yield from parties(document, (cut[1], stop), "addressee", rule, "high")
    elif issuer:
        yield Annotation(*issuer.span("who"), "sender", "correspondence.issuer", (("element", "orgName"),), "medium")
    else:
        yield from issued(document, head, at)


def issued(document: Document, head: Annotation, at: int) -> Iterator[Annotation]:
    """Yield the institution or the person whose document it is: `Resolution of the Presidium of the CC CPSU`."""
    text = document.source.text
    begin = OF.match(text, at, head.end)
    if begin:
        about = ABOUT.search(text, begin.end(), head.end)
        stop = about.start() if about else head.end
        cut = divided(document, begin.end(), stop)
        yield from parties(
            document, (begin.end(), cut[0] if cut else stop), "sender", "correspondence.issuer", "medium"
        )
        if cut:
            yield from parties(document, (cut[1], stop), "addressee", "correspondence.heading", "high")
        return
    sent = LETTER_TO.match(text, at, head.end)
    if sent:
        about = ABOUT.search(text, sent.end(), head.end)
        stop = about.start() if about else head.end
        yield from parties(document, (sent.end(), stop), "addressee", "correspondence.heading", "high")


def divided(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """Give where the sender ends and the addressee begins; None where only a sender is named."""
    text = document.source.text
    people = document.inside(start, end, "persName")
    found = [m for m in TO.finditer(text, start, end) if not any(p.start < m.end() <= p.end for p in people)]
    behind = [m for m in found if people and m.start() >= people[0].end]
    if behind:
        return behind[0].span()
    free = [m for m in found if not HELD.search(text, max(start, m.start() - 40), m.start())]
    if free:
        return free[0].span() if sort_of(text[free[0].end() : end]) or people else None
    if len(found) == 1 and between_two_offices(text, start, found[0].span(), end):
        return found[0].span()
    return found[-1].span() if len(found) > 1 else None


def between_two_offices(text: str, start: int, to: tuple[int, int], end: int) -> bool:
    """Tell whether a *to* parts two offices, each with its article: `the Assistant Secretary to the Secretary`.

    An ambassador is accredited *to* somebody, so what follows has to be an office as well and no country.
    """
    before, after = text[start : to[0]], text[to[1] : end]
    article = re.search(r"\bthe\s+$", text[to[0] : to[1]], re.IGNORECASE)
    accredited = re.search(r"\b(?:Ambassador|Representative|Delegate|Envoy|Observer)\b", before, re.IGNORECASE)
    return bool(article) and not accredited and sort_of(after) == "rs"
