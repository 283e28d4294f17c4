"""Evidence: which convention a transcript follows, by the strings that only one publisher prints, and why.

One conclusive string is enough (`—trans.]`); of those that only support a convention (`Drafted by`) it takes two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from teilegram.conventions.profiles import FALLBACK, PROFILES, profile
from teilegram.model import Convention, Source

CONCLUSIVE, SUPPORTING = 2, 1
ENOUGH = 2
SHOWN = 4
"""Strings of evidence that a header quotes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One convention before one transcript: its evidence as (string, 1-based line of the first), and the score."""

    convention: Convention
    found: tuple[tuple[str, int], ...]
    score: int


def verdicts(source: Source, names: Sequence[str] = PROFILES) -> list[Verdict]:
    """Judge the profiles, the best first; of equals, the one named first.

    >>> s = Source("x", "Letter\\nhorns [in confrontation—ed.]. Copy provided to CWIHP.", "")
    >>> [(v.convention.ident, v.score) for v in verdicts(s)][:2]
    [('cwihp', 6), ('nsa', 0)]
    """
    judged = [judge(source, profile(name)) for name in names]
    return sorted(judged, key=lambda verdict: -verdict.score)


def judge(source: Source, convention: Convention) -> Verdict:
    """Look for the evidence of one convention."""
    score, found = 0, []
    for strings, weight in ((convention.conclusive, CONCLUSIVE), (convention.supporting, SUPPORTING)):
        for string in strings:
            at = source.text.find(string)
            if at >= 0:
                score += weight
                found.append((string, source.line_of(at)))
    return Verdict(convention, tuple(found), score)


def detect(source: Source) -> Convention:
    """Choose the convention for which the transcript has the most evidence; without enough, the base profile.

    >>> detect(Source("x", "horns [in confrontation—ed.]. [Source: AVP RF; provided to CWIHP]", "")).ident
    'cwihp'
    >>> detect(Source("x", "A letter [sic], drafted by him.", "")).ident
    'plain'
    """
    judged = verdicts(source)
    best = judged[0].convention if judged[0].score >= ENOUGH else profile(FALLBACK)
    return replace(best, chosen=why(judged))


def why(judged: Sequence[Verdict]) -> str:
    """Say in one sentence what chose a convention.

    >>> why(verdicts(Source("x", "He has [our—trans.] word.", "")))
    'Chosen by evidence: “—trans.]” (line 1); score 2. No evidence for nsa, frus, leiden.'
    """
    best = judged[0]
    others = [v for v in judged[1:] if v.score]
    none = [v.convention.ident for v in judged if not v.score]
    rivals = f" Others: {', '.join(f'{v.convention.ident} {v.score}' for v in others)}." if others else ""
    if best.score < ENOUGH:
        hint = f" ({best.convention.ident} has only {quoted(best)})" if best.score else ""
        return f"No publisher's convention has enough evidence{hint}."
    absent = f" No evidence for {', '.join(none)}." if none else ""
    return f"Chosen by evidence: {quoted(best)}; score {best.score}.{rivals}{absent}"


def quoted(verdict: Verdict) -> str:
    """Quote the first strings of evidence with their lines."""
    shown = ", ".join(f"“{string}” (line {line})" for string, line in verdict.found[:SHOWN])
    more = len(verdict.found) - SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
