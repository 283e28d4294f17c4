"""The scripts that measure still fit the package: what they take from it is there.  They are not run: that takes minutes."""

import ast
import importlib
from pathlib import Path

import pytest

SCRIPTS = sorted((Path(__file__).parents[1] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: p.stem)
def test_what_a_benchmark_imports_is_there(script):
    wanted = [
        (node.module, alias.name)
        for node in ast.walk(ast.parse(script.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("teilegram")
        for alias in node.names
    ]
    assert wanted
    assert [one for one in wanted if not hasattr(importlib.import_module(one[0]), one[1])] == []
