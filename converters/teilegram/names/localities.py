"""Places that nobody has listed: `31 Bedford Row`, `Herrenstraße 9`, `Lake Ladoga`, `the village of Aigen`.

What one line shows holds for the whole document: where somebody `arrived in Hallstatt`, every `Hallstatt` is the place,
unless a title or a forename makes it a person's.  A preposition alone proves nothing (Guidelines, NDPLAC).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from teilegram.model import Entity, Name
from teilegram.names.beside import INITIALS
from teilegram.names.gazetteer import known
from teilegram.names.grammar.titles import title_before
from teilegram.names.heads import Head, listed
from teilegram.names.lexicon import Candidate, Hit, function_words, is_word, not_alone
from teilegram.names.persons import is_of_thing
from teilegram.names.variants.forenames import is_common
from teilegram.vocabulary import table

CAP = r"[A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ][\w'-]{2,30}"
NAME = rf"(?:(?:St\.?|Saint|San|Santa|Sankt|New|Old|Le|La|Bad|Groß|Upper|Lower) ?)?{CAP}(?:-{CAP})?"
LEFT = re.compile(rf"(?<![\w.'-])((?:\d{{1,3}}[a-d]?,? )?)((?:(?:St\.?|{CAP}),? (?:(?:of|de|la|am|an der) )?){{1,3}})$")
NUMBER = re.compile(r" \d{1,3}(?:/\d{1,3}){0,2}[a-d]?(?![\w,.]?\d)")
RIGHT = re.compile(rf" (?:the )?({NAME}(?: {CAP})?)(?![\w-])")
SINGLE = re.compile(rf" (?:the )?({NAME})(?![\w-])(?! {CAP})(?!\.\w)")
RUE = re.compile(rf" ((?:de la |de l'|des |du |de |d'|della )?{CAP}(?:-\w{{2,20}}){{0,4}}(?: {CAP})?)(?![\w-])")
NUMBERED = re.compile(r"(?<![\w.])\d{1,3}(?: ?bis)?,? $")
SHOWN = re.compile(r"(?:(?<!\w)(?:the|in|at|to|from|near|of|on|behind|into|outside) |\d,? |\n\s*)$", re.IGNORECASE)
WITHIN = re.compile(rf"(?:(?<!\w)(?:in|at|near|from|to|of|nach|aus|bei) )({NAME}(?: {CAP})?),? (?:near |bei |b\. )?$")
CLOSE = 50
LIST_OF = 3


def localities(text: str, found: Sequence[Hit], marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield the places that grammar shows, and each again where its name stands; `found` are those that are known.

    >>> from teilegram.names.heads import heads
    >>> said = "from 31 Bedford Row to Lake Ladoga and the village of Aigen; Aigen was dark. Mr. Hill slept in a Hotel"
    >>> [said[h.start:h.end] for h in localities(said, [], heads(said))]
    ['31 Bedford Row', 'Lake Ladoga', 'Aigen', 'Aigen']
    """
    once = [h for m in marks for h in by_head(text, m)]
    shown = [*once, *beside_known(text, found)]
    yield from shown
    taken = {h.start for h in (*found, *shown)}
    forms = {text[h.start : h.end] for h in shown if h.rule == PLACE}
    yield from (h for h in again(text, forms) if h.start not in taken)


PLACE, PART = "names.place.grammar", "names.place.street"
"""A place that may stand alone elsewhere, and one whose name is whole with its head only."""


def by_head(text: str, m: Head) -> Iterator[Hit]:
    """Yield the place that one head shows, if any."""
    if m.kinds & {"place.street", "place.after", "place.surname"}:
        yield from named_before(text, m)
    if "place.suffix" in m.kinds:
        yield from compound(text, m)
    if m.kinds & {"place.before"}:
        yield from behind(text, m, RIGHT, whole=True)
    if "place.rue" in m.kinds:
        yield from behind(text, m, RUE, whole=True)
    if m.kinds & {"place.of", "place.beside", "place.moved"}:
        yield from behind(text, m, SINGLE, whole=False)


def named_before(text: str, m: Head) -> Iterator[Hit]:
    """Yield `Harley Street`, `14 English Quay`; a head that is a surname, too, only where something shows a place."""
    left = LEFT.search(text, max(0, m.start - CLOSE), m.start)
    if not left:
        return
    words = left[2].split(" ")[:-1]
    at = left.start(2)
    while words and (no_beginning(words[0]) or (len(words) > 1 and words[0].endswith("'s"))):
        at += len(words.pop(0)) + 1
    number = left.start() if left[1] and at == left.start(2) else at
    if not words or (title_of(words[0]) and "place.surname" in m.kinds):
        return
    if "place.surname" in m.kinds and (is_common(words[0]) or not SHOWN.search(text, max(0, number - 9), at)):
        return
    if "place.street" not in m.kinds and all(word in described() for word in words):
        return
    end = NUMBER.match(text, m.end) if m.kinds & {"place.street"} and number == at else None
    yield place(text, number, end.end() if end else m.end, PART)


