"""Sender and addressee: from the heading, else from signature and salutation (Guidelines, HD44CD).

`Telegram from Soviet representative to the United Nations V. A. Zorin to USSR Foreign Ministry, 22 October`:
the sender is whoever is named first after *from*, the addressee after the *to* that follows the sender's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.model import Annotation, Document

FROM = re.compile(r"\b(?:from|by|от)\b", re.IGNORECASE)
TO = re.compile(r"\W{0,3}\s*(?:to|an|к|в)\s+(?:the\s+)?", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:regarding|concerning|about|on|in connection|with|of conversation between|о|об)\b", re.IGNORECASE
)
NAMES = ("persName", "orgName")


def correspondence(document: Document) -> Iterator[Annotation]:
    """Yield `sender` and `addressee` as facts over the names that show them, and `sentFrom` for the place."""
    sender = addressee = None
    for head in document.of("head"):
        sender = sender or named_sender(document, head)
        if sender and head.holds(sender):
            addressee = addressee or named_addressee(document, head, sender)
    if sender:
        yield fact(sender, "sender", "correspondence.heading")
    else:
        signed = [n for s in document.of("signed") for n in document.inside(s.start, s.end, *NAMES)]
        if signed:
            yield fact(signed[0], "sender", "correspondence.signature")
    if not addressee:
        saluted = [n for s in document.of("salute") for n in document.inside(s.start, s.end, *NAMES)]
        if saluted:
            yield fact(saluted[0], "addressee", "correspondence.salutation")
    else:
        yield fact(addressee, "addressee", "correspondence.heading")
    places = [p for d in document.of("dateline") for p in document.inside(d.start, d.end, "placeName")]
    if places:
        yield fact(places[0], "sentFrom", "correspondence.dateline")


def named_sender(document: Document, head: Annotation) -> Annotation | None:
    """Give the name that follows *from* in a heading, with no other subject between."""
    begin = FROM.search(document.source.text, head.start, head.end)
    if not begin:
        return None
    names = document.inside(begin.end(), head.end, *NAMES)
    people = [n for n in names if n.kind == "persName"]
    about = ABOUT.search(document.source.text, begin.end(), head.end)
    stop = about.start() if about else head.end
    chosen = [n for n in people if n.start < stop] or [n for n in names if n.start < stop]
    return chosen[0] if chosen else None


def named_addressee(document: Document, head: Annotation, sender: Annotation) -> Annotation | None:
    """Give the name that a *to* after the sender's name introduces."""
    to = TO.match(document.source.text, sender.end, head.end)
    if not to:
        return None
    about = ABOUT.search(document.source.text, to.end(), head.end)
    stop = about.start() if about else head.end
    names = document.inside(to.end(), stop, *NAMES)
    people = [n for n in names if n.kind == "persName"]
    chosen = people or names
    return chosen[0] if chosen else None


def fact(name: Annotation, kind: str, rule: str) -> Annotation:
    """Make a fact over the span of a name, with its reference."""
    attributes = (("ref", name.get("ref")),) if name.get("ref") else ()
    return Annotation(name.start, name.end, kind, rule, (*attributes, ("element", name.kind)), "high")
