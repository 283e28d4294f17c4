"""What a name of a place may be instead: a person's (`Mr. Washington`), a thing's (`Washington Post`), a word (`US`).

`Jordan` or `Florence` names a place only where a preposition or another place shows it (Guidelines, NDPLAC).
"""

from __future__ import annotations

import re
from functools import cache

from teilegram.names.beside import INITIALS, WORD
from teilegram.names.gazetteer import is_own, known
from teilegram.names.grammar.titles import last_word, title_before
from teilegram.names.heads import listed
from teilegram.names.lexicon import Hit, function_words
from teilegram.names.variants.forenames import is_common
from teilegram.vocabulary import table

BESIDE = re.compile(r"(?:,? and |,? or |, |/| и |, и )")
NEXT = re.compile(r" ([^\W\d_a-zа-яё][a-zà-ÿа-яё]+)")
GOODS = re.compile(r" ([A-Z]?[a-z]{2,14})(?: ([a-z]+'?))?(?![\w-])")
ONE = re.compile(
    r"(?<!\w)(?:an?|the|his|her|my|your|our|their|its|this|that|one|some|no|every)(?: [a-z-]+){0,2} $", re.IGNORECASE
)
RIVER = re.compile(r"(?: [Rr]iver|-рек(?:а|и|е|у|ой|ою))(?!\w)")
NAMED = re.compile(r" [A-ZÀ-ÞА-ЯЁ]")
LEFT = 40


@cache
def context(kind: str) -> frozenset[str]:
    """Give the words of `place_context` of one kind."""
    return frozenset(w for row in table("place_context") if row["kind"] == kind for w in row["words"].split("|"))


@cache
def thing_after() -> re.Pattern[str]:
    """Compile the words after which a name of a place is part of another name."""
    return re.compile(rf" (?:{'|'.join(sorted(context('thing'), key=len, reverse=True))})(?!\w)")


def is_brand(text: str, hit: Hit) -> bool:
    """Tell whether a place gives its name to a kind of goods: `a Panama hat`, `Vienna sausages`.

    Whoever makes or sells them is again of the place, as in `the Havana cigar makers`.

    >>> said = "a Panama hat, Vienna sausages, Havana cigar makers, London hat abgelehnt, in Vienna streets"
    >>> found = [Hit(m.start(), m.end(), ()) for m in re.finditer("Panama|Vienna|Havana|London", said)]
    >>> [said[h.start:h.end + 4] for h in found if is_brand(said, h)]
    ['Panama hat', 'Vienna sau']
    """
    thing = GOODS.match(text, hit.end)
    if not thing or thing[2] in context("trade"):
        return False
    word = thing[1].lower()
    if word in context("goods"):
        return True
    return word in context("piece") and bool(ONE.search(text, max(0, hit.start - LEFT), hit.start))


def doubt(hit: Hit) -> str:
    """Tell what else a name of the tables may be: `person`, `name`, or nothing."""
    entity, name = hit.candidates[0][:2]
    about = known().get(entity.ident)
    if about is None or not about.doubt or is_own(entity):
        return ""
    kind, _, only = about.doubt.partition(":")
    if only:
        return kind if name.text in only.split("|") else ""
    return "" if name.lang in ("de", "fr") and not is_common(name.text) else kind


def is_water(hit: Hit) -> bool:
    """Tell whether a name of the tables is that of a river, a lake or a sea."""
    about = known().get(hit.candidates[0].entity.ident)
    return about is not None and about.kind == "water"


def is_other_water(text: str, hit: Hit) -> bool:
    """Tell whether a town or a country has the name of a water that is meant here: `the river Moskva`, `Москва-река`.

    >>> from teilegram.model import Authority
    >>> from teilegram.names.gazetteer import of_everything
    >>> said = "at the river Ohio, on the Niger river; from Ohio to the river Rhine"
    >>> [said[h.start:h.end] for h in of_everything(Authority()).find(said) if is_other_water(said, h)]
    ['Ohio', 'Niger']
    """
    if is_water(hit) or hit.candidates[0].entity.sort not in ("", "city", "country", "region"):
        return False
    return is_shown(text, hit, context("water")) or RIVER.match(text, hit.end) is not None


