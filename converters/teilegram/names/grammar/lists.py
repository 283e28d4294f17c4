"""Lists of persons, a line each, surname first: `Schulz, Heinrich`, `3. Weber, Karl (Köln)`, `Meier, Anna, geb. 1901`.

The forename is one that the table has; where only one line is so, it has to be all of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.model import Document
from teilegram.names.grammar.lines import breaks
from teilegram.names.lexicon import not_alone
from teilegram.names.persons import Mention
from teilegram.names.shape import LINKS, PLAIN, no_surnames, openers
from teilegram.names.variants.forenames import abbreviated, is_common, word_names
from teilegram.names.variants.given import INITIAL
from teilegram.offsets import Reading
from teilegram.vocabulary import UPPER

GIVEN = rf"(?:{abbreviated()}|{PLAIN}(?: {PLAIN})?)(?:(?: {INITIAL}){{1,2}})?"
LINE = re.compile(
    r"[\s*•·-]{0,4}(?:\d{1,4}[.)]? {1,4})?"
    rf"(?P<surname>(?:{LINKS}(?<= ))?(?:{PLAIN}|[{UPPER}]{{3,30}}(?!\w))), (?P<given>{GIVEN})(?!\w)"
)


def listed_lines(document: Document, text: Reading) -> Iterator[Mention]:
    """Yield the persons of lists that have the surname first."""
    starts = [0, *(end + 1 for end, _ in breaks(text, document.source.text))]
    lines = [m for at in starts if (m := LINE.match(text.text, at)) and is_person(m)]
    at = {start: number for number, start in enumerate(starts)}
    numbers = {at[m.start()] for m in lines}
    for m in lines:
        number = at[m.start()]
        together = number - 1 in numbers or number + 1 in numbers
        alone = number + 1 == len(starts) or text.text[m.end() : starts[number + 1]].strip() == ""
        if together or alone:
            yield made(m)


def is_person(m: re.Match[str]) -> bool:
    """Tell whether a line begins with a surname and a forename: no month, place, or word that opens a sentence."""
    surname, first = m["surname"].casefold(), m["given"].split(" ", maxsplit=1)[0]
    if surname in no_surnames() or surname in openers() or first.casefold() in not_alone():
        return False
    return is_common(first) and first.casefold() not in word_names() and not is_common(m["surname"])


def made(m: re.Match[str]) -> Mention:
    """Make the mention, each forename a part of its own."""
    parts = [(*m.span("surname"), "surname")]
    at = m.start("given")
    for word in m["given"].split(" "):
        parts.append((at, at + len(word), "forename"))
        at += len(word) + 1
    return Mention(m.start("surname"), m.end("given"), (), tuple(parts), (m["given"],), "names.register")
