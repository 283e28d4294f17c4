"""The kind of a document, weighed from several kinds of evidence (Guidelines, HD43 and CATREF).

`Telegram … regarding the letter of …`: what a heading names before it says what the document is about counts most;
then come salutations, `presents its compliments`, lists of participants, telegram numbers, `Постановили:`, as
`data/genre_evidence.tsv` has them.  Each kind of evidence counts once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from teilegram.model import Annotation, Cert, Document
from teilegram.vocabulary import table

HEADING = 5.0
"""What a heading weighs; so much, and more, is sure."""
LIKELY = 3.0
CLOSE = 0.55
"""The share of the weight of the best kind from which another is its rival."""
SAMPLE = 400
"""Characters at the beginning of a paragraph that are read."""
PARAGRAPHS = 400
"""Paragraphs of a document that are read, half of them from its end."""
ABOUT = re.compile(
    r"[\"“«„(]|\b(?:regarding|concerning|about|on|of|from|to|with|re|о|об|по|от|über|betreffend|von|vom|sur|concernant|de|sobre)\b",
    re.IGNORECASE,
)
"""What follows is the object, the sender or the date, and does not say what the document is."""


@cache
def kinds(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give a pattern for each kind of document, most particular first; a *Brief* is a letter in German only."""
    return tuple(
        (re.compile(rf"(?<!\w)(?:{row['words']})(?!\w)", re.IGNORECASE), row["genre"])
        for row in table("genres")
        if row["lang"] in ("en", "ru", lang)
    )


@cache
def evidence() -> tuple[tuple[str, str, float, str, re.Pattern[str]], ...]:
    """Give (genre, where, weight, rule, pattern) of all other evidence."""
    return tuple(
        (row["genre"], row["where"], float(row["weight"]), row["rule"], re.compile(row["pattern"]))
        for row in table("genre_evidence")
    )


def genre(document: Document) -> Iterator[Annotation]:
    """Yield the `genre` of a document as a fact with its certainty, and a close rival as another of low certainty."""
    document = document.main
    found: dict[str, list[tuple[float, str, int]]] = defaultdict(list)
    named = list(headings(document)) or list(catalogued(document))
    for name, weight, rule, at in (*named, *shown(document)):
        found[name].append((weight, rule, at))
    weights = {name: sum(one[0] for one in said) for name, said in found.items()}
    ranked = sorted(weights, key=lambda name: (-weights[name], found[name][0][2]))
    for place, name in enumerate(ranked[:2]):
        _, rule, at = max(found[name], key=lambda one: one[0])
        if place == 0:
            yield Annotation(at, at, "genre", rule, (("target", name),), certainty(weights[name]))
        elif weights[name] >= max(CLOSE * weights[ranked[0]], LIKELY):
            yield Annotation(at, at, "genre", rule, (("target", name),), "low")


def certainty(weight: float) -> Cert:
    """Give the certainty that a weight makes.

    >>> certainty(5), certainty(3), certainty(2)
    ('high', 'medium', 'low')
    """
    return "high" if weight >= HEADING else "medium" if weight >= LIKELY else "low"


def headings(document: Document) -> Iterator[tuple[str, float, str, int]]:
    """Yield the kind that the first heading to name one names; one that stands in its object weighs little."""
    langs = [(d, d.get("xml:lang")[:2]) for d in document.of("div")]
    for head in document.of("head"):
        text = document.source.text[head.start : head.end]
        lang = next((lang for part, lang in langs if part.holds(head)), "en")
        named = [(m.start(), i, name) for i, (pattern, name) in enumerate(kinds(lang)) if (m := pattern.search(text))]
        if named:
            start, _, name = min(named)
            about = ABOUT.search(text, begun(text))
            weight = HEADING if not about or start < about.start() else 2.0
            yield name, weight, "genre.heading", head.start
            return


COPIED = re.compile(
    r"\W*(?:\d{1,2}(?: / \d{1,2})? \w+ \d{4}\W+)?"
    r"(?:(?:copy|translation|draft|text|extract|excerpt|summary)s?\s+(?:of|from)\s+(?:an?|the)?\s*)?",
    re.IGNORECASE,
)
"""What may stand before the word that says what a document is: its date, and that it is a copy."""


def begun(text: str) -> int:
    """Give where a heading begins to say what it heads.

    >>> begun("26 March 1731. – Copy of a letter")
    27
    """
    said = COPIED.match(text)
    return said.end() if said else 0


def catalogued(document: Document) -> Iterator[tuple[str, float, str, int]]:
    """Yield the kind that the catalogue's title names before its object, where the transcript has one document."""
    text = document.source.meta.title or ""
    if document.count > 1 or not text:
        return
    at = begun(text)
    about = ABOUT.search(text, at)
    named = [
        (m.start(), i, name)
        for i, (pattern, name) in enumerate(kinds("en"))
        if (m := pattern.search(text, at, about.start() if about else len(text)))
    ]
    if named:
        yield min(named)[2], LIKELY, "genre.catalogue", document.start


def shown(document: Document) -> Iterator[tuple[str, float, str, int]]:
    """Yield what all other evidence shows."""
    places = paragraphs(document)
    for name, where, weight, rule, pattern in evidence():
        at = next((s for s, e in places[where] if holds(document, pattern, s, e, where)), None)
        if at is not None:
            yield name, weight, f"genre.{rule}", at


def holds(document: Document, pattern: re.Pattern[str], start: int, end: int, where: str) -> bool:
    """Tell whether a paragraph shows it: one of the text begins with it, any other has it somewhere."""
    text = document.source.text[start : min(end, start + (SAMPLE if where in ("text", "first") else 4 * SAMPLE))]
    return bool(pattern.match(text) if where == "text" else pattern.search(text))


def paragraphs(document: Document) -> dict[str, list[tuple[int, int]]]:
    """Give the spans of the paragraphs by where they stand; headings are none."""
    heads = {h.start for h in document.of("head")}
    fronts, backs = document.of("front"), document.of("back")
    blocks = [b for b in document.of("block") if b.start not in heads]
    if len(blocks) > PARAGRAPHS:
        blocks = blocks[: PARAGRAPHS // 2] + blocks[-PARAGRAPHS // 2 :]
    spans = [(b.start, b.end) for b in blocks]
    front = [s for s in spans if any(f.holds(Annotation(*s, "", "")) for f in fronts)]
    back = [s for s in spans if any(f.holds(Annotation(*s, "", "")) for f in backs)]
    text = [s for s in spans if s not in front and s not in back]
    return {"front": front + text[:1], "first": text[:1], "text": [*text, *back], "back": [*back, *text[-2:]]}
