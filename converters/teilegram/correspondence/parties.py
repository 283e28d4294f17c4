"""Parties: whom a phrase names as sender or addressee, by name, as an institution, or as an office.

`First Secretary of the CC CPSU N.S. Khrushchev` names a person, `USSR MFA` an institution, `members and candidate
members of the Presidium CC CPSU` a group of office holders: an `rs`, which names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.model import SPACE, Annotation, Cert, Document
from teilegram.vocabulary import UPPER, table

ACRONYM = re.compile(r"(?:(?:[A-ZА-ЯЁ]{2,}|U\.S\.|U\.N\.)(?: |$))+")
PERSON = re.compile(rf"[{UPPER}А-ЯЁ][\w'’-]+(?: (?:de |von |van |al-)?[{UPPER}А-ЯЁ][\w'’.-]+){{1,3}}")
"""Two to four capitalised words behind *from* or *to* that show no office: a person nobody knows."""
LONGEST = 25
"""Words that a party has at most."""
JOINED = re.compile(r";\s*|,\s+(?=[a-zA-ZА-ЯЁ])")


@cache
def office(kind: str) -> re.Pattern[str]:
    """Compile the words that show an institution (`org`) or an office (`person`)."""
    words = "|".join(row["words"] for row in table("offices") if row["kind"] == kind)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def sort_of(phrase: str) -> str:
    """Tell what a phrase stands for: `orgName`, `rs` for an office, or nothing that writes letters.

    >>> sort_of("USSR MFA"), sort_of("the Soviet Embassy in Havana"), sort_of("USSR Ambassador to the USA")
    ('orgName', 'orgName', 'rs')
    >>> sort_of("the trip to Minsk"), sort_of("14 to 16 October")
    ('', '')
    """
    person, org = office("person").search(phrase), office("org").search(phrase)
    if person and (not org or person.start() < org.start()):
        return "rs"
    if org or ACRONYM.fullmatch(phrase.strip()) or (ACRONYM.match(phrase) and len(phrase.split()) <= 3):  # noqa: PLR2004
        return "orgName"
    if person or (phrase.isupper() and re.match(r"(?:MEMBERS|SECRETARIES|COMRADES?|CANDIDATE|ЧЛЕНАМ|ТОВ)\b", phrase)):
        return "rs"
    return "orgName" if phrase.isupper() and office("org").search(phrase.title()) else ""


def parties(document: Document, span: tuple[int, int], kind: str, rule: str, cert: Cert | None) -> Iterator[Annotation]:
    """Yield a fact for everyone whom the phrase between two offsets names."""
    start, end = span
    text = document.source.text
    found = document.inside(start, end, "persName")
    people = [p for p in found if p.get("ref") or not office("org").search(text, p.start, p.end)]
    if people:
        yield from (fact(p, kind, rule, cert) for p in people)
        return
    orgs = [o for o in document.inside(start, end, "orgName") if o.get("ref")]
    for a, b in pieces(document, start, end):
        said = office("org").search(document.source.text, a, b)
        known = [o for o in orgs if a <= o.start and o.end <= b and (not said or o.start <= said.start() < o.end)]
        sort = sort_of(document.source.text[a:b])
        if sort == "rs" or (sort and not known):
            attributes = (("element", sort), *((("type", "person"),) if sort == "rs" else ()))
            yield Annotation(a, b, kind, rule, attributes, cert)
        elif known:
            yield fact(known[0], kind, rule, cert)
        elif PERSON.fullmatch(document.source.text, a, b):
            yield Annotation(a, b, kind, rule, (("element", "persName"),), "medium")


def pieces(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the phrases that commas and semicolons divide, articles and blanks left out, where each is a party."""
    text = document.source.text
    cuts = [(m.start(), m.end()) for m in JOINED.finditer(text, start, end)]
    if not all(sort_of(text[b : (cuts[i + 1][0] if i + 1 < len(cuts) else end)]) for i, (_, b) in enumerate(cuts)):
        cuts = []
    at = start
    for left, right in [*cuts, (end, end)]:
        a, b = document.source.trimmed(at, left)
        inside = text[a:b].rstrip(SPACE + ".,:;*_")
        article = re.match(r"(?:the|an?|der|die|das|dem|le|la|l')\s+|[*_]+", inside, re.IGNORECASE)
        a += article.end() if article else 0
        b = a + len(inside) - (article.end() if article else 0)
        if a < b and len(text[a:b].split()) <= LONGEST:
            yield a, b
        at = right


def fact(name: Annotation, kind: str, rule: str, cert: Cert | None) -> Annotation:
    """Make a fact over the span of a name, with its reference."""
    attributes = (("ref", name.get("ref")),) if name.get("ref") else ()
    return Annotation(name.start, name.end, kind, rule, (*attributes, ("element", name.kind)), cert)
