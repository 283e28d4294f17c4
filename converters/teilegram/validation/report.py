"""Reports of findings: text for people, JSON for programs, SARIF for editors and code hosts, JUnit for CI."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from teilegram.model import Finding
from teilegram.validation.pretty import text
from teilegram.version import __version__


def as_json(findings: Sequence[Finding], files: Sequence[Path]) -> str:
    """Give an object with the findings, and whether all files are valid."""
    valid = all(f.severity != "error" for f in findings)
    said = {"valid": valid, "files": len(files), "findings": [asdict(f) for f in findings]}
    return json.dumps(said, ensure_ascii=False, indent=2)


def result(finding: Finding) -> dict[str, object]:
    """Give one result of SARIF."""
    more = "".join(f" {said}" for said in (expected(finding), finding.advice) if said)
    region = {"startLine": max(finding.line, 1), "startColumn": max(finding.column, 1)}
    place: dict[str, object] = {"physicalLocation": {"artifactLocation": {"uri": uri(finding.file)}, "region": region}}
    if finding.path:
        place["logicalLocations"] = [{"fullyQualifiedName": finding.path, "kind": "element"}]
    return {
        "ruleId": finding.rule,
        "level": "error" if finding.severity == "error" else "warning",
        "message": {"text": finding.message + ("." if more else "") + more},
        "locations": [place],
    }


def uri(file: str) -> str:
    """Give a path as the reference that SARIF wants."""
    return quote(Path(file).as_posix())


def expected(finding: Finding) -> str:
    """Say what was expected, as a sentence."""
    return f"Expected: {finding.expected}." if finding.expected else ""


def sarif(findings: Sequence[Finding], files: Sequence[Path]) -> str:
    """Give SARIF 2.1.0 (OASIS); columns are characters."""
    rules = [{"id": rule} for rule in sorted({f.rule for f in findings})]
    driver = {"name": "teilegram", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri(str(path))}} for path in files],
        "results": [result(f) for f in findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def junit(findings: Sequence[Finding], files: Sequence[Path]) -> str:
    """Give JUnit XML: a file is a test case, its errors are one failure, reviews are its output."""
    suite = etree.Element("testsuite", name="teilegram validate", tests=str(len(files)))
    for path in files:
        case = etree.SubElement(suite, "testcase", classname="teilegram.validate", name=str(path))
        here = [f for f in findings if f.file == str(path)]
        errors = [line(f) for f in here if f.severity == "error"]
        reviews = [line(f) for f in here if f.severity != "error"]
        if errors:
            failure = etree.SubElement(case, "failure", message=clean(errors[0]), type="invalid")
            failure.text = clean("\n".join(errors))
        if reviews:
            etree.SubElement(case, "system-out").text = clean("\n".join(reviews))
    suite.set("failures", str(sum(1 for _ in suite.iter("failure"))))
    return etree.tostring(suite, encoding="unicode", pretty_print=True).rstrip()


def line(finding: Finding) -> str:
    """Give a finding on one line."""
    more = "".join(f" {said}" for said in (expected(finding), finding.advice) if said)
    return f"{finding.file}:{finding.line}:{finding.column}: {finding.message}{'.' * bool(more)}{more} [{finding.rule}]"


def clean(said: str) -> str:
    """Take out the characters that XML cannot hold."""
    return "".join(c for c in said if c in "\t\n" or c >= " ")


Report = Callable[[Sequence[Finding], Sequence[Path]], str]
REPORTS: dict[str, Report] = {"text": text, "json": as_json, "sarif": sarif, "junit": junit}
