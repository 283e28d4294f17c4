"""Undivided names: which words of a plain `persName` are surname and forenames, and which are a role.

Authorities made from indexes have `Goethe, Johann Wolfgang von`, `Braun Paul`, `Bohrer, Dr.`, but also
`the Russian Ambassador Plenipotentiary, Prince [Ivan] Velsky` and `Copenhagen`: what is no name
gives no surname, and the whole phrase is all that such an entry is looked for by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.eastern import divided
from teilegram.vocabulary import table

ASIDE = re.compile(r"\s*\([^)]*\)|[\[\]]")
DEGREE = re.compile(r"^(?:Dr|Ing|Prof|Mr|Mrs|Ms|Mag|Dipl|St|Sir|Lord|Lady|Count|Prince|Baron)\.?$", re.IGNORECASE)
PHRASE = re.compile(
    r"^(?:the|a|an|our|your|his|her|my|le|la|les|l'|l’|der|die|das|ihro|ihr|sa|son|votre|vôtre|seine[rsnm]?|ew\w*|il)\b",
    re.IGNORECASE,
)
JOINED = re.compile(r"(?:(?:La|Le|Les|Lo|Der|Das) |L['’])(?P<rest>[^\W\d_a-z][^\W\d_]{2,}), [^\W\d_a-z]")
"""A surname that begins with an article: `La Tour, Maurice`."""
GENERATION = re.compile(r"^(?:Jr|Sr)\.?$|^(?=[IVX])(?:X{0,2}(?:IX|IV|V?I{0,3}))\.?$")
PLACED = frozenset(("of", "in", "to", "at", "for", "de", "von", "à", "zu", "in", "i"))
PARTICLE = frozenset(("von", "van", "de", "der", "den", "del", "della", "di", "da", "du", "la", "le", "al", "el", "zu"))
UNNAMED = re.compile(r"[\d_/]")
"""What an authority writes for a name that it does not know: `N/A_2`."""
INITIALS = re.compile(r"[^\W\d_]{1,2}\.")


def guessed(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of an undivided name.

    >>> list(guessed("Goethe, Johann Wolfgang von"))
    [('surname', 'Goethe'), ('forename', 'Johann'), ('forename', 'Wolfgang'), ('nameLink', 'von')]
    >>> list(guessed("Jakob Salomonowicz")), list(guessed("Brunner")), list(guessed("Braun Paul"))[0]
    ([('forename', 'Jakob'), ('surname', 'Salomonowicz')], [('surname', 'Brunner')], ('surname', 'Braun'))
    >>> list(guessed("the Russian Consul to Ancona, Prince [Ivan] Velsky")), list(guessed("Copenhagen"))
    ([('forename', 'Ivan'), ('surname', 'Velsky')], [])
    >>> list(guessed("Bohrer, Dr.")), list(guessed(", Plato")), list(guessed("Hippo, Augustine of"))
    ([('surname', 'Bohrer')], [('forename', 'Plato')], [('addName', 'Hippo'), ('forename', 'Augustine')])
    >>> list(guessed("Peng Zhen"))
    [('surname', 'Peng'), ('forename', 'Zhen')]
    """
    plain = ASIDE.sub("", text).strip()
    if is_phrase(plain):
        yield from ordered(tail(plain))
        return
    if eastern := divided(plain):
        yield from zip(("surname", "forename"), eastern, strict=True)
        return
    plain = plain.split(" of ")[0].strip()
    last, comma, first = plain.partition(",")
    if not comma:
        yield from ordered([w for w in plain.split() if w[0].isupper() and not DEGREE.match(w)])
        return
    last = last.strip()
    words = [w for w in first.split(",")[0].split() if w[0].isalpha() and not DEGREE.match(w) and not UNNAMED.search(w)]
    given = [w for w in words if w[0].isupper()]
    *named, latest = last.split() or [""]
    if named and GENERATION.match(latest):
        last = " ".join(named)
        yield "genName", latest
    if last:
        yield ("surname" if is_surname(last) and words[-1:] != ["of"] else "addName"), last
    for word in given:
        yield from (("forename", i) for i in INITIALS.findall(word) or [word])
    for word in words:
        if word in PARTICLE:
            yield "nameLink", word


