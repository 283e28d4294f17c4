"""Derivatives: the pattern that is left after a child, an attribute, the end of a start tag, or a text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from teilegram.validation.datatype import holds
from teilegram.validation.pattern import EMPTY, NONE, Leaf, Pattern, choice, group, interleave, more

Step = Callable[[Pattern], Pattern]


def over(pattern: Pattern, step: Step, *, ordered: bool) -> Pattern:
    """Take a step over whatever part of a pattern can take it; `ordered` is False for attributes."""
    parts = pattern.parts
    if pattern.kind == "choice":
        return choice(*(step(p) for p in parts))
    if pattern.kind == "more":
        return group(step(parts[0]), choice(pattern, EMPTY))
    if pattern.kind not in ("group", "interleave"):
        return NONE
    left, right = parts
    join = group if pattern.kind == "group" else interleave
    first = join(step(left), right)
    if pattern.kind == "group" and ordered:
        return choice(first, step(right)) if left.nullable else first
    return choice(first, join(left, step(right)))


def child(pattern: Pattern, taken: frozenset[Leaf]) -> Pattern:
    """Give what is left after a child element that satisfies the leaves `taken`."""
    if taken not in pattern.steps:
        pattern.steps[taken] = after(pattern, taken, pattern.firsts, child, ordered=True)
    return pattern.steps[taken]


def attribute(pattern: Pattern, taken: frozenset[Leaf]) -> Pattern:
    """Give what is left after an attribute that satisfies the leaves `taken`, whatever the order."""
    if taken not in pattern.steps:
        pattern.steps[taken] = after(pattern, taken, pattern.attributes, attribute, ordered=False)
    return pattern.steps[taken]


def after(
    pattern: Pattern,
    taken: frozenset[Leaf],
    possible: tuple[Leaf, ...],
    step: Callable[[Pattern, frozenset[Leaf]], Pattern],
    *,
    ordered: bool,
) -> Pattern:
    """Take a step: through a leaf, nowhere when none of the `possible` leaves is taken, or through the parts."""
    if pattern.leaf:
        return EMPTY if pattern.leaf in taken else NONE
    if taken.isdisjoint(possible):
        return NONE
    return over(pattern, lambda p: step(p, taken), ordered=ordered)


def close(pattern: Pattern) -> Pattern:
    """Give what may be inside once the start tag ends: an attribute that is still wanted is missing."""
    if pattern.closed is None:
        pattern.closed = closed(pattern)
    return pattern.closed


def closed(pattern: Pattern) -> Pattern:
    """Compute `close`."""
    if not pattern.attributes:
        return pattern
    if pattern.leaf:
        return NONE
    parts = [close(p) for p in pattern.parts]
    if pattern.kind == "choice":
        return choice(*parts)
    if pattern.kind == "more":
        return more(parts[0])
    return (group if pattern.kind == "group" else interleave)(*parts)


@lru_cache(maxsize=65536)
def text(pattern: Pattern, string: str) -> Pattern:
    """Give what is left after a text; where no value is wanted any string will do (pass an empty one)."""
    if pattern.kind == "text":
        return pattern
    if pattern.leaf:
        return EMPTY if satisfied(pattern.leaf, string) else NONE
    return over(pattern, lambda p: text(p, string), ordered=True)


def satisfied(what: Leaf, string: str) -> bool:
    """Tell whether a string is the value that a leaf wants."""
    if what.kind == "value":
        return string == what.says if what.accepts == "string" else string.split() == what.says.split()
    if what.kind == "data":
        return holds(what.accepts, string) and not complete(what.content, string)
    if what.kind == "list":
        left = what.content
        for word in string.split():
            left = text(left, word)
        return left.nullable
    return False


def complete(pattern: Pattern, string: str) -> bool:
    """Tell whether a string, and nothing else, satisfies a pattern.

    White space is as good as nothing, and nothing may be an empty string.
    """
    if pattern is NONE:
        return False
    blank = not string or string.isspace()
    wanted = string if pattern.values else ""
    return (blank and pattern.nullable) or text(pattern, wanted).nullable


@lru_cache(maxsize=65536)
def value(what: Leaf, string: str) -> bool:
    """Tell whether a string is a right value of an attribute."""
    return complete(what.content, string)


@lru_cache(maxsize=65536)
def opened(what: Leaf, attributes: tuple[str, ...]) -> Pattern:
    """Give what may stand inside an element with these attributes: name and value by turns, names as expat's."""
    left = what.content
    for name, string in zip(attributes[::2], attributes[1::2], strict=True):
        left = attribute(left, frozenset(a for a in named(left, name) if value(a, string)))
    return close(left)


def named(pattern: Pattern, name: str) -> list[Leaf]:
    """List the attributes that a pattern still has under a name."""
    space, _, local = name.rpartition(" ")
    return [a for a in pattern.attributes if a.names and a.names.has(space, local)]
