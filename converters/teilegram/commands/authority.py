"""`teilegram authority`: import, propose, merge and check the lists of persons, places and organisations."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from teilegram.commands.terminal import FAILED, OK, complain
from teilegram.model import Finding, TeilegramError

OUT = "the file to write, and none that is read; its folder is made if there is none"
FORMATS = ("csv", "frus", "cmif", "wikidata", "eac")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `authority`."""
    authority = commands.add_parser("authority", help="lists of persons, places and organisations: import, propose, …")
    actions = authority.add_subparsers(dest="action", required=True, metavar="ACTION")
    imported = actions.add_parser(
        "import",
        help="make one from a table, a FRUS list of persons, CMIF, Wikidata JSON or EAC-CPF",
        description="Make an authority file of a list in another format. What is not understood is said, line by "
        "line, and kept in a note.",
    )
    imported.add_argument("file", type=Path, metavar="FILE")
    imported.add_argument("--as", dest="form", choices=FORMATS, help="the format (default: by what the file says)")
    imported.set_defaults(run=run_import)
    proposed = actions.add_parser(
        "propose",
        help="entries for the names in transcripts that no authority has",
        description="Gather the names that no authority has into entries to be checked, completed and merged.",
    )
    proposed.add_argument("input", nargs="+", type=Path, metavar="FILE", help="a transcript, or a folder of them")
    proposed.add_argument(
        "--authority", action="append", default=[], type=Path, metavar="FILE", help="what is known; may be repeated"
    )
    proposed.set_defaults(run=run_propose)
    merged = actions.add_parser(
        "merge",
        help="one file into another",
        description="Take the entries of PROPOSED into BASE, whose entries and identifiers stay. Entries are one by "
        "a number of another authority, or by an equal full name that nothing contradicts; every decision is said.",
    )
    merged.add_argument("base", type=Path, metavar="BASE")
    merged.add_argument("proposed", type=Path, metavar="PROPOSED")
    merged.set_defaults(run=run_merge)
    for writing in (imported, proposed, merged):
        writing.add_argument("-o", "--out", required=True, type=Path, metavar="OUT", help=OUT)
    checked = actions.add_parser(
        "check",
        help="duplicates, contradictions, references to nothing, numbers that cannot be",
        description="Check authority files, each by itself and all together. Exit status: 0 no error, 1 errors.",
    )
    checked.add_argument("file", nargs="+", type=Path, metavar="FILE")
    checked.set_defaults(run=run_check)
    for action in (imported, proposed, merged, checked):
        action.add_argument("--format", choices=("text", "json"), default="text")


def run_import(options: argparse.Namespace) -> int:
    """Write the entries of a file in another format."""
    from teilegram.authority.importers import read  # noqa: PLC0415 - imports late
    from teilegram.authority.written import tei  # noqa: PLC0415
    from teilegram.files import spare, write  # noqa: PLC0415

    spare(options.out, [options.file])
    made = read(options.file, options.form or "")
    source = f"Imported by teilegram from {options.file.name} ({made.form})."
    write(options.out, tei(made.entities, f"Authority file: {options.file.stem}", source))
    tell(options, made.findings, f"{len(made.entities)} entries from {options.file} ({made.form})")
    return OK


def run_propose(options: argparse.Namespace) -> int:
    """Write entries for what no authority has; a transcript that cannot be read is one line on standard error."""
    from teilegram.authority import load  # noqa: PLC0415 - imports late
    from teilegram.authority.written import tei  # noqa: PLC0415
    from teilegram.files import spare, write  # noqa: PLC0415
    from teilegram.proposals import gathered, strangers  # noqa: PLC0415
    from teilegram.readers.transcript import transcripts  # noqa: PLC0415

    paths = transcripts(list(options.input))
    spare(options.out, [*paths, *options.authority])
    known = load(options.authority, options.out.parent)
    found, status = [], OK
    for path in paths:
        try:
            found += list(strangers(path, known))
        except TeilegramError as error:
            complain(str(error))
            status = FAILED
    made = gathered(found, known)
    if not made:
        print("no name is without an entry; nothing is written")
        return status
    write(options.out, tei((one for one, _ in made), "Proposed entries", "Proposed by teilegram from transcripts."))
    if options.format == "json":
        print(json.dumps([proposal.record(one) for one, proposal in made], ensure_ascii=False, indent=2))
    else:
        for one, proposal in made:
            forms = ", ".join(dict.fromkeys(f.name.text for f in proposal.found))
            print(f"{len(proposal.found):>5}  {one.kind:6} {one.ident}: {forms}")
        print(f"{options.out}: {len(made)} entries; check and complete them, then merge")
    return status


def run_merge(options: argparse.Namespace) -> int:
    """Write two files as one; the one may be BASE itself, which keeps all its entries."""
    from teilegram.authority.merged import merge  # noqa: PLC0415 - imports late
    from teilegram.files import spare, write  # noqa: PLC0415

    spare(options.out, [options.proposed])
    data, findings = merge(options.base, options.proposed)
    write(options.out, data)
    tell(options, findings, f"{options.proposed} into {options.base}")
    return OK


def run_check(options: argparse.Namespace) -> int:
    """Print what is wrong with authority files."""
    from teilegram.authority.check import check  # noqa: PLC0415 - imports late

    findings = check(options.file)
    errors = sum(f.severity == "error" for f in findings)
    if options.format == "json":
        print(json.dumps([record(f) for f in findings], ensure_ascii=False, indent=2))
    else:
        lines(findings)
        print(f"{errors} errors, {len(findings) - errors} to review")
    return FAILED if errors else OK


def tell(options: argparse.Namespace, findings: Iterable[Finding], summary: str) -> None:
    """Print what was decided or not understood, and the file that was written."""
    said = list(findings)
    if options.format == "json":
        print(
            json.dumps({"out": str(options.out), "findings": [record(f) for f in said]}, ensure_ascii=False, indent=2)
        )
    else:
        lines(said)
        print(f"{options.out}: {summary}")


def lines(findings: Iterable[Finding]) -> None:
    """Print findings, a line each."""
    for finding in findings:
        print(f"{finding.severity}: {finding}")


def record(finding: Finding) -> dict[str, object]:
    """Give a finding for JSON."""
    return {k: getattr(finding, k) for k in ("file", "line", "rule", "severity", "message")}
