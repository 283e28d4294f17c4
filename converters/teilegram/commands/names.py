"""`teilegram names`: whom and what files name, and what of it a person should look at."""

from __future__ import annotations

import argparse
from pathlib import Path

from teilegram.commands.terminal import OK


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `names`."""
    names = commands.add_parser(
        "names",
        help="who and what is named, linked to what, how surely",
        description="List persons, places and organisations with their forms, lines and links; those that no authority "
        "has are gathered as new. Nothing is written.",
    )
    names.add_argument(
        "file", nargs="+", type=Path, metavar="FILE", help="a transcript (.txt, .md), or TEI made of one"
    )
    names.add_argument(
        "--authority", action="append", default=[], type=Path, metavar="FILE", help="as for encode; may be repeated"
    )
    names.add_argument("--gazetteer", default="", metavar="geonames", help="as for encode")
    names.add_argument("--convention", default="auto", metavar="auto|cwihp|nsa|frus|leiden|FILE", help="as for encode")
    names.add_argument("--review", action="store_true", help="list what to look at, the most uncertain first")
    names.add_argument("--format", choices=("text", "json"), default="text")
    names.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table, or what is to be reviewed, of all files together."""
    from teilegram import named  # noqa: PLC0415 - imports late
    from teilegram.batch import loaded  # noqa: PLC0415
    from teilegram.names import gazetteer  # noqa: PLC0415
    from teilegram.readers.transcript import read  # noqa: PLC0415

    authority = loaded(tuple(options.authority), Path(), gazetteer(options.gazetteer))
    mentions = [
        one
        for path in options.file
        for one in (
            named.of_tei(path)
            if path.suffix.lower() == ".xml"
            else named.of_transcript(read(path), options.convention, authority)
        )
    ]
    found = named.gathered(mentions)
    listed = named.to_review(found) if options.review else None
    if options.format == "json":
        print(named.as_json(found, listed))
    else:
        print(named.as_text(found, authority) if listed is None else named.review_as_text(listed))
    return OK
