"""The rules: ISO Schematron, compiled to XSLT by `xslt/schematron.xsl` and run by Saxon in this process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from teilegram.model import Finding, Severity
from teilegram.resources import folder
from teilegram.transform import compiled, read_xml, run, text_of, transform

MILD = ("warning", "warn", "info", "information")
STEP = re.compile(r"Q\{([^}]*)\}([^\[/]+)\[(\d+)\]")


@cache
def rules(path: Path) -> Any:  # noqa: ANN401 - saxonche has no types
    """Compile a Schematron schema once."""
    return compiled(transform(read_xml(path), "schematron.xsl"), path)


def schematron(root: etree._Element, file: str, schema: Path | None = None) -> Iterator[Finding]:
    """Yield what the rules find, each at the line of the element that it is about."""
    path = schema or folder("schema") / "teilegram.sch"
    result = run(rules(path), root, path)
    for found in etree.fromstring(result.encode()):
        culprit = located(root, found.get("location") or "")
        message = text_of(found)
        severity: Severity = "review" if found.get("role") in MILD else "error"
        yield Finding(file, line_of(culprit), found.get("rule") or "schematron", message, severity)


def line_of(element: etree._Element) -> int:
    """Give the line on which an element begins."""
    line = element.sourceline
    return line if isinstance(line, int) else 1


def located(root: etree._Element, path: str) -> etree._Element:
    """Find the element that an XPath of `path()` names; the nearest that there is."""
    node = root
    for namespace, name, position in STEP.findall(path)[1:]:
        children = node.findall(f"{{{namespace}}}{name}" if namespace else name)
        if len(children) < int(position):
            break
        node = children[int(position) - 1]
    return node
