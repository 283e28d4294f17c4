"""Links: what translates what, as `linkGrp` outside the text (Guidelines, SACS)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from teilegram.encoding.builder import sub
from teilegram.model import Annotation

GROUPS = {"paragraphs": "translation", "sentences": "translation.sentences"}


def link_groups(parent: etree._Element, links: Iterable[Annotation], ends: Mapping[str, str]) -> None:
    """Write one `linkGrp` for paragraphs and one for sentences; `ends` says what each end of a link is called.

    A link with more than two ends is one passage on one side and several on the other; the texts that the ends
    stand in say which.  One of which an end is not in the tree is left out.
    """
    groups: dict[str, etree._Element] = {}
    for a in links:
        targets = [ends.get(end, "") for end in a.get("target").split()]
        if not all(targets) or not a.cert:
            continue
        sort = a.get("type")
        if sort not in groups:
            groups[sort] = sub(parent, "linkGrp", type=GROUPS[sort])
        sub(groups[sort], "link", target=" ".join(targets), cert=a.cert, resp="#teilegram", ana=f"#{a.rule}")
