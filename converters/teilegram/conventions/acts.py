"""Acts: what one bracket is, by its words; a reader for each kind, the first that knows the bracket decides.

`[section deleted—trans.]` is a `gap`, `[in confrontation—ed.]` a `note`, `[*podzuzhivaniye*]` a `gloss`
(Guidelines, COED, PHOM); the words are the convention's vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from teilegram.conventions.quantity import quantity
from teilegram.model import SPACE, Annotation, Convention


class Bracket(NamedTuple):
    """A bracket in the text: its outer span, and how much of each end is mark."""

    start: int
    end: int
    body: str
    resp: str
    before: int
    after: int
    signed: bool


ELLIPSIS = re.compile(r"…{1,3}|(?:\. ?){2,12}\.?")
ITALIC = re.compile(r"\*[^*\n]+\*|_[^_\n]+_")
TRANSLITERATED = re.compile(r"\*[A-Za-z'’ʹʺ´` -]+\*")
WORD_BEFORE = re.compile(r"[^\s\[\](){}]+\s*$")
DOUBTFUL = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,2} ?\?")
ASKING = frozenset(
    ("who", "what", "when", "where", "why", "how", "which", "whose", "is", "are", "was", "were", "did", "does")
)
MARKS = "*_"
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold; TEI has no place for its sign in what is said of a gap."""


