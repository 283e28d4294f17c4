"""Forenames that stand for a person: `Dear Helene:`, `Otto is still in the mountains`, the signature `Rupert`.

A forename alone names nobody in particular, so it is a name only in a greeting, as a signature, or where the
document has it with a surname or in one of those places; and it is linked only where one person is left.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from teilegram.model import Authority
from teilegram.names.lexicon import Candidate, function_words, not_alone
from teilegram.names.linking.evidence import Evidence, one
from teilegram.names.persons import Mention
from teilegram.names.variants.folding import folded
from teilegram.names.variants.forenames import families, is_common, word_names
from teilegram.names.variants.given import given_names, is_initial, same_given
from teilegram.names.variants.order import is_doubtful
from teilegram.vocabulary import table

REST = r"[^\W\d_A-ZА-ЯЁ]+(?:-[^\W\d_]+)?"
NAME = rf"[^\W\d_a-zа-яё]{REST}"
GREETING = re.compile(
    rf"^[ \t]*(?:My |Mein |Meine |Mon |Ma )?(?:[Dd]ear|[Dd]earest|[Ll]ieber?|[Ll]iebste[rs]?|[Cc]her|[Cc]h[eè]re)"
    rf" ({NAME})(?=\s*(?:[,:;.!·]|$))",
    re.MULTILINE,
)
SIGNED = re.compile(rf"^[ \t]*(?:\[[^\]\n]{{1,30}}\] )?({NAME}) ?[.,']?[ \t]*$", re.MULTILINE)
WORD = re.compile(rf"[^\W\d_a-zа-яё](?<![\w.'-].){REST}(?![\w-])")
BEFORE = re.compile(r"(?:(?P<capital>[^\W\d_a-zа-яё][\w'-]*)\.? |\b(?:in|at|near|the|a|an|The|A|An|In|At) )$")
AFTER = re.compile(r" [^\W\d_a-zа-яё][\w]|\.[A-Z]| (?:[A-Z]\.)+ ?[A-Z]")
CLOSING = re.compile(
    "Yours?|Love|Ever|Affectionately|Sincerely|Cordially|Respectfully|Regards|Ihre?|Dein|Deine", re.IGNORECASE
)
FEW = 3
"""Persons of one forename among whom a document may leave the choice to its editor."""
FOOT = 160
"""How far from the end of a document a signature may stand, in characters."""


@cache
def valedictions() -> re.Pattern[str]:
    """Compile the words before a signature: `love`, `Yours ever,`."""
    words = "|".join(row["words"] for row in table("salutations") if row["type"] == "valediction")
    return re.compile(rf"(?:^|\n)[^\n]{{0,40}}\b(?:{words}|yours?|ever|affection)\b[^\n]{{0,40}}\n\s*$", re.IGNORECASE)


def addressed(text: str) -> list[re.Match[str]]:
    """List the forenames in greetings and signatures.

    >>> [m[1] for m in addressed("Dear Helene:\\n\\nAll is well here, I think.\\n\\nlove\\nRupert")]
    ['Helene', 'Rupert']
    """
    found = list(GREETING.finditer(text))
    for m in SIGNED.finditer(text):
        if m[1].casefold() in not_alone():
            continue
        at_foot = len(text.rstrip()) - m.end() < FOOT and (found or is_common(m[1]))
        if valedictions().search(text, max(0, m.start() - 100), m.start()) or at_foot:
            found.append(m)
    return [m for m in found if m[1].casefold() not in not_alone() and not CLOSING.fullmatch(m[1])]


def alone(text: str, authority: Authority, known: Evidence) -> Iterator[Mention]:
    """Yield the forenames of a reading that stand for a person."""
    marked = addressed(text)
    licensed = {m[1].casefold() for m in marked} | known.forenames.keys() | borne(known)
    personal = bool(marked)
    for m in marked:
        yield surely(made(m.start(1), m.end(1), m[1], whom(m[1], authority, known), "names.addressed"), known)
    for m in WORD.finditer(text):
        word = m[0].casefold()
        if word not in licensed and not personal:
            continue
        if word in not_alone() or word in known.lower:
            continue
        sure = word in licensed or (personal and is_common(word) and folded(word) not in word_names())
        if not sure and not (personal and folded(word) in of_forenames(authority)):
            continue
        if stands_with(text, m.start()) or AFTER.match(text, m.end()):
            continue
        candidates = whom(m[0], authority, known, initials=sure)
        if candidates or sure:
            yield surely(made(*m.span(), m[0], candidates, "names.forename"), known)


def surely(mention: Mention, known: Evidence) -> Mention:
    """Give a mention that is unsure where but a forename tells who is meant, or a stranger here has it too."""
    strange = mention.candidates and (
        mention.candidates[0].entity.ref not in known.bearers
        or is_strangers(mention.given[0], mention.candidates, known)
    )
    return mention._replace(cert="low") if strange else mention


def stands_with(text: str, at: int) -> bool:
    """Tell whether what stands before a word makes another name of it, or a place.

    >>> said = "Not Robert, but Miss Ann, in Victoria"
    >>> [stands_with(said, said.index(word)) for word in ("Robert", "Ann", "Victoria")]
    [False, True, True]
    """
    before = BEFORE.search(text, max(0, at - 30), at)
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


def bears(word: str, candidate: Candidate, *, initials: bool = True) -> bool:
    """Tell whether a person's first forename, or its initial, agrees with a word."""
    given = given_names(candidate)
    return bool(given) and (initials or not is_initial(given[0])) and same_given(word, given[0])


@lru_cache(maxsize=8)
def of_forenames(authority: Authority) -> dict[str, tuple[Candidate, ...]]:
    """Give for every first forename, folded, who has it; those of one name in another language where nobody has."""
    exact: dict[str, list[Candidate]] = defaultdict(list)
    related: dict[int, list[Candidate]] = defaultdict(list)
    for entity in authority.of("person"):
        for name in entity.names:
            for given in () if is_doubtful(name) else name.part("forename")[:1]:
                low = folded(given).casefold()
                exact[low].append(Candidate(entity, name, short=False))
                if low in families():
                    related[families()[low][0]].append(Candidate(entity, name, short=False))
    for low, (number, _) in families().items():
        if low not in exact and number in related:
            exact[low] = related[number]
    return {low: tuple(found) for low, found in exact.items() if not low.endswith(".")}
