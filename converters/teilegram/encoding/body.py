"""The body: nested annotations become elements, and every character of the source stands where it stood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from teilegram.encoding.builder import FORBIDDEN, append, element, indent, pictured, qualified, sub
from teilegram.encoding.rendition import Renditions
from teilegram.model import SPACE, Annotation, Document
from teilegram.resolve import RANK, nested

CONTAINERS = frozenset({"body", "text", "div", "said", "quote", "list", "table", "row", "lg", "postscript"})
"""Elements that hold elements only: white space in them is layout."""
ELEMENTS = {
    "pageNum": ("fw", (("type", "pageNum"),)),
    "noteAnchor": ("ref", (("type", "noteAnchor"),)),
    "distribution": ("seg", (("type", "distribution"),)),
    "notePara": ("p", ()),
    "participants": ("seg", (("type", "participants"),)),
    "agenda": ("seg", (("type", "agenda"),)),
    "section": ("fw", (("type", "section"),)),
    "sectionAfter": ("fw", (("type", "section"),)),
    "subdivision": ("div", (("type", "section"),)),
}
STRUCTURE = frozenset(
    {
        "div",
        "head",
        "opener",
        "closer",
        "p",
        "dateline",
        "salute",
        "signed",
        "seg",
        "stamp",
        "list",
        "item",
        "table",
        "postscript",
        "label",
        "idno",
        "ref",
        "fw",
        "hi",
        "s",
    }
)
"""What the segmentation declaration of the header speaks for, where it is sure."""
NAMES = ("persName", "placeName", "orgName")
WRITTEN = {"supplied", "gap", "gloss", "note", "sic", "corr"}
"""Acts of editors and translators: `@resp` is theirs, so the encoder's certainty stands in `standOff`."""
RUNS = RANK["pb"]
"""From this rank on, kinds stand in running text: a heading of the publication holds no blocks."""
LINES = re.compile(rf"(?<![{SPACE}])[{SPACE}]*\n[{SPACE}]*")


CONTROLS = re.compile("[\r\f\v]")
BLANKS = str.maketrans("\r\f\v", "   ")


