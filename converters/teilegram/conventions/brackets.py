"""Interventions: what a bracket is, by the convention of who printed it (Guidelines, COED, PHSU, PHOM).

A mark at the end of a bracket says whose act it is (`[our—trans.]`).  The grammar is here; its words are the
convention's.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from teilegram.conventions.acts import READERS, Bracket
from teilegram.conventions.exemptions import coded, exemptions
from teilegram.conventions.pairs import Span, across, is_no_act, pairs
from teilegram.conventions.signs import signs
from teilegram.model import SPACE, Annotation, Convention, Finding, Source
from teilegram.offsets import Spans

SIGN = re.compile(r"(?:\s*(?:[–—]{1,2}|--|\()|\s-)\s*$")
OTHER = re.compile(r"\([^()\[\]{}]{2,300}\)|\{[^()\[\]{}]{2,300}\}")
"""Delimiters that a scan has for brackets: they are an act only when it is signed (`{our—trans.}`)."""
SIGNED = ("gap", "note", "gloss", "sic", "unclear", "corr")
PIECED = ("bracket", "note", "gap", "desc")
"""What may run over paragraphs."""
SEALED = ("gap", "gloss")
"""What holds a description and no further acts."""


def brackets(
    source: Source, blocks: Iterable[Annotation], convention: Convention, apart: Container[tuple[int, int]] = ()
) -> Iterator[Annotation | Finding]:
    """Yield the interventions of a transcript, paragraph by paragraph, and those over paragraphs.

    A bracket that is not balanced stays text and is reported; one of the spans `apart`, a footnote mark, is no
    intervention.
    """
    text, shape = source.text, list(blocks)
    paired = [pairs(text, block.start, block.end, convention) for block in shape]
    loose = [(i, at) for i, (_, alone) in enumerate(paired) for at in alone]
    sealed: list[Span] = []
    joined: set[int] = set()
    for span, over in across(text, shape, loose, convention):
        made = list(read(text, bracket(text, *span, convention), convention))
        if not made or any(a.kind not in PIECED or not fits(a, over) for a in made):
            continue
        joined |= {span[0], span[1] - 1}
        sealed += [(a.start, a.end) for a in made if a.kind in SEALED]
        for act in made:
            yield from pieces(act, over)
    closed = Spans(sealed)
    for block, (spans, _) in zip(shape, paired, strict=True):
        yield from acts(text, block, [span for span in spans if span not in apart], closed, convention)
    for _, at in loose:
        if at not in joined:
            message = f"the bracket {text[at]} has no partner in its paragraph; it is kept as text"
            yield Finding(source.name, source.line_of(at), "conventions.unbalanced", message)


def acts(
    text: str, block: Annotation, spans: list[Span], sealed: Spans, convention: Convention
) -> Iterator[Annotation]:
    """Yield the acts of one paragraph; what lies in a gap or a gloss is a part of its words."""
    codes = list(exemptions(text, block.start, block.end))
    yield from codes
    taken = Spans((a.start, a.end) for a in codes)
    held: list[Span] = []
    until = block.start
    for start, end in spans:
        if start < until or sealed.touches(start, start + 1) or taken.touches(start, start + 1):
            continue
        made = list(read(text, bracket(text, start, end, convention), convention))
        yield from made
        until = max((a.end for a in made if a.kind in SEALED), default=until)
        held += [(a.start, a.end) for a in made if a.kind in SEALED and convention.signs]
    closed = (sealed, taken, Spans(held))
    for a in signs(text, block.start, block.end, convention):
        if not any(s.touches(a.start, a.end) for s in closed):
            yield a
    if not convention.signs:
        for m in OTHER.finditer(text, block.start, block.end):
            b = bracket(text, *m.span(), convention)
            if b.signed and says_more(b) and not any(s.touches(m.start(), m.start() + 1) for s in closed):
                yield from read(text, b, convention)


def says_more(b: Bracket) -> bool:
    """Tell whether a signed bracket says anything besides its signature: `(—Trans.)` signs what stands before it."""
    return b.before + b.after > len("()") or sum(any(c.isalpha() for c in word) for word in b.body.split()) > 1


def fits(act: Annotation, blocks: Sequence[Annotation]) -> bool:
    """Tell whether the marks of an act over paragraphs lie in its first and its last paragraph."""
    start, end = act.inner
    return start <= blocks[0].end and blocks[-1].start <= end


def pieces(act: Annotation, blocks: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield an act paragraph by paragraph, each piece pointing at the next and the one before (Guidelines, SAAG)."""
    spans = [(max(act.start, b.start), min(act.end, b.end)) for b in blocks]
    spans = [span for span in spans if span[0] < span[1]]
    for i, (start, end) in enumerate(spans):
        piece = replace(
            act,
            start=start,
            end=end,
            before=act.before if i == 0 else 0,
            after=act.after if i == len(spans) - 1 else 0,
        )
        if act.kind in ("desc", "foreign") or len(spans) == 1:
            yield piece
            continue
        links = {"xml:id": f"piece-{start}"}
        if i:
            links["prev"] = f"#piece-{spans[i - 1][0]}"
        if i < len(spans) - 1:
            links["next"] = f"#piece-{spans[i + 1][0]}"
        yield piece.having(**links)


def bracket(text: str, start: int, end: int, convention: Convention) -> Bracket:
    """Take a bracket apart: the marks at both ends, who signed it, and what it says.

    >>> from teilegram.conventions import profile
    >>> bracket("[section deleted—trans.]", 0, 24, profile("cwihp"))
    Bracket(start=0, end=24, body='section deleted', resp='trans', before=1, after=8, signed=True)
    >>> bracket("[so it is (Ed.)]", 0, 16, profile("cwihp"))[2:6]
    ('so it is', 'ed', 1, 7)
    """
    inside = text[start + 1 : end - 1]
    last = len(inside.rstrip(f"{SPACE}*_"))
    closed = inside[last - 1 : last] == ")"
    last -= closed
    for sign, resp in convention.attributions:
        if sign.endswith(":"):
            if inside.lstrip(f"{SPACE}*_")[: len(sign)].casefold() == sign.casefold():
                return Bracket(start, end, inside, resp, 1, 1, signed=True)
            continue
        cut = last - len(sign)
        if cut > 0 and inside[cut:last].casefold() == sign.casefold():
            dash = SIGN.search(inside, max(0, cut - 8), cut)
            if dash and closed == ("(" in dash[0]):
                said = inside[: dash.start()]
                if not said.strip(SPACE):
                    return Bracket(start, end, inside, resp, 1, 1, signed=True)
                return Bracket(start, end, said, resp, 1, end - start - 1 - dash.start(), signed=True)
    return Bracket(start, end, inside, convention.unsigned, 1, 1, signed=False)


def read(text: str, b: Bracket, convention: Convention) -> Iterator[Annotation]:
    """Yield what a bracket is; one that is no act stays text."""
    body = b.body.strip(SPACE)
    if not body or is_no_act(text, b.start, b.end):
        return
    withheld = list(coded(body, b.start, b.end))
    if withheld:
        yield from withheld
        return
    resp = (("resp", f"#{b.resp}"),)
    for reader in READERS:
        made = list(reader(text, b, body, convention))
        if made:
            yield from (
                a.having(resp=f"#{b.resp}") if a.kind in SIGNED and a.get("type") != "source" else a for a in made
            )
            return
    yield Annotation(
        b.start, b.end, "bracket", "conventions.supplied", resp, None if b.signed else "high", b.before, b.after
    )
