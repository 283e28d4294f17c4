"""Persons beside a word that only goes with persons: `the messenger Potts`, `told Urbšys`, `in Szálasi's cabinet`.

The word has a small letter (`data/person_context.tsv`); what it shows is a surname, or after kin a forename.  A word
that the text also has with a small letter, a place, a people or an office is none (Guidelines, NDPER).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from teilegram.model import Cert
from teilegram.names.capitalised import places
from teilegram.names.grammar.titles import last_word, title_before
from teilegram.names.persons import GENERATION, LINK, Mention, is_of_thing, small_words
from teilegram.names.shape import no_surnames
from teilegram.names.variants.forenames import is_common, word_names
from teilegram.vocabulary import table

CAPITAL = r"[^\W\d_a-zЀ-ӿ]"
REST = r"[^\W\d_A-ZЀ-ӿ]{1,40}(?:-[^\W\d_]{1,40}){0,2}(?!\w)"
NAME = rf"(?:[DO]'|Mac|Mc)?{CAPITAL}{REST}"
FULL = rf"(?:(?:{CAPITAL}\. ?){{0,2}}(?:(?:von|van|de|du|di|da|della|al-) ?)?{NAME})"
BEGUN = re.compile(NAME)
APPOSITION = re.compile(rf"{FULL}(?: {FULL})?")
BEHIND_COMMA = re.compile(r"[,;:.)]|$")
OBJECT = re.compile(rf"{NAME}(?= (?:that|to|of|on|in|at|and|the|he|she|a|an|how|why|about|yesterday)\b|[.,;])")
UNNAMED_PLACE = re.compile(r"(?:North|South|East|West|Old|New|Upper|Lower|Great|Grand|Royal|Imperial|Holy|Saint)$")
BACK = 40
"""How far before `called` the person stands, in characters."""
SHORT = 3
"""Letters of an abbreviation at most."""


@cache
def words(kind: str) -> frozenset[str]:
    """Give the words of one kind."""
    return frozenset(w for row in table("person_context") if row["kind"] == kind for w in row["words"].split("|"))


@cache
def heads() -> frozenset[str]:
    """Give the words for institutions, folded: `the driver Commission` names nobody."""
    return frozenset(word.casefold() for row in table("organisation_heads") for word in row["words"].split("|"))


@cache
def named() -> re.Pattern[str]:
    """Compile what stands before a name: a role or kin and `called`."""
    people = "|".join(sorted(words("role") | words("kin"), key=len, reverse=True))
    called = "|".join(sorted(words("named"), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<person>{people}),? (?:{called}) $")


@cache
def phrases() -> dict[str, tuple[tuple[str, str], ...]]:
    """Give by their last word the phrases that stand before a name, the longest first, each with its kind."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind in ("named", "told", "role", "kin"):
        for phrase in words(kind):
            found[phrase.rpartition(" ")[2]].append((phrase, kind))
    return {word: tuple(sorted(some, key=lambda s: -len(s[0]))) for word, some in found.items()}


def kind_of(text: str, at: int, word: str) -> str:
    """Tell what stands before an offset: a role, kin, a verb that governs a person, `called`, or nothing such.

    >>> kind_of("it was signed by Orlov", 17, "by"), kind_of("it was bought by Amtorg", 17, "by")
    ('told', '')
    """
    for phrase, kind in phrases().get(word.removesuffix(","), ()):
        if " " not in phrase or text.endswith(f"{phrase} ", 0, at):
            return kind
    return ""


@cache
def subject() -> re.Pattern[str]:
    """Compile a name with what only a person does or has behind it."""
    says = "|".join(sorted(words("says"), key=len, reverse=True))
    of = "|".join(sorted(words("of"), key=len, reverse=True))
    return re.compile(rf"{NAME}(?= (?:has |had |also |then )?(?:{says})\b|'s (?:{of})\b)")


