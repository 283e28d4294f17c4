"""Russian organisations at the head of a sentence, where any word has a capital.

One is shown there by an adjective of institutions or, before a theatre or a university, of a town (`Московский
университет`), or by what a head governs (`Союз писателей`).
"""

from __future__ import annotations

import re
from functools import cache

from teilegram.names.cyrillic.declension import plain
from teilegram.names.cyrillic.heads import Head, before_institutions, words
from teilegram.vocabulary import table

FEWEST = 2
"""So many words behind it a head needs that has its capital because a sentence begins."""
MINISTRIES = frozenset(("министерство", "прокуратура", "генпрокуратура"))
TOWN = re.compile(r"([А-ЯЁ][а-яё]{2,20})[сц]к[а-яё]{2,3}")
SHORT = 4
NO_NATION = frozenset(
    ("городс", "граждан", "районн", "дипло", "сельск", "детско", "женско", "морско", "отечес", "ведом")
)


def begins(adjective: str, head: Head) -> bool:
    """Tell whether an adjective begins a name also at the head of a sentence: `Верховный`, `Московский` университет."""
    return adjective in before_institutions() or (head.word in words("town") and of_town(adjective))


def is_whole(complement: str, head: Head, count: int) -> bool:
    """Tell whether a head has its capital not only from the sentence: two words are behind it, or whose union it is.

    >>> from teilegram.names.cyrillic.heads import heads
    >>> [is_whole(of, heads()["союз"], 1) for of in (" писателей", " этих")]
    [True, False]
    """
    if head.word in MINISTRIES or count >= FEWEST:
        return True
    return count == 1 and head.word in words("one") and not complement.endswith(("ых", "их"))


def of_town(adjective: str) -> bool:
    """Tell whether an adjective is made of the name of a town: `Венский`, but not `Английский`.

    >>> of_town("Венский"), of_town("Московская"), of_town("Английский"), of_town("Новый")
    (True, True, False, False)
    """
    m = TOWN.fullmatch(adjective)
    stem = m[1] if m and of_nation(adjective.lower()) else ""
    return bool(stem) and (stem if len(stem) <= SHORT else stem[: max(SHORT, len(stem) - 2)]) in towns()


@cache
def towns() -> frozenset[str]:
    """Give the beginnings of the Russian names of towns."""
    rows = (*(row for row in table("places") if row["kind"] in ("seat", "city")), *table("former_places"))
    names = {name for row in rows for name in row["ru"].split("|") if name}
    return frozenset(name[:count] for name in names for count in range(3, len(name) + 1))


def of_nation(word: str) -> bool:
    """Tell whether an adjective is made of a country or a town: `советское`, `американской`, `венгерского`."""
    return (
        word.islower()
        and bool(re.fullmatch(r"[а-яё-]{3,}[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое)", word))
        and plain(word)[:6] not in NO_NATION
    )
