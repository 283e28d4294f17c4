"""Names of East Asia, the surname first: `Yang Shangkun`, `Ch'en Ming-shu`, `Park Chung Hee`, `Pham Van Dong`.

The surname is one of a table, in whichever romanisation; the given name is made of syllables that Chinese, Korean or
Vietnamese have: joined as in pinyin, with a hyphen as in Wade-Giles, or as words of their own (Guidelines, NDPER).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.names.capitalised import places
from teilegram.names.grammar.titles import title_before
from teilegram.names.lexicon import folded_once, function_words, not_alone
from teilegram.names.persons import Mention, is_of_thing, small_words
from teilegram.names.variants.folding import folded
from teilegram.names.variants.forenames import word_names
from teilegram.vocabulary import table

INITIAL = r"(?:(?:ch|k|p|t|ts|tz)'|zh|ch|sh|hs|ts|tz|sz|ss|[bpmfdtnlgkhjqxrzcsyw])"
FINAL = (
    r"(?:iang|iong|uang|ueng|iung|ang|eng|ing|ong|ung|ian|iao|uai|uan|ien|ieh|ueh|uei|"
    r"ao|ai|an|ei|en|eh|ia|ie|in|iu|ih|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
)
CHINESE = rf"(?:{INITIAL}?{FINAL}|er|erh)"
"""A syllable of Mandarin, in pinyin or in the system of Wade and Giles."""
SYLLABLE = (
    r"(?:(?:ch|k|p|t|ts|tz)'|zh|ch|sh|hs|ts|tz|sz|ss|kh|ph|th|tr|nh|ng|gi|qu|kw|hw|gw|[bpmfdtnlgkhjqxrzcsywv])?"
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
    rf" ([A-Z]{LETTERS}{{0,11}}(?:-[A-Za-z]{LETTERS}{{0,5}})?)(?: ([A-Z][a-z]{{0,5}})(?![\w-]))?(?![\w-])"
)
CAPITALS = re.compile(
    r" ([A-Z](?:[A-Z]|'(?=[A-Z]{2}|[AEIOU])){1,11}(?:-[A-Z](?:[A-Z]|'(?=[A-Z]{2}|[AEIOU])){0,5})?)()(?![\w-])"
)


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


def eastern(text: str) -> Iterator[Mention]:
    """Yield the persons of East Asia that a reading names in full.

    >>> s = "told Yang Shangkun and Ch'en Ming-shu that Park Chung Hee, Pham Van Dong and KANG SHENG saw Hong Hill"
    >>> [s[m.start:m.end] for m in eastern(s)]
    ['Yang Shangkun', "Ch'en Ming-shu", 'Park Chung Hee', 'Pham Van Dong', 'KANG SHENG']
    """
    small = small_words(text)
    plain = folded_once(text)
    done = 0
    for at in places(text, lambda word: folded(word) in first_letters()):
        surname = begun().match(plain, at) if at >= done else None
        length = given(plain, surname, small) if surname else 0
        if surname and length and not is_of_thing(text, done := surname.end() + 1 + length):
            title = title_before(text, at)
            parts = [(at, surname.end(), "surname"), (surname.end() + 1, done, "forename")]
            said = (text[surname.end() + 1 : done],)
            start = title[0] if title else at
            shown = (((*title, "roleName"),) if title else ()) + tuple(parts)
            yield Mention(start, done, (), shown, said, "names.eastern")


def given(text: str, surname: re.Match[str], small: frozenset[str]) -> int:
    """Give how many characters of given name stand behind a surname; nothing where there is none."""
    m = (CAPITALS if surname[0].isupper() else GIVEN).match(text, surname.end())
    if not m:
        return 0
    first, second = m[1].lower(), (m[2] or "").lower()
    if "-" in first:
        return len(m[1]) if HYPHENATED.fullmatch(first) else 0
    if is_word(first, small):
        return 0
    language, doubtful = surnames()[surname[0] if surname[0] in surnames() else surname[0].capitalize()]
    if second and WORDS.fullmatch(f"{first} {second}") and (language == "vi" or not is_word(second, small)):
        return len(m[1]) + 1 + len(second)
    syllable = (SINGLE if language == "zh" else ONE).fullmatch(first)
    return len(m[1]) if (not syllable and JOINED.fullmatch(first)) or (syllable and not doubtful) else 0


def is_word(word: str, small: frozenset[str]) -> bool:
    """Tell whether a syllable is a word of the text's language."""
    return word in small or word in not_alone() or word in word_names() or word.capitalize() in function_words()
