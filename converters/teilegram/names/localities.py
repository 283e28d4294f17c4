"""Places that nobody has listed: `31 Bedford Row`, `Herrenstraße 9`, `Lake Ladoga`, `the village of Aigen`.

What one line shows holds for the whole document: where somebody `arrived in Hallstatt`, every `Hallstatt` is the place,
unless a title or a forename makes it a person's.  A preposition alone proves nothing (Guidelines, NDPLAC).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from teilegram.names.beside import INITIALS
from teilegram.names.gazetteer import known
from teilegram.names.grammar.titles import title_before
from teilegram.names.heads import Head, listed
from teilegram.names.lexicon import Hit, function_words, is_word, not_alone
from teilegram.names.made import place
from teilegram.names.persons import is_of_thing
from teilegram.names.ships import sails, vessels
from teilegram.names.streets import CAP, CLOSE, PART, compound, named_before
from teilegram.names.variants.forenames import is_common
from teilegram.vocabulary import table

NAME = rf"(?:(?:St\.?|Saint|San|Santa|Sankt|New|Old|Le|La|Bad|Groß|Upper|Lower) ?)?{CAP}(?:-{CAP})?"
RIGHT = re.compile(rf" (?:the )?({NAME}(?: {CAP})?)(?![\w-])")
SINGLE = re.compile(rf" (?:the )?({NAME})(?![\w-])(?! {CAP})(?!\.\w)")
RUE = re.compile(rf" ((?:de la |de l'|des |du |de |d'|della )?{CAP}(?:-\w{{2,20}}){{0,4}}(?: {CAP})?)(?![\w-])")
TOWARDS = re.compile(r"(?<!\w)(?:in|at|from|to|near|for|via|nach|aus|bei|von) $")
NUMBERED = re.compile(r"(?<![\w.])\d{1,3}(?: ?bis)?,? $")
WITHIN = re.compile(rf"(?:(?<!\w)(?:in|at|near|from|to|of|nach|aus|bei) )({NAME}(?: {CAP})?),? (?:near |bei |b\. )?$")
PLACE = "names.place.grammar"
"""A place that may stand alone elsewhere."""


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


def by_head(text: str, m: Head) -> Iterator[Hit]:
    """Yield the place that one head shows, if any."""
    if m.kinds & {"place.street", "place.after", "place.surname"}:
        yield from named_before(text, m)
    if "place.suffix" in m.kinds:
        yield from compound(text, m)
    if "place.before" in m.kinds or ("place.spa" in m.kinds and TOWARDS.search(text, max(0, m.start - 9), m.start)):
        yield from behind(text, m, RIGHT, whole=True)
    if "place.rue" in m.kinds:
        yield from behind(text, m, RUE, whole=True)
    if m.kinds & {"place.of", "place.beside", "place.moved"}:
        yield from behind(text, m, SINGLE, whole=False)


def behind(text: str, m: Head, form: re.Pattern[str], *, whole: bool) -> Iterator[Hit]:
    """Yield the name behind a head, with the head or without: `Lake Ladoga`, `the village of Aigen`."""
    right = form.match(text, m.end)
    name = named(m, right[1]) if right else ""
    if not right or not name or name in function_words():
        return
    end = right.start(1) + len(name)
    if "place.rue" in m.kinds and text[m.start].isupper() and not NUMBERED.search(text, max(0, m.start - 8), m.start):
        whole = text[m.start : m.end] != "Avenue"
    if whole:
        number = NUMBERED.search(text, max(0, m.start - 9), m.start)
        yield place(text, number.start() if number else m.start, end, PART)
    elif not name.isupper() or text[m.start : m.end].isupper():
        yield place(text, right.start(1), end, PLACE)


def named(m: Head, words: str) -> str:
    """Give as much of the words behind a head as may name a place: one, if the second begins another name.

    A forename is a place's only behind what makes one of any name, as in `Fort William`.
    """
    if "place.rue" in m.kinds or is_name(words):
        return words
    first = words.rpartition(" ")[0]
    if first:
        return first if is_name(first) else ""
    return words if "place.before" in m.kinds and is_common(words) and words.casefold() not in not_alone() else ""


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
    spans = list(re.finditer("|".join(map(re.escape, wanted)), text))
    ships = vessels(text, ((m.start(), m[0]) for m in spans))
    for m in spans:
        left = text[max(0, m.start() - 24) : m.start()]
        if (
            is_word(text, *m.span())
            and not is_of_thing(text, m.end())
            and not sails(text, *m.span(), known=m[0] in ships)
            and not INITIALS.search(left)
            and not title_before(text, m.start())
            and not is_common((left.split(" ")[-2:-1] or [""])[0])
        ):
            yield place(text, *m.span(), "names.place.licensed")
