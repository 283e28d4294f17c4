"""Why a bracket supplies its words: to identify somebody or something, or because the sentence needs them.

`I [Kennedy] must say` and `[Oswaldo] Dorticos` are explanations, `[our]` and `[26 October]` are understood
(subaudible): a bracket that holds a name, or nothing but capitalised words where no sentence begins, explains; so
does one inside a word (`C[harles]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from teilegram.model import SPACE, Annotation, Document

NAME = 120
"""Characters that a name has at most on either side of a bracket inside it."""
CAPITALS = re.compile(r"(?:(?:[A-ZÀ-ÞА-ЯЁ][\w.'’-]*|of|the|and|de|von) ?)+")
PRONOUNS = frozenset(
    {
        "I",
        "The",
        "A",
        "An",
        "He",
        "She",
        "It",
        "We",
        "They",
        "My",
        "His",
        "Her",
        "Its",
        "Our",
        "Their",
        "Your",
        "This",
        "That",
    }
)
ARTICLES = ("the", "a", "an", "der", "die", "das", "le", "la", "el")
SENTENCE_END = re.compile(r"(?:^|[.?!:\"“”]|\n)\s*$")


def reasons(document: Document) -> Iterator[Annotation]:
    """Yield a `supplied` with its reason for every bracket that is none of the convention's other kinds."""
    for bracket in document.of("bracket"):
        reason = document.convention.reason
        if not reason:
            reason = "explanation" if explains(document, bracket) else "subaudible"
        rule = "conventions.supplied" if reason != "explanation" else "conventions.explanation"
        yield replace(bracket, kind="supplied", rule=rule, attributes=(("reason", reason), *bracket.attributes))


def explains(document: Document, bracket: Annotation) -> bool:
    """Tell whether a bracket identifies somebody or something."""
    names = document.inside(bracket.start, bracket.end, "persName", "orgName", "placeName")
    around = document.inside(bracket.start - NAME, bracket.end + NAME, "persName")
    if any(name.holds(bracket) for name in around):
        return True
    first = document.string(bracket).split()[:1]
    if names:  # `[in Prague]` is what the sentence needs, `[the Ambassador, A. Brown]` says who
        return not first or not first[0][0].islower() or first[0] in ARTICLES
    text = document.source.text
    if text[bracket.start - 1 : bracket.start].isalpha() or text[bracket.end : bracket.end + 1].isalpha():
        return True
    body = " ".join(document.string(bracket).split()).strip(SPACE)
    before = text[max(document.start, bracket.start - 3) : bracket.start]
    words = body.split()
    return (
        bool(CAPITALS.fullmatch(body))
        and words[0] not in PRONOUNS
        and words[0][0].isupper()
        and not SENTENCE_END.search(before)
    )
