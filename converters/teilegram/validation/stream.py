"""Read XML as a stream: every start tag with its line and column, in constant memory, and nothing from outside.

A document type is refused where it stands, and the entities that it declares are named.  Lines and columns
count from 1, columns in characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from teilegram.model import Finding

CHUNK = 1 << 16
LEGACY = "TEI.2"

Model = tuple[str, int, int]
"""An xml-model instruction: what it says, its line and its column."""


class Listener(Protocol):
    """What hears of the tags and the text; a name is `namespace local`, or `local` in no namespace."""

    def start(self, name: str, attributes: list[str], line: int, column: int) -> None:
        """An element begins; attributes are name and value by turns."""

    def text(self, string: str, line: int, column: int) -> None:
        """A piece of text."""

    def end(self) -> None:
        """The element that began last ends."""


class Refused(Exception):  # noqa: N818 - carries a finding
    """The file is no XML that may be read; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Reader:
    """One reading of one file; `models` are the xml-model instructions before the root."""

    def __init__(self, file: str, listener: Listener, *, texts: bool = True) -> None:
        self.file, self.models, self.open = file, list[Model](), list[tuple[str, int]]()
        self.entities: list[Finding] = []
        self.doctype = ""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.ordered_attributes = True
        self._listener = listener
        self._listen(listener, texts=texts)

    def _listen(self, listener: Listener, *, texts: bool) -> None:
        parser = self._parser
        opened = self.open

        def start(name: str, attributes: list[str]) -> None:
            line = parser.CurrentLineNumber
            opened.append((name, line))
            listener.start(name, attributes, line, parser.CurrentColumnNumber + 1)

        def end(_: str) -> None:
            opened.pop()
            listener.end()

        def text(string: str) -> None:
            listener.text(string, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

        parser.StartElementHandler, parser.EndElementHandler = start, end
        if texts:
            parser.CharacterDataHandler = text
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.EndDoctypeDeclHandler = self._refuse

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-model":
            parser = self._parser
            self.models.append((data, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:  # noqa: FBT001 - expat's
        del public
        self.doctype = name
        self._entity_at("doctype", f"declares the document type “{name}”" + (f" of {system}" if system else ""))
        if not internal:
            self._refuse()

    def _entity(
        self, name: str, _parameter: object, value: str | None, _base: object, system: str | None, *_: object
    ) -> None:
        if system:
            self._entity_at("entity", f"declares the external entity “{name}”, which would read {system}")
        elif value and "&" in value:
            self._entity_at(
                "entity", f"declares the entity “{name}”, which expands other entities (an entity bomb does that)"
            )
        else:
            self._entity_at("entity", f"declares the entity “{name}”")

    def _entity_at(self, rule: str, said: str) -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        self.entities.append(Finding(self.file, line, f"well-formed.{rule}", said, "error", column))

    def _refuse(self) -> None:
        if self.doctype == LEGACY:
            raise Refused(legacy(self.file, self.entities[0].line, self.entities[0].column))
        worst = max(self.entities, key=lambda f: ("external" in f.message, "bomb" in f.message, "entity" in f.rule))
        raise Refused(
            Finding(
                self.file,
                worst.line,
                worst.rule,
                f"{worst.message}; entities and document types are refused",
                "error",
                worst.column,
                advice="Remove the DOCTYPE, and write the characters that the entities stand for.",
            )
        )

    def read(self, chunks: Iterable[bytes]) -> None:
        """Read to the end; raises Refused where the file is not well formed."""
        try:
            for chunk in chunks:
                self._parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position
            self._parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError as error:
            raise Refused(self._malformed(error)) from None
        except (ValueError, LookupError) as error:
            raise Refused(self._finding(1, 1, f"is not XML that can be read ({error})", "Save it as UTF-8.")) from None

    def _finding(self, line: int, column: int, said: str, advice: str) -> Finding:
        return Finding(self.file, line, "well-formed", said, "error", column, advice=advice)

    def _malformed(self, error: expat.ExpatError) -> Finding:
        said = expat.ErrorString(error.code)
        name, line = self.open[-1] if self.open else ("", 0)
        name = name.rpartition(" ")[2]
        where = (error.lineno, error.offset + 1)
        if said in TRUNCATED and self.open:
            return self._finding(
                *where,
                f"the file ends inside `<{name}>`, which begins in line {line}: it is truncated",
                "Get the whole file again, or close what is open.",
            )
        if said == "no element found":
            return self._finding(*where, "is not XML: it holds no element", "Give a TEI file.")
        if said == "mismatched tag":
            return self._finding(
                *where,
                f"the end tag is another's: `<{name}>` of line {line} is still open",
                f"Write `</{name}>` first, or correct the end tag.",
            )
        if not self.open and where[0] == 1 and where[1] == 1:
            return self._finding(*where, f"is not XML ({said})", "Give a TEI file; XML begins with `<`.")
        return self._finding(*where, f"is not well-formed XML ({said})", MENDING.get(said, "Mend it there."))


TRUNCATED = ("no element found", "unclosed token", "unclosed CDATA section", "partial character")
MENDING = {
    "not well-formed (invalid token)": "Mend it there: & is written &amp;, < is written &lt;, values stand in quotes.",
    "undefined entity": "Write the character itself; XML knows only &amp; &lt; &gt; &quot; &apos;.",
    "unbound prefix": "Declare the prefix with xmlns:…, or correct it.",
    "duplicate attribute": "Remove one of the two attributes.",
}


def legacy(file: str, line: int, column: int) -> Finding:
    """Make the finding of a file in TEI P4."""
    return Finding(
        file,
        line,
        "tei.p4",
        "is TEI P4 (its root is `<TEI.2>`), which the TEI left in 2007; this validator reads TEI P5",
        "error",
        column,
        expected=f'`<TEI xmlns="{TEI_SPACE}">`',
        advice="Convert it first, with the TEI Consortium's stylesheets from P4 to P5.",
    )


TEI_SPACE = "http://www.tei-c.org/ns/1.0"


def chunks_of(path: Path) -> Iterator[bytes]:
    """Read a file piece by piece."""
    with path.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            yield chunk
