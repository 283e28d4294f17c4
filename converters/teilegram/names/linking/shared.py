"""A surname or a title that several share: `the brothers John and Robert Kennedy`, `Mr. and Mrs. Kennedy`.

The first forename, or the first title, is a person of its own, whose surname stands with the second; in `Messrs. Hale
and Wood` the second has the title of the first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from teilegram.folding import folded
from teilegram.model import Authority
from teilegram.names.grammar.titles import sexes, title_before
from teilegram.names.lexicon import Candidate, of_persons
from teilegram.names.persons import Mention
from teilegram.names.shape import PLAIN, is_no_surname
from teilegram.names.variants.forenames import is_common
from teilegram.names.variants.given import INITIAL, fits, given_names, sex
from teilegram.vocabulary import table, whole_words

AND = r",? (?:and|&|und|et|y|и) "
GIVEN = rf"(?:[^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]+(?:-[^\W\d_]+)?|{INITIAL}(?: ?{INITIAL})?)"
FORENAMES = re.compile(rf"(?<![\w.'-])((?:{GIVEN}, ){{0,4}}{GIVEN}){AND}$")
KIN = re.compile(r"\b(?:brothers|sisters|cousins|twins|братья|сёстры|сестры|Brüder|Gebrüder|frères|sœurs) $")
COUPLE = re.compile(rf"{AND}$")
WINDOW = 90
"""How far before a name the others of its surname may stand, in characters."""


def sharing(text: str, mentions: Iterable[Mention], authority: Authority) -> Iterator[Mention]:
    """Yield the mentions, and the persons who share the surname or the title of another.

    >>> from teilegram.names.unknown import unknown
    >>> from teilegram.offsets import reading
    >>> s = "the brothers Josef and Otto Hallam met Mr. and Mrs. Wood, and Messrs. Hale and Pratt"
    >>> [s[m.start : m.end] for m in sharing(s, unknown(reading(s, 0, len(s), ())), Authority())]
    ['Josef', 'Otto Hallam', 'Mrs. Wood', 'Messrs. Hale', 'Pratt']
    """
    everyone = list(mentions)
    full: dict[str, set[str]] = defaultdict(set)
    for m in everyone:
        for given in m.given:
            full[given.casefold()].add(surname(text, m))
    for m in everyone:
        own = m
        joined = text[m.start - 1 : m.start] == " " and COUPLE.search(text, max(0, m.start - 6), m.start)
        named = surname(text, m) if joined else ""
        who = tuple(of_persons(authority).forms.get(folded(named), ())) if named else ()
        if named and m.parts[0][2] == "forename":
            yield from forenamed(text, m, who, full)
        elif named and m.parts[0][2] == "roleName":
            for husband in couple(text, m, who):
                yield husband
                his = {c.entity.ref for c in husband.candidates}
                own = m._replace(candidates=tuple(c for c in m.candidates if {c.entity.ref} != his))
        yield own
    yield from listed(text, authority)


def surname(text: str, m: Mention) -> str:
    """Give the surname of a mention that is more than that."""
    return next((text[a:b] for a, b, element in m.parts if element == "surname"), "")


def forenamed(text: str, m: Mention, who: tuple[Candidate, ...], full: dict[str, set[str]]) -> Iterator[Mention]:
    """Yield the forenames before `and Robert Kennedy` that some Kennedy of the authority or the document has.

    Where nobody has, or somebody of another surname in the document, it takes a word for kinship before them: in
    `Paul and Robert Kennedy` Paul may be anybody.
    """
    before = FORENAMES.search(text, max(0, m.start - WINDOW), m.start)
    if not before:
        return
    kin = bool(KIN.search(text, max(0, before.start() - 12), before.start()))
    for word in re.finditer(GIVEN, before[1]):
        fit = tuple(c for c in who if given_names(c) and fits((word[0],), given_names(c)))
        others = full.get(word[0].casefold(), set())
        own = surname(text, m) in others
        if (kin and (fit or is_common(word[0]))) or own or (fit and not others):
            at = before.start() + word.start()
            parts = ((at, at + len(word[0]), "forename"),)
            yield Mention(at, at + len(word[0]), fit, parts, (word[0],), "names.shared")


def couple(text: str, m: Mention, who: tuple[Candidate, ...]) -> Iterator[Mention]:
    """Yield the title of the husband before `and Mrs. Kennedy`, if the authority has him; a title alone is no name."""
    joined = COUPLE.search(text, max(0, m.start - 6), m.start)
    title = text[m.parts[0][0] : m.parts[0][1]].casefold()
    if not joined or "F" not in sexes(title):
        return
    his = title_before(text, text.find(" ", joined.start()) + 1)
    if his and "F" not in sexes(text[slice(*his)].casefold()):
        men = tuple(c for c in who if sex(c.entity) != "F")
        if men:
            yield Mention(*his, men, ((*his, "roleName"),), (), "names.shared")


@cache
def lists() -> re.Pattern[str]:
    """Compile the titles of several before their names: `Messrs. Hale, Wood and Pratt`."""
    titles = whole_words(row["title"] for row in table("plural_titles"))
    return re.compile(rf"({titles}) ({PLAIN}(?:, {PLAIN}){{0,6}}{AND}{PLAIN})")


def listed(text: str, authority: Authority) -> Iterator[Mention]:
    """Yield the names behind the title of several; the first holds the title."""
    for m in lists().finditer(text):
        words = list(re.finditer(PLAIN, m[2]))
        names = [w for w in words if w[0] not in ("and", "und", "et")]
        if any(is_no_surname(w[0]) for w in names):
            continue
        for number, w in enumerate(names):
            start, end = m.start(2) + w.start(), m.start(2) + w.end()
            who = tuple(of_persons(authority).forms.get(folded(w[0]), ()))
            title = () if number else ((*m.span(1), "roleName"),)
            yield Mention(start if number else m.start(), end, who, (*title, (start, end, "surname")), ())
