"""The grammar: RELAX NG, checked by libxml2 in this process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from teilegram.model import Finding
from teilegram.resources import folder
from teilegram.transform import read_xml

NAMESPACE = re.compile(r"\{[^}]*\}")


@cache
def grammar(path: Path | None = None) -> etree.RelaxNG:
    """Load a grammar once; without a path, the project's own."""
    return etree.RelaxNG(read_xml(path or folder("schema") / "teilegram.rng").getroottree())


def relaxng(root: etree._Element, file: str) -> Iterator[Finding]:
    """Yield what the grammar finds wrong, one finding a line of the file."""
    schema = grammar()
    if schema.validate(root.getroottree()):
        return
    seen: set[int] = set()
    for entry in schema.error_log:
        if entry.line not in seen:
            seen.add(entry.line)
            yield Finding(file, entry.line, "relaxng", NAMESPACE.sub("", entry.message), "error", max(entry.column, 1))
