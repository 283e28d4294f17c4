"""The command line: `teilegram encode`, `validate`, `view`, `build`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from teilegram.model import TeilegramError
from teilegram.version import __version__

OK, FAILED, USAGE = 0, 1, 2


def parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="teilegram", description="Encode transcripts of archival documents as validated TEI P5."
    )
    top.add_argument("--version", action="version", version=f"teilegram {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

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
    encode.add_argument("--date", metavar="YYYY-MM-DD", help="the date of the document, where the page has none")
    encode.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default: 1)")
    encode.set_defaults(run=run_encode)

    add_validate(commands)

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
    view.set_defaults(run=run_view)

    build = commands.add_parser("build", help="an edition: encode, validate, render")
    build.add_argument("edition", nargs="?", type=Path, default=Path("edition.toml"), metavar="edition.toml")
    build.set_defaults(run=run_build)
    return top


def add_validate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `validate`."""
    validate = commands.add_parser(
        "validate",
        help="check TEI against schema and rules",
        description="Check TEI against grammar, rules and pointers, without the network. Without --against or --schema "
        "the schema is the one that a file's xml-model names, else teilegram's. Exit status: 0 all valid, 1 invalid, "
        "2 wrong usage.",
    )
    validate.add_argument("path", nargs="+", type=Path, metavar="PATH", help="a TEI file, or a folder of them")
    validate.add_argument("--format", choices=("text", "json", "sarif", "junit"), default="text")
    against = validate.add_mutually_exclusive_group()
    against.add_argument(
        "--against",
        default="",
        metavar="teilegram|tei_all|FILE",
        help="the schema; tei_all is looked for in .cache/tei_all.rng and $TEILEGRAM_TEI_ALL",
    )
    against.add_argument("--schema", type=Path, metavar="FILE", help="a RELAX NG grammar of yours (.rng)")
    validate.add_argument("--schematron", type=Path, metavar="FILE", help="ISO Schematron rules of yours (.sch)")
    validate.add_argument(
        "--xsd-engine",
        choices=("own", "lxml", "xmlschema"),
        default="own",
        help="who explains what is wrong: teilegram (default), or the XSD beside the grammar, read by lxml or by "
        "xmlschema (with paths, and slow)",
    )
    validate.add_argument(
        "--watch", action="store_true", help="validate again whenever a file is saved; Ctrl-C ends it"
    )
    validate.set_defaults(run=run_validate)


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


def complain(message: str) -> None:
    """Print one line on standard error."""
    print("teilegram: " + " ".join(message.split()), file=sys.stderr)


def progress_on_terminal() -> Callable[[int, int, Path], None] | None:
    """Give something that shows progress, when there is a terminal to show it on."""
    if not sys.stderr.isatty():
        return None

    def show(number: int, count: int, path: Path) -> None:
        print(f"\r\x1b[K{number}/{count} {path.name}", end="\n" if number == count else "", file=sys.stderr, flush=True)

    return show


def report(outcomes: Iterable[object]) -> bool:
    """Print findings and errors of transcripts as they come; tell whether all went well."""
    from teilegram.batch import Outcome  # noqa: PLC0415 - imports late

    well = True
    for outcome in outcomes:
        if not isinstance(outcome, Outcome):
            continue
        for finding in outcome.findings:
            print(f"review: {finding}", file=sys.stderr)
        if outcome.error:
            complain(outcome.error)
            well = False
    return well


def run_encode(options: argparse.Namespace) -> int:
    """Encode transcripts into a folder."""
    from teilegram.authority import load  # noqa: PLC0415 - imports late
    from teilegram.batch import Job, run  # noqa: PLC0415
    from teilegram.conventions import profile  # noqa: PLC0415
    from teilegram.readers.transcript import is_date  # noqa: PLC0415

    if options.date and not is_date(options.date):
        complain(f"--date {options.date}: is no date; write YYYY-MM-DD")
        return USAGE
    if options.jobs < 1:
        complain(f"--jobs {options.jobs}: is no number of processes; write 1 or more")
        return USAGE
    if options.convention != "auto":
        profile(options.convention)
    load(options.authority, options.out)
    job = Job(options.out, tuple(options.authority), options.convention, options.name_by, options.date)
    return OK if report(run(options.input, job, options.jobs, progress_on_terminal())) else FAILED


def run_validate(options: argparse.Namespace) -> int:
    """Validate files and print a report; with --watch, again and again."""
    from teilegram.validation import Asked, Plan, watched  # noqa: PLC0415 - imports late

    if options.schematron and not options.schematron.is_file():
        complain(f"{options.schematron}: there are no such rules; give the path of a Schematron file (.sch)")
        return USAGE
    against = f"./{options.schema}" if options.schema and not options.schema.is_absolute() else options.schema
    plan = Plan(Asked(str(against or options.against), options.schematron), options.xsd_engine)
    status = OK
    try:
        for paths in watched(options.path):
            status = print_report(paths, plan, options.format)
            if not options.watch:
                break
    except KeyboardInterrupt:
        if not options.watch:
            raise
    return status


def print_report(paths: Sequence[Path], plan: object, form: str) -> int:
    """Validate files once and print the report."""
    from teilegram.validation import REPORTS, Plan, validate_files  # noqa: PLC0415 - imports late
    from teilegram.validation.pretty import text  # noqa: PLC0415

    findings = list(validate_files(paths, plan if isinstance(plan, Plan) else Plan()))
    if form == "text":
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        print(text(findings, paths, colour=colour), flush=True)
    else:
        print(REPORTS[form](findings, paths), flush=True)
    return FAILED if any(f.severity == "error" for f in findings) else OK


def run_view(options: argparse.Namespace) -> int:
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


def run_build(options: argparse.Namespace) -> int:
    """Build an edition."""
    from teilegram.edition import build  # noqa: PLC0415 - imports late

    outcomes, findings = build(options.edition, progress_on_terminal())
    well = report(outcomes)
    for finding in findings:
        print(f"{finding.severity}: {finding}", file=sys.stderr)
    documents = sum(len(outcome.documents) for outcome in outcomes)
    print(f"{len(outcomes)} transcripts, {documents} documents, {sum(f.severity == 'error' for f in findings)} errors")
    return OK if well and all(f.severity != "error" for f in findings) else FAILED


if __name__ == "__main__":
    sys.exit(main())
