"""Reports of findings: text for people, JSON for programs, SARIF for editors and code hosts."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from teilegram.model import Finding
from teilegram.version import __version__


def text(findings: Sequence[Finding], files: int) -> str:
    """One line a finding, and a line that sums up."""
    lines = [f"{f.file}:{f.line}:{f.column}: {f.severity}: {f.message} [{f.rule}]" for f in findings]
    errors = sum(f.severity == "error" for f in findings)
    bad = len({f.file for f in findings if f.severity == "error"})
    said = f"{files} files, all valid" if not errors else f"{files} files, {bad} invalid, {errors} errors"
    return "\n".join([*lines, said])


def as_json(findings: Sequence[Finding], files: int) -> str:
    """Give an object with the findings, and whether all files are valid."""
    rows = [
        {
            "file": f.file,
            "line": f.line,
            "column": f.column,
            "rule": f.rule,
            "severity": f.severity,
            "message": f.message,
        }
        for f in findings
    ]
    return json.dumps(
        {"valid": all(f.severity != "error" for f in findings), "files": files, "findings": rows},
        ensure_ascii=False,
        indent=2,
    )


def sarif(findings: Sequence[Finding], files: int) -> str:
    """Give SARIF 2.1.0 (OASIS)."""
    del files
    results = [
        {
            "ruleId": f.rule,
            "level": "error" if f.severity == "error" else "warning",
            "message": {"text": f.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": f.file},
                        "region": {"startLine": max(f.line, 1), "startColumn": max(f.column, 1)},
                    }
                }
            ],
        }
        for f in findings
    ]
    rules = [{"id": rule} for rule in sorted({f.rule for f in findings})]
    driver = {"name": "teilegram", "version": __version__, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


REPORTS: dict[str, Callable[[Sequence[Finding], int], str]] = {"text": text, "json": as_json, "sarif": sarif}
