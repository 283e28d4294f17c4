"""Damaged names in a distribution list: the nearest name of the authority, if only one is near.

An OCR's `Полгожному`, `Гирюбину` among thirty addressees in the dative can only be one of the few persons whom
the authority knows; in running text the same guess would be a gamble, so it is made in lists only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from teilegram.model import Annotation, Authority, Document, Finding
from teilegram.names.lexicon import Candidate, is_cyrillic, of_persons, of_places

NEAR = 74.0
"""Least similarity (normalised Indel distance, per cent) for a repair."""
APART = 5.0
"""How much nearer than the next person it has to be."""
NAME = re.compile(r"[А-ЯЁA-Z][а-яёa-z]{4,}")


def damaged(document: Document) -> Iterator[Annotation | Finding]:
    """Yield a `persName` for every item of a list that no form fits but one is near, and report it."""
    for item in document.of("item"):
        text = document.source.text[item.start : item.end]
        if not NAME.fullmatch(text) or document.inside(item.start, item.end, "persName", "orgName", "placeName"):
            continue
        found = repair(text, document.authority)
        if found:
            attributes = (("ref", found.entity.ref), ("evidence", "conjecture"))
            yield Annotation(item.start, item.end, "persName", "names.damaged", attributes, "medium")
            yield document.finding(
                item.start, "names.damaged", f"{text} is read as a damaged form of {found.name.text}; compare the scan"
            )
        else:
            yield document.finding(
                item.start, "names.unread", f"{text} in the distribution list is nobody whom the authority knows"
            )


def damaged_places(document: Document) -> Iterator[Annotation | Finding]:
    """Yield a `placeName` for a spaced-out word of an opener that no form fits but one is near: `Г А В А Н Н`."""
    for word in document.of("hi"):
        text = document.source.text[word.start : word.end].replace(" ", "")
        held = any(o.holds(word) for o in document.of("front")) and not document.inside(
            word.start, word.end, "placeName", "persName", "orgName"
        )
        if word.get("rend") != "spaced" or not held:
            continue
        found = nearest(
            text,
            {
                form: c[0]
                for form, c in of_places(document.authority).forms.items()
                if c and form.isupper() == text.isupper()
            },
        )
        if found and found.entity.kind == "place":
            attributes = (("ref", found.entity.ref), ("evidence", "conjecture"))
            yield Annotation(word.start, word.end, "placeName", "names.damaged", attributes, "medium")
            yield document.finding(
                word.start, "names.damaged", f"{text} is read as a damaged form of {found.name.text}; compare the scan"
            )


def repair(word: str, authority: Authority) -> Candidate | None:
    """Give the one person whose surname, in some case, a damaged word is near to; None when none or several are."""
    return nearest(word, surnames(authority, cyrillic=is_cyrillic(word)))


def nearest(word: str, forms: dict[str, Candidate]) -> Candidate | None:
    """Give the one entity of which a form is near to a word."""
    from rapidfuzz import process  # noqa: PLC0415 - only a damaged list needs it
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    found = process.extract(word, list(forms), scorer=ratio, score_cutoff=NEAR - APART, limit=12)
    if not found or found[0][1] < NEAR:
        return None
    best = forms[found[0][0]]
    rivals = [score for form, score, _ in found if forms[form].entity is not best.entity]
    return best if not rivals or found[0][1] - max(rivals) >= APART else None


@lru_cache(maxsize=8)
def surnames(authority: Authority, *, cyrillic: bool) -> dict[str, Candidate]:
    """Give each form of a surname that only one person has."""
    lexicon = of_persons(authority)
    return {
        form: found[0]
        for form, found in lexicon.forms.items()
        if found and is_cyrillic(form) == cyrillic and len({c.entity.ident for c in found}) == 1 and not form.isupper()
    }
