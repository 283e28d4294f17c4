"""Persons: a surname that the authority knows, with the forenames, initials and titles that stand around it.

`N.S. Khrushchev`, `Mr. [Oswaldo] Dorticos`, `comrade Khrushchev`, `A. GROMYKO`, `Хрущеву`: the surname is
looked up, what stands before it narrows the choice (Guidelines, NDPER).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from teilegram.model import Cert, Document
from teilegram.names.beside import CAPITALISED, agreeing, given_after, given_before, is_small, unknown_forename
from teilegram.names.grammar.titles import agrees, is_civil, last_word, title_after, title_before, titles_by_end
from teilegram.names.lexicon import (
    MINIMUM,
    Candidate,
    Forenames,
    Hit,
    forenames,
    is_plural,
    not_alone,
    of_persons,
)
from teilegram.names.variants.forenames import is_common
from teilegram.names.variants.given import (
    fits,
    fullest,
    given_names,
    initialled,
    initials_or_word,
    sex,
)
from teilegram.offsets import Reading
from teilegram.vocabulary import table

SMALL = re.compile(r"(?<![\w.'-])[^\W\d_A-ZА-ЯЁ][^\W\d_]*")
CAPITAL = re.compile(r" ([A-Z]\w*)")
LINK = re.compile(
    r"(?<![\w.'-])(?:von der|von dem|von|van der|van den|van|de la|de|del|della|di|da|du|zu|al|el|bin|ibn|ben) $"
)
ELIDED = re.compile(r"(?<![\w'])d'$")
LINKS = frozenset(
    [
        "von",
        "der",
        "dem",
        "van",
        "den",
        "de",
        "la",
        "del",
        "della",
        "di",
        "da",
        "du",
        "zu",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
    ]
)
GENERATION = re.compile(r"(?:,? ((?:Jr|Sr)\.?)| ((?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})))(?!\w)")
"""`Jr.`, `II`; one letter alone is rather a pronoun or an initial (`Kennedy I believe`, `Khrushchev, V. I. Lenin`)."""


class Mention(NamedTuple):
    """A person named in a reading: the span with title and forenames, and the parts inside it.

    `rule` and `cert` are those of a person whom no authority knows.
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    parts: tuple[tuple[int, int, str], ...]
    given: tuple[str, ...]
    how: str = ""
    """Nothing where a form of the authority or the grammar made it, else the rule that did."""
    cert: Cert = "medium"
    """How sure it is that this is a person, where no authority knows them; low, that a forename is the authority's."""


def mentions(document: Document, text: Reading) -> Iterator[Mention]:
    """Yield the persons of the authority that a reading names; where two overlap, choosing is another step's."""
    known = forenames(document.authority)
    small = small_words(text.text)
    for hit in of_persons(document.authority).find(text.text):
        made = mention(text.text, hit, known)
        if made and not (is_bare(made) and text.text[hit.start : hit.end].casefold() in small):
            yield made


@lru_cache(maxsize=4)
def small_words(text: str) -> frozenset[str]:
    """Give the words that a text has with a small letter: with a capital they need not be names."""
    return frozenset(SMALL.findall(" ".join(set(text.split()))))


def is_bare(made: Mention) -> bool:
    """Tell whether a mention is a surname and nothing else."""
    return not made.parts and not any(c.short for c in made.candidates)


def mention(text: str, hit: Hit, known: Forenames) -> Mention | None:
    """Extend a surname to the left over forenames and titles, and to the right over what may follow it."""
    if is_of_thing(text, hit.end):
        return None
    alone = has_nothing_before(text, hit.start)
    given, link = ([], []) if alone else before(text, hit, known)
    parts = [*((a, b, "forename") for a, b in given), *((a, b, "nameLink") for a, b in link)]
    start = min(parts)[0] if parts else hit.start
    end = hit.end + is_plural(text, hit.start, hit.end)
    strings = said(text, given)
    fitting = tuple(c for c in hit.candidates if fits(strings, given_names(c))) if given else hit.candidates
    candidates = best_forms(text, hit, fullest(strings, fitting))
    after = [] if given else given_after(text, end, candidates)
    if after:
        end, strings = after[-1][1], said(text, after)
        candidates = tuple(c for c in candidates if c.name.part("forename") and fits(strings, c.name.part("forename")))
        parts += [(a, b, "forename") for a, b in after]
    title, other = None if alone else title_before(text, start), None
    if title:
        candidates = bearing(text[slice(*title)], candidates)
        parts.append((*title, "roleName"))
        start = title[0]
    elif not strings:
        candidates = tuple(c for c in candidates if c.how != "titled")
        if not stands_alone(text, hit) or (hit.candidates and not candidates):
            return None
        other = None if alone or " " in text[hit.start : hit.end] else unknown_forename(text, start)
        if other is not None:
            candidates, start = initialled(text[other : hit.start - 1], candidates), other
            parts.append((other, hit.start - 1, "forename"))
    how = "names.initialled" if not strings and candidates and other is not None else ""
    return whole(text, hit, Mention(start, end, candidates, tuple(parts), strings, how))


