"""How a block looks by itself to somebody who searches for the next document: what it may end, what it may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from teilegram.model import SPACE, Annotation, Source
from teilegram.vocabulary import UPPER, table

LONGEST = 60
"""Words that a heading has at most."""
PROSE = 8
"""Words from which on a block with mostly small letters is text."""
MARKS = SPACE + "*_#"
NUMBER = re.compile(
    r"(?:(?:Document|Doc\.|Документ|Док\.|Dokument)\s?(?:No\.?|Nr\.?|№|#)?|No\.?|Nr\.?|№)\s?(\d{1,4})[a-zа-я]?(?![\w/])"
    r"(?:[.:)]?(?=\s*$)|[.:]\s+(?=\S)|\s+[—–-]\s+(?=\S))",
    re.IGNORECASE,
)
LED = re.compile(
    r"\d{1,2}(?: ?/ ?\d{1,2})? \w{3,9} \d{4}\W{1,4}(?:(?:copy|translation|draft|extract|text) of (?:an? |the )?)?",
    re.IGNORECASE,
)
"""What leads up to the kind of a document in its heading: `12 June 1762. – Copy of a letter`."""
POINT = re.compile(r"(\d{1,4})\.\s+(?=[^\W\d_])")
ROMAN = re.compile(r"\W{0,3}[IVXLC]+(?:[.:]\s|\s*$|\s*\n)[^a-zа-я]*$")
SEPARATOR = re.compile(r"(?:[-–—=_*~#•·+][ \t]*){3,}")
ARCHIVE = re.compile(r"[A-ZА-ЯЁ]{2,}(?: [A-ZА-ЯЁ]{1,4}){0,3}\.?,? ?(?:F|Ф|fond|фонд)\. ?[0-9]")
SOURCE = re.compile(r"[\[(*_]{0,3}\d{0,2} ?(?:Sources?|Источники?|Quellen?)[*_]{0,2}:", re.IGNORECASE)
FOOTNOTE = re.compile(
    r"\*{1,3}\s?[^\W\d_*][^*\n]*(?:\n|$)|<sup>|[¹²³⁴-⁹]|\[\d{1,3}\]\s"
    r"|\[?\d{1,3}\]?\s+(?:See|Ibid|Cf|Document|См|Там же|Not)\b"
    r"|(?i:Notes?|Примечани[ея]|Footnotes?)\s*(?:[.:]|$)"
)
SIGNATURE = re.compile(
    r"(?:.{0,25}\s)?(?:[A-ZА-ЯЁ]\.\s?){1,3}[A-ZА-ЯЁ][\w'’-]+\.?|/s/.*|[\[(]?(?:[Ss]igned|[Ss]ign[’']d|SIGNED|Подпись|подпись|ПОДПИСЬ)\b.*"
    r"|(?:Recorded|Записал|Certified|Верно|Correct|Printed|Отпечатано)\b.*"
)
NAME = re.compile(rf"(?:[{UPPER}А-ЯЁ][\w'’.-]*\s?){{1,3}}[.,]?")
DATED = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b\d{1,2}[./](?:\d{1,2}|[IVX]{1,4})[./]\d{2,4}\b|\b\d{1,2}\.?\s[IVX]{1,4}\.?\s\d\d\b"
)
CAPITALS = re.compile(r"[A-ZА-ЯЁ]{2,}|[A-ZА-ЯЁ]\.|\b[A-ZА-ЯЁ][a-zа-яё]+")
CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
LETTER = re.compile(r"[^\W\d_]")
LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Look:
    """What a block looks like; `number` and `point` are the number it begins with, `level` that of a Markdown heading.

    `key` is the words of a heading without its figures; `heading` is 2 where a kind of
    document and its parties are named, 1 where only a kind is.
    """

    block: Annotation
    words: int = 0
    page: bool = False
    prose: bool = False
    sentence: bool = False
    separator: bool = False
    source: bool = False
    footnote: bool = False
    section: bool = False
    introduction: bool = False
    enclosure: bool = False
    mentions: bool = False
    contents: bool = False
    quotes: bool = False
    colon: bool = False
    number: int | None = None
    point: int | None = None
    heading: int = 0
    level: int = 0
    key: str = ""
    stamped: bool = False
    dated: bool = False
    addressed: bool = False
    salutation: bool = False
    signature: bool = False
    name: bool = False
    script: str = ""


def looks(source: Source, blocks: Sequence[Annotation], notes: set[tuple[int, int]]) -> list[Look]:
    """Give the look of every block; `notes` are the spans of source notes."""
    return [look(source.text[b.start : b.end], b, noted=(b.start, b.end) in notes) for b in blocks]


def look(text: str, block: Annotation, *, noted: bool = False) -> Look:
    """Give the look of one block.

    >>> def seen(text):
    ...     return look(text, Annotation(0, len(text), "block", ""))
    >>> [seen(t).number for t in ("№5\\nNote from A. Gromyko to CC CPSU", "Document 12 was signed", "ДОКУМЕНТ № 7")]
    [5, None, 7]
    >>> [seen(t).heading for t in ("Telegram from V. Zorin to Moscow", "Note", "Report after report came in.")]
    [2, 1, 0]
    >>> seen("* * *").separator, seen("Part Two. The Negotiations").section, seen("Appendix 1").enclosure
    (True, True, True)
    """
    plain = text.strip(MARKS)
    words = text.split()
    if block.kind != "block" or not words:
        return Look(block, page=True)
    if SEPARATOR.fullmatch(text.strip(SPACE)):
        return Look(block, separator=True)
    lines = [line.strip(MARKS) for line in plain.splitlines() if line.strip(MARKS)] or [""]
    number, point = NUMBER.match(lines[0]), POINT.match(lines[0])
    short = len(words) < LONGEST
    prose = is_running(words)
    source = noted or bool(SOURCE.match(plain) or ARCHIVE.match(plain))
    section = is_section(plain, len(words))
    title = plain
    for start in (number, point):
        title = title[start.end() :].lstrip(MARKS) if start and title.startswith(start[0]) else title
    heading = 0 if source or section or not short or (prose and ends_sentence(plain)) else kind_named(title)
    stands = number is not None and (number.end() == len(lines[0]) or heading > 0) and short
    return Look(
        block,
        len(words),
        prose=prose and not heading and not source and not FOOTNOTE.match(text),
        sentence=ends_sentence(plain),
        source=source,
        footnote=bool(FOOTNOTE.match(text)) and not heading,
        section=section,
        introduction=short and bool(starts("introduction").fullmatch(lines[0].rstrip(".:"))),
        enclosure=len(words) <= TITLE
        and not ends_sentence(lines[0])
        and bool(starts("enclosure").match(lines[0].lstrip("[("))),
        mentions=prose and mentions(plain),
        contents=bool(starts("contents").fullmatch(lines[0].rstrip(".:"))) or is_contents(lines),
        quotes=text[0] in '“"«„‘',
        colon=plain.endswith(":"),
        number=int(number[1]) if number and stands else None,
        point=int(point[1]) if point and short and not number else None,
        heading=heading,
        key=" ".join(re.findall(r"[^\W\d_]+", title.casefold())) if heading else "",
        level=len(text) - len(text.lstrip("#")),
        stamped=short and any(is_stamp(line) for line in lines),
        dated=short and not prose and bool(DATED.search(plain)),
        addressed=bool(starts("addressed").match(lines[0])) and not heading,
        salutation=short and not prose and not heading and any(map(starts("salutation").match, lines)),
        signature=short and not heading and not prose and any(map(is_signature, lines[-4:])),
        name=bool(NAME.fullmatch(plain)) and not heading and not is_stamp(plain) and not kinds().match(plain),
        script=script(text),
    )


def script(text: str) -> str:
    """Give the script that most letters of a text are of, `Cyrl` or `Latn`, or nothing where it has no letters.

    >>> script("Нота USSR"), script("№ 5"), script("a b")
    ('Latn', '', 'Latn')
    """
    cyrillic = not text.isascii() and CYRILLIC.search(text)
    if not cyrillic:
        return "Latn" if LETTER.search(text) else ""
    return "Cyrl" if sum(map(len, CYRILLIC.findall(text))) * 2 > letters(text) else "Latn"


def letters(text: str) -> int:
    """Count the letters of a text."""
    return sum(map(len, LETTERS.findall(text)))


def is_running(words: list[str]) -> bool:
    """Tell whether a block is text: enough words, and mostly in small letters."""
    if len(words) < PROSE:
        return False
    firsts = [word[0] if word[0] not in OPENING else word.lstrip(OPENING)[:1] for word in words]
    return sum(map(str.islower, firsts)) * 2 >= len(words)


OPENING = '“"«„(['
"""What may stand before the first letter of a word."""


def ends_sentence(plain: str) -> bool:
    """Tell whether a block ends as sentences do; an abbreviation at the end of a heading would be `USA`, not `U.`."""
    return plain.rstrip("\"'”’»)]*_").endswith((".", ",", ":", ";", "?", "!"))


def kind_named(title: str) -> int:
    """Tell whether a title names a kind of document (1), and whose, or of whom (2)."""
    before = LED.match(title)
    title = title[before.end() :] if before and title[0].isdigit() else title
    title = title[:1].upper() + title[1:] if before else title
    found = kinds().match(title)
    if not found or not title[0].isupper() or title.endswith((",", ":", ";", "?", "!")):
        return 0
    rest = title[found.end() :]
    if title.endswith(".") and not re.search(r"\b\w\.$|\b\d{4}\.$", title):
        return 0
    if said("party").search(title[found.start(1) : found.end() + 200]) and (CAPITALS.search(rest) or not rest.strip()):
        return 2
    return 1


def is_section(plain: str, words: int) -> bool:
    """Tell whether a block heads a section of a publication: `II. THE CRISIS`, `SECTION III`, `Part Two. The Talks`."""
    return words < LONGEST and bool(
        ROMAN.fullmatch(plain) or (words <= SECTION_WORDS and section_pattern().match(plain))
    )


SECTION_WORDS = 25
TITLE = 15


def is_contents(lines: list[str]) -> bool:
    """Tell whether lines are a table of contents: leaders to page numbers, or three headings in one block."""
    leaders = sum(bool(re.search(r"(?:\.\s?){4,}\d{1,4}$|\S\t+\d{1,4}$", line[-40:])) for line in lines)
    headed = sum(bool((NUMBER.match(line) or POINT.match(line)) and kinds().search(line[:80])) for line in lines)
    return max(leaders, headed) >= ROWS


ROWS = 3


def is_signature(line: str) -> bool:
    """Tell whether a line signs: `A. GROMYKO`, `19.X.62 A. Dobrynin`, `(signed) Rusk`, `Recorded by V. Sukhodrev`.

    >>> [is_signature(line) for line in ("A.DOBRYNIN", "6.XI.62 A. Mikoyan", "TOP SECRET", "Dear Sir")]
    [True, True, False, False]
    """
    return len(line) <= SIGNED and not is_stamp(line) and bool(SIGNATURE.fullmatch(line))


SIGNED = 70


def is_stamp(line: str) -> bool:
    """Tell whether a line is a stamp of classification, handling or urgency."""
    plain = line.strip(MARKS + ".!")
    return plain in stamps()[0] or plain.startswith(stamps()[1])


@cache
def stamps() -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the stamps that are a whole line, and the beginnings of others; notes of printing are none."""
    rows = [row for row in table("stamps") if row["type"] in ("classification", "handling", "copy", "urgency")]
    whole = frozenset(row["words"] for row in rows if row["match"] == "line")
    return whole, tuple(row["words"] for row in rows if row["match"] == "start" and row["words"] != "Example")


