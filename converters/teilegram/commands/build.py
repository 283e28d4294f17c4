"""`teilegram build`: an edition."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from teilegram.commands.terminal import FAILED, OK, progress_on_terminal, report


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `build`."""
    build = commands.add_parser("build", help="an edition: encode, validate, render")
    build.add_argument("edition", nargs="?", type=Path, default=Path("edition.toml"), metavar="edition.toml")
    build.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build an edition."""
    from teilegram.edition import build  # noqa: PLC0415 - imports late

    outcomes, findings = build(options.edition, progress_on_terminal())
    well = report(outcomes)
    for finding in findings:
        print(f"{finding.severity}: {finding}", file=sys.stderr)
    documents = sum(len(outcome.documents) for outcome in outcomes)
    print(f"{len(outcomes)} transcripts, {documents} documents, {sum(f.severity == 'error' for f in findings)} errors")
    return OK if well and all(f.severity != "error" for f in findings) else FAILED
