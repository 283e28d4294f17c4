"""An edition: what `edition.toml` says, encoded, validated and rendered.

The file has one table `[edition]`: `title`, `publisher`, `licence`, `licence_url`, `transcripts` (files or
folders), `authority` (files), `output`, `views`, `schema`, `convention`, `gazetteer`,
`name_by`, `names_with` (plug-ins).  Paths are relative to it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from lxml import etree

from teilegram.batch import Job, Outcome, run
from teilegram.convert import serialised
from teilegram.encoding.corpus import Member, corpus
from teilegram.files import write, xml_files
from teilegram.model import Finding, Publication, TeilegramError
from teilegram.names import gazetteer
from teilegram.names.plugins import load as plug_ins
from teilegram.transform import read_xml
from teilegram.validation import validate_files
from teilegram.views import SUFFIX, manual, view_file

CORPUS = "corpus.xml"
MANUAL = "manual.xml"
"""No file, but the name whose page would be that of the encoding manual."""
MANUAL = "manual.html"


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition is made of, its paths resolved."""

    transcripts: tuple[Path, ...]
    authority: tuple[Path, ...]
    output: Path
    views: Path
    convention: str
    gazetteer: str
    name_by: str
    publication: Publication
    names_with: tuple[str, ...] = ()


def read_edition(path: Path) -> Edition:
    """Read `edition.toml`; raises TeilegramError that names what is missing or unknown."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("edition")
    except (OSError, UnicodeDecodeError) as error:
        raise TeilegramError(
            f"{path}: cannot be read ({getattr(error, 'strerror', None) or error}); give the path of an edition.toml"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise TeilegramError(f"{path}: is not TOML ({error}); mend it there") from None
    if not isinstance(table, dict):
        raise TeilegramError(f"{path}: has no table [edition]; write one")
    texts = ("title", "publisher", "licence", "licence_url")
    known = {*texts, "transcripts", "authority", "output", "views", "schema", "convention", "gazetteer", "name_by"}
    known.add("names_with")
    for key, value in table.items():
        if key not in known:
            raise TeilegramError(f"{path}: does not know {key}; it takes {', '.join(sorted(known))}")
        listed = key in ("transcripts", "authority", "names_with")
        if not (
            isinstance(value, list) and all(isinstance(v, str) for v in value) if listed else isinstance(value, str)
        ):
            raise TeilegramError(f"{path}: {key} is to be {'a list of strings' if listed else 'a string'}")
    if not table.get("transcripts"):
        raise TeilegramError(f'{path}: names no transcripts; write transcripts = ["seeds"]')
    return edition(table, path.parent)


def edition(table: dict[str, Any], base: Path) -> Edition:
    """Resolve the paths of an edition against the folder of its file."""
    output = base / table.get("output", "tei")
    schema = os.path.relpath(base / table["schema"], output) if table.get("schema") else ""
    said = {f.name: table[f.name] for f in fields(Publication) if f.name in table and f.name != "schema"}
    name_by = table.get("name_by", "source")
    if name_by not in ("source", "document"):
        raise TeilegramError(f"edition: name_by is {name_by!r}; write source or document")
    return Edition(
        tuple(base / p for p in table["transcripts"]),
        tuple(base / p for p in table.get("authority", ())),
        output,
        base / table.get("views", "build"),
        table.get("convention", "auto"),
        gazetteer(table.get("gazetteer", "")),
        name_by,
        Publication(**said, schema=Path(schema).as_posix() if schema else ""),
        tuple(table.get("names_with", ())),
    )


def build(path: Path, progress: Callable[[int, int, Path], None] | None = None) -> tuple[list[Outcome], list[Finding]]:
    """Encode, validate and render an edition; give the outcome of each transcript and what validation found."""
    plan = read_edition(path)
    job = Job(
        plan.output,
        plan.authority,
        plan.convention,
        "document" if plan.name_by == "document" else "source",
        None,
        plan.publication,
        names_with=plan.names_with,
        gazetteer=plan.gazetteer,
    )
    plug_ins(plan.names_with)
    done = list(run(plan.transcripts, job, progress=progress))
    members = [Member(o.path.name, d.sections, d.name, d.title, d.date) for o in done for d in o.documents]
    reserved = next((m for m in members if m.file in (CORPUS, MANUAL)), None)
    if reserved:
        raise TeilegramError(f"{reserved.transcript}: would be {reserved.file}, which the edition needs; rename it")
    write(plan.output / CORPUS, serialised(corpus(members, plan.publication), plan.publication))
    findings = list(validate_files(xml_files([plan.output])))
    findings += [
        Finding(str(p), 1, "edition.stray", "is made from no transcript of the edition; remove it", "error")
        for p in sorted(plan.output.glob("*.xml"))
        if p.name not in {CORPUS, *(m.file for m in members)}
    ]
    write(plan.views / MANUAL, manual().encode())
    authority = [read_xml(p) for p in plan.authority]
    for member in members:
        render_all(plan, member.file, authority)
    return done, findings


def render_all(plan: Edition, file: str, authority: list[etree._Element]) -> None:
    """Write the page and the text of one document."""
    stem = Path(file).stem
    source = plan.output / file
    write(plan.views / f"{stem}.html", view_file(source, "html", "reading", authority).encode())
    write(plan.views / f"{stem}{SUFFIX['text']}", view_file(source, "text").encode())
