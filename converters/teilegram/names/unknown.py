"""Persons whom no authority knows: what the form alone shows.

Initials with a surname (`D. Yudelevich`), a title or an office with a name (`Mr. Gigurtu`, `Minister Vukotić`), a
common forename with a surname (`Milan Vukotić`).  `Senior Inspector Sokolovskaya` is left alone: a lower-case or
unlisted role proves nothing.  Such a `persName` has no `@ref` and is proposed for the authority.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from teilegram.names.beside import unknown_forename
from teilegram.names.capitalised import capitalised
from teilegram.names.gazetteer import table_entry
from teilegram.names.grammar.registers import is_surname as is_shouted_surname
from teilegram.names.grammar.titles import WINDOW, last_word, title_before, with_article
from teilegram.names.lexicon import function_words, not_alone
from teilegram.names.persons import GENERATION, Mention, is_of_thing, of_things, small_words
from teilegram.names.variants.forenames import abbreviated, doubtful, is_common, word_names
from teilegram.names.variants.given import INITIAL, INITIAL_REST
from teilegram.offsets import Reading
from teilegram.vocabulary import LOWER, UPPER, table, whole_words

LINKS = r"(?:(?:von der|von|van der|van|de la|des|de|du|der|del|di|da|la|le|al-|el-) ?)"
SURNAME = rf"(?:{LINKS}(?<= ))*(?:[DO]')?[{UPPER}А-ЯЁ][^\W\d_]{{1,40}}(?:-[^\W\d_]{{1,40}}){{0,3}}(?!\w)"
OF_LAND = rf"(?:d'(?=[{UPPER}]))?{SURNAME}"
PLAIN = rf"(?:[DO]'|Mac|Mc)?[{UPPER}А-ЯЁ][^\W\d_A-ZА-ЯЁ]{{1,40}}(?:-[^\W\d_]{{1,40}}){{0,3}}(?![\w])"
WITH_INITIALS = re.compile(
    rf"([A-ZА-ЯЁ](?<![\w.].){INITIAL_REST}[ -]?(?:{INITIAL} ?){{0,2}})"
    rf"({OF_LAND}(?: (?:de|du|van|von|zu) {PLAIN})?)(?!\.\w)"
)
ABBREVIATIONS = frozenset(
    {
        "U.S.",
        "U.N.",
        "U.K.",
        "U.S.S.R.",
        "D.C.",
        "P.O.",
        "A.M.",
        "P.M.",
        "U. S.",
        "U. N.",
        "N.B.",
        "U.S.S.",
        "H.M.S.",
        "Ph.D.",
        "Ph. D.",
        "Th.D.",
        "S.S.",
    }
)
"""Initials that are no person's."""
BEHIND = re.compile(r" ([A-Z]\w*)")
SHOUTED = rf"(?:MC|O')?[{UPPER}][{UPPER}'-]{{3,30}}(?!\w)"
CAPITALISED = re.compile(rf"[{UPPER}](?:[{LOWER}]{{1,15}}(?:-[{UPPER}][{LOWER}]+)?|[{UPPER}]{{2,15}})")
OF = frozenset(("de", "du", "des", "d"))
NOTHING: frozenset[str] = frozenset()
NOBODY: Mapping[int, int] = {}
WRITTEN_OUT = re.compile(r"[A-Z][A-Za-z -]+")
PIECE = re.compile(r"d'(?=[^\W\d_a-z])|[^\W\d_]{1,2}\.|[^\s.][^\s]*")
PARTICLES = frozenset(("von", "van", "der", "den", "de", "des", "du", "d'", "la", "del", "di", "da", "le"))
REST = re.compile(rf"((?: (?:[A-Z]\.|{abbreviated()}))*) ((?:{LINKS}(?<= ))?)({PLAIN}(?: {PLAIN})?)")
CAPITALS = re.compile(rf"((?: [A-Z]\.)*) ()((?:MC)?[{UPPER}'-]{{3,30}})(?!\w)")


@cache
def titles() -> frozenset[str]:
    """Give all titles, folded: words that stand for a role and never for a surname."""
    return frozenset(row["title"].casefold() for row in table("titles"))


@cache
def personal() -> dict[str, tuple[bool, frozenset[str]]]:
    """Give the titles that only a person has: whether a common forename has to follow, and the words that may not."""
    articled = {title: (False, OF if kind == "office" else NOTHING) for title, _, kind in with_article()}
    return articled | {
        row["title"]: (row["before"] == "forename", frozenset(row["not"].split("|")))
        for row in table("personal_titles")
    }


@cache
def ranks() -> frozenset[str]:
    """Give the titles that stand behind an article, folded: `le maire`, and no name."""
    return frozenset(title.split(" ", maxsplit=1)[1].casefold() for title, _, _ in with_article())


