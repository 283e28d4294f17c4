"""Roles that stand for a person: `His Czarish Majesty`, `the Queen`, `our Ambassador` become `rs`.

A sovereign's style always means somebody.  An office does where the document says who holds it, or where the authority
has the phrase; `an ambassador`, `the British Ambassador's secretary` and an office that nobody is named for are
left alone.  Phrases are compared by what they say (`data/roles.tsv`), so that an authority's `Sa Majesté
Czarienne` and `Tsar Peter I` are found as `His Czarish Majesty`.  Guidelines, NDPER (rs).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from teilegram.folding import folded
from teilegram.model import Authority, Entity
from teilegram.names.capitalised import places
from teilegram.vocabulary import table

ADJECTIVE = r"(?:(?:U\.S\.|[A-Z][A-Za-z]{1,15}) )"
REALM = r"(?: of (?:(?:the|all|great|Great) ){0,2}[A-Z][a-z]{2,15})?"


ARTICLES = {"he": ("the",), "ur": ("your", "our"), "is": ("his",), "er": ("her",), "ir": ("their",)}
"""The words with which a role begins, by their last two letters."""
AIMED = re.compile(r"\b(?:becom(?:e|es|ing)|became|elected|appointed|named|as|(?:post|office|position|rank) of) $")
"""What stands before an office that nobody holds yet."""
PORTFOLIO = r"(?: of (?:the )?(?:Interior|Foreign Affairs|Defen[cs]e|War|Finance))?"


BODY = re.compile(
    r" of (?:the )?(?:[A-Z]\w+ )?(Senate|House|Chamber|Assembly|Council|Congress|League|Board|Committee|Commission|"
    r"Court|Bank|Parliament|Academy|Society|Association|Federation|Conference|Diet|University|Company|Club)(?!\w)"
)
"""What has officers of its own: its President is not the President."""


def bodies(phrase: str) -> list[str]:
    """List what a phrase says of the bodies whose office it is.

    >>> bodies("President of the Senate"), bodies("President of the United States")
    (['of senate'], [])
    """
    return [f"of {body.casefold()}" for body in BODY.findall(phrase)]


class Role(NamedTuple):
    """A phrase in a reading: what it says, whose it is (M, F), and whether it is an office or signs alone."""

    start: int
    end: int
    says: frozenset[str]
    sex: str
    office: bool
    signed: bool


FOOT = 120
"""How far from the end of a document an office may sign for its holder, in characters."""


@cache
def concepts() -> dict[str, tuple[str, str, str]]:
    """Give for every word, spelt plainly, what it says, the kind of that, and whose it is."""
    found: dict[str, tuple[str, str, str]] = {}
    for row in table("roles"):
        for word in row["words"].split("|"):
            found.setdefault(plainly(word), (row["concept"], row["kind"], row["sex"]))
    return found


@lru_cache(maxsize=1 << 14)
def plainly(word: str) -> str:
    """Spell a word without diacritics, doubled letters and endings that spelling of an age adds.

    >>> plainly("Czaarish"), plainly("Brittish"), plainly("Majestys")
    ('czarish', 'british', 'majesti')
    """
    low = folded(word).casefold().replace("y", "i").removesuffix("s")
    return re.sub(r"(.)\1", r"\1", low)


@cache
def phrases() -> re.Pattern[str]:
    """Compile the styles of sovereigns and the offices, with their article or possessive."""
    crowned = "|".join(row["words"] for row in table("roles") if row["kind"] == "rank" and row["sex"])
    offices = "|".join(row["words"] for row in table("roles") if row["kind"] == "office")
    style = (
        rf"(?<=[Hh])(?:is|er) {ADJECTIVE}{{0,3}}(?:Majest(?:y|ie)|Highness|Holiness)s?(?: the (?:{crowned}))?{REALM}"
    )
    crown = rf"(?<=[Tt])he (?:late )?{ADJECTIVE}?(?:{crowned}){REALM}"
    whose = "(?:(?<=[Tt])he(?:ir)?|(?<=[Oo])ur|(?<=[Yy])our|(?<=[Hh])is)"
    held = rf"{whose} {ADJECTIVE}{{0,2}}(?:{offices})(?: of State| General)?{PORTFOLIO}"
    phrase = rf"(?P<style>{style})|(?P<crown>{crown})|(?P<office>{held})"
    another = r"(?!-[a-z]|(?<=Secretary) (?:of|for) |(?<=State) (?:of|for) )"
    return re.compile(rf"[HhTtOoYy](?<![\w-].)(?:{phrase})(?!\w)(?! [A-Z][a-z]){another}")


@cache
def signatures() -> re.Pattern[str]:
    """Compile the offices that are all of a line."""
    offices = "|".join(row["words"] for row in table("roles") if row["kind"] == "office")
    return re.compile(rf"(?<=\n)(?:[Tt]he )?{ADJECTIVE}{{0,2}}(?:{offices})(?= *(?:\n|$))")


def roles(text: str) -> Iterator[Role]:
    """Yield the phrases of a reading that may stand for a person.

    >>> s = "that His Czaarish Majesty and the Queen of Spain told our Ambassador"
    >>> [(s[r.start:r.end], sorted(r.says), r.sex) for r in roles(s)][0]
    ('His Czaarish Majesty', ['czar', 'majesty'], 'M')
    >>> [s[r.start:r.end] for r in roles(s)][1:]
    ['the Queen of Spain', 'our Ambassador']
    """
    taken = 0
    for at in beginnings(text):
        m = phrases().match(text, at) if at >= taken else None
        if not m:
            continue
        taken = m.end()
        if m["office"] and AIMED.search(text, max(0, m.start() - 30), m.start()):
            continue
        said = meant_by(m[0])
        sex = next((s for _, kind, s in said if kind == "rank" and s), "")
        if m["style"] and not sex:
            sex = "F" if m[0][:3].casefold() == "her" else "M"
        body = BODY.match(text, m.end()) if m["office"] else None
        says = frozenset((*(c for c, _, _ in said), *(bodies(body[0]) if body else ())))
        yield Role(*m.span(), says, sex, m["office"] is not None, signed=False)
    yield from (r for r in signed(text) if r.start >= taken)


def beginnings(text: str) -> Iterator[int]:
    """Yield where an article or a possessive stands before a capital: few places, found faster than the phrases.

    >>> said = "that the late King and our Ambassador heard the news"
    >>> [said[at:at + 5] for at in beginnings(said)]
    ['the l', 'our A']
    """
    for capital in places(text, lambda word: word[0].isascii()):
        at = capital - 1
        if text.endswith(" late", 0, at):
            at -= len(" late")
        for word in ARTICLES.get(text[at - 2 : at], ()):
            if text[at - len(word) : capital].casefold() in (f"{word} ", f"{word} late "):
                yield at - len(word)
                break


def signed(text: str) -> Iterator[Role]:
    r"""Yield the offices that sign for their holders: the last lines of a reading that are nothing else.

    >>> s = "I remain of opinion.\n\nThe Resident Minister\n"
    >>> [(s[r.start:r.end], r.signed) for r in signed(s)]
    [('The Resident Minister', True)]
    """
    foot = len(text.rstrip()) - FOOT
    for m in signatures().finditer(text, max(0, foot - FOOT)):
        if m.end() >= foot:
            said = frozenset(c for c, _, _ in meant_by(m[0]))
            yield Role(*m.span(), said, "", office=False, signed=True)


def meant_by(phrase: str) -> list[tuple[str, str, str]]:
    """List what the words of a phrase say."""
    return [concepts()[w] for word in phrase.split() if (w := plainly(word)) in concepts()]


@lru_cache(maxsize=8)
def of_roles(authority: Authority) -> dict[str, tuple[tuple[Entity, frozenset[str], str], ...]]:
    """Give for every concept the persons of whom a name says it, with all that the name says and the person's sex."""
    found: dict[str, list[tuple[Entity, frozenset[str], str]]] = defaultdict(list)
    for entity in authority.of("person"):
        for name in entity.names:
            said = [concepts()[w] for word in words(name.text) if (w := plainly(word)) in concepts()]
            says = frozenset(c for c, _, _ in said)
            if not any(kind != "realm" for _, kind, _ in said):
                continue
            sex = entity.sex or sex_of(entity)
            for concept in says:
                found[concept].append((entity, says, sex))
    return {concept: tuple(who) for concept, who in found.items()}


def words(name: str) -> list[str]:
    """Divide an authority's name into words, its brackets read through."""
    return re.findall(r"[^\W\d_]+", name.replace("[", "").replace("]", ""))


def sex_of(entity: Entity) -> str:
    """Give whose the ranks are that an authority's names of a person say; nothing where they disagree."""
    said = {concepts()[w][2] for n in entity.names for word in words(n.text) if (w := plainly(word)) in concepts()} - {
        ""
    }
    return next(iter(said)) if len(said) == 1 else ""
