"""One document as TEI: header, standoff, text."""

from __future__ import annotations

from lxml import etree

from teilegram.encoding.body import Body
from teilegram.encoding.builder import element, indent, qualified, sub
from teilegram.encoding.header import header
from teilegram.model import Annotation, Document, Publication


def tei(
    document: Document,
    publication: Publication = Publication(),
    trace: list[tuple[etree._Element, Annotation]] | None = None,
) -> etree._Element:
    """Build the TEI of one document; `trace` is given every element of the text with the annotation that made it."""
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
    return root


def certainties(document: Document, body: Body) -> etree._Element:
    """Write how sure the reading of unsigned acts is, the rivals of a decision, and what translates what."""
    made = element("standOff")
    ids: dict[tuple[int, int], str] = {}
    groups: dict[tuple[str, str, str], list[str]] = {}
    for a, ident in body.ids.items():
        ids.setdefault((a.start, a.end), ident)
        if a.cert and a.kind not in ("persName", "p"):
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
    starts = {str(start): ident for (start, _), ident in ids.items()}
    links = [(ids.get((a.start, a.end)), starts.get(a.get("target"))) for a in document.of("link")]
    if links:
        group = sub(made, "linkGrp", type="translation")
        for left, right in links:
            sub(group, "link", target=f"#{left} #{right}")
    return made
