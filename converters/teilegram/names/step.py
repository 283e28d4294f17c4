"""The step: persons, places and organisations of one document as annotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from teilegram.model import Annotation, Document, Finding
from teilegram.names.annotations import person, standing
from teilegram.names.cyrillic import cyrillic_mentions
from teilegram.names.grammar.acting import acting
from teilegram.names.grammar.apposed import apposed
from teilegram.names.grammar.eastern import eastern
from teilegram.names.grammar.forenames import alone
from teilegram.names.grammar.honoured import honoured
from teilegram.names.grammar.licensed import licensed
from teilegram.names.grammar.lines import divided
from teilegram.names.grammar.lists import listed_lines
from teilegram.names.grammar.misspelt import misspelt
from teilegram.names.grammar.peers import peers
from teilegram.names.grammar.registers import registered
from teilegram.names.grammar.renowned import renowned
from teilegram.names.grammar.roles import roles
from teilegram.names.grammar.shortened import shortened
from teilegram.names.lexicon import Hit
from teilegram.names.linking.decide import link
from teilegram.names.linking.evidence import evidence, met
from teilegram.names.linking.monsieur import monsieurs
from teilegram.names.linking.roles import held, meant, setting
from teilegram.names.linking.shared import sharing
from teilegram.names.linking.spelled import spelled
from teilegram.names.linking.times import written
from teilegram.names.linking.titled import by_forename
from teilegram.names.linking.transcribed import transcribed
from teilegram.names.parted import together
from teilegram.names.persons import Mention, is_bare, mentions, small_words
from teilegram.names.places import annotated, places
from teilegram.names.plugins import Proposed, annotation, beside, proposed
from teilegram.names.things import persons_only
from teilegram.names.unknown import unknown
from teilegram.names.written_out import written_out
from teilegram.offsets import FOLD, Reading, reading, unread
from teilegram.resolve import best_cover

CELL = 80
"""Characters of a line that are looked at on either side of a name."""
BEHIND = re.compile(r"(?: (?:of|for|in|at|to) (?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}?)?,? (?=[A-Z\[])")


def names(document: Document) -> Iterator[Annotation | Finding]:
    """Yield names with their parts and `rs` for roles, and report the names that need a person's eye."""
    text = divided(document, reading(document.source.text, document.start, document.end, unread(document)))
    found: list[Mention | Hit | Proposed] = [*persons(document, text), *places(document, text)]
    found += apart(document, text, cyrillic_mentions(text), found)
    found += apart(document, text, beside(proposed(document, text), ((f.start, f.end) for f in found), text), found)
    found = best_cover((f.start, f.end, priority(f), f) for f in found)
    found = list(with_shared(document, text, found))
    found += persons_only(text.text, in_context(document, text, found), [f for f in found if isinstance(f, Mention)])
    chosen = best_cover((f.start, f.end, priority(f), f) for f in found)
    fences = [(a.start, a.end) for a in document.of("bracket", "corr", "ex", "surplus", "del", "hi", "sic", "unclear")]
    people = spelled(text.text, (m for m in chosen if isinstance(m, Mention)), document.authority)
    people = by_forename(text.text, people, document.authority)
    people = transcribed(text.text, people, document.authority)
    when = written(document)
    links = list(link(people, text.text, document.authority, when))
    reported: set[str] = set()
    for one in links:
        yield from person(document, text, one, fences, reported)
    for hit in together(text.text, (h for h in chosen if isinstance(h, Hit))):
        yield from annotated(document, text, hit)
    yield from (annotation(text, f) for f in chosen if isinstance(f, Proposed))
    taken = [(f.start, f.end) for f in chosen]
    people_at = {one.mention.start for one in links}
    places_in = {(f.start, f.end) for f in chosen if isinstance(f, Hit)}
    standing_apart = [
        r
        for r in roles(text.text)
        if free((r.start, r.end), taken, places_in) and not people_at & behind(text.text, r.end)
    ]
    title = document.source.meta.title or ""
    around = setting(text.text, links, standing_apart, authority=document.authority, when=when, title=title)
    for role in meant(standing_apart, held(text.text, links), around):
        yield from standing(document, text, role, fences)
    named = [text.span(one.mention.start, one.mention.end) for one in links]
    yield from (a for a in written_out(document) if not within(document, a, named))


def persons(document: Document, text: Reading) -> Iterator[Mention]:
    """Yield the persons whom the authority knows, or whom the form or what stands beside them shows."""
    known = list(mentions(document, text))
    there = {start: m.end for m in known for start, _, _ in m.parts}
    found = [
        *known,
        *registered(text.text),
        *listed_lines(document, text),
        *peers(text.text, document.authority),
        *eastern(text.text, document.authority),
        *honoured(text.text, document.authority),
        *(m for m in unknown(text, there) if not is_heading(document, text, m)),
        *(m for m in apposed(text.text) if not stands_alone(document.source.text, *text.span(m.start, m.end))),
    ]
    found += list(renowned(text.text, written(document), found))
    yield from persons_only(text.text, found)


