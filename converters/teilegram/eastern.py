"""The form of East Asian names: which surnames stand first, and the syllables of which given names are made.

The surname is one of a table, in whichever romanisation (`data/eastern_surnames.tsv`); the given name is joined as in
pinyin (`Shangkun`), has a hyphen as in the system of Wade and Giles (`Ming-shu`), or is of several words (`Chung Hee`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from teilegram.folding import folded
from teilegram.vocabulary import table

INITIAL = r"(?:(?:ch|k|p|t|ts|tz)'|zh|ch|sh|hs|ts|tz|sz|ss|[bpmfdtnlgkhjqxrzcsyw])"
FINAL = (
    r"(?:iang|iong|uang|ueng|iung|ang|eng|ing|ong|ung|ian|iao|uai|uan|ien|ieh|ueh|uei|"
    r"ao|ai|an|ei|en|eh|ia|ie|in|iu|ih|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
)
CHINESE = rf"(?:{INITIAL}?{FINAL}|er|erh)"
"""A syllable of Mandarin, in pinyin or in the system of Wade and Giles."""
SYLLABLE = (
    r"(?:(?:ch|k|p|t|ts|tz)'|zh|ch|sh|hs|ts|tz|sz|ss|kh|ph|th|tr|nh|ngh|ng|gi|qu|kw|hw|gw|[bpmfdtnlgkhjqxrzcsywv])?"
    r"[aeiouy]{1,3}(?:ng|nh|ch|[cnmklprth])?"
)
"""A syllable of any of these languages, of Cantonese too."""
JOINED = re.compile(rf"{CHINESE}'?{CHINESE}")
SINGLE = re.compile(CHINESE)
HYPHENATED = re.compile(rf"{SYLLABLE}-{SYLLABLE}")
ONE = re.compile(SYLLABLE)
WORDS = re.compile(rf"{SYLLABLE} {SYLLABLE}")
LETTERS = r"(?:[a-z]|'(?=[a-z]{2}|[aeiou]))"
GIVEN = re.compile(
    rf" {{1,4}}([A-Z]{LETTERS}{{0,11}}(?:-[A-Za-z]{LETTERS}{{0,5}})?)(?: {{1,4}}([A-Z][a-z]{{0,5}})(?![\w-]))?(?![\w-])"
)
CAPITALS = re.compile(
    r" ([A-Z](?:[A-Z]|'(?=[A-Z]{2}|[AEIOU])){1,11}(?:-[A-Z](?:[A-Z]|'(?=[A-Z]{2}|[AEIOU])){0,5})?)()(?![\w-])"
)
LEAST, SURE = 3, 6
"""Letters of the longer of two syllables, and of two joined ones, behind a doubtful surname: `Ma Mère`, `Lee Line`."""
MOST = 4
"""Syllables of the longest name; every one may have several readings."""
WADE = re.compile(r"(ch'?|[kpt]'?|t[sz]'?|hs|ss|sz|sh|[a-z])??((?:[aeiou]|y(?=[aeiou])|w(?=[aeiou])).*)")
"""A syllable divided into its initial and the rest."""
HARD = {"p": "bp", "p'": "p", "t": "dt", "t'": "t", "k": "gk", "k'": "k", "hs": "x", "j": "r", "ss": "s", "sz": "s"}
SOFT = {"ch": ("zh", "ch"), "ch'": ("ch",), "ts": ("z", "c"), "ts'": ("c",), "tz": ("z", "c"), "tz'": ("c",)}
BEFORE_I = {"ch": ("j", "q"), "ch'": ("q",)}
FINALS = {
    "ien": "ian",
    "ieh": "ie",
    "eh": "e",
    "yeh": "ye",
    "yen": "yan",
    "ung": "ong",
    "yung": "yong",
    "iung": "iong",
    "ih": "i",
    "erh": "er",
    "ueh": "ue",
    "yueh": "yue",
    "uei": "ui",
    "i": "i",
}


@cache
def surnames() -> dict[str, tuple[str, bool]]:
    """Give for every surname the language, and whether it is doubtful."""
    columns = (("doubtful", True), ("surnames", False))
    return {
        name: (row["language"], doubtful)
        for column, doubtful in columns
        for row in reversed(table("eastern_surnames"))
        for name in folded(row[column]).split("|")
    }


@cache
def begun() -> re.Pattern[str]:
    """Compile the surnames, the longest first."""
    names = sorted({s for name in surnames() for s in (name, name.upper())}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(names)})(?= )")


@cache
def first_letters() -> frozenset[str]:
    """Give the surnames up to their apostrophe, which is where a capitalised word ends."""
    return frozenset(s.split("'")[0] for name in surnames() for s in (name, name.upper()))


def divided(name: str) -> tuple[str, str] | None:
    """Divide a name in full into surname and given name; nothing where it has not this form.

    >>> divided("Chiang Kai-shek"), divided("Đặng Văn Thiệu"), divided("Peng Zhen"), divided("Lee Harvey")
    (('Chiang', 'Kai-shek'), ('Đặng', 'Văn Thiệu'), ('Peng', 'Zhen'), None)
    """
    plain = folded(name)
    surname = begun().match(plain)
    if not surname:
        return None
    span = given(plain, surname, lambda _: False)
    return (name[: surname.end()], name[slice(*span)]) if span and span[1] == len(plain) else None


def given(plain: str, surname: re.Match[str], is_word: Callable[[str], bool]) -> tuple[int, int] | None:
    """Give the span of the given name behind a surname; nothing where there is none.

    `plain` has no diacritics; `is_word` tells of a syllable with small letters that it is a word of the language.
    """
    m = (CAPITALS if surname[0].isupper() else GIVEN).match(plain, surname.end())
    if not m:
        return None
    first, second = m[1].lower(), (m[2] or "").lower()
    if "-" in first:
        return m.span(1) if HYPHENATED.fullmatch(first) else None
    if is_word(first):
        return None
    language, doubtful = surnames()[surname[0] if surname[0] in surnames() else surname[0].capitalize()]
    short = doubtful and len(first) < SURE
    if short and second and max(len(first), len(second)) < LEAST:
        return None
    if second and WORDS.fullmatch(f"{first} {second}") and (language == "vi" or not is_word(second)):
        return m.start(1), m.end(2)
    syllable = (SINGLE if language == "zh" else ONE).fullmatch(first)
    joined = not syllable and not short and JOINED.fullmatch(first)
    return m.span(1) if joined or (syllable and not doubtful) else None


def called(surname: str, given_name: str) -> str:
    """Give the word by which a Vietnamese is called, which is the last of the given name; nothing for others.

    >>> called("Nguyen", "Van Thieu"), called("Kim", "Il Sung"), called("Phạm", "Văn Đồng")
    ('Thieu', '', 'Đồng')
    """
    language, _ = surnames().get(folded(surname), ("", False))
    return given_name.rsplit(" ", maxsplit=1)[-1] if language == "vi" and " " in given_name else ""


@lru_cache(maxsize=1 << 12)
def pinyin(syllable: str) -> frozenset[str]:
    """Give a syllable of Wade and Giles in pinyin; more than one where the apostrophe or the diaeresis may be missing.

    >>> sorted(pinyin("hsiao")), sorted(pinyin("p'ing")), sorted(pinyin("tung")), sorted(pinyin("ch'i"))
    (['xiao'], ['ping'], ['dong', 'tong'], ['qi'])
    """
    m = WADE.fullmatch(syllable)
    if not m:
        return frozenset((syllable,))
    first, rest = m[1] or "", m[2]
    final = FINALS.get(rest, rest)
    if rest == "o" and first in ("k", "k'", "h"):
        final = "e"
    elif rest == "o" and first not in ("p", "p'", "m", "f", ""):
        final = "uo"
    elif rest == "u" and first in ("tz", "tz'", "ss", "sz"):
        final = "i"
    if not first:
        return frozenset({"i": ("yi",), "yu": ("you", "yu")}.get(final, (final,)))
    soft = SOFT.get(first, tuple(HARD.get(first, first)) if first in HARD else (first,))
    if first in BEFORE_I and (rest.startswith("i") and rest != "ih"):
        soft = BEFORE_I[first]
    elif first in BEFORE_I and rest.startswith("u") and rest != "ung":
        soft = (*soft, *BEFORE_I[first])
    return frozenset(initial + final for initial in soft)


@lru_cache(maxsize=1 << 12)
def readings(name: str) -> frozenset[str]:
    """Give a name in letters alone, as it is and in pinyin; two spellings of one name have one of these in common.

    >>> readings("Hsiao-p'ing") & readings("Xiaoping"), readings("Il-sung") == readings("Il Sung")
    (frozenset({'xiaoping'}), True)
    >>> len(readings("-".join(["chu"] * 40)))
    1
    """
    syllables = re.split("[ -]", folded(name).lower())
    made = [""]
    for syllable in syllables if len(syllables) <= MOST else ():
        made = [before + one for before in made for one in sorted(pinyin(syllable))]
    return frozenset({"".join(syllables).replace("'", ""), *made} - {""})
