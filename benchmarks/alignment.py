"""Measure the alignment: agreement with the gold of the tests, merges and splits, and time.

python benchmarks/alignment.py
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from teilegram.align.alignment import beads  # noqa: E402
from test_align import disturbed  # noqa: E402


def agreement(count, texts):
    """Give precision and recall over pseudo-translations with merges and splits."""
    right = found = true = 0
    for seed in range(texts):
        *sides, gold = disturbed(seed, count)
        made = {(b.left, b.right) for b in beads(*sides)}
        right, found, true = right + len(made & gold), found + len(made), true + len(gold)
    return right / found, right / true


def seconds(count):
    """Give the best of three times for one text of so many sentences."""
    *sides, _ = disturbed(1, count)
    best = 1e9
    for _ in range(3):
        began = time.perf_counter()
        beads(*sides)
        best = min(best, time.perf_counter() - began)
    return best


for count, texts in ((10, 200), (30, 100), (60, 100), (1000, 3)):
    print(
        f"{texts} texts of {count} sentences: precision and recall {'{:.3f} {:.3f}'.format(*agreement(count, texts))}"
    )
for count in (500, 2000):
    print(f"{count} sentences: {seconds(count):.2f} s")
