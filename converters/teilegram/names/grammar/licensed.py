"""Licensed surnames: where a document has `Mr. Zamyatin`, a later `Zamyatin` or `Zamyatin's` is the same person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.names.lexicon import not_alone
from teilegram.names.linking.evidence import Evidence, one
from teilegram.names.persons import LINK, THING, Mention

WORD = re.compile(r"[^\W\d_a-zа-яё](?<![\w.'-].)[\w-]{2,40}")
FOREIGN = re.compile(r"[^\W\d_a-zа-яё][\w'-]*\.? $")

"""A capitalised word before, with which it would be another name."""


def licensed(text: str, known: Evidence) -> Iterator[Mention]:
    """Yield the bare surnames of persons whom the document names with a forename or a title."""
    if not known.surnames:
        return
    for m in WORD.finditer(text):
        word = m[0].casefold()
        if word not in known.surnames or word in not_alone() or word in known.lower or THING.match(text, m.end()):
            continue
        before = FOREIGN.search(text, max(0, m.start() - 40), m.start())
        if before and (before[0].endswith(". ") or before[0].strip().casefold() not in not_alone()):
            continue
        link = LINK.search(text, max(0, m.start() - 12), m.start())
        start = link.start() if link else m.start()
        yield Mention(start, m.end(), one(known.surnames[word]), (), (), "names.licensed")
