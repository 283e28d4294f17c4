"""Organisations of a text that nobody has listed: institutions, firms, newspapers, and acronyms that the text defines.

What each family of them looks like stands in its module (Guidelines, NDORG).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teilegram.names.acronyms import defined
from teilegram.names.cyrillic.called import called
from teilegram.names.cyrillic.organisations import normal, russian_organisations
from teilegram.names.firms import firms
from teilegram.names.german import german_ones
from teilegram.names.heads import Head
from teilegram.names.institutions import english_ones
from teilegram.names.lexicon import Hit
from teilegram.names.made import organisation
from teilegram.names.papers import papers
from teilegram.names.romance import romance_ones


def organisations(text: str, found: Sequence[Hit], marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield the organisations that the form alone shows, and those that an acronym of the document means."""
    new = [*english_ones(text, found, marks), *german_ones(text, found, marks), *romance_ones(text, found, marks)]
    new += [*russian_ones(text, found), *firms(text, marks), *papers(text, marks)]
    yield from new
    yield from defined(text, [h for h in (*found, *new) if h.candidates[0].entity.kind == "org"])


def russian_ones(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield `Министерство внешней торговли СССР`, `фирма «Заря»`, and what is called by such a name elsewhere."""
    named = list(russian_organisations(text, found))
    for one in named:
        yield organisation(text, one.start, one.end, found, normal=normal(text, one))
    for start, end, name, cert in called(text, named):
        yield organisation(text, start, end, found, normal=name)._replace(
            rule="names.org.called", cert=cert, rank=2 if cert == "medium" else 3
        )
