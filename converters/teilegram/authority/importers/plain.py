"""What several importers need: text of a file, names with their parts, and lines about what was not understood."""

from __future__ import annotations

import re

from lxml import etree

from teilegram.model import Finding, Name, TeilegramError

GENERATION = re.compile(r"^(?:Jr|Sr|II|III|IV)\.?$")
LINKS = frozenset(
    {"von", "van", "de", "der", "den", "du", "di", "da", "del", "della", "la", "le", "zu", "zur", "af", "av"}
)


def text_of(data: bytes, where: str) -> str:
    """Decode a file; raises TeilegramError when it is not UTF-8 (or, with its mark, UTF-16)."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TeilegramError(f"{where}:{line}: is not UTF-8; save it as UTF-8") from None


def line_of(item: etree._Element) -> int:
    """Give the line of an element."""
    line = item.sourceline
    return line if isinstance(line, int) else 1


def said(where: str, line: int, rule: str, message: str) -> Finding:
    """Make a finding about a line of the file that is imported."""
    return Finding(where, line, f"import.{rule}", message)


def person(text: str, lang: str = "", kind: str = "main") -> Name:
    """Divide a person's name at its commas: `Armstrong, W. Park, Jr.`, `Bohlen, Charles E. (Chip)`.

    A name without a comma stays whole: what is the surname is not said.

    >>> person("Armstrong, W. Park, Jr.").parts
    (('surname', 'Armstrong'), ('forename', 'W.'), ('forename', 'Park'), ('genName', 'Jr.'))
    >>> person("Goethe, Johann Wolfgang von").parts[-1], person("U Thant").parts
    (('nameLink', 'von'), ())
    >>> person("Bohlen, Charles E. (Chip)").parts[-1]
    ('addName', 'Chip')
    """
    text = " ".join(text.split())
    nick = re.search(r"\s*[(“\"]([^()“”\"]+)[)”\"]", text)
    bare = text[: nick.start()] + text[nick.end() :] if nick else text
    surname, comma, rest = bare.partition(",")
    if not comma or not surname.strip() or not rest.strip(" ,"):
        return Name(text.strip(" ,"), (), kind, lang)
    parts = [("surname", surname.strip())]
    for word in rest.replace(",", " ").split():
        element = "genName" if GENERATION.match(word) else "nameLink" if word in LINKS else "forename"
        parts.append((element, word))
    if nick:
        parts.append(("addName", nick[1].strip()))
    return Name(text, tuple(parts), kind, lang)