def shows(text: str, hit: Hit) -> bool:
    """Tell whether a preposition shows a place for the whole document; a water needs its article each time."""
    return is_shown(text, hit, context("near")) and not is_water(hit)


def is_near(text: str, hit: Hit) -> bool:
    """Tell whether a word beside a name shows a place: `in Nice`, `the Florence Consulate`, and a water `the Spree`."""
    if is_shown(text, hit, context("near")):
        return True
    if not doubt(hit):
        return False
    after = NEXT.match(text, hit.end)
    if after and after[1] in listed("organisation_heads", "in"):
        return True
    if not is_water(hit) or NAMED.match(text, hit.end):
        return False
    words = text[max(0, hit.start - LEFT) : hit.start].split()
    return bool(words) and words[-1].lower() in context("beside") | context("water")


def is_person(text: str, hit: Hit) -> bool:
    """Tell whether a title, initials or, for a name that persons bear, a capitalised word beside it shows a person.

    >>> from teilegram.model import Authority
    >>> from teilegram.names.gazetteer import of_everything
    >>> said = "George Washington saw Mr. London in Washington, not in Paris Peace Treaty terms"
    >>> found = of_everything(Authority()).find(said)
    >>> [said[h.start:h.end] for h in found if not is_person(said, h)]
    ['Washington', 'Paris']
    """
    left = text[max(0, hit.start - LEFT) : hit.start]
    if title_before(text, hit.start) or ((left[-2:-1] in (".", "-") or left[-1:] == ".") and INITIALS.search(left)):
        return True
    if not doubt(hit):
        return False
    after = NEXT.match(text, hit.end)
    if after and after[1] in listed("organisation_heads", "in"):
        return False
    before = WORD.search(left)
    given = before and before[1][0].isupper() and before[1][1:].islower() and before[1] not in function_words()
    return bool(given and before and before[1] not in before_a_place()) or bool(
        after and after[1] not in function_words() and after[1] not in no_surnames()
    )


@cache
def before_a_place() -> frozenset[str]:
    """Give the capitalised words that stand before a place and are no forename: `North`, `Soviet`, `Embassy`."""
    return context("broader") | {row["word"] for row in table("before_names")}


@cache
def no_surnames() -> frozenset[str]:
    """Give the capitalised words that follow a place and are no surname: titles and months."""
    months = {word for row in table("months") for word in row["en"].split("|")}
    return frozenset({row["title"] for row in table("titles")} | months)


def is_shown(text: str, hit: Hit, words: frozenset[str]) -> bool:
    """Tell whether a word before a name, an article aside, shows a place."""
    word = last_word(text, hit.start)
    if word == "the":
        word = last_word(text, hit.start - len("the "))
    if not word:
        before = text[max(0, hit.start - LEFT) : hit.start].replace(" the ", " ").split()
        word = before[-1] if before else ""
    return word.lower() in words


def beside(text: str, found: list[Hit], i: int) -> bool:
    """Tell whether another place stands directly beside a name: `Jordan and Syria`."""
    for one, other in ((i - 1, i), (i, i + 1)):
        if one >= 0 and other < len(found) and found[one].candidates[0].entity.kind == "place":
            neighbour = found[one] if other == i else found[other]
            between = BESIDE.fullmatch(text, found[one].end, found[other].start)
            if between and neighbour.candidates[0].entity.kind == "place" and doubt(neighbour) != "name":
                return True
    return False


def shouted(text: str, hit: Hit) -> bool:
    """Tell whether a common word in capitals stands among capitals, and is no name.

    >>> from teilegram.model import Authority
    >>> from teilegram.names.gazetteer import of_everything
    >>> said = "TELL US NOTHING; the US fleet, REACHED USSR TODAY"
    >>> [said[h.start:h.end] for h in of_everything(Authority()).find(said) if not shouted(said, h)]
    ['US', 'USSR']
    """
    if text[hit.start : hit.end] not in context("common"):
        return False
    around = [*text[max(0, hit.start - LEFT) : hit.start].split()[-1:], *text[hit.end : hit.end + LEFT].split()[:1]]
    return bool(around) and all(word.isupper() for word in around)
