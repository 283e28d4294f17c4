"""Nothing lost, nothing invented: what is encoded reads back as the transcript, whatever the transcript is."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from readback import page
from teilegram.authority import load
from teilegram.conventions import PROFILES
from teilegram.convert import convert
from teilegram.fidelity import check, normalised
from teilegram.model import Authority, Document, Source, TeilegramError
from teilegram.views import render

HERE = Path(__file__).parents[1]
AUTHORITY = load([HERE / "tei" / "authority" / f"{name}.xml" for name in ("persons", "places", "orgs")], HERE)
PIECES = st.sampled_from(
    ["[", "]", "[[", "*", "**", "***", "_", "# ", "<sup>", "</sup>", "<p>", "&amp;", "&", "]]>", "<!--", "—trans.", "[sic]", "[?]", "[…]",
     "\n", "\n\n", "\r\n", "\t", "\f", "\v", "\x00", "\x07", "\x85", "\xa0", "\ufffe", "Source:", "[Source: x; translated by A. B.]", "“", "”", '"', ":",
     "22 October 1962", "the 27<sup>th</sup>", "A. GROMYKO", "№ 5", "46", "TOP SECRET", "Telegram from X to Y", "II. THE CRISIS", "Хрущеву",
     "[1½ lines not declassified]", "\\", '"\\a ', "Dear Sir,", "Г А В А Н А", "²", "word-", "\n\n46\n\ngoes on in lower case and on", "A sentence that stops in the middle of", " [U.S. Ambassador Adlai] Stevenson", "**Fidel", "Castro**", "Robert *Kennedy", "Нью-Йорке", "C[harles] W[hitworth]", " from the 27<sup>th</sup> to ",
     "USSR", "[in Russian: x]", "[*podzuzhivaniye*]", "Mr. ", "Dobrynin,", "26 and 27 October", "1.", "a) ", " in lower case it goes on and on here ",
     "\n\n- 5 -\n\n", "\n\nPage 6 of 9\f", "\n46 REVIEW OF A CRISIS\n", "\nA Running Head\n", "he said that and and that ", "activity of some activty ", "the end ofthe talks of the of ", "T O P   S E C R E T", "inter-\nnational ", "\r", "\xad\n", ". region. "]
)  # fmt: skip
MIXED = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join)


def read_back(text, convention="auto"):
    documents, _ = convert(Source("x.txt", text, "0" * 64), convention, AUTHORITY)
    pages = [etree.fromstring(d.xml) for d in documents]
    return " ".join(render(page, "text", "diplomatic") for page in pages), documents


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MIXED.filter(lambda text: text.strip(" \t\r\n\f\v")))
@example("[[a] b\n\nc]")
@example("*[Source: a]* [Source: b]")
@example("**a\n\nb**")
@example("a [b—trans.\n]")
@example("46\n\n47")
@example("A. GROMYKO[sic]")
@example("№ 5²")
@example("Letter\n\nThe text is here and it is good for us.\n\nA. Smith [?]\n")
@example("TOP SECRET\nN.\nKhrushchev\n\nThe text is here and it is good.")
@example("RGANI. F. 3. Op. 16. D. 322. L. 56.\nMoscow, 5 May 1960\n\nThe text is here and it is good.")
@example("He has said to me the following:\n\n“Yes it is so.”\n\nFidel Castro")
@example("He has said to me the following:\n\n“Yes it is so.\n\n\xa0\n\nAnd so.”\n\nThe end.")
@example("[List—ed.]\tCastro\tRusk\tLong\n\nThe text is here and it is good.")
@example("[٣ words illegible] text")
@example("[" * 200 + "x" + "]" * 200)
@example("0\r[sic]")
@example("*\x0b[sic]")
@example("a [b \x1c—trans.]")
@example("PART TWO\n²y\n9")
@example("(b)(3)0 USC\x00")
@example("[ 7 e y e.\n\n(b)(1)\n\n]")
@example("\x85\n-5-\nI")
@example("I. T: 2\n\nEndnotes:\nо\n\nEndnotes:\n*\n1")
@example("Повестка дня\n\nПрисутствовали: а\nз")
@example(f"Переговоры начались и {'о' * 180}\nPage 3 of 9\nобещали изучить\n\nTelegram {'o' * 190} translated by A.")
def test_any_text_comes_back(text):
    shown, _ = read_back(text)
    assert normalised(shown) == normalised(text)


@pytest.mark.parametrize("convention", PROFILES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=MIXED.filter(lambda text: text.strip(" \t\r\n\f\v")))
def test_any_text_comes_back_in_any_convention(convention, text):
    shown, _ = read_back(text, convention)
    assert normalised(shown) == normalised(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="[]ab \n", max_size=60).filter(lambda text: text.strip()))
def test_any_nesting_of_brackets_comes_back(text):
    shown, documents = read_back(text)
    assert normalised(shown) == normalised(text)
    solid = "".join(page(d.xml).text for d in documents)
    assert solid == re.sub(r"\s", "", text)


ACTS = st.sampled_from(
    ["[", "]", "(", ")", "{", "}", "<", ">", "⟦", "⟧", "“", "”", "*", "**", "`", "?", ":", "—ed.", "—trans.]", "(Ed.)]", "[sic]", "[?]", "[word?]",
     "[*a*]", "[*sic*]", "[…]", "[---]", "(b)(1)", "[(b)(3)]", ":[50 USC 1]", "25X1", "EO 13526 1.4(c)", "a", "word ", " ", "\n", "\n\n", "\n\n46\n\n", "\u0323",
     "2 lines not declassified", "[Here follows ", "[Ed. note: ", "[Source: ", "handwritten: ", "[1] ", "- [x] ", "A. M[ikoyan]", "J[ohn] H[all]", "f(ilius)",
     "A sentence that goes on and on here ", "Dear Sir,\n\n", "\n\nA. GROMYKO\n\n", "22 October 1962", "Nov[embe]r", "1963[104]", "<sup>2</sup>"]
)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ACTS, max_size=30).map("".join).filter(lambda text: text.strip()), st.sampled_from(["auto", *PROFILES]))
@example("[Ed. note: a\n\n46\n\nb]", "auto")
@example("a [b\n\n[c] (b)(1)\n\nd]", "auto")
@example("[Source: a\n\nb]", "cwihp")
@example("[Here follows a [b]\n\n[c] d]", "frus")
@example("⟦a {b ⟧ c} [d (e] f)", "leiden")
def test_acts_in_any_order_come_back_and_their_pieces_are_there(text, convention):
    shown, documents = read_back(text, convention)
    assert normalised(shown) == normalised(text)
    for document in documents:
        pieces = list(
            etree.fromstring(document.xml).iterfind(
                ".//{*}text//*[@xml:id]", {"xml": "http://www.w3.org/XML/1998/namespace"}
            )
        )
        idents = [piece.get("{http://www.w3.org/XML/1998/namespace}id") for piece in pieces]
        assert len(idents) == len(set(idents))
        for piece in pieces:
            assert {piece.get("next", f"#{idents[0]}"), piece.get("prev", f"#{idents[0]}")} <= {f"#{i}" for i in idents}


@pytest.mark.parametrize("text", ["[handwritten.²\n²]", "[.[2]\nNOTES\n[1].\n[2]—ed]", "2 October 1625–7 May"])
def test_no_pointer_dangles_and_no_date_ends_before_it_begins(text):
    for convention in PROFILES:
        _, documents = read_back(text, convention)
        for document in documents:
            root = etree.fromstring(document.xml)
            ids = {f"#{node.get('{http://www.w3.org/XML/1998/namespace}id')}" for node in root.iter("{*}*")}
            assert all(set(node.get("target").split()) <= ids for node in root.iterfind(".//{*}text//*[@target]"))
            assert all(node.get("from") <= node.get("to") for node in root.iterfind(".//{*}date[@from]"))


def test_an_expansion_holds_no_names_for_tei_allows_none(tei_all):
    (document,) = read_back("y( RF)", "leiden")[1]
    assert tei_all.validate(etree.fromstring(document.xml))


def test_the_seeds_come_back(seeds):
    for path in seeds:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        shown, _ = read_back(text)
        assert normalised(shown) == normalised(text)


def test_a_character_too_few_or_too_many_is_found():
    text = "The text of a transcript."
    (document,), _ = convert(Source("x.txt", text, "0" * 64), "auto", Authority())
    root = etree.fromstring(document.xml)
    told = Document(Source("x.txt", text, ""), 0, len(text), None)
    check(root, told)
    paragraph = root.find(".//{*}p[1]/..") if root.find(".//{*}body//{*}p") is None else root.find(".//{*}body//{*}p")
    for wrong in ("The text of transcript.", "The  text of a a transcript.", "The text of a Transcript."):
        paragraph.text = wrong
        with pytest.raises(TeilegramError, match=r"x\.txt: document 1: .*does not read back.*at character"):
            check(root, told)


def test_the_same_input_gives_the_same_bytes(seeds, authority, tmp_path):
    import teilegram

    first, second = ([d.xml for d in teilegram.encode(seeds[1], authority=authority, out=tmp_path)] for _ in range(2))
    assert first == second
