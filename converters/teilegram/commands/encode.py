"""`teilegram encode`: transcripts to TEI."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from teilegram.commands.terminal import FAILED, OK, USAGE, complain, progress_on_terminal, report


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `encode`."""
    encode = commands.add_parser(
        "encode",
        help="transcripts (.txt, .md) to TEI",
        description="Encode transcripts as TEI; every file is checked against its transcript.",
    )
    encode.add_argument("input", nargs="+", type=Path, metavar="INPUT", help="a transcript, or a folder of transcripts")
    encode.add_argument("-o", "--out", required=True, type=Path, metavar="OUT", help="the folder to write to")
    encode.add_argument(
        "--authority",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="TEI with listPerson, listPlace or listOrg; may be repeated",
    )
    encode.add_argument(
        "--convention",
        default="auto",
        metavar="auto|cwihp|nsa|frus|leiden|FILE",
        help="whose brackets these are (default: auto, by evidence)",
    )
    encode.add_argument(
        "--name-by",
        choices=("source", "document"),
        default="source",
        help="file names by transcript, or by date, sender and addressee",
    )
    encode.add_argument(
        "--gazetteer", default="", metavar="geonames", help="look up towns nobody lists; needs teilegram[places]"
    )
    encode.add_argument(
        "--names-with",
        action="append",
        default=[],
        metavar="PLUG-IN",
        help="a plug-in that looks for names as well (natasha: Russian, extra [ru]); may be repeated",
    )
    encode.add_argument(
        "--date",
        metavar="DATE",
        help="the date of the document, where the page has none: 1962-11-06, or EDTF such as 1962-11~",
    )
    encode.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default: 1)")
    encode.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Encode transcripts into a folder."""
    from teilegram.authority import load  # noqa: PLC0415 - imports late
    from teilegram.batch import Job  # noqa: PLC0415
    from teilegram.batch import run as run_batch  # noqa: PLC0415
    from teilegram.conventions import profile  # noqa: PLC0415
    from teilegram.edtf import FORM, is_date  # noqa: PLC0415
    from teilegram.names import gazetteer  # noqa: PLC0415
    from teilegram.names.plugins import load as plug_ins  # noqa: PLC0415

    if options.date and not is_date(options.date):
        complain(f"--date {options.date}: is no date; write {FORM}")
        return USAGE
    if options.jobs < 1:
        complain(f"--jobs {options.jobs}: is no number of processes; write 1 or more")
        return USAGE
    if options.convention != "auto":
        profile(options.convention)
    load(options.authority, options.out)
    names_with = tuple(options.names_with)
    plug_ins(names_with)
    job = Job(
        options.out, tuple(options.authority), options.convention, options.name_by, options.date, names_with=names_with
    )
    job = replace(job, gazetteer=gazetteer(options.gazetteer))
    return OK if report(run_batch(options.input, job, options.jobs, progress_on_terminal())) else FAILED
