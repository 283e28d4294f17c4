"""What stands behind the word a Russian sentence begins with: what persons do, what is done to them, any verb.

`молчал`, `не пригласили`, `, по его словам`, `— за` (`data/russian_said.tsv`).
"""

from __future__ import annotations

import re
from functools import cache

from teilegram.vocabulary import table

MANS = "[аеиоуыяё]л|лся|ш[её]л|мог"
WOMANS = "[аеиоуыяё]ла|лась|шла"
SEVERAL = "[аеиоуыя]ли|шли|лись"
VERB = (
    "л|л[аио]|лся|л[аио]сь|ть|ться|[аяеу][её]т|[аяеу]ют|[иеёу]тся|ются|[дтжмнг]ит|[жмчнп]ат|ована?|"
    "[лнчжщвр][её]н[ао]?|ано|яно|ены|ёт|учит"
)
"""Endings of verbs: of a man, a woman, several persons, and of any verb that an adjective is followed by."""


@cache
def said(kind: str) -> str:
    """Give the pattern of what stands behind a name, of one kind of `data/russian_said.tsv`."""
    return "|".join(row["words"] for row in table("russian_said") if row["kind"] == kind)


@cache
def behind(kind: str) -> re.Pattern[str]:
    """Compile what is looked for directly behind a word: `does`, `suffers`, `aside`, `stance`, or a verb by its ending.

    >>> bool(behind("does").match(" вчера принял нас")), bool(behind("man").match(" отдел закрыт"))
    (True, False)
    """
    adverbs = rf"(?:(?:{said('between')}) ){{0,2}}"
    small = rf" (?:{said('small')})(?!\w)"
    verb = rf" {adverbs}(?!(?:{said('not-verb')})(?!\w))"
    patterns = {
        "aside": rf", (?:{said('aside')})",
        "stance": rf" [—-] (?:{said('stance')})",
        "suffers": rf" (?:я |мы |он |она |они )?{adverbs}(?:{said('suffers')})",
        "does": rf" {adverbs}(?:{said('does')})",
        "man": rf"{verb}[а-яё]{{1,20}}(?:{MANS})",
        "woman": rf"{verb}[а-яё]{{1,20}}(?:{WOMANS})",
        "several": rf" {adverbs}[а-яё]{{1,20}}(?:{SEVERAL})",
        "no-noun": rf"(?:$|[^\w\s»\"-]| [—-]| и [А-ЯЁ]|{small}|{verb}[а-яё]{{1,20}}(?:{VERB})(?!\w))",
    }
    return re.compile(patterns[kind] + ("" if kind == "no-noun" else r"(?!\w)"))


@cache
def nations() -> re.Pattern[str]:
    """Compile the adjectives of nations, which stand for a person: `Русский молчал`."""
    return re.compile(rf"(?:{said('nation')})[а-яё]*[сц]?к[а-яё]+")
