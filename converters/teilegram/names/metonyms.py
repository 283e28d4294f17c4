"""Seats of government that stand for the government: `Washington insists`, `Bonn has had enough of it`.

A seat is one where it is the subject, alone or with others, of what only people do.  In English the whole predicate is
read (`predicates`); in German, French and Russian a verb of speech or mind has to stand behind it, or an auxiliary or a
copula and, within a few words, what it governs (Guidelines, NDPLAC).
"""

from __future__ import annotations

import re

from teilegram.names.homographs import LEFT, context, is_shown
from teilegram.names.lexicon import Hit
from teilegram.names.predicates import asked, listed, says, words_of

ASIDE = re.compile(
    r",(?: (?:for (?:its|her|their) part|in (?:its|her|their) turn|too|however|of course|it (?:seems|appears)|"
    r"therefore|meanwhile|likewise|in (?:fact|turn|short)|at least|as usual|on the (?:other hand|contrary)|which),?)"
)
WITH = re.compile(
    r"(?:, [A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w.'-]+){0,2}){0,3},? (?:and|or) (?:[A-ZÀ-Þ][\w.'-]+ ?){1,3}(?= )"
)
NAME = r"[A-ZÀ-Þ][\w.'-]+"
JOINED = re.compile(rf"(?<![\w.'-])(?:(?:{NAME} ){{1,3}}|(?:{NAME} ?){{1,3}}, (?:{NAME} ?){{1,3}}, )(?:and|or|nor) $")
"""Other subjects before a seat; one with a comma behind it is the end of another sentence: `to Oslo, and Bonn knew`."""
CLAUSE = re.compile(r"(?: [^\W\d_][\w'’-]*){1,10}")
FORE = re.compile(r"(?<!\w)([A-Za-z']+) (?:the )?$")
FARTHEST = 7
"""So many words may stand between a verb and what it governs where the verb stands last."""
LONGEST_ENDING = 2
OTHERS = ("de", "fr", "ru")


def stands_for(text: str, hit: Hit) -> bool:
    """Tell whether a seat of government does what a government does: `Moscow has replied`, but not `in Moscow said`.

    >>> def is_one(said, seat):
    ...     return stands_for(said, Hit(said.index(seat), said.index(seat) + len(seat), ()))
    >>> is_one("Bonn has had enough.", "Bonn"), is_one("Paris has two airports.", "Paris")
    (True, False)
    >>> is_one("Oslo and Bonn refuse", "Oslo"), is_one("nor did Oslo reply", "Oslo"), is_one("of Oslo said", "Oslo")
    (True, True, False)
    >>> is_one("went to Oslo, and Bonn knew", "Bonn"), is_one("in Rome, Oslo, and Bonn said", "Bonn")
    (True, False)
    """
    if text[hit.end : hit.end + 1] not in (" ", ",") or is_shown(text, hit, context("locative")):
        return False
    joined = JOINED.search(text, max(0, hit.start - LEFT), hit.start)
    if joined and is_shown(text, hit._replace(start=joined.start()), context("locative")):
        return False
    several = WITH.match(text, hit.end)
    if several and says(clause(text, several.end()), plural=True):
        return True
    aside = ASIDE.match(text, hit.end)
    words = clause(text, aside.end() if aside else hit.end)
    before = FORE.search(text, max(0, hit.start - 12), hit.start)
    if before and before[1].lower() in listed("modal") | listed("be") and asked(words):
        return True
    return says(words, plural=bool(joined)) or any(governs(lang, words) for lang in OTHERS)


def clause(text: str, at: int) -> list[str]:
    """List the words at an offset, in small letters, to the next mark; French apostrophes end words.

    >>> clause("Paris n'a pas répondu, dit-on", 5)
    ["n'a", 'pas', 'répondu']
    """
    m = CLAUSE.match(text, at)
    return m[0].replace("’", "'").casefold().split() if m else []


def governs(lang: str, words: list[str]) -> bool:
    """Tell whether words are a predicate of mind or speech in a language other than English.

    >>> governs("de", ["wird", "dem", "nicht", "zustimmen"]), governs("fr", ["n'est", "pas", "disposé"])
    (True, True)
    >>> governs("ru", ["не", "намерена"]), governs("de", ["ist", "schön"]), governs("fr", ["a", "deux", "gares"])
    (True, False, False)
    """
    words = [word.rpartition("'")[2] if lang == "fr" else word for word in words]
    at = 0
    while at < len(words) and words[at] in words_of(lang, "adverb"):
        at += 1
    if at == len(words):
        return False
    first, rest = words[at], words[at + 1 : at + FARTHEST]
    if first in words_of(lang, "finite"):
        return True
    if first in words_of(lang, "auxiliary"):
        return not words_of(lang, "verb").isdisjoint(rest)
    if first in words_of(lang, "copula"):
        return any(minded(lang, word) for word in rest)
    return lang == "ru" and minded(lang, first)


def minded(lang: str, word: str) -> bool:
    """Tell whether a word is an adjective of mind, with any ending: `prête`, `готова`, `согласен`."""
    return any(word.startswith(stem) and len(word) <= len(stem) + LONGEST_ENDING for stem in words_of(lang, "mind"))
