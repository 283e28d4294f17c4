"""The tie: each mark points at its note and each note at its marks, and what is left over is reported (CONONO).

A mark's note is the nearest of that number that follows, for notes begin anew on every page; a mark that comes after
its note, as a second one may, has the nearest before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from teilegram.model import SPACE, Annotation, Document, Finding
from teilegram.vocabulary import table

FARTHEST = 20
"""How far a number may be from the one before for what lies between to be missed: transcripts are excerpts."""


def tied(document: Document) -> Iterator[Annotation | Finding]:
    """Yield `note`, `noteAnchor` and `fw` for what the transcript's notes and marks are, and report orphans."""
    notes, marks = document.of("footnote"), document.of("noteMark")
    by_number: dict[str, list[int]] = defaultdict(list)
    for i, note in enumerate(notes):
        by_number[note.get("n")].append(i)
    callers: dict[int, list[int]] = defaultdict(list)
    targets: dict[int, int] = {}
    for j, mark in enumerate(marks):
        answered = answer(mark, by_number.get(mark.get("n"), ()), notes)
        if answered is not None:
            targets[j] = answered
            callers[answered].append(j)
    for j, mark in enumerate(marks):
        yield anchor(mark, j, targets.get(j))
    stand = places(document, notes)
    for i, note in enumerate(notes):
        yield written(document, note, i, callers.get(i, ()), stand[i])
    for head in document.of("noteHead"):
        yield Annotation(head.start, head.end, "fw", head.rule, (("type", "notes"),), head.cert)
    yield from left_over(document, notes, marks, targets, callers)


def answer(mark: Annotation, numbered: Sequence[int], notes: Sequence[Annotation]) -> int | None:
    """Give the index of the note that a mark calls, among those of its number."""
    at = bisect_left(numbered, mark.start, key=lambda i: notes[i].start)
    near = [*numbered[at : at + 1], *numbered[max(at - 1, 0) : at]]
    return next((i for i in near if not notes[i].holds(mark)), None)


def anchor(mark: Annotation, j: int, target: int | None) -> Annotation:
    """Make the `noteAnchor` of a mark; without a note it points nowhere."""
    tie = (("xml:id", f"anchor-{j + 1}"), ("target", f"#footnote-{target + 1}")) if target is not None else ()
    return Annotation(
        mark.start, mark.end, "noteAnchor", mark.rule, (*tie, *mark.attributes), mark.cert, mark.before, mark.after
    )


def written(document: Document, note: Annotation, i: int, callers: Sequence[int], place: str) -> Annotation:
    """Make the `note` of a footnote: number, place, marks, whose it is."""
    resp = hand(document, note)
    before = source_label(document, note) if place == "end" else 0
    attributes = [
        ("type", "source" if before else "authorial" if resp == "author" else "editorial"),
        ("place", place),
        ("xml:id", f"footnote-{i + 1}"),
        ("n", note.get("n")),
        ("resp", f"#{resp}"),
    ]
    if callers:
        attributes.append(("target", " ".join(f"#anchor-{j + 1}" for j in callers)))
    rule = "notes.text.placed" if note.rule == "notes.text.called" and not callers else note.rule
    return Annotation(note.start, note.end, "note", rule, tuple(attributes), "high" if callers else "medium", before)


def places(document: Document, notes: Sequence[Annotation]) -> list[str]:
    """Tell where each note stands: at a page's foot when text or a page number follows, else at the end."""
    text, numbers = document.source.text, document.of("pageNum", "fw")
    last = max((a.end for a in document.of("block")), default=document.start)
    found: list[str] = []
    after: Annotation | None = None
    for note in reversed(notes):
        at = bisect_left(numbers, note.end, key=lambda a: a.start)
        paged = bool(numbers[at : at + 1]) and not text[note.end : numbers[at].start].strip(SPACE)
        beside = after is not None and not text[note.end : after.start].strip(SPACE)
        found.append(found[-1] if beside else "foot" if paged or last > note.end else "end")
        after = note
    return found[::-1]


def source_label(document: Document, note: Annotation) -> int:
    """Give how long the label of a note is that says where the document is kept: `1 Source: Department of State, …`."""
    if document.inside(note.start, note.end, "notePara"):
        return 0
    label = next((a.end for a in document.inside(note.start, note.end, "noteLabel")), note.start)
    start, _ = document.source.trimmed(label, note.end)
    said = document.source.text[start : note.end].casefold()
    return start - note.start if said.startswith(sources(document)) else 0


def sources(document: Document) -> tuple[str, ...]:
    """Give the words with which the convention begins a source note, in small letters."""
    return tuple(word.casefold() for word in document.convention.vocabulary["source"])


def hand(document: Document, note: Annotation) -> str:
    """Give whose note it is: as it says itself, as it is signed, else the editor's.

    >>> from teilegram.conventions import profile
    >>> from teilegram.model import Source
    >>> def whose(text):
    ...     document = Document(Source("x", text, ""), 0, len(text), profile("base"))
    ...     return hand(document, Annotation(0, len(text), "footnote", ""))
    >>> whose("1 See document 5."), whose("2 Literally: wolves. —Trans."), whose("* Footnote in the original.")
    ('ed', 'trans', 'author')
    """
    said = " ".join(document.source.text[note.start : note.end].casefold().split())
    for row in table("note_authors"):
        if row["words"] in said.replace("’", "'"):
            return row["resp"]
    last = said.rstrip(")]*_")
    for sign, resp in document.convention.attributions:
        if last.endswith(sign.casefold()) and last[: -len(sign)].rstrip().endswith(("—", "–", "--", "(", "[", " -")):
            return resp
    return "ed"


def left_over(
    document: Document,
    notes: Sequence[Annotation],
    marks: Sequence[Annotation],
    targets: dict[int, int],
    callers: dict[int, list[int]],
) -> Iterator[Finding]:
    """Report marks without a note, notes without a mark, numbers that stand twice or are left out; each once."""
    seen: dict[str, int] = {}
    last: Annotation | None = None
    for j, mark in enumerate(marks):
        n = mark.get("n")
        if j not in targets:
            twice = " once more" if n in seen else ""
            yield document.finding(
                mark.start, "notes.orphan", f"footnote mark {n} has no note in the transcript{twice}"
            )
        seen[n] = j
        if last and n.isdecimal() and 1 < int(n) - int(last.get("n")) <= FARTHEST:
            between = missing(int(last.get("n")) + 1, int(n) - 1)
            yield document.finding(mark.start, "notes.gap", f"between the marks {last.get('n')} and {n} {between}")
        if n.isdecimal():
            last = mark
    for i, note in enumerate(notes):
        n = note.get("n")
        if i not in callers:
            yield document.finding(note.start, "notes.uncalled", f"no mark in the text calls note {n}")


def missing(first: int, last: int) -> str:
    """Say which numbers are left out.

    >>> missing(4, 4), missing(54, 56)
    ('number 4 is missing', 'the numbers 54 to 56 are missing')
    """
    return f"number {first} is missing" if first == last else f"the numbers {first} to {last} are missing"
