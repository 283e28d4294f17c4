"""Slips of typists and of character recognition: what is certain is read beside the letter (Guidelines, COEDCOR).

`some activty of the Soviet Union`, `life and and military equipment`, `ofthe`, a Latin letter in a Russian word.  The
evidence is the document itself.  A correction never touches the text, which is the `sic`; names are never
corrected; where the evidence does not decide, a person is told and nothing is put into the TEI.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from teilegram.model import Annotation, Cert, Document, Finding
from teilegram.offsets import Spans
from teilegram.vocabulary import table

WORD = re.compile(r"(?<![\w'’.@/-])[^\W_]+(?:(?=[^\w'’@/-])|$)")
LETTERS = re.compile(r"[^\W\d_]+")
HYPHENED = re.compile(r"[-\N{SOFT HYPHEN}¬\N{HYPHEN}]\s{1,40}([^\W\d_]{1,40})")
WHOLE = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,40}\Z")
DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]{1,24})(?:[ \t]+|[ \t]*\r?\n[ \t]*)(\1)(?![\w'’-])")
APART = (
    "persName",
    "placeName",
    "orgName",
    "date",
    "time",
    "idno",
    "foreign",
    "hi",
    "gloss",
    "sic",
    "unclear",
    "stamp",
    "note",
)
BEFORE = frozenset({"of", "in", "to", "by", "for", "on", "with", "from", "that", "at", "and"})
LONGEST_BEFORE = max(map(len, BEFORE))
BEHIND = frozenset({"the", "this", "these", "their"})
LATIN, CYRILLIC = "aeopcxyABEKMHOPCTX", "аеорсхуАВЕКМНОРСТХ"
RUSSIAN, ROMAN = str.maketrans(LATIN, CYRILLIC), str.maketrans(CYRILLIC, LATIN)
ALL_CYRILLIC = re.compile("[Ѐ-ӿ]+")
MISREAD = re.compile(r"[a-z]{1,24}([01])[a-z]{2,24}")
FIGURES = {"0": "o", "1": "l"}
LEAST = 7
"""Letters of a word that a near one can correct: shorter ones are too near to too many."""
ENOUGH = 40
"""Words of a document that can show which pairs of letters its language has."""
EXPECTED = 2
"""How many other words have a pair of letters before it is known to be usual."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word is read as; without a certainty, a person is asked."""

    corrected: str
    rule: str
    cert: Cert | None


class Words:
    """The words of a document, and which pairs of letters they are made of."""

    def __init__(self, document: Document) -> None:
        self.counts: Counter[str] = Counter(m[0] for m in LETTERS.finditer(document.text))
        self.counts -= Counter(
            piece for left, right in divided(document.text, 0, len(document.text)) for piece in (left[0], right[1])
        )
        self.total = sum(self.counts.values())
        self.small = Counter({w: n for w, n in self.counts.items() if w.islower()})
        self.pairs: Counter[str] = Counter(chain.from_iterable(map(pairs, map(str.casefold, self.counts))))
        self.usual: dict[tuple[int, str], set[str]] = {}
        self.near: dict[str, dict[str, set[str]]] = {}

    @cached_property
    def alike(self) -> dict[str, list[str]]:
        """The longer words by their first and last two letters, in which slips do not differ."""
        alike: dict[str, list[str]] = {}
        for word in self.small:
            if len(word) >= LEAST - 1:
                alike.setdefault(word[:2] + word[-2:], []).append(word)
        return alike

    def forms(self, ends: str) -> dict[str, set[str]]:
        """Give the longer words of these ends, by themselves and by what is left of them without one letter."""
        if ends not in self.near:
            made = self.near[ends] = {}
            for word in self.alike.get(ends, ()):
                for form in shortened(word):
                    made.setdefault(form, set()).add(word)
        return self.near[ends]

    def neighbours(self, word: str) -> set[str]:
        """Give the words that one letter more, less or other, or two exchanged, would make of this one."""
        forms = self.forms(word[:2] + word[-2:])
        found = {other for form in shortened(word) for other in forms.get(form, ())}
        return {other for other in found if other != word and is_near(word, other)}

    def unusual(self, word: str, others: int, lang: str) -> bool:
        """Tell whether a word has a pair of letters that the language and other words of the document hardly have."""
        if (others, lang) not in self.usual:
            common = {pair for pair, times in self.pairs.items() if times > others}
            self.usual[others, lang] = common | letter_pairs()[lang]
        return not pairs(word) <= self.usual[others, lang]


