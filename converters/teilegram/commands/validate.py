"""`teilegram validate`: TEI against schema and rules."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from teilegram.commands.terminal import FAILED, OK, USAGE, complain


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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
    validate.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
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
