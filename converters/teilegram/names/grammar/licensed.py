"""Licensed surnames: where a document has `Mr. Zamyatin`, a later `Zamyatin` or `Zamyatin's` is the same person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.names.capitalised import capitalised, ends_sentence
from teilegram.names.grammar.titles import last_word
from teilegram.names.lexicon import MINIMUM, not_alone
from teilegram.names.linking.evidence import Evidence, one
from teilegram.names.persons import LINK, LINKS, Mention, is_of_thing
from teilegram.vocabulary import table

FOREIGN = re.compile(r"[^\W\d_a-zа-яё][\w'-]*\.? $")
"""A capitalised word before, with which it would be another name."""


def licensed(text: str, known: Evidence) -> Iterator[Mention]:
    """Yield the bare surnames of persons whom the document names with a forename or a title.

    Those where the authority's surname has been found anyway are left out.
    """
    if not known.surnames:
        return
    for said, starts in capitalised(text).items():
        word = said.casefold()
        if word not in known.surnames or len(word) < MINIMUM or word in not_alone() or word in known.lower:
            continue
        who = one(known.surnames[word])
        for at in starts:
            end = at + len(said)
            link = LINK.search(text, max(0, at - 12), at) if last_word(text, at) in LINKS else None
            if (link or known.standing.get(at, 0) < end) and not is_foreign(text, at) and not is_of_thing(text, end):
                yield Mention(link.start() if link else at, end, who, (), (), "names.licensed")


def is_foreign(text: str, at: int) -> bool:
    """Tell whether a capitalised word stands before an offset with which what follows would be another name.

    >>> is_foreign("in New Hale", 7), is_foreign("told Hale", 5), is_foreign("When Hale", 5)
    (True, False, False)
    >>> is_foreign("trust Mr. Hale. Hale", 16), is_foreign("told Benj. Hale", 11)
    (False, True)
    """
    word = last_word(text, at)
    if ends_sentence(word):
        return False
    before = FOREIGN.search(text, max(0, at - 40), at) if word and not word.islower() else None
    return before is not None and (before[0].endswith(". ") or before[0].strip().casefold() not in no_names())


@cache
def no_names() -> frozenset[str]:
    """Give the words, folded, that are no name before a surname: function words, titles, what opens a sentence."""
    openers = {word for row in table("sentence_openers") if row["lang"] == "en" for word in row["words"].split()}
    return not_alone() | openers
