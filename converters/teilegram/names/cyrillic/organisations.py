"""Organisations of a Russian text, by grammar: the word that says what it is, and what belongs to its name.

`Министерством внешней торговли СССР`, `Демократической партии США`, `советское посольство`, `комитет «Мир»`,
`компания Volvo`: the head may stand in any case, its name begins with a capitalised adjective and goes on with words
in the genitive, a country, or a name in quotation marks (Guidelines, NDORG).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teilegram.names.cyrillic.complement import Right, rightward
from teilegram.names.cyrillic.declension import plain
from teilegram.names.cyrillic.heads import Head, agrees, heads, in_nominative, matcher, words
from teilegram.names.cyrillic.lexicon import roles
from teilegram.names.cyrillic.opening import begins, is_whole, of_nation
from teilegram.names.cyrillic.surnames import shape
from teilegram.names.cyrillic.words import is_russian, opens
from teilegram.names.lexicon import Hit

LEFT = re.compile(r"(?<![\w.-])([А-ЯЁа-яё]{3,30}(?:-[а-яё]{3,30})?) $")
NUMBERED = re.compile(r"(?<![\w-])\d{1,3}-(?:й|го|му|м|я|ю) $")
MOST_LEFT = 4


class Named(NamedTuple):
    """An organisation: its span, its head, where the head stands, and how it goes on."""

    start: int
    end: int
    head: Head
    at: tuple[int, int]
    right: Right


def russian_organisations(text: str, found: Sequence[Hit]) -> Iterator[Named]:
    """Yield the organisations whose head and what is around it show a name; `found` are the known names, in order.

    >>> s = "Указ: Министерством внешней торговли СССР и партией «Заря» дано Большому театру и фирме Volvo, не комитету"
    >>> [s[n.start:n.end] for n in russian_organisations(s, [])]
    ['Министерством внешней торговли СССР', 'партией «Заря»', 'Большому театру', 'фирме Volvo']
    """
    if not is_russian(text):
        return
    places = [h for h in found if h.candidates[0].entity.kind == "place"]
    starts = [h.start for h in places]
    by_start = dict(zip(starts, places, strict=True))
    find, keys = matcher()
    done = 0
    for index, start, end in find.find_matches_as_indexes(text):
        if start < done or not whole(text, start, end) or within(starts, places, start):
            continue
        named = organisation(text, start, end, heads()[keys[index]], by_start)
        if named:
            done = named.end
            yield named


def whole(text: str, start: int, end: int) -> bool:
    """Tell whether a span is a whole word."""
    return not (start and (text[start - 1].isalnum() or text[start - 1] == "-")) and not (
        end < len(text) and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalpha()))
    )


def within(starts: list[int], places: list[Hit], at: int) -> bool:
    """Tell whether an offset is in the name of a place: the `Федерация` of `Российская Федерация`."""
    i = bisect_right(starts, at) - 1
    return i >= 0 and places[i].end > at


def organisation(text: str, start: int, end: int, head: Head, places: dict[int, Hit]) -> Named | None:
    """Read one organisation from its head on, or nothing where the head is a word like another."""
    adjectives = leftward(text, start, head)
    first = next((at for at, word in reversed(adjectives) if word[0].isupper()), start)
    capital = first < start and (not opens(text, first) or begins(text[first:start].split(" ", maxsplit=1)[0], head))
    own = text[start].isupper()
    right = rightward(text, end, head, places, own=own or capital)
    if right.quoted and head.kind not in ("compound", "short"):
        return Named(first if capital else start, right.end, head, (start, end), right)
    if head.kind in ("proper", "compound", "short"):
        return by_itself(text, first if capital else start, (start, end), head, right)
    if head.kind == "firm":
        return Named(first, right.end, head, (start, end), right) if capital else None
    heading = own and opens(text, start) and not right.closed and not is_whole(text[end : right.end], head, right.words)
    if capital or (right.words and own and not heading) or closed(head, right, adjectives):
        numbered = NUMBERED.search(text, max(0, first - 8), first)
        begin = numbered.start() if numbered else first
        return Named(begin if capital else start, right.end, head, (start, end), right)
    if head.kind == "state" and head.word != "делегация" and adjectives and of_nation(adjectives[0][1]):
        return Named(adjectives[0][0], right.end if right.closed else end, head, (start, end), right)
    return None


def closed(head: Head, right: Right, adjectives: list[tuple[int, str]]) -> bool:
    """Tell whether a head in small letters is a name by whose it is: `правительство Москвы`, `комитет обороны США`."""
    return right.closed and (head.kind == "state" or right.words > 1 or bool(adjectives))


def by_itself(text: str, begin: int, at: tuple[int, int], head: Head, right: Right) -> Named | None:
    """Read a head that is a name without more, by its capital or by how it is made."""
    start, end = at
    stop = right.end if right.closed else end
    small = begin == start and (not text[start].isupper() or (opens(text, start) and not right.closed and unsure(head)))
    if (head.kind == "proper" and small) or (head.kind == "short" and not right.closed):
        return None
    return Named(begin, stop, head, at, right)


def unsure(head: Head) -> bool:
    """Tell whether a name is also a common word: `конгресс`, `дума`."""
    return head.word in ("конгресс", "дума", "сенат")


def leftward(text: str, at: int, head: Head) -> list[tuple[int, str]]:
    """List the adjectives before a head that agree with it, the nearest first."""
    found: list[tuple[int, str]] = []
    while len(found) < MOST_LEFT:
        m = LEFT.search(text, max(0, at - 40), at)
        if not m or not agrees(m[1], head) or plain(m[1].lower()) in words("after") or m[1].lower() in roles():
            break
        if m[1][0].isupper() and shape(m[1].capitalize()) == "possessive":
            break
        at = m.start()
        found.append((at, m[1]))
    return found


def normal(text: str, named: Named) -> str:
    """Give the nominative of an organisation, by which its mentions are one.

    >>> s = "сказано Верховным Судом СССР"
    >>> [normal(s, n) for n in russian_organisations(s, [])]
    ['Верховный Суд СССР']
    """
    start, end = named.at
    before = [in_nominative(word, named.head.gender) for word in text[named.start : start].split()]
    head = text[start:end]
    shown = named.head.word
    if not shown.isupper():
        shown = shown.upper() if head.isupper() else shown[0].upper() + shown[1:] if head[0].isupper() else shown
    return " ".join([*before, shown, *text[end : named.end].split()])
