"""What a profile may say: its tables, their keys, what each key holds; and everything that is wrong with one.

A profile is TOML.  `teilegram conventions show cwihp` prints one; a user's own states what differs from the base.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from teilegram.model import TeilegramError

WHO = ("ed", "trans")
REASONS = ("", "subaudible", "explanation", "omitted", "lost")
ITALICS = ("original", "correction", "none")
FOOTNOTES = ("superscript", "bracketed", "plain")
SIGNS = ("expansion", "omitted", "surplus", "erased", "doubtful")
KINDS = ("source", "sic", "note", "description", "editorial", "redacted", "irrelevant", "illegible", "lost", "original")
UNITS = (
    *("amount", "character", "clause", "date", "document", "figure", "item", "letter", "line", "name", "number"),
    *("page", "paragraph", "part", "passage", "phrase", "portion", "section", "sentence", "text", "word"),
)

Test = Callable[[object], str]
"""Says what a value should be, when it is not; else nothing."""


def string(value: object) -> str:
    """Ask for a string that is not empty."""
    return "" if isinstance(value, str) and value.strip() else "should be a string"


def strings(value: object) -> str:
    """Ask for a list of strings."""
    well = isinstance(value, list) and all(isinstance(one, str) and one for one in value)
    return "" if well else "should be a list of strings"


def character(value: object) -> str:
    """Ask for one character that is no letter, figure or blank."""
    well = isinstance(value, str) and len(value) == 1 and not value.isalnum() and not value.isspace()
    return "" if well else "should be one character, a sign"


def truth(value: object) -> str:
    """Ask for true or false."""
    return "" if isinstance(value, bool) else "should be true or false"


def one_of(*values: str) -> Test:
    """Ask for one of some words."""
    shown = ", ".join(f'"{value}"' for value in values)
    return lambda value: "" if value in values else f"should be one of {shown}"


def some_of(*values: str) -> Test:
    """Ask for a list of some words."""
    shown = ", ".join(f'"{value}"' for value in values)
    return lambda value: (
        "" if isinstance(value, list) and all(one in values for one in value) else f"should be a list out of {shown}"
    )


TOP: Mapping[str, Test] = {"ident": string, "title": string, "statement": string, "authority": string}
WORDS: Mapping[str, Test] = {"authority": string, "words": strings}
SIGN: Mapping[str, Test] = {
    "authority": string,
    "open": character,
    "close": character,
    "below": character,
    "mean": one_of(*SIGNS),
}
TABLES: Mapping[str, Mapping[str, Test]] = {
    "brackets": {
        "authority": string,
        "open": character,
        "close": character,
        "unsigned": one_of(*WHO),
        "reason": one_of(*REASONS),
    },
    "italics": {"authority": string, "mean": one_of(*ITALICS)},
    "footnotes": {"authority": string, "marks": some_of(*FOOTNOTES)},
    "layout": {"authority": string, "columns": truth},
    "attributions": {"authority": string, **dict.fromkeys(WHO, strings)},
    "evidence": {"authority": string, "conclusive": strings, "supporting": strings},
    "units": {"authority": string, **dict.fromkeys(UNITS, strings)},
}
FAMILIES = {"vocabulary": WORDS, "signs": SIGN}
"""Tables of tables: `[vocabulary.redacted]`, `[signs.erased]`."""


def load(path: Path) -> tuple[dict[str, Any], list[str]]:
    """Read a profile; give it with everything that is wrong, one line each: `my.toml:7: …`.

    Raises TeilegramError when it is no TOML at all.
    """
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise TeilegramError(f"{path}: is not a convention in TOML ({error}); mend it there") from None
    return table, [f"{path}:{line_of(text, *place)}: {said}" for place, said in problems(table)]


def problems_of(path: Path) -> list[str]:
    """List everything that is wrong with the profile in a file; raises TeilegramError when it is no TOML."""
    return load(path)[1]


Problem = tuple[tuple[str, str, str], str]
"""Where (table, key, value) and what."""


def problems(table: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with a profile.

    >>> [said for _, said in problems({"italics": {"meen": "original"}})]
    ['italics: “meen” is no key here; did you mean “mean”?']
    >>> [said for _, said in problems({"brackets": {"unsigned": "nobody"}})]
    ['brackets: “unsigned” should be one of "ed", "trans"']
    """
    for name, value in table.items():
        if name in TABLES:
            yield from entries(name, value, TABLES[name])
        elif name in FAMILIES:
            yield from family(name, value)
        elif name in TOP:
            said = TOP[name](value)
            if said:
                yield ("", name, ""), f"“{name}” {said}"
        else:
            yield ("", name, ""), unknown("", name, (*TOP, *TABLES, *FAMILIES))
    yield from clashes(table)


