"""Parallel text: sentences, what renders what against gold made by hand, and that the work is linear."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import teilegram
from readback import XML_ID, page, rows, solid_offsets
from teilegram.align.alignment import Unit, beads
from teilegram.align.sentences import sentences
from teilegram.authority import load
from teilegram.cli import main
from teilegram.pairs import encode_pair
from teilegram.views import render

ROOT = Path(__file__).parents[1]
PAIRS = sorted(p.parent for p in (ROOT / "tests" / "parallel").rglob("alignment.tsv"))
LEVELS = {"p": "translation", "s": "translation.sentences"}

SENTENCES = [
    ("en", ["He came.", "She left."], "two sentences"),
    ("en", ["Mr. Rusk and Gen. Taylor met Dr. Stikker."], "titles"),
    ("en", ["N.S. Khrushchev met J. F. Kennedy."], "initials"),
    ("en", ["It was the U.S. Navy that came.", "The U.S. ships left."], "U.S. before a noun"),
    ("en", ["He returned to the U.S.", "The talks went on."], "U.S. at the end"),
    ("en", ["We met at 4 p.m.", "In the evening I left."], "p.m. at the end"),
    ("en", ["See p. 12 and No. 7 of vol. 2 of it."], "before figures"),
    ("en", ["The answer was no.", "It was final."], "“no” as a word"),
    ("en", ["“Will you go?” he asked.", "“Yes.”", "He went."], "quotation"),
    ("en", ["He paid 3.5 million.", "12 ships came."], "a decimal and a figure that begins"),
    ("en", ["1. The ships are to leave.", "They leave at once."], "the number of a list"),
    ("en", ["He hesitated… and then left.", "Then…", "Nothing."], "ellipsis"),
    ("en", ["He stopped (for a moment.)", "He went on."], "a bracket closes"),
    ("ru", ["Это было в 1962 г. Советский Союз победил."], "year before a name"),
    ("ru", ["Это было в 1962 г.", "Он уехал."], "year at the end"),
    ("ru", ["Тов. Громыко А.А. сказал, т.е. повторил, это."], "titles and initials"),
    ("ru", ["См. стр. 5 и рис. 2 там же."], "before figures"),
    ("ru", ["Были танки, самолеты и т.д.", "Он уехал."], "and so on, at the end"),
    ("ru", ["«Да!» — сказал он.", "Все ушли."], "speech"),
    ("ru", ["Улица им. Ленина, г. Москва."], "a town"),
    ("de", ["Am 3. Mai kam Dr. Kroll.", "Er blieb bis zum 20. Juli."], "ordinals"),
    ("de", ["Es war 1962.", "Die Lage war ernst."], "a year at the end"),
    ("de", ["Er sprach, d. h. er las, z. B. über Nr. 5 des Vertrags."], "abbreviations in two parts"),
    ("fr", ["M. Couve de Murville a dit « Non. »", "Il est parti."], "guillemets"),
    ("fr", ["Voir p. 12.", "Le reste suit, etc.", "Elle partit."], "etc. at the end"),
    ("es", ["El Sr. Roa llegó.", "¿Qué dijo?", "¡Nada!", "Se fue a EE.UU. con Dr. Castro."], "opening marks"),
    ("hy", ["Ա. Բ."], "a language without a list"),
]


@pytest.mark.parametrize(("lang", "expected", "why"), SENTENCES, ids=lambda v: v if isinstance(v, str) else "")
def test_sentences(lang, expected, why):
    text = " ".join(expected)
    assert [text[a:b] for a, b in sentences(text, 0, len(text), lang)] == expected, why


@given(st.text(alphabet="аAb.!? \n»“)1—", max_size=80), st.sampled_from(["en", "ru", "de", "fr", "es"]))
def test_sentences_lose_nothing_but_white_space(text, lang):
    spans = sentences(text, 0, len(text), lang)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def ends(roots):
    """Every element with an identifier, by the address that a link has for it."""
    return {f"{name}#{e.get(XML_ID)}": e for name, root in roots.items() for e in root.iter("{*}p", "{*}s")}


def linked(links, elements, level, side_of):
    """The links of a level as (ends in the original, ends in the translation)."""
    for group in links.iter("{*}linkGrp"):
        for link in group if group.get("type") == LEVELS[level] else ():
            sides = {"original": [], "translation": []}
            for target in link.get("target").split():
                sides[side_of(elements[target])].append(elements[target])
            yield tuple(sides["original"]), tuple(sides["translation"])


def side(element):
    return next(d.get("type") for d in element.iterancestors("{*}div"))


def begins(element):
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: p.name)
@pytest.mark.parametrize("level", LEVELS)
def test_pairs_are_linked_as_the_gold_says(pair, level, authority):
    made, _ = encode_pair(pair / "original.txt", pair / "translation.txt", load(authority, ROOT))
    roots = {d.name: etree.fromstring(d.xml) for d in made}
    *texts, links = roots.values()
    elements = ends(dict(zip(list(roots)[:2], texts, strict=True)))
    found = [tuple(tuple(map(begins, ends)) for ends in link) for link in linked(links, elements, level, side)]
    gold = [
        tuple(tuple(row[s].split(" | ")) for s in ("original", "translation"))
        for row in rows(pair / "alignment.tsv")
        if row["level"] == level
    ]
    right = [
        g
        for g in gold
        if any(
            all(
                len(a) == len(b) and all(x.startswith(y) for x, y in zip(a, b, strict=True))
                for a, b in zip(f, g, strict=True)
            )
            for f in found
        )
    ]
    assert (len(right) / len(found), len(right) / len(gold)) == (1.0, 1.0), [g for g in gold if g not in right]


@pytest.mark.parametrize("level", LEVELS)
def test_the_fragment_of_an_original_is_linked_as_the_gold_says(level, seeds, authority):
    path = next(p for p in seeds if (ROOT / "tests" / "gold" / p.stem / "alignment.tsv").is_file())
    with path.open(encoding="utf-8", newline="") as file:
        solid = solid_offsets(file.read())
    (document,) = teilegram.encode(path, authority=authority, out=None)
    starts = {f"#{e.attributes[XML_ID]}": e.start for e in page(document.xml).elements if XML_ID in e.attributes}
    root = etree.fromstring(document.xml)
    found = {
        tuple(starts[target] for target in link.get("target").split())
        for group in root.iter("{*}linkGrp")
        for link in group
        if group.get("type") == LEVELS[level]
    }
    gold = {
        (solid[int(row["original"])], solid[int(row["translation"])])
        for row in rows(ROOT / "tests" / "gold" / path.stem / "alignment.tsv")
        if row["level"] == level
    }
    assert found == gold


def disturbed(seed, count):
    """A text as units, its pseudo-translation with parts merged and split, and what renders what."""
    chance = random.Random(seed)  # noqa: S311 - nothing is secret
    left, right, true = [], [], []
    while len(left) < count:
        size = [chance.randint(30, 260) for _ in range(2)]
        told = [frozenset({f"number:{len(left)}-{i}"} if chance.random() < 0.3 else ()) for i in range(2)]
        sizes = [max(int(s * chance.gauss(1.05, 0.06)), 5) for s in size]
        at = (len(left), len(right))
        kind = chance.choices(("1-1", "2-1", "1-2"), (8, 1, 1))[0]
        whole, whole_other = Unit(sum(size), told[0] | told[1]), Unit(sum(sizes), told[0] | told[1])
        if kind == "1-1":
            left.append(Unit(size[0], told[0]))
            right.append(Unit(sizes[0], told[0]))
        elif kind == "2-1":
            left += [Unit(s, t) for s, t in zip(size, told, strict=True)]
            right.append(whole_other)
        else:
            left.append(whole)
            right += [Unit(s, t) for s, t in zip(sizes, told, strict=True)]
        true.append(((at[0], len(left)), (at[1], len(right))))
    return left, right, set(true)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 10**6), st.integers(25, 60))
def test_merges_and_splits_are_recovered(seed, count):
    left, right, true = disturbed(seed, count)
    found = {(b.left, b.right) for b in beads(left, right)}
    assert len(found & true) >= 0.7 * len(true)


@pytest.mark.parametrize("turned", [False, True])
def test_fragments_find_their_place(turned):
    recovered, all_of_them = 0, 0
    for seed in range(30):
        left, right, true = disturbed(seed, 12)
        texts = (left, right + disturbed(seed + 1000, 15)[1])
        found = beads(*(texts[::-1] if turned else texts), overhang=True)
        pairs = {(b.right, b.left) if turned else (b.left, b.right) for b in found if b.paired}
        recovered, all_of_them = recovered + len(pairs & true), all_of_them + len(true)
    assert recovered >= 0.9 * all_of_them


@given(st.lists(st.integers(0, 300), max_size=12), st.lists(st.integers(0, 300), max_size=12), st.booleans())
def test_beads_tile_both_texts(left, right, overhang):
    found = beads([Unit(n) for n in left], [Unit(n) for n in right], overhang=overhang)
    assert [i for b in found for i in range(*b.left)] == list(range(len(left)))
    assert [j for b in found for j in range(*b.right)] == list(range(len(right)))


def test_lengths_and_names_that_differ_are_not_sure():
    (bead,) = [b for b in beads([Unit(20)], [Unit(200)]) if b.paired] or [None]
    assert bead is None or bead.cert == "low"
    names = frozenset({"name:a"}), frozenset({"name:b"})
    assert [b.cert for b in beads([Unit(90, names[0])], [Unit(94, names[0])])] == ["high"]


def test_the_work_is_linear():
    def seconds(count):
        left, right, _ = disturbed(1, count)
        began = time.perf_counter()
        beads(left, right)
        return time.perf_counter() - began

    seconds(200)
    assert seconds(1600) < 4 * 2 * seconds(400)


def test_a_long_text_is_aligned_within_its_band():
    left, right, true = disturbed(7, 1200)
    found = {(b.left, b.right) for b in beads(left, right)}
    assert len(found & true) >= 0.8 * len(true)


def test_a_pair_becomes_three_files_that_are_valid_and_read_back(tmp_path, tei_all, authority):
    pair = PAIRS[0]
    options = [x for path in authority for x in ("--authority", str(path))]
    assert (
        main(["align", str(pair / "original.txt"), str(pair / "translation.txt"), "-o", str(tmp_path), *options]) == 0
    )
    names = sorted(p.name for p in tmp_path.iterdir())
    assert names == ["original-alignment.xml", "original.xml", "translation.xml"]
    assert main(["validate", str(tmp_path)]) == 0
    for path in tmp_path.iterdir():
        tree = etree.parse(path)
        assert tei_all.validate(tree), tei_all.error_log
        if "alignment" not in path.name:
            text = (pair / f"{path.stem}.txt").read_text(encoding="utf-8")
            assert render(tree.getroot(), "text", "diplomatic").split() == text.split()


def test_transcripts_of_one_name_are_told_apart_by_language(tmp_path):
    for part, lang in (("original", "ru"), ("translation", "en")):
        (tmp_path / lang).mkdir()
        text = (ROOT / "tests" / "parallel" / "trawlers" / f"{part}.txt").read_text(encoding="utf-8")
        (tmp_path / lang / "1958.txt").write_text(text, encoding="utf-8")
    assert main(["align", str(tmp_path / "ru"), str(tmp_path / "en"), "-o", str(tmp_path / "out")]) == 0
    names = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert names == ["1958-alignment.xml", "1958-en.xml", "1958-ru.xml"]


@pytest.mark.parametrize(
    ("original", "translation", "said"),
    [
        ("en.txt", "en.txt", "is given as its own translation"),
        ("en.txt", "two.txt", "is in the same language"),
        ("en.txt", "absent.txt", "does not exist"),
        ("en.txt", "empty.txt", "is empty"),
        ("en.txt", "folder", "give as many translations as originals"),
        ("en.txt", "many.txt", "hold the same documents"),
    ],
)
def test_bad_input_is_one_clear_line(original, translation, said, tmp_path, capsys):
    text = "Memorandum of Conversation\n\nThe minister said that he would study the note and reply soon to all of it.\n\n[Source: AVP RF; copy obtained by NHK; translation by Vladimir Zaemsky, Harvard University.]\n"
    (tmp_path / "folder").mkdir()
    for name, content in (("en.txt", text), ("two.txt", text), ("empty.txt", " "), ("many.txt", (text + "\n") * 2),
                          ("folder/a.txt", text), ("folder/b.txt", text)):  # fmt: skip
        (tmp_path / name).write_text(content, encoding="utf-8")
    status = main(["align", str(tmp_path / original), str(tmp_path / translation), "-o", str(tmp_path / "out")])
    lines = capsys.readouterr().err.splitlines()
    assert status == 1
    assert len(lines) == 1
    assert said in lines[0]
    assert not (tmp_path / "out").exists()
