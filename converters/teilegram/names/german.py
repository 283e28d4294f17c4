"""Institutions in German by grammar: compounds, adjectives with a capital before a head, and what a head governs.

`Reichskanzlei`, `Auswärtiges Amt`, `Ministerium für Staatssicherheit`, `Universität Leipzig`; `die neue Botschaft` is
none (Guidelines, NDORG).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teilegram.names.heads import Head, listed
from teilegram.names.lexicon import Hit, function_words
from teilegram.names.made import organisation
from teilegram.names.romance import place_at

ADJECTIVE = re.compile(r"(?<![\w.'-])([A-ZÄÖÜ][a-zäöüß-]{3,20}(?:e|es|en|em|er)) $")
PEOPLE = re.compile(r"\w+(?:ische|deutsche|liche|wärtige|nale|kanische)[nsmr]?|Deutsche[nsmr]?")
OPENS = re.compile(r"(?:^|[.!?:\n\"„»(]\s{0,3})$")
NOUN = r"[A-ZÄÖÜ][a-zäöüß]{3,30}(?:-[A-ZÄÖÜ][a-zäöüß]{2,20})?"
FOR = re.compile(rf" für (?:(?:die|das|den) )?{NOUN}(?:,? {NOUN})?(?: und {NOUN})?(?: (?:der|des) {NOUN})?(?!\w)")
OF = re.compile(rf" (?:des|der) {NOUN}(?: und {NOUN})?(?!\w)")
IN = re.compile(r" (?:(?:in|zu|von|der|des|für) )?(?:(?:die|der) )?")
MOST = 3


def german_ones(text: str, found: Sequence[Hit], marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield the institutions of a German text; `found` are the known names, in order.

    >>> from teilegram.names.heads import heads
    >>> said = "Das Auswärtige Amt bat die Reichskanzlei, das Ministerium für Staatssicherheit, die neue Botschaft"
    >>> [said[h.start:h.end] for h in german_ones(said, [], heads(said))]
    ['Auswärtige Amt', 'Reichskanzlei', 'Ministerium für Staatssicherheit']
    """
    done = 0
    for m in marks:
        if not m.kinds & {"org.german", "org.compound"} or m.start < done:
            continue
        start = described(text, m.start)
        end = governed(text, m, found, located=start == m.start)
        if start < m.start or end > m.end or "org.compound" in m.kinds:
            done = end
            yield organisation(text, start, end, found)


def described(text: str, at: int) -> int:
    """Give where adjectives with a capital begin before a head; one that opens a sentence is of a people."""
    for _ in range(MOST):
        m = ADJECTIVE.search(text, max(0, at - 30), at)
        if not m or m[1] in function_words() or m[1] in listed("organisation_heads", "pronoun"):
            break
        if OPENS.search(text, max(0, m.start() - 4), m.start()) and not PEOPLE.fullmatch(m[1]):
            break
        at = m.start()
    return at


def governed(text: str, m: Head, found: Sequence[Hit], *, located: bool) -> int:
    """Give where a name ends that goes on behind its head: `für Staatssicherheit`, `der Wissenschaften`, `Leipzig`.

    Where it lies belongs to a name that has nothing else: `Gesandtschaft in Bern`, `Deutsche Gesandtschaft` in Bern.
    """
    if matter := FOR.match(text, m.end):
        return matter.end()
    by = IN.match(text, m.end)
    if by and located and (place := place_at(found, by.end())):
        return place.end
    learned = text[m.start : m.end] in listed("organisation_heads", "learned")
    return of.end() if learned and (of := OF.match(text, m.end)) else m.end