def entries(name: str, value: object, known: Mapping[str, Test]) -> Iterator[Problem]:
    """Yield what is wrong with one table."""
    if not isinstance(value, dict):
        yield ("", name, ""), f"“{name}” should be a table: [{name}]"
        return
    for key, one in value.items():
        said = f"{name}: “{key}” {known[key](one)}" if key in known and known[key](one) else ""
        if said or key not in known:
            yield (name, key, ""), said or unknown(name, key, known)


def family(name: str, value: object) -> Iterator[Problem]:
    """Yield what is wrong with a table of tables."""
    if not isinstance(value, dict):
        yield ("", name, ""), f"“{name}” should be tables: [{name}.…]"
        return
    for key, one in value.items():
        if name == "vocabulary" and key not in KINDS:
            yield (f"{name}.{key}", "", ""), unknown(name, key, KINDS)
        yield from entries(f"{name}.{key}", one, FAMILIES[name])
        if name == "signs" and isinstance(one, dict) and not ({"open", "close"} <= {*one} or "below" in one):
            yield (f"{name}.{key}", "", ""), f"{name}.{key}: needs open and close, or below"
        if name == "signs" and isinstance(one, dict) and "mean" not in one:
            yield (f"{name}.{key}", "", ""), f"{name}.{key}: does not say what it means; write mean = …"


def unknown(table: str, name: str, known: object) -> str:
    """Say that a name is not known, and which one may be meant."""
    from teilegram.conventions.nearest import nearest  # noqa: PLC0415 - only a wrong name needs it

    names = [str(one) for one in known] if isinstance(known, (tuple, Mapping)) else []
    near = nearest(name, names)
    meant = f"did you mean “{near}”?" if near else f"known are {', '.join(names)}"
    return f"{table + ': ' if table else ''}“{name}” is no {'key here' if table else 'table or key'}; {meant}"


def clashes(table: dict[str, Any]) -> Iterator[Problem]:
    """Yield words that two kinds of one profile claim, signatures of two persons, brackets that are one character."""
    kinds = table.get("vocabulary")
    lists = {k: v.get("words") for k, v in kinds.items() if isinstance(v, dict)} if isinstance(kinds, dict) else {}
    yield from twice("vocabulary.{}", "words", lists)
    signs = table.get("attributions")
    yield from twice("attributions", "{}", {k: signs.get(k) for k in WHO} if isinstance(signs, dict) else {})
    brackets = table.get("brackets")
    if isinstance(brackets, dict):
        left, right = brackets.get("open", "["), brackets.get("close", "]")
        if left == right:
            yield ("brackets", "open" if "open" in brackets else "close", ""), "brackets: open and close are the same"


def twice(table: str, key: str, lists: Mapping[str, object]) -> Iterator[Problem]:
    """Yield the words that stand in two lists."""
    seen: dict[str, str] = {}
    for kind, words in lists.items():
        for word in words if isinstance(words, list) else ():
            other = seen.setdefault(str(word).casefold(), kind)
            if other != kind and isinstance(word, str):
                where = (table.format(kind), key.format(kind), word)
                yield where, f"“{word}” stands under {other} and under {kind}; it can mean one thing only"


def line_of(text: str, table: str, key: str, value: str) -> int:
    """Give the line of a value, a key or a table's heading in the text of a profile, else of what comes nearest.

    >>> line_of('a = 1\\n[italics]\\nmean = "x"', "italics", "mean", "")
    3
    """
    lines = text.split("\n")
    heading = re.compile(rf"\s*\[\s*{re.escape(table)}\s*\]")
    start = next((i for i, line in enumerate(lines) if heading.match(line)), 0) if table else 0
    named = re.compile(rf"\s*\[?\s*\"?{re.escape(key)}\"?\s*[=\]]") if key else heading
    at = next((i for i in range(start, len(lines)) if named.match(lines[i])), start)
    if value:
        at = next((i for i in range(at, len(lines)) if f'"{value}"' in lines[i] or f"'{value}'" in lines[i]), at)
    return at + 1
