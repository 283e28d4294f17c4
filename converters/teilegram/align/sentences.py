"""Sentences: where one ends and the next begins, in English, Russian, German, French and Spanish.

A stop ends a sentence when a capital, a figure, or an opening mark before one follows, unless it belongs to
an abbreviation, an initial, an ordinal or the number of a list: `Mr. [Foy] Kohler`, `N.S. Khrushchev`,
`в 1962 г. Советское правительство`, `am 3. Mai`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from teilegram.model import SPACE
from teilegram.vocabulary import table

STOP = re.compile(
    r"(?P<stop>[.!?…]{1,8})(?P<close>(?:<sup>\d{1,3}</sup>|[ \u00a0]?»|[\"”’'“)\]*_¹²³⁰⁴-⁹]){0,6})"
    rf"(?P<space>[{SPACE}\u00a0]+)(?=(?P<open>[\"“„«‹‘'(\[*_¿¡—–\- \u00a0]{{0,6}})(?P<next>\w[\w.]{{0,40}}))"
)
BEFORE = re.compile(r"[\w.№º°’'-]{1,24}\Z")
LIST_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-zА-Яа-я]|[IVX]{1,5})\Z")
ORDINAL = re.compile(r"\d{1,2}\Z")
INITIALS = re.compile(r"(?:[^\W\d_]\.-?){0,3}(?:[^\W\d_]|[A-ZА-Я][a-zа-я]h?)\Z")


def sentences(text: str, start: int, end: int, lang: str) -> list[tuple[int, int]]:
    """List the sentences of `text[start:end]` as spans without the white space between them.

    >>> said = "Mr. N.S. Khrushchev came on 3 May. Was he ill? “No.” He left the U.S. in 1962."
    >>> [said[a:b] for a, b in sentences(said, 0, len(said), "en")]
    ['Mr. N.S. Khrushchev came on 3 May.', 'Was he ill?', '“No.”', 'He left the U.S. in 1962.']
    """
    found, at = [], start
    for m in STOP.finditer(text, start, end):
        if ends(text, at, m, lang.partition("-")[0]):
            found.append((at, m.end("close")))
            at = m.end("space")
    return [(a, b) for a, b in (*found, (at, len(text[:end].rstrip(SPACE)))) if a < b]


def ends(text: str, start: int, m: re.Match[str], lang: str) -> bool:
    """Tell whether a stop ends the sentence that began at `start`."""
    following = m["next"]
    if not (following[0].isupper() or following[0].isdigit()):
        return False
    word = BEFORE.search(text[max(start, m.start() - 24) : m.start()])
    before = word[0].lstrip("'’-.") if word else ""
    if m["stop"] != "." or not before:
        return True
    first = not text[start : m.start() - len(before)].strip(f'{SPACE}*_("“«[')
    return not (first and LIST_NUMBER.match(before)) and closes(before, m, lang)


def closes(before: str, m: re.Match[str], lang: str) -> bool:
    """Tell whether a stop after this word can end a sentence before what follows."""
    word, following = before.casefold(), m["next"]
    opens = following.rstrip(".").casefold() in openers(lang)
    if word in abbreviations(lang, "never"):
        return False
    initial = before[0].isupper() and INITIALS.match(before)
    if word in abbreviations(lang, "number") and not initial:
        return not following[0].isdigit()
    if "." in before or word in abbreviations(lang, "may") or INITIALS.match(before):
        return opens or bool(m["close"].strip(")]*_"))
    return opens or not (lang == "de" and ORDINAL.match(before))


@cache
def abbreviations(lang: str, ending: str) -> frozenset[str]:
    """Give the abbreviations of a language that `never` end a sentence, that `may`, or that stand before a `number`.

    >>> "mr" in abbreviations("en", "never"), "г" in abbreviations("ru", "may")
    (True, True)
    """
    return frozenset(
        word.casefold()
        for row in table("abbreviations")
        if row["lang"] == lang and row["ends"] == ending
        for word in row["words"].split()
    )


@cache
def openers(lang: str) -> frozenset[str]:
    """Give the words with which sentences of a language often begin."""
    return frozenset(word for row in table("sentence_openers") if row["lang"] == lang for word in row["words"].split())


def whole(spans: Sequence[tuple[int, int]], fences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield sentences such that no fence crosses one: where a fence runs over a boundary there is none.

    `fences` are in the order of their beginnings.

    >>> list(whole([(0, 9), (10, 19), (20, 30)], [(5, 7), (8, 12)]))
    [(0, 19), (20, 30)]
    """
    kept: list[tuple[int, int]] = []
    at, reach = 0, -1
    for start, end in spans:
        while at < len(fences) and fences[at][0] < start:
            reach = max(reach, fences[at][1])
            at += 1
        if kept and reach > kept[-1][1]:
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    yield from kept
