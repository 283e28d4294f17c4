"""Persons of East Asia named in full, the surname first: `Yang Shangkun`, `Ch'en Ming-shu`, `Park Chung Hee`.

Words of the language are no syllables of a name: `Young Men`, `He Can Do It` (Guidelines, NDPER).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial

from teilegram.eastern import begun, first_letters, given, readings, surnames
from teilegram.folding import folded
from teilegram.model import Authority
from teilegram.names.capitalised import places
from teilegram.names.grammar.titles import title_before
from teilegram.names.lexicon import Candidate, folded_once, function_words, not_alone
from teilegram.names.linking.evidence import one
from teilegram.names.persons import Mention, is_of_thing, small_words
from teilegram.names.variants.forenames import word_names


def eastern(text: str, authority: Authority) -> Iterator[Mention]:
    """Yield the persons of East Asia that a reading names in full.

    >>> s = "told Yang Shangkun and Ch'en Ming-shu that Park Chung Hee, Pham Van Dong and KANG SHENG saw Hong Hill"
    >>> [s[m.start:m.end] for m in eastern(s, Authority())]
    ['Yang Shangkun', "Ch'en Ming-shu", 'Park Chung Hee', 'Pham Van Dong', 'KANG SHENG']
    """
    is_word = partial(is_of_language, small=small_words(text))
    plain = folded_once(text)
    done = 0
    for at in places(text, lambda word: folded(word) in first_letters()):
        surname = begun().match(plain, at) if at >= done else None
        span = given(plain, surname, is_word) if surname else None
        if surname and span and not is_of_thing(text, done := span[1]):
            title = title_before(text, at)
            parts = [(at, surname.end(), "surname"), (*span, "forename")]
            said = (" ".join(text[slice(*span)].split()),)
            start = title[0] if title else at
            shown = (((*title, "roleName"),) if title else ()) + tuple(parts)
            who = bearers(surname[0], said[0], authority)
            yield Mention(start, done, who, shown, said, "names.transliterated" if who else "names.eastern")


def bearers(surname: str, given: str, authority: Authority) -> tuple[Candidate, ...]:
    """Give the one person of the authority who has a name in this or in another romanisation."""
    index = of_readings(authority)
    return one(c for s in readings(surname) for g in readings(given) for c in index.get((s, g), ())) if index else ()


@lru_cache(maxsize=8)
def of_readings(authority: Authority) -> dict[tuple[str, str], list[Candidate]]:
    """Give for every surname and given name, as `readings` has them, who bears them."""
    found: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for entity in authority.of("person"):
        for name in entity.names:
            surname, given = " ".join(name.part("surname")), " ".join(name.part("forename"))
            if given and folded(surname) in surnames():
                for key in ((s, g) for s in readings(surname) for g in readings(given)):
                    found[key].append(Candidate(entity, name, short=False))
    return found


def is_of_language(word: str, small: frozenset[str]) -> bool:
    """Tell whether a syllable is a word of the text's language."""
    return word in small or word in not_alone() or word in word_names() or word.capitalize() in function_words()
