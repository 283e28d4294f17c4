"""Annotations of persons and roles, with parts and rivals, and what is said of them to who reviews the edition."""

from __future__ import annotations

from collections.abc import Iterator

from teilegram.model import Annotation, Document, Entity, Finding
from teilegram.names.cyrillic import nominative
from teilegram.names.linking.decide import GUESSED, Link
from teilegram.names.linking.roles import Meant
from teilegram.names.persons import Mention
from teilegram.names.variants.given import fullness
from teilegram.offsets import Reading, widened

ASKED = GUESSED | {"names.rivals", "names.life"}
"""Rules by which a link is made that a person should look at."""


def person(
    document: Document, text: Reading, found: Link, fences: list[tuple[int, int]], reported: set[str]
) -> Iterator[Annotation | Finding]:
    """Yield one `persName`; a name that begins in an editor's bracket and ends outside takes the bracket in."""
    start, end = widened(text.span(found.mention.start, found.mention.end), fences)
    attributes = (("ref", found.entity.ref),) if found.entity else ()
    yield Annotation(start, end, "persName", found.rule, attributes, found.cert)
    for left, right, element in found.mention.parts:
        a, b = text.span(left, right)
        full = fullness(" ".join(document.source.text[a:b].split())) if element == "forename" else ""
        yield Annotation(a, b, element, found.rule, (("full", full),) if full else ())
    for rival in found.rivals:
        yield Annotation(start, end, "rival", found.rule, (("ref", rival.ref),), "low")
    if not found.entity:
        yield from unlinked(document, text, found, (start, end), reported)
    elif found.rule in ASKED:
        yield from doubted(document, found, found.entity, (start, end))


def unlinked(
    document: Document, text: Reading, found: Link, span: tuple[int, int], reported: set[str]
) -> Iterator[Finding]:
    """Report a person whom no link was made for; a stranger once, by the surname."""
    said = " ".join(document.source.text[slice(*span)].split())
    surname = (text.text[a:b] for a, b, e in found.mention.parts if e == "surname")
    who = next(surname, said.split(" ")[-1]).casefold()
    if found.rivals and who not in reported:
        others = ", ".join(r.ident for r in found.rivals)
        yield document.finding(span[0], "names.rivals", f"{said} may be {others}; decide")
    elif found.rule == "names.life":
        why = "whoever has the name in the authority lived at another time"
        yield document.finding(span[0], "names.life", f"{said} is not linked: {why}")
    elif who not in reported and found.rule not in ("names.shared", "names.rivals"):
        normal = normal_form(text, found.mention)
        said = f"{said}{normal} is in no authority file; proposed as a new entry"
        yield document.finding(span[0], "names.unknown", said)
    reported.add(who)


def doubted(document: Document, found: Link, entity: Entity, span: tuple[int, int]) -> Iterator[Finding]:
    """Report a link that a person should look at."""
    said = " ".join(document.source.text[slice(*span)].split())
    if found.rule == "names.rivals":
        others = ", ".join(r.ident for r in found.rivals)
        said = f"{said} is linked to {entity.ident}, but may be {others}; decide"
        yield document.finding(span[0], "names.rivals", said)
    elif found.rule == "names.life" and found.cert == "low":
        why = "since others of the surname were dead" if found.rivals else "who was long dead"
        said = f"{said} is linked to {entity.ident}, {why}; compare the date"
        yield document.finding(span[0], "names.life", said)
    elif found.rule in GUESSED:
        known = entity.names[0].text
        said = f"{said} is read as another spelling of {known}; compare the page"
        yield document.finding(span[0], found.rule, said)


def standing(
    document: Document, text: Reading, found: Meant, fences: list[tuple[int, int]]
) -> Iterator[Annotation | Finding]:
    """Yield one `rs` for a role that stands for a person, and who else may be meant."""
    start, end = widened(text.span(found.role.start, found.role.end), fences)
    reference = (("ref", found.entity.ref),) if found.entity else ()
    yield Annotation(start, end, "rs", found.rule, (("type", "person"), *reference), found.cert)
    for rival in found.rivals:
        yield Annotation(start, end, "rival", found.rule, (("ref", rival.ref),), "low")
    if found.entity and found.rivals:
        said = " ".join(document.source.text[start:end].split())
        others = ", ".join(r.ident for r in found.rivals)
        yield document.finding(
            start, "names.rivals", f"{said} is linked to {found.entity.ident}, but may be {others}; decide"
        )


def normal_form(text: Reading, found: Mention) -> str:
    """Give the nominative of a Russian name in an oblique case, in parentheses, for the entry that is proposed."""
    given = [text.text[a:b] for a, b, element in found.parts if element == "forename"]
    surname = next((text.text[a:b] for a, b, element in found.parts if element == "surname"), "")
    said = [*given, surname] if surname else given
    normal = nominative(given, surname) if given else ""
    return "" if normal in ("", " ".join(said)) else f" ({normal})"
