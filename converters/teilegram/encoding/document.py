"""One document as TEI: header, standoff, text."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from teilegram.encoding.body import Body
from teilegram.encoding.builder import element, indent, qualified, sub
from teilegram.encoding.header import header
from teilegram.encoding.links import link_groups
from teilegram.model import Annotation, Document, Publication

Trace: TypeAlias = "list[tuple[etree._Element, Annotation]]"  # noqa: SLF001 - lxml has no other name for the type
"""Every element of a text with the annotation that made it."""


def tei(document: Document, publication: Publication = Publication(), trace: Trace | None = None) -> etree._Element:
    """Build the TEI of one document; `trace` is given every element of the text with the annotation that made it."""
    return identified(document, publication, trace)[0]


def identified(
    document: Document, publication: Publication, trace: Trace | None = None
) -> tuple[etree._Element, dict[str, str]]:
    """Build the TEI of one document; give also the `xml:id` of what links point at, by kind and offset (`p:621`)."""
    body = Body(document, trace)
    text = body.text()
    root = element("TEI")
    stand_off = certainties(document, body)
    root.append(header(document, body, publication))
    if len(stand_off):
        root.append(stand_off)
    root.append(text)
    indent(root, frozenset({"TEI", "standOff", "linkGrp"}))
    langs = [d.get("xml:lang") for d in document.of("div")]
    text.set(qualified("xml:lang"), "mul" if len(set(langs)) > 1 else next(iter(langs), "und"))
    root[0].set(qualified("xml:lang"), "en")
    return root, {f"{a.kind}:{a.start}": ident for a, ident in body.ids.items()}


def certainties(document: Document, body: Body) -> etree._Element:
    """Write how sure the reading of unsigned acts is, the rivals of a decision, and what translates what."""
    made = element("standOff")
    ids: dict[tuple[int, int], str] = {}
    groups: dict[tuple[str, str, str], list[str]] = {}
    for a, ident in body.ids.items():
        ids.setdefault((a.start, a.end), ident)
        if a.cert and a.kind not in ("persName", "rs", "placeName", "orgName", "p", "s"):
            match = "@reason | @resp" if a.get("reason") else "@resp"
            groups.setdefault((match, a.cert, a.rule), []).append(f"#{ident}")
    for (match, cert, rule), targets in groups.items():
        sub(
            made,
            "certainty",
            target=" ".join(targets),
            match=match,
            locus="value",
            cert=cert,
            resp="#teilegram",
            ana=f"#{rule}",
        )
    for rival in document.of("rival"):
        ident = ids.get((rival.start, rival.end), "")
        if ident:
            sub(
                made,
                "certainty",
                target=f"#{ident}",
                locus="value",
                match="@ref",
                assertedValue=rival.get("ref"),
                cert="low",
                resp="#teilegram",
                ana=f"#{rival.rule}",
            )
    ends = {f"{a.kind}:{a.start}": f"#{ident}" for a, ident in body.ids.items()}
    link_groups(made, (a for a in document.of("link") if a.get("target")), ends)
    body.rules.update(dict.fromkeys(a.rule for a in document.of("link") if a.get("type")))
    return made
