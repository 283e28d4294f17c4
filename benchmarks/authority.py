"""How long reading an authority file takes, and how much memory: `python benchmarks/authority.py [PERSONS]`."""

import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

from teilegram.authority import load
from teilegram.authority.check import check
from teilegram.authority.written import tei
from teilegram.model import Entity, Name, Office

SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "ri", "so", "tu")


def word(number: int) -> str:
    """Make a name of a number: its figures as syllables."""
    return "".join(SYLLABLES[int(figure)] for figure in str(number)).capitalize()


def person(number: int) -> Entity:
    """Make a person with two forms of the name, dates, an office and a number."""
    surname, forename = word(number), word(number % 97)
    parts = (("surname", surname), ("forename", forename))
    names = (
        Name(f"{surname}, {forename}", parts, "main", "en"),
        Name(f"{forename[0]}. {surname}", (), "variant", "en"),
    )
    office = Office(f"Consul in {forename}", "", "1930-05-01", "1940")
    return Entity(
        f"p{number}", "person", "", names, "", "1900-01-01", "1970", "", (office,), (("wikidata", f"Q{number + 1}"),)
    )


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "persons.xml"
        path.write_bytes(tei((person(number) for number in range(count)), "Benchmark", "Made up."))
        size = path.stat().st_size / 1e6
        began = time.perf_counter()
        authority = load([path], Path(folder))
        read = time.perf_counter() - began
        began = time.perf_counter()
        check([path])
        checked = time.perf_counter() - began
        tracemalloc.start()
        kept = load([path], Path(folder))
        held = tracemalloc.get_traced_memory()[0] / 2**20
    print(f"{len(authority.entities)} persons, {size:.1f} MB: read in {read:.2f} s, {held:.0f} MiB held")
    print(f"authority check of the {len(kept.entities)}: {checked:.2f} s")


if __name__ == "__main__":
    main()
