"""Named: who and what a transcript or a TEI file of ours names, how often, linked to what, and how surely.

Mentions with one `@ref` are one entity.  Those without are gathered by surname, by the tables of institutions, or by
the words; an acronym that the text defines belongs to what stands before it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from lxml import etree

from teilegram.conventions import detect, profile
from teilegram.encoding.words import plain
from teilegram.model import Authority, Document, Entity, Source, TeilegramError
from teilegram.names import table_entry
from teilegram.names.linking.strangers import thing
from teilegram.pipeline import read, run
from teilegram.transform import TEI, XML, read_xml, text_of

KINDS = {
    "persName": "person",
    "placeName": "place",
    "orgName": "org",
    "rs": "role",
    "region": "place",
    "country": "place",
}
TAGS = frozenset(f"{{{TEI}}}{kind}" for kind in KINDS)
CERTAINTY = {"low": 0, "medium": 1, "high": 2, "": 3}
"""How sure a link is; what the page itself says has no certainty and is the surest."""
AROUND = 40
SHOWN = 6
"""Characters before and after a mention, and forms of an entity, that are shown."""


@dataclass(frozen=True, slots=True)
class Named:
    """One mention: its words, where it stands (1-based line of the file), what it is linked to, and how surely."""

    kind: str
    text: str
    line: int
    context: str
    ref: str
    cert: str
    rule: str
    cluster: str
    rivals: tuple[str, ...] = ()

    @property
    def doubt(self) -> tuple[int, int]:
        """Sort key: the least certain first; of equal ones, what has rivals before what has none."""
        linked = CERTAINTY.get(self.cert, 3) if self.ref or self.cert == "low" else 1
        return linked, -len(self.rivals)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All mentions of one entity."""

    kind: str
    name: str
    ref: str
    mentions: tuple[Named, ...]

    @property
    def record(self) -> dict[str, object]:
        """The entity as data: its forms with their numbers, its lines, and the least certain of its links."""
        forms: dict[str, int] = {}
        for one in self.mentions:
            forms[one.text] = forms.get(one.text, 0) + 1
        return {
            "kind": self.kind,
            "name": self.name,
            "ref": self.ref,
            "count": len(self.mentions),
            "forms": dict(sorted(forms.items(), key=lambda f: (-f[1], f[0]))),
            "lines": sorted({one.line for one in self.mentions}),
            "cert": min((one.cert for one in self.mentions), key=lambda c: CERTAINTY.get(c, 3)),
            "rivals": sorted({r for one in self.mentions for r in one.rivals}),
            "metonym": sum(one.rule.endswith(".metonym") for one in self.mentions),
        }


def of_transcript(source: Source, convention: str, authority: Authority) -> list[Named]:
    """List the mentions of a transcript, in the order of the text."""
    chosen = detect(source) if convention == "auto" else profile(convention)
    documents, _ = read(source, chosen, authority)
    return joined(one for document in documents for one in of_document(run(document)[0]))


def of_document(document: Document) -> Iterator[Named]:
    """Yield the mentions of one document; a name within a name of the same kind is part of it."""
    rivals: dict[tuple[int, int], list[str]] = {}
    for a in document.of("rival"):
        rivals.setdefault((a.start, a.end), []).append(a.get("ref"))
    for a in document.of(*KINDS):
        words = plain(document, a)
        surname = document.inside(a.start, a.end, "surname")
        around = document.source.text[max(0, a.start - AROUND) : a.end + AROUND]
        yield Named(
            KINDS[a.kind],
            words,
            document.source.line_of(a.start),
            " ".join(around.split()),
            a.get("ref"),
            a.cert or "",
            a.rule,
            cluster(KINDS[a.kind], words, plain(document, surname[0]) if surname else ""),
            tuple(rivals.get((a.start, a.end), ())),
        )


def of_tei(path: Path) -> list[Named]:
    """List the mentions in the text of a TEI file; raises TeilegramError when it has no text."""
    root = read_xml(path)
    text = root.find(f"{{{TEI}}}text")
    if text is None:
        raise TeilegramError(f"{path}: is no TEI with a text; give a transcript, or a TEI file that was made of one")
    rivals: dict[str, list[str]] = {}
    for one in root.iter(f"{{{TEI}}}certainty"):
        if one.get("assertedValue"):
            rivals.setdefault(str(one.get("target")).lstrip("#"), []).append(str(one.get("assertedValue")))
    return joined(of_element(e, rivals) for e in text.iter(etree.Element) if e.tag in TAGS)


def of_element(e: etree._Element, rivals: dict[str, list[str]]) -> Named:
    """Read one mention."""
    words = text_of(e)
    holder = e.getparent()
    around = text_of(holder) if holder is not None else words
    at = max(around.find(words), 0)
    surname = next((text_of(s) for s in e.iter(f"{{{TEI}}}surname")), "")
    kind = KINDS[etree.QName(e).localname]
    return Named(
        kind,
        words,
        int(str(e.sourceline or 1)),
        around[max(0, at - AROUND) : at + len(words) + AROUND],
        e.get("ref") or "",
        e.get("cert") or "",
        (e.get("ana") or "").lstrip("#"),
        cluster(kind, words, surname),
        tuple(rivals.get(str(e.get(f"{{{XML}}}id")), ())),
    )


