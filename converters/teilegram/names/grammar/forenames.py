"""Forenames that stand for a person: `Dear Helene:`, `Otto is still in the mountains`, the signature `Rupert`.

A forename alone names nobody in particular, so it is a name only in a greeting, as a signature, or where the
document has it with a surname or in one of those places; and it is linked only where one person is left.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from teilegram.folding import folded
from teilegram.model import Authority
from teilegram.names.capitalised import capitalised, ends_sentence
from teilegram.names.grammar.greetings import NAME, addressed, is_familiar
from teilegram.names.lexicon import Candidate, function_words, not_alone
from teilegram.names.linking.evidence import Evidence, one
from teilegram.names.persons import Mention
from teilegram.names.variants.forenames import families, is_common, sex_of, word_names
from teilegram.names.variants.given import given_names, is_initial, same_given
from teilegram.names.variants.order import is_doubtful

WORD = re.compile(NAME)
BEFORE = re.compile(r"(?:(?P<capital>[^\W\d_a-zа-яё][\w'-]*)\.? |\b(?:in|at|near|the|a|an|The|A|An|In|At) )$")
AFTER = re.compile(r" [^\W\d_a-zа-яё][\w]|\.[A-Z]| (?:[A-Z]\.)+ ?[A-Z]")
LETTER = re.compile(r" ([A-Z]\.)(?=[ ,;:)'\n]|$)(?! ?[A-Z])")
"""The first letter of a surname behind a forename."""
FEW = 3
"""Persons of one forename among whom a document may leave the choice to its editor."""


def alone(text: str, authority: Authority, known: Evidence) -> Iterator[Mention]:
    """Yield the forenames of a reading that stand for a person."""
    marked = [(text[start:end], start) for start, end in addressed(text)]
    licensed = {word.casefold() for word, _ in marked} | known.forenames.keys() | borne(known)
    personal = bool(marked) or is_familiar(text)
    for word, at in marked:
        yield surely(made(at, at + len(word), word, whom(word, authority, known), "names.addressed"), known)
    for said, starts in capitalised(text).items():
        word = said.casefold()
        sure = word in licensed or (personal and is_common(word) and folded(word) not in word_names())
        if not sure and not (personal and folded(word) in of_forenames(authority)):
            continue
        if word in not_alone() or word in known.lower or not WORD.fullmatch(said):
            continue
        candidates = whom(said, authority, known, initials=sure)
        if not candidates and not sure:
            continue
        for at in starts:
            end = at + len(said)
            if not stands_with(text, at) and not AFTER.match(text, end):
                yield surely(cut_off(text, made(at, end, said, candidates, "names.forename"), authority), known)


def surely(mention: Mention, known: Evidence) -> Mention:
    """Give a mention that is unsure where but a forename tells who is meant, or a stranger here has it too."""
    strange = mention.candidates and (
        mention.candidates[0].entity.ref not in known.bearers
        or is_strangers(mention.given[0], mention.candidates, known)
    )
    return mention._replace(cert="low") if strange else mention


def stands_with(text: str, at: int) -> bool:
    """Tell whether what stands before a word makes another name of it, or a place.

    >>> said = "Not Robert, but Miss Ann, in Victoria. Otto"
    >>> [stands_with(said, said.index(word)) for word in ("Robert", "Ann", "Victoria", "Otto")]
    [False, True, True, False]
    """
    before = BEFORE.search(text, max(0, at - 30), at)
    if before and before["capital"] and ends_sentence(before[0].rstrip()):
        return False
    return before is not None and before["capital"] not in function_words() - {"The", "A", "An", "In", "At"}


def borne(known: Evidence) -> set[str]:
    """Give the forenames, folded, that only one of the persons named in the document has."""
    count: Counter[str] = Counter()
    for c in known.bearers.values():
        first = {given[0].casefold() for n in c.entity.names if (given := n.part("forename"))}
        count.update(word for word in first if not word.endswith("."))
    return {word for word, persons in count.items() if persons == 1 and folded(word) not in word_names()}


def made(start: int, end: int, word: str, candidates: tuple[Candidate, ...], rule: str) -> Mention:
    """Make a mention that is a forename; a word that nobody has for one may be a surname (`Dear Hartley`)."""
    parts = ((start, end, "forename"),) if candidates or is_common(word) else ()
    return Mention(start, end, candidates, parts, (word,), rule)


def whom(word: str, authority: Authority, known: Evidence, *, initials: bool = True) -> tuple[Candidate, ...]:
    """Give whom a forename means: who is named in the document, few if several are, else the few who have it.

    Whom the document names with a surname that nobody has is a stranger by the forename alone, too.

    `initials` says whether it may be that of somebody of whom only the initial is known.
    """
    full = known.forenames.get(word.casefold())
    if full and one(full):
        return one(full)
    near = [c for c in known.bearers.values() if bears(word, c, initials=initials)]
    if near:
        return few(near)
    found = few(of_forenames(authority).get(folded(word).casefold(), ()))
    return () if is_strangers(word, found, known) else found


def is_strangers(word: str, candidates: Iterable[Candidate], known: Evidence) -> bool:
    """Tell whether the document has a forename with another surname; one of the same letter may be misspelt."""
    letters = {s[:1] for c in candidates for n in c.entity.names for s in n.part("surname")}
    return bool(letters) and bool(known.strange.get(word.casefold(), set()) - letters)


def few(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Give a candidate for each of the persons if they are few, else nobody."""
    who = {c.entity.ref: c for c in candidates}
    return tuple(who.values()) if len(who) <= FEW else ()


