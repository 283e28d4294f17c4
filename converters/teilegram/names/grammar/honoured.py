"""Persons by the title behind their name: `Essad Pasha`, `Bekir Sami Bey`, `Fakhri Effendi` (Guidelines, NDPER)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.folding import folded
from teilegram.model import Authority
from teilegram.names.capitalised import places
from teilegram.names.grammar.forenames import of_forenames
from teilegram.names.grammar.titles import title_after, title_before, titles_behind
from teilegram.names.lexicon import Candidate
from teilegram.names.linking.evidence import one
from teilegram.names.persons import Mention
from teilegram.names.shape import is_no_surname, openers
from teilegram.vocabulary import table

GIVEN = re.compile(r"(?<![\w.'-])(?:[^\W\d_a-zа-яё][^\W\d_]*(?:-[^\W\d_]+)? ){1,3}$")
BACK = 60
"""How far before the title the name begins at most, in characters."""


def honoured(text: str, authority: Authority) -> Iterator[Mention]:
    """Yield the persons who have a title behind their name; of the authority the only one with the first forename.

    >>> s = "Le Bey wrote; Essad Pasha met General Sherif Pasha and Bekir Sami Bey; the Pasha and Turgut Bey's men"
    >>> [s[m.start:m.end] for m in honoured(s, Authority())]
    ['Essad Pasha', 'General Sherif Pasha', 'Bekir Sami Bey', 'Turgut Bey']
    """
    for at in places(text, lambda word: word in titles_behind()):
        before = GIVEN.search(text, max(0, at - BACK), at)
        names = kept(before[0].split()) if before else []
        behind = title_after(text, at - 1) if names and not describing().intersection(names) else None
        if behind:
            start = at - sum(len(name) + 1 for name in names)
            parts, begin = [], start
            for name in names:
                parts.append((begin, begin + len(name), "forename"))
                begin += len(name) + 1
            title = title_before(text, start)
            shown = [*([(*title, "roleName")] if title else []), *parts, (*behind, "roleName")]
            who = bearers(names[0], text[slice(*behind)], authority) if len(names) == 1 else ()
            yield Mention(title[0] if title else start, behind[1], who, tuple(shown), tuple(names), "names.honoured")


@cache
def describing() -> frozenset[str]:
    """Give the capitalised adjectives that are no name: `the Old Bey`."""
    return frozenset(
        w for row in table("organisation_heads") if row["kind"] == "plain" for w in row["words"].split("|")
    )


def bearers(name: str, title: str, authority: Authority) -> tuple[Candidate, ...]:
    """Give the one person of the authority with a forename and that title in some form of the name."""
    who = of_forenames(authority).get(folded(name).casefold(), ())
    return one(c for c in who if any(title in form.text.split() for form in c.entity.names))


def kept(words: list[str]) -> list[str]:
    """Keep of the capitalised words before a title those that stand behind the last one that is no name."""
    last = max((i for i, word in enumerate(words) if is_no_surname(word) or word.casefold() in openers()), default=-1)
    return words[last + 1 :]
