"""What an English sentence says of a seat of government where it means the government: it says, thinks and wills.

`will not budge`, `has had enough of it`, `is prepared to sign`, `raised objections`: an auxiliary, adverbs, and a verb,
an adjective or a noun of mind and speech (`data/metonyms.tsv`).  A town has airports, is cold, and was founded.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from teilegram.vocabulary import table

WIDEST = 5
"""So many words may stand between a verb like `have` and what it has."""
VOWELS = "aeiou"


@cache
def words_of(lang: str, kind: str) -> frozenset[str]:
    """Give the words of a language and kind."""
    rows = (row for row in table("metonyms") if (row["lang"], row["kind"]) == (lang, kind))
    return frozenset(word for row in rows for word in row["words"].split("|"))


def listed(kind: str) -> frozenset[str]:
    """Give the English words of one kind."""
    return words_of("en", kind)


@cache
def forms(kind: str) -> dict[str, frozenset[str]]:
    """Give the forms of verbs of one kind: their `base`, `third` person, `past`, `participle` and `ing`.

    >>> sorted(form for form in forms("verb")["past"] if form.startswith(("rep", "kne", "agr")))
    ['agreed', 'knew', 'replied', 'repudiated']
    """
    made: dict[str, set[str]] = {name: set() for name in ("base", "third", "past", "participle", "ing")}
    for entry in listed(kind):
        verb, *irregular = entry.split(":")
        past = irregular[:1] or regular(verb, "ed")
        made["base"].add(verb)
        made["third"].update({"has"} if verb == "have" else regular(verb, "s"))
        made["past"].update(past)
        made["participle"].update(irregular[1:] or past)
        made["ing"].update(regular(verb, "ing"))
    return {name: frozenset(words) for name, words in made.items()}


def regular(verb: str, ending: str) -> list[str]:
    """Give a verb with an ending; whether its last consonant is doubled is left open.

    >>> regular("deny", "ed"), regular("admit", "ed"), regular("hope", "ing"), regular("wish", "s")
    (['denied'], ['admited', 'admitted'], ['hoping'], ['wishes'])
    """
    consonant_y = verb.endswith("y") and verb[-2] not in VOWELS
    if ending == "s":
        return [verb[:-1] + "ies"] if consonant_y else [verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")]
    if consonant_y and ending == "ed":
        return [verb[:-1] + "ied"]
    if verb.endswith("e"):
        return [verb[: -1 if ending == "ed" or not verb.endswith("ee") else None] + ending]
    closed = verb[-1] not in VOWELS + "wxy" and verb[-2] in VOWELS and verb[-3:-2] not in tuple(VOWELS)
    return [verb + ending, verb + verb[-1] + ending] if closed else [verb + ending]


def says(words: Sequence[str], *, plural: bool = False) -> bool:
    """Tell whether the words behind a subject, in small letters, are a predicate of speech, mind or will.

    >>> [says(s.split()) for s in ("will not budge", "has had enough", "is prepared to", "has already agreed")]
    [True, True, True, True]
    >>> [says(s.split()) for s in ("has two airports", "will be cold", "is a city", "was not built", "lies far")]
    [False, False, False, False, False]
    """
    words = forward(words)
    if not words:
        return False
    first, rest = words[0], words[1:]
    if first in listed("modal"):
        return infinitive(forward(rest))
    if first in listed("have") and (found := perfect(forward(rest))):
        return found
    if first in listed("be") | listed("seem"):
        return of_mind(forward(rest))
    if first in forms("light")["third"] | forms("light")["past"]:
        return takes(rest)
    return finite(first, rest, plural=plural)


def finite(first: str, rest: Sequence[str], *, plural: bool = False) -> bool:
    """Tell whether a verb without auxiliary is of mind or speech, and no noun or participle that looks like one."""
    verbs = forms("verb")
    if first.endswith("ed") and rest[:1] == ["that"]:
        return True
    if first in verbs["third"] or (plural and first in verbs["base"]):
        return not (rest and rest[0] in listed("behind"))
    passive = bool(rest) and (rest[0] in ("by", "to") if first in listed("reputed") else rest[0] == "by")
    return first in verbs["past"] and not passive


def asked(words: Sequence[str]) -> bool:
    """Tell whether words go on as a question does behind its subject: `Does London | know`, `Is Bonn | prepared`."""
    words = forward(words)
    return infinitive(words) or of_mind(words)


def infinitive(words: Sequence[str]) -> bool:
    """Tell whether the words behind a modal verb are of mind: `budge`, `be prepared`, `have known`."""
    if not words:
        return False
    if words[0] == "be":
        return of_mind(forward(words[1:]))
    if words[0] == "have" and perfect(forward(words[1:])):
        return True
    if words[0] in forms("light")["base"]:
        return takes(words[1:])
    return words[0] in forms("verb")["base"]


def perfect(words: Sequence[str]) -> bool:
    """Tell whether the words behind `have` are a participle of mind: `agreed`, `been told`, `had enough`."""
    if not words:
        return False
    if words[0] == "been":
        return of_mind(forward(words[1:]))
    if words[0] in forms("light")["participle"]:
        return takes(words[1:])
    return words[0] in forms("verb")["participle"]


def of_mind(words: Sequence[str]) -> bool:
    """Tell whether the words behind `be` are of mind: `prepared`, `informed`, `in favour`, `to decide`."""
    if not words:
        return False
    if words[0] in ("being", "to") and len(words) > 1:
        return words[1] in (listed("told") if words[0] == "being" else forms("verb")["base"])
    return (
        words[0] in listed("mind")
        or words[0] in listed("told")
        or words[0] in forms("verb")["ing"]
        or " ".join(words).startswith(tuple(listed("phrase")))
    )


def takes(words: Sequence[str]) -> bool:
    """Tell whether what is had, made or taken is of mind: `no intention`, `every reason to hope`, `its consent`."""
    if words[:1] == ["enough"]:
        return words[1:2] in ([], ["of"])
    for word in words[:WIDEST]:
        if word in listed("noun"):
            return True
        if word in listed("preposition"):
            return False
    return False


def forward(words: Sequence[str]) -> Sequence[str]:
    """Leave out the adverbs with which words begin."""
    at = 0
    while at < len(words) and (words[at] in listed("adverb") or (words[at].endswith("ly") and len(words[at]) > WIDEST)):
        at += 1
    return words[at:]
