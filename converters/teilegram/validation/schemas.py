"""Which schema a file is validated against: what is asked for, what the file names, or our own."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from lxml import etree

from teilegram.model import Finding, TeilegramError
from teilegram.transform import read_xml
from teilegram.validation.datatype import RNG
from teilegram.validation.stream import Model

SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
PSEUDO = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
TEI_ALL = (
    "tei_all is not shipped; put it at .cache/tei_all.rng in this folder (`make .cache/tei_all.rng` in a checkout), "
    "or name its place in $TEILEGRAM_TEI_ALL; the TEI Consortium publishes it at https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"
)


@dataclass(frozen=True, slots=True)
class Schemas:
    """A grammar and rules; None is our own, `rules` False is none at all."""

    grammar: Path | None = None
    rules: Path | Literal[False] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asks for: `against` is `tei_all`, `teilegram` or a file; nothing leaves it to the files."""

    against: str = ""
    schematron: Path | None = None

    def schemas(self) -> Schemas | None:
        """Give the schemas that are asked for; None leaves the grammar to each file.  Raises TeilegramError."""
        if not self.against:
            return None
        if self.against == "teilegram":
            return Schemas(None, self.schematron)
        return with_rules(tei_all() if self.against == "tei_all" else there(Path(self.against)), self.schematron)


def there(path: Path) -> Path:
    """Give the path of a schema that is RELAX NG; raises TeilegramError where it is not."""
    if not path.is_file():
        raise TeilegramError(f"{path}: there is no such schema; give the path of a RELAX NG file (.rng)")
    namespace = etree.QName(read_xml(path)).namespace
    if namespace != RNG:
        raise TeilegramError(f"{path}: is not RELAX NG in XML syntax; give the .rng of this schema")
    return path


def tei_all() -> Path:
    """Find tei_all on this machine; raises TeilegramError that says how to get it."""
    named = os.environ.get("TEILEGRAM_TEI_ALL")
    for path in (Path(named) if named else None, Path(".cache/tei_all.rng")):
        if path and path.is_file():
            return path
    raise TeilegramError(TEI_ALL)


def with_rules(grammar: Path, rules: Path | None) -> Schemas:
    """Take the rules that are given with a grammar, or those that are embedded in it."""
    return Schemas(grammar, rules or (grammar if embeds(grammar) else False))


@cache
def embeds(grammar: Path) -> bool:
    """Tell whether a grammar carries Schematron rules that the engine reads."""
    return any(True for _ in read_xml(grammar).iter(f"{{{SCHEMATRON}}}pattern"))


def of_file(path: Path, models: list[Model], asked: Asked) -> Schemas | Finding:
    """Choose the schemas that the xml-model instructions of a file name, or say that they are not here."""
    named = [{key: double or single for key, double, single in PSEUDO.findall(said)} for said, _, _ in models]
    grammars = [m for m in named if m.get("schematypens", RNG) == RNG and m.get("href")]
    rules = next((m for m in named if m.get("schematypens") == SCHEMATRON and m.get("href")), None)
    if not grammars:
        return Schemas(None, asked.schematron)
    href = unquote(grammars[0]["href"])
    if Path(href).name == "teilegram.rng":
        return Schemas(None, asked.schematron)
    grammar = resolved(path, href)
    if isinstance(grammar, str):
        said = f"names the schema {href} (xml-model), which {grammar}; schemas are never fetched from the network"
        line, column = models[named.index(grammars[0])][1:]
        advice = f"Put it there, or validate with --schema FILE. {TEI_ALL if 'tei_all' in href else ''}".strip()
        return Finding(str(path), line, "schema.missing", said, "error", column, advice=advice)
    return with_rules(grammar, asked.schematron or beside(path, rules, grammar))


def resolved(path: Path, href: str) -> Path | str:
    """Find the schema that a file names, from its own folder; else say why it cannot be used."""
    if Path(href).name == "tei_all.rng":
        try:
            return tei_all()
        except TeilegramError:
            pass
    if ":" in href or href.startswith("//"):
        return "is not a file of this machine"
    if not (path.parent / href).is_file():
        return "is not there"
    try:
        return there(path.parent / href)
    except TeilegramError:
        return "is not RELAX NG in XML syntax (.rng)"


def beside(path: Path, rules: dict[str, str] | None, grammar: Path) -> Path | None:
    """Find the Schematron file that a file names beside its grammar; the grammar's own where it is that."""
    if not rules or ":" in rules["href"]:
        return None
    found = path.parent / unquote(rules["href"])
    return found if found.is_file() and found != grammar else None