def cut_off(text: str, mention: Mention, authority: Authority) -> Mention:
    """Give a mention with the first letter of a surname behind the forename, and the one whom it fits: `Casimir K.`."""
    found = LETTER.match(text, mention.end)
    if not found:
        return mention
    everyone = of_forenames(authority).get(folded(mention.given[0]).casefold(), ())
    fitting = (c for c in everyone if any(folded(s).startswith(found[1][0]) for s in c.name.part("surname")))
    parts = ((mention.start, mention.end, "forename"), (*found.span(1), "surname"))
    return mention._replace(end=found.end(1), parts=parts, candidates=one(fitting))


def bears(word: str, candidate: Candidate, *, initials: bool = True) -> bool:
    """Tell whether a person's first forename, or its initial, agrees with a word.

    One of whom initials are all that is known is rather a man, unless the authority says otherwise.
    """
    given = given_names(candidate)
    if given and is_initial(given[0]):
        full = [f for n in candidate.entity.names for f in n.part("forename")[:1] if not is_initial(f)]
        if full:
            return any(same_given(word, f) for f in full)
        if sex_of(word) == "F" and candidate.entity.sex != "F":
            return False
    return bool(given) and (initials or not is_initial(given[0])) and same_given(word, given[0])


@lru_cache(maxsize=8)
def of_forenames(authority: Authority) -> dict[str, tuple[Candidate, ...]]:
    """Give for every first forename, folded, who has it; those of one name in another language where nobody has.

    A later one counts where it is no usual forename, for then it may be the one in use: `Hallam, Alfred Brock`.
    """
    exact: dict[str, list[Candidate]] = defaultdict(list)
    later: dict[str, list[Candidate]] = defaultdict(list)
    related: dict[int, list[Candidate]] = defaultdict(list)
    for entity in authority.of("person"):
        for name in entity.names:
            for given in () if is_doubtful(name) else name.part("forename")[:1]:
                low = folded(given).casefold()
                exact[low].append(Candidate(entity, name, short=False))
                if low in families():
                    related[families()[low][0]].append(Candidate(entity, name, short=False))
            for given in name.part("forename")[1:]:
                low = folded(given).casefold()
                if not is_common(low):
                    later[low].append(Candidate(entity, name, short=False))
    exact = later | exact
    for low, (number, _) in families().items():
        if low not in exact and number in related:
            exact[low] = related[number]
    return {low: tuple(found) for low, found in exact.items() if not low.endswith(".")}
