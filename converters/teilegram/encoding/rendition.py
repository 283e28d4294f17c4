"""Renditions: brackets, asterisks and tags are kept as CSS content before and after an element (Guidelines, HD57)."""

from __future__ import annotations

import re

from lxml import etree

from teilegram.encoding.builder import FORBIDDEN, pictured, sub

KNOWN = {"[": "square-open", "]": "square-close", "*[": "asterisk-square-open", "]*": "square-asterisk-close"}
MARKDOWN = {"*": "asterisk", "**": "asterisks", "***": "three-asterisks", "<sup>": "sup-open", "</sup>": "sup-close"}


BLANKS = re.compile("  +")
BLANK = {ord("\f"): " ", ord("\v"): " ", ord("\r"): " "}


class Renditions:
    """The renditions of one document, declared as they are first used."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], str] = {}

    def pointers(self, before: str, after: str) -> str:
        """Give the value of `@rendition` for an element with these marks."""
        return " ".join(f"#{self.ident(scope, mark)}" for scope, mark in (("before", before), ("after", after)) if mark)

    def ident(self, scope: str, mark: str) -> str:
        """Give the `xml:id` of a mark."""
        mark = BLANKS.sub(" ", FORBIDDEN.sub(lambda m: pictured(m[0]), mark.translate(BLANK)))
        if (scope, mark) not in self.known:
            name = KNOWN.get(mark) or (
                f"{MARKDOWN[mark]}-{scope}" if mark in MARKDOWN else f"{scope}-{len(self.known) + 1}"
            )
            self.known[scope, mark] = name
        return self.known[scope, mark]

    def declare(self, tags: etree._Element) -> None:
        """Write the declarations into `tagsDecl`."""
        for (scope, mark), ident in self.known.items():
            sub(tags, "rendition", f'content: "{css(mark)}"', xml_id=ident, scheme="css", scope=scope)


def css(mark: str) -> str:
    r"""Write a string as CSS does between double quotes.

    >>> print(css('say "'), css("# "), css("-- trans.]"))
    say \" #\20 -- trans.]
    """
    escaped = mark.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ").replace("\t", "\\9 ")
    return escaped if not escaped.endswith(" ") or escaped.endswith(("\\a ", "\\9 ")) else escaped[:-1] + "\\20"
