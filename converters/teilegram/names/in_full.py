"""Persons by a common forename and a surname: `Milan Vukotić`, `Wm. Tarrant`, `Lee MARLOW` (Guidelines, NDPER)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from teilegram.names.capitalised import capitalised
from teilegram.names.gazetteer import table_entry
from teilegram.names.grammar.titles import WINDOW, last_word, title_before
from teilegram.names.lexicon import function_words
from teilegram.names.persons import GENERATION, Mention, of_things, small_words
from teilegram.names.shape import LINKS, PLAIN, divided, no_surnames, openers, personal, ranks, titles, trimmed
from teilegram.names.variants.forenames import abbreviated, doubtful, is_common, word_names
from teilegram.vocabulary import LOWER, UPPER

BEHIND = re.compile(r" ([A-Z]\w*)")
CAPITALISED = re.compile(rf"[{UPPER}](?:[{LOWER}]{{1,15}}(?:-[{UPPER}][{LOWER}]+)?|[{UPPER}]{{2,15}})")
REST = re.compile(rf"((?: (?:[A-Z]\.|{abbreviated()})){{0,4}}) ((?:{LINKS}(?<= ))?)({PLAIN}(?: {PLAIN})?)")
CAPITALS = re.compile(rf"((?: [A-Z]\.){{0,4}}) ()((?:MC)?[{UPPER}'-]{{3,30}})(?!\w)")


def in_full(text: str, there: Mapping[int, int]) -> Iterator[Mention]:
    """Yield common forenames with a surname, and the particle, initials and generation that belong to them."""
    for word, starts in capitalised(text).items():
        if not CAPITALISED.fullmatch(word) or (word.isupper() and word.casefold() in word_names()):
            continue
        for forename in (word, f"{word}."):
            if not is_common(forename) or forename in function_words():
                continue
            rest = CAPITALS if word.isupper() else REST
            for at in starts:
                m = rest.match(text, at + len(forename)) if text.startswith(forename, at) else None
                made = with_surname(text, at, forename, m) if m and m.end() > there.get(at, 0) else None
                if made:
                    yield made


def with_surname(text: str, at: int, forename: str, rest: re.Match[str]) -> Mention | None:
    """Make the mention of a forename and what is behind it, if that is no place, office or thing."""
    if forename.isupper() and (
        rest[3].casefold() in small_words(text) or forename.capitalize() in surnames_shown(text)
    ):
        return None
    if forename in doubtful() and ends_sentence(text, rest.start(3)):
        return None
    if f"{last_word(text, at)} {forename}".casefold() in ranks():
        return None
    name = trimmed(rest[3])
    end = rest.start(3) + len(name)
    if not follows(forename, name.split(" ")[0]) or is_before_thing(text, end):
        return None
    parts = list(divided(text[at:end], at))
    generation = GENERATION.match(text, end)
    if generation:
        parts.append((*generation.span(generation.lastindex or 1), "genName"))
        end = generation.end()
    title = title_before(text, at)
    if title:
        parts.append((*title, "roleName"))
    return Mention(title[0] if title else at, end, (), tuple(sorted(parts)), (forename,))


def is_before_thing(text: str, end: int) -> bool:
    """Tell whether a name is that of a street, a bridge or the like, in capitals too: `VICTORIA FALLS BRIDGE OPEN`."""
    word = BEHIND.match(text, end)
    return word is not None and (word[1] in of_things() or (word[1].isupper() and word[1].capitalize() in of_things()))


@lru_cache(maxsize=4)
def surnames_shown(text: str) -> frozenset[str]:
    """Give the words behind a forename or a form of address: the surname of the headline `OSWALD ALONE`.

    >>> sorted(surnames_shown("Then Lee Harvey Oswald told Mr. Hale"))
    ['Hale', 'Harvey', 'Oswald']
    """
    pairs = set(re.findall(r"([A-Z](?<!\w.)[\w'-]*\.?) (?=([A-Z][a-z]+))", text))
    return frozenset(second for first, second in pairs if is_common(first) or first in personal())


def follows(forename: str, word: str) -> bool:
    """Tell whether a word may be the surname behind a forename; behind an abbreviation a town's name is one.

    >>> follows("Geo.", "Washington"), follows("George", "Street"), follows("Geo.", "The")
    (True, False, False)
    """
    low = word.casefold()
    if not forename.endswith(".") or forename in doubtful():
        return low not in no_surnames()
    return word not in function_words() and low not in titles()


def ends_sentence(text: str, at: int) -> bool:
    """Tell whether the word at an offset is rather a sentence's first than the surname behind an abbreviation.

    >>> ends_sentence("We saw Fred. However we", 13), ends_sentence("We saw Fred. Holl there", 13)
    (True, False)
    """
    word = re.match(PLAIN, text[at : at + WINDOW])
    low = word[0].casefold() if word else ""
    return low in small_words(text) or low in openers() or table_entry(word[0] if word else "") is not None
