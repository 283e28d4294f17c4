"""The documents of transcripts as a list: lines, title, date, language, and the evidence for where they begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from teilegram.conventions import detect
from teilegram.encoding.words import title_of
from teilegram.model import Annotation, Authority, Document
from teilegram.pipeline import read, run
from teilegram.readers.transcript import read as read_transcript
from teilegram.segment import duplicates
from teilegram.vocabulary import table


@dataclass(frozen=True, slots=True)
class Near:
    """A place where no boundary was drawn although something spoke for it."""

    line: int
    score: int
    evidence: dict[str, int]


@dataclass(frozen=True, slots=True)
class Listed:
    """One document of a transcript; `certainty` and `evidence` are those of the boundary before it."""

    file: str
    number: int
    first: int
    last: int
    title: str
    date: str | None
    languages: tuple[str, ...]
    kind: str
    certainty: str
    evidence: dict[str, int]
    near: tuple[Near, ...]
    sections: tuple[str, ...]
    text: str

    @property
    def score(self) -> int:
        """The sum of the evidence."""
        return sum(self.evidence.values())

    def record(self) -> dict[str, Any]:
        """Give the document for JSON, without its text."""
        return {key: value for key, value in asdict(self).items() if key != "text"} | {"score": self.score}


@dataclass(frozen=True, slots=True)
class Twice:
    """Two documents that are the same, and how much of the shorter stands in the longer."""

    one: Listed
    other: Listed
    share: float

    def record(self) -> dict[str, Any]:
        """Give the pair for JSON."""
        ends = [{"file": end.file, "number": end.number} for end in (self.one, self.other)]
        return {"documents": ends, "share": self.share}


def listed(path: Path) -> list[Listed]:
    """List the documents of the transcript at `path`; raises TeilegramError when it cannot be read."""
    source = read_transcript(path)
    documents, _ = read(source, detect(source), Authority())
    return [described(str(path), run(document)[0]) for document in documents]


def described(file: str, document: Document) -> Listed:
    """Describe a document that the steps have been through."""
    source = document.source
    start, end = source.trimmed(document.start, document.end)
    boundary = next(iter(document.of("boundary")), None)
    parts = document.of("div")
    return Listed(
        file,
        document.number,
        source.line_of(start),
        source.line_of(max(start, end - 1)),
        title_of(document)[0],
        next(("/".join(text for _, text in date.attributes) for date in document.of("documentDate")), None),
        tuple(part.get("xml:lang") for part in parts),
        " and ".join(part.get("type") for part in parts),
        (boundary.cert or "high") if boundary else "high",
        weighed(boundary) if boundary else {},
        tuple(
            Near(source.line_of(near.start), int(near.get("score")), weighed(near))
            for near in document.of("nearBoundary")
        ),
        tuple(" ".join(document.string(section).split()) for section in document.of("section", "sectionAfter")),
        source.text[start:end],
    )


def weighed(boundary: Annotation) -> dict[str, int]:
    """Give the rules of a boundary with their weights."""
    pairs = (said.split("=") for said in boundary.get("evidence").split())
    return {rule: int(weight) for rule, weight in pairs}


def same(documents: Sequence[Listed]) -> list[Twice]:
    """List the documents that are there twice, in one transcript or in two."""
    texts = [document.text for document in documents]
    return [Twice(documents[pair.one], documents[pair.other], pair.share) for pair in duplicates(texts)]


def report(documents: Sequence[Listed], twice: Sequence[Twice]) -> str:
    """Write the list for people: a document a line, below it what spoke for its beginning."""
    lines: list[str] = []
    for file, group in groupby(documents, key=lambda document: document.file):
        members = list(group)
        lines.append(f"{file}: {len(members)} document{'s' if len(members) > 1 else ''}")
        for one in members:
            lines += told(one)
    for pair in twice:
        ends = " and ".join(f"{end.file} ({end.number})" for end in (pair.one, pair.other))
        lines.append(f"the same document twice: {ends}, {pair.share:.0%} of the shorter")
    return "\n".join(lines)


def told(one: Listed) -> Iterable[str]:
    """Yield the lines of the report on one document."""
    span = f"lines {one.first}-{one.last}"
    languages = "+".join(one.languages)
    yield f"{one.number:>4}  {span:<16} {one.date or 'undated':<10}  {languages:<5}  {one.certainty:<6}  {one.title}"
    if one.kind not in ("document", "translation"):
        yield f"      {one.kind}"
    for section in one.sections:
        yield f"      section of the publication: {section}"
    if one.evidence:
        yield f"      begins here ({one.score}): {in_words(one.evidence)}"
    for near in one.near:
        yield f"      not at line {near.line} ({near.score}): {in_words(near.evidence)}"


def in_words(evidence: dict[str, int]) -> str:
    """Say what spoke for a boundary and against it."""
    says = {row["rule"]: row["says"] for row in table("boundaries")}
    return "; ".join(f"{weight:+d} {says[rule]}" for rule, weight in evidence.items())
