"""English dates and times, and figures: each row of `dates/english.tsv` says what is found in a line, and why."""

import itertools
import time
from pathlib import Path

import pytest

from teilegram.dates.english import english
from teilegram.dates.recognise import recognise

FIELDS = (
    "to_year",
    "to_month",
    "to_day",
    "hour",
    "minute",
    "name",
    "amount",
    "unit",
    "shift",
    "anchor",
    "modifier",
    "calendar",
)
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "dates" / "english.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def shown(text):
    """Write what is found in a line: the words, the kind, day.month.year, and the fields that are not empty."""
    return " | ".join(
        f"{text[e.start : e.end]} = {e.kind}"
        + (
            f" {e.day or '?'}.{e.month or '?'}.{e.year if e.year is not None else '?'}"
            if e.day or e.month or e.year
            else ""
        )
        + "".join(
            f" {f}={getattr(e, f):g}" if f == "amount" else f" {f}={getattr(e, f)}"
            for f in FIELDS
            if getattr(e, f) not in (None, "", 0) or (f == "amount" and e.amount == 0)
        )
        + " ambiguous" * e.ambiguous
        + " mended" * e.mended
        for e in recognise(text, ((0, len(text), "en"),))
    )


@pytest.mark.parametrize(("text", "expected", "why"), ROWS, ids=[row[0] for row in ROWS])
def test_a_line_has_these_dates(text, expected, why):
    assert shown(text) == expected, why


def test_the_table_is_large_enough_and_half_of_its_worth_is_what_is_no_date():
    assert len(ROWS) >= 250
    assert sum(not row[1] for row in ROWS) >= 80


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_no_english_date_stands_in_another_western_language(language):
    text = "le 3 Mar 12, am 3. April 10.30 Uhr, last Sunday"
    assert not [e for e in recognise(text, ((0, len(text), language),)) if e.rule.startswith("dates.english")]


def test_dates_stand_in_order_and_apart_and_are_real_spans():
    text = "On 26, 27 and 28 October 1962, from 5 May to June 3, 1941-42, the 1930s, last Sunday at noon. " * 20
    found = recognise(text)
    assert all(e.start < e.end for e in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


ADVERSARIAL = (
    "1",
    "1 ",
    "1.",
    "1/",
    "1-",
    "12 ",
    "1, ",
    "1:3",
    "X",
    "I",
    "XI ",
    "May ",
    "May 1 ",
    "1 May ",
    "the 3rd and ",
    "last ",
    "one ",
    "a week ",
    "nineteen ",
    "I9 ",
    "Sunday, ",
    "of the ",
)


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_a_long_run_costs_no_more_than_its_length(piece):
    def seconds(length):
        text = (piece * length)[:length]
        began = time.perf_counter()
        recognise.__wrapped__(text, ())
        return time.perf_counter() - began

    recognise(piece)
    short = min(seconds(25_000) for _ in range(2))
    assert seconds(100_000) < 12 * short + 0.1


def test_a_stretch_gives_what_the_whole_gives():
    text = "He came on 6 November 1962; at noon, on the 27th, they left."
    assert list(english(text)) == [*english(text, 0, 28), *english(text, 28)]
