"""Fidelity: nothing lost, nothing invented.  What the TEI reads back as is compared with the transcript."""

from __future__ import annotations

import re

from lxml import etree

from teilegram.encoding.builder import FORBIDDEN, pictured
from teilegram.model import SPACE, Document, TeilegramError
from teilegram.transform import transform

RUN = re.compile(f"[{SPACE}]+")


def normalised(text: str) -> str:
    """Apply the normalisations that every header declares, and no other.

    >>> normalised(" a \\t b\\n\\nc" + chr(7))
    'a b c␇'
    """
    return FORBIDDEN.sub(lambda m: pictured(m[0]), RUN.sub(" ", text).strip(" "))


def around(text: str, at: int) -> str:
    """Give some characters on both sides of an offset."""
    return text[max(at - 20, 0) : at + 20]


def check(root: etree._Element, document: Document) -> None:
    """Compare a document with its slice of the transcript; raises TeilegramError naming the place where they differ."""
    try:
        read_back = normalised(transform(root, "text.xsl", {"mode": "diplomatic"}))
    except TeilegramError as error:
        raise TeilegramError(f"{document.source.name}: document {document.number}: {error}; please report it") from None
    expected = normalised(document.text)
    if read_back == expected:
        return
    at = next(
        (i for i, (a, b) in enumerate(zip(read_back, expected, strict=False)) if a != b),
        min(len(read_back), len(expected)),
    )
    raise TeilegramError(
        f"{document.source.name}: document {document.number}: the TEI does not read back as the transcript "
        f"at character {at} of its text: “{around(expected, at)}” became “{around(read_back, at)}”; "
        "please report this document"
    )
