"""Measure speed as ratios in one run: steps against the bare reading of the text, and growth with length.

    .venv/bin/python benchmarks/speed.py

Prints words a second of each stage on the seeds' text, and how much longer four times the text takes (4.0 is linear);
the best of five runs, in seconds of the processor, so that what else the machine does counts little.
"""

import time
from pathlib import Path

from teilegram.authority import load
from teilegram.conventions import detect
from teilegram.dates.recognise import recognise
from teilegram.dates.recognised import year_of_text
from teilegram.encoding import tei
from teilegram.fidelity import check
from teilegram.model import Source
from teilegram.names.capitalised import capitalised
from teilegram.names.cyrillic.words import stretches
from teilegram.names.grammar.greetings import addressed
from teilegram.names.lexicon import folded_once
from teilegram.names.persons import small_words
from teilegram.pipeline import STEPS, extended, parted, read
from teilegram.segment.languages import told
from teilegram.validation import relaxng

ROOT = Path(__file__).parents[1]
AUTHORITY = load([ROOT / "tei" / "authority" / f"{name}.xml" for name in ("persons", "places", "orgs")], ROOT)


def stages(text: str) -> dict[str, float]:
    """Give the seconds of every stage for one transcript."""
    taken: dict[str, float] = {}
    for kept in (
        recognise,
        year_of_text,
        told,
        small_words,
        folded_once,
        capitalised,
        stretches,
        addressed,
    ):  # what is kept of a text would make the next run faster
        kept.cache_clear()

    def clock(name, work):
        start = time.process_time()
        made = work()
        taken[name] = taken.get(name, 0.0) + time.process_time() - start
        return made

    source = Source("bench.txt", text, "0" * 64)
    documents, _ = clock("read", lambda: read(source, detect(source), AUTHORITY))
    for document in documents:
        here = document
        for step in STEPS:
            made, _ = clock(step.__name__, lambda step=step, here=here: parted(step(here)))
            here = extended(here, made)
        root = clock("encode", lambda here=here: tei(here))
        clock("fidelity", lambda root=root, here=here: check(root, here))
        clock("relax ng", lambda root=root: list(relaxng(root, "bench")))
    return taken


def best(text: str) -> dict[str, float]:
    """Give the seconds of every stage, the least of several runs."""
    runs = [stages(text) for _ in range(RUNS)]
    return {name: min(run[name] for run in runs) for name in runs[0]}


RUNS = 5


def main() -> None:
    """Print the table."""
    seed = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "seeds").glob("*.txt")))
    stages(seed)
    once, fourfold = best(seed), best("\n\n".join([seed] * 4))
    words = len(seed.split())
    total = sum(once.values())
    print(f"{words} words\n\n| stage | words/s | share | time for 4x the text |\n|---|---|---|---|")
    for name, seconds in [*once.items(), ("all", total)]:
        grown = fourfold[name] if name in fourfold else sum(fourfold.values())
        print(f"| {name} | {words / seconds:,.0f} | {seconds / total:.0%} | {grown / seconds:.1f}x |")


if __name__ == "__main__":
    main()
