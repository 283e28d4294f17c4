"""The kind of document, from the words of its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.model import Annotation, Document
from teilegram.vocabulary import table


@cache
def kinds() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give a pattern for each kind of document, most particular first."""
    return tuple(
        (re.compile(rf"(?<!\w)(?:{row['words']})(?!\w)", re.IGNORECASE), row["genre"]) for row in table("genres")
    )


def genre(document: Document) -> Iterator[Annotation]:
    """Yield the `genre` of a document as a fact: the first that a heading names, or else a salutation's letter."""
    heads = document.of("head")
    for head in heads:
        text = document.source.text[head.start : head.end]
        found = [(m.start(), i, name) for i, (pattern, name) in enumerate(kinds()) if (m := pattern.search(text))]
        if found:
            yield Annotation(head.start, head.end, "genre", "genre.heading", (("target", min(found)[2]),), "high")
            return
    salutes = [
        s
        for s in document.of("salute")
        if re.match(r"(?:my )?dear\b|уважаемый|дорогой", document.string(s), re.IGNORECASE)
    ]
    if salutes:
        yield Annotation(
            salutes[0].start, salutes[0].end, "genre", "genre.salutation", (("target", "letter"),), "medium"
        )
