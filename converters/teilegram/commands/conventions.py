"""`teilegram conventions`: which there are, what one says and on whose authority, and what a file is."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from teilegram.commands.terminal import FAILED, OK, complain
from teilegram.model import Convention, Sign

WIDTH = 96


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `conventions`."""
    conventions = commands.add_parser("conventions", help="whose brackets mean what: list, show, check")
    actions = conventions.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="the conventions that come with teilegram")
    listed.set_defaults(run=run_list)
    shown = actions.add_parser("show", help="everything a convention says, with who says so")
    shown.add_argument("name", metavar="NAME", help="cwihp, nsa, frus, leiden, base, or your own TOML file")
    shown.set_defaults(run=run_show)
    checked = actions.add_parser(
        "check",
        help="a TOML file: is it a convention? a transcript: which convention is chosen, and why?",
        description="Check a convention of yours (.toml): every mistake with its line. Or say which convention "
        "the evidence in a transcript (.txt, .md) chooses. Exit status: 0 all well, 1 mistakes.",
    )
    checked.add_argument("path", nargs="+", type=Path, metavar="FILE")
    checked.set_defaults(run=run_check)


def run_list(options: argparse.Namespace) -> int:
    """Print name, title and whose an unsigned bracket is."""
    from teilegram.conventions import PROFILES, profile  # noqa: PLC0415 - imports late

    del options
    for name in PROFILES:
        convention = profile(name)
        print(f"{name:8} {convention.title}; an unsigned bracket is {PERSONS[convention.unsigned]}")
    return OK


PERSONS = {"ed": "the editor's", "trans": "the translator's"}


def run_show(options: argparse.Namespace) -> int:
    """Print a convention."""
    from teilegram.conventions import profile  # noqa: PLC0415 - imports late

    print("\n".join(shown_lines(profile(options.name))))
    return OK


def shown_lines(c: Convention) -> Iterator[str]:
    """Yield a convention as lines to read: each table of the profile, and below it its authority."""
    cited = dict(c.authorities)
    yield f"{c.ident}: {c.title}"
    yield from folded(c.statement, "  ")
    yield from folded(f"Authority: {c.authority or 'none is given'}", "  ")
    tables = {
        "brackets": [
            f"{c.open} {c.close}; unsigned, a bracket is {PERSONS[c.unsigned]}",
            f"reason of what is supplied: {c.reason or 'by its words'}",
        ],
        "italics": [f"italics alone in a bracket are: {c.italics}"],
        "footnotes": [f"marks look: {', '.join(c.footnotes)}"],
        "layout": [f"printed in columns: {'yes' if c.columns else 'no'}"],
        "attributions": [
            f"{who}: {', '.join(s for s, resp in c.attributions if resp == who)}" for who in ("trans", "ed")
        ],
        **{f"vocabulary.{kind}": [", ".join(words)] for kind, words in c.vocabulary.items()},
        "units": [
            f"{u}: {', '.join(w for w, unit in c.units.items() if unit == u)}" for u in dict.fromkeys(c.units.values())
        ],
        **{name: [] for name in cited if name.startswith("signs.")},
        "evidence": [f"conclusive: {quoted(c.conclusive)}", f"supporting: {quoted(c.supporting)}"],
    }
    signs = iter(c.signs)
    for name, lines in tables.items():
        yield f"\n[{name}]"
        for line in lines or [sign_line(next(signs))]:
            yield from folded(line, "  ")
        yield from folded(f"Authority: {cited.get(name, 'none is given')}", "  ")


def sign_line(sign: Sign) -> str:
    """Show a sign and what it means."""
    return f"{f'{sign.open} … {sign.close}' if sign.open else '◌' + sign.below}: {sign.mean}"


def quoted(strings: tuple[str, ...]) -> str:
    """Quote strings in one line."""
    return ", ".join(f"“{string}”" for string in strings) or "none"


def folded(text: str, indent: str) -> list[str]:
    """Fold a line at words."""
    from textwrap import wrap  # noqa: PLC0415 - imports late

    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)


def run_check(options: argparse.Namespace) -> int:
    """Check conventions, and say what is chosen for transcripts."""
    from teilegram.model import TeilegramError  # noqa: PLC0415 - imports late

    status = OK
    for path in options.path:
        try:
            wrong = check(path) if path.suffix.casefold() == ".toml" else chosen(path)
        except TeilegramError as error:
            wrong = [str(error)]
        for line in wrong:
            complain(line)
            status = FAILED
    return status


def check(path: Path) -> list[str]:
    """Check a convention; print what it is when it is one, else give what is wrong, a line each."""
    from teilegram.conventions import path_of, problems_of, profile  # noqa: PLC0415 - imports late

    wrong = problems_of(path_of(f"{path}"))
    if not wrong:
        convention = profile(f"{path}")
        own = "" if convention.authority else "; it cites no authority"
        print(f"{path}: is a convention, {convention.ident} ({convention.title}){own}")
    return wrong


def chosen(path: Path) -> list[str]:
    """Print which convention the evidence in a transcript chooses, and what each of the others has."""
    from teilegram.conventions import detect, verdicts  # noqa: PLC0415 - imports late
    from teilegram.conventions.evidence import quoted as found  # noqa: PLC0415
    from teilegram.readers.transcript import read  # noqa: PLC0415

    source = read(path)
    convention = detect(source)
    print(f"{path}: {convention.ident}. {convention.chosen}")
    for verdict in verdicts(source):
        print(f"  {verdict.convention.ident:8} {verdict.score:3}  {found(verdict) or 'no evidence'}")
    return []
