"""Archive lines: a paragraph that cites the archive is a source note, though no bracket says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teilegram.model import Annotation, Source
from teilegram.shelfmark import citation


def archive_lines(source: Source, blocks: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield a source note for every block that begins with an archive and its shelfmark.

    `RGANI. F. 3. Op. 16. D. 322. L. 56. Copy (2 copies). Typewritten text.`
    """
    for block in blocks:
        if citation(source.text, block.start, block.end):
            yield Annotation(block.start, block.end, "note", "conventions.archive-line", (("type", "source"),))
