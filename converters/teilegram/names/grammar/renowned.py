"""Surnames that need nothing beside them, because everybody knew who was meant: `he conspires with Kiesinger`.

The table says within which years a surname is a statesman's (`data/statesmen.tsv`), so that the document needs a date.
It is a person, not more: who it is, an authority says (Guidelines, NDPER).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from teilegram.folding import folded
from teilegram.names.capitalised import capitalised
from teilegram.names.grammar.licensed import is_foreign
from teilegram.names.lexicon import not_alone
from teilegram.names.linking.times import Period
from teilegram.names.persons import Mention, is_of_thing, small_words
from teilegram.names.variants.forenames import word_names
from teilegram.vocabulary import table

NO_PERSON = re.compile(
    r"(?<!\w)(?:the|an?|in|at|(?:town|city|village|county|district|island|port|street|house|state) of) $", re.IGNORECASE
)
"""What stands before a ship, a thing or a town of the name: `the Lenin sailed`, `in Kalinin`."""
BACK = 14
"""How far before a name that is looked for, in characters."""
CALLED_AFTER = re.compile(r"(?:'s)? [A-Z]|-[A-Za-z]")
"""What goes on as another name, or is called after a person: `Wellington's Barracks`, `the Hallstein Doctrine`."""


@cache
def statesmen() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Read the table: first and last year, and the surnames."""
    return tuple((row["from"], row["to"], frozenset(row["surnames"].split("|"))) for row in table("statesmen"))


@cache
def known(first: str, last: str) -> frozenset[str]:
    """Give the surnames that are a statesman's in any of some years, also in capitals; no word of the language."""
    names = {n for begin, end, some in statesmen() if begin <= last and first <= end for n in some if " " not in n}
    sure = {n for n in names if folded(n).casefold() not in word_names() and n.casefold() not in not_alone()}
    return frozenset(sure | {n.upper() for n in sure})


def renowned(text: str, when: Period, others: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the statesmen named by their surname alone in a reading; `when` is the time of its writing.

    Nobody whose surname one of the `others` has, whom the document names with more than that.

    >>> s = "he names Kiesinger and the Heinemann Street, and Maria Strauss"
    >>> [s[m.start:m.end] for m in renowned(s, ("1969-03-17", "1969-03-17"), [])]
    ['Kiesinger']
    >>> list(renowned(s, ("1862-01-01", "1862-12-31"), [])), list(renowned(s, ("", ""), []))
    ([], [])
    """
    if not all(when):
        return
    borne = {text[a:b].casefold() for m in others for a, b, element in m.parts if element == "surname"}
    names, small = known(when[0][:4], when[1][:4]), small_words(text) | borne
    for word, starts in capitalised(text).items():
        for at in starts if word in names and word.casefold() not in small else ():
            end = at + len(word)
            if not (
                is_foreign(text, at)
                or NO_PERSON.search(text, max(0, at - BACK), at)
                or is_of_thing(text, end)
                or CALLED_AFTER.match(text, end)
            ):
                yield Mention(at, end, (), (), (), "names.renowned", "low")
