"""What stands at a name: the words of an office, and those for an age, `the late Sir Thomas`, `young Hallam`."""

from __future__ import annotations

import re

from teilegram.model import Entity
from teilegram.names.linking.times import Period, dead, first_day
from teilegram.names.persons import Mention

AROUND = 90
"""How far before or behind a name the words of its office may stand, in characters."""
WORDS = (
    r"(?:(?:U\.S\.(?:S\.R\.)?|U\.K\.|[A-Z][\w'-]*),? |(?:of|to|in|for|at|and|the|our|your|his|her|former|then|late),? )"
)
BEFORE = re.compile(rf"(?<!\w){WORDS}{{1,12}}$")
AFTER = re.compile(
    rf",? (?:the (?:[a-z]+ )?(?=[a-z])[a-z]+|(?<=, )(?!and\b|to\b){WORDS}{{0,8}}[A-Z][\w'-]*(?: [a-z]{{4,}})?)"
)
OTHERS = re.compile(r"\b(?:to|from|and|by|with|for) (?=(?:the|our|your|his|her)\b)|, ")
"""What parts two offices: `from the Secretary of State to the Resident`."""
COMPLEMENT = re.compile(r" (?:of|from|at) (?:the )?[A-Z][\w'-]*(?: (?:of |for |the )*[A-Z][\w'-]*){0,3}")
WORD = re.compile(r"(?<!\w)[A-Z][\w'-]{3,}")
YOUNG = re.compile(r"\b(?:[Yy]oung(?:er)?|[Ll]ittle|[Jj]unior|[Jj]eune|[Ff]ils)\b")
OLD = re.compile(r"\b(?:[Oo]ld|[Ee]lder|[Ss]enior|[Pp]ère)\b")
LATE = re.compile(r"\b(?:[Ll]ate|[Dd]eceased|покойн\w+)\b")


def at_name(m: Mention, text: str) -> str:
    """Give the words that stand at a name and may say an office: in the title, before it, or behind it.

    >>> s = "to US President John Kennedy, and Mr. Hale the merchant"
    >>> at_name(Mention(16, 28, (), (), ()), s), at_name(Mention(34, 42, (), ((34, 37, "roleName"),), ()), s)
    ('to US President', 'and Mr. the merchant')
    """
    before = BEFORE.search(text, max(0, m.start - AROUND), m.start)
    inside = [text[a:b] for a, b, element in m.parts if element == "roleName"]
    behind = AFTER.match(text, m.end)
    said = (
        OTHERS.split(before[0].rstrip(", "))[-1] if before else "",
        *inside,
        behind[0].lstrip(",") if behind else "",
    )
    return " ".join(" ".join(said).split())


def behind(m: Mention, text: str) -> str:
    """Give what a name goes on with: `of the Interior Ministry`, `from the Treasury`."""
    found = COMPLEMENT.match(text, m.end)
    return found[0] if found else ""


def of_words(phrase: str, who: list[Entity]) -> list[Entity]:
    """List those of whose offices the authority says most of the words that stand at a name."""
    words = {w.casefold() for w in WORD.findall(phrase)}
    said = {e.ref: {w.casefold() for o in e.offices for w in WORD.findall(f"{o.title} {o.org}")} for e in who}
    best = max((len(words & said[e.ref]) for e in who), default=0)
    return [e for e in who if len(words & said[e.ref]) == best] if best else []


def of_age(who: list[Entity], around: str, when: Period) -> list[Entity]:
    """List whom a word for age before a name leaves: the dead, the latest born, or the first."""
    if LATE.search(around):
        return [e for e in who if dead(e, when)]
    young, old = YOUNG.search(around), OLD.search(around)
    if bool(young) == bool(old) or not all(e.birth for e in who):
        return []
    ranked = sorted(who, key=lambda e: first_day(e.birth.partition("/")[0]), reverse=bool(young))
    return ranked[:1]
