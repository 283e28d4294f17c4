"""Damage: text that the transcript has lost at a page's end or at its own edges (Guidelines, PHDA).

A document that begins in the middle of a sentence has lost its beginning; a paragraph that stops without a
stop, before one that begins anew, has lost its end, but not the titles above the first sentence of a page.  What is
lost is marked and reported, never repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from teilegram.model import SPACE, Annotation, Document, Finding

CLOSED = re.compile(r"(?:[.?!:;…\"”»)\]*¹²³⁴-⁹⁰0-9][\"'”’»)\]*]*|[:;.][-–—]{1,2})$")
SHAPES = ("list", "table", "lg", "quote")
"""What a paragraph without a stop leads up to: `We have since then`, and a list."""
STOP = re.compile(r"[^\W\d_]{3,}[.?!] ")
"""The end of a sentence inside a paragraph."""
WORDS = 10
"""Shortest paragraph, in words, of which it can be said that its end is missing."""
ENTRY = 5
"""Words that an entry under a heading has at most."""


def lost(document: Document) -> Iterator[Annotation | Finding]:
    """Yield a `gap` of reason `lost` wherever the text breaks off, and say so."""
    paragraphs = document.of("p")
    text = document.source.text
    if paragraphs and text[paragraphs[0].start].islower() and not document.of("head", "opener"):
        at = paragraphs[0].start
        yield Annotation(at, at, "gap", "damage.beginning", (("reason", "lost"), ("extent", "unknown")), "high")
        yield document.finding(
            at,
            "damage.beginning",
            "the document begins in the middle of a sentence; its beginning is not in the transcript",
        )
    begun = False
    for p, following in zip_longest(paragraphs, paragraphs[1:]):
        end = following.start if following else document.end
        turned = bool(document.inside(p.end, end, "pb", "cb"))
        begun = begun or bool(CLOSED.search(text[p.start : p.end].rstrip(SPACE)) or STOP.search(text, p.start, p.end))
        if following and not turned and (not begun or heads_list(document, following)):
            continue
        leads = cut_by_editor(document, p.end, end) or document.inside(p.end, end, *SHAPES)
        if breaks_off(text[p.start : p.end].rstrip(SPACE)) and not leads:
            yield Annotation(p.end, p.end, "gap", "damage.end", (("reason", "lost"), ("extent", "unknown")), "medium")
            said = " ".join(text[p.start : p.end].split())[-30:]
            yield document.finding(p.end, "damage.end", f"the text breaks off after “…{said}”; compare the scan")


def breaks_off(said: str) -> bool:
    """Tell whether a paragraph stops in the middle of a sentence: long enough, in sentences, and without a stop.

    >>> breaks_off("Only the USA alone had a trade with Cuba that was worth something before the Castro")
    True
    >>> breaks_off("It was so."), breaks_off("d) if they are the children of such parents as are named in the law,")
    (False, False)
    >>> breaks_off("It will be observed that he has formed a Cabinet, and of whom it consists:—")
    False
    """
    words = said.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= WORDS and small * 2 >= len(words) and not said.endswith(",") and not CLOSED.search(said)


def heads_list(document: Document, following: Annotation) -> bool:
    """Tell whether a paragraph is a heading over entries: a few words without a stop follow it."""
    said = document.source.text[following.start : following.end].rstrip(SPACE)
    return len(said.split()) <= ENTRY and not CLOSED.search(said) and said[0].isupper()


def cut_by_editor(document: Document, start: int, end: int) -> bool:
    """Tell whether an editor's cut stands between two paragraphs."""
    return any(g.get("reason") != "lost" for g in document.inside(start, end, "gap"))
