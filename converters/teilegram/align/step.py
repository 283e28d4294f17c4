"""The step: where one transcript holds an original and its translation, what translates what."""

from __future__ import annotations

from collections.abc import Iterator

from teilegram.model import Annotation, Document, Finding


def align(document: Document) -> Iterator[Annotation | Finding]:
    """Yield the `link`s between the parts of a document, the `s` that they point at, and what has no counterpart."""
    parts = {d.get("type"): d for d in document.of("div")}
    if "original" not in parts or "translation" not in parts:
        return
    from teilegram.align.parallel import Side, parallel  # noqa: PLC0415 - few transcripts hold a translation

    original, translation = (Side.of(document, parts[sort]) for sort in ("original", "translation"))
    made = parallel(original, translation)
    yield from (*made.left, *made.right)
    for link in made.links:
        yield link.annotation()
    yield from made.findings
