"""Languages: of Cyrillic script, Russian; of Latin script, the one whose small words a text has most of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from teilegram.model import Annotation, Source
from teilegram.vocabulary import table


def language(source: Source, blocks: Sequence[Annotation], script: str) -> str:
    """Give the language of a part: of Cyrillic, Russian; of Latin script, the one whose small words it has most of.

    >>> s = Source("x", "Der Botschafter hat sich nicht für die Note und das Gespräch bedankt", "")
    >>> language(s, [Annotation(0, len(s.text), "block", "")], "en")
    'de'
    """
    if script != "en":
        return script
    return told(source.text[blocks[0].start : min(max(b.end for b in blocks), blocks[0].start + SAMPLE)])


@lru_cache(maxsize=16)
def told(text: str) -> str:
    """Give the language of a text in Latin script; boundaries and parts ask for the same."""
    words = Counter(map(str.casefold, WORD.findall(text)))
    if not words:
        return "und"
    scores = {row["lang"]: sum(words[word] for word in row["words"].split()) for row in table("languages")}
    best = max(scores, key=lambda lang: scores[lang])
    return best if scores[best] > scores["en"] and scores[best] >= LEAST_WORDS else "en"


SAMPLE = 20_000
"""Characters of a part that tell its language."""
LEAST_WORDS = 3
"""Small words that it takes to tell a language other than English."""
WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
CYRILLIC_LANGUAGES = ("ru", "uk", "be", "bg", "sr", "mk")
