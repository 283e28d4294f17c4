"""The values that every step reads and makes.

The text of a transcript never changes.  A step is a function from a `Document` to annotations, each a
frozen record over a span of characters of the source; the tree is built once, at the end.  All offsets are
characters of `Source.text` (not bytes), half open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import merge
from typing import Literal, NamedTuple

Cert = Literal["high", "medium", "low"]
Severity = Literal["error", "review"]

SPACE = " \t\r\n\f\v"
"""What counts as white space: XML's own four, and the two form controls that XML cannot hold."""


class TeilegramError(Exception):
    """Something the user has to mend: one line that says what, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a catalogue knows of a transcript, from its sidecar `NAME.meta.json`; all of it optional."""

    title: str | None = None
    date: str | None = None
    language: str | None = None
    other: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Source:
    """A transcript as it was read: its text is evidence and is never altered."""

    name: str
    text: str
    sha256: str
    meta: Metadata = Metadata()

    @cached_property
    def _line_ends(self) -> list[int]:
        return [m.end() - 1 for m in re.finditer("\n" if "\n" in self.text else "\r", self.text)]

    def line_of(self, offset: int) -> int:
        """Give the 1-based line of a character offset."""
        return bisect_left(self._line_ends, offset) + 1

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Give the span without the white space at its ends; an empty span stays where it began."""
        inside = self.text[start:end]
        left = len(inside) - len(inside.lstrip(SPACE))
        return (start + left, start + left + len(inside.strip(SPACE))) if left < len(inside) else (start, start)


@dataclass(frozen=True, slots=True)
class Annotation:
    """One statement about a span of the source.

    `kind` is the name of a TEI element, or of a fact for the header; `attributes` are its TEI attributes.
    `before` and `after` count the characters at either end that are marks (brackets, asterisks), kept as a
    declared rendition and not as content.  `cert` is None where the page itself says it; an inference has a
    certainty, and `rule` names what made it.
    """

    start: int
    end: int
    kind: str
    rule: str
    attributes: tuple[tuple[str, str], ...] = ()
    cert: Cert | None = None
    before: int = 0
    after: int = 0

    def get(self, name: str, default: str = "") -> str:
        """Give the value of an attribute, or `default`."""
        return next((value for key, value in self.attributes if key == name), default)

    def having(self, **attributes: str) -> Annotation:
        """Give the same annotation with more attributes, or with other values of those it has."""
        return replace(self, attributes=tuple((dict(self.attributes) | attributes).items()))

    @property
    def inner(self) -> tuple[int, int]:
        """The span without its marks."""
        return self.start + self.before, self.end - self.after

    def holds(self, other: Annotation) -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at; `rule` names the check, `line` and `column` are 1-based in `file`.

    `expected` says what could stand there, `advice` what an editor would do, `path` which element it is about.
    """

    file: str
    line: int
    rule: str
    message: str
    severity: Severity = "review"
    column: int = 1
    expected: str = ""
    advice: str = ""
    path: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a convention besides its brackets: what encloses text, or the dot `below` it, and the meaning."""

    open: str
    close: str
    below: str
    mean: str


@dataclass(frozen=True, slots=True)
class Convention:
    """How one publisher marks what editors, translators and censors did to a text.

    `vocabulary` lists, per kind of intervention, the words that announce it, and `units` the words that count
    what is missing; `attributions` pairs the suffixes and prefixes that sign an act (`—trans.`) with whose it is.
    `conclusive` and `supporting` are the strings that show that the convention is in use.  `unsigned` says whose a
    bracket is that nobody signs, `reason` why it stands there where the convention has one reason for all (else
    the words decide).  `italics` is what a bracket means that holds nothing but italics: `original`, `correction`
    or `none`.  `footnotes` are the ways its footnote marks look.  `authorities` pairs each table of the profile
    with whoever says so; `chosen` says why the convention was chosen for a transcript, where evidence chose it.
    """

    ident: str
    title: str
    statement: str
    authority: str
    open: str
    close: str
    unsigned: str
    reason: str
    italics: str
    footnotes: tuple[str, ...]
    columns: bool
    attributions: tuple[tuple[str, str], ...]
    vocabulary: Mapping[str, tuple[str, ...]]
    units: Mapping[str, str]
    signs: tuple[Sign, ...]
    conclusive: tuple[str, ...]
    supporting: tuple[str, ...]
    authorities: tuple[tuple[str, str], ...]
    chosen: str = ""

    @property
    def evidence(self) -> tuple[str, ...]:
        """All strings that show that the convention is in use."""
        return self.conclusive + self.supporting


@dataclass(frozen=True, slots=True)
class Name:
    """One form of an entity's name; `parts` are (TEI element, string) in the order of the form."""

    text: str
    parts: tuple[tuple[str, str], ...] = ()
    kind: str = "main"
    lang: str = ""

    def part(self, element: str) -> tuple[str, ...]:
        """List the parts that are this element: `part("surname")`."""
        return tuple([value for name, value in self.parts if name == element])