def no_beginning(word: str) -> bool:
    """Tell whether no name of a street begins with a word: a word of grammar, or the end of what stands before."""
    return not word[0].isupper() or word.rstrip(",") in function_words() or word.endswith(",")


@cache
def described() -> frozenset[str]:
    """Give the words that describe a place and do not name it: `the Military District`, `a Soviet Province`."""
    left = listed("organisation_heads", "left")
    return frozenset(
        (*left, *(row["word"] for row in table("before_names")), "Capital", "Electoral", "Postal", "First")
    )


def title_of(word: str) -> bool:
    """Tell whether a word is one with which a title begins."""
    return word.casefold() in not_alone() and word not in described()


def compound(text: str, m: Head) -> Iterator[Hit]:
    """Yield `Herrengasse 9`, `Kärntner Straße`, `Nibelungenbrücke`: the word that a German head ends."""
    start = m.start
    while start and (text[start - 1].isalnum() or text[start - 1] in "-'"):
        start -= 1
    word = text[start : m.end]
    if word.capitalize() in listed("place_heads", "plain") or not word[0].isupper() or start == m.start:
        return
    number = NUMBER.match(text, m.end)
    yield place(text, start, number.end() if number else m.end, PART)


def behind(text: str, m: Head, form: re.Pattern[str], *, whole: bool) -> Iterator[Hit]:
    """Yield the name behind a head, with the head or without: `Lake Ladoga`, `the village of Aigen`."""
    right = form.match(text, m.end)
    if not right or not ("place.rue" in m.kinds or is_name(right[1])) or right[1] in function_words():
        return
    if "place.rue" in m.kinds and text[m.start].isupper() and not NUMBERED.search(text, max(0, m.start - 8), m.start):
        whole = text[m.start : m.end] != "Avenue"
    if whole:
        number = NUMBERED.search(text, max(0, m.start - 9), m.start)
        yield place(text, number.start() if number else m.start, right.end(1), PART)
    elif not right[1].isupper() or text[m.start : m.end].isupper():
        yield place(text, *right.span(1), PLACE)


def is_name(words: str) -> bool:
    """Tell whether capitalised words may name a place: none of them is a word of grammar, a title, a month, a thing."""
    return (
        not words.endswith(("ian", "ese", "ish"))
        and not any(
            w.casefold() in not_alone() or w in function_words() or w in no_places()
            for w in words.replace("-", " ").split()
        )
        and not is_common(words.split(" ", maxsplit=1)[0])
    )


@cache
def no_places() -> frozenset[str]:
    """Give the capitalised words that name no place: institutions, languages, feasts."""
    rows = (row["words"].split("|") for row in table("place_context") if row["kind"] in ("word", "season"))
    heads = (w for kind in ("of", "in", "before", "headed") for w in listed("organisation_heads", kind))
    return frozenset((*(w for row in rows for w in row), *heads))


def beside_known(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield `in Hallstatt, Austria` and `Aigen bei Salzburg`: before a known country, or near a known town."""
    for hit in found:
        entity = hit.candidates[0].entity
        if entity.kind != "place":
            continue
        before = text[max(0, hit.start - 6) : hit.start]
        larger = before.endswith(", ") and (about := known().get(entity.ident)) and about.kind in ("country", "region")
        if not larger and not before.endswith((" near ", " bei ", " b. ")):
            continue
        left = WITHIN.search(text, max(0, hit.start - CLOSE), hit.start)
        if left and is_name(left[1]) and not title_before(text, left.start(1)) and not listing(text, hit.end):
            yield place(text, *left.span(1), PLACE)


def listing(text: str, at: int) -> bool:
    """Tell whether a list goes on behind a place, so that what stands before it need not lie in it."""
    return text.startswith((" and ", " or ", ", and "), at)


def again(text: str, forms: Iterable[str]) -> Iterator[Hit]:
    """Yield names that are shown to be places wherever they stand alone."""
    wanted = sorted({f for form in forms for f in (form, form.upper())}, key=len, reverse=True)
    if not wanted:
        return
    for m in re.finditer("|".join(map(re.escape, wanted)), text):
        left = text[max(0, m.start() - 24) : m.start()]
        if (
            is_word(text, *m.span())
            and not is_of_thing(text, m.end())
            and not INITIALS.search(left)
            and not title_before(text, m.start())
            and not is_common((left.split(" ")[-2:-1] or [""])[0])
        ):
            yield place(text, *m.span(), "names.place.licensed")


def place(text: str, start: int, end: int, rule: str) -> Hit:
    """Make a place of the document's own."""
    name = Name(" ".join(text[start:end].split()))
    entity = Entity(name.text.casefold(), "place", "", (name,))
    return Hit(start, end, (Candidate(entity, name, short=True),), rule, "medium", 3)
