"""Rules: every inference names the rule that made it; the header says what each rule concludes."""

from __future__ import annotations

from teilegram.vocabulary import table

HOW = {row["how"]: row["description"] for row in table("rules_how")}
"""What the last part of a rule's name says of how it came to its value."""


def description(rule: str) -> str:
    """Describe a rule.

    >>> description("dates.english.day-month.year-of-document")
    "A date in English words. The year is the document's own."
    """
    known = {row["rule"]: row["description"] for row in table("rules")}
    family = next((rule[:i] for i in range(len(rule), 0, -1) if rule[:i] in known and rule[i : i + 1] in ("", ".")), "")
    parts = rule.removeprefix(family).strip(".").split(".")
    return " ".join((known[family], *(HOW[part] for part in parts if part in HOW)))