def within(document: Document, made: Annotation | Finding, named: list[tuple[int, int]]) -> bool:
    """Tell whether a name is at, or a finding about, what is a name already."""
    if isinstance(made, Annotation):
        return overlaps((made.start, made.end), named)
    return any(document.source.line_of(start) == made.line for start, _ in named[-3:])


def with_shared(
    document: Document, text: Reading, found: list[Mention | Hit | Proposed]
) -> Iterator[Mention | Hit | Proposed]:
    """Yield what was found, `M.` a title where the document means Monsieur, and the persons who share a surname."""
    people = [f for f in found if isinstance(f, Mention)]
    french = any(d.get("xml:lang") == "fr" for d in document.of("div"))
    people = list(monsieurs(text.text, people, document.authority, french=french))
    yield from (f for f in found if not isinstance(f, Mention))
    yield from sharing(text.text, people, document.authority)


def in_context(document: Document, text: Reading, found: list[Mention | Hit | Proposed]) -> Iterator[Mention]:
    """Yield what is a name because of what else the document says: forenames, slips, surnames alone."""
    title = document.source.meta.title or ""
    elsewhere = mentions(document, Reading(title.translate(FOLD), (0,), (0,)))
    known = evidence(text.text, (f for f in found if isinstance(f, Mention)), elsewhere, small_words(text.text))
    yield from misspelt(text.text, document.authority, known)
    forenames = list(alone(text.text, document.authority, known))
    rest = [*shortened(text.text, document.authority, met(known, forenames)), *licensed(text.text, known)]
    yield from forenames
    yield from rest
    said = {m.start for m in (*forenames, *rest)}
    yield from (m for m in acting(text.text) if m.start not in said)


def behind(text: str, at: int) -> set[int]:
    """Give where the holder of an office may be named right behind it: `the Minister of Trade P. S. Orlov`.

    >>> sorted(behind("the Resident in Danzig, Mr. Hale", 12))
    [13, 24]
    """
    rest = BEHIND.match(text, at)
    return {at + 1, rest.end()} if rest else {at + 1}


def free(span: tuple[int, int], taken: list[tuple[int, int]], places_in: set[tuple[int, int]]) -> bool:
    """Tell whether a role touches no name but places that it holds: `Her Majesty of Great Britain`."""
    start, end = span
    near = taken[
        max(bisect_left(taken, start, key=lambda t: t[0]) - 1, 0) : bisect_left(taken, end, key=lambda t: t[0])
    ]
    return all(t[1] <= start or (t in places_in and start <= t[0] and t[1] <= end) for t in near)


def overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Tell whether a span touches one of those, which are in order and apart."""
    at = bisect_left(taken, span[1], key=lambda t: t[0])
    return at > 0 and taken[at - 1][1] > span[0]


def apart(
    document: Document,
    text: Reading,
    strangers: Iterable[Mention | Proposed],
    known: list[Mention | Hit | Proposed],
) -> Iterator[Mention | Proposed]:
    """Yield what grammar or a plug-in found where the authority names nobody: what it knows is linked, not guessed.

    A single word of an address list is left to those who read damaged names there.
    """
    taken = sorted((f.start, f.end) for f in known if not isinstance(f, Proposed) and f.candidates)
    fronts = [(zone.start, zone.end) for zone in document.of("front")]
    at = 0
    for m in sorted(strangers, key=lambda m: m.start):
        while at < len(taken) and taken[at][1] <= m.start:
            at += 1
        single = (
            isinstance(m, Mention) and not m.parts and stands_alone(document.source.text, *text.span(m.start, m.end))
        )
        listed = single and any(start <= text.origin(m.start) < end for start, end in fronts)
        if not listed and (at == len(taken) or taken[at][0] >= m.end):
            yield m


def stands_alone(text: str, start: int, end: int) -> bool:
    r"""Tell whether a name is all that a line or a column of the source holds.

    >>> stands_alone("Козлову\tОтдел печати\nКосицину\tВ дело", 21, 29), stands_alone("Доклад Орлова", 7, 13)
    (True, False)
    """
    left = max(text.rfind("\n", max(0, start - CELL), start), text.rfind("\t", max(0, start - CELL), start)) + 1
    right = re.match(r"[^\S\n\t]*(?:[\n\t]|$)", text[end : end + CELL])
    return bool(right) and not text[left or max(0, start - CELL) : start].strip()


def is_heading(document: Document, text: Reading, found: Mention) -> bool:
    """Tell whether a stranger is all that a paragraph of the text holds: `A. Background` numbers a section."""
    start, end = text.span(found.start, found.end)
    if any(zone.start <= start < zone.end for zone in document.of("front", "back")):
        return False
    return any((b.start, b.end) == (start, end) for b in document.inside(start, end, "block"))


def priority(found: Mention | Hit | Proposed) -> int:
    """Rank what spans the same characters: a person with a title or forename, a place, a bare surname, a stranger."""
    if isinstance(found, Proposed):
        return 4
    if isinstance(found, Hit):
        return found.rank
    return 3 if not found.candidates else 2 if is_bare(found) else 0
