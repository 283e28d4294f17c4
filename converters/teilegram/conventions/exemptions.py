"""Exemptions: what a censor's code says of withheld text: `(b)(1)`, `(b)(3):[50 USC 3024]`, `1.4(c)`, `25X1`.

The Freedom of Information Act (5 U.S.C. 552(b)) and Executive Order 13526 (sec. 1.4, 3.3) number the reasons why
text is withheld; a released copy shows the number where the text stood.  A code is read as such in a bracket, on a
line of its own, and in the sentence where nothing refers to the statute (`under section (b)(1)`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.model import Annotation

FOIA = r"\([bB]\) ?\((?P<foia>[1-9])\)(?: ?\([A-F]\))?"
ORDER = (
    r"(?:E\.?O\.? ?1[0-9]{4},? ?(?:[Ss]ec\.? ?)?)?(?P<order>1\.[4-5]|3\.[3-5]) ?\(?(?P<letter>[a-h])\)(?:\([0-9]\))?"
)
AUTOMATIC = r"\b(?P<automatic>(?:25|50)X[1-9])(?:-HUM)?\b"
STATUTE = r"(?::? ?\[?[0-9]{1,2} U\.? ?S\.? ?C\.?[^][()\x00-\x1f\ufffe\uffff]{0,40}(?:\([a-z0-9]\)){0,3}\]?)?"
CODE = re.compile(f"(?:{FOIA}{STATUTE}|{ORDER}|{AUTOMATIC})")
SIGNS = ("(b)", "(B)", "1.4", "1.5", "3.3", "3.4", "3.5", "25X", "50X")
"""What every code has one of."""
SEPARATOR = re.compile(r"[ ,;:/&+]*")
REFERS = re.compile(
    r"(?:\b(?:sections?|secs?\.|sub-?sections?|paragraphs?|paras?\.|exemptions?|articles?|clauses?|rules?|under|see|items?"
    r"|points?|rooms?|numbers?|no\.|and|or|by|to|in|of|the|with)|§|U\.?S\.?C\.?|[0-9)])\s*$",
    re.IGNORECASE,
)
"""What stands before a code that is spoken of, and not applied."""
GOES_ON = re.compile(
    r"[\w-]|\((?!b\))|\s*(?:of the|of this|of that|applies|was claimed|is claimed|and \(|or \(|above|below)"
)


def exemptions(text: str, start: int, end: int) -> Iterator[Annotation]:
    """Yield a `gap` and its `desc` for every code that stands between two offsets without a bracket of its own.

    >>> text = "The source (b)(1) agreed. Section 552(b)(1) protects it."
    >>> [(text[a.start:a.end], a.rule) for a in exemptions(text, 0, len(text)) if a.kind == "gap"]
    [('(b)(1)', 'conventions.exemption.b1')]
    """
    piece = text[start:end]
    if not any(sign in piece for sign in SIGNS):
        return
    at = last = start
    while m := CODE.search(text, at, end):
        at = m.end()
        left, right = text[max(start, m.start() - 16) : m.start()], text[m.end() : min(end, m.end() + 14)]
        alone = not left.rpartition("\n")[2].strip() and not right.partition("\n")[0].strip()
        follows = last > start and bool(SEPARATOR.fullmatch(text, last, m.start()))
        if left[-1:] == "[" or (m["order"] and not (alone or follows or m[0].startswith("E"))):
            continue
        if alone or follows or not (left[-1:].isalnum() or REFERS.search(left) or GOES_ON.match(right)):
            last = m.end()
            yield from withheld(m, m.start(), m.end(), 0)


def coded(body: str, start: int, end: int) -> Iterator[Annotation]:
    """Yield a `gap` and its `desc` for a bracket that holds nothing but codes.

    >>> [a.rule for a in coded("(b)(3), 1.4(c)", 10, 26)]
    ['conventions.exemption.b3', 'conventions.exemption.b3']
    >>> list(coded("see (b)(1)", 10, 22))
    []
    """
    first = CODE.match(body)
    m, at = first, 0
    while m:
        between = SEPARATOR.match(body, m.end())
        at = between.end() if between else m.end()
        m = CODE.match(body, at)
    if first and at == len(body):
        yield from withheld(first, start, end, 1)


def withheld(m: re.Match[str], start: int, end: int, marks: int) -> Iterator[Annotation]:
    """Make the `gap`: how much is withheld nobody says; whose act it is, the code and not the page's editor."""
    automatic = m["automatic"] and f"{m['automatic'][:3]}.{m['automatic'][3:]}"
    code = f"b{m['foia']}" if m["foia"] else automatic or f"{m['order']}{m['letter']}"
    rule = f"conventions.exemption.{code}"
    attributes = (("reason", "redacted"), ("extent", "unknown"))
    yield Annotation(start, end, "gap", rule, attributes, "high", marks, marks)
    yield Annotation(start + marks, end - marks, "desc", rule)
