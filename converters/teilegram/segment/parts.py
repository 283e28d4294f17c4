"""Parts: an original and its translation are one document, in either order; any other document is one part.

The translator's note is in the language that is translated into.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from teilegram.model import Annotation, Source
from teilegram.segment.languages import CYRILLIC_LANGUAGES, language
from teilegram.segment.looks import letters, said, script
from teilegram.vocabulary import table

LEAST = 200
"""Letters that make a run of blocks in another script a part of its own."""
FIGURES = re.compile(r"\d{2,}")
ALIKE, FEW = 0.5, 4
"""The share of figures that an original and its translation have in common, and how many of them it takes."""
LONGER = 3
"""How many times longer a translation may be than its original."""
FOOT = 2000
"""Characters at the end of a part where a translator is named."""
Run = list[Annotation]


def parts(source: Source, groups: Sequence[Run], foot: Sequence[Annotation] = ()) -> Iterator[Annotation]:
    """Yield the `div`s of a document of one group of blocks, or of two: one, or an original and its translation.

    `foot` is the source note of a document that stands behind what is enclosed with it.
    """
    group = [block for one in groups for block in one]
    runs = scripts(source, group)
    apart = len(runs) > 1 and counterparts(source, *sides(runs))
    if len(groups) > 1 and not (apart and len(runs) > len(groups)):
        runs = [(script_of(source, one), list(one)) for one in groups]
    if apart or len(groups) > 1:
        sorts = ("translation", "original") if is_translation(source, runs) else ("original", "translation")
        for i, (script, run) in enumerate(runs):
            sort = sorts[i % 2]
            yield division(run, sort, language(source, run, script), f"segment.{sort}", "high")
        return
    lang = language(source, group, script_of(source, group))
    catalogue = source.meta.language
    if catalogue and (catalogue.split("-")[0] in CYRILLIC_LANGUAGES) == (lang in CYRILLIC_LANGUAGES):
        lang = catalogue
    sort = "translation" if TRANSLATED.search(whole(source, [*group, *foot])[-FOOT:]) else "document"
    yield division(group, sort, lang, f"segment.{sort}", "high" if sort == "translation" else "medium")


def sides(runs: Sequence[tuple[str, Run]]) -> tuple[Run, Run]:
    """Give what stands in the one and in the other of two scripts that take turns, page by page."""
    one, other = ([block for _, run in runs[i::2] for block in run] for i in (0, 1))
    return one, other


TRANSLATED = re.compile(r"\btranslat(?:ed|ion) by\b|\bперевод\b", re.IGNORECASE)


def division(blocks: Run, sort: str, lang: str, rule: str, cert: str) -> Annotation:
    """Make the `div` over a run of blocks."""
    attributes = (("type", sort), ("xml:lang", lang))
    return Annotation(blocks[0].start, extent(blocks), "div", rule, attributes, "high" if cert == "high" else "medium")


def extent(blocks: Sequence[Annotation]) -> int:
    """Give where the last of some blocks ends; a page number inside a joined paragraph begins after it."""
    return max(block.end for block in blocks)


def whole(source: Source, blocks: Run) -> str:
    """Give the text of some blocks."""
    return "\n\n".join(source.text[block.start : block.end] for block in blocks)


def is_translation(source: Source, runs: Sequence[tuple[str, Run]]) -> bool:
    """Tell whether the first of two sides is the translation: its translator is named, in its script."""
    first, second = sides(runs)
    if runs[0][0] == runs[1][0]:
        one, other = (bool(said("translated").search(whole(source, side))) for side in (first, second))
        return one and not other
    marks = [
        script_of(source, [block])
        for block in (*first, *second)
        if said("translated").search(source.text[block.start : block.end])
    ]
    return bool(marks) and marks[-1] == runs[0][0]


def pairs(source: Source, first: Run, second: Run) -> bool:
    """Tell whether two documents that follow each other are one document in two languages."""
    one, other = (language(source, run, script_of(source, run)) for run in (first, second))
    return one != other and "und" not in (one, other) and counterparts(source, first, second)


def counterparts(source: Source, first: Run, second: Run) -> bool:
    """Tell whether two runs are one document twice: of one kind and a translator is named, or the same figures."""
    one, other = whole(source, first), whole(source, second)
    if max(len(one), len(other)) > LONGER * min(len(one), len(other)) + LEAST:
        return bool(TRANSLATED.search(other[-FOOT:]) and genres(source, first) & genres(source, second))
    translated = any(said("translated").search(text[:LEAST] + "\n" + text[-FOOT:]) for text in (one, other))
    if translated and genres(source, first) & genres(source, second):
        return True
    figures, others = set(FIGURES.findall(one)), set(FIGURES.findall(other))
    common = len(figures & others)
    return common >= FEW and common >= ALIKE * len(figures | others)


def script_of(source: Source, blocks: Run) -> str:
    """Give `ru` for what is mostly Cyrillic, `en` for what is not."""
    return script_or_none(whole(source, blocks)) or "en"


def scripts(source: Source, group: Run) -> list[tuple[str, Run]]:
    """Divide blocks into runs of one script; short runs and blocks without letters go with what is around them.

    So does what lies in a joined paragraph, as a page number does.
    """
    reach = accumulate((block.end for block in group), max, initial=0)
    kinds = [
        "" if block.start < end else script_or_none(source.text[block.start : block.end])
        for block, end in zip(group, reach, strict=False)
    ]
    runs: list[tuple[str, Run]] = []
    for kind, paired in groupby(zip(kinds, group, strict=True), key=lambda pair: pair[0]):
        run = [block for _, block in paired]
        few = sum(letters(source.text[b.start : b.end]) for b in run) < LEAST
        if runs and (not kind or kind == runs[-1][0] or few):
            runs[-1][1].extend(run)
        elif runs and (not runs[-1][0] or sum(b.end - b.start for b in runs[-1][1]) < LEAST):
            runs[-1] = (kind, runs[-1][1] + run)
        else:
            runs.append((kind, run))
    merged: list[tuple[str, Run]] = []
    for _, run in runs:
        script = script_of(source, run)
        if merged and merged[-1][0] == script:
            merged[-1][1].extend(run)
        else:
            merged.append((script, run))
    return merged


def script_or_none(text: str) -> str:
    """Give the script of a text, or nothing where it has no letters."""
    return {"Cyrl": "ru", "Latn": "en"}.get(script(text), "")


def genres(source: Source, run: Run) -> set[str]:
    """Give the kinds of document that the first blocks of a run name."""
    head = " ".join(source.text[run[0].start : run[min(len(run), 8) - 1].end].casefold().split())
    return {
        row["genre"]
        for row in table("genres")
        for words in row["words"].split("|")
        if words in head and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", head)
    }
