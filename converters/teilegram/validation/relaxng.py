"""The grammar: RELAX NG, checked by libxml2 in this process; what is wrong is said by the judge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from teilegram.model import Finding
from teilegram.resources import folder
from teilegram.transform import read_xml
from teilegram.validation.grammar import NotRead, read_grammar
from teilegram.validation.judge import Judge
from teilegram.validation.stream import Reader

NAMESPACE = re.compile(r"\{[^}]*\}")


@cache
def grammar(path: Path | None = None) -> etree.RelaxNG:
    """Load a grammar once; without a path, the project's own."""
    return etree.RelaxNG(read_xml(path or folder("schema") / "teilegram.rng").getroottree())


def relaxng(root: etree._Element, file: str) -> Iterator[Finding]:
    """Yield what our own grammar finds wrong in a tree; lines are those of the tree when it is written."""
    if not grammar().validate(root.getroottree()):
        yield from explained(root, file, [etree.tostring(root, encoding="utf-8")], None)


def explained(root: etree._Element, file: str, data: Iterable[bytes], path: Path | None) -> Iterator[Finding]:
    """Yield what is wrong in a tree that libxml2 has just refused; should the judge see nothing, libxml2's words."""
    try:
        judge = Judge(read_grammar(path), file)
        Reader(file, judge).read(data)
    except NotRead:
        judge = None
    if judge and judge.findings:
        yield from judge.findings
    else:
        yield from refused(root, file, path)


def refused(root: etree._Element, file: str, path: Path | None) -> Iterator[Finding]:
    """Yield the words of libxml2, one finding a line of the file."""
    schema = grammar(path)
    schema.validate(root.getroottree())
    seen: set[int] = set()
    for entry in schema.error_log:
        if entry.line not in seen:
            seen.add(entry.line)
            said = NAMESPACE.sub("", entry.message)
            yield Finding(file, max(entry.line, 1), "grammar", said, "error", max(entry.column, 1))
