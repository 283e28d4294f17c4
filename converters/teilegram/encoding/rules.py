"""Rules: every inference names the rule that made it; the header says what each rule concludes."""

from __future__ import annotations

from teilegram.vocabulary import table

SUFFIXES = {
    "year-of-document": "The year is the document's own.",
    "month-before": "The month is that of the nearest date before.",
    "century": "The century is the one nearest to the document.",
    "misread-year": "The year is impossible beside the document's date and read as misprinted.",
    "ambiguous": "Either number may be the month; the first is read as the day.",
    "impossible": "The calendar has no such day.",
    "damaged": "The wording is damaged and near to the known one.",
}


def description(rule: str) -> str:
    """Describe a rule.

    >>> description("dates.english.day-month.year-of-document")
    "A date in English words. The year is the document's own."
    """
    known = {row["rule"]: row["description"] for row in table("rules")}
    family = next((rule[:i] for i in range(len(rule), 0, -1) if rule[:i] in known and rule[i : i + 1] in ("", ".")), "")
    suffix = SUFFIXES.get(rule.rsplit(".", 1)[-1], "") if family != rule else ""
    return f"{known[family]} {suffix}".strip()
