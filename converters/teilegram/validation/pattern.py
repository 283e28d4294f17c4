"""Patterns of RELAX NG and their derivatives: what may still come after what has been read.

After James Clark, *An algorithm for RELAX NG validation* (2002).  Patterns are interned, so that equal ones are
the same object and every step is computed once.  An element stands in a pattern as a leaf: what is inside it is
judged by itself, and the step over a child takes the set of leaves that the child has satisfied.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Literal

from teilegram.validation.names import Names

Kind = Literal["empty", "none", "text", "leaf", "choice", "group", "interleave", "more"]
LeafKind = Literal["element", "attribute", "data", "value", "list"]


class Leaf:
    """An element, an attribute, or a value; `content` is made when it is first asked for."""

    def __init__(
        self, kind: LeafKind, names: Names | None, make: Callable[[], Pattern], says: str = "", accepts: object = None
    ) -> None:
        self.kind, self.names, self._make, self.says, self.accepts = kind, names, make, says, accepts

    @cached_property
    def content(self) -> Pattern:
        """What may stand inside."""
        return self._make()

    @property
    def name(self) -> str:
        """The local name, where there is one."""
        return self.names.local if self.names else ""


class Pattern:
    """A node of the algebra, compared by identity; make one with the functions below."""

    __slots__ = ("attributes", "closed", "elements", "firsts", "kind", "leaf", "nullable", "parts", "steps", "values")

    def __init__(self, kind: Kind, parts: tuple[Pattern, ...] = (), leaf: Leaf | None = None) -> None:
        self.kind, self.parts, self.leaf = kind, parts, leaf
        self.nullable = nullable(kind, parts)
        self.steps: dict[frozenset[Leaf], Pattern] = {}
        self.closed: Pattern | None = None
        self.elements = self._leaves("element")
        self.attributes = self._leaves("attribute")
        self.values = self._leaves("data") + self._leaves("value") + self._leaves("list")
        self.firsts = firsts(self)

    def _leaves(self, kind: LeafKind) -> tuple[Leaf, ...]:
        if self.leaf:
            return (self.leaf,) if self.leaf.kind == kind else ()
        slot = {"element": "elements", "attribute": "attributes"}.get(kind)
        inside = (getattr(p, slot) if slot else tuple(v for v in p.values if v.kind == kind) for p in self.parts)
        return tuple(dict.fromkeys(leaf for leaves in inside for leaf in leaves))


def nullable(kind: Kind, parts: tuple[Pattern, ...]) -> bool:
    """Tell whether a pattern is satisfied by nothing."""
    if kind == "choice":
        return any(p.nullable for p in parts)
    return kind in ("empty", "text") or (kind in ("group", "interleave", "more") and all(p.nullable for p in parts))


def firsts(pattern: Pattern) -> tuple[Leaf, ...]:
    """List the elements that may come next."""
    found: list[Leaf] = []
    if pattern.kind == "leaf":
        return pattern.elements
    for part in pattern.parts:
        found += part.firsts
        if pattern.kind == "group" and not part.nullable:
            break
    return tuple(dict.fromkeys(found))


EMPTY, NONE, TEXT = Pattern("empty"), Pattern("none"), Pattern("text")
_known: dict[object, Pattern] = {}


def interned(key: object, make: Callable[[], Pattern]) -> Pattern:
    """Give the one pattern with this key."""
    if key not in _known:
        _known[key] = make()
    return _known[key]


def leaf(what: Leaf) -> Pattern:
    """One element, attribute or value."""
    return interned(what, lambda: Pattern("leaf", (), what))


def choice(*parts: Pattern) -> Pattern:
    """One of several."""
    flat: dict[Pattern, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if part.kind == "choice" else (part,)))
    flat.pop(NONE, None)
    if any(p.nullable and p is not EMPTY for p in flat):
        flat.pop(EMPTY, None)
    if len(flat) < 2:  # noqa: PLR2004 - a choice has two
        return next(iter(flat), NONE)
    return interned(("choice", frozenset(flat)), lambda: Pattern("choice", tuple(flat)))


def group(left: Pattern, right: Pattern) -> Pattern:
    """One after the other."""
    if NONE in (left, right):
        return NONE
    if left is EMPTY or right is EMPTY:
        return right if left is EMPTY else left
    if left.kind == "group":
        return group(left.parts[0], group(left.parts[1], right))
    return interned(("group", left, right), lambda: Pattern("group", (left, right)))


def interleave(left: Pattern, right: Pattern) -> Pattern:
    """Both, in any order and mixed."""
    if NONE in (left, right):
        return NONE
    if left is EMPTY or right is EMPTY:
        return right if left is EMPTY else left
    return interned(("interleave", left, right), lambda: Pattern("interleave", (left, right)))


def more(part: Pattern) -> Pattern:
    """One or more."""
    if part.kind in ("none", "empty", "more", "text"):
        return part
    return interned(("more", part), lambda: Pattern("more", (part,)))
