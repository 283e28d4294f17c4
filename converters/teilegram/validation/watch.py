"""Watch files: tell which have changed, by looking at their times and sizes every half second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from teilegram.files import xml_files
from teilegram.model import TeilegramError

State = dict[Path, tuple[int, int]]
SECONDS = 0.5


def watched(paths: list[Path], pause: Callable[[], object] = lambda: time.sleep(SECONDS)) -> Iterator[list[Path]]:
    """Yield all files first, and then, without end, those that were saved or are new.

    `pause` waits between two looks.  A file that is gone is forgotten; an editor that saves by renaming is
    followed, for it is the name that is watched.
    """
    before: State = {}
    first = True
    while True:
        now = states(paths, strict=first)
        changed = [path for path, state in now.items() if before.get(path) != state]
        if changed:
            yield changed
        before, first = now, False
        pause()


def states(paths: list[Path], *, strict: bool) -> State:
    """Give time and size of every file; raises TeilegramError where there is none, if `strict`."""
    found: State = {}
    for path in paths:
        try:
            for file in xml_files([path]):
                state = file.stat()
                found[file] = (state.st_mtime_ns, state.st_size)
        except (TeilegramError, OSError):
            if strict:
                raise
    return found
