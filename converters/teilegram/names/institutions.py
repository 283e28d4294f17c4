"""English institutions by grammar: a head with a name, a country or an adjective before it, or a complement behind it.

`Ministry of Foreign Trade of Hungary`, `the Cuban Foreign Ministry`, `Embassy in Moscow`, `Parkland Hospital`; a head
alone is no name (Guidelines, NDORG).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from teilegram.names.complement import about, governed
from teilegram.names.describing import LEFT, before_names, is_demonym, leftward
from teilegram.names.heads import Head, listed
from teilegram.names.lexicon import Hit, function_words, not_alone
from teilegram.names.made import organisation
from teilegram.names.shape import openers
from teilegram.names.variants.forenames import is_common

MOST_NAMED = 3
SCHOOLS = ("College", "University", "University Press", "Club")
SAINT = re.compile(r"(?<![\w.'-])((?:St\.?|Ste\.?|Saint|ST\.?) )$")
CAUSE = re.compile(r"(?<![\w.'-])(((?:[A-Z][a-z]+ ){1,3})(?:for|against|off) (?:the )?)$")
"""What a campaign is for or against: `Fair Play for Cuba Committee`."""
ANY = re.compile(r"(?<!\w)(?:an?|any|every|each|another|no|some|An?|Any|Every|Each|Another|No|Some) $")
NOUN = re.compile(
    r" (?!(?:of|in|at|and|or|but|was|is|are|were|has|had|have|to|for|on|with|by|from|which|that|who|will|would)\b)[a-z]"
)
THE = re.compile(r"(?<!\w)(?:the|The|THE) $")
ENGLISH = frozenset(
    ("org.of", "org.in", "org.before", "org.named", "org.headed", "org.mission", "org.whole", "org.state")
)


def english_ones(text: str, found: Sequence[Hit], marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield `Ministry of X`, `X Ministry`, `X Embassy in Y`; a head without either is no name."""
    done = 0
    for m in marks:
        if m.start < done or not m.kinds & ENGLISH or in_place(found, m.start):
            continue
        if "org.mission" in m.kinds and not is_country(text, m.start, found):
            continue
        start = begin(text, m, found)
        end = governed(text, m, found, located=start == m.start)
        if is_name(text, m, start, end) and not is_topic(text, m, start, end, found):
            done = end
            yield organisation(text, start, end, found)


def begin(text: str, m: Head, found: Sequence[Hit]) -> int:
    """Give where a name begins before its head: at a place, words that describe it, or anybody's name.

    A place before a people is where the institution lies, as in `HAVANA SOVIET EMBASSY`.
    """
    start = leftward(text, m.start)
    if not is_demonym(text[start : m.start].split(" ", maxsplit=1)[0].capitalize()):
        start = over_place(text, start, found)
    start = named(text, m, start)
    if start < m.start and (saint := SAINT.search(text, max(0, start - 7), start)):
        return saint.start(1)
    body = start < m.start and text[m.start : m.end].capitalize() in listed("organisation_heads", "body")
    cause = CAUSE.search(text, max(0, start - 50), start) if body else None
    return campaign(cause) or start if cause else start


def campaign(cause: re.Match[str]) -> int | None:
    """Give where the name of a campaign begins, behind words of grammar: `Fair Play for` Cuba Committee."""
    words, at = cause[2].split(), cause.start(2)
    while words and words[0].casefold() in not_alone():
        at += len(words.pop(0)) + 1
    return at if words and not_alone().isdisjoint(word.casefold() for word in words) else None


def is_name(text: str, m: Head, start: int, end: int) -> bool:
    """Tell whether a head is a name by what stands before it, by its complement, or by itself."""
    if "org.whole" in m.kinds:
        return True
    if end > m.end:
        return start < m.start or "org.before" not in m.kinds or "org.state" in m.kinds
    words = text[start : m.start].split()
    plain = listed("organisation_heads", "plain")
    return (
        bool(words) and not all(word.capitalize() in plain for word in words) and not is_one_of_many(text, start, end)
    )


def is_one_of_many(text: str, start: int, end: int) -> bool:
    """Tell whether an article makes a head a common word: `a Military Hospital`, not `a Foreign Ministry note`."""
    return ANY.search(text, max(0, start - 9), start) is not None and NOUN.match(text, end) is None


def is_topic(text: str, m: Head, start: int, end: int, found: Sequence[Hit]) -> bool:
    """Tell whether a country before a head, without an article, belongs to other words: `on Cuba Committee members`."""
    at = bisect_left(found, start, key=lambda h: h.start)
    country = at < len(found) and found[at].start == start and found[at].end == m.start - 1 and end == m.end
    if not country or text[m.start : m.end].capitalize() not in listed("organisation_heads", "body"):
        return False
    return about(found[at]) == "country" and not THE.search(text, max(0, start - 4), start)


def named(text: str, m: Head, start: int) -> int:
    """Give where a name before a head begins, if it may have one: `the Warren Commission`, `Parkland Hospital`.

    >>> from teilegram.names.heads import heads
    >>> said = "saw the Warren Commission, Castro Commission, and Yesterday Parkland Hospital"
    >>> [said[named(said, m, m.start):m.end] for m in heads(said)]
    ['Warren Commission', 'Commission', 'Parkland Hospital']
    """
    if not m.kinds & {"org.named", "org.headed"}:
        return start
    at = start
    for _ in range(MOST_NAMED):
        one = LEFT.search(text, max(0, at - 40), at)
        if not one or not one[1][-1].isalnum() or one[1].casefold() in not_alone() or one[1] in function_words():
            break
        if "org.named" in m.kinds and one[1].casefold() in openers():
            break
        at = one.start()
    if "org.named" in m.kinds:
        return start if is_forename(text, at, m) else at
    return at if at < start and text[max(0, at - 4) : at].lower() == "the " else start


def is_forename(text: str, at: int, m: Head) -> bool:
    """Tell whether all that stands before a head is a forename, which names schools and clubs: `Victoria College`."""
    word = text[at : m.start - 1].removesuffix("'s")
    saint = SAINT.search(text, max(0, at - 7), at)
    return is_common(word) and not saint and text[m.start : m.end] not in SCHOOLS


def over_place(text: str, at: int, found: Sequence[Hit]) -> int:
    """Give where the name of a place begins that stands directly before an offset: `United States Government`."""
    i = bisect_left(found, at, key=lambda h: h.start)
    if i and found[i - 1].end == at - 1 and found[i - 1].candidates[0].entity.kind == "place" and text[at - 1] == " ":
        return found[i - 1].start
    return at


def is_country(text: str, at: int, found: Sequence[Hit]) -> bool:
    """Tell whether a demonym or a country stands directly before an offset: `the Soviet embassy`."""
    i = bisect_left(found, at, key=lambda h: h.start)
    if i and found[i - 1].end == at - 1 and found[i - 1].candidates[0].entity.kind == "place":
        return True
    word = LEFT.search(text, max(0, at - 40), at)
    return word is not None and word[1] in before_names()


def in_place(found: Sequence[Hit], at: int) -> bool:
    """Tell whether an offset is within the name of a place: the `Union` of `Soviet Union`."""
    i = bisect_left(found, at + 1, key=lambda h: h.start)
    return i > 0 and found[i - 1].end > at and found[i - 1].candidates[0].entity.kind == "place"
