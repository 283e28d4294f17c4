"""The source note: archive, shelfmark, history of the copy, translators with their institutions (Guidelines, MSID).

`[Source: AVP RF; copy obtained by NHK, provided to CWIHP, and on file at National Security Archive, Washington,
D.C.; translation by Vladimir Zaemsky.]`: statements are divided by semicolons and by sentences; the first
names the archive, one that speaks of a translation the translators, all others tell the history of the copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram import shelfmark
from teilegram.model import SPACE, Annotation, Document
from teilegram.vocabulary import UPPER, table

SOURCE = re.compile(r"\*?\[?\s*Source(?: note)?s?:\s*", re.IGNORECASE)
STATEMENT = re.compile(r";\s*|(?<=[a-z0-9)])\.\s+(?=[A-Z])")
TRANSLATION = re.compile(r"(?:translated(?: from (?:the )?\w+)?|translation) (?:for \w+ )?by\s+", re.IGNORECASE)
PERSON = re.compile(rf"(?:[{UPPER}А-ЯЁ][\w'’.-]*\.?)(?: ?(?:[a-z]{{2,3}} )?[{UPPER}А-ЯЁ][\w'’-]*\.?){{0,3}}")
TRANSLATED = re.compile(
    r"(?:Translat(?:ed|ion)(?: from (?:the )?\w+)?(?: for \w+)?(?: by(?: |: ?)|: ?)|"
    r"(?:Перев(?:од|[её]л|ела)(?: с \w+)?: ?)|Перев[её]л(?:а)? "
    r"|Übersetz(?:t von|ung(?: von|:)):? |Tradu(?:it par|ction(?: de| :|:)) |Traducido por )"
)
"""How a line of its own names the translator: `Translated by: T. Loginov`, `Перевод: И. Иванов`."""
STOP = re.compile(r"[.;](?=\s|$)")
IBIDEM = re.compile(r"(?<!\w)(?:Ibid|Там же|Ebd|Ebenda)\b")
JOINED = re.compile(r"\s*(?:,? and |,? & )\s*")
CITY = re.compile(r",\s*([A-Z][\w-]+(?: [A-Z][\w-]+)?(?:, D\.C\.)?)$")


def provenance(document: Document) -> Iterator[Annotation]:
    """Yield the facts of a source note: where the document is, its shelfmark, what it is like, who translated it."""
    notes = [n for n in document.of("note") if n.get("type") == "source"]
    signed = [n for n in notes if n.rule != "conventions.archive-line"]
    for note in notes:
        if note in signed or not any(n.start < note.end and note.start < n.end for n in signed):
            start, end = note.inner
            cited = shelfmark.citation(document.source.text, note.start, note.end)
            begin = SOURCE.match(document.source.text, start, end)
            if note.rule == "conventions.periodical":
                yield Annotation(start, end, "periodical", "provenance.periodical")
            elif cited and note.rule == "conventions.archive-line":
                yield Annotation(cited[0], cited[1], "repository", "provenance.archive")
                yield from shelved(cited[2])
                yield from described(document, cited[2].end, end)
            else:
                yield from statements(document, begin.end() if begin else start, end)
    yield from signed_translations(document)


def shelved(mark: shelfmark.Shelfmark) -> Iterator[Annotation]:
    """Yield a shelfmark and its parts."""
    yield Annotation(mark.start, mark.end, "shelfmark", "provenance.shelfmark")
    for kind, start, end in mark.parts:
        yield Annotation(start, end, "shelfmarkPart", "provenance.shelfmark", (("type", kind),))


@cache
def physical() -> re.Pattern[str]:
    """Compile the words that say what a piece is like."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(row['word'] for row in table('physical'))})(?!\w)", re.IGNORECASE)


def described(document: Document, start: int, end: int) -> Iterator[Annotation]:
    """Yield what an archive line says behind the shelfmark: `physical` of the piece, then `copyHistory`."""
    text = document.source.text
    other = IBIDEM.search(text, start, end)
    cut = start
    for stop in [*(m.end() for m in STOP.finditer(text, start, end)), end]:
        if text.count('"', cut, stop) % 2:
            continue
        beyond = (other and stop > other.start()) or not physical().search(text, cut, stop)
        if beyond and text[cut:stop].strip(SPACE + ".,;*()[]"):
            break
        cut = stop
    for left, right, kind in ((start, cut, "physical"), (cut, end, "copyHistory")):
        inside = text[left:right].strip(SPACE + ".,;*")
        if inside.strip(")]"):
            at = left + text[left:right].index(inside)
            yield Annotation(at, at + len(inside), kind, f"provenance.{kind.casefold()}")


def signed_translations(document: Document) -> Iterator[Annotation]:
    """Yield the translators that a short line outside a source note names: `Translated by: T. Loginov`."""
    notes = [n for n in document.of("note") if n.get("type") == "source"]
    for block in document.of("block"):
        if block.end - block.start > LONGEST or any(n.start <= block.start < n.end for n in notes):
            continue
        said = TRANSLATED.match(document.source.text, block.start, block.end)
        if said and PERSON.match(document.source.text, said.end(), block.end):
            yield from translators(document, said.end(), block.end)


LONGEST = 120
"""Characters of a line that names a translator and nothing else."""


def statements(document: Document, start: int, end: int) -> Iterator[Annotation]:
    """Yield the facts of a note, statement by statement."""
    text = document.source.text
    mark = shelfmark.find(text, start, end)
    apart = (mark.start, mark.end) if mark else (end, end)
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
    mark = shelfmark.find(text, start, end)
    if mark:
        yield from shelved(mark)
        end = start + len(text[start : mark.start].rstrip(SPACE + ",.;"))
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
