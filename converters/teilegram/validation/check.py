"""Check files: well-formed, TEI, grammar, rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from teilegram.model import Finding, TeilegramError
from teilegram.transform import read_xml
from teilegram.validation.relaxng import relaxng
from teilegram.validation.schematron import schematron


def validate_files(paths: Iterable[Path]) -> Iterator[Finding]:
    """Yield the findings of every file, in order; a file that cannot be read is a finding too."""
    for path in paths:
        try:
            root = read_xml(path)
        except TeilegramError as error:
            yield unreadable(path, str(error))
            continue
        wrong = list(relaxng(root, str(path)))
        yield from wrong
        if not wrong:
            yield from schematron(root, str(path))


def unreadable(path: Path, said: str) -> Finding:
    """Make the finding of a file that is no XML; the message keeps line and column where the parser gave them."""
    rest = said.removeprefix(str(path))
    numbers, _, message = rest.lstrip(":").partition(": ")
    line, _, column = numbers.partition(":")
    if not line.isdigit():
        return Finding(str(path), 1, "well-formed", rest.lstrip(": "), "error")
    return Finding(str(path), int(line), "well-formed", message, "error", int(column) if column.isdigit() else 1)
