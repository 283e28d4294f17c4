"""Speech and quotation that run over paragraphs (Guidelines, COHQQ).

“I would like to respond to Comrade Mikoyan.  “We listened …  A quotation mark that a paragraph opens and does
not close goes on to the paragraph that closes it, whether or not each paragraph opens it again.  Who speaks
is the first person named in the sentence before; a passage that is read out is a `quote`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.model import SPACE, Annotation, Document
from teilegram.vocabulary import table

LONGEST = 60
"""Paragraphs that one quotation may run over."""
CITED = re.compile(r"\s*\([^()\n]{1,120}\)[.,]?$")
"""What names the source behind a quotation: `… this grave loss." ("Pravda", November 25, 1963).`"""
SENTENCE = re.compile(r"[.?!][\"”’]?\s+(?=[A-ZА-ЯЁ\"“«])")


@cache
def written() -> re.Pattern[str]:
    """Compile the words that show a written text."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(row['word'] for row in table('speech'))})(?!\w)", re.IGNORECASE)


def speech(document: Document) -> Iterator[Annotation]:
    """Yield a `said` or a `quote` around the paragraphs of every quotation that an introduction announces."""
    first = next((f.end for f in document.of("front")), document.start)
    feet = document.of("back")
    blocks = [b for b in document.of("block") if b.start >= first and not any(f.holds(b) for f in feet)]
    at = 1
    while at < len(blocks):
        text = document.source.text[blocks[at].start : blocks[at].end]
        intro = blocks[at - 1]
        if text[0] in '“"«' and document.source.text[intro.start : intro.end].rstrip(SPACE).endswith(":"):
            stop = last_paragraph(document, blocks, at)
            if stop is not None:
                yield quotation(document, intro, blocks[at], blocks[stop])
                at = stop
        at += 1


def last_paragraph(document: Document, blocks: list[Annotation], at: int) -> int | None:
    """Give the index of the paragraph in which a quotation ends; None when it does not.

    A curly quotation mark is still open after a paragraph that has more opening than closing ones; a straight
    one after an odd number of them.  A source in parentheses may stand behind the last; what announces a quotation
    of its own is no part of one, nor is anything when the first paragraph closes what it opens and goes on.
    """
    curly = document.source.text[blocks[at].start] in "“«"
    for index in range(at, min(at + LONGEST, len(blocks))):
        text = CITED.sub("", document.source.text[blocks[index].start : blocks[index].end])
        if index > at and text.endswith(":"):
            return None
        if curly:
            if index > at and text[0] not in "“«" and not document.source.text[blocks[index].start].islower():
                return None
            if text.endswith(("”", "»")) and text.count("“") + text.count("«") <= text.count("”") + text.count("»"):
                return index
        elif text.endswith('"') and text.count('"') % 2 == (0 if index == at else 1):
            return index
        elif index == at and text.count('"') % 2 == 0:
            return None
    return None


def quotation(document: Document, intro: Annotation, first: Annotation, last: Annotation) -> Annotation:
    """Make the `said` or `quote`, with the speaker where one is named."""
    text = document.source.text[intro.start : intro.end]
    cut = [m.end() for m in SENTENCE.finditer(text)]
    start = intro.start + (cut[-1] if cut else 0)
    people = [p for p in document.inside(start, intro.end, "persName") if p.get("ref")]
    who = (("who", people[0].get("ref")),) if people else ()
    if written().search(text, start - intro.start):
        return Annotation(first.start, last.end, "quote", "speech.written", cert="medium")
    return Annotation(
        first.start, last.end, "said", "speech.announced", (*who, ("direct", "true")), "medium" if who else "low"
    )
