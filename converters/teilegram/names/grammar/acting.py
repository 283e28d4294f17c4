"""Persons whom the sentence shows: `Sarkis died in May`, `Verin, the poet,`, `at McIlroy's`, `and Prior would love it`.

A capitalised word that nobody knows is a surname where only a person can do what is said, explained by who is
meant (`Bixley (Arthur, the deputy)`), as a house (`at McIlroy's`), and, in letters that have no capitals but those of
names, as the subject of a sentence that has begun or behind `poor`, `old`, `with` and the like (Guidelines, NDPER).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.names.capitalised import capitalised
from teilegram.names.grammar.apposed import is_surname, words
from teilegram.names.grammar.greetings import addressed, is_familiar
from teilegram.names.grammar.registers import is_forename
from teilegram.names.grammar.titles import last_word
from teilegram.names.persons import Mention, is_of_thing, small_words
from teilegram.names.variants.forenames import is_common

SHAPE = re.compile(r"(?:[DO]'|Mac|Mc)?[^\W\d_a-zЀ-ӿ][^\W\d_A-ZЀ-ӿ]{2,30}(?:-[^\W\d_a-zЀ-ӿ][^\W\d_A-ZЀ-ӿ]{1,30})?")
PLURAL = re.compile(r".*(?:[^aeious]s|isms?|ists?|ness|tion|ments?)$")
"""Endings of peoples and things (`Whigs`, `Communism`), which a surname seldom has."""
EXPLAINED = re.compile(r" \(([^\W\d_a-z][^\W\d_]+)[,)]| ?[—-]+ ?([^\W\d_a-z][^\W\d_]+)(?:,| ?[—-])")
"""A forename that tells which of a surname is meant."""
HOUSE = re.compile(
    r"'s(?:[,.;:)]| (?:on|and|in|with|for|last|yesterday|this|where|when|I|he|she|we|they|after|before|by|till)\b)"
)
BEGUN = re.compile(r"[^\W\d_A-Z]+,? $|[,;] $|& $")
"""What stands before a word in a sentence that has begun."""
VERB = re.compile(r" ([a-z]+)")
CAPITAL = re.compile(r" [^\W\d_a-zЀ-ӿ]")
NOUN = re.compile(r"\b(?:the|a|an|my|your|our|his|her|their) (?:[a-z]+ )?([^\W\d_])")
MOST_CAPITALS = 0.25
"""Which part of the words behind an article may have a capital, where capitals are those of names."""


@cache
def does() -> re.Pattern[str]:
    """Compile what only a person does, or is, behind a name."""
    acts, asks, people = (
        "|".join(sorted(some)) for some in (words("acts"), words("asks"), words("role") | words("kin"))
    )
    return re.compile(
        rf" (?:has |had |also |then |never |only )?(?:(?:{acts})|(?:{asks}) (?:me|him|her|us))\b"
        rf"|, (?:the|our|my|his|her|a|an|your|their) (?:[a-z]+ )?(?:{people})[,.;:)]"
    )


@cache
def first_words() -> frozenset[str]:
    """Give the words with which begins what only a person does: most verbs can be dismissed by one look."""
    said = {phrase.partition(" ")[0] for phrase in words("acts") | words("asks")}
    return frozenset(said | {"has", "had", "also", "then", "never", "only"})


@cache
def finite() -> re.Pattern[str]:
    """Compile the verbs that show a subject in a letter."""
    return re.compile(rf" (?:{'|'.join(words('verb'))})\b")


def acting(text: str) -> Iterator[Mention]:
    """Yield the surnames that what their bearers do shows.

    >>> s = "Sarkis died in May, and Bixley (Arthur, the deputy) dined at McIlroy's, where Verin, the poet, read."
    >>> [s[m.start:m.end] for m in acting(s)]
    ['Sarkis', 'Bixley', 'McIlroy', 'Verin']
    """
    small = small_words(text)
    letter = (is_familiar(text) or bool(addressed(text))) and not has_capital_nouns(text)
    for said, starts in capitalised(text).items():
        if not SHAPE.fullmatch(said) or not is_surname(said, small) or is_forename(said):
            continue
        size = len(said)
        if any(shows(text, at, at + size) or (letter and shown_in_letter(text, at, at + size, said)) for at in starts):
            part = "forename" if is_common(said) else "surname"
            alone = (at for at in starts if stands_alone(text, at, at + size))
            yield from (Mention(at, at + size, (), ((at, at + size, part),), (), "names.acting", "low") for at in alone)


def shows(text: str, at: int, end: int) -> bool:
    """Tell whether what is behind a word shows a person."""
    behind = text[end : end + 1]
    if behind == "'":
        return last_word(text, at) in ("at", "to", "from") and HOUSE.match(text, end) is not None
    if behind not in (" ", ",", "—", "-"):
        return False
    verb = VERB.match(text, end)
    if verb and verb[1] not in first_words():
        return False
    if does().match(text, end):
        return True
    explained = EXPLAINED.match(text, end)
    return explained is not None and is_forename(explained[1] or explained[2])


def shown_in_letter(text: str, at: int, end: int, said: str) -> bool:
    """Tell whether a word in a sentence that has begun is somebody, in a letter."""
    if PLURAL.fullmatch(said) or not BEGUN.search(text, max(0, at - 30), at):
        return False
    word = last_word(text, at)
    if word in words("beside"):
        return text[end : end + 1] != "'"
    return (word[-1:] in (",", ";", "&") or word in words("joint")) and finite().match(text, end) is not None


def stands_alone(text: str, at: int, end: int) -> bool:
    """Tell whether a word is no part of another name."""
    return not is_capital(last_word(text, at)) and not CAPITAL.match(text, end) and not is_of_thing(text, end)


def is_capital(word: str) -> bool:
    """Tell whether the word before a name belongs to it, or to another name."""
    return word[:1].isupper() and word[-1:] not in (",", ";", ":", ".", "?", "!", ")", '"')


def has_capital_nouns(text: str) -> bool:
    """Tell whether a text has capitals for nouns, as was the custom.

    >>> [has_capital_nouns(said) for said in ("the Town talks of the Bills", "the town, the rain, his wife, the Whigs")]
    [True, False]
    """
    nouns = [m[1] for m in NOUN.finditer(text)]
    return sum(letter.isupper() for letter in nouns) > MOST_CAPITALS * len(nouns) if len(nouns) > 1 else False
