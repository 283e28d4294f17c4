"""Authority files in other formats become entities: one module for each format, chosen by what the file says.

Each has `mine(start)`, which tells whether the beginning of a file is its format, and `read(data, where)`, which gives
entities and what it did not understand, line by line.  Nothing is made up: what was not understood stays in the note.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from teilegram.authority.idents import unique
from teilegram.authority.importers import cmif, csv_table, eac, frus, wikidata
from teilegram.authority.when import surely_before
from teilegram.model import Entity, Finding, TeilegramError

FORMATS: dict[str, ModuleType] = {"wikidata": wikidata, "eac": eac, "cmif": cmif, "frus": frus, "csv": csv_table}
"""In the order in which they are asked whether a file is theirs."""
START = 200_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of another format held, and what a person should look at."""

    form: str
    entities: tuple[Entity, ...]
    findings: tuple[Finding, ...]


def read(path: Path, form: str = "") -> Imported:
    """Read a file of one of the formats; raises TeilegramError when it is none, is broken, or holds no entry."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TeilegramError(
            f"{path}: cannot be read ({error.strerror}); check that it exists and may be read"
        ) from None
    form = form or detected(data, path)
    found, said = FORMATS[form].read(data, str(path))
    if not found:
        raise TeilegramError(f"{path}: holds no entry that could be read as {form}; check --as")
    sure = [sound(one, str(path), said) for one in found]
    return Imported(form, tuple(unique(sure)), tuple(said))


def sound(one: Entity, where: str, said: list[Finding]) -> Entity:
    """Give an entity whose terms of office can be true; one that ends before it begins becomes words of the note."""
    wrong = [office for office in one.offices if surely_before(office.end, office.start)]
    for office in wrong:
        message = f"{one.ident}: {office.title} from {office.start} to {office.end} cannot be; it is kept in the note"
        said.append(Finding(where, 1, "import.office", message))
    if not wrong:
        return one
    notes = [f"{office.title or office.org} {office.start}–{office.end}" for office in wrong]
    kept = tuple(office for office in one.offices if office not in wrong)
    return replace(one, offices=kept, note="\n".join((*filter(None, [one.note]), *notes)))


def detected(data: bytes, path: Path) -> str:
    """Name the format of a file by how it begins; raises TeilegramError when it is none that is known."""
    start = data[:START].decode("utf-8-sig", errors="replace")
    form = next((name for name, module in FORMATS.items() if module.mine(start)), "")
    if not form:
        raise TeilegramError(f"{path}:1: is in no format that is known; say which with --as {'|'.join(FORMATS)}")
    return form
