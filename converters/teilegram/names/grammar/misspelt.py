"""Misspelt surnames behind a forename: `Helene Brandies`, `Otto Holmann`, `Helene Bran[1 letter illegible]eis`.

A forename leaves so few surnames that a slip of the typewriter or a letter that nobody can read hides nothing:
the one that is near enough is meant, and a person is asked to look.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from teilegram.folding import folded
from teilegram.model import Authority
from teilegram.names.capitalised import places
from teilegram.names.grammar.forenames import WORD, bears, of_forenames
from teilegram.names.grammar.greetings import NAME
from teilegram.names.grammar.titles import title_before
from teilegram.names.lexicon import Candidate, not_alone
from teilegram.names.linking.evidence import Evidence
from teilegram.names.persons import Mention
from teilegram.names.variants.given import given_names

NEAR = 75.0
"""Least similarity of the two spellings (normalised Indel distance, per cent)."""
LETTERS = 4
"""Letters that have to be read."""
GAP = re.compile(r"\[[^\[\]\n]{1,40}\]")
FULL = re.compile(
    rf"({NAME})(?: [A-Z]\.?)? (?:(von|de|van|von der) )?"
    rf"([^\W\d_a-zа-яё]\w*(?:\[[^\[\]\n]{{1,40}}\]\w*){{1,4}}|{NAME})(?![\w-])"
)


def misspelt(text: str, authority: Authority, known: Evidence) -> Iterator[Mention]:
    """Yield the persons whose surname is nearly the one that goes with the forename before it."""
    index = by_letter(authority)
    if not index:
        return
    initialled = [c for c in known.bearers.values() if given_names(c)[:1] and given_names(c)[0].endswith(".")]
    done = 0
    for at in places(text, lambda word: may_have(word, index, initialled)):
        m = FULL.match(text, at) if at >= done else None
        if not m or m.start(3) in known.placed or m[3].casefold() in not_alone():
            continue
        alike = index.get(folded(m[1]).casefold(), {}).get(folded(m[3][0]), ())
        near = nearest(m[3], [*alike, *(c for c in initialled if bears(m[1], c))])
        if near:
            parts = [(*m.span(1), "forename"), (*m.span(3), "surname")]
            parts += [(*m.span(2), "nameLink")] if m[2] else []
            title = title_before(text, m.start())
            parts += [(*title, "roleName")] if title else []
            start = title[0] if title else m.start()
            yield Mention(start, m.end(), (near,), tuple(sorted(parts)), (m[1],), "names.misspelt")
            done = m.end()


def may_have(word: str, index: dict[str, dict[str, list[Candidate]]], initialled: list[Candidate]) -> bool:
    """Tell whether somebody has a word for a forename, or of whom only the initial is known may have it."""
    if not WORD.fullmatch(word):
        return False
    return folded(word).casefold() in index or any(bears(word, c) for c in initialled)


@lru_cache(maxsize=8)
def by_letter(authority: Authority) -> dict[str, dict[str, list[Candidate]]]:
    """Give for every forename, folded, who has it, by the first letter of the surname."""
    found: dict[str, dict[str, list[Candidate]]] = defaultdict(lambda: defaultdict(list))
    for forename, candidates in of_forenames(authority).items():
        for c in candidates:
            if surname := c.name.part("surname"):
                found[forename][folded(surname[0][0])].append(c)
    return found


def nearest(said: str, candidates: list[Candidate]) -> Candidate | None:
    """Give the one person whose surname is near to what is said; none where it is the surname itself."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only letters with an authority need it

    found: dict[str, tuple[float, Candidate]] = {}
    read = GAP.sub("", said)
    for c in candidates:
        surname = " ".join(c.name.part("surname"))
        if not surname or len(read) < LETTERS or surname.casefold() == said.casefold() or said[0] != surname[0]:
            continue
        score = gapped(said, surname) if "[" in said else ratio(folded(said).casefold(), folded(surname).casefold())
        if score >= NEAR:
            found[c.entity.ref] = (score, c)
    return next(iter(found.values()))[1] if len(found) == 1 else None


def gapped(said: str, surname: str) -> float:
    """Tell how well the letters that can be read fit a surname, each gap standing for any letters.

    >>> gapped("Bran[1 letter illegible]eis", "Brandeis") >= NEAR, gapped("Bran[illegible]", "Kallman")
    (True, 0.0)
    """
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    pieces = [folded(piece).casefold() for piece in GAP.split(said)]
    low = folded(surname).casefold()
    if re.fullmatch(".{0,4}".join(map(re.escape, pieces)), low):
        return 100.0
    score = ratio("".join(pieces), low)
    return score if low.startswith(pieces[0][:2]) else 0.0
