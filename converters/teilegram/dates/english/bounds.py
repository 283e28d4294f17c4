"""What makes a bound of a date, or leaves it vague: `before 15 March 1939`, `no later than 9 July`, `since the spring of 1942`."""

from __future__ import annotations

import re
from dataclasses import replace

from teilegram.dates.expression import Expression

WORDS = {
    "before": "before", "prior to": "before", "earlier than": "before", "previous to": "before", "preceding": "before",
    "after": "after", "following": "after", "later than": "after", "subsequent to": "after",
    "no later than": "by", "not later than": "by", "by": "by", "on or before": "by", "at the latest by": "by", "up to and including": "by",
    "since": "since", "ever since": "since", "not before": "since", "no earlier than": "since", "not earlier than": "since", "as from": "since", "beginning": "since",
    "starting": "since", "with effect from": "since", "effective": "since",
    "until": "until", "till": "until", "up to": "until", "'til": "until",
    "about": "about", "around": "about", "circa": "about", "c.": "about", "ca.": "about", "approximately": "about",
    "towards": "about", "toward": "about", "near": "about", "some time about": "about", "on or about": "about",
}  # fmt: skip
LEAD = re.compile(
    rf"(?<![\w'])({'|'.join(re.escape(w) for w in sorted(WORDS, key=len, reverse=True))}) (?:the |about the |the evening of |the morning of |the night of |on |in )?$",
    re.IGNORECASE,
)
ONWARD = re.compile(r"(?: |, )(?:onwards?|on)(?=[.,;:)]|$)", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|as of) (?:the )?$", re.IGNORECASE)
BOUNDED = frozenset({"day", "part", "season", "decade", "century", "shift", "weekday", "period", "time", "range"})
"""Not a feast: what is before Christmas ends with it, and the word itself names its day."""


def bounded(text: str, e: Expression) -> Expression:
    """Give an expression with what the words around it make of it.

    >>> from teilegram.dates.english import english
    >>> [e.modifier for e in english("before 15 March 1939; no later than 9 July 1964; from 5 May onwards; about 3 June 1941")]
    ['before', 'by', 'since', 'about']
    """
    if e.modifier or e.kind not in BOUNDED:
        return e
    lead = LEAD.search(text, max(0, e.start - 32), e.start)
    if lead:
        return replace(e, modifier=WORDS[lead[1].casefold()])
    if ONWARD.match(text, e.end) and FROM.search(text, max(0, e.start - 12), e.start):
        return replace(e, modifier="since")
    return e
