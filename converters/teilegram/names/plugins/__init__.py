"""Recognisers that a user adds to the names: what one is, and how it is found, loaded and asked.

A recogniser is a callable `(text: str, lang: str) -> Iterable[(start, end, kind)]`: offsets are characters of
`text`, half open; `kind` is `person`, `place` or `org`; `lang` is the language of the text (`ru`).  A package
offers one as an entry point of the group `teilegram.names`.  None is loaded that nobody has asked for by name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from typing import NamedTuple

from teilegram.model import Annotation, Document, Recogniser, TeilegramError
from teilegram.names.cyrillic.declension import plain
from teilegram.names.cyrillic.lexicon import forenames, others
from teilegram.names.cyrillic.towns import towns
from teilegram.names.cyrillic.words import opens
from teilegram.names.persons import Mention, small_words
from teilegram.offsets import Reading

GROUP = "teilegram.names"
OWN = {"natasha": ("teilegram.names.plugins.natasha:find", "natasha", "ru")}
"""What comes with teilegram: where it is, the package that it needs, and the extra that brings the package."""
KINDS = {"person": "persName", "place": "placeName", "org": "orgName"}


SHORT, LONG = 3, 5
VERBAL = re.compile("(?:вши|вшись|[аиуыя]ли|ились|ались|яя|ш[иы]й)$")
"""Endings of participles, and of verbs in the plural of the past."""


class Proposed(NamedTuple):
    """A place or an organisation that a recogniser found, at offsets of the reading."""

    start: int
    end: int
    kind: str
    rule: str


@lru_cache(maxsize=8)
def load(names: Sequence[str]) -> tuple[Recogniser, ...]:
    """Load the recognisers of these names, in this order; raises TeilegramError for one that cannot be had."""
    return tuple(Recogniser(name, made(name)) for name in names)


def made(name: str) -> Callable[[str, str], Iterable[tuple[int, int, str]]]:
    """Load one recogniser."""
    known = {point.name: point for point in entry_points(group=GROUP)}
    known |= {own: EntryPoint(own, value, GROUP) for own, (value, _, _) in OWN.items()}
    if name not in known:
        raise TeilegramError(f"--names-with {name}: no such plug-in is installed; there is {', '.join(sorted(known))}")
    _, package, extra = OWN.get(name, ("", "", ""))
    if package and find_spec(package) is None:
        raise TeilegramError(
            f"--names-with {name}: needs {package}, which is not installed; pip install 'teilegram[{extra}]'"
        )
    try:
        found = known[name].load()
    except Exception as error:  # noqa: BLE001 - whatever a stranger's module does while it is loaded
        raise TeilegramError(
            f"--names-with {name}: cannot be loaded ({said(error)}); install what it needs, or do without it"
        ) from None
    if not callable(found):
        raise TeilegramError(f"--names-with {name}: is no recogniser but a {type(found).__name__}; see the README")
    return found  # type: ignore[no-any-return]


def said(error: Exception) -> str:
    """Give an error as part of a line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def proposed(document: Document, text: Reading) -> Iterator[Mention | Proposed]:
    """Yield what the recognisers of a document find in it, one part of one language at a time."""
    parts = [(d.start, d.end, d.get("xml:lang", "und")) for d in document.of("div")]
    for recogniser in document.recognisers:
        rule = f"names.plugin.{recogniser.name}"
        for start, end, lang in parts or [(document.start, document.end, "und")]:
            left, right = text.offset(start), text.offset(end)
            for a, b, kind in checked(recogniser, text.text[left:right], lang):
                if kind == "person":
                    yield Mention(left + a, left + b, (), (), (), rule, "low")
                else:
                    yield Proposed(left + a, left + b, kind, rule)


def beside(
    found: Iterable[Mention | Proposed], known: Iterable[tuple[int, int]], text: Reading
) -> Iterator[Mention | Proposed]:
    """Yield what a recogniser found that does not run over two names that are known better, and is no known thing."""
    spans = sorted(known)
    starts = [start for start, _ in spans]
    for one in found:
        touched = [
            s
            for s in spans[max(bisect_left(starts, one.start) - 1, 0) : bisect_left(starts, one.end)]
            if s[1] > one.start
        ]
        if len(touched) < 2 and not no_name(text.text, one):  # noqa: PLR2004
            yield one


def no_name(text: str, one: Mention | Proposed) -> bool:
    """Tell whether a single word is a known thing, a verb, or one that the text has in small letters.

    >>> no_name("Обернувшись, он ушёл", Mention(0, 11, (), (), ())), no_name("Родина", Proposed(0, 6, "place", ""))
    (True, True)
    >>> no_name("Тэффи ждёт", Mention(0, 5, (), (), ())), no_name("в Чите", Proposed(2, 6, "place", ""))
    (False, False)
    """
    word = text[one.start : one.end]
    simple = plain(word)
    if " " in word or (isinstance(one, Proposed) and one.kind == "org"):
        return False
    if isinstance(one, Proposed):
        return simple in others() and simple not in towns()
    if simple in others() or simple in forenames():
        return simple in others()
    verbal = len(word) > LONG and bool(VERBAL.search(word))
    return verbal or ((opens(text, one.start) or len(word) <= SHORT) and word.casefold() in small_words(text))


def checked(recogniser: Recogniser, text: str, lang: str) -> list[tuple[int, int, str]]:
    """Ask a recogniser; raises TeilegramError when it fails or its answer is not what it has to be."""
    try:
        found = [(int(start), int(end), str(kind)) for start, end, kind in recogniser.find(text, lang)]
    except Exception as error:  # noqa: BLE001 - whatever a stranger's code raises
        raise TeilegramError(
            f"names plug-in {recogniser.name}: failed ({said(error)}); mend it, or encode without --names-with"
        ) from None
    for start, end, kind in found:
        if not (0 <= start < end <= len(text) and kind in KINDS):
            raise TeilegramError(
                f"names plug-in {recogniser.name}: gave ({start}, {end}, {kind!r}) for a text of {len(text)} "
                "characters; it has to give offsets in the text, and person, place or org"
            )
    return [(start, end, kind) for start, end, kind in found if text[start:end].strip()]


def annotation(text: Reading, found: Proposed) -> Annotation:
    """Make the element of a place or an organisation."""
    return Annotation(*text.span(found.start, found.end), KINDS[found.kind], found.rule, (), "low")
