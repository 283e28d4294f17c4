"""teilegram: transcripts of archival diplomatic documents as validated TEI P5.

The same as the command line, as functions: `encode`, `validate`, `view`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from teilegram.version import __version__

if TYPE_CHECKING:
    from teilegram.convert import Encoded as Document
    from teilegram.convert import NameBy
    from teilegram.model import Finding
    from teilegram.views import Format, Mode

__all__ = ["__version__", "encode", "validate", "view"]


def encode(
    path: str | Path,
    *,
    out: str | Path | None = None,
    authority: Sequence[str | Path] = (),
    convention: str = "auto",
    name_by: NameBy = "source",
    date: str | None = None,
    names_with: Sequence[str] = (),
    gazetteer: str = "",
) -> list[Document]:
    """Encode one transcript and give its documents, in the order of the transcript.

    Each has `name` (of its file), `xml` (bytes, valid TEI that reads back as the transcript), `title`, `date`
    (ISO 8601 or None) and `findings` (what a person should look at).  With `out`, the documents are also written
    to that folder; `@ref` is relative to it, without it to the current folder.  `names_with` names plug-ins that look
    for names as well (`natasha`); `gazetteer="geonames"` looks up towns nobody lists.  Raises
    `teilegram.model.TeilegramError`.
    """
    from dataclasses import replace  # noqa: PLC0415 - imports late

    from teilegram import names  # noqa: PLC0415
    from teilegram.authority import load  # noqa: PLC0415 - imports late
    from teilegram.convert import convert_file  # noqa: PLC0415 - imports late
    from teilegram.files import write  # noqa: PLC0415

    folder = Path(out) if out is not None else Path()
    known = replace(load([Path(p) for p in authority], folder), gazetteer=names.gazetteer(gazetteer))
    made, _ = convert_file(Path(path), known, convention=convention, name_by=name_by, date=date, names_with=names_with)
    if out is not None:
        for document in made:
            write(folder / document.name, document.xml)
    return made


def validate(*paths: str | Path) -> list[Finding]:
    """Validate TEI files and folders of them; give what is wrong, nothing when all is well."""
    from teilegram.files import xml_files  # noqa: PLC0415 - imports late
    from teilegram.validation import validate_files  # noqa: PLC0415

    return list(validate_files(xml_files([Path(p) for p in paths])))


def view(path: str | Path, as_: Format = "html", mode: Mode = "reading", authority: Sequence[str | Path] = ()) -> str:
    """Give a TEI file as a page or as plain text; `diplomatic` text is the transcript."""
    from teilegram.transform import read_xml  # noqa: PLC0415 - imports late
    from teilegram.views import view_file  # noqa: PLC0415

    return view_file(Path(path), as_, mode, [read_xml(Path(p)) for p in authority])
