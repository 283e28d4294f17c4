"""Keep what is slow to build: in memory, and as a pickle in the user's own cache folder.

A pickle is code.  It is read only from a file that is this user's, in a folder that is this user's, and that
nobody else may write to; anywhere else the schema is built anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from teilegram.files import write
from teilegram.model import TeilegramError


@cache
def kept(path: Path, build: Callable[[Path], Any]) -> Any:  # noqa: ANN401 - whatever is built
    """Give what `build` makes of a file, from the cache where that is safe."""
    place = home()
    if place is None:
        return build(path)
    cached = place / f"{path.stem}-{fingerprint(path)}.pickle"
    made = unpickled(cached)
    if made is not None:
        return made
    made = build(path)
    try:
        write(cached, pickle.dumps(made))
        cached.chmod(0o600)
    except (TeilegramError, OSError, pickle.PicklingError):
        cached.unlink(missing_ok=True)
    return made


def unpickled(path: Path) -> Any:  # noqa: ANN401
    """Read a pickle that is this user's alone; None where it is not, or is damaged."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as opened:
            if not own(os.fstat(opened.fileno())):
                return None
            return pickle.load(opened)  # noqa: S301 - only this user can have written it
    except Exception:  # noqa: BLE001 - a damaged pickle may raise anything
        return None


def home() -> Path | None:
    """Give the cache folder, made for this user alone; None where it cannot be had safely."""
    if not hasattr(os, "getuid"):
        return None
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    place = base / "teilegram"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return place if own(place.lstat()) else None
    except OSError:
        return None


def own(state: os.stat_result) -> bool:
    """Tell whether a file or folder is this user's, is no link, and can be written by nobody else."""
    real = stat.S_ISREG(state.st_mode) or stat.S_ISDIR(state.st_mode)
    return real and state.st_uid == os.getuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def fingerprint(path: Path) -> str:
    """Identify a schema by its bytes, by those of the schemas beside it, and by who builds it."""
    digest = hashlib.sha256(f"{sys.version} {version('xmlschema')} {path.absolute()}".encode())
    for beside in sorted(path.parent.glob("*.xsd")):
        digest.update(beside.read_bytes())
    return digest.hexdigest()[:24]