@cache
def kinds() -> re.Pattern[str]:
    """Compile the words for kinds of document, at most two words into a heading."""
    known = [w for row in table("genres") for w in row["words"].split("|")]
    words = sorted([*known, *words_of("kind")], key=len, reverse=True)
    sentence = "|".join(map(re.escape, words_of("sentence")))
    return re.compile(
        rf"(?!(?:{sentence})\s)(?:[\w-]+ ){{0,2}}?({'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE
    )


def words_of(kind: str) -> Iterator[str]:
    """Yield the words of a kind, the longest first."""
    found = (w for row in table("boundary_words") if row["kind"] == kind for w in row["words"].split("|"))
    return iter(sorted(found, key=len, reverse=True))


@cache
def starts(kind: str) -> re.Pattern[str]:
    """Compile words that stand at the beginning of a line."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, words_of(kind)))})(?!\w)", re.IGNORECASE)


@cache
def said(kind: str) -> re.Pattern[str]:
    """Compile words that stand anywhere."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words_of(kind)))})(?!\w)", re.IGNORECASE)


def mentions(plain: str) -> bool:
    """Tell whether a text says that something is sent with it."""
    folded = plain.casefold()
    return any(word in folded for word in mention_words()) and bool(said("mention").search(plain))


@cache
def mention_words() -> tuple[str, ...]:
    """Give the words with which a text says that something is sent with it."""
    return tuple(words_of("mention"))


@cache
def section_pattern() -> re.Pattern[str]:
    """Compile the heading of a section: its word, its number, and a title that is no sentence."""
    words, numbers = ("|".join(map(re.escape, words_of(kind))) for kind in ("section", "ordinal"))
    return re.compile(
        rf"(?:{words})\s+(?:[IVXLC]+|\d{{1,2}}|{numbers})\b(?:\s*[.:—–-]\s*[A-ZА-ЯЁ\"“«][^\n]*(?<![.;,])|\.?)(?=\s*$|\s*\n)",
        re.IGNORECASE,
    )
