"""Views: what people read, derived from the TEI by the stylesheets of `xslt/`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from lxml import etree

from teilegram.model import TeilegramError
from teilegram.resources import folder
from teilegram.transform import TEI, read_xml, transform

Format = Literal["html", "text"]
Mode = Literal["reading", "diplomatic"]
SUFFIX: dict[str, str] = {"html": ".html", "text": ".txt"}


def render(
    root: etree._Element, as_: Format = "html", mode: Mode = "reading", authority: Sequence[etree._Element] = ()
) -> str:
    """Give a page or plain text of one TEI document.

    `diplomatic` text is the transcript, character by character but for runs of white space.  `authority`
    are parsed authority files, whose names the page then shows.
    """
    parameters: dict[str, str | Sequence[etree._Element]] = {"mode": mode}
    if as_ == "html" and authority:
        parameters["authority"] = authority
    return transform(root, f"{as_}.xsl", parameters)


def view_file(
    path: Path, as_: Format = "html", mode: Mode = "reading", authority: Sequence[etree._Element] = ()
) -> str:
    """Give a page or plain text of a TEI file; raises TeilegramError when it is none."""
    root = read_xml(path)
    if root.tag != f"{{{TEI}}}TEI":
        raise TeilegramError(
            f"{path}: is not a TEI document (its root is {etree.QName(root).localname}); give a file that encode wrote"
        )
    if root.find(f"{{{TEI}}}text") is None:
        raise TeilegramError(f"{path}: has no text to show; it may be an authority file")
    return render(root, as_, mode, authority)


def manual() -> str:
    """Give the encoding manual, a page made from the ODD in `schema/`."""
    return transform(read_xml(folder("schema") / "teilegram.odd"), "odd.xsl")
