"""natasha: names in Russian by a small neural model that comes with the package (`pip install 'teilegram[ru]'`).

Only its tagger is used.  Its morphology (pymorphy2) would need setuptools and an old Python, and is never started.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

KINDS = {"PER": "person", "LOC": "place", "ORG": "org"}
PIECE = 50_000
"""Characters that are tagged at once, so that memory does not grow with the text."""


@cache
def tools() -> tuple[Any, Any, Any]:
    """Give the class of texts, the segmenter and the tagger, its model loaded once in a process (about a second)."""
    import natasha  # noqa: PLC0415 - an extra, and slow

    return natasha.Doc, natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())


def find(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a Russian text; of a text in another language, none."""
    if lang != "ru":
        return
    text_of, segmenter, tagger = tools()
    for start, end in pieces(text):
        doc = text_of(text[start:end])
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        for span in doc.spans:
            yield start + span.start, start + span.stop, KINDS[span.type]


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Divide a text at the ends of sentences, or at spaces, into pieces that are tagged one by one."""
    start = 0
    while len(text) - start > PIECE:
        at = max(text.rfind(". ", start, start + PIECE) + 1, text.rfind("  ", start, start + PIECE))
        end = at if at > start else start + PIECE
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)
