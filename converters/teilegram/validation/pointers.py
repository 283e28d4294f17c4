"""Pointers: identifiers that are there twice, and pointers that lead nowhere, in this file or in another beside it.

Other files are looked at only where a relative path leads, on this machine, by the reader that takes nothing
from outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from teilegram.model import Finding
from teilegram.validation.nearest import nearest
from teilegram.validation.scan import Place, Pointer, Scan
from teilegram.validation.stream import Reader, Refused, chunks_of


def pointers(scan: Scan, path: Path) -> Iterator[Finding]:
    """Yield what is wrong about the identifiers and pointers of a file."""
    for ident, place in scan.twice:
        first = scan.ids[ident]
        yield wrong(
            path,
            place,
            "pointer.duplicate",
            f"the identifier “{ident}” is here twice; `<{local(first)}>` in line {first.line} has it already",
            "Give this element an xml:id of its own, and correct the pointers that mean it.",
        )
    absent: dict[str, list[Pointer]] = {}
    known: dict[str, frozenset[str] | Refused | None] = {"": frozenset(scan.ids)}
    for pointer in scan.pointers:
        file, _, ident = pointer.to.partition("#")
        if file not in known:
            known[file] = identifiers(path.parent / unquote(file))
        ids = known[file]
        if ids is None:
            absent.setdefault(file, []).append(pointer)
        elif isinstance(ids, Refused):
            absent.setdefault(f"{file}\n{ids}", []).append(pointer)
        elif ident and unquote(ident) not in ids and "(" not in ident:
            yield dangling(path, pointer, file, ident, ids)
    for file, leading in absent.items():
        yield missing(path, file, leading, sum(scan.counts[to] for to in {p.to for p in leading}))


def dangling(path: Path, pointer: Pointer, file: str, ident: str, ids: frozenset[str]) -> Finding:
    """Make the finding of a pointer without an element that it means."""
    where = f"{file} has" if file else "this file has"
    near = nearest(ident, ids)
    guess = f"; did you mean {file}#{near}?" if near else ""
    advice = f"Write {file}#{near}." if near else "Correct the pointer, or add an element with this identifier."
    return wrong(
        path,
        pointer.place,
        "pointer.dangling",
        f"@{pointer.attribute} points at {pointer.to}, but {where} no element with this xml:id{guess}",
        advice,
    )


def missing(path: Path, file: str, leading: list[Pointer], number: int) -> Finding:
    """Make the one finding of a file that many pointers lead to and that cannot be read."""
    name, _, said = file.partition("\n")
    count = f"{number} pointers lead" if number > 1 else "a pointer leads"
    reason = f"cannot be read ({said})" if said else "is not there"
    first = leading[0]
    return wrong(
        path,
        first.place,
        "pointer.file",
        f'{count} to {name}, which {reason}; the first is @{first.attribute}="{first.to}"',
        f"Put the file at {(path.parent / unquote(name)).as_posix()}, or correct the path.",
    )


def wrong(path: Path, place: Place, rule: str, message: str, advice: str) -> Finding:
    """Make a finding at an element."""
    return Finding(str(path), place.line, rule, message, "error", place.column, advice=advice)


def local(place: Place) -> str:
    """Give the local name of the element at a place."""
    return place.name.rpartition(" ")[2]


def identifiers(path: Path) -> frozenset[str] | Refused | None:
    """List the identifiers of a file; None where there is no file."""
    try:
        state = path.stat()
        return read_identifiers(path, state.st_mtime_ns, state.st_size) if path.is_file() else None
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=256)
def read_identifiers(path: Path, changed: int, size: int) -> frozenset[str] | Refused:
    """Read the identifiers of a file, once for every state of it; a file that is no XML has none to read."""
    del changed, size
    if path.suffix.lower() not in (".xml", ".tei"):
        return Refused(Finding(str(path), 1, "pointer.file", "it is no XML file"))
    scan = Scan(keep=False)
    try:
        Reader(str(path), scan, texts=False).read(chunks_of(path))
    except Refused as refused:
        return refused
    return frozenset(scan.ids)
