"""Pairs: an original and a translation that come as two transcripts.

Each becomes a file of its own, with its own source, language and checksum; a third file holds the links between
them.  Either can be encoded again or published alone, and the links stay what they are: a statement about both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from teilegram.align.parallel import Link, Side, parallel
from teilegram.conventions import detect, profile
from teilegram.convert import Encoded, conforms, serialised, source_name
from teilegram.encoding import identified
from teilegram.encoding.alignment import alignment
from teilegram.encoding.words import title_of
from teilegram.fidelity import check
from teilegram.model import Annotation, Authority, Document, Finding, Publication, TeilegramError
from teilegram.pipeline import read, run
from teilegram.readers.transcript import read as read_transcript
from teilegram.readers.transcript import transcripts
from teilegram.validation import relaxng

SORTS = ("original", "translation")


def matched(original: Path, translation: Path) -> list[tuple[Path, Path]]:
    """List which transcript belongs to which, for two transcripts or two folders of them.

    Transcripts of folders belong together by their names, or in their order where the names differ.  Raises
    TeilegramError when one side has more than the other, or both are the same.
    """
    left, right = transcripts([original]), transcripts([translation])
    if len(left) != len(right):
        raise TeilegramError(
            f"{original}: holds {count(len(left), 'transcript')} and {translation} {len(right)}; "
            "give as many translations as originals"
        )
    if sorted(p.stem for p in left) == sorted(p.stem for p in right):
        left, right = sorted(left, key=lambda p: p.stem), sorted(right, key=lambda p: p.stem)
    for one, other in zip(left, right, strict=True):
        if one.resolve() == other.resolve():
            raise TeilegramError(f"{one}: is given as its own translation; give two transcripts")
    return list(zip(left, right, strict=True))


def count(number: int, noun: str) -> str:
    """Count something.

    >>> count(1, "document"), count(2, "document")
    ('1 document', '2 documents')
    """
    return f"{number} {noun}{'s'[: number != 1]}"


@dataclass(slots=True)
class Half:
    """One side of a pair: its path, and its documents as far as they are read."""

    path: Path
    documents: list[Document]
    findings: list[Finding]

    @classmethod
    def of(cls, path: Path, sort: str, convention: str, authority: Authority) -> Half:
        """Read the documents of a transcript, and say of each that it is an original or a translation."""
        source = read_transcript(path)
        chosen = detect(source) if convention == "auto" else profile(convention)
        parts, findings = read(source, chosen, authority)
        made = []
        for part in parts:
            document, said = run(part)
            findings += said
            if len(document.of("div")) > 1:
                raise TeilegramError(f"{path}: holds an original and its translation already; encode it")
            made.append(replace(document, annotations=tuple(told(a, sort) for a in document.annotations)))
        return cls(path, made, findings)

    @property
    def lang(self) -> str:
        """The language of the first document."""
        return next((d.get("xml:lang") for d in self.documents[0].of("div")), "und")


def told(a: Annotation, sort: str) -> Annotation:
    """Make the part of a document what the user says that it is; that is then no inference."""
    return replace(a.having(type=sort), cert=None) if a.kind == "div" else a


def encode_pair(
    original: Path, translation: Path, authority: Authority, convention: str = "auto"
) -> tuple[list[Encoded], list[Finding]]:
    """Encode two transcripts and the links between them: the files of either, then those of the alignments.

    Raises TeilegramError when they hold different numbers of documents, or are in the same language.
    """
    halves = [
        Half.of(path, sort, convention, authority) for path, sort in zip((original, translation), SORTS, strict=True)
    ]
    compare(*halves)
    findings = [finding for half in halves for finding in half.findings]
    encoded: tuple[list[Encoded], list[Encoded]] = ([], [])
    linked: list[Encoded] = []
    for documents in zip(halves[0].documents, halves[1].documents, strict=True):
        made = parallel(*(Side.of(document, document.of("div")[0]) for document in documents))
        findings += made.findings
        names = named(documents, [half.lang for half in halves])
        ends: dict[str, str] = {}
        for side, document in enumerate(documents):
            sentences = (made.left, made.right)[side]
            whole = replace(document, annotations=(*document.annotations, *sentences, *asked(made.links, side)))
            done, ids = written(whole, names[side])
            encoded[side].append(done)
            ends |= {f"{SORTS[side]}/{end}": f"{quote(names[side])}#{ident}" for end, ident in ids.items()}
        titles = (encoded[0][-1].title, encoded[1][-1].title)
        if made.links:
            linked.append(aligned(titles, names, made.links, ends, f"{source_name(documents[0])}-alignment.xml"))
    return [*encoded[0], *encoded[1], *linked], findings


def compare(one: Half, other: Half) -> None:
    """Check that two transcripts can be an original and its translation; raises TeilegramError when they cannot."""
    if len(one.documents) != len(other.documents):
        raise TeilegramError(
            f"{one.path}: holds {count(len(one.documents), 'document')} and {other.path} {len(other.documents)}; "
            "divide them so that both hold the same documents"
        )
    if one.lang == other.lang:
        raise TeilegramError(
            f"{one.path}: is in the same language as {other.path} ({one.lang}); give an original and a translation"
        )


def named(documents: Sequence[Document], langs: Sequence[str]) -> tuple[str, str]:
    """Name the files of an original and a translation by their transcripts, and by language where those agree."""
    one, other = (source_name(document) for document in documents)
    return (f"{one}.xml", f"{other}.xml") if one != other else (f"{one}-{langs[0]}.xml", f"{other}-{langs[1]}.xml")


def asked(links: Sequence[Link], side: int) -> Iterator[Annotation]:
    """Yield `linked` for what another file points at in the document of one side."""
    for link in links:
        for a in (link.left, link.right)[side]:
            yield Annotation(a.start, a.end, "linked", link.rule, (("target", f"{a.kind}:{a.start}"),))


def written(document: Document, name: str) -> tuple[Encoded, dict[str, str]]:
    """Encode one document and check it; give also the identifiers that links need."""
    root, ids = identified(document, Publication())
    check(root, document)
    conforms(root, document)
    dated = next((d.get("when") or None for d in document.of("documentDate")), None)
    return Encoded(name, serialised(root, Publication()), title_of(document)[0], dated), ids


def aligned(
    titles: tuple[str, str], files: tuple[str, str], links: Sequence[Link], ends: dict[str, str], name: str
) -> Encoded:
    """Write the file of the links; raises TeilegramError when it is not valid."""
    made = []
    for link in links:
        target = " ".join(f"{sort}/{a.kind}:{a.start}" for sort, a in across(link))
        made.append(link.annotation().having(target=target))
    root = alignment(titles, files, made, ends)
    wrong = next(relaxng(root, name), None)
    if wrong:
        raise TeilegramError(f"{name}: is not valid ({wrong.message}); please report these transcripts")
    return Encoded(name, serialised(root, Publication()), f"Alignment: {titles[0]}", None)


def across(link: Link) -> Iterator[tuple[str, Annotation]]:
    """Yield the ends of a link, each with the side that it is on."""
    for sort, side in zip(SORTS, (link.left, link.right), strict=True):
        for a in side:
            yield sort, a
