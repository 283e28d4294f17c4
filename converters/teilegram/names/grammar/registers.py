"""Registers: the surname in capitals, the forename behind it or before it: `ROSNER Emil`, `Gyula KOVÁCS`.

So lists of persons have been written wherever clerks sort by surname.  The forename is one that the table has, or the
next name of the same list has one (`TISZAI Ármin, ROTH Berta`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from teilegram.folding import folded
from teilegram.names.capitalised import places
from teilegram.names.grammar.titles import last_word, title_before
from teilegram.names.lexicon import not_alone
from teilegram.names.persons import Mention
from teilegram.names.variants.forenames import is_common, word_names
from teilegram.vocabulary import UPPER, table

CAPITAL = f"[{UPPER}]"
REST = r"[^\W\d_a-zЀ-ӿ]{2,30}(?:-[^\W\d_a-zЀ-ӿ]{2,30})?(?!\w)"
FORENAME = r"[^\W\d_A-Z]{1,20}(?:-[^\W\d_]{2,20})?(?!\w)"
BEHIND = re.compile(
    rf"(?P<surname>{CAPITAL}(?:'{CAPITAL})?{REST}) (?P<given>{CAPITAL}{FORENAME}(?: {CAPITAL}{FORENAME})?)"
)
AHEAD = re.compile(rf"(?P<given>{CAPITAL}{FORENAME}) (?:{CAPITAL}\. ?)?(?P<surname>{CAPITAL}(?:'{CAPITAL})?{REST})")
CAPITAL_BEHIND = re.compile(r" [A-Z]")
VOWEL = re.compile("[AEIOUY]")
NEXT = 40
"""How near the next name of a list is, in characters."""
FEWEST = 3


def registered(text: str) -> Iterator[Mention]:
    """Yield the persons whose surname alone is in capitals.

    >>> s = "were named: BEREGI Károly (War), TISZAI Örs (Trade); the USSR Ambassador, FBI Edgar Hale and Paul HOLM"
    >>> [s[m.start:m.end] for m in registered(s)]
    ['BEREGI Károly', 'TISZAI Örs', 'Paul HOLM']
    """
    found = consecutive(BEHIND.match(text, at) for at in places(text, str.isupper))
    shaped = [m for m in found if is_surname(m["surname"]) and m["given"].casefold() not in not_alone()]
    sure = [given(m, text) for m in shaped]
    for i, m in enumerate(shaped):
        listed = (i and sure[i - 1] and m.start() - shaped[i - 1].end() < NEXT) or (
            i + 1 < len(shaped) and sure[i + 1] and shaped[i + 1].start() - m.end() < NEXT
        )
        name = sure[i] or (m["given"] if listed and " " not in m["given"] else "")
        if name:
            yield made(m, m.start("given") + len(name))
    for m in consecutive(AHEAD.match(text, at) for at in places(text, is_forename)):
        if is_surname(m["surname"]):
            yield with_more(text, made(m, m.end("given")))


def with_more(text: str, m: Mention) -> Mention:
    """Take in the forenames before the one beside a surname: `Lee Harvey OSWALD`."""
    while (word := last_word(text, m.start))[:1].isupper() and not word.isupper() and is_forename(word):
        start = m.start - len(word) - 1
        m = m._replace(start=start, parts=((start, m.start - 1, "forename"), *m.parts), given=(word, *m.given))
    title = title_before(text, m.start)
    return m._replace(start=title[0], parts=((*title, "roleName"), *m.parts)) if title else m


def consecutive(found: Iterable[re.Match[str] | None]) -> Iterator[re.Match[str]]:
    """Yield what matched and does not begin in what matched before it."""
    done = 0
    for m in found:
        if m and m.start() >= done:
            done = m.end()
            yield m


def given(m: re.Match[str], text: str) -> str:
    """Give the forenames behind a surname; nothing where none is known, or another capitalised word goes on.

    >>> [given(BEHIND.match(said), said) for said in ("ROSNER Emil Max", "FBI Edgar Hale")]
    ['Emil Max', '']
    """
    words = m["given"].split(" ")
    known = [word for word in words if is_forename(word)]
    if known != words or CAPITAL_BEHIND.match(text, m.end()):
        return ""
    return m["given"]


def is_forename(word: str) -> bool:
    """Tell whether a word is a forename and nothing else."""
    return is_common(word) and word.casefold() not in word_names()


def is_surname(word: str) -> bool:
    """Tell whether a word in capitals may be a surname: it has a vowel, and is no institution or place."""
    if len(word) < FEWEST or not VOWEL.search(folded(word)):
        return False
    return word not in acronyms() and word.casefold() not in not_alone()


@cache
def acronyms() -> frozenset[str]:
    """Give the acronyms of known institutions."""
    rows = table("organisations")
    return frozenset(form for row in rows for names in row.values() for form in names.split("|") if form.isupper())


def made(m: re.Match[str], end: int) -> Mention:
    """Make the mention; what stands between forename and surname is an initial."""
    between = (m.end("given") + 1, m.start("surname") - 1)
    parts = [(*m.span("surname"), "surname"), (m.start("given"), end, "forename")]
    if between[1] > between[0]:
        parts.append((*between, "forename"))
    last = max(b for _, b, _ in parts)
    return Mention(m.start(), last, (), tuple(sorted(parts)), (m["given"],), "names.register")
