"""The judge: reads a stream against a grammar, says what is wrong at each place, and goes on.

It keeps, for every open element, the readings that are still possible: which element of the grammar it may be,
and what may still come inside it.  A container with any number of children is judged child by child, so time
grows with the file and memory with its depth only.  This is the division by which large files are validated.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from teilegram.model import Finding
from teilegram.validation import explain, wording
from teilegram.validation.attributes import attributes as explain_attributes
from teilegram.validation.derivative import child, complete, opened, text
from teilegram.validation.grammar import Grammar
from teilegram.validation.pattern import NONE, Leaf, Pattern, group

MOST = 200
"""Findings of one file; after that many, what is wrong is of one kind."""

Readings = dict[Leaf, Pattern]
Key = tuple[tuple[Leaf, Pattern], ...]


@dataclass(slots=True)
class Open:
    """An element that is being read."""

    name: str
    line: int
    column: int
    readings: Key
    tried: frozenset[Leaf]
    skipped: bool = False
    parental: bool = False
    texts: list[str] = field(default_factory=list)
    text_at: tuple[int, int] | None = None
    last: str = ""
    bad: bool = False


class Judge:
    """Hears a stream and finds what a grammar does not allow; give it to a `Reader`."""

    def __init__(self, grammar: Grammar, file: str) -> None:
        self.grammar, self.file = grammar, file
        self.findings: list[Finding] = []
        self.valid = True
        start = Leaf("element", None, lambda: grammar.start)
        self.stack = [Open("", 1, 1, ((start, grammar.start),), frozenset((start,)))]
        self._candidates: dict[tuple[Key, str], frozenset[Leaf]] = {}
        self._after: dict[tuple[Key, frozenset[Leaf]], Key] = {}
        self._plain: dict[Key, Key] = {}

    def start(self, name: str, attributes: list[str], line: int, column: int) -> None:
        """Open an element: find which ones of the grammar it may be."""
        parent = self.stack[-1]
        if parent.skipped:
            self.stack.append(Open(name, line, column, (), frozenset(), skipped=True))
            return
        self._flush(parent)
        parent.parental = True
        here = Open(name, line, column, (), self._fitting(parent.readings, name))
        if not here.tried:
            self._misplaced(parent, here)
        self.stack.append(here)
        if here.tried:
            self._begin(here, tuple(attributes))

    def text(self, string: str, line: int, column: int) -> None:
        """Keep text until it is clear whether it is all that the element has."""
        here = self.stack[-1]
        if here.skipped:
            return
        here.texts.append(string)
        if here.text_at is None and not string.isspace():
            here.text_at = (line, column + len(string) - len(string.lstrip()))

    def end(self) -> None:
        """Close an element: its readings that are complete are what the parent has got."""
        here = self.stack.pop()
        if here.skipped:
            return
        taken = self._complete(here)
        parent = self.stack[-1]
        parent.readings = self._over(parent.readings, taken)
        parent.last = here.name

    def _fitting(self, readings: Key, name: str) -> frozenset[Leaf]:
        key = (readings, name)
        if key not in self._candidates:
            space, _, local = name.rpartition(" ")
            fits = (leaf for _, p in readings for leaf in p.firsts if leaf.names and leaf.names.has(space, local))
            self._candidates[key] = frozenset(fits)
        return self._candidates[key]

    def _over(self, readings: Key, taken: frozenset[Leaf]) -> Key:
        key = (readings, taken)
        if key not in self._after:
            left = ((leaf, child(p, taken)) for leaf, p in readings)
            self._after[key] = tuple((leaf, p) for leaf, p in left if p is not NONE) or readings
        return self._after[key]

    def _begin(self, here: Open, attributes: tuple[str, ...]) -> None:
        made = tuple((leaf, opened(leaf, attributes)) for leaf in here.tried)
        here.readings = tuple((leaf, p) for leaf, p in made if p is not NONE)
        if not here.readings:
            here.bad = True
            leaf = min(here.tried, key=lambda one: len(explain_attributes(one, attributes)[0]))
            wrong, left = explain_attributes(leaf, attributes)
            for one in wrong:
                self._wrong(one, here.line, here.column)
            here.readings = ((leaf, left),)

    def _flush(self, here: Open) -> None:
        """Read the text before a child; white space between elements is nothing."""
        if here.text_at is not None:
            string = "".join(here.texts)
            left = tuple((leaf, text(p, string if p.values else "")) for leaf, p in here.readings)
            left = tuple((leaf, p) for leaf, p in left if p is not NONE)
            if not left:
                self._stray_text(here, string)
            here.readings = left or here.readings
            here.text_at = None
        here.texts.clear()

    def _complete(self, here: Open) -> frozenset[Leaf]:
        if here.parental:
            self._flush(here)
            done = frozenset(leaf for leaf, p in here.readings if p.nullable)
        else:
            string = "".join(here.texts)
            done = frozenset(leaf for leaf, p in here.readings if complete(p, string))
        if not done:
            self._incomplete(here)
        return done or here.tried

    def _incomplete(self, here: Open) -> None:
        pattern = here.readings[0][1]
        string = "".join(here.texts)
        if pattern.values:
            self._wrong(explain.content(here.name, pattern, string), here.line, here.column)
        elif here.text_at and not here.parental and all(text(p, "") is NONE for _, p in here.readings):
            self._stray_text(here, string)
        else:
            self._wrong(explain.incomplete(here.name, pattern), here.line, here.column)

    def _stray_text(self, here: Open, string: str) -> None:
        line, column = here.text_at or (here.line, here.column)
        self._wrong(explain.stray_text(here.name, here.readings[0][1], string), line, column)

    def _misplaced(self, parent: Open, here: Open) -> None:
        """Say what is wrong about an element that cannot come here, and read on as its author meant it."""
        around = explain.Around(self.grammar, parent.name, parent.last, parent.readings[0])
        wrong, meant, passed = explain.misplaced(around, here.name)
        self._wrong(wrong, here.line, here.column)
        if passed:
            leaf, pattern = parent.readings[0]
            parent.readings = ((leaf, passed),)
            del pattern
        here.tried = frozenset((meant,)) if meant else frozenset()
        here.skipped = meant is None

    def _wrong(self, wrong: wording.Wrong, line: int, column: int) -> None:
        self.valid = False
        if len(self.findings) < MOST:
            self.findings.append(
                Finding(
                    self.file,
                    line,
                    wrong.rule,
                    wrong.message,
                    "error",
                    column,
                    expected=wrong.expected,
                    advice=wrong.advice,
                    path=self._path(),
                )
            )

    def _path(self) -> str:
        return "/".join(["", *(o.name.rpartition(" ")[2] for o in self.stack[1:])])


__all__ = ["Judge", "group"]
