"""Read a transcript: the bytes of a `.txt` or `.md` file and the catalogue's sidecar beside it."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
from pathlib import Path

from teilegram.edtf import FORM, is_date
from teilegram.model import SPACE, Metadata, Source, TeilegramError

SUFFIXES = (".txt", ".md")
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
BINARY_SHARE = 0.02
"""Above this share of control characters a file is not a transcript with slips but no text at all."""


def read(path: Path) -> Source:
    """Read one transcript and its sidecar.

    The text keeps its line ends; a byte order mark is the encoding's, not the text's, and is not part of it.
    Raises TeilegramError for a file that is empty, unreadable, binary, or in an encoding other than UTF-8 or
    (with its mark) UTF-16 and UTF-32.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TeilegramError(
            f"{path}: cannot be read ({error.strerror}); check that it exists and may be read"
        ) from None
    text = decode(data, path)
    if not text.strip(SPACE):
        raise TeilegramError(f"{path}: is empty; there is nothing to encode")
    return Source(path.name, text, hashlib.sha256(data).hexdigest(), sidecar(path))


def decode(data: bytes, path: Path) -> str:
    """Decode the bytes of a transcript.

    >>> decode("Хрущев".encode("utf-16"), Path("a.txt"))
    'Хрущев'
    """
    encoding = next((name for bom, name in BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if len(CONTROL.findall(data.decode("latin-1"))) > len(data) * BINARY_SHARE:
            raise TeilegramError(
                f"{path}: is not text but binary data; give a plain text or Markdown transcript"
            ) from None
        raise TeilegramError(
            f"{path}: is not UTF-8 (byte {error.start}; it looks like {guess(data)}); "
            "save it as UTF-8 and encode it again"
        ) from None
    if len(CONTROL.findall(text)) > max(len(text) * BINARY_SHARE, 2):
        raise TeilegramError(f"{path}: is not text but binary data; give a plain text or Markdown transcript")
    return text


def guess(data: bytes) -> str:
    """Name the encoding that bytes seem to be in, for the message only."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only an error needs it

    best = from_bytes(data[:100_000]).best()
    return best.encoding.replace("_", "-") if best else "no encoding that is known"


def sidecar(path: Path) -> Metadata:
    """Read `NAME.meta.json` beside a transcript: title, date.when, language, and other strings as they are.

    Raises TeilegramError when it is there but is not a JSON object.
    """
    beside = path.with_suffix(".meta.json")
    if not beside.is_file():
        return Metadata()
    try:
        known = json.loads(beside.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise TeilegramError(f"{beside}: is not JSON ({str(error).splitlines()[0]}); mend it or remove it") from None
    if not isinstance(known, dict):
        raise TeilegramError(f'{beside}: is not a JSON object; write {{"title": …, "date": {{"when": …}}}}')
    date = known.get("date")
    when = date.get("when") if isinstance(date, dict) else date
    if when is not None and not is_date(when):
        raise TeilegramError(f"{beside}: the date {when!r} is no date; write {FORM}")
    language = known.get("language")
    if language is not None and not (
        isinstance(language, str) and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language)
    ):
        raise TeilegramError(f"{beside}: the language {language!r} is not a language tag such as en or ru; mend it")
    title = known.get("title")
    other = tuple(
        sorted((k, v) for k, v in known.items() if isinstance(v, str) and k not in ("title", "language", "date"))
    )
    return Metadata(title if isinstance(title, str) and title.strip() else None, when, language, other)


def transcripts(paths: list[Path]) -> list[Path]:
    """List the transcripts that files and folders mean, in a fixed order and each once.

    Raises TeilegramError for a path that does not exist and for a folder without a transcript.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            if not inside:
                raise TeilegramError(f"{path}: holds no transcript; put .txt or .md files there")
            found += inside
        elif path.is_file():
            found.append(path)
        elif path.exists():
            raise TeilegramError(f"{path}: is no file; give a transcript or a folder of them")
        else:
            raise TeilegramError(f"{path}: does not exist; check the path")
    return list(dict.fromkeys(found))
