"""The transcript of what is to be explained: itself, or the one beside a TEI file that was made of it."""

from __future__ import annotations

from pathlib import Path

from teilegram.model import Source, TeilegramError
from teilegram.readers.transcript import read as read_transcript
from teilegram.transform import TEI, read_xml


def transcript_of(path: Path) -> tuple[Source, int]:
    """Read a transcript, or the one beside a TEI file that was made of it; give the number of the document meant, or 0.

    Raises TeilegramError when the TEI names no transcript, or the one beside it is another or has been changed.
    """
    if path.suffix.lower() != ".xml":
        return read_transcript(path), 0
    root = read_xml(path)
    found = root.find(f".//{{{TEI}}}sourceDesc//{{{TEI}}}bibl[@type='transcript']")
    said = {i.get("type"): i.text or "" for i in found.iterfind(f"{{{TEI}}}idno")} if found is not None else {}
    name = said.get("filename", "").replace("\\", "/").rsplit("/", 1)[-1]
    if found is None or not name:
        raise TeilegramError(f"{path}: names no transcript that it was made of; give the transcript instead")
    beside = path.parent / name
    if not beside.is_file():
        raise TeilegramError(f"{path}: its transcript {name} does not stand beside it; put it there, or give its path")
    source = read_transcript(beside)
    if source.sha256 != said.get("sha256"):
        raise TeilegramError(f"{path}: the transcript {name} has been changed since; encode it again")
    scope = (found.findtext(f"{{{TEI}}}biblScope[@unit='document']") or "").split(" ", 1)[0]
    return source, int(scope) if scope.isdecimal() else 0
