"""The rules: Schematron findings, each at the line and column where its element begins.

The engine names an element by its line alone.  So that it names one and no other, the elements carry their
number in the document as their line while it works.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from lxml import etree

from teilegram.model import Finding
from teilegram.validation.scan import Scan
from teilegram.validation.schematron import schematron

COUNTED = 65535
"""The greatest line that an element of libxml2 can carry."""


def rules(root: etree._Element, scan: Scan, path: Path, schema: Path | Literal[False] | None) -> list[Finding]:
    """List what the rules find; `schema` None is our own rules, False is none."""
    if schema is False:
        return []
    places = scan.places
    numbered = len(places) < COUNTED
    if numbered:
        for number, element in enumerate(root.iter(etree.Element), 1):
            element.sourceline = number  # type: ignore[assignment]
    found = list(schematron(root, str(path), schema if isinstance(schema, Path) else None))
    if not numbered:
        return found
    return [replace(f, line=places[f.line - 1].line, column=places[f.line - 1].column) for f in found]
