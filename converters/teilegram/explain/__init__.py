"""Explain: which rule made an element, from which characters, how sure, and what it was preferred to.

A transcript is encoded in memory and every element keeps the annotation that made it; elements are asked for by XPath
or by a line of the transcript.  Of the header and of what the tree needs (`TEI`, `body`) no annotation speaks.
"""

from __future__ import annotations

from teilegram.conventions import detect, profile
from teilegram.explain.asked import chosen_by, compiled, on_line
from teilegram.explain.origins import Explained, Explanation
from teilegram.explain.shown import as_json, as_text
from teilegram.explain.transcript import transcript_of
from teilegram.model import Authority, Source, TeilegramError
from teilegram.pipeline import read

__all__ = ["Explanation", "as_json", "as_text", "explained", "transcript_of"]


def explained(
    source: Source, convention: str = "auto", authority: Authority = Authority(), *, asked: str = "", number: int = 0
) -> list[Explanation]:
    """Explain the elements of a transcript that an XPath names or that stand on a line; all of them by default.

    `number` is the document meant, all of them where it is 0; `asked` is a line number or an XPath into the TEI,
    element names without a prefix.  Raises TeilegramError with one line when there is no such line, or no such XPath.

    >>> from teilegram.model import Source
    >>> said = "He left on 6 November 1962."
    >>> [(e.rule, e.attributes, e.origin.text) for e in explained(Source("x.txt", said, ""), asked="//date[@when]")
    ...     if e.origin]
    [('dates.english.day-month', {'when': '1962-11-06'}, '6 November 1962')]
    """
    if asked.isdecimal():
        count = source.text.count("\n") + (not source.text.endswith("\n"))
        if not 1 <= int(asked[:9]) <= count:
            raise TeilegramError(f"{source.name}: there is no line {asked[:20]}; the transcript has {count}")
    else:
        compiled(asked or "//*")
    parts, _ = read(source, detect(source) if convention == "auto" else profile(convention), authority)
    found: list[Explanation] = []
    for part in (part for part in parts if number in (0, part.number)):
        one = Explained(part)
        chosen = on_line(one, int(asked)) if asked.isdecimal() else chosen_by(one.root, asked or "/TEI/text//*")
        found += [one.explanation(element) for element in chosen]
    return found
