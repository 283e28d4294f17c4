"""`teilegram dates`: the dates of a text, their values, and why."""

from __future__ import annotations

import argparse
from pathlib import Path

from teilegram.commands.terminal import OK
from teilegram.model import TeilegramError


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `dates`."""
    dates = commands.add_parser(
        "dates",
        help="which dates are found, their values, and why",
        description="List the dates of a transcript, or of a text given as the argument: value, EDTF, rule, and what "
        "of the context it used. Nothing is written.",
    )
    dates.add_argument("text", metavar="TEXT|FILE", help="a sentence, or a transcript")
    dates.add_argument(
        "--anchor", default="", metavar="DATE", help="the day of writing: 1962-11-06, or EDTF such as 1962-11~"
    )
    dates.add_argument("--lang", default="", metavar="LANG", help="the language of the text, as en or ru")
    dates.add_argument("--format", choices=("text", "json"), default="text")
    dates.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the dates; that there are none is said."""
    from teilegram.explain.dated import as_json, as_text, of_file, of_text  # noqa: PLC0415 - imports late

    if is_file(options.text):
        found = of_file(Path(options.text), options.anchor)
    elif options.text.endswith((".txt", ".md")) and " " not in options.text:
        raise TeilegramError(f"{options.text[:200]}: does not exist; check the path")
    else:
        found = of_text(options.text, options.anchor, options.lang)
    if options.format == "json":
        print(as_json(found))
    else:
        print(as_text(found) if found else "no dates found")
    return OK


def is_file(text: str) -> bool:
    """Tell whether the argument is a file; a sentence may be too long to be a path."""
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False
