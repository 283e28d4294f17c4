"""What is asked for: elements by XPath, with TEI names without a prefix, or by a line of the transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from teilegram.explain.origins import Explained
from teilegram.model import TeilegramError
from teilegram.transform import TEI

STEP = re.compile(r"(?<![\w.:@$\-])(?P<axis>[a-z-]+::)?(?P<name>[A-Za-z][\w.-]*)(?![\w.-]*\s*(?:\(|::))(?![\w.:-])")
OPERATORS = frozenset({"and", "or", "div", "mod"})
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def on_line(one: Explained, line: int) -> Iterator[etree._Element]:
    """Yield the elements that stand on a line or run over it, in the order of the text."""
    source = one.document.source
    for element, a in one.made.items():
        first, last = source.line_of(a.start), source.line_of(max(a.end - 1, a.start))
        if first <= line <= last:
            yield element


def chosen_by(root: etree._Element, asked: str) -> list[etree._Element]:
    """Give the elements of a tree that an XPath selects; of an attribute or a text, the element it belongs to."""
    try:
        found = compiled(asked)(root)
    except etree.XPathError as error:
        raise TeilegramError(
            f"{asked[:200]!r}: is no XPath here ({error}); ask for elements, as in //date[@when]"
        ) from None
    if not isinstance(found, list):
        raise TeilegramError(f"{asked[:200]!r}: gives no elements; ask for elements, as in //date[@when]")
    nodes = (element_of(one) for one in found)
    return list(dict.fromkeys(node for node in nodes if node is not None))


def element_of(found: Any) -> etree._Element | None:  # noqa: ANN401 - an element, or a string that knows its parent
    """Give the element that an XPath's finding is or belongs to; None of comments and namespaces."""
    node = found.getparent() if hasattr(found, "is_attribute") else found
    return node if isinstance(getattr(node, "tag", None), str) else None


def compiled(asked: str) -> etree.XPath:
    """Compile an XPath of the user's, without extension functions; raises TeilegramError when it is none."""
    try:
        return etree.XPath(prefixed(asked), namespaces={"tei": TEI}, regexp=False)
    except etree.XPathError as error:
        raise TeilegramError(
            f"{asked[:200]!r}: is neither a line number nor an XPath ({error}); write a line, or //date[@when]"
        ) from None


def prefixed(asked: str) -> str:
    """Put the prefix of TEI before the element names of an XPath that have none.

    >>> prefixed("//p[date/@when = 'a date' and not(note)]/persName[last()]")
    "//tei:p[tei:date/@when = 'a date' and not(tei:note)]/tei:persName[last()]"
    """
    bare = QUOTED.sub(lambda m: m[0][0] + "0" * (len(m[0]) - 2) + m[0][0], asked)  # a string holds no names
    pieces: list[str] = []
    at = 0
    for m in STEP.finditer(bare):
        if m["axis"] != "attribute::" and not (m["name"] in OPERATORS and is_operator(bare[: m.start()])):
            pieces += (asked[at : m.start("name")], "tei:")
            at = m.start("name")
    return "".join((*pieces, asked[at:]))


def is_operator(before: str) -> bool:
    """Tell whether a word after these characters stands between two operands."""
    said = before.rstrip()
    return bool(said) and said[-1] not in "/([,=|<>+*:"
