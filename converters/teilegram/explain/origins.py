"""Explanations: the annotation behind an element, where its characters stand, and what it was preferred to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from lxml import etree

from teilegram.encoding import tei
from teilegram.encoding.rules import description
from teilegram.model import Annotation, Document, Source, order
from teilegram.pipeline import run
from teilegram.resolve import RANK
from teilegram.transform import TEI

LONGEST = 120
"""Characters of a literal string that are shown."""
NAMES = ("persName", "placeName", "orgName")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where characters stand in the transcript: offsets half open, line and column from 1."""

    start: int
    end: int
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the same characters: a rival in the authority, or an annotation that did not fit the tree."""

    kind: str
    rule: str
    why: str
    origin: Origin
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One element of the TEI and what made it."""

    document: int
    path: str
    element: str
    attributes: dict[str, str]
    convention: str
    rule: str = ""
    description: str = ""
    certainty: str = ""
    origin: Origin | None = None
    alternatives: tuple[Alternative, ...] = ()


class Explained:
    """One document with its tree, the annotation of each element, and the annotations that found no place."""

    def __init__(self, part: Document) -> None:
        self.document, _ = run(part)
        trace: list[tuple[etree._Element, Annotation]] = []
        self.root = tei(self.document, trace=trace)
        self.made = dict(trace)
        kept = {(a.start, a.end, a.kind, a.rule) for a in self.made.values()}
        placed = (a for a in self.document.annotations if a.kind in RANK)
        self.dropped = sorted((a for a in placed if (a.start, a.end, a.kind, a.rule) not in kept), key=order)
        self.longest = max((a.end - a.start for a in self.dropped), default=0)

    def explanation(self, element: etree._Element) -> Explanation:
        """Explain one element."""
        made = self.made.get(element)
        found = Explanation(
            self.document.number,
            path(element),
            etree.QName(element).localname,
            {plain_name(str(key)): str(value) for key, value in element.attrib.items()},
            self.document.convention.ident,
        )
        if made is None:
            return found
        return replace(
            found,
            rule=made.rule,
            description=described(made.rule),
            certainty=made.cert or "stated by the page",
            origin=origin(self.document.source, made),
            alternatives=tuple(self.alternatives(made)),
        )

    def alternatives(self, made: Annotation) -> Iterator[Alternative]:
        """Yield what else the same characters could have been."""
        for rival in self.document.inside(made.start, made.end, "rival"):
            if (rival.start, rival.end) == (made.start, made.end) and made.kind in (*NAMES, "rs"):
                yield self.alternative(replace(rival, kind=made.kind), "another entry of the authority")
        first = bisect_left(self.dropped, made.start - self.longest, key=lambda a: a.start)
        for a in takewhile(lambda a: a.start <= made.end, islice(self.dropped, first, None)):
            if a.start < made.end and made.start < a.end and not container(made, a):
                yield self.alternative(a, "overlaps what was kept, and did not fit into one tree with it")

    def alternative(self, a: Annotation, why: str) -> Alternative:
        """Make an alternative of an annotation."""
        return Alternative(a.kind, a.rule, why, origin(self.document.source, a), dict(a.attributes))


def container(made: Annotation, a: Annotation) -> bool:
    """Tell whether an element only holds what was dropped: the whole text is no alternative to a word of it."""
    return made.holds(a) and (made.start, made.end) != (a.start, a.end) and RANK.get(made.kind, 0) < RANK["gap"]


def origin(source: Source, a: Annotation) -> Origin:
    """Say where an annotation stands; a string that is long is cut in the middle."""
    text = source.text[a.start : a.end]
    if len(text) > LONGEST:
        text = f"{text[: LONGEST * 2 // 3]} … {text[-LONGEST // 3 :]}"
    column = a.start - source.text.rfind("\n", 0, a.start)
    return Origin(a.start, a.end, source.line_of(a.start), column, text)


def described(rule: str) -> str:
    """Describe a rule, where its family is described."""
    try:
        return description(rule)
    except KeyError:
        return ""


def path(element: etree._Element) -> str:
    """Give the XPath of an element, names without prefix: `/TEI/text/body/div/p[2]`."""
    tree = element.getroottree()
    below = tree.getelementpath(element).replace(f"{{{TEI}}}", "")
    return f"/{etree.QName(tree.getroot()).localname}" + ("" if below == "." else f"/{below}")


def plain_name(key: str) -> str:
    """Give the name of an attribute as it is written in the file."""
    return key.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")
