"""Paragraphs that are spoken, however short: a speaker and a colon before a sentence (Guidelines, COHQQ)."""

from __future__ import annotations

import re
from functools import cache

from teilegram.vocabulary import UPPER, table

PORTION = re.compile(r"(?:\s*\([A-Z]{1,3}\)|\s*\[[^\[\]\n]{1,60}\])+\s*$")
"""What may stand behind the stop of a paragraph: how secret it is, `(S)`, and what an editor says of it."""
NAMED = rf"[{UPPER}А-ЯЁ][\w.'’-]*"
LABEL = re.compile(
    rf"(?P<bold>\*\*|__)?(?P<who>(?:\[[^\]\n]{{1,20}}\] ?)?{NAMED}(?: {NAMED}){{0,3}})(?P=bold)?"
    rf"(?: ?\([^)\n]{{1,40}}\))?: ?(?:\*\*|__)? ?\S"
)


@cache
def speaker() -> re.Pattern[str]:
    """Compile a speaker before a colon, with a title, in capitals or with initials."""
    rows = table("speakers")
    words = {
        k: "|".join(re.escape(w) for r in rows if r["kind"] == k for w in r["words"].split("|"))
        for k in ("title", "role", "not")
    }
    name = r"[A-ZА-ЯЁ][\w.'-]{1,30}"
    return re.compile(
        rf"(?:(?:{words['title']}) {name}(?: {name})?|{words['role']}|"
        rf"(?!(?i:{words['not']})\b)[A-ZА-ЯЁ]{{3,20}}|(?:[A-Z]\.)+ ?{name})(?: ?\([^)\n]{{1,40}}\))?: ?\S"
    )


def is_turn(text: str) -> bool:
    """Tell whether a block is what a speaker says, however short.

    >>> is_turn("Mr. Rusk: Yes."), is_turn("ХРУЩЕВ: Да."), is_turn("SUBJECT: Berlin"), is_turn("Washington")
    (True, True, False, False)
    """
    return bool(speaker().match(text)) and is_stopped(text)


def is_stopped(text: str) -> bool:
    """Tell whether a block ends as a sentence does.

    >>> is_stopped("I disagree. (S)"), is_stopped("“No.”"), is_stopped("NSC (S)")
    (True, True, False)
    """
    behind = PORTION.search(text, max(len(text) - 80, 0))
    said = text[: behind.start()] if behind else text
    return said.rstrip("\"'”’»)]*_ ").endswith((".", "?", "!", "…"))


def is_spoken(text: str, before: str = "") -> bool:
    """Tell whether a block is a sentence behind a name in bold and a colon, or behind a name as the block before is.

    >>> is_spoken("[T.] Zhivkov: Each for himself!", "János Kádár: Who will pay?"), is_spoken("**Dimov**: Agrees.")
    (True, True)
    >>> is_spoken("Seen by: The Minister.", "It was so."), is_spoken("**Note**: See above.")
    (False, False)
    """
    said = LABEL.match(text)
    if not said or is_other(said["who"]) or not is_stopped(text):
        return False
    return bool(said["bold"]) or is_spoken(f"**{before}")


def is_other(who: str) -> bool:
    """Tell whether what stands before a colon is a word that is no speaker."""
    kinds = ("not", "participants", "distribution", "agenda", "decision")
    return any(who in row["words"].split("|") for row in table("speakers") if row["kind"] in kinds)
