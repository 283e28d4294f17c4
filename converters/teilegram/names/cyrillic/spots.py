"""Words that say what a Russian place is, in all their forms: `улица`, `море`, `район` (`data/russian_spots.tsv`)."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from teilegram.model import Cert
from teilegram.names.cyrillic.declension import plain
from teilegram.names.cyrillic.heads import Head, declined
from teilegram.vocabulary import table

SHORTEST = 3


class Spot(NamedTuple):
    """A place: its span, its nominative as far as that is known, and how sure it is."""

    start: int
    end: int
    name: str
    cert: Cert
    whole: bool = True
    """Whether it is one name also where what it ends with is known: `улица Кубы`, but `остров Куба`."""


@cache
def spots() -> dict[str, Head]:
    """Give the words for places by form, also with a capital (`Садовая Улица`)."""
    found: dict[str, Head] = {}
    for row in table("russian_spots"):
        head = Head(row["word"], row["gender"], row["kind"])
        made = set(row["forms"].split("|")) if row["forms"] else declined(head.word, head.gender)
        for form in made:
            found.setdefault(plain(form), head)
            found.setdefault(form, head)
            found.setdefault(form.capitalize(), head)
    return found


@cache
def matcher() -> tuple[Any, list[str]]:
    """Make what finds all words for places in one pass."""
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - only Russian text needs it

    keys = list(spots())
    return AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest), keys
