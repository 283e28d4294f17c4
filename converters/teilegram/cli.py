"""The command line: one parser, and a module of `commands` for each command."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence

from teilegram.commands import (
    align,
    authority,
    build,
    conventions,
    dates,
    documents,
    encode,
    explain,
    names,
    validate,
    view,
)
from teilegram.commands.terminal import FAILED, USAGE, complain
from teilegram.model import TeilegramError
from teilegram.version import __version__

COMMANDS = (encode, documents, names, dates, align, explain, validate, view, build, conventions, authority)
"""In the order of `teilegram --help`."""


def parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="teilegram", description="Encode transcripts of archival documents as validated TEI P5."
    )
    top.add_argument("--version", action="version", version=f"teilegram {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status: int = options.run(options)
    except TeilegramError as error:
        complain(str(error))
        return USAGE if options.command == "validate" else FAILED
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED
    except OSError as error:
        complain(f"{str(error.filename)[:200]}: {error.strerror}; check the path")
        return FAILED
    except KeyboardInterrupt:
        complain("stopped; files written so far are whole")
        return FAILED
    return status


if __name__ == "__main__":
    sys.exit(main())
