"""The rules: ISO Schematron, compiled to XSLT by `xslt/schematron.xsl` and run by Saxon in this process.

A schema is a `.sch` file with one of the bindings xslt, xslt2, xslt3, xpath2 and xpath3, or a RELAX NG grammar that
embeds rules, as those of the TEI Consortium do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from teilegram.model import Finding, Severity, TeilegramError
from teilegram.resources import folder
from teilegram.transform import compiled, run, text_of, transform
from teilegram.validation.rulebook import embedded, read_rules
from teilegram.validation.scrutiny import SCH, XSL, check_reading

__all__ = ["embedded", "schematron"]

MILD = ("warning", "warn", "info", "information", "nonfatal")
STEP = re.compile(r"Q\{([^}]*)\}([^\[/]+)\[(\d+)\]")


def schematron(
    root: etree._Element, file: str, schema: Path | None = None, phase: str | None = None
) -> Iterator[Finding]:
    """Yield what the rules find, each at the line of the element that it is about.

    `phase` is the id of a phase, `#ALL` for every pattern, and without it the schema's own default.  A rule that fails
    with an error on this document is a finding too.  Raises TeilegramError when the schema cannot be used.
    """
    path = schema or folder("schema") / "teilegram.sch"
    for found in results(root, path, phase or "#DEFAULT"):
        line = line_of(located(root, found.get("location") or ""))
        yield Finding(file, line, found.get("rule") or "schematron", message_of(found), severity_of(found))


def results(root: etree._Element, path: Path, phase: str = "#DEFAULT") -> etree._Element:
    """Run a schema and give its `findings` as they are: place, role, flag, message, diagnostics and properties."""
    return etree.fromstring(run(rules(path, phase), root, path, sealed=True).encode())


def severity_of(found: etree._Element) -> Severity:
    """Give how bad a finding is; what has no role, or one that is not known, is an error."""
    return "review" if (found.get("role") or "").lower() in MILD else "error"


def message_of(found: etree._Element) -> str:
    """Give what a finding says: the assertion, then its diagnostics."""
    if found.tag == "failure":
        return f"The rule could not be evaluated here ({text_of(found)}). Correct the rule, or what it reads."
    said = " ".join(filter(None, (text_of(part) for part in found.iterchildren("message", "diagnostic"))))
    return said or "The rule gives no reason."


@cache
def rules(path: Path, phase: str) -> Any:  # noqa: ANN401 - saxonche has no types
    """Compile a schema once for each phase that is asked for."""
    schema = read_rules(path)
    phases = [str(item.get("id")) for item in schema.iter(f"{SCH}phase")]
    if phase not in (*phases, "#ALL", "#DEFAULT"):
        raise TeilegramError(f"{path}: has no phase “{phase}”; choose one of {', '.join((*phases, '#ALL'))}")
    stylesheet = transform(schema, "schematron.xsl", {"phase": phase})
    for element in etree.fromstring(stylesheet.encode()).iter(f"{XSL}*"):
        check_reading(element, schema)  # once more: parameters may have put a name together
    try:
        return compiled(stylesheet, path)
    except TeilegramError as error:
        raise TeilegramError(explained(str(error), stylesheet, path)) from None


def explained(said: str, stylesheet: str, path: Path) -> str:
    """Tell an error in the stylesheet as an error in the schema it was made of, at its line there.

    >>> said = "x.sch: Error in {a b} at char 3 in xsl:if/@test on line 2 column 9 of file:///: XPST0003 unexpected b"
    >>> explained(said, '<a>\\n<xsl:if sch:at="x.sch:7" test="a b">', Path("x.sch"))
    'x.sch:7: the rule cannot be compiled (XPST0003 unexpected b); correct it'
    """
    place = re.search(r" on line (\d+)", said)
    what = re.search(r"[A-Z]{4}\d{4}.*?(?= Error (?:in|at|on) |$)", said)
    line = stylesheet.splitlines()[int(place[1]) - 1] if place else ""
    at = re.search(r'\bat="([^"]*)"', line)
    reason = what[0] if what else said.removeprefix(f"{path}: ")
    return f"{at[1] if at else path}: the rule cannot be compiled ({reason}); correct it"


def line_of(element: etree._Element) -> int:
    """Give the line on which an element begins."""
    line = element.sourceline
    return line if isinstance(line, int) else 1


def located(root: etree._Element, path: str) -> etree._Element:
    """Find the element that an XPath of `path()` names, or the nearest one above what it names."""
    node = root
    for namespace, name, position in STEP.findall(path)[1:]:
        children = node.findall(f"{{{namespace}}}{name}" if namespace else name)
        if len(children) < int(position):
            break
        node = children[int(position) - 1]
    return node
