"""Places: names of the authority and of the gazetteer, where the sentence does not show that they are something else.

`Washington insists` stands for a government and says so by its rule; `Mr. Washington`, `the Washington Post` and `Paris
Peace Treaty` name no place, and `Jordan` or `Florence` does so only where a preposition or another place shows it
(Guidelines, NDPLAC).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.model import Annotation, Document, Entity, Finding, Name
from teilegram.names.beside import INITIALS, WORD
from teilegram.names.cyrillic.places import may_be_person, russian_places
from teilegram.names.gazetteer import is_own, known, of_everything, seats
from teilegram.names.geonames import unlisted
from teilegram.names.grammar.titles import title_before
from teilegram.names.heads import heads
from teilegram.names.lexicon import Candidate, Hit, Lexicon, function_words, is_cyrillic
from teilegram.names.localities import localities
from teilegram.names.organisations import organisations
from teilegram.names.parted import parts
from teilegram.names.things import is_ship
from teilegram.offsets import Reading
from teilegram.vocabulary import table

ELEMENTS = {"place": "placeName", "org": "orgName"}
BESIDE = re.compile(r"(?:,? and |,? or |, |/| и |, и )")
NEXT = re.compile(r" ([^\W\d_a-zа-яё][a-zà-ÿа-яё]+)")
LEFT = 40


@cache
def context(kind: str) -> frozenset[str]:
    """Give the words of `place_context` of one kind."""
    return frozenset(w for row in table("place_context") if row["kind"] == kind for w in row["words"].split("|"))


@cache
def thing_after() -> re.Pattern[str]:
    """Compile the words after which a name of a place is part of another name."""
    return re.compile(rf" (?:{'|'.join(sorted(context('thing'), key=len, reverse=True))})(?!\w)")


@cache
def speaks_after() -> re.Pattern[str]:
    """Compile what a government does, behind the seat that stands for it: `Washington has replied`."""
    verbs = "|".join(sorted(context("speaks"), key=len, reverse=True))
    return re.compile(
        rf" (?:(?:also|has|had|have|is|was|would|not|still|now|already|не|уже|также) ){{0,2}}(?:{verbs})(?!\w)"
    )


def places(document: Document, text: Reading) -> Iterator[Hit]:
    """Yield the places and organisations that a reading names; where two overlap, choosing is another step's."""
    found = list(of_everything(document.authority).find(text.text))
    stand = list(standing(text.text, found))
    lexicon = of_everything(document.authority)
    yield from by_grammar(lexicon, text.text, stand)
    stand = list(with_places_inside(lexicon, text.text, stand))
    yield from stand
    marks = heads(text.text)
    yield from (listed(lexicon, hit) for hit in organisations(text.text, stand, marks))
    yield from localities(text.text, stand, marks)
    if document.authority.gazetteer:
        yield from unlisted(text.text, stand)


def by_grammar(lexicon: Lexicon, text: str, stand: list[Hit]) -> Iterator[Hit]:
    """Yield the places of a Russian text that the tables do not have, or have as a name that persons bear."""
    ends = {h.end for h in stand}
    for spot in russian_places(text):
        known = tuple(c for c in lexicon.forms.get(text[spot.start : spot.end], ()) if c.entity.kind == "place")
        name = Name(spot.name)
        who = known or (Candidate(Entity(spot.name.casefold(), "place", "", (name,)), name, short=True),)
        if spot.whole or spot.end not in ends:
            rule = "names.place.known" if known else "names.place.grammar"
            yield Hit(spot.start, spot.end, who, rule, spot.cert, 4 if spot.cert == "low" else 3)


def with_places_inside(lexicon: Lexicon, text: str, found: list[Hit]) -> Iterator[Hit]:
    """Yield names, those of Russian institutions with the places in them: the `США` of `Сенат США`.

    A Russian town that bears the name of a person needs a preposition: `в Горьком`, but not `Горький пришёл`.
    """
    inner: dict[str, list[Hit]] = {}
    for hit in found:
        if may_be_person(text, hit.start, hit.end) and not is_own(hit.candidates[0].entity):
            continue
        at = text.find(" ", hit.start, hit.end) + 1
        if not at or not is_cyrillic(text[hit.start : hit.end]) or hit.candidates[0].entity.kind != "org" or hit.inside:
            yield hit
            continue
        rest = text[at : hit.end]
        if rest not in inner:
            inner[rest] = [h for h in lexicon.find(rest) if h.candidates[0].entity.kind == "place"]
        yield hit._replace(inside=tuple(moved(h, at) for h in inner[rest]))


def moved(hit: Hit, by: int) -> Hit:
    """Give a place within a name its offsets in the text, and its rule."""
    rule = "names.place" if is_own(hit.candidates[0].entity) else "names.place.known"
    return hit._replace(start=by + hit.start, end=by + hit.end, rule=rule)


def listed(lexicon: Lexicon, hit: Hit) -> Hit:
    """Give an organisation that grammar found the entry that has its name in the nominative, if one has."""
    known = tuple(c for c in lexicon.forms.get(hit.candidates[0].name.text, ()) if c.entity.kind == "org")
    if not known:
        return hit
    return hit._replace(candidates=known, rule="names.org" if is_own(known[0].entity) else "names.org.known", cert=None)


