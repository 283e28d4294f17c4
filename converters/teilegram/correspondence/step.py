"""The step: what the page says plainly comes first, then the heading, then salutation and signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from teilegram.correspondence.heading import heading
from teilegram.correspondence.lines import address, fields, formula, headline, salutation, signature
from teilegram.correspondence.place import sent_from
from teilegram.model import Annotation, Document

UNSENT = frozenset({"memcon", "minutes", "resolution", "statement"})
"""Kinds of document that nobody sends: who signs them, or is named in them, is no sender."""


def correspondence(document: Document) -> Iterator[Annotation]:
    """Yield `sender` and `addressee` as facts over the words that show them, and `sentFrom` for the place."""
    document = document.main
    kind = next((g.get("target") for g in document.of("genre") if g.cert != "low"), "")
    heads = [list(heading(document, head)) for head in document.of("head")] if kind != "memcon" else []
    said = [fact for facts in heads for fact in facts]
    lines = list(fields(document)) if kind not in ("memcon", "minutes") else []
    evidence: list[Callable[[], list[Annotation]]] = [
        lambda: lines,
        lambda: first(heads),
        lambda: list(headline(document)),
    ]
    if kind == "noteVerbale":
        evidence.append(lambda: list(formula(document)))
    if kind not in UNSENT and not concluded(document):
        evidence += [lambda: list(address(document)), lambda: [*salutation(document), *signature(document)]]
    elif kind == "resolution":
        evidence = [lambda: said]
    for role in ("sender", "addressee"):
        for source in evidence:
            found = [fact for fact in source() if fact.kind == role]
            if found:
                yield from dict.fromkeys(found)
                break
    yield from sent_from(document)


CONCLUDED = re.compile(
    r"\W*(?:[A-Z][\w-]+ )?(?:Treaty|Agreement|Convention|Traité|Vertrag|Abkommen|Договор|Соглашение)\b", re.IGNORECASE
)
"""The title of what two sides conclude: who signs it sends it to nobody."""
BETWEEN = re.compile(r"\b(?:between|entre|zwischen|между)\b", re.IGNORECASE)
TITLES = 3
"""Blocks at the beginning of a document among which its title stands."""


def concluded(document: Document) -> bool:
    """Tell whether a document begins with the title of a treaty between two sides."""
    fronts = document.of("front")[:1]
    blocks = document.inside(document.start, fronts[0].end, "block")[:TITLES] if fronts else []
    titles = [document.source.text[b.start : min(b.end, b.start + 400)] for b in blocks]
    return any(CONCLUDED.match(title) and BETWEEN.search(title) for title in titles)


def first(heads: list[list[Annotation]]) -> list[Annotation]:
    """Give what the headings say, of each role the first heading that has it."""
    made: list[Annotation] = []
    for facts in heads:
        made += [fact for fact in facts if fact.kind not in {one.kind for one in made}] if made else facts
    return made