def divided(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the two pieces of every word that is divided by a hyphen before a blank: `mili-` over `tary`."""
    at = start
    for right in HYPHENED.finditer(text, start, end):
        left = WHOLE.search(text, max(right.start() - 41, start), right.start())
        if left and left.start() >= at:
            at = right.end()
            yield left, right


def pairs(word: str) -> set[str]:
    """Give the pairs of letters of a word."""
    return {word[i : i + 2] for i in range(len(word) - 1)}


@cache
def letter_pairs() -> dict[str, frozenset[str]]:
    """Give, per language, the pairs of letters inside its ordinary words."""
    rows = table("letter_pairs")
    langs = {row["lang"] for row in rows}
    return {g: frozenset(row["letter"] + c for row in rows if row["lang"] == g for c in row["followed"]) for g in langs}


def shortened(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without each of its letters; of endless words nothing."""
    if len(word) <= LONGEST:
        yield word
        for i in range(len(word)):
            yield word[:i] + word[i + 1 :]


LONGEST = 24
"""Letters of the longest word that is compared."""


def is_near(one: str, other: str) -> bool:
    """Tell whether one slip of the hand parts two words, not at their ends: there they differ by grammar.

    >>> is_near("activty", "activity"), is_near("govermnent", "government"), is_near("missile", "missiles")
    (True, True, False)
    """
    if one[:2] != other[:2] or one[-2:] != other[-2:] or abs(len(one) - len(other)) > 1:
        return False
    left = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[left:], other[left:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b or a == b[1:]


def slips(document: Document) -> Iterator[Annotation | Finding]:
    """Yield a `choice` for every slip that the document itself corrects, and a finding for what it leaves open."""
    words = Words(document)
    for p in document.of("p"):
        lang = next((d.get("xml:lang") for d in document.of("div") if d.holds(p)), "en").split("-")[0]
        apart = Spans((a.start, a.end) for a in document.inside(p.start, p.end, *APART))
        found = [*doubled(document, p, lang), *single(document, p, words, lang)]
        for start, end, reading in found:
            if apart.touches(start, end):
                continue
            said = " ".join(document.source.text[start:end].split())
            if reading.cert:
                attributes = (("corr", reading.corrected),)
                yield Annotation(start, end, "choice", reading.rule, attributes, reading.cert)
            verb = "is read as" if reading.cert else "may be a slip for"
            yield document.finding(start, reading.rule, f"“{said}” {verb} “{reading.corrected}”; compare the scan")


def doubled(document: Document, p: Annotation, lang: str) -> Iterator[tuple[int, int, Reading]]:
    """Yield words that stand twice: a small word is a slip (`and and`), another a question (`had had` is neither)."""
    known = doubling().get(lang, frozenset())
    for m in DOUBLED.finditer(document.source.text, p.start, p.end):
        if m[1] in known:
            yield m.start(), m.end(), Reading(m[1], "ocr.doubled", "high")
        elif m[1].islower() and len(m[1]) > LEAST - 2:
            yield m.start(), m.end(), Reading(m[1], "ocr.doubled", None)


@cache
def doubling() -> dict[str, frozenset[str]]:
    """Give, per language, the small words that never stand twice."""
    return {row["lang"]: frozenset(row["words"].split()) for row in table("doubled_words")}


def single(document: Document, p: Annotation, words: Words, lang: str) -> Iterator[tuple[int, int, Reading]]:
    """Yield the words of a paragraph that are read as others."""
    pieces = {right.start(1) for _, right in divided(document.source.text, p.start, p.end)}
    pieces |= {b.start for b in document.inside(p.start, p.end, "lb", "pb", "cb") if b.get("break")}
    for m in WORD.finditer(document.source.text, p.start, p.end):
        word = m[0]
        if not 4 <= len(word) <= LONGEST:  # noqa: PLR2004 - shorter ones are abbreviations
            continue
        plain = word.isascii() and word.isalpha()
        if (plain and words.small[word] != 1) or m.start() in pieces:  # what is written twice so is no slip
            continue
        reading = None if plain else mixed(word, words) or figures(word, words)
        if not reading and word.islower() and words.small[word] == 1:
            reading = (run_together(word, words) if lang == "en" else None) or near(word, words, lang)
        if reading:
            yield m.start(), m.end(), reading


def mixed(word: str, words: Words) -> Reading | None:
    """Read a Russian word with Latin letters in it, or the other way about, in one script.

    Capitals may be an abbreviation or a name, and are left to a person.
    """
    if ALL_CYRILLIC.fullmatch(word):
        return None
    latin = sum("a" <= c.casefold() <= "z" for c in word)
    cyrillic = sum("Ѐ" <= c <= "ӿ" for c in word)
    if not latin or not cyrillic or latin + cyrillic < len(word):
        return None
    read = word.translate(RUSSIAN if cyrillic > latin else ROMAN)
    if any(("Ѐ" <= c <= "ӿ") != (cyrillic > latin) for c in read):
        return None
    return Reading(read, "ocr.script", ("high" if words.counts[read] else "medium") if word.islower() else None)


def figures(word: str, words: Words) -> Reading | None:
    """Read a figure between small letters as the letter that it looks like: `c0mrade`."""
    m = MISREAD.fullmatch(word)
    if not m:
        return None
    read = word[: m.start(1)] + FIGURES[m[1]] + word[m.end(1) :]
    if not words.counts[read] and m[1] != "0":  # a one may be a footnote mark
        return None
    return Reading(read, "ocr.figure", "high" if words.counts[read] else None)


def run_together(word: str, words: Words) -> Reading | None:
    """Read two words without the blank between them: `ofthe`; two longer ones are a question (`billiondollar`)."""
    for at in range(2, min(len(word) - 2, LONGEST_BEFORE + 1)):
        if word[:at] in BEFORE and word[at:] in BEHIND:
            return Reading(f"{word[:at]} {word[at:]}", "ocr.blank", "high")
    for at in range(LEAST - 1, len(word) - LEAST + 2):
        if words.small[word[:at]] and (words.small[word[at:]] or words.small[word[at:] + "s"]):
            return Reading(f"{word[:at]} {word[at:]}", "ocr.blank", None)
    return None


def near(word: str, words: Words, lang: str) -> Reading | None:
    """Read a word that has a pair of letters like no other word as the one that it is nearly: `activty`."""
    if len(word) < LEAST or words.total < ENOUGH or lang not in letter_pairs() or not words.unusual(word, 1, lang):
        return None
    others = [o for o in words.neighbours(word) if not words.unusual(o, EXPECTED - 1, lang)]
    return Reading(others[0], "ocr.near", "medium") if len(others) == 1 else None