def standing(text: str, found: list[Hit]) -> Iterator[Hit]:
    """Yield the forms that are names of places and organisations here, each with its rule."""
    people = {text[h.start : h.end] for h in found if h.candidates[0].entity.kind == "place" and is_person(text, h)}
    shown = {text[h.start : h.end] for h in found if doubt(h) == "name" and is_shown(text, h, context("near"))}
    for i, hit in enumerate(found):
        if shouted(text, hit) or (text[hit.end : hit.end + 1].isalnum() and text[hit.end - 1].isalnum()):
            continue
        first = hit.candidates[0]
        own = is_own(first.entity)
        form = text[hit.start : hit.end]
        if first.entity.kind == "org":
            if own:
                yield hit._replace(rule="names.org")
            elif not has_title(text, hit.start):
                yield hit._replace(rule="names.org.known", rank=2)
            continue
        metonym = form in seats() and stands_for(text, hit)
        if own:
            yield hit._replace(rule="names.place.metonym" if metonym else "names.place")
            continue
        if is_person(text, hit) or thing_after().match(text, hit.end) or is_ship(text, hit.start):
            continue
        near = is_shown(text, hit, context("near"))
        listed = beside(text, found, i)
        if doubt(hit) and not near and not listed and (form in people or (doubt(hit) == "name" and form not in shown)):
            continue
        yield hit._replace(rule="names.place.metonym" if metonym else "names.place.known", rank=1 if near else 2)


def doubt(hit: Hit) -> str:
    """Tell what else a name of the tables may be: `person`, `name`, or nothing."""
    entity = hit.candidates[0].entity
    about = None if is_own(entity) else known().get(entity.ident)
    return about.doubt if about else ""


def is_person(text: str, hit: Hit) -> bool:
    """Tell whether a title, initials or, for a name that persons bear, a capitalised word beside it shows a person.

    >>> from teilegram.model import Authority
    >>> said = "George Washington saw Mr. London in Washington, not in Paris Peace Treaty terms"
    >>> found = of_everything(Authority()).find(said)
    >>> [said[h.start:h.end] for h in found if not is_person(said, h)]
    ['Washington', 'Paris']
    """
    left = text[max(0, hit.start - LEFT) : hit.start]
    if has_title(text, hit.start) or ((left[-2:-1] in (".", "-") or left[-1:] == ".") and INITIALS.search(left)):
        return True
    if not doubt(hit):
        return False
    after = NEXT.match(text, hit.end)
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


def has_title(text: str, at: int) -> bool:
    """Tell whether a title stands directly before an offset; the word before it says cheaply that none does."""
    words = text[max(0, at - LEFT) : at].split()
    return bool(words) and words[-1].casefold() in last_words() and title_before(text, at) is not None


@cache
def last_words() -> frozenset[str]:
    """Give the words that titles end with."""
    return frozenset(row["title"].split()[-1].casefold() for row in table("titles"))


def is_shown(text: str, hit: Hit, words: frozenset[str]) -> bool:
    """Tell whether a word before a name, an article aside, shows a place."""
    before = text[max(0, hit.start - LEFT) : hit.start].replace(" the ", " ").split()
    return bool(before) and before[-1].lower() in words


def beside(text: str, found: list[Hit], i: int) -> bool:
    """Tell whether another place stands directly beside a name: `Jordan and Syria`."""
    for one, other in ((i - 1, i), (i, i + 1)):
        if one >= 0 and other < len(found) and found[one].candidates[0].entity.kind == "place":
            neighbour = found[one] if other == i else found[other]
            between = BESIDE.fullmatch(text, found[one].end, found[other].start)
            if between and neighbour.candidates[0].entity.kind == "place" and doubt(neighbour) != "name":
                return True
    return False


def stands_for(text: str, hit: Hit) -> bool:
    """Tell whether a seat of government does what a government does: `Moscow has replied`, but not `in Moscow said`."""
    return bool(speaks_after().match(text, hit.end)) and not is_shown(text, hit, context("locative"))


def shouted(text: str, hit: Hit) -> bool:
    """Tell whether a common word in capitals stands among capitals, and is no name.

    >>> from teilegram.model import Authority
    >>> said = "TELL US NOTHING; the US fleet, REACHED USSR TODAY"
    >>> [said[h.start:h.end] for h in of_everything(Authority()).find(said) if not shouted(said, h)]
    ['US', 'USSR']
    """
    if text[hit.start : hit.end] not in context("common"):
        return False
    around = [*text[max(0, hit.start - LEFT) : hit.start].split()[-1:], *text[hit.end : hit.end + LEFT].split()[:1]]
    return bool(around) and all(word.isupper() for word in around)


def annotated(document: Document, text: Reading, hit: Hit) -> Iterator[Annotation | Finding]:
    """Yield one `placeName` or `orgName`, and the places in an organisation's name; report what nothing decides."""
    entities = list({c.entity.ref: c.entity for c in hit.candidates}.values())
    first = entities[0]
    rivals = [e for e in entities[1:] if e.ref and e.kind == first.kind and e.ident not in known()]
    sure = len(entities) == 1 and first.ref and not doubt(hit)
    cert = "low" if rivals else hit.cert or ("high" if sure else "medium")
    attributes = (("ref", first.ref),) if first.ref else ()
    start, end = text.span(hit.start, hit.end)
    yield Annotation(start, end, ELEMENTS[first.kind], hit.rule or f"names.{first.kind}", attributes, cert)
    rule = f"names.{first.kind}.rivals"
    yield from (Annotation(start, end, "rival", rule, (("ref", r.ref),), "low") for r in rivals)
    if rivals:
        others = ", ".join(r.ref for r in rivals)
        said = " ".join(document.source.text[start:end].split())
        yield document.finding(start, rule, f"{said} is linked to {first.ref}, but may be {others}; decide")
    if first.kind == "place":
        yield from parts(text, hit)
    else:
        for inner in hit.inside:
            yield from annotated(document, text, inner)
