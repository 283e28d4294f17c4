"""Documents: where one ends and the next begins, and which parts of one are original and translation.

A source note ends a document.  A heading in capitals with a Roman number, standing between documents, belongs
to the publication (`II. THE CRISIS: 22-28 OCTOBER 1962`).  A run in one script that is followed by a run in
another, of the same kind of document, is the original of a translation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from teilegram.model import Annotation, Source
from teilegram.vocabulary import table

SECTION = re.compile(
    r"(?:\W{0,3})(?:(?:SECTION|PART|CHAPTER|РАЗДЕЛ|ЧАСТЬ|ГЛАВА)\s+)?[IVXLC]+(?:[.:]\s|\s*$|\s*\n)[^a-zа-я]*$"
)
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
LETTER = re.compile(r"[^\W\d_]")
TRANSLATED = re.compile(r"\btranslat(?:ed|ion) by\b|\bперевод\b", re.IGNORECASE)
LEAST = 200
"""Letters that make a run of blocks in another script a part of its own."""


def documents(source: Source, annotations: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield `document`, its `div` parts and the publication's `section` headings, tiling the transcript.

    Every document begins where the one before ends; a section heading belongs to the span of the document
    that follows it, before that document's parts.
    """
    blocks = sorted(
        (a for a in annotations if a.kind in ("block", "pageNum", "footnote", "noteHead")), key=lambda a: a.start
    )
    whole = {(b.start, b.end) for b in blocks}
    ends = {n.end for n in annotations if n.rule == "conventions.source" and (n.start, n.end) in whole}
    groups: list[list[Annotation]] = [[]]
    for block in blocks:
        answered = block.kind in ("footnote", "noteHead") and len(groups) > 1 and not groups[-1]
        groups[-2 if answered else -1].append(block)
        if block.end in ends:
            groups.append([])
    kept: list[list[Annotation]] = []
    for group in groups:
        if kept and not is_document(source, group):
            kept[-1] += group
        elif group:
            kept.append(group)
    for group in kept:
        yield from document(source, group, ends)


def is_document(source: Source, group: list[Annotation]) -> bool:
    """Tell whether what follows a source note is enough to be a document, and not a rest that belongs to it."""
    return sum(len(source.text[b.start : b.end].split()) for b in group if b.kind == "block") >= WORDS


WORDS = 12


def document(source: Source, group: list[Annotation], ends: set[int]) -> Iterator[Annotation]:
    """Yield one document: the span, section headings before it, its parts."""
    start, end = group[0].start, extent(group)
    yield Annotation(start, end, "document", "segment.source-note" if end in ends else "segment.rest")
    at = 0
    while at < len(group) - 1 and SECTION.fullmatch(source.text[group[at].start : group[at].end]):
        yield Annotation(group[at].start, group[at].end, "section", "segment.section", cert="high")
        at += 1
    yield from parts(source, group[at:])


def extent(blocks: list[Annotation]) -> int:
    """Give where the last of some blocks ends; a page number inside a joined paragraph begins after it."""
    return max(block.end for block in blocks)


def parts(source: Source, group: list[Annotation]) -> Iterator[Annotation]:
    """Yield the `div`s of a document: one, or an original and its translation."""
    runs = scripts(source, group)
    whole = source.text[group[0].start : extent(group)]
    translated = bool(TRANSLATED.search(whole[-2000:]))
    if (
        len(runs) == 2  # noqa: PLR2004
        and runs[0][0] != runs[1][0]
        and counterparts(source, runs[0][1], runs[1][1], translated=translated)
    ):
        for (script, run), sort in zip(runs, ("original", "translation"), strict=True):
            yield division(run, sort, language(source, run, script), f"segment.{sort}", "high")
        return
    lang = language(source, group, max(runs, key=lambda run: sum(b.end - b.start for b in run[1]))[0])
    said = source.meta.language
    if said and (said.split("-")[0] in CYRILLIC_LANGUAGES) == (lang in CYRILLIC_LANGUAGES):
        lang = said
    sort = "translation" if translated else "document"
    yield division(group, sort, lang, f"segment.{sort}", "high" if translated else "medium")


def language(source: Source, blocks: list[Annotation], script: str) -> str:
    """Give the language of a part: of Cyrillic, Russian; of Latin script, the one whose small words it has most of.

    >>> s = Source("x", "Der Botschafter hat sich nicht für die Note und das Gespräch bedankt", "")
    >>> language(s, [Annotation(0, len(s.text), "block", "")], "en")
    'de'
    """
    if script != "en":
        return script
    text = source.text[blocks[0].start : extent(blocks)][:SAMPLE]
    words = Counter(word.casefold() for word in WORD.findall(text))
    if not words:
        return "und"
    scores = {row["lang"]: sum(words[word] for word in row["words"].split()) for row in table("languages")}
    best = max(scores, key=lambda lang: scores[lang])
    return best if scores[best] > scores["en"] and scores[best] >= LEAST_WORDS else "en"


SAMPLE = 20_000
"""Characters of a part that tell its language."""
LEAST_WORDS = 3
"""Small words that it takes to tell a language other than English."""
WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
CYRILLIC_LANGUAGES = ("ru", "uk", "be", "bg", "sr", "mk")


def division(blocks: list[Annotation], sort: str, lang: str, rule: str, cert: str) -> Annotation:
    """Make the `div` over a run of blocks."""
    attributes = (("type", sort), ("xml:lang", lang))
    return Annotation(blocks[0].start, extent(blocks), "div", rule, attributes, "high" if cert == "high" else "medium")


def scripts(source: Source, group: list[Annotation]) -> list[tuple[str, list[Annotation]]]:
    """Divide blocks into runs of one script; short runs and blocks without letters go with what is around them."""
    kinds: list[str] = []
    for block in group:
        text = source.text[block.start : block.end]
        letters, cyrillic = len(LETTER.findall(text)), len(CYRILLIC.findall(text))
        kinds.append("" if not letters else "ru" if cyrillic * 2 > letters else "en")
    runs: list[tuple[str, list[Annotation]]] = []
    for kind, pairs in groupby(zip(kinds, group, strict=True), key=lambda pair: pair[0]):
        run = [block for _, block in pairs]
        letters = sum(len(LETTER.findall(source.text[b.start : b.end])) for b in run)
        if runs and (not kind or kind == runs[-1][0] or letters < LEAST):
            runs[-1][1].extend(run)
        elif runs and (not runs[-1][0] or sum(b.end - b.start for b in runs[-1][1]) < LEAST):
            runs[-1] = (kind, runs[-1][1] + run)
        else:
            runs.append((kind, run))
    return [(kind or "en", run) for kind, run in runs]


def counterparts(source: Source, first: list[Annotation], second: list[Annotation], *, translated: bool) -> bool:
    """Tell whether two runs are one document twice: the same kind of document, and a translator is named."""
    return translated and bool(genres(source, first) & genres(source, second))


def genres(source: Source, run: list[Annotation]) -> set[str]:
    """Give the kinds of document that the first blocks of a run name."""
    head = " ".join(source.text[run[0].start : run[min(len(run), 8) - 1].end].casefold().split())
    return {
        row["genre"]
        for row in table("genres")
        for words in row["words"].split("|")
        if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", head)
    }