def ordered(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the parts of words without a comma: the surname is the last, or the first where the last is a forename."""
    generation = words.pop() if len(words) > 1 and GENERATION.match(words[-1]) else ""
    if not words or (len(words) == 1 and words[0] in barred()):
        return
    if len(words) == 1 and words[0] in forenames() and not generation:
        yield "forename", words[0]
        return
    if len(words) == 2 and words[1] in forenames() and words[0] not in forenames():  # noqa: PLR2004
        yield "surname", words[0]
        yield "forename", words[1]
        return
    alone = bool(generation) and len(words) == 1
    for word in words if alone else words[:-1]:
        yield from (("forename", i) for i in INITIALS.findall(word) or [word])
    if not alone:
        yield "surname", words[-1]
    if generation:
        yield "genName", generation


def is_surname(text: str) -> bool:
    """Tell whether what stands before the comma is a surname: no `N/A_2`, `the Apostle`, `VI and I`."""
    if UNNAMED.search(text) or (PHRASE.match(text) and not is_joined(f"{text}, X")):
        return False
    return text not in roles() and not any(GENERATION.match(word) for word in text.split())


def is_phrase(text: str) -> bool:
    """Tell whether a name is a description: it begins with an article or a possessive, or has a word for a role."""
    if re.match(r"[^\W\d_]+, [^\W\d_]+$", text) or is_titled(text) or is_joined(text):
        return False
    return bool(PHRASE.match(text)) or any(word.strip(",.'s") in roles() for word in text.split()[:-1])


def is_joined(text: str) -> bool:
    """Tell whether a name is a surname with a capital article, and what stands behind its comma.

    >>> [is_joined(said) for said in ("La Tour, Maurice", "Le Ministre, Premier", "la Reine, Anne")]
    [True, False, False]
    """
    found = JOINED.match(text)
    return found is not None and found["rest"] not in roles()


def is_titled(text: str) -> bool:
    """Tell whether a name is a surname with forenames behind it that have a title: `Warrell, Sir Basil`.

    >>> is_titled("Warrell, Sir Basil"), is_titled("Vice-Chancellor, Prince Ivan Velsky")
    (True, False)
    """
    last, _, first = text.partition(", ")
    titles, given = [], first.split()
    while given and DEGREE.match(given[0]):
        titles.append(given.pop(0))
    words = [piece.strip(",.'") for word in (last, *given) for piece in word.split("-")]
    return bool(titles and given) and last.isidentifier() and not any(word in roles() for word in words)


def tail(text: str) -> list[str]:
    """Give the words of a description that are the name itself: what stands after its last role or title."""
    best: list[str] = []
    for segment in re.split(r"[,/]", text):
        run: list[str] = []
        placed = titled = False
        for word in (*segment.split(), ""):
            if word and word[0].isupper() and word.strip(".") not in barred():
                run += [] if placed else [word]
                placed = False
            elif word not in PARTICLE or not titled:
                if (len(run) > 1 or (run and titled)) and len(run) >= len(best):
                    best = run
                titled = DEGREE.match(word) is not None or word.strip(".") in roles()
                placed = word.lower() in PLACED and word not in PARTICLE
                run = []
    return best


@cache
def roles() -> frozenset[str]:
    """Give the words for roles and ranks."""
    said = {word for row in table("roles") if row["kind"] != "realm" for word in row["words"].split("|")}
    return frozenset(said | {row["title"].strip(".") for row in table("titles") if row["lang"] != "ru"})


@cache
def barred() -> frozenset[str]:
    """Give the capitalised words that are no part of a name in a description."""
    realms = {word for row in table("roles") for word in row["words"].split("|")}
    others = {row["word"] for name in ("not_surnames", "before_names") for row in table(name)}
    return frozenset(roles() | realms | others)


@cache
def forenames() -> frozenset[str]:
    """Give the common forenames."""
    return frozenset(form for row in table("forenames") for form in row["forms"].split("|"))