def shows(title: str, name: str) -> bool:
    """Tell whether a title shows that the name behind it is a person's.

    >>> shows("Monsieur", "le Maire"), shows("Monsieur le Maire", "de Lyon"), shows("M. le comte", "d'Orsay")
    (False, False, True)
    >>> shows("Sister", "Anna"), shows("Sister", "Republics"), shows("Uncle", "Sam"), shows("Mr.", "Hale")
    (True, False, False, True)
    """
    only, never = personal()[title]
    first = name.split(" ", maxsplit=1)[0]
    if first.split("'")[0] in never or " ".join(name.split(" ")[:2]).casefold() in ranks():
        return False
    return is_common(first) or not only


@cache
def titled() -> re.Pattern[str]:
    """Compile the titles that only a person has, one or several, before a name of one to three words."""
    title = whole_words(personal())
    short = f"(?:{INITIAL}|{abbreviated()})"
    return re.compile(
        rf"({title})((?: {title}){{0,2}})"
        rf" ((?:{short}|{OF_LAND})(?: (?:{short} ?){{0,2}}{OF_LAND}){{0,2}})(?!\w)"
    )


@cache
def in_office() -> re.Pattern[str]:
    """Compile the offices that stand before their holder's name: `Minister Vukotić`, `King Ottokar`."""
    offices = {row["title"] for row in table("titles") if row["lang"] == "en" and WRITTEN_OUT.fullmatch(row["title"])}
    names = whole_words(offices - {"St", "Saint", "Mr", "Mrs", "Dr"})
    return re.compile(rf"({names}) ({PLAIN}|{SHOUTED})((?: {PLAIN}){{0,2}})")


def unknown(text: Reading, there: Mapping[int, int] = NOBODY) -> Iterator[Mention]:
    """Yield persons that the form alone shows; `there` gives, for where the parts of known names begin, their ends.

    >>> from teilegram.offsets import reading
    >>> s = "told Mr. Zamyatin and D. Yudelevich that Minister Vukotic and Otto Holmann"
    >>> [s[m.start:m.end] for m in unknown(reading(s, 0, len(s), ()))]
    ['Mr. Zamyatin', 'D. Yudelevich', 'Minister Vukotic', 'Otto Holmann']
    """
    found: list[Mention] = []
    for m in titled().finditer(text.text):
        if m.end() <= there.get(m.start(), 0):
            continue
        name = trimmed(m[3])
        last = max((t for t in personal() if m[2].endswith(f" {t}")), key=len) if m[2] else m[1]
        ends = {name.split()[0].casefold(), name.split()[-1].casefold()}
        named = not name.endswith((".", " le", " la", " de")) and name not in PARTICLES and shows(last, name)
        if named and not ends & titles():
            start = (title_before(text.text, m.start()) or m.span())[0]
            parts = [(start, m.end(2), "roleName"), *divided(name, m.start(3))]
            if personal()[last][0] and " " not in name:
                parts[1] = (*parts[1][:2], "forename")
            found.append(Mention(start, m.start(3) + len(name), (), tuple(parts), ()))
    for m in WITH_INITIALS.finditer(text.text):
        if not (
            acronym(m[2])
            or m[1].strip() in ABBREVIATIONS
            or m[1] == "P.S."
            or is_number(text.text, m)
            or m[2].split()[-1].casefold() in not_alone()
        ):
            first = unknown_forename(text.text, m.start())
            before = [] if first is None else [(first, m.start() - 1, "forename")]
            parts = [*before, (m.start(1), m.start(1) + len(m[1].rstrip()), "forename")]
            land = m.start(2) + 2 if m[2].startswith("d'") else m.start(2)
            parts += [(m.start(2), land, "nameLink")] if land > m.start(2) else []
            parts.append((land, m.end(2), "surname"))
            start = m.start() if first is None else first
            found.append(Mention(start, m.end(), (), tuple(parts), (m[1],)))
    found += holders(text.text)
    found += in_full(text.text, there)
    yield from sorted(found)


def is_number(text: str, m: re.Match[str]) -> bool:
    """Tell whether one initial is the number of what stands before it: `Table I. Stores issued`."""
    return len(m[1].strip()) == 2 and last_word(text, m.start()).casefold() in numbered()  # noqa: PLR2004


@cache
def numbered() -> frozenset[str]:
    """Give the words that take a number after them."""
    return frozenset(row["word"] for row in table("numbered"))


def divided(name: str, at: int) -> Iterator[tuple[int, int, str]]:
    """Yield the parts of a name: its last word is the surname, what stands before are forenames, initials apart.

    >>> [("J. Marlow Beddle"[a:b], element) for a, b, element in divided("J. Marlow Beddle", 0)]
    [('J.', 'forename'), ('Marlow', 'forename'), ('Beddle', 'surname')]
    """
    words = list(PIECE.finditer(name))
    for m in words[:-1]:
        yield at + m.start(), at + m.end(), "nameLink" if m[0] in PARTICLES else "forename"
    yield at + words[-1].start(), at + words[-1].end(), "surname"


def trimmed(name: str) -> str:
    """Cut a name behind a title before the first word that is a place, an office or a thing.

    >>> trimmed("Jacqueline Kennedy Washington"), trimmed("Bank")
    ('Jacqueline Kennedy', 'Bank')
    """
    words = name.split(" ")
    kept = next((i for i, word in enumerate(words) if i and is_no_surname(word)), len(words))
    return " ".join(words[:kept])