def cluster(kind: str, words: str, surname: str) -> str:
    """Give what mentions of one entity share that nobody has linked.

    >>> cluster("org", "КГБ", ""), cluster("org", "Committee for State Security", ""), cluster("person", "Mr. X", "X's")
    ('kgb', 'kgb', 'x')
    """
    said = surname if kind == "person" and surname else words
    said = re.sub(r"['’]s?$", "", said).casefold()
    return said if kind in ("person", "role") else thing(re.sub(r"['’]s?$", "", words))


def joined(mentions: Iterable[Named]) -> list[Named]:
    """Give the mentions, an acronym that the text defines in the cluster of the name that stands before it."""
    found: list[Named] = []
    means: dict[str, Named] = {}
    for one in mentions:
        if one.rule == "names.org.defined":
            meant = means.setdefault(one.text, next((m for m in reversed(found) if m.kind == "org"), one))
            found.append(replace(one, cluster=meant.cluster))
        else:
            found.append(one)
    return found


def gathered(mentions: Iterable[Named]) -> list[Gathered]:
    """Gather mentions by what they are linked to, else by their cluster; the most often named first."""
    groups: dict[tuple[str, str], list[Named]] = {}
    for one in mentions:
        groups.setdefault((one.kind, one.ref or f" {one.cluster}"), []).append(one)
    made = [Gathered(kind, longest(group), group[0].ref, tuple(group)) for (kind, _), group in groups.items()]
    return sorted(made, key=lambda g: (list(KINDS.values()).index(g.kind), -len(g.mentions), g.name))


def longest(group: list[Named]) -> str:
    """Give the longest form of a name, the first of equals."""
    return max((one.text for one in group), key=len)


def as_text(found: list[Gathered], authority: Authority) -> str:
    """Write the table: a line for each entity, its forms below it."""
    return "\n".join(line for one in found for line in as_lines(one, authority)) or "no names found"


def as_lines(one: Gathered, authority: Authority) -> Iterator[str]:
    """Yield the two lines of an entity: its name, link and certainty; its forms, and the lines where they stand."""
    forms = Counter(m.text for m in one.mentions)
    certs = [m.cert for m in one.mentions]
    cert = min(certs, key=lambda c: CERTAINTY.get(c, 3)) or "sure"
    rivals = "".join(f"; or {r}" for r in sorted({r for m in one.mentions for r in m.rivals}))
    metonyms = sum(m.rule.endswith(".metonym") for m in one.mentions)
    stands = f"; {metonyms} for the government" if metonyms else ""
    name = official(one, authority)
    yield f"{one.kind:7}{len(one.mentions):5}  {name}  {one.ref or '(new)'}  {cert}{rivals}{stands}"
    listed = "; ".join(f"{form}{period(one, form)} {count}" for form, count in forms.most_common(SHOWN))
    more = f" and {len(forms) - SHOWN} more" if len(forms) > SHOWN else ""
    lines = ", ".join(map(str, sorted({m.line for m in one.mentions})))
    yield f"{'':14}{listed}{more}  (lines {lines})"


def official(one: Gathered, authority: Authority) -> str:
    """Give the name that the authority has first, else the tables, else the longest that the text has."""
    known = authority.named(one.ref) or entry(one, one.name)
    return known.names[0].text if known else one.name


def entry(one: Gathered, form: str) -> Entity | None:
    """Give what the tables know under a form of a place or an organisation."""
    return table_entry(form) if one.kind in ("place", "org") else None


def period(one: Gathered, form: str) -> str:
    """Say when a place bore a name that it bears no longer: ` [1924–1991]`."""
    known = entry(one, form)
    said = next((n.kind for n in known.names if n.text == form and n.kind != "main"), "") if known else ""
    return f" [{said}]" if said else ""


def to_review(found: list[Gathered]) -> list[Named]:
    """List the mentions that a person should look at, the most uncertain first; of new entities the first mention."""
    doubtful = [one for group in found for one in group.mentions if one.ref or one.cert == "low"]
    new = [group.mentions[0] for group in found if not group.ref and group.mentions[0].cert != "low"]
    listed = [one for one in (*doubtful, *new) if one.doubt < (2, 0)]
    return sorted(listed, key=lambda one: (one.doubt, one.line))


def review_as_text(listed: list[Named]) -> str:
    """Write one line for each mention to look at: line, words, link, rivals, and the words around it."""
    return (
        "\n".join(
            f"{one.line:6}  {one.cert or '-':7} {one.kind}: {one.text} -> {one.ref or '(new)'}"
            f"{''.join(f' | {r}' for r in one.rivals)}  [{one.rule}]  …{one.context}…"
            for one in listed
        )
        or "nothing to review"
    )


def as_json(found: list[Gathered], listed: list[Named] | None) -> str:
    """Write the table, or what is to be reviewed, as JSON."""
    data = {"entities": [g.record for g in found]} if listed is None else {"review": [asdict(one) for one in listed]}
    return json.dumps(data, ensure_ascii=False, indent=2)
