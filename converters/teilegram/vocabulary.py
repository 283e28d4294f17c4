"""Vocabulary is data: tab-separated tables in `data/`, whose first line names the columns."""

from __future__ import annotations

from functools import cache

from teilegram.resources import folder


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Read `data/NAME.tsv`; lines that begin with `#` explain it.

    >>> table("months")[9]["en"].split("|")[0]
    'October'
    """
    lines = [
        line
        for line in (folder("data") / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])