def apposed(text: str) -> Iterator[Mention]:
    """Yield the persons that a word beside them shows.

    >>> s = "the messenger Potts told Urbšys; the Swiss consul, Lutz, and a girl called Milena saw Szálasi's men"
    >>> [s[m.start:m.end] for m in apposed(s)]
    ['Potts', 'Urbšys', 'Lutz', 'Milena', 'Szálasi']
    """
    small = small_words(text)
    done = 0
    for at in places(text, lambda word: may_begin(word, small)):
        word = last_word(text, at) if at >= done else ""
        made = (behind(text, at, word, small) or before(text, at, word, small)) if word else None
        if made:
            done = made.end
            yield made


def may_begin(word: str, small: frozenset[str]) -> bool:
    """Tell whether a name may begin with a capitalised word: it may be one, or it is an initial."""
    if len(word) == 1:
        return True
    name = BEGUN.match(word)
    return name is not None and is_surname(name[0], small)


def behind(text: str, at: int, word: str, small: frozenset[str]) -> Mention | None:
    """Give the name behind a role, kin or a verb that governs a person; a role with a comma needs another behind."""
    plain = word.removesuffix(",")
    kind = kind_of(text, at, word)
    if kind == "named":
        called = named().search(text, max(0, at - BACK), at)
        kind = ("kin" if called["person"] in words("kin") else "role") if called else ""
    if kind == "told" and plain == word:
        found = OBJECT.match(text, at)
        if found and is_surname(found[0], small) and not is_of_thing(text, found.end()):
            return mention(text, at, found[0], "low")
    if kind not in ("role", "kin"):
        return None
    found = APPOSITION.match(text, at)
    if not found or (plain != word and not BEHIND_COMMA.match(text, found.end())):
        return None
    name = kept(found[0], small)
    end = at + len(name)
    if not name or is_abbreviation(text, end, name) or is_of_thing(text, end):
        return None
    return mention(text, at, name, "medium", kin=kind == "kin")


def before(text: str, at: int, word: str, small: frozenset[str]) -> Mention | None:
    """Give the name of whom the sentence says what only a person does or has."""
    if not word[:1].islower():
        return None
    found = subject().match(text, at)
    if not found or not is_surname(found[0], small) or LINK.search(text, max(0, at - 12), at):
        return None
    return mention(text, at, found[0], "low")


def kept(name: str, small: frozenset[str]) -> str:
    """Cut a name before the first word that is none; nothing where the first word is none."""
    good: list[str] = []
    for word in name.split(" "):
        if not (word[-1] == "." or word[0].islower() or is_surname(word, small)):
            break
        good.append(word)
    return " ".join(good) if good and good[-1][-1] != "." and not good[-1][0].islower() else ""


def is_abbreviation(text: str, end: int, name: str) -> bool:
    """Tell whether a name is cut off by a point: `your cousin Th. Brandl`."""
    return len(name.rpartition(" ")[2]) <= SHORT and text[end : end + 1] == "."


def is_surname(word: str, small: frozenset[str]) -> bool:
    """Tell whether a word may be somebody's name where the sentence shows a person."""
    low = word.casefold()
    return (
        low not in no_surnames()
        and low not in heads()
        and low not in small
        and not word.isupper()
        and not UNNAMED_PLACE.match(word)
    )


def mention(text: str, start: int, name: str, cert: Cert, *, kin: bool = False) -> Mention:
    """Make the mention: the last word is the surname, unless it is a forename that stands alone."""
    parts: list[tuple[int, int, str]] = []
    at, end = start, start + len(name)
    *given, last = name.split(" ")
    for word in given:
        parts.append((at, at + len(word), "nameLink" if word[0].islower() else "forename"))
        at += len(word) + 1
    alone = not given and (kin or (is_common(last) and last.casefold() not in word_names()))
    parts.append((at, end, "forename" if alone else "surname"))
    generation = GENERATION.match(text, end)
    if generation:
        parts.append((*generation.span(generation.lastindex or 1), "genName"))
        end = generation.end()
    title = title_before(text, start)
    if title:
        parts.insert(0, (*title, "roleName"))
        start = title[0]
    return Mention(start, end, (), tuple(parts), tuple(given), "names.apposed", cert)
