"""What every command says on the terminal, and the exit statuses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

OK, FAILED, USAGE = 0, 1, 2


def complain(message: str) -> None:
    """Print one line on standard error."""
    print("teilegram: " + " ".join(message.split()), file=sys.stderr)


def progress_on_terminal() -> Callable[[int, int, Path], None] | None:
    """Give something that shows progress, when there is a terminal to show it on."""
    if not sys.stderr.isatty():
        return None

    def show(number: int, count: int, path: Path) -> None:
        print(f"\r\x1b[K{number}/{count} {path.name}", end="\n" if number == count else "", file=sys.stderr, flush=True)

    return show


def report(outcomes: Iterable[object]) -> bool:
    """Print findings and errors of transcripts as they come; tell whether all went well."""
    from teilegram.batch import Outcome  # noqa: PLC0415 - imports late

    well = True
    for outcome in outcomes:
        if not isinstance(outcome, Outcome):
            continue
        for finding in outcome.findings:
            print(f"review: {finding}", file=sys.stderr)
        if outcome.error:
            complain(outcome.error)
            well = False
    return well
