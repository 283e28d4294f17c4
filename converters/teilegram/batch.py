"""Many transcripts: encoded in one process or several, written by one.

What crosses a process boundary is small: a path goes in, the bytes of documents and findings come out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from teilegram.authority import load
from teilegram.convert import Encoded, NameBy, convert_file, unique
from teilegram.files import write
from teilegram.model import Authority, Finding, Publication, TeilegramError
from teilegram.readers.transcript import transcripts


@lru_cache(maxsize=1)
def loaded(paths: tuple[Path, ...], out: Path, gazetteer: str = "") -> Authority:
    """Load the authority files once in a process."""
    return replace(load(paths, out), gazetteer=gazetteer)


@dataclass(frozen=True, slots=True)
class Job:
    """How every transcript of a run is encoded."""

    out: Path
    authority: tuple[Path, ...] = ()
    convention: str = "auto"
    name_by: NameBy = "source"
    date: str | None = None
    publication: Publication = field(default_factory=Publication)
    names_with: tuple[str, ...] = ()
    gazetteer: str = ""

    def __call__(self, path: Path) -> Outcome:
        """Encode one transcript; an error becomes its outcome."""
        try:
            made, findings = convert_file(
                path,
                loaded(self.authority, self.out, self.gazetteer),
                convention=self.convention,
                name_by=self.name_by,
                date=self.date,
                publication=self.publication,
                names_with=self.names_with,
            )
        except TeilegramError as error:
            return Outcome(path, (), (), str(error))
        except RecursionError:
            return Outcome(path, (), (), f"{path}: is nested too deeply to be encoded; divide it")
        except Exception as error:  # noqa: BLE001 - the other files of the run are still to be done
            said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            return Outcome(path, (), (), f"{path}: could not be encoded ({said}); please report this transcript")
        return Outcome(path, tuple(made), tuple(findings))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one transcript: its documents and findings, or an error of one line."""

    path: Path
    documents: tuple[Encoded, ...]
    findings: tuple[Finding, ...]
    error: str = ""


def run(
    paths: Sequence[Path], job: Job, jobs: int = 1, progress: Callable[[int, int, Path], None] | None = None
) -> Iterator[Outcome]:
    """Encode and write transcripts, in order; each outcome is yielded once its files are written.

    Raises TeilegramError before any work when a path, the authority or the convention cannot be used.
    """
    found = transcripts(list(paths))
    taken: dict[str, Path] = {}
    for number, outcome in enumerate(outcomes(found, job, jobs), 1):
        if progress:
            progress(number, len(found), outcome.path)
        yield written(outcome, job, taken)


def outcomes(paths: Sequence[Path], job: Job, jobs: int) -> Iterator[Outcome]:
    """Encode transcripts, in several processes where that is asked for."""
    if jobs <= 1 or len(paths) <= 1:
        yield from map(job, paths)
        return
    done = 0
    try:
        with ProcessPoolExecutor(min(jobs, len(paths))) as pool:
            for outcome in pool.map(job, paths, chunksize=max(1, min(16, len(paths) // (4 * jobs)))):
                done += 1
                yield outcome
    except BrokenProcessPool:
        for path in paths[done:]:
            yield Outcome(
                path, (), (), f"{path}: was not encoded, because a worker process was ended; run it again with --jobs 1"
            )


def written(outcome: Outcome, job: Job, taken: dict[str, Path]) -> Outcome:
    """Write the documents of an outcome; a name that another transcript has is numbered, or refused."""
    try:
        clash = next((d.name for d in outcome.documents if d.name in taken), None)
        if clash and job.name_by == "source":
            error = f"{outcome.path}: its {clash} is taken by {taken[clash]}; encode it into another folder"
            return Outcome(outcome.path, (), outcome.findings, error)
        for document in outcome.documents:
            name = unique(document.name, taken) if job.name_by == "document" else document.name
            taken[name] = outcome.path
            write(job.out / name, document.xml)
    except TeilegramError as error:
        return Outcome(outcome.path, (), outcome.findings, str(error))
    return outcome
