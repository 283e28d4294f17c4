"""`teilegram view`: TEI as a page or as plain text."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from teilegram.commands.terminal import FAILED, OK, USAGE, complain
from teilegram.model import TeilegramError


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `view`."""
    view = commands.add_parser("view", help="TEI as a page or as plain text")
    view.add_argument("path", nargs="+", type=Path, metavar="PATH", help="a TEI file, or a folder of them")
    view.add_argument("--as", dest="as_", required=True, choices=("html", "text"))
    view.add_argument(
        "--mode",
        choices=("reading", "diplomatic"),
        default="reading",
        help="diplomatic text is the transcript, character by character",
    )
    view.add_argument(
        "--authority",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="authority files whose names a page shows",
    )
    view.add_argument("-o", "--out", type=Path, metavar="OUT", help="the folder to write to (default: standard output)")
    view.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Render files to standard output or into a folder."""
    from teilegram.files import write, xml_files  # noqa: PLC0415 - imports late
    from teilegram.transform import read_xml  # noqa: PLC0415
    from teilegram.views import SUFFIX, view_file  # noqa: PLC0415

    paths = xml_files(options.path)
    if options.as_ == "html" and options.out is None and len(paths) > 1:
        complain("several pages cannot go to standard output; give a folder with -o")
        return USAGE
    names = [path.stem for path in paths]
    twice = next((name for name in names if names.count(name) > 1), None)
    if options.out is not None and twice:
        complain(f"{twice}: is the name of two files, and one would overwrite the other; view them into two folders")
        return USAGE
    authority = [read_xml(path) for path in options.authority]
    status = OK
    for path in paths:
        try:
            shown = view_file(path, options.as_, options.mode, authority)
            if options.out is None:
                sys.stdout.write(shown)
            else:
                write(options.out / f"{path.stem}{SUFFIX[options.as_]}", shown.encode())
        except TeilegramError as error:
            complain(str(error))
            status = FAILED
    return status
