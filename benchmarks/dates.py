"""Measure the dates: words a second that are recognised and resolved, beside dateparser's search in the same run.

pip install -e .[benchmarks]
python benchmarks/dates.py [FOLDER of .txt]
"""

import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "converters"))

from teilegram.dates.recognise import recognise  # noqa: E402
from teilegram.dates.resolve import RESOLVERS, Context, resolve  # noqa: E402
from teilegram.offsets import FOLD  # noqa: E402


def ours(text):
    """Recognise and resolve every date of a text."""
    context = Context(date(1962, 11, 6), 1962)
    return [resolve(e, context) for e in recognise.__wrapped__(text, ((0, len(text), "en"),)) if e.kind in RESOLVERS]


def theirs(text):
    """Search as dateparser does, in the language of most of the texts."""
    from dateparser.search import search_dates  # noqa: PLC0415

    return search_dates(text, languages=["en"]) or []


def rate(read, texts, runs):
    """Give the best rate of some runs, in words a second, and the number of dates found."""
    best, found = 1e9, 0
    for _ in range(runs):
        began = time.perf_counter()
        found = sum(len(read(text)) for text in texts)
        best = min(best, time.perf_counter() - began)
    return sum(len(text.split()) for text in texts) / best, found


folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
texts = [path.read_text(encoding="utf-8-sig").translate(FOLD) for path in sorted(folder.glob("*.txt"))]
ours(texts[0])
mine, found = rate(ours, texts, 5)
print(f"teilegram: {mine:,.0f} words a second, {found} dates in {sum(len(t.split()) for t in texts):,} words")
for size in (25_000, 50_000, 100_000):
    began = time.perf_counter()
    ours(("on 26, 27 and 28 October 1962 at 10 a.m. the 3rd inst. " * size)[:size])
    print(f"  {size:,} characters of nothing but dates: {time.perf_counter() - began:.3f} s")
try:
    other, found = rate(theirs, texts, 1)
except ImportError:
    print("dateparser is not installed")
else:
    print(f"dateparser: {other:,.0f} words a second, {found} dates; {mine / other:.0f} times as fast")
