"""Newspapers and magazines by what stands beside them: `the newspaper "Venkov"`, `"Life" magazine`, `in the Times`.

A title that is a word as well (`Time`, `Die Presse`) is one only in quotation marks, beside such a word, or, in a
foreign language, behind an English one; in its own, where the article has a capital within a sentence: `dans Le
Temps` (Guidelines, NDORG: who publishes is an organisation).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teilegram.names.heads import Head
from teilegram.names.lexicon import Hit, function_words
from teilegram.names.made import organisation

QUOTED = re.compile(r" [\"'„»«]([^\W\d_][^\"'„»«“\n]{2,40})[\"'«»“]")
AFTER = re.compile(r" (?:(?:of the )?)((?:[A-ZÀ-Þ][\w'-]{2,30})(?: (?:de |la |of )?[A-ZÀ-Þ][\w'-]+){0,3})")
BEFORE = re.compile(r"[\"'„»«]([^\W\d_][^\"'„»«“\n]{2,40})[\"'«»“] $")
ARTICLE = re.compile(r"(?<!\w)(?:[Tt]he|THE) $")
ENGLISH = re.compile(r"(?<!\w)(?:in|of|by|from|to|the|for|and|with|on|reads?|see) $")
ON = re.compile(r" [A-Z]| ?&|-")
WITHIN = re.compile(r"[a-zß-ÿ,] $")
OF_ITS_OWN = ("Le", "La", "Les", "Die", "Der", "Das", "Il", "El")
TITLE = re.compile(r"(?:(?<![\w.])[A-ZÀ-Þ][\w'-]* ){1,3}$")
LONGEST = 46
RULE = "names.org.paper"


def papers(text: str, marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield the newspapers and magazines of a text.

    >>> from teilegram.names.heads import heads
    >>> said = 'in the newspaper "Venkov", in the Times and in Die Presse; "Life" magazine, Life goes on. Die Presse'
    >>> [said[h.start:h.end] for h in papers(said, heads(said))]
    ['Venkov', 'Times', 'Die Presse', 'Life']
    """
    done = 0
    for m in marks:
        if "org.paper" in m.kinds:
            span = beside(text, m)
        elif m.kinds & {"org.entitled"} and (span := entitled(text, m)):
            pass
        elif m.kinds & {"org.article", "org.title"}:
            span = (m.start, m.end) if is_title(text, m) else None
        else:
            continue
        if span and span[0] >= done:
            done = span[1]
            yield organisation(text, *span, rule=RULE)


def beside(text: str, m: Head) -> tuple[int, int] | None:
    """Give the title beside a word for a periodical: in quotation marks on either side, or capitalised behind it."""
    right = QUOTED.match(text, m.end)
    if right:
        return right.span(1)
    left = BEFORE.search(text, max(0, m.start - LONGEST), m.start)
    if left:
        return left.span(1)
    after = AFTER.match(text, m.end) if text[m.start].islower() and text[m.start : m.end] != "paper" else None
    return after.span(1) if after and after[1].split(" ")[0] not in function_words() else None


def entitled(text: str, m: Head) -> tuple[int, int] | None:
    """Give a title that ends with a word for a periodical, behind an article or a preposition.

    >>> from teilegram.names.heads import heads
    >>> said = "The Shanghai Weekly Review and the Leeds Mercury; wrote to the Daily Herald, not a Winter Quarterly"
    >>> [said[slice(*span)] for m in heads(said) if "org.entitled" in m.kinds and (span := entitled(said, m))]
    ['Shanghai Weekly Review', 'Leeds Mercury', 'Daily Herald']
    """
    before = TITLE.search(text, max(0, m.start - LONGEST), m.start)
    words = before[0].split() if before else []
    last = max((i for i, word in enumerate(words) if word in function_words() or is_no_title(word)), default=-1)
    kept = words[last + 1 :]
    start = m.start - sum(len(word) + 1 for word in kept)
    lead = text[max(0, start - 8) : start]
    shown = ARTICLE.search(lead) or (ENGLISH.search(lead) and len(kept) > 0)
    return (start, m.end) if (kept or " " in text[m.start : m.end]) and shown and not ON.match(text, m.end) else None


def is_no_title(word: str) -> bool:
    """Tell whether a word is somebody's: `the King's Gazette`; the people's paper is a title."""
    return word.endswith("'s") and word not in ("People's", "Worker's", "Women's", "Children's")


def is_title(text: str, m: Head) -> bool:
    """Tell whether a title of the table is one here."""
    left, right = text[max(0, m.start - 1) : m.start], text[m.end : m.end + 1]
    if left in "\"„»«'" and left and right in "\"“«»'" and right:
        return True
    before = text[max(0, m.start - 8) : m.start]
    own = text[m.start : m.end].split(" ", maxsplit=1)[0] in OF_ITS_OWN
    if own and "org.title" in m.kinds and WITHIN.search(before):
        return True
    if "org.article" in m.kinds:
        return bool(ARTICLE.search(before)) and not ON.match(text, m.end)
    return " " in text[m.start : m.end] and bool(ENGLISH.search(before)) and not ON.match(text, m.end)
