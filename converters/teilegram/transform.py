"""XML from outside, and the stylesheets: the only place where a parser or a processor is made.

XML is parsed by lxml without entities, network or DTD, and only then handed to Saxon as a string; Saxon by
itself would resolve external entities and `doc()` (both are switched off here as well).  Code that nobody vouches for,
such as a user's own rules, runs in a processor of its own that reads and writes nothing.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from teilegram.model import TeilegramError
from teilegram.resources import folder

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"

_lock = threading.Lock()


def parse(data: bytes, where: object) -> etree._Element:
    """Parse XML that nobody vouches for and give its root.

    Raises TeilegramError with line and column where it is not well formed, and where it declares a document
    type (entities are refused, not expanded).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, collect_ids=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise TeilegramError(f"{where}:{line}:{column}: is not well-formed XML ({error.msg}); mend it there") from None
    except ValueError as error:
        raise TeilegramError(f"{where}: is not XML ({error}); mend it") from None
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise TeilegramError(
            f"{where}:1: declares a document type; entities from outside are refused, remove the DOCTYPE"
        )
    return root


def read_xml(path: Path) -> etree._Element:
    """Read and parse an XML file; raises TeilegramError as `parse` does, or when it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TeilegramError(
            f"{path}: cannot be read ({error.strerror}); check that it exists and may be read"
        ) from None
    return parse(data, path)


@cache
def processor(protocols: str = "file") -> Any:  # noqa: ANN401 - saxonche has no types
    """Give the one Saxon processor of this process; or, with the protocols "none", the one that cannot read a thing."""
    from saxonche import PySaxonProcessor  # noqa: PLC0415 - 60 ms that only a transformation needs

    made = PySaxonProcessor(license=False)
    made.set_configuration_property("http://saxon.sf.net/feature/allow-external-functions", "false")
    made.set_configuration_property("http://saxon.sf.net/feature/allowedProtocols", protocols)
    return made


Parameter = str | Sequence[etree._Element]  # noqa: SLF001 - the name that lxml-stubs gives the type


@cache
def stylesheet(name: str) -> Any:  # noqa: ANN401
    """Compile a stylesheet of `xslt/` once."""
    path = folder("xslt") / name
    try:
        return processor().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path))
    except Exception as error:  # noqa: BLE001 - saxonche raises its own, untyped
        raise TeilegramError(f"{path}: {one_line(error)}") from None


def compiled(text: str, where: object) -> Any:  # noqa: ANN401
    """Compile a stylesheet that another one made; it runs `sealed`, as it may be anybody's."""
    try:
        return processor("none").new_xslt30_processor().compile_stylesheet(stylesheet_text=text)
    except Exception as error:  # noqa: BLE001
        raise TeilegramError(f"{where}: {one_line(error)}") from None


def transform(root: etree._Element, name: str, parameters: Mapping[str, Parameter] | None = None) -> str:
    """Run a stylesheet of `xslt/` over a parsed document and give the result as a string.

    A parameter is a string or a sequence of parsed documents, which arrive as one node that holds them.  Raises
    TeilegramError when the stylesheet does not compile or fails.
    """
    return run(stylesheet(name), root, name, parameters)


def run(
    executable: Any,  # noqa: ANN401
    root: etree._Element,
    where: object,
    parameters: Mapping[str, Parameter] | None = None,
    *,
    sealed: bool = False,
) -> str:
    """Run a compiled stylesheet; `where` names it should it fail, `sealed` says that `compiled` made it."""
    with _lock:
        executable.clear_parameters()
        try:
            for key, value in (parameters or {}).items():
                executable.set_parameter(
                    key, processor().make_string_value(value) if isinstance(value, str) else nodes(value)
                )
            return str(executable.transform_to_string(xdm_node=node(root, sealed=sealed)) or "")
        except Exception as error:  # noqa: BLE001
            raise TeilegramError(f"{where}: {one_line(error)}") from None


def node(root: etree._Element, *, sealed: bool = False) -> Any:  # noqa: ANN401
    """Hand a parsed document to Saxon; sealed, with what stands before and after its root.

    A node of one processor means nothing to another.
    """
    whole = etree.tostring(root.getroottree() if sealed else root, encoding="utf-8").decode("utf-8")
    return (processor("none") if sealed else processor()).parse_xml(xml_text=whole)


def nodes(roots: Sequence[etree._Element]) -> Any:  # noqa: ANN401
    """Hand several parsed documents to Saxon, inside one element: it takes one node as a parameter, and safely."""
    holder = etree.Element("documents")
    for root in roots:
        holder.append(deepcopy(root))
    return node(holder)


def one_line(error: Exception) -> str:
    """Give the one line of an error that a user can act on."""
    return re.sub(r"\s+", " ", str(error)).strip()[:300]


def text_of(item: etree._Element) -> str:
    """Give all characters inside an element, runs of white space as one blank."""
    if not len(item):
        return " ".join((item.text or "").split())
    return " ".join("".join(str(piece) for piece in item.itertext()).split())
