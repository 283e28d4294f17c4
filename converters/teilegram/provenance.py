"""The source note: archive, shelfmark, history of the copy, translators with their institutions (Guidelines, MSID).

`[Source: AVP RF; copy obtained by NHK, provided to CWIHP, and on file at National Security Archive, Washington,
D.C.; translation by Vladimir Zaemsky.]`: statements are divided by semicolons and by sentences; the first
names the archive, one that speaks of a translation the translators, all others tell the history of the copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.model import SPACE, Annotation, Document

SOURCE = re.compile(r"\*?\[?\s*Source(?: note)?s?:\s*", re.IGNORECASE)
STATEMENT = re.compile(r";\s*|(?<=[a-z0-9)])\.\s+(?=[A-Z])")
TRANSLATION = re.compile(r"(?:translated(?: from (?:the )?\w+)?|translation) (?:for \w+ )?by\s+", re.IGNORECASE)
PERSON = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*\.?)(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'’-]*\.?){0,3}")
JOINED = re.compile(r"\s*(?:,? and |,? & )\s*")
UNIT = r"(?:op|оп|opis|d|д|delo|l|ll|л|лл|list|p|п|pp|papka|folder|box|no|№)"
SHELFMARK = re.compile(
    rf"(?<!\w)(?:fond|f|ф|фонд)\.? ?[\w-]*\d[\w-]*(?:[.,;] ?{UNIT}\.? ?\d[\w–-]*(?: ?[-–] ?\d+)?)+", re.IGNORECASE
)
"""`F. 3. Op. 16. D. 322. L. 56`, `fond 1263, opis 1, no. 481`: fond, inventory, file, leaves."""
CITY = re.compile(r",\s*([A-Z][\w-]+(?: [A-Z][\w-]+)?(?:, D\.C\.)?)$")


def provenance(document: Document) -> Iterator[Annotation]:
    """Yield the facts of a source note: `repository` and its place, `shelfmark`, `copyHistory`, `translator`."""
    for note in document.of("note"):
        if note.get("type") == "source":
            start, end = note.inner
            begin = SOURCE.match(document.source.text, start, end)
            start = begin.end() if begin else start
            mark = SHELFMARK.search(document.source.text, start, end)
            if note.rule == "conventions.archive-line" and mark:
                yield from archive(document, start, mark.end())
                yield from history(document, mark.end(), end)
            else:
                yield from statements(document, start, end)


def history(document: Document, start: int, end: int) -> Iterator[Annotation]:
    """Yield what a Russian archive line says of the copy behind the shelfmark, as one statement."""
    said = document.source.text[start:end]
    inside = said.strip(SPACE + ".,;")
    if inside:
        at = start + said.index(inside)
        yield Annotation(at, at + len(inside), "copyHistory", "provenance.history")


def statements(document: Document, start: int, end: int) -> Iterator[Annotation]:
    """Yield the facts of a note, statement by statement."""
    text = document.source.text
    mark = SHELFMARK.search(text, start, end)
    apart = mark.span() if mark else (end, end)
    found = [(m.start(), m.end()) for m in STATEMENT.finditer(text, start, end)]
    cuts = [cut for cut in found if not (apart[0] - 3 < cut[0] < apart[1])]
    at = start
    for number, (left, right) in enumerate([*cuts, (end, end)]):
        a, b = document.source.trimmed(at, left)
        b = a + len(text[a:b].rstrip(SPACE + ".")) if not text[a:b].endswith("D.C.") else b
        translation = TRANSLATION.match(text, a, b)
        if a == b:
            pass
        elif translation:
            yield from translators(document, translation.end(), b)
        elif number == 0:
            yield from archive(document, a, b)
        else:
            yield Annotation(a, b, "copyHistory", "provenance.history")
        at = right


def archive(document: Document, start: int, end: int) -> Iterator[Annotation]:
    """Yield repository, its place and the shelfmark of the first statement."""
    text = document.source.text
    mark = SHELFMARK.search(text, start, end)
    if mark:
        yield Annotation(*mark.span(), "shelfmark", "provenance.shelfmark")
        end = start + len(text[start : mark.start()].rstrip(SPACE + ",.;"))
    city = CITY.search(text, start, end)
    places = [p for p in document.of("placeName") if city and p.start >= city.start(1) and p.end <= end]
    if city and places:
        yield Annotation(city.start(1), end, "repositoryPlace", "provenance.archive")
        end = city.start()
    if start < end:
        yield Annotation(start, end, "repository", "provenance.archive")


def translators(document: Document, start: int, end: int) -> Iterator[Annotation]:
    """Yield each translator and, where it follows the name, the institution."""
    text = document.source.text
    at = start
    for left, right in [*((m.start(), m.end()) for m in JOINED.finditer(text, start, end)), (end, end)]:
        name = PERSON.match(text, at, left)
        if name:
            ref = next(
                (p.get("ref") for p in document.of("persName") if p.start < name.end() and name.start() < p.end), ""
            )
            yield Annotation(*name.span(), "translator", "provenance.translator", (("ref", ref),) if ref else ())
            rest = document.source.trimmed(name.end(), left)
            inside = text[slice(*rest)].strip(", ()")
            if inside:
                a = text.index(inside, rest[0])
                yield Annotation(a, a + len(inside), "institution", "provenance.institution")
        at = right