@cache
def keys(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Part words that are all of a phrase from those that begin one."""
    folded = [word.casefold() for word in words]
    return frozenset(w for w in folded if w[-1:] not in ("*", ":")), tuple(
        w.rstrip("*") for w in folded if w[-1:] in ("*", ":")
    )


def matches(body: str, words: Iterable[str]) -> bool:
    """Tell whether a bracket says one of the words, or begins with one that ends in `*` or `:`; italics do not count.

    >>> matches("*Text not declassified*", ["text not declassified"])
    True
    >>> matches("sealed", ["seal*"]), matches("seal", ["seal*"])
    (False, True)
    """
    folded = " ".join(body.casefold().split()).strip(MARKS)
    exact, stems = keys(tuple(words))
    if folded in exact or not folded.startswith(stems):
        return folded in exact
    begun = (stem for stem in stems if folded.startswith(stem))
    return any(stem.endswith(":") or not folded[len(stem) : len(stem) + 1].isalnum() for stem in begun)


def says(rest: str, words: Iterable[str]) -> bool:
    """Tell whether a phrase is one of the reasons, or ends or begins with one: `name and title not declassified`.

    A clause of the text may end like one, and is none: `which were not included`.

    >>> says("name and title not declassified", ["not declassified"]), says("illegible word", ["illegible"])
    (True, True)
    >>> says("the deleted items of the list were many", ["deleted"]), says("which was deleted", ["deleted"])
    (False, False)
    """
    folded = " ".join(rest.casefold().split()).strip(MARKS + ".")
    said = folded.split()
    if CLAUSE.intersection(said[:-1]) or len(said) > LONG:
        return False
    short = len(said) <= SHORT
    return any(folded == w or folded.endswith(f" {w}") or (short and folded.startswith(f"{w} ")) for w in words)


SHORT, LONG = 3, 16
"""Words of a phrase that may begin with its reason (`illegible word`), and of one that may end with it."""
CLAUSE = frozenset(
    ("i", "you", "he", "she", "it", "we", "they", "which", "that", "who", "whom", "whose", "had", "has", "have", "must")
)
"""What only a sentence has."""


def source_note(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`[Source: archive; copy obtained by …]`, in italics or not."""
    if matches(body, convention.vocabulary["source"]):
        stars = next(
            (n for n in (3, 2, 1) if text[max(b.start - n, 0) : b.start] == "*" * n == text[b.end : b.end + n]), 0
        )
        attributes = (("type", "source"), *((("rend", "italic"),) if stars else ()))
        yield Annotation(
            b.start - stars, b.end + stars, "note", "conventions.source", attributes, None, stars + 1, stars + 1
        )


def sic(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`wherin [sic]`, `word [?]`: the mark is the rendition of what is said of the word before it."""
    word = WORD_BEFORE.search(text, max(0, b.start - 60), b.start)
    if not word or "\n" in word[0]:
        return
    start, after = word.start(), b.end - word.start() - len(word[0].rstrip(SPACE))
    if matches(body.strip(f"{MARKS}!."), convention.vocabulary["sic"]):
        yield Annotation(start, b.end, "sic", "conventions.sic", after=after)
    elif body.strip(MARKS) in ("?", "??"):
        yield Annotation(start, b.end, "unclear", "conventions.unclear", DOUBT, after=after)


DOUBT = (("reason", "illegible"), ("cert", "low"))


def doubt(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`[Muravyov?]`: a reading that the editor doubts; a question of the text has more words, or asks."""
    del text, convention
    if DOUBTFUL.fullmatch(body) and body.split(maxsplit=1)[0].casefold().rstrip("?") not in ASKING:
        content = len(b.body.rstrip(SPACE)) - 1
        after = b.end - b.start - b.before - content
        yield Annotation(b.start, b.end, "unclear", "conventions.unclear", DOUBT, None, b.before, after)


def gap(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`[section deleted—trans.]`, `[1½ lines not declassified]`, `[3 words illegible]`, `[…]`, `[Here follows …]`."""
    del text
    words = convention.vocabulary
    start = b.start + b.before
    if CONTROL.search(body) or matches(body, words["note"]) or (b.signed and b.after == 1):
        return  # a note that announces itself is one, whatever it says is lost
    body = body.strip(MARKS)
    amount = quantity(body, convention.units)
    rest = amount.pop("rest", body)
    extent = amount or {"extent": "unknown"}
    if ELLIPSIS.fullmatch(body):
        reason, extent = ("lost", dots(body)) if convention.reason == "lost" else ("ellipsis", {"extent": "unknown"})
    elif matches(body, words["irrelevant"]):
        reason, extent = "irrelevant", {"extent": "unknown"}
    else:
        reason = next((r for r in REASONS if says(rest, words[r]) or begun(body, words[r])), "")
    if not reason:
        return
    attributes = (("reason", reason), *extent.items())
    yield Annotation(b.start, b.end, "gap", f"conventions.gap.{reason}", attributes, None, b.before, b.after)
    yield Annotation(start, b.end - b.after, "desc", "conventions.gap")


REASONS = ("redacted", "illegible", "editorial", "lost")


def begun(body: str, words: Iterable[str]) -> bool:
    """Tell whether a bracket begins with a word that is given as a beginning: `±5 letters`."""
    return any(body.casefold().startswith(word.rstrip("*").casefold()) for word in words if word.endswith("*"))


def dots(body: str) -> dict[str, str]:
    """Count letters that are lost, a dot for each.

    >>> dots(". . ."), dots("…")
    ({'unit': 'character', 'quantity': '3'}, {'extent': 'unknown'})
    """
    return {"unit": "character", "quantity": str(body.count("."))} if "." in body else {"extent": "unknown"}


def correction(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`[*their*]`: where italics alone are a correction, what the editor put in the place of the page's word."""
    del text
    if convention.italics == "correction" and ITALIC.fullmatch(body) and not matches(body, described(convention)):
        yield Annotation(b.start, b.end, "corr", "conventions.correction", (), None, b.before, b.after)


def described(convention: Convention) -> tuple[str, ...]:
    """Give the words of a convention for what is said about the text."""
    words = convention.vocabulary
    return words["description"] + words["note"] + words["sic"]


def note(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`[in confrontation—ed.]`, `[Ed. note: …]`, `[handwritten: …]`: said about the text, not in it."""
    del text
    words = convention.vocabulary
    if matches(body, words["description"]):
        kind = "description"
    elif matches(body, words["note"]) or b.signed or matches(body.strip(f"{MARKS}!."), words["sic"]):
        kind = "editorial"
    else:
        return
    attributes = (("type", kind), ("place", "inline"))
    yield Annotation(b.start, b.end, "note", f"conventions.note.{kind}", attributes, None, b.before, b.after)


def gloss(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`[*podzuzhivaniye*]`, `[in Russian: …]`: the word of the original behind its translation."""
    start = b.start + b.before
    if convention.italics == "original" and TRANSLITERATED.fullmatch(body):
        left = start + b.body.index("*")
        span, lang = (left + 1, left + len(body) - 1), "ru-Latn"
    else:
        said = next((w for w in convention.vocabulary["original"] if body.casefold().startswith(w.casefold())), "")
        if not said:
            return
        begin = text.index(body, start) + len(said)
        begin += len(text[begin : b.end]) - len(text[begin : b.end].lstrip(SPACE))
        lang = LANGUAGES.get(said.rstrip(":").split()[-1].casefold(), "und")
        span = (begin, b.end - b.after)
    yield Annotation(b.start, b.end, "gloss", "conventions.gloss", (), None, b.before, b.after)
    if span[0] < span[1]:
        yield Annotation(*span, "foreign", "conventions.gloss", (("xml:lang", lang),))


LANGUAGES = {"russian": "ru", "english": "en", "french": "fr", "german": "de", "spanish": "es", "по-русски": "ru"}
READERS = (source_note, sic, doubt, gap, correction, note, gloss)
"""In this order: what a word names outright comes before what only the form of a bracket says."""
