"""Acronyms that a text defines: `the Ministry of State Farms (MSF)`, and every `MSF` of the document means it.

What stands in parentheses is said of the organisation directly before it (Guidelines, NDORG).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teilegram.names.lexicon import Hit, is_word

DEFINES = re.compile(
    r",? ?\((?:hereafter |далее |further )?[\"«]?([A-ZА-ЯЁ][A-ZА-ЯЁ&./-]{0,8}(?: ?[A-ZА-ЯЁ]{1,6}){0,2}\.?)[\"»]?\)"
)
FEWEST = 2


def defined(text: str, named: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the acronyms that stand in parentheses behind an organisation, and each again where it stands alone.

    >>> from teilegram.names.made import organisation
    >>> said = "the Ministry of State Farms (MSF) wrote; MSF reports"
    >>> [said[h.start:] for h in defined(said, [organisation(said, 4, 27)])]
    ['MSF) wrote; MSF reports', 'MSF reports']
    """
    known: dict[str, Hit] = {}
    for hit in named:
        m = DEFINES.match(text, hit.end)
        if m and len(re.sub(r"\W", "", m[1])) >= FEWEST:
            known.setdefault(m[1], hit)
    if not known:
        return
    wanted = "|".join(re.escape(one) for one in sorted(known, key=len, reverse=True))
    for m in re.finditer(wanted, text):
        if is_word(text, *m.span()):
            hit = known[m[0]]
            yield Hit(*m.span(), hit.candidates, "names.org.defined", hit.cert, hit.rank)
