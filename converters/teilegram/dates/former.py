"""Kinds of expression that recognisers of another make give, put into those of `expression`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from teilegram.dates.expression import Expression

FEASTS = {
    "christmas": "christmas",
    "christmas day": "christmas",
    "christmas eve": "christmas-eve",
    "new year's day": "new-year",
    "new year's eve": "new-year-eve",
}

KINDS: dict[str, dict[str, Any]] = {
    "half-month": {"kind": "part", "unit": "month"},
    "part-month": {"kind": "part", "unit": "month"},
    "month-of-this-year": {"unit": "year", "anchor": "now"},
    "last-weekday": {"kind": "weekday", "shift": -1, "anchor": "now"},
    "last-week": {"unit": "week", "shift": -1, "anchor": "now"},
    "this-season": {"kind": "season", "anchor": "now"},
}


def modern(e: Expression) -> Expression:
    """Give an expression of a former kind in the present ones."""
    if e.name == "ambiguous":
        return replace(e, name="", ambiguous=True)
    if e.kind in KINDS:
        name = f"{e.name}-half" if e.kind == "half-month" else e.name
        return replace(e, **({"kind": "period", "name": name} | KINDS[e.kind]))
    return replace(e, name=FEASTS[e.name]) if e.name in FEASTS else e
