"""The seeds against what two readers annotated by hand, every instance and every trap."""

from pathlib import Path

import pytest

import teilegram
from readback import page, rows, solid_offsets

ROOT = Path(__file__).parents[1]
AUTHORITY = [ROOT / "tei" / "authority" / f"{name}.xml" for name in ("persons", "places", "orgs")]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
VALUES = ("when", "from", "to", "notBefore", "notAfter")


class Seed:
    """One transcript: its gold, and what the encoder made of it, both as offsets without white space."""

    def __init__(self, path):
        with path.open(encoding="utf-8", newline="") as file:
            self.text = file.read()
        self.solid = solid_offsets(self.text)
        self.folder = ROOT / "tests" / "gold" / path.stem
        self.documents = teilegram.encode(path, authority=AUTHORITY, out=None)
        self.elements, at = [], 0
        for document in self.documents:
            read = page(document.xml)
            for e in read.elements:
                e.start, e.end = e.start + at, e.end + at
            self.elements += read.elements
            at += len(read.text)

    def gold(self, layer):
        found = rows(self.folder / f"{layer}.tsv")
        for row in found:
            row["span"] = (self.solid[int(row["start"])], self.solid[int(row["end"])])
        return found

    def of(self, *names):
        return [e for e in self.elements if e.name in names]


@pytest.fixture(scope="module", params=SEEDS, ids=lambda p: p.stem)
def seed(request):
    return Seed(request.param)


def attributes(row):
    return dict(pair.split("=", 1) for pair in row["attrs"].split())


def test_gold_quotes_the_transcript(seed):
    for layer in ("persons", "dates", "interventions", "traps"):
        for row in seed.gold(layer):
            text = row["text"].replace("\\n", "\n").replace("\\t", "\t")
            assert seed.text[int(row["start"]) : int(row["end"])] == text


def test_every_person_is_found_and_linked_and_nobody_else(seed):
    gold = {(*row["span"], row["text"].replace("\\n", " "), row["ref"]) for row in seed.gold("persons")}
    spans = {row["span"]: row["text"].replace("\\n", " ") for row in seed.gold("persons")}
    found = {
        (e.start, e.end, spans.get((e.start, e.end), e.text), e.attributes.get("ref", "").partition("#")[2])
        for e in seed.of("persName")
        if "persName" not in e.ancestors
    }
    assert found == gold


def test_every_date_has_its_value_and_nothing_else_is_a_date(seed):
    spans = {row["span"]: row["text"] for row in seed.gold("dates")}
    gold = {(*row["span"], row["text"], row["element"], *sorted(attributes(row).items())) for row in seed.gold("dates")}
    found = {
        (
            e.start,
            e.end,
            spans.get((e.start, e.end), e.text),
            e.name,
            *sorted((k, v) for k, v in e.attributes.items() if k in VALUES),
        )
        for e in seed.of("date", "time")
    }
    assert found == gold


def test_every_intervention_is_typed_and_signed(seed):
    keys = ("type", "reason", "unit", "quantity", "resp")
    gold = {
        (*row["span"], row["element"], *sorted((k, v) for k, v in attributes(row).items() if k in keys))
        for row in seed.gold("interventions")
    }
    found = {
        (e.start, e.end, e.name, *sorted((k, v.lstrip("#")) for k, v in e.attributes.items() if k in keys))
        for e in seed.of("gap", "supplied", "note", "gloss")
        if e.attributes.get("resp") != "#teilegram"
    }
    assert found == gold


def test_traps_are_left_alone(seed):
    kinds = {"dates": ("date", "time"), "persons": ("persName",), "interventions": ("gap", "supplied", "note", "gloss")}
    for row in seed.gold("traps"):
        start, end = row["span"]
        inside = row["layer"] == "interventions"  # a parenthesis may well stand in a note
        caught = [
            e.text
            for e in seed.of(*kinds[row["layer"]])
            if e.text and (start <= e.start and e.end <= end if inside else e.start < end and start < e.end)
        ]
        assert not caught, f"{row['text']}: {row['why']}"


KINDS = {
    "head": lambda e: e.name == "head",
    "p": lambda e: e.name == "p",
    "closer": lambda e: e.name == "closer",
    "signed": lambda e: e.name == "signed",
    "dateline": lambda e: e.name == "dateline",
    "noteAnchor": lambda e: e.name == "ref" and e.attributes.get("type") == "noteAnchor",
    "sourceNote": lambda e: e.name == "note" and e.attributes.get("type") == "source",
    "section": lambda e: e.name == "fw" and e.attributes.get("type") == "section",
    "pageNum": lambda e: e.name == "fw" and e.attributes.get("type") == "pageNum",
    "distribution": lambda e: e.name == "list" and e.attributes.get("type") == "distribution",
    "salute": lambda e: e.name == "salute",
    "idno": lambda e: e.name == "idno",
    "stamp": lambda e: e.name == "stamp",
    "opener": lambda e: e.name == "opener",
}


@pytest.mark.parametrize("kind", KINDS)
def test_structure(seed, kind):
    gold = {row["span"] for row in seed.gold("structure") if row["kind"] == kind}
    found = {(e.start, e.end) for e in seed.elements if KINDS[kind](e)}
    assert found == gold