def is_no_surname(word: str) -> bool:
    """Tell whether a word ends a name; a title that is a surname as well does not (`Arnold King`)."""
    low = word.casefold()
    return low in no_surnames() and not (low in titles() and low in word_names())


@cache
def no_surnames() -> frozenset[str]:
    """Give the words, folded, that are no surname behind a forename or an office."""
    return not_alone() | {row["word"].casefold() for row in table("after_names")}


def holders(text: str) -> Iterator[Mention]:
    """Yield names behind an office; a word that may be the rest of the office is none."""
    for m in in_office().finditer(text):
        name = trimmed(m[2] + m[3])
        end = m.start(2) + len(name)
        if m[2].isupper() and (m[1].isupper() or not is_shouted_surname(m[2]) or table_entry(m[2])):
            continue
        if m[2].casefold() in no_surnames() or is_of_thing(text, end):
            continue
        title = title_before(text, m.start(2)) or m.span(1)
        yield Mention(title[0], end, (), ((*title, "roleName"), *divided(name, m.start(2))), ())


def in_full(text: str, there: Mapping[int, int]) -> Iterator[Mention]:
    """Yield common forenames with a surname, and the particle, initials and generation that belong to them."""
    for word, starts in capitalised(text).items():
        if not CAPITALISED.fullmatch(word) or (word.isupper() and word.casefold() in word_names()):
            continue
        for forename in (word, f"{word}."):
            if not is_common(forename) or forename in function_words():
                continue
            rest = CAPITALS if word.isupper() else REST
            for at in starts:
                m = rest.match(text, at + len(forename)) if text.startswith(forename, at) else None
                made = with_surname(text, at, forename, m) if m and m.end() > there.get(at, 0) else None
                if made:
                    yield made


def with_surname(text: str, at: int, forename: str, rest: re.Match[str]) -> Mention | None:
    """Make the mention of a forename and what is behind it, if that is no place, office or thing."""
    if forename.isupper() and (
        rest[3].casefold() in small_words(text) or forename.capitalize() in surnames_shown(text)
    ):
        return None
    if forename in doubtful() and ends_sentence(text, rest.start(3)):
        return None
    if f"{last_word(text, at)} {forename}".casefold() in ranks():
        return None
    name = trimmed(rest[3])
    end = rest.start(3) + len(name)
    if not follows(forename, name.split(" ")[0]) or is_before_thing(text, end):
        return None
    parts = list(divided(text[at:end], at))
    generation = GENERATION.match(text, end)
    if generation:
        parts.append((*generation.span(generation.lastindex or 1), "genName"))
        end = generation.end()
    title = title_before(text, at)
    if title:
        parts.append((*title, "roleName"))
    return Mention(title[0] if title else at, end, (), tuple(sorted(parts)), (forename,))


def is_before_thing(text: str, end: int) -> bool:
    """Tell whether a name is that of a street, a bridge or the like, in capitals too: `VICTORIA FALLS BRIDGE OPEN`."""
    word = BEHIND.match(text, end)
    return word is not None and (word[1] in of_things() or (word[1].isupper() and word[1].capitalize() in of_things()))


@lru_cache(maxsize=4)
def surnames_shown(text: str) -> frozenset[str]:
    """Give the words behind a forename or a form of address: the surname of the headline `OSWALD ALONE`.

    >>> sorted(surnames_shown("Then Lee Harvey Oswald told Mr. Hale"))
    ['Hale', 'Harvey', 'Oswald']
    """
    pairs = set(re.findall(r"([A-Z](?<!\w.)[\w'-]*\.?) (?=([A-Z][a-z]+))", text))
    return frozenset(second for first, second in pairs if is_common(first) or first in personal())


def follows(forename: str, word: str) -> bool:
    """Tell whether a word may be the surname behind a forename; behind an abbreviation a town's name is one.

    >>> follows("Geo.", "Washington"), follows("George", "Street"), follows("Geo.", "The")
    (True, False, False)
    """
    low = word.casefold()
    if not forename.endswith(".") or forename in doubtful():
        return low not in no_surnames()
    return word not in function_words() and low not in titles()


def ends_sentence(text: str, at: int) -> bool:
    """Tell whether the word at an offset is rather a sentence's first than the surname behind an abbreviation.

    >>> ends_sentence("We saw Fred. However we", 13), ends_sentence("We saw Fred. Holl there", 13)
    (True, False)
    """
    word = re.match(PLAIN, text[at : at + WINDOW])
    low = word[0].casefold() if word else ""
    return low in small_words(text) or low in openers() or table_entry(word[0] if word else "") is not None


@cache
def openers() -> frozenset[str]:
    """Give the words with which sentences often begin."""
    return frozenset(word for row in table("sentence_openers") for word in row["words"].split())


def acronym(word: str) -> bool:
    """Tell whether a word in capitals is too short to be a surname in a signature (`U.S. USA`)."""
    return len(word) < 4 and word.isupper()  # noqa: PLR2004