def local(node: etree._Element) -> str:
    """Give the name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


class Body:
    """The body of one document in the making: the tree, its renditions, and the ids that others point at."""

    def __init__(self, document: Document, trace: list[tuple[etree._Element, Annotation]] | None = None) -> None:
        self.document = document
        self.trace = trace
        self.renditions = Renditions()
        self.ids: dict[Annotation, str] = {}
        self.counted: Counter[str] = Counter()
        self.rules: dict[str, None] = {}
        self.unheld = False
        self.pointed = {end for a in document.of("link", "linked") for end in a.get("target").split()}
        self.rivalled = {(a.start, a.end) for a in document.of("rival")}

    def text(self) -> etree._Element:
        """Build `text`: the publication's headings, the body, and the headings that no document follows."""
        text = element("text")
        start = min((d.start for d in self.document.of("div")), default=self.document.start)
        end = min((s.start for s in self.document.of("sectionAfter")), default=self.document.end)
        self.beside(text, self.document.start, start)
        body = sub(text, "body")
        self.fill(body, nested(a for a in self.document.annotations if start <= a.start and a.end <= end), start, end)
        self.beside(text, end, self.document.end)
        unlink(text)
        indent(text, CONTAINERS, 1)
        return text

    def beside(self, text: etree._Element, start: int, end: int) -> None:
        """Emit what belongs to the publication: headings of sections, and page numbers between them."""
        at = start
        for piece in self.document.inside(start, end, "section", "sectionAfter", "pageNum"):
            if at <= piece.start < end:
                held = (a for a in self.document.annotations if piece.holds(a) and a.kind != piece.kind)
                inside = [a for a in held if RANK.get(a.kind, -1) >= RUNS]
                self.fill(self.make(text, piece), nested(inside), piece.start, piece.end)
                at = piece.end

    def fill(self, root: etree._Element, annotations: Iterable[Annotation], at: int, end: int) -> None:
        """Emit characters and elements between two offsets, in document order."""
        stack: list[tuple[etree._Element, int, int]] = [(root, end, 0)]
        for a in annotations:
            while len(stack) > 1 and self.closes(stack[-1], a):
                node, end, after = stack.pop()
                self.characters(node, at, end - after)
                at = max(at, end)
            self.characters(stack[-1][0], at, a.start)
            node = self.make(stack[-1][0], a)
            at = max(at, a.start + a.before)
            if a.end > a.start:
                stack.append((node, a.end, a.after))
        while stack:
            node, end, after = stack.pop()
            self.characters(node, at, end - after)
            at = max(at, end)

    @staticmethod
    def closes(top: tuple[etree._Element, int, int], a: Annotation) -> bool:
        """Tell whether an open element is closed before the next annotation begins."""
        blocks = ("div", "p", "closer", "opener", "head", "said", "quote", "note", "item", "cell", "l", "postscript")
        if top[1] == a.start == a.end:
            return local(top[0]) not in blocks
        return top[1] <= a.start

    def make(self, parent: etree._Element, a: Annotation) -> etree._Element:
        """Make one element with its attributes."""
        if a.kind == "choice":
            return self.choose(parent, a)
        name, fixed = ELEMENTS.get(a.kind, (a.kind, ()))
        made = sub(parent, name)
        for key, value in (*fixed, *a.attributes):
            made.set(qualified(key), value)
        marks = self.renditions.pointers(
            self.document.source.text[a.start : a.start + a.before], self.document.source.text[a.end - a.after : a.end]
        )
        if marks:
            made.set("rendition", marks)
        if self.trace is not None:
            self.trace.append((made, a))
        self.account(made, name, a)
        return made

    def choose(self, parent: etree._Element, a: Annotation) -> etree._Element:
        """Make a `choice` of what the page has and what it is read as; give the `sic`, which holds the text."""
        made = sub(parent, "choice")
        sic = sub(made, "sic")
        sub(made, "corr", a.get("corr"), resp="#teilegram", cert=a.cert or "low", ana=f"#{a.rule}")
        self.rules[a.rule] = None
        return sic

    def account(self, made: etree._Element, name: str, a: Annotation) -> None:
        """Say of an inference how sure it is, whose, and by which rule."""
        if a.cert:
            self.rules[a.rule] = None
        own = name in ("gap", "note") and not a.get("resp")
        if a.cert and name in WRITTEN and not own:
            self.identify(made, a)
        elif a.cert and not (name in STRUCTURE and a.cert == "high"):
            made.set("cert", a.cert)
            made.set("resp", "#teilegram")
            made.set("ana", f"#{a.rule}")
        if ((a.start, a.end) in self.rivalled and name in (*NAMES, "rs")) or f"{a.kind}:{a.start}" in self.pointed:
            self.identify(made, a)

    def identify(self, made: etree._Element, a: Annotation) -> None:
        """Give an element an `xml:id` that others point at: its name, and its number among those of that name."""
        name = etree.QName(made).localname
        self.counted[name] += 1
        ident = a.get("xml:id") or f"{name}-{self.counted[name]}"
        self.ids[a] = ident
        made.set(qualified("xml:id"), ident)

    def characters(self, node: etree._Element, start: int, end: int) -> None:
        """Append characters of the source; line ends are one newline, what XML cannot hold is a marked sign."""
        text = self.document.source.text[start:end]
        if "\n" in text:
            text = LINES.sub("\n", text)
        text = text.translate(BLANKS) if CONTROLS.search(text) else text
        if local(node) in CONTAINERS:
            text = text.strip(SPACE)
        at = 0
        for m in FORBIDDEN.finditer(text):
            append(node, text[at : m.start()])
            sub(node, "g", pictured(m[0]), ref="#unencodable")
            self.unheld = True
            at = m.end()
        append(node, text[at:])


def unlink(text: etree._Element) -> None:
    """Take away the pointers of an act to a piece of it, of a mark to its note, that have no place in this tree."""
    known = {f"#{ident}" for node in text.iter() if (ident := node.get(qualified("xml:id")))}
    for node in text.iter():
        for key in ("next", "prev", "target"):
            ends = node.get(key, "").split()
            kept = [end for end in ends if end in known or not end.startswith("#")]
            if len(kept) < len(ends):
                if kept:
                    node.set(key, " ".join(kept))
                else:
                    del node.attrib[key]
