"""Check files: well-formed, TEI, grammar, pointers, rules; each file by itself, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from teilegram.model import Finding, TeilegramError
from teilegram.transform import parse
from teilegram.validation.grammar import NotRead, read_grammar
from teilegram.validation.judge import Judge
from teilegram.validation.pointers import pointers
from teilegram.validation.relaxng import explained, grammar
from teilegram.validation.rules import rules
from teilegram.validation.scan import Scan
from teilegram.validation.schemas import Asked, Schemas, of_file
from teilegram.validation.stream import Model, Reader, Refused, chunks_of
from teilegram.validation.tee import Tee
from teilegram.validation.xsd import Engine, by_xsd

LARGE = 1 << 20
"""From this size in bytes, a file is judged child by child as it is read: libxml2 is superlinear in siblings."""

VAST = 20 << 20
"""From this size, the rules are not run: Saxon needs the whole tree in memory."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to validate: against what, and who explains."""

    asked: Asked = field(default_factory=Asked)
    engine: Engine = "own"


def validate_files(paths: Iterable[Path], plan: Plan = Plan()) -> Iterator[Finding]:
    """Yield the findings of every file, in order; a file that cannot be read is a finding too.

    Raises TeilegramError for a schema that is asked for and is not there.
    """
    asked = plan.asked.schemas()
    for path in paths:
        try:
            yield from validated(path, asked, plan)
        except OSError as error:
            yield Finding(
                str(path),
                1,
                "file",
                f"cannot be read ({error.strerror})",
                "error",
                advice="Check that it exists and may be read.",
            )
        except Refused as refused:
            yield refused.finding


def validated(path: Path, asked: Schemas | None, plan: Plan) -> Iterator[Finding]:
    """Yield the findings of one file, in the order of its lines; raises OSError and Refused."""
    if path.stat().st_size >= LARGE:
        found = vast(path, asked or of_file(path, head(path), plan.asked))
    else:
        data, scan = path.read_bytes(), Scan()
        reader = Reader(str(path), scan, texts=False)
        reader.read([data])
        schemas = asked or of_file(path, reader.models, plan.asked)
        if isinstance(schemas, Finding):
            found = [schemas, *pointers(scan, path)]
        elif schemas.grammar:
            found = large(path, schemas)
        else:
            found = small(path, data, scan, schemas, plan.engine)
    yield from sorted(found, key=order)


def order(finding: Finding) -> tuple[int, int, int]:
    """Sort key: causes before what follows from them, then by place."""
    cause = finding.rule.startswith(("grammar", "tei", "xsd", "schema"))
    rank = 0 if cause else 1 if finding.rule == "pointer.duplicate" else 2
    return rank, finding.line, finding.column


def scanned(path: Path) -> Scan:
    """Read a file for its places and pointers only."""
    scan = Scan()
    Reader(str(path), scan, texts=False).read(chunks_of(path))
    return scan


class Head(Exception):  # noqa: N818 - ends a reading that has seen enough
    """The root element has begun."""


class First:
    """Hears the first start tag, and stops."""

    def start(self, *_: object) -> None:
        """Stop."""
        raise Head

    def text(self, *_: object) -> None:
        """There is no text before the root."""

    def end(self) -> None:
        """Nor an end tag."""


def head(path: Path) -> list[Model]:
    """Give the xml-model instructions before the root; raises Refused."""
    reader = Reader(str(path), First(), texts=False)
    with suppress(Head):
        reader.read(chunks_of(path))
    return reader.models


def vast(path: Path, schemas: Schemas | Finding) -> list[Finding]:
    """Validate a file that is not read into memory at once."""
    return [schemas, *pointers(scanned(path), path)] if isinstance(schemas, Finding) else large(path, schemas)


def small(path: Path, data: bytes, scan: Scan, schemas: Schemas, engine: Engine) -> list[Finding]:
    """Validate a file that fits into memory: the verdict is libxml2's."""
    root = parse(data, path)
    found = list(pointers(scan, path))
    if not grammar(schemas.grammar).validate(root.getroottree()):
        wrong = list(by_xsd(engine, root, scan, path, schemas) or explained(root, str(path), [data], schemas.grammar))
        return found + [f for f in wrong if not (f.rule == "grammar" and found)]
    return merged(found, rules(root, scan, path, schemas.rules))


def large(path: Path, schemas: Schemas) -> list[Finding]:
    """Validate a file in one pass: the verdict is the judge's, the memory that of its identifiers."""
    size, file = path.stat().st_size, str(path)
    try:
        judge = Judge(read_grammar(schemas.grammar), file)
    except NotRead:
        return small(path, path.read_bytes(), scanned(path), schemas, "own")
    scan = Scan(keep=size < VAST)
    Reader(file, Tee(judge, scan)).read(chunks_of(path))
    found = [*judge.findings, *pointers(scan, path)]
    if not judge.valid or schemas.rules is False:
        return found
    if size >= VAST:
        said = f"the grammar and the pointers are right; the rules were not run, the file being over {VAST >> 20} MB"
        return [*found, Finding(file, 1, "rules.large", said, advice="Divide the file into one for each document.")]
    return merged(found, rules(parse(path.read_bytes(), path), scan, path, schemas.rules))


def merged(found: list[Finding], said: list[Finding]) -> list[Finding]:
    """Join findings; what a rule says of a pointer stays, what a check says of an identifier."""
    said = [f for f in said if f.rule != "identifier.unique" or not found]
    spoken = {(f.line, f.column) for f in said}
    return said + [f for f in found if f.rule != "pointer.dangling" or (f.line, f.column) not in spoken]


__all__ = ["LARGE", "Plan", "TeilegramError", "validate_files"]