def said(text: str, given: list[tuple[int, int]]) -> tuple[str, ...]:
    """Give the forenames and the single initials at spans."""
    return tuple(part for a, b in given for part in initials_or_word(text[a:b])) if given else ()


def bearing(title: str, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Leave those who may have a title: it may say the sex, and nobody is `Mr.` with a forename alone."""
    return tuple(c for c in candidates if agrees(title, sex(c.entity)) and not (c.how == "titled" and is_civil(title)))


def is_of_thing(text: str, at: int) -> bool:
    """Tell whether the word behind a name makes it the name of a thing.

    >>> is_of_thing("at Kennedy Airport", 10), is_of_thing("met Kennedy Airports", 11), is_of_thing("Hale had", 4)
    (True, False, False)
    """
    word = CAPITAL.match(text, at)
    return word is not None and word[1] in of_things()


@cache
def of_things() -> frozenset[str]:
    """Give the words that make a thing of the name before them."""
    return frozenset(row["word"] for row in table("after_names"))


def has_nothing_before(text: str, at: int) -> bool:
    """Tell cheaply that a word with a small letter stands before a surname that neither is a title nor belongs to it.

    >>> has_nothing_before("told Kennedy", 5), has_nothing_before("von Brandeis", 4)
    (True, False)
    """
    word = last_word(text, at)
    return is_small(word) and word not in LINKS and word not in titles_by_end()


def whole(text: str, hit: Hit, made: Mention) -> Mention:
    """Add the generation or the title behind a name, and say which part the form that was found is."""
    generation = GENERATION.match(text, made.end)
    title = title_after(text, made.end)
    if not generation and not made.parts and not title:
        return made
    parts = list(made.parts)
    if generation:
        parts.append((*generation.span(generation.lastindex or 1), "genName"))
    if title:
        parts.append((*title, "roleName"))
    if parts:
        forename = bool(made.candidates) and all(is_given(c) for c in made.candidates)
        last = hit.end + is_plural(text, hit.start, hit.end)
        parts.append((hit.start, last, "forename" if forename else "surname"))
    end = title[1] if title else generation.end() if generation else made.end
    return made._replace(end=end, parts=tuple(sorted(parts)))


def is_given(candidate: Candidate) -> bool:
    """Tell whether a form is of a given name: nobody's surname, or that by which a Vietnamese is called."""
    return candidate.how == "called" or (not candidate.short and not candidate.name.part("surname"))


def before(text: str, hit: Hit, known: Forenames) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Give the spans of the forenames before a surname, and of the particle between (`Helene von Brandeis`)."""
    link = LINK.search(text, max(0, hit.start - 12), hit.start) if last_word(text, hit.start) in LINKS else None
    elided = ELIDED.search(text, max(0, hit.start - 3), hit.start) if text[hit.start - 1 : hit.start] == "'" else None
    if elided:
        at = elided.start()
        return agreeing(text, given_before(text, at, known), hit), [(at, hit.start)]
    if link:
        given = given_before(text, link.start(), known)
        if given or title_before(text, link.start()):
            return agreeing(text, given, hit), [(link.start(), hit.start - 1)]
    return agreeing(text, given_before(text, hit.start, known), hit), []


def best_forms(text: str, hit: Hit, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Give the candidates whose name is written as here, diacritics included; all where nobody's is.

    A form made by another system of transliteration yields to one that the authority has.
    """
    if len(candidates) < 2:  # noqa: PLR2004
        return candidates
    own = tuple(c for c in candidates if c.how != "system")
    word = text[hit.start : hit.end].casefold()
    if word > "а":
        return own or candidates
    exact = tuple(c for c in own if word in (" ".join(c.name.part("surname")).casefold(), c.name.text.casefold()))
    return exact or own or candidates


def stands_alone(text: str, hit: Hit) -> bool:
    """Tell whether a surname may stand here with nothing before it.

    `the Kennedys` may, `Kennedys` may not; of `Simon Wiesenthal` the first word is nobody's surname.  Three letters
    that another system of transliteration would have (`Тан` as `Tan`) prove nothing.
    """
    word = text[hit.start : hit.end]
    if len(word) < MINIMUM or word.casefold() in not_alone():
        return False
    if len(word) == MINIMUM and hit.candidates and all(c.how == "system" for c in hit.candidates):
        return False
    if is_plural(text, hit.start, hit.end):
        return text[max(0, hit.start - 4) : hit.start].casefold() == "the "
    return not (is_common(word) and CAPITALISED.match(text, hit.end + 1) and text[hit.end] == " ")
