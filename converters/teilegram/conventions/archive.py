"""Archive lines: a paragraph that cites the archive, or a line the newspaper, is a source note without brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from teilegram.model import Annotation, Source
from teilegram.shelfmark import citation
from teilegram.vocabulary import table


@cache
def printed() -> re.Pattern[str]:
    """Compile a last line that says in which periodical a text was printed, with the year."""
    words = "|".join(row["words"] for row in table("periodicals"))
    return re.compile(
        rf"^(?:{words}) [\"“«„][^\"”»“\n]{{2,60}}[\"”»“][.,]? [^\n]{{0,20}}\b(?:1[5-9]|20)\d\d\b[^\n]{{0,120}}\Z",
        re.MULTILINE,
    )


def archive_lines(source: Source, blocks: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield a source note for every block that begins with an archive and its shelfmark, or ends with a periodical.

    `RGANI. F. 3. Op. 16. D. 322. L. 56. Copy (2 copies). Typewritten text.`
    `Newspaper "Izvestia". 1962. March 3. No. 53. Typographic text.`
    """
    for block in blocks:
        if citation(source.text, block.start, block.end):
            yield Annotation(block.start, block.end, "note", "conventions.archive-line", (("type", "source"),))
        elif found := printed().search(source.text[block.start : block.end]):
            start = block.start + found.start()
            yield Annotation(start, block.end, "note", "conventions.periodical", (("type", "source"),))
