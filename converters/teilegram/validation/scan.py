"""One look at a file: where its elements begin, what its identifiers are, where its pointers lead."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

ID = "http://www.w3.org/XML/1998/namespace id"
POINTERS = frozenset(
    word
    for line in (
        "active ana calendar change copyOf corresp datingMethod decls edRef exclude facs feats follow hand inst",
        "lemmaRef mergedIn mutual next nymRef origin parts passive period prev ref rendition resp sameAs scheme",
        "scribeRef select since source spanTo start synch target targetEnd url who wit",
    )
    for word in line.split()
)
"""The attributes of TEI that hold pointers."""


MOST = 50
"""Pointers to one target of which the place is kept; further ones are only counted."""


class Place(NamedTuple):
    """Where an element begins, and its name."""

    line: int
    column: int
    name: str


class Pointer(NamedTuple):
    """One pointer of an attribute."""

    attribute: str
    to: str
    place: Place


@dataclass(slots=True)
class Scan:
    """What a reading found; give it to a `Reader`.  `places` is empty for a large file."""

    keep: bool = True
    places: list[Place] = field(default_factory=list)
    ids: dict[str, Place] = field(default_factory=dict)
    twice: list[tuple[str, Place]] = field(default_factory=list)
    pointers: list[Pointer] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def start(self, name: str, attributes: list[str], line: int, column: int) -> None:
        """Note an element, its identifier and its pointers."""
        if self.keep:
            self.places.append(Place(line, column, name))
        for at in range(0, len(attributes), 2):
            key = attributes[at]
            if key == ID:
                self._identified(attributes[at + 1].strip(), Place(line, column, name))
            elif key in POINTERS:
                for to in attributes[at + 1].split():
                    self._points(key, to, Place(line, column, name))

    def _points(self, key: str, to: str, place: Place) -> None:
        count = self.counts.get(to)
        if count is None and not local(to):
            return
        self.counts[to] = (count or 0) + 1
        if self.counts[to] <= MOST:
            self.pointers.append(Pointer(key, to, place))

    def _identified(self, ident: str, place: Place) -> None:
        if ident in self.ids:
            self.twice.append((ident, place))
        else:
            self.ids[ident] = place

    def text(self, string: str, line: int, column: int) -> None:
        """Text says nothing here."""

    def end(self) -> None:
        """Neither does an end tag."""


def local(pointer: str) -> bool:
    """Tell whether a pointer stays in this folder's reach: `#trans`, `persons.xml#x`; not a web address.

    >>> [local(p) for p in ("#trans", "persons.xml#x", "https://example.org/#x", "//host/x#y", "/etc/passwd", "Q42")]
    [True, True, False, False, False, False]
    """
    if pointer.startswith("#"):
        return True
    head, _, _ = pointer.partition("#")
    return (
        not head.startswith("/") and ":" not in head and "\\" not in head and ("#" in pointer or head.endswith(".xml"))
    )
