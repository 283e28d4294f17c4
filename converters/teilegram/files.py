"""Files: lists of them in a fixed order, and writing that leaves no half-written one behind."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from teilegram.model import TeilegramError


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: under another name first, then renamed.

    Raises TeilegramError when the folder cannot be made or written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as temporary:
            try:
                temporary.write(data)
                temporary.close()
                Path(temporary.name).chmod(0o666 & ~umask())
                Path(temporary.name).replace(path)
            except OSError:
                Path(temporary.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise TeilegramError(
            f"{path}: cannot be written ({error.strerror}); choose a folder that may be written to"
        ) from None


def spare(out: Path, inputs: Iterable[Path]) -> None:
    """See that a file to be written would not destroy one that is read, and is no folder.

    Raises TeilegramError that names the file and says what to do, before anything is done.
    """
    if out.is_dir():
        raise TeilegramError(f"{out}: is a folder; with -o, name the file to write")
    if any(path.exists() and out.exists() and path.samefile(out) for path in inputs):
        raise TeilegramError(f"{out}: is read, and -o would overwrite it; with -o, name another file")


def umask() -> int:
    """Give the process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def xml_files(paths: list[Path]) -> list[Path]:
    """List the XML files that files and folders mean, folders in natural order (`x-2` before `x-10`).

    Raises TeilegramError for a path that does not exist and for a folder without an XML file.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted((p for p in path.rglob("*.xml") if p.is_file()), key=natural)
            if not inside:
                raise TeilegramError(f"{path}: holds no XML file; give a folder that encode wrote to")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise TeilegramError(f"{path}: does not exist; check the path")
    return list(dict.fromkeys(found))


def natural(path: Path) -> tuple[object, ...]:
    """Sort key by which numbers count as numbers.

    >>> sorted([Path("a-10.xml"), Path("a-2.xml")], key=natural)
    [PosixPath('a-2.xml'), PosixPath('a-10.xml')]
    """
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d{1,9})", path.as_posix()))