@dataclass(frozen=True, slots=True)
class Office:
    """An office or occupation, where it was held, and from when to when; `start` and `end` are ISO 8601 or empty."""

    title: str
    org: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organisation of an authority file; `ref` is what `@ref` says of it.

    Dates are ISO 8601 or empty; of a span (`1890/1893`) the ends are parted by a stroke.  `idnos` pairs the name of
    another authority (`wikidata`) with the number there.  `sort` is the type of a place or organisation, `note` what
    else the file says, in words.
    """

    ident: str
    kind: Literal["person", "place", "org"]
    ref: str
    names: tuple[Name, ...]
    sex: str = ""
    birth: str = ""
    death: str = ""
    floruit: str = ""
    offices: tuple[Office, ...] = ()
    idnos: tuple[tuple[str, str], ...] = ()
    note: str = ""
    sort: str = ""

    def __hash__(self) -> int:
        """Hash the `@ref` alone: what is kept of an entity is asked for often."""
        return hash(self.ref)


@dataclass(frozen=True, eq=False)
class Authority:
    """All entities that a run may link to; compared by identity, so that what is made of it can be kept.

    `gazetteer` names the installed gazetteer that is asked for places nobody has listed, or is empty.
    """

    entities: tuple[Entity, ...] = ()
    gazetteer: str = ""

    def of(self, kind: str) -> tuple[Entity, ...]:
        """List the persons, the places or the organisations."""
        return tuple(entity for entity in self.entities if entity.kind == kind)

    def named(self, ref: str) -> Entity | None:
        """Give the entity that a `@ref` means."""
        return self._by_ref.get(ref)

    @cached_property
    def _by_ref(self) -> dict[str, Entity]:
        return {entity.ref: entity for entity in self.entities if entity.names}


@dataclass(frozen=True, slots=True)
class Publication:
    """What an edition says of itself in every header; all of it optional."""

    title: str = ""
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    series: str = ""
    schema: str = ""


class Recogniser(NamedTuple):
    """A names plug-in: `find(text, lang)` gives (start, end, kind), kind being person, place or org."""

    name: str
    find: Callable[[str, str], Iterable[tuple[int, int, str]]]


@dataclass(frozen=True)
class Document:
    """One document of a transcript while it is being read: a span of the source and what is known of it."""

    source: Source
    start: int
    end: int
    convention: Convention
    authority: Authority = Authority()
    number: int = 1
    count: int = 1
    annotations: tuple[Annotation, ...] = ()
    recognisers: tuple[Recogniser, ...] = ()

    @cached_property
    def index(self) -> dict[str, list[Annotation]]:
        """The annotations by their kinds, in the order of the text."""
        index: dict[str, list[Annotation]] = defaultdict(list)
        for annotation in sorted(self.annotations, key=order):
            index[annotation.kind].append(annotation)
        return index

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {}

    @cached_property
    def main(self) -> Document:
        """The document without what is enclosed with it, which has a date, a sender and a kind of its own."""
        enclosed = [d for d in self.of("div") if d.get("type") == "enclosure"]
        own = (a for a in self.annotations if not any(e.holds(a) for e in enclosed))
        return replace(self, annotations=tuple(own)) if enclosed else self

    @property
    def text(self) -> str:
        """The text of the source that belongs to this document."""
        return self.source.text[self.start : self.end]

    def of(self, *kinds: str) -> list[Annotation]:
        """List the annotations of these kinds in the order of the text."""
        known = [self.index.get(kind, ()) for kind in kinds]
        return list(merge(*known, key=order) if len(known) > 1 else known[0])

    def inside(self, start: int, end: int, *kinds: str) -> list[Annotation]:
        """List the annotations of these kinds that lie wholly between two offsets, in the order of the text."""
        found = []
        for kind in kinds:
            known = self.index.get(kind, [])
            if kind not in self._starts:
                self._starts[kind] = [a.start for a in known]
            at = bisect_left(self._starts[kind], start)
            while at < len(known) and known[at].start <= end:
                if known[at].end <= end:
                    found.append(known[at])
                at += 1
        return sorted(found, key=order) if len(kinds) > 1 else found

    def string(self, annotation: Annotation) -> str:
        """Give the characters of an annotation, its marks taken off."""
        start, end = annotation.inner
        return self.source.text[start:end]

    def finding(self, at: int, rule: str, message: str) -> Finding:
        """Make a finding at a character offset of the source."""
        return Finding(self.source.name, self.source.line_of(at), rule, message)


def order(annotation: Annotation) -> tuple[int, int]:
    """Sort key: where an annotation begins, the longer one first."""
    return annotation.start, -annotation.end


Step = Callable[[Document], Iterable[Annotation | Finding]]
