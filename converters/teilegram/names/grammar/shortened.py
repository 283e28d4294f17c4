"""Names cut short on purpose: `Count G—n`, `my friend W—w`, `Count G.`, and `Love to F.` in a private letter.

Letters between friends, and printed ones that spare the living, have only the first letter and the last.  Such a
name is linked where one person of the document, else of the authority, has a name that begins and ends so; initials
without a title are a name only where somebody fits them (Guidelines, NDPER).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from teilegram.folding import folded
from teilegram.model import Authority
from teilegram.names.capitalised import capitalised
from teilegram.names.grammar.greetings import addressed, is_familiar
from teilegram.names.grammar.titles import agrees, title_before
from teilegram.names.lexicon import Candidate
from teilegram.names.linking.evidence import Evidence, one
from teilegram.names.persons import Mention
from teilegram.names.variants.given import INITIAL_REST, fits, given_names

DASHED = re.compile(r"(?P<first>[A-Z][a-z]{0,2})(?P<dash>(?:—|-{2,4}|_{2,4}|\*{2,5})|-)(?P<last>[a-z]{0,3})(?![\w-])")
TITLED = re.compile(r"(?P<first>[A-Z])\.(?! ?[A-Z])")
BEGUN = re.compile("[A-Z][a-z]{0,2}(?:$|[-_])")
"""A word that may go on with a dash."""
VOWELS = re.compile("[aeiou]")
INITIALS = re.compile(
    rf"[A-Z](?<![\w.'&-].){INITIAL_REST}(?: ?[A-Z]{INITIAL_REST}){{0,3}}(?: ?O'[A-Z]\.)?(?!\w|'(?!s\b))"
)
AFTER = re.compile(r" [a-z]|[,;:?!)\"']|\s*(?:\n|$)")
BEFORE = re.compile(r"(?:[a-z][,;:]?|[—(\"]|[.?!]\"?) ?$|^$|\n$")
DOES = re.compile(
    r"(?:'s| (?:is|was|has|had|will|would|could|can|did|does|says|said|told|thinks|thought|came|comes|went|writes|wrote"
    r"|wants|wanted|sends|sent|asked|asks|knows|knew|never|still|seems|seemed|looks|looked|made|took|gave|got|died|left"
    r"|brought|found|heard|spoke|stayed|stays|lives|lived|works|plays|played)\b)"
)
"""What only a person does or has, behind a letter."""
SIGNS = re.compile(r"\s*$")


def shortened(text: str, authority: Authority, known: Evidence) -> Iterator[Mention]:
    """Yield the names of which only letters are there."""
    for word, starts in capitalised(text).items():
        for at in starts if BEGUN.match(word) else ():
            m = DASHED.match(text, at) or TITLED.match(text, at)
            made = cut(text, m, authority, known) if m else None
            if made:
                yield made
    if is_familiar(text) or addressed(text):
        yield from initialled(text, authority, known)


def cut(text: str, m: re.Match[str], authority: Authority, known: Evidence) -> Mention | None:
    """Make the mention of a name with a dash or a point, if it is one.

    One letter and a point need a title; so does a short dash; without a title the letters are no word (`W—w`).
    """
    last = m["last"] if "last" in m.groupdict() else ""
    title = title_before(text, m.start())
    if not title and (not last or m["dash"] == "-" or VOWELS.search(last)):
        return None
    said = text[slice(*title)] if title else ""
    candidates = whose(m["first"], last, said, authority, known)
    parts = [(*title, "roleName")] if title else []
    parts.append((*m.span(), "surname"))
    return Mention(title[0] if title else m.start(), m.end(), candidates, tuple(parts), (), "names.shortened")


def whose(first: str, last: str, title: str, authority: Authority, known: Evidence) -> tuple[Candidate, ...]:
    """Give the one person whose surname begins and ends so: of those whom the document names, else of the authority."""
    near = [c for c in known.bearers.values() if ends_so(c, first, last) and agrees(title, c.entity.sex)]
    if near or not last:
        return one(near)
    every = (
        c for c in by_first(authority).get(first[0], ()) if ends_so(c, first, last) and agrees(title, c.entity.sex)
    )
    return one(every)


def ends_so(candidate: Candidate, first: str, last: str) -> bool:
    """Tell whether a person's surname, in some form, begins and ends with letters."""
    surnames = (folded(s) for n in candidate.entity.names for s in n.part("surname"))
    return any(s.startswith(first) and s.endswith(last) and len(s) > len(first + last) for s in surnames)


@lru_cache(maxsize=8)
def by_first(authority: Authority) -> dict[str, list[Candidate]]:
    """Give for every letter the persons with a form of the surname that begins with it."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for entity in authority.of("person"):
        letters = {folded(s)[:1]: name for name in entity.names for s in name.part("surname")}
        for letter, name in letters.items():
            found[letter].append(Candidate(entity, name, short=False))
    return found


def initialled(text: str, authority: Authority, known: Evidence) -> Iterator[Mention]:
    """Yield the initials that stand for a person in a private letter."""
    for m in INITIALS.finditer(text):
        if not AFTER.match(text, m.end()) or not BEFORE.search(text[max(0, m.start() - 3) : m.start()]):
            continue
        candidates = bearers(letters(m[0]), authority, known)
        if candidates or is_somebody(text, m):
            yield Mention(*m.span(), candidates, ((*m.span(), "forename"),), tuple(letters(m[0])), "names.shortened")


def is_somebody(text: str, m: re.Match[str]) -> bool:
    """Tell whether a letter can only be somebody's, whoever it is: it does or has something, or signs the letter.

    >>> s = "where A. was told of W.'s boat, and I. was not; plan B. Yours, Z."
    >>> [m[0] for m in INITIALS.finditer(s) if is_somebody(s, m)]
    ['A.', 'W.', 'Z.']
    """
    return len(m[0]) == 2 and m[0] != "I." and bool(DOES.match(text, m.end()) or SIGNS.match(text, m.end()))  # noqa: PLR2004


def letters(said: str) -> list[str]:
    """Divide initials.

    >>> letters("F. X. O'D."), letters("B.O.")
    (['F.', 'X.', "O'D."], ['B.', 'O.'])
    """
    return re.findall(r"(?:O')?[A-Z][a-z]?\.", said)


def bearers(said: list[str], authority: Authority, known: Evidence) -> tuple[Candidate, ...]:
    """Give the one person with such initials: one letter is a forename's, of several the last is the surname's."""
    near = fitting(said, known.bearers.values())
    if near or len(said) == 1:
        return one(near)
    return one(fitting(said, by_first(authority).get(said[-1][0], ())))


def fitting(said: list[str], candidates: Iterable[Candidate]) -> list[Candidate]:
    """List the persons whom initials fit."""
    if len(said) == 1:
        return [c for c in candidates if given_names(c) and fits((said[0],), given_names(c)[:1])]
    *given, last = said
    return [
        c
        for c in candidates
        if given_names(c)
        and fits(tuple(given), given_names(c))
        and any(folded(s).startswith(last[:-1]) for n in c.entity.names for s in n.part("surname"))
    ]
