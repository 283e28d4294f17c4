"""The recognisers of dates, language by language: tables of texts in `tests/dates/`, and what holds of all of them."""

import importlib
import re
import time
from dataclasses import fields
from pathlib import Path

import pytest

from teilegram.dates.expression import Expression
from teilegram.resolve import best_cover

LANGUAGES = ("russian", "german", "french", "spanish", "eras", "further")
TABLES = Path(__file__).parent / "dates"
ROWS = [
    (language, *line.split("\t"))
    for language in LANGUAGES
    for line in (TABLES / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def recogniser(language):
    return getattr(importlib.import_module(f"teilegram.dates.{language}"), language)


def compact(language, text, *window):
    """Write what is found: `26 октября = day month=10 day=26`; of what overlaps the longest."""
    found = best_cover((e.start, e.end, 0, e) for e in recogniser(language)(text, *window))
    return " | ".join(
        " ".join(
            [f"{text[e.start : e.end]} = {e.kind}"]
            + [
                f"{f.name}={getattr(e, f.name)}"
                for f in fields(Expression)[4:]
                if getattr(e, f.name) != f.default and not (e.kind == "recorded" and f.name == "name")
            ]
        )
        for e in sorted(found, key=lambda e: e.start)
    )


@pytest.mark.parametrize(("language", "text", "expected", "why"), ROWS)
def test_row(language, text, expected, why):
    assert compact(language, text) == expected, why


@pytest.mark.parametrize(("language", "text", "expected", "why"), [row for row in ROWS if row[2]])
def test_row_in_a_window(language, text, expected, why):
    """A stretch of a longer reading gives the same, at the reading's offsets."""
    long = f"Abc {text}. 1962"
    inside = compact(language, f"Abc {text}.", 4, 4 + len(text))
    assert compact(language, long, 4, 4 + len(text)) == inside, why
    assert bool(inside) == bool(expected)


@pytest.mark.parametrize(("language", "text", "why"), [(row[0], row[1], row[3]) for row in ROWS if row[2]])
def test_words_announce(language, text, why):
    """What has a date has a digit or one of the language's WORDS, so that the rest may be skipped."""
    words = importlib.import_module(f"teilegram.dates.{language}").WORDS
    said = set(re.findall(r"[^\W\d_]+", text.casefold().replace("ё", "е"))) | set(re.findall(r"\w+", text.casefold()))
    assert any(c.isdigit() for c in text) or said & words, why


ADVERSARIAL = {
    "russian": ["26 октября ", "двадцать ", "через два ", "в течение ", "последние "],
    "german": ["3. Mai bis ", "vom 3. bis ", "dreißig "],
    "french": ["1er mai au ", "années ", "il y a deux "],
    "spanish": ["5 de mayo de ", "años ", "hace dos "],
    "eras": ["18 (31) August ", "anno xvii ", "the third year of our "],
    "further": ["5 maja 1956 ", "1956. október "],
}


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        (language, piece)
        for language, own in ADVERSARIAL.items()
        for piece in (*own, "1", "1.", "1 ", "1/", "XIX ", "26, ", " ")
    ],
)
def test_linear(language, piece):
    """A hundred thousand characters of what dates are made of take no longer each than ten thousand."""
    recognise = recogniser(language)
    list(recognise("5"))

    def seconds(length):
        text = (piece * (length // len(piece) + 1))[:length]
        begun = time.perf_counter()
        for _ in recognise(text):
            pass
        return time.perf_counter() - begun

    short = max(min(seconds(10_000) for _ in range(2)), 0.005)
    assert seconds(100_000) < short * 60
