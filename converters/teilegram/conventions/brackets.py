"""Interventions: what a bracket is, by the convention of who printed it (Guidelines, COED, PHSU, PHOM).

`[section deleted—trans.]` is a `gap`, `[our]` is `supplied`, `[in confrontation—ed.]` a `note`,
`[*podzuzhivaniye*]` a `gloss`; a mark at the end says whose act it is.  The grammar is here; its words are
the convention's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from teilegram.model import SPACE, Annotation, Convention, Finding, Source

SIGN = re.compile(r"(?:\s*(?:[–—]{1,2}|--|\()|\s-)\s*$")
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: str(i) for i, word in enumerate(WORDS, 1)} | {"a": "1", "an": "1"}
QUANTITY = re.compile(
    rf"(?P<less>less than\s+)?(?:(?P<number>[0-9]+)?\s?(?P<fraction>[½¼¾⅓⅔])?|(?P<word>{'|'.join(WORDS)}|an?))\s*",
    re.IGNORECASE,
)
FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75", "⅓": ".33", "⅔": ".67"}
ELLIPSIS = re.compile(r"(?:\.{3,4}|…|(?:\. ){2,3}\.)")
TRANSLITERATED = re.compile(r"\*[A-Za-z'’ʹʺ´` -]+\*")
WORD_BEFORE = re.compile(r"[^\s\[\](){}]+\s*$")


class Bracket(NamedTuple):
    """A bracket in the text: its outer span, and how much of each end is mark."""

    start: int
    end: int
    body: str
    resp: str
    before: int
    after: int
    signed: bool


def brackets(source: Source, blocks: Iterable[Annotation], convention: Convention) -> Iterator[Annotation | Finding]:
    """Yield the interventions of a transcript, paragraph by paragraph.

    A bracket that is not balanced within its paragraph stays text and is reported.
    """
    for block in blocks:
        spans, loose = pairs(source.text, block.start, block.end, convention)
        for start, end in spans:
            yield from read(source.text, bracket(source.text, start, end, convention), convention)
        for at in loose:
            message = f"the bracket {source.text[at]} has no partner in its paragraph; it is kept as text"
            yield Finding(source.name, source.line_of(at), "conventions.unbalanced", message)


DEEPEST = 16
"""Brackets inside brackets that can mean anything; deeper ones stay text."""


def pairs(text: str, start: int, end: int, convention: Convention) -> tuple[list[tuple[int, int]], list[int]]:
    """Pair brackets; give the pairs (outer ones first) and the offsets of those without a partner.

    >>> from teilegram.conventions import profile
    >>> pairs("a [b [c] d] e]", 0, 14, profile("base"))
    ([(2, 11), (5, 8)], [13])
    """
    stack: list[int] = []
    found: list[tuple[int, int]] = []
    loose: list[int] = []
    for m in re.finditer(f"[{re.escape(convention.open + convention.close)}]", text[start:end]):
        at = start + m.start()
        if m[0] == convention.open:
            stack.append(at)
        elif stack:
            left = stack.pop()
            if len(stack) < DEEPEST:
                found.append((left, at + 1))
            else:
                loose += (left, at)
        else:
            loose.append(at)
    return sorted(found), sorted(loose + stack)


def bracket(text: str, start: int, end: int, convention: Convention) -> Bracket:
    """Take a bracket apart: the marks at both ends, who signed it, and what it says.

    >>> from teilegram.conventions import profile
    >>> bracket("[section deleted—trans.]", 0, 24, profile("cwihp"))
    Bracket(start=0, end=24, body='section deleted', resp='trans', before=1, after=8, signed=True)
    """
    inside = text[start + 1 : end - 1]
    for sign, resp in convention.attributions:
        cut = len(inside) - len(sign)
        if cut > 0 and inside[cut:].casefold() == sign.casefold():
            dash = SIGN.search(inside, 0, cut)
            if dash and dash.end() == cut and inside[: dash.start()].strip(SPACE):
                return Bracket(start, end, inside[: dash.start()], resp, 1, end - start - 1 - dash.start(), signed=True)
        if sign.endswith(":") and inside.casefold().startswith(sign.casefold()):
            return Bracket(start, end, inside, resp, 1, 1, signed=True)
    return Bracket(start, end, inside, convention.unsigned, 1, 1, signed=False)


def read(text: str, b: Bracket, convention: Convention) -> Iterator[Annotation]:
    """Yield what a bracket is; an empty one stays text."""
    body = b.body.strip(SPACE)
    if not body or body[0] == "^" or text[b.end : b.end + 1] == "(" or text[b.start - 1 : b.start] == "!":
        return  # a Markdown link, image or footnote is no intervention
    resp = (("resp", f"#{b.resp}"),)
    for reader in (source_note, sic, footnote, gap, note, gloss):
        made = list(reader(text, b, body, convention))
        if made:
            yield from (
                a.having(resp=f"#{b.resp}") if a.kind in SIGNED and a.get("type") != "source" else a for a in made
            )
            return
    yield Annotation(
        b.start, b.end, "bracket", "conventions.supplied", resp, None if b.signed else "high", b.before, b.after
    )


SIGNED = ("gap", "note", "gloss", "sic", "unclear")


def matches(body: str, words: Iterable[str]) -> bool:
    """Tell whether a bracket says one of the words, or begins with one that ends in `*` or `:`; italics do not count.

    >>> matches("*Text not declassified*", ["text not declassified"])
    True
    >>> matches("sealed", ["seal*"]), matches("seal", ["seal*"])
    (False, True)
    """
    folded = " ".join(body.casefold().split()).strip("*_")
    for word in words:
        key = word.casefold()
        if key.endswith(("*", ":")):
            stem = key.rstrip("*")
            after = folded[len(stem) : len(stem) + 1]
            if folded.startswith(stem) and (stem.endswith(":") or not after.isalnum()):
                return True
        elif folded == key:
            return True
    return False


def says(rest: str, words: Iterable[str]) -> bool:
    """Tell whether a phrase is one of the reasons, or ends or begins with one: `name and title not declassified`.

    >>> says("name and title not declassified", ["not declassified"]), says("illegible word", ["illegible"])
    (True, True)
    >>> says("the deleted items of the list were many", ["deleted"])
    False
    """
    folded = " ".join(rest.casefold().split()).strip("*_")
    short = folded.count(" ") < SHORT
    return any(folded == w or folded.endswith(f" {w}") or (short and folded.startswith(f"{w} ")) for w in words)


SHORT = 3
"""Blanks in a phrase that may begin with its reason: `illegible word`."""


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
    del convention
    word = WORD_BEFORE.search(text, max(0, b.start - 60), b.start)
    if not word or "\n" in word[0]:
        return
    start, after = word.start(), b.end - word.start() - len(word[0].rstrip(SPACE))
    if body.strip("*_!.").casefold() == "sic":
        yield Annotation(start, b.end, "sic", "conventions.sic", after=after)
    elif body.strip("*_") == "?":
        yield Annotation(
            start, b.end, "unclear", "conventions.unclear", (("reason", "illegible"), ("cert", "low")), after=after
        )


def footnote(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`1963[104]`: a number in brackets that touches the word before it is a footnote mark."""
    del convention
    if re.fullmatch(r"[0-9]{1,4}", body) and b.start and not text[b.start - 1].isspace():
        yield Annotation(b.start, b.end, "noteAnchor", "notes.bracketed", (("n", body),), "high", 1, 1)


