"""`teilegram align`: an original and its translation, from two transcripts."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from teilegram.commands.terminal import FAILED, OK, report

if TYPE_CHECKING:
    from teilegram.convert import Encoded


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `align`."""
    align = commands.add_parser(
        "align",
        help="an original and its translation to TEI, linked sentence by sentence",
        description="Encode an original and its translation, and link what renders each other in a third file, "
        "NAME-alignment.xml.",
    )
    align.add_argument("original", type=Path, metavar="ORIGINAL", help="a transcript, or a folder of transcripts")
    align.add_argument("translation", type=Path, metavar="TRANSLATION", help="its translation, or a folder of them")
    align.add_argument("-o", "--out", required=True, type=Path, metavar="OUT", help="the folder to write to")
    align.add_argument(
        "--authority",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="TEI with listPerson, listPlace or listOrg; may be repeated",
    )
    align.add_argument(
        "--convention",
        default="auto",
        metavar="auto|cwihp|nsa|frus|leiden|FILE",
        help="whose brackets these are (default: auto, by evidence)",
    )
    align.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Encode and link pairs of transcripts into a folder."""
    from teilegram.authority import load  # noqa: PLC0415 - imports late
    from teilegram.batch import Outcome  # noqa: PLC0415
    from teilegram.files import write  # noqa: PLC0415
    from teilegram.model import TeilegramError  # noqa: PLC0415
    from teilegram.pairs import encode_pair, matched  # noqa: PLC0415

    known = load(options.authority, options.out)
    taken: dict[str, Path] = {}
    well = True
    for original, translation in matched(options.original, options.translation):
        try:
            made, findings = encode_pair(original, translation, known, options.convention)
            free(made, taken, original)
        except TeilegramError as error:
            well = report([Outcome(original, (), (), str(error))]) and well
            continue
        for document in made:
            taken[document.name] = original
            write(options.out / document.name, document.xml)
        report([Outcome(original, tuple(made), tuple(findings))])
    return OK if well else FAILED


def free(documents: Iterable[Encoded], taken: Mapping[str, Path], path: Path) -> None:
    """Check that no earlier pair has the name of a file; raises TeilegramError when one has."""
    from teilegram.model import TeilegramError  # noqa: PLC0415 - imports late

    clash = next((document.name for document in documents if document.name in taken), None)
    if clash:
        raise TeilegramError(f"{path}: its {clash} is taken by {taken[clash]}; align it into another folder")
