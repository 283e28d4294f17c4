"""Forenames beside a surname: those directly before it, `Robert F. Kennedy`, and those behind it, `Fomin A. S.`.

A capitalised word before it that nobody has for a forename belongs to a stranger of the same surname.
"""

from __future__ import annotations

import re
from functools import cache

from teilegram.names.grammar.titles import WINDOW, last_word
from teilegram.names.lexicon import Candidate, Forenames, Hit, function_words, not_alone
from teilegram.names.variants.given import INITIAL, fits, initials_or_word, same_given
from teilegram.names.variants.order import is_doubtful
from teilegram.vocabulary import LOWER, UPPER, table

INITIALS = re.compile(rf"(?<![\w.])(?:{INITIAL}[ -]?){{1,3}}$")
INITIALS_AFTER = re.compile(rf" (?:{INITIAL} ?){{1,2}}(?!\w)")
WORD = re.compile(r"(?<![\w.'-])([^\W\d_][\w'-]*) $")
ABBREVIATED = re.compile(r"(?<![\w.'-])([^\W\d_][^\W\d_]{1,8}\.) $")
CAPITALISED = re.compile(rf"[{UPPER}][{LOWER}]{{2,}}(?:-[{UPPER}][{LOWER}]+)?")
SENTENCE = re.compile(r"[.?!:;\"“”()\[\]–—-]\s*$")
COMPLEMENT = re.compile(r"[A-Z][\w'-]* (?:of|for)(?: the)?(?: [A-Z][\w'-]*)* $")
"""What a capitalised word goes on: `Minister of Foreign | Affairs A. A. Orlov`."""
WORD_AFTER = re.compile(r",? ([^\W\d_][^\W\d_]+)(?!\w)")


def given_before(text: str, at: int, known: Forenames) -> list[tuple[int, int]]:
    """List the spans of the forenames and initials that stand directly before an offset.

    >>> given_before("by Robert F. Kennedy", 13, Forenames(["Robert"])), given_before("by Wm. Hale", 7, Forenames([]))
    ([(3, 9), (10, 12)], [(3, 6)])
    """
    found: list[tuple[int, int]] = []
    while True:
        if not at or text[at - 1] not in " .-" or is_small(last_word(text, at)):
            return found
        left = text[max(0, at - WINDOW) : at]
        m = INITIALS.search(left) if "." in left[-4:] else None
        word = None if m else (ABBREVIATED if left[-2:] == ". " else WORD).search(left)
        if word and not (word[1][0].isupper() and known.has(word[1], same_given)):
            return found
        m = m or word
        if not m:
            return found
        base = at - len(left)
        found.insert(0, (base + m.start(), base + m.start() + len(m[0].rstrip(" -"))))
        at = base + m.start()


def given_after(text: str, at: int, candidates: tuple[Candidate, ...]) -> list[tuple[int, int]]:
    """List the spans of initials or of a forename that stand behind a surname: `Fomin A. S.`, `Braun Paul`.

    A whole word has to be a forename of a candidate.
    """
    if not text[at + 1 : at + 3].strip()[:1].isupper():
        return []
    initials = INITIALS_AFTER.match(text, at)
    word = None if initials else WORD_AFTER.match(text, at)
    if not initials and not (word and word[1][0].isupper()):
        return []
    sure = [c for c in candidates if c.how != "turned" and not is_doubtful(c.name)]
    bearers = [c.name.part("forename") for c in sure if c.name.part("forename")]
    if initials:
        letters = tuple(re.findall(INITIAL, initials[0]))
        span = (initials.start() + 1, initials.start() + len(initials[0].rstrip()))
        return [span] if any(fits(letters, b) for b in bearers) else []
    known = {f.casefold() for b in bearers for f in b[:1] if not f.endswith(".")}
    return [word.span(1)] if word and word[1].casefold() in known else []


def unknown_forename(text: str, at: int) -> int | None:
    """Give where a capitalised word begins that stands before a surname and can only be an unknown forename.

    >>> unknown_forename("He met Jacqueline Kennedy", 18), unknown_forename("Then Kennedy", 5)
    (7, None)
    """
    if last_word(text, at).islower():
        return None
    m = WORD.search(text, max(0, at - WINDOW), at)
    if not m or not CAPITALISED.fullmatch(m[1]) or m[1] in function_words():
        return None
    if SENTENCE.search(text, max(0, m.start() - WINDOW), m.start()):
        return None
    if COMPLEMENT.search(text, max(0, m.start() - WINDOW), m.start()):
        return None
    return None if m.start() == 0 or m[1] in no_forenames() or m[1].casefold() in not_alone() else m.start()


@cache
def no_forenames() -> frozenset[str]:
    """Give the capitalised words that stand before a surname and are no forename: `Soviet`, `Party`, `October`."""
    months = {word for row in table("months") for word in row["en"].split("|")}
    return frozenset(months | {row["word"] for row in table("before_names")})


def agreeing(text: str, given: list[tuple[int, int]], hit: Hit) -> list[tuple[int, int]]:
    """Keep the forenames nearest to the surname while somebody bears them all; at least one, which may deny everybody.

    In `to the U.N. Adlai Stevenson` the initials belong to another name.
    """
    for cut in range(len(given)):
        strings = tuple(part for a, b in given[cut:] for part in initials_or_word(text[a:b]))
        if any(fits(strings, c.name.part("forename")) for c in hit.candidates if c.name.part("forename")):
            return given[cut:]
    return given[-1:]


def is_small(word: str) -> bool:
    """Tell whether a word begins with a small letter and is nothing but letters: `told`."""
    return word.isalpha() and word[0].islower()
