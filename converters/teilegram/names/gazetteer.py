"""The gazetteer: places and institutions of general knowledge, under those of the authority.

What the authority has comes first, with its `@ref`; of the rest, a place has the URI of GeoNames where the number is
certain, an institution none.  All names of one line of `data/places.tsv` or `data/organisations.tsv` are one
entity, and one that shares a name with an entry of the authority is that entry.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from itertools import product
from typing import Literal, NamedTuple

from teilegram.model import Authority, Entity, Name
from teilegram.names.lexicon import MINIMUM, Candidate, Lexicon, add, enter, is_cyrillic, of_places
from teilegram.names.russian import cases
from teilegram.offsets import FOLD
from teilegram.vocabulary import table

GEONAMES = "https://www.geonames.org/{}/"
LANGUAGES = ("en", "ru", "de", "fr")
ADJECTIVES = {
    "ая": ("ой", "ую"),
    "яя": ("ей", "юю"),
    "ний": ("него", "нему", "ним", "нем"),
    "ые": ("ых", "ым", "ыми"),
    "ое": ("ого", "ому", "ым", "ом"),
}
NOUNS = {
    "ство": ("ства", "ству", "ством", "стве"),
    "ние": ("ния", "нию", "нием", "нии"),
    "ия": ("ии", "ию", "ией", "иею"),
    "ы": ("", "ов", "ам", "ами", "ах"),
    "ье": ("ья", "ью", "ьем"),
    "ль": ("ля", "лю", "лём", "ле", "ли", "лью"),
    "ань": ("ани", "анью"),
}
"""Endings that the declension of surnames does not have."""


class Known(NamedTuple):
    """What the tables say of a place: its kind, its country, and what else its name may be."""

    kind: str = ""
    country: str = ""
    doubt: str = ""


@cache
def places() -> tuple[tuple[Entity, Known], ...]:
    """Read the places; the `kind` of a name that one bears no longer is its period (`1924–1991`)."""
    former: dict[str, list[Name]] = defaultdict(list)
    for row in table("former_places"):
        former[row["id"]] += names(row, row["period"])
    found = []
    for row in table("places"):
        ref = GEONAMES.format(row["geonames"]) if row["geonames"] else ""
        entity = Entity(row["id"], "place", ref, (*names(row), *former[row["id"]]))
        found.append((entity, Known(row["kind"], row["country"], row["doubt"])))
    return tuple(found)


def names(row: dict[str, str], kind: str = "main") -> list[Name]:
    """List the names of a row in all its languages."""
    return [Name(text, (), kind, lang) for lang in LANGUAGES for text in row.get(lang, "").split("|") if text]


@cache
def organisations() -> tuple[Entity, ...]:
    """Read the institutions; of their ids, the common name, none is another's or a place's.

    >>> ids = [*(one.ident for one in organisations()), *known()]
    >>> len(set(ids)) == len(ids)
    True
    """
    return tuple(Entity(row["id"], "org", "", tuple(names(row))) for row in table("organisations"))


@cache
def known() -> dict[str, Known]:
    """Give what the tables say of each place, by its id."""
    return {entity.ident: about for entity, about in places()}


def is_own(entity: Entity) -> bool:
    """Tell whether an entity is one of the authority."""
    return bool(entity.ref) and not entity.ref.startswith(GEONAMES[:24])


@cache
def seats() -> frozenset[str]:
    """Give all names of the places where governments sit."""
    return frozenset(name.text for entity, about in places() if about.kind == "seat" for name in entity.names)


@lru_cache(maxsize=8)
def of_everything(authority: Authority) -> Lexicon:
    """Make the lexicon of places and institutions: the authority's, and the tables' under other names."""
    own = {form: found for form, found in of_places(authority).forms.items() if found}
    if not own:
        return general()
    forms = dict(general().forms)
    for entity in (*(entity for entity, _ in places()), *organisations()):
        meant = same(entity, own)
        if not meant:
            continue
        for form in forms_of(entity):
            forms[form] = [c._replace(entity=meant) if c.entity is entity else c for c in forms[form]]
    return Lexicon({**forms, **own}, base=general())


@cache
def general() -> Lexicon:
    """Make the lexicon of the tables alone."""
    forms: dict[str, list[Candidate]] = defaultdict(list)
    for entity in (*(entity for entity, _ in places()), *organisations()):
        enter_names(forms, entity)
    return Lexicon(dict(forms))


def enter_names(forms: dict[str, list[Candidate]], entity: Entity) -> None:
    """Enter all names of an entity of the tables, in every case."""
    for name in entity.names:
        add_name(forms, Candidate(entity, name, short=True))


def forms_of(entity: Entity) -> list[str]:
    """List the forms under which an entity of the tables is entered."""
    forms: dict[str, list[Candidate]] = defaultdict(list)
    enter_names(forms, entity)
    return list(forms)


def add_name(forms: dict[str, list[Candidate]], candidate: Candidate) -> None:
    """Enter a name in all its forms; a Russian case form is not declined again, as a nominative would be.

    >>> forms = defaultdict(list)
    >>> add_name(forms, Candidate(Entity("x", "place", "", ()), Name("Ревель", (), "", "ru"), short=True))
    >>> [form for form in ("Ревелем", "РЕВЕЛЯ", "Ревелему") if form in forms]
    ['Ревелем', 'РЕВЕЛЯ']
    """
    text, kind = candidate.name.text, candidate.entity.kind
    if not is_cyrillic(text):
        for form in (text, *contracted(text, kind)):
            add(forms, form, candidate)
        return
    for form in inflected(text.translate(FOLD), kind):
        for spelling in (form, form.replace("ё", "е").replace("Ё", "Е")) if len(form) >= MINIMUM - 1 else ():
            enter(forms, spelling, candidate)
            enter(forms, spelling.upper(), candidate)


def table_entry(form: str) -> Entity | None:
    """Give what the tables know under a form, or nothing.

    >>> [one.ident for one in map(table_entry, ("ЦК КПСС", "Leningrad", "Leningrader")) if one]
    ['cc-cpsu', 'saint-petersburg']
    """
    found = general().forms.get(form)
    return found[0].entity if found else None


def same(entity: Entity, own: dict[str, list[Candidate]]) -> Entity | None:
    """Give the only entry of the authority that has a name of an entity of the tables; a short form proves nothing.

    >>> from teilegram.model import Authority
    >>> here = Authority((Entity("x", "place", "p.xml#x", (Name("Cuba"),)),))
    >>> found = of_everything(here).forms
    >>> found["Кубы"][0].entity.ref, found["Leningrad"][0].entity.ref
    ('p.xml#x', 'https://www.geonames.org/498817/')
    """
    found = {
        c.entity.ref: c.entity
        for name in entity.names
        for c in own.get(name.text, ())
        if c.entity.kind == entity.kind and c.name.kind != "short"
    }
    return next(iter(found.values())) if len(found) == 1 else None


def inflected(text: str, kind: Literal["person", "place", "org"]) -> list[str]:
    """Give the Russian case forms of a name of one or more words; any other name is itself.

    >>> "Южной Кореей" in inflected("Южная Корея", "place"), inflected("ЦК КПСС", "org")
    (True, ['ЦК КПСС'])
    >>> "Министерству обороны" in inflected("Министерство обороны", "org")
    True
    """
    words = text.split(" ")
    if not is_cyrillic(text) or text.isupper() or not words[0][0].isupper():
        return [text]
    stop = len(words)
    if kind == "org":
        stop = next((i for i, w in enumerate(words) if not w.endswith(("ый", "ий", "ой", "ая", "ое"))), stop - 1) + 1
    changed = [
        sorted(declined(w)) if i < stop and not w.isupper() and len(w) > 2 else [w]  # noqa: PLR2004
        for i, w in enumerate(words)
    ]
    return list(dict.fromkeys(" ".join(one) for one in product(*changed))) if stop <= 3 else [text]  # noqa: PLR2004


def contracted(text: str, kind: str) -> list[str]:
    """Give a French name of a place as it stands behind a preposition, and with a small article.

    >>> contracted("Le Havre", "place"), contracted("Le Monde", "org")
    (['le Havre', 'au Havre', 'du Havre'], [])
    """
    return [article + text[3:] for article in ("le ", "au ", "du ")] if kind == "place" and text[:3] == "Le " else []


def declined(word: str) -> set[str]:
    """Give the case forms of one word."""
    for ending, others in (*ADJECTIVES.items(), *NOUNS.items()):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            plain = {word, *(stem + other for other in others)}
            return plain | {one.replace("ё", "е") for one in plain}
    return cases(word)
