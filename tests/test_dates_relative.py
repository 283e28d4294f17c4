"""Relative dates, as a historian resolves them: `relative.tsv`, a sentence a row."""

import re
from datetime import date
from pathlib import Path

import pytest

from teilegram.dates.context import Context
from teilegram.dates.expression import Expression
from teilegram.dates.recognise import recognise
from teilegram.dates.step import valued

LINES = [
    line
    for line in (Path(__file__).parent / "relative.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
ROWS = [dict(zip(LINES[0].split("\t"), line.split("\t"), strict=True)) for line in LINES[1:]]
FIELDS = {
    "y": "year",
    "m": "month",
    "d": "day",
    "ty": "to_year",
    "tm": "to_month",
    "td": "to_day",
    "n": "name",
    "a": "amount",
    "u": "unit",
    "s": "shift",
    "mod": "modifier",
    "cal": "calendar",
}
NUMBERS = ("year", "month", "day", "to_year", "to_month", "to_day", "shift")


def marked(sentence):
    """Give a sentence without its marks, and the spans that were marked."""
    spans, text = [], ""
    for piece in re.split("([«»])", sentence):
        if piece == "«":
            spans.append([len(text), 0])
        elif piece == "»":
            spans[-1][1] = len(text)
        else:
            text += piece
    return text, spans


def expression(said, span):
    """Make an expression of what a row says of it."""
    kind, *rest = said.split()
    fields = {"anchor": next((word for word in rest if word in ("now", "then")), "")}
    for pair in rest:
        if "=" in pair:
            name, value = pair.split("=")
            name = FIELDS[name]
            fields[name] = float(value) if name == "amount" else int(value) if name in NUMBERS else value
    return Expression(*span, kind, "row", **fields)


def context(row):
    base = None if row["anchor"] == "-" else date.fromisoformat(row["anchor"])
    return Context(base, base.year if base else 1950)


def shown(value):
    if not value.attributes:
        return "-"
    return " ".join([*(f"{name}={text}" for name, text in value.attributes), value.cert or "page"])


def test_there_are_rows_enough():
    assert len({row["sentence"] + row["anchor"] for row in ROWS}) == len(ROWS) >= 150
    assert all(row["why"] for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['anchor']} {row['sentence']}")
def test_what_is_said_has_the_value_that_a_historian_gives_it(row):
    text, spans = marked(row["sentence"])
    here = context(row)
    for said, span in zip(row["says"].split(" | "), spans, strict=True):
        value = valued(text, expression(said, span), here)
    assert shown(value) == row["value"].strip()


def test_what_is_recognised_has_the_same_value():
    """What the grammars find of the rows has the value of the row; an article or a preposition may be left out."""
    found = 0
    for row in ROWS:
        text, spans = marked(row["sentence"])
        here = context(row)
        for e in recognise(text, ((0, len(text), row["lang"]),)):
            value = valued(text, e, here)
            whole = text[spans[-1][0] : spans[-1][1]].casefold().split()
            if (
                "cal=" not in row["says"]
                and e.end == spans[-1][1]
                and len(whole) - len(text[e.start : e.end].split()) <= 1
            ):
                found += 1
                assert shown(value) == row["value"].strip(), row["sentence"]
    assert found >= 140