def gap(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`[section deleted—trans.]`, `[1½ lines not declassified]`, `[3 words illegible]`, `[…]`, `[Here follows …]`."""
    del text
    words = convention.vocabulary
    start = b.start + b.before
    body = body.strip("*_")
    amount = quantity(body, words["units"])
    rest = amount.pop("rest", body)
    if ELLIPSIS.fullmatch(body):
        reason, extent = "ellipsis", {"extent": "unknown"}
    elif matches(body, words["irrelevant"]):
        reason, extent = "irrelevant", {"extent": "unknown"}
    else:
        reason = next((r for r in ("redacted", "illegible", "editorial", "lost") if says(rest, words[r])), "")
        extent = amount or {"extent": "unknown"}
    if not reason:
        return
    attributes = (("reason", reason), *extent.items())
    yield Annotation(b.start, b.end, "gap", f"conventions.gap.{reason}", attributes, None, b.before, b.after)
    yield Annotation(start, b.end - b.after, "desc", "conventions.gap")


def quantity(body: str, units: Iterable[str]) -> dict[str, str]:
    """Read how much is missing, as attributes of `gap`, and what is said of it as `rest`.

    >>> quantity("1½ lines not declassified", ["lines"])
    {'unit': 'line', 'quantity': '1.5', 'rest': 'not declassified'}
    >>> quantity("less than 1 line not declassified", ["line"])
    {'unit': 'line', 'atMost': '1', 'rest': 'not declassified'}
    >>> quantity("section deleted", ["section"])
    {'unit': 'section', 'quantity': '1', 'rest': 'deleted'}
    >>> quantity("text not declassified", ["text"])
    {'extent': 'unknown', 'rest': 'not declassified'}
    """
    m = QUANTITY.match(body)
    tail = body[m.end() if m else 0 :]
    unit = next((u for u in sorted(units, key=len, reverse=True) if re.match(rf"{u}\b", tail, re.IGNORECASE)), "")
    if not unit or not m:
        return {}
    number = NUMBERS.get((m["word"] or "").casefold()) or m["number"] or ("0" if m["fraction"] else "")
    number += FRACTIONS.get(m["fraction"] or "", "")
    single = unit.removesuffix("s")
    rest = re.sub(r"^\s*\([^)]*\)\s*|^\s*\[[^]]*\]\s*", " ", tail[len(unit) :]).strip(SPACE)
    if not number and (unit != single or single in ("text", "part", "portion")):
        return {"extent": "unknown", "rest": rest}
    key = "atMost" if m["less"] else "quantity"
    return {"unit": single, key: number or "1", "rest": rest}


def note(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`[in confrontation—ed.]`, `[Ed. note: …]`, `[handwritten: …]`: said about the text, not in it."""
    del text
    words = convention.vocabulary
    if matches(body, words["description"]):
        kind = "description"
    elif matches(body, words["note"]) or b.signed:
        kind = "editorial"
    else:
        return
    attributes = (("type", kind), ("place", "inline"))
    yield Annotation(b.start, b.end, "note", f"conventions.note.{kind}", attributes, None, b.before, b.after)


def gloss(text: str, b: Bracket, body: str, convention: Convention) -> Iterator[Annotation]:
    """`[*podzuzhivaniye*]`, `[in Russian: …]`: the word of the original behind its translation."""
    start = b.start + b.before
    if convention.transliterates and TRANSLITERATED.fullmatch(body):
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


LANGUAGES = {"russian": "ru", "english": "en", "french": "fr", "german": "de", "spanish": "es", "original": "und"}
