"""The table of sovereigns and office holders: dates that are dates, nobody beside anybody else, and everybody found."""

import re
from collections import defaultdict
from itertools import pairwise

import pytest

from teilegram.edtf import exists
from teilegram.model import Authority, Entity, Name
from teilegram.names.grammar.roles import concepts
from teilegram.names.linking.incumbents import CROWNS, Incumbent, entry, holding, incumbents
from teilegram.vocabulary import table

ROWS = incumbents()
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
CLAIMED = {
    ("russia", "1682-06-05"),
    ("poland", "1704-07-12"),
    ("poland", "1733-10-05"),
    ("spain", "1703-09-12"),
}
"""Where two wore a crown at a time, or said so: the realm, and when the second one began."""
NO_WORDS = {"", "vatican", "ethiopia"}
"""Realms that no word for a realm says: a style alone means who held them."""


def shown(one: Incumbent) -> str:
    return f"{one.realm or 'un'}-{min(one.offices)}-{one.term[0]}"


@pytest.mark.parametrize("one", ROWS, ids=shown)
def test_a_term_has_dates_and_ends_after_it_began(one):
    start, end = one.term
    assert all(DATE.fullmatch(day) and exists(day) for day in (start, end) if day)
    same = min(len(start), len(end)) if end else 0
    assert start
    assert start[:same] <= end[:same]


def test_one_holds_an_office_of_a_realm_at_a_time():
    """An end and a beginning may share their day, or the month or year that is all that is known."""
    held = defaultdict(list)
    for one in ROWS:
        for office in one.offices:
            held[one.realm, office].append(one)
    wrong = []
    for (realm, office), holders in held.items():
        for first, then in pairwise(sorted(holders, key=lambda one: one.term)):
            end, start = first.term[1], then.term[0]
            same = min(len(end), len(start))
            if (not end or start[:same] < end[:same]) and (realm, start) not in CLAIMED:
                wrong.append(f"{realm} {office}: {first.name or first.forenames[0]} to {end}, but {then.name} {start}")
    assert wrong == []


def test_crowns_that_two_claim_are_nobody_s():
    """Each of them is in the table, so that on a day between neither is taken for the other."""
    for realm, start in CLAIMED:
        day = start[:4] + "-12-31"
        assert len([one for one in holding((day, day)) if one.realm == realm and one.offices & CROWNS]) > 1


def test_offices_and_realms_are_those_that_words_say():
    said = {row["office"] for row in table("office_words")} | CROWNS
    realms = {concept for concept, kind, _ in concepts().values() if kind == "realm"} | NO_WORDS
    titles = {"conducator"}
    assert {office for one in ROWS for office in one.offices} <= said | titles
    assert {one.realm for one in ROWS} <= realms
    assert {one.sex for one in ROWS} == {"F", "M"}


@pytest.mark.parametrize("one", ROWS, ids=shown)
def test_everybody_is_found_in_an_authority_that_has_them(one):
    forename, name = one.forenames[0], one.name.split("|")[0]
    crown = f"{min(one.offices).title()} {forename} {name}".strip()
    divided = Name(f"{name}, {forename}", (("surname", name), ("forename", forename)))
    person = Entity("them", "person", "#them", (Name(crown) if one.crowned else divided,), sex=one.sex)
    other = Entity("other", "person", "#other", (Name("Nobody, Else", (("surname", "Nobody"), ("forename", "Else"))),))
    made = entry(one, Authority((person, other)))
    assert made
    assert made.entity is person


def test_of_two_of_one_name_the_one_who_lived_then_held_the_office():
    pitt = (Name("Pitt, William", (("surname", "Pitt"), ("forename", "William"))),)
    elder = Entity("elder", "person", "#elder", pitt, birth="1708", death="1778")
    younger = Entity("younger", "person", "#younger", pitt, birth="1759", death="1806")
    both = Authority((elder, younger))
    (minister,) = (one for one in holding(("1784-06-01", "1784-06-01")) if "Pitt" in one.name)
    assert entry(minister, both).entity is younger
