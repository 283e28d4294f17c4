"""Findings for people: grouped by file, with the line of the source and a mark under the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path

from teilegram.model import Finding

WIDTH = 100
"""Characters of a source line that are shown; of a longer line, those around the place."""

RED, YELLOW, BOLD, DIM, GREEN, OFF = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[0m"


def text(findings: Sequence[Finding], files: Sequence[Path], *, colour: bool = False) -> str:
    """Give the findings of each file under its name, and a line that sums up."""
    lines: list[str] = []
    for file, here in groupby(findings, key=lambda f: f.file):
        lines += [file, *block(file, list(here)), ""]
    errors = sum(f.severity == "error" for f in findings)
    bad = len({f.file for f in findings if f.severity == "error"})
    count = f"{len(files)} files"
    lines.append(f"{count}, {bad} invalid, {errors} errors" if errors else f"{count}, all valid")
    return "\n".join(painted(line, colour=colour) for line in lines)


def block(file: str, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the lines of one file's findings."""
    source = source_lines(Path(file), {f.line for f in findings})
    for f in findings:
        yield f"  {f.file}:{f.line}:{f.column}: {f.severity}: {f.message} [{f.rule}]"
        if source.get(f.line, "").strip():
            yield from excerpt(f.line, f.column, source[f.line])
        if f.expected:
            yield f"    expected: {f.expected}"
        if f.advice:
            yield f"    do: {f.advice}"


def excerpt(line: int, column: int, source: str) -> Iterator[str]:
    """Yield a source line and the mark under a column.

    >>> print("\\n".join(excerpt(7, 4, "<p><persona>X</persona></p>")))
        7 | <p><persona>X</persona></p>
          |    ^
    """
    plain = "".join(c if c.isprintable() else " " for c in source.rstrip("\r\n"))
    start = max(0, column - 1 - WIDTH // 2) if len(plain) > WIDTH else 0
    before, after = "…" if start else "", "…" if start + WIDTH < len(plain) else ""
    margin = " " * len(str(line))
    yield f"    {line} | {before}{plain[start : start + WIDTH]}{after}"
    yield f"    {margin} | {' ' * (len(before) + column - 1 - start)}^"


def source_lines(path: Path, wanted: set[int]) -> dict[int, str]:
    """Read the lines of a file that are wanted; none where it cannot be read."""
    try:
        with path.open(encoding="utf-8", errors="replace", newline=None) as opened:
            return {n: line for n, line in enumerate(islice(opened, max(wanted)), 1) if n in wanted}
    except OSError:
        return {}


def painted(line: str, *, colour: bool) -> str:
    """Colour a line of the report by what it is."""
    if not colour or not line:
        return line
    if line.startswith("  ") and line[2] != " ":
        mark = RED if ": error: " in line else YELLOW
        place, severity, message = line.partition(": error: " if mark is RED else ": review: ")
        return f"{DIM}{place}{OFF}{mark}{severity}{OFF}{BOLD}{message}{OFF}"
    if line.endswith("^"):
        return f"{RED}{line}{OFF}"
    if line.startswith("    "):
        return line
    good = line.endswith("all valid")
    return f"{GREEN if good else BOLD}{line}{OFF}"
