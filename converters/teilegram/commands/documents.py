"""`teilegram documents`: where the documents of transcripts begin, and why."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from teilegram.commands.terminal import FAILED, OK, complain
from teilegram.model import TeilegramError


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `documents`."""
    documents = commands.add_parser(
        "documents",
        help="where the documents of transcripts begin, and why",
        description="List the documents of transcripts, the evidence for each boundary, the places that nearly were "
        "one, and what is there twice. Nothing is written.",
    )
    documents.add_argument(
        "input", nargs="+", type=Path, metavar="FILE", help="a transcript, or a folder of transcripts"
    )
    documents.add_argument("--format", choices=("text", "json"), default="text")
    documents.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report; what cannot be read is one line on standard error."""
    from teilegram.documents import Listed, listed, same  # noqa: PLC0415 - imports late
    from teilegram.documents import report as told  # noqa: PLC0415
    from teilegram.readers.transcript import transcripts  # noqa: PLC0415

    found: list[Listed] = []
    status = OK
    for path in transcripts(list(options.input)):
        try:
            found += listed(path)
        except TeilegramError as error:
            complain(str(error))
            status = FAILED
    twice = same(found)
    if options.format == "json":
        shown = {"documents": [one.record() for one in found], "duplicates": [one.record() for one in twice]}
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print(told(found, twice))
    return status
