"""Greetings and signatures: `Dear Helene:`, `Darling Max,`, `Dear Brother,`, and the `Rupert` at the foot.

They name somebody by a forename, and tell a letter between people who know each other: there forenames stand alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from teilegram.names.lexicon import not_alone
from teilegram.names.variants.forenames import is_common
from teilegram.vocabulary import table

REST = r"[^\W\d_A-ZА-ЯЁ]+(?:-[^\W\d_]+)?"
NAME = rf"[^\W\d_a-zа-яё]{REST}"
SIGNED = re.compile(rf"^[ \t]*(?:\[[^\]\n]{{1,30}}\] )?({NAME}) ?[.,']?[ \t]*$", re.MULTILINE)
CLOSING = re.compile(
    "Yours?|Love|Ever|Affectionately|Sincerely|Cordially|Respectfully|Regards|Ihre?|Dein|Deine", re.IGNORECASE
)
FOOT = 160
"""How far from the end of a document a signature may stand, in characters."""


@cache
def dear() -> str:
    """Give the pattern of the word that a greeting begins with, at the beginning of a line."""
    words = "|".join(row["words"] for row in table("salutations") if row["type"] == "familiar")
    return rf"^[^\S\n]*(?i:{words}) "


@cache
def greeting() -> re.Pattern[str]:
    """Compile a greeting with one or two forenames."""
    return re.compile(rf"{dear()}({NAME})(?: (?:and|und|et|&) ({NAME}))?(?=\s*(?:[,:;.!·]|$))", re.MULTILINE)


@cache
def familiar() -> re.Pattern[str]:
    """Compile a greeting of anybody, with what stands behind `Dear` up to its point or the end of the line."""
    return re.compile(rf"{dear()}([^\n,:;!.]{{2,40}}(?:\. ?[^\n,:;!.]{{2,30}})?)[,:;!·.]?[^\S\n]*$", re.MULTILINE)


@cache
def strange() -> re.Pattern[str]:
    """Compile how those are addressed who are no acquaintances: `Sir`, `Mr. President`."""
    words = "|".join(row["words"] for row in table("salutations") if row["type"] == "formal")
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)


@cache
def valedictions() -> re.Pattern[str]:
    """Compile the words before a signature: `love`, `Yours ever,`."""
    words = "|".join(row["words"] for row in table("salutations") if row["type"] == "valediction")
    return re.compile(rf"(?:^|\n)[^\n]{{0,40}}\b(?:{words}|yours?|ever|affection)\b[^\n]{{0,40}}\n\s*$", re.IGNORECASE)


@lru_cache(maxsize=2)
def is_familiar(text: str) -> bool:
    """Tell whether a text is a letter to an acquaintance.

    >>> [is_familiar(f"{said}\\nAll is well.") for said in ("My dear Mrs. Hale,", "Dear Brother!", "Darling Max,")]
    [True, True, True]
    >>> is_familiar("Dear Mr. President:\\nI have"), is_familiar("Dear reader, these letters were found in 1962.")
    (False, False)
    """
    return any(not strange().match(m[1]) for m in familiar().finditer(text))


@lru_cache(maxsize=2)
def addressed(text: str) -> tuple[tuple[int, int], ...]:
    """List the spans of the forenames in greetings and signatures.

    >>> s = "Dear Helene and Max:\\n\\nAll is well here, I think.\\n\\nlove\\nRupert"
    >>> [s[a:b] for a, b in addressed(s)]
    ['Helene', 'Max', 'Rupert']
    """
    found = [m.span(i) for m in greeting().finditer(text) for i in (1, 2) if m[i]]
    for m in SIGNED.finditer(text):
        if m[1].casefold() in not_alone():
            continue
        at_foot = len(text.rstrip()) - m.end() < FOOT and (found or is_common(m[1]))
        if valedictions().search(text, max(0, m.start() - 100), m.start()) or at_foot:
            found.append(m.span(1))
    said = [(text[a:b], (a, b)) for a, b in found]
    return tuple(span for word, span in said if word.casefold() not in not_alone() and not CLOSING.fullmatch(word))
