"""The XSD beside a grammar as a second explanation: lxml's reading of it, or that of xmlschema with its paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from lxml import etree

from teilegram.model import Finding
from teilegram.resources import folder
from teilegram.validation.keep import kept
from teilegram.validation.scan import Scan
from teilegram.validation.schemas import Schemas

Engine = Literal["own", "lxml", "xmlschema"]
NAMESPACE = re.compile(r"\{[^}]*\}")
ADVICE = "Correct it, or run without --xsd-engine: the grammar's own explanation says more."


def by_xsd(engine: Engine, root: etree._Element, scan: Scan, path: Path, schemas: Schemas) -> list[Finding]:
    """List what the XSD finds wrong; nothing where there is none, or where it is not asked for."""
    schema = (schemas.grammar or folder("schema") / "teilegram.rng").with_suffix(".xsd")
    if engine == "own" or not schema.is_file():
        return []
    return list((by_lxml if engine == "lxml" else by_xmlschema)(schema, root, scan, str(path)))


@cache
def lxml_schema(path: Path) -> etree.XMLSchema:
    """Load an XSD into libxml2 once."""
    return etree.XMLSchema(etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)))


def by_lxml(path: Path, root: etree._Element, scan: Scan, file: str) -> Iterator[Finding]:
    """Yield the words of libxml2, at the first element of the line that they name."""
    schema = lxml_schema(path)
    schema.validate(root.getroottree())
    log: Any = schema.error_log
    for entry in log:
        said, _, rest = NAMESPACE.sub("", entry.message).partition(": ")
        name = said.removeprefix("Element '").partition("'")[0]
        here = (p for p in scan.places if p.line == entry.line and p.name.endswith(f" {name}"))
        column = next((p.column for p in here), 1)
        yield Finding(
            file, entry.line, "xsd", f"`<{name}>`: {rest}", "error", column, advice=ADVICE, path=entry.path or ""
        )


def by_xmlschema(path: Path, root: etree._Element, scan: Scan, file: str) -> Iterator[Finding]:
    """Yield the words of xmlschema, with its paths."""
    number = {element: at for at, element in enumerate(root.iter(etree.Element))}
    for error in kept(path, built).iter_errors(root):
        child: Any = getattr(error, "invalid_child", None)
        culprit = error.elem if child is None else child
        place = scan.places[number.get(culprit, 0)]
        said = NAMESPACE.sub("", error.reason or error.message)
        yield Finding(
            file, place.line, "xsd", " ".join(said.split()), "error", place.column, advice=ADVICE, path=error.path or ""
        )


def built(path: Path) -> Any:  # noqa: ANN401 - xmlschema is imported late
    """Build an XSD with xmlschema, from local files only."""
    import xmlschema  # noqa: PLC0415 - 220 ms that only this engine needs

    return xmlschema.XMLSchema(str(path), allow="local", defuse="always")
