"""Whether forenames and initials said agree with those that are known: `N. S.`, `Nikita`, `Никите`, `Stefan`."""

from __future__ import annotations

import re
from functools import lru_cache

from teilegram.folding import folded
from teilegram.model import Entity
from teilegram.names.lexicon import Candidate
from teilegram.names.variants.forenames import equivalent, sex_of
from teilegram.names.variants.slavic import TABLES

INITIAL_REST = r"(?:(?<=Y)[ua]|(?<=[KZSCTP])h)?\."
"""What follows the capital of an initial: `N.`, and one letter in two: `Yu.`, `Kh.`, `Th.`."""
INITIAL = rf"(?:[A-ZА-ЯЁ]{INITIAL_REST})"
INITIALS = re.compile(rf"(?:{INITIAL}|Дж\.)(?:[ -]?{INITIAL})*")


@lru_cache(maxsize=1 << 14)
def same_given(said: str, known: str) -> bool:
    """Tell whether what is said agrees with a forename: itself, in another case or language, or an initial.

    >>> same_given("N.", "Nikita"), same_given("Никите", "Никита"), same_given("Robert", "Roberta")
    (True, True, False)
    >>> same_given("Rupert", "R."), same_given("Josef", "Jozef"), same_given("Wm.", "William")
    (True, True, True)
    """
    a, b = latinised(said), latinised(known)
    if a > "а" > b:
        return any(same_given(form, known) for form in romanised(a))
    if a.endswith(".") or b.endswith("."):
        if len(a) > 2 < len(b) and equivalent(a, b):  # noqa: PLR2004
            return True
        a, b = a.rstrip("."), b.rstrip(".")
        return b.startswith(a) or a.startswith(b)
    if a == b or equivalent(a, b):
        return True
    stem = min(len(a), len(b)) - 1
    return a > "а" and stem >= 3 and a[:stem] == b[:stem] and abs(len(a) - len(b)) <= 2  # noqa: PLR2004


def latinised(given: str) -> str:
    """Fold a forename, and spell a Russian patronymic one way, whatever the system.

    >>> latinised("Andreyevich") == latinised("Andreevich"), latinised("Sergeyevitch"), latinised("Hélène")
    (True, 'sergeevich', 'helene')
    """
    low = folded(given).casefold()
    if not low.endswith(("vich", "vitch", "vna", "vič")):
        return low
    return low.replace("tch", "ch").replace("ye", "e").replace("yi", "i").replace("ii", "i").replace("y", "i")


@lru_cache(maxsize=4096)
def romanised(given: str) -> tuple[str, ...]:
    """Give a Russian forename or initial in Latin letters, with its last letters and without, for it may be inflected.

    >>> romanised("п."), romanised("петру")
    (('p.',), ('petru', 'petr'))
    """
    latin = given.translate(TABLES["bgn"])
    return (latin,) if given.endswith(".") else tuple(dict.fromkeys((latin, latin[:-1])))


def fits(given: tuple[str, ...], forenames: tuple[str, ...]) -> bool:
    """Tell whether given names and initials do not contradict a person's forenames.

    >>> fits(("N.", "S."), ("Nikita", "Sergeevich")), fits(("R.",), ("John", "Fitzgerald")), fits((), ("John",))
    (True, False, True)
    """
    return not forenames or all(same_given(g, f) for g, f in zip(given, forenames, strict=False))


def fullest(given: tuple[str, ...], candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Give the candidates who have as many forenames as are said; all where nobody has: `J. F.` is rather John F."""
    if len(given) < 2:  # noqa: PLR2004
        return candidates
    return tuple(c for c in candidates if len(given_names(c)) >= len(given)) or candidates


def given_names(candidate: Candidate) -> tuple[str, ...]:
    """Give the forenames of a candidate's name; those of the person's first name where the form has none (`Castro`)."""
    own = candidate.name.part("forename")
    return own or next((n.part("forename") for n in candidate.entity.names if n.part("forename")), ())


@lru_cache(maxsize=1 << 12)
def initials_or_word(given: str) -> tuple[str, ...]:
    """Divide `N.S.` into its initials; a word stays one."""
    return tuple(re.findall(INITIAL, given)) or (given,)


def fullness(forename: str) -> str:
    """Say how full a forename is, as TEI's `@full` does: `init`, `abb`, or nothing where it is written out.

    >>> fullness("N.S."), fullness("Yu."), fullness("Wm."), fullness("William")
    ('init', 'init', 'abb', '')
    """
    if not forename.endswith("."):
        return ""
    return "init" if INITIALS.fullmatch(forename) else "abb"


def initialled(word: str, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Give the one person whose forenames are known by their initials alone, if an unknown forename fits them.

    `Rufus Hallam` may be `Hallam, R. J.`, of whom the authority has no more, but nobody called `Stephen`.
    """
    fit = {c.entity.ref: c for c in candidates if (own := given_names(c)) and is_initial(own[0]) and fits((word,), own)}
    return tuple(fit.values()) if len(fit) == 1 else ()


def is_initial(forename: str) -> bool:
    """Tell whether a forename is abbreviated."""
    return forename.endswith(".")


@lru_cache(maxsize=1 << 12)
def sex(entity: Entity) -> str:
    """Give the sex that the authority says, else whose the forename is: M, F, or nothing."""
    if entity.sex:
        return entity.sex
    said = {whose for name in entity.names for word in name.part("forename")[:1] if (whose := sex_of(word.split()[0]))}
    return said.pop() if len(said) == 1 else ""
