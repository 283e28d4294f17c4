"""`teilegram explain`: which rule made an element, and from which characters."""

from __future__ import annotations

import argparse
from pathlib import Path

from teilegram.commands.terminal import OK
from teilegram.model import TeilegramError


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `explain`."""
    explain = commands.add_parser(
        "explain",
        help="which rule made an element, from which characters",
        description="Say of every element asked for which rule of which convention made it, from which characters, "
        "how sure it is, and what else it could have been. Beside a TEI file its transcript has to stand.",
    )
    explain.add_argument("file", type=Path, metavar="FILE", help="a transcript (.txt, .md), or TEI made of one")
    explain.add_argument(
        "asked",
        nargs="?",
        default="",
        metavar="XPATH|LINE",
        help="elements of the TEI, as in //date[@when], or a line of the transcript (default: all of the text)",
    )
    explain.add_argument(
        "--authority", action="append", default=[], type=Path, metavar="FILE", help="as for encode; may be repeated"
    )
    explain.add_argument(
        "--convention", default="auto", metavar="auto|cwihp|nsa|frus|leiden|FILE", help="as for encode"
    )
    explain.add_argument("--gazetteer", default="", metavar="geonames", help="as for encode")
    explain.add_argument("--format", choices=("text", "json"), default="text")
    explain.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Explain elements of one file on standard output; nothing found is said, and is a failure."""
    from teilegram.batch import loaded  # noqa: PLC0415 - imports late
    from teilegram.explain import as_json, as_text, explained, transcript_of  # noqa: PLC0415
    from teilegram.names import gazetteer  # noqa: PLC0415

    source, number = transcript_of(options.file)
    authority = loaded(tuple(options.authority), Path(), gazetteer(options.gazetteer))
    found = explained(source, options.convention, authority, asked=options.asked, number=number)
    if not found:
        raise TeilegramError(f"{options.file}: no element of its text is {options.asked[:200]!r}; ask for another")
    print(as_json(found) if options.format == "json" else as_text(found))
    return OK
