"""Attributes: what is wrong with those of a start tag, and what is lacking, in the words of editors."""

from __future__ import annotations

from teilegram.validation.derivative import attribute, close, named, value
from teilegram.validation.nearest import nearest
from teilegram.validation.pattern import NONE, Leaf, Pattern
from teilegram.validation.wording import Wrong, both, listed, tag, wish, written, written_leaf


def attributes(leaf: Leaf, said: tuple[str, ...]) -> tuple[list[Wrong], Pattern]:
    """Explain what is wrong about the attributes of an element; give what may then be inside."""
    left, wrong, given = leaf.content, list[Wrong](), said[::2]
    for name, string in zip(given, said[1::2], strict=True):
        there = named(left, name)
        taken = frozenset(a for a in there if value(a, string))
        if not there:
            error, meant = unknown(leaf, left, name, given)
            wrong.append(error)
            taken = frozenset(meant)
        elif not taken:
            wrong.append(bad_value(leaf, there, name, string))
            taken = frozenset(there)
        left = attribute(left, taken) if taken else left
    missing = lacking(left)
    if missing:
        advice = f"Add {listed(missing, ' and ')}."
        wrong.append(
            Wrong(
                "grammar.attribute.missing",
                f"{tag(leaf.name)} lacks {listed(missing, ' and ')}",
                listed(missing, " and "),
                advice,
            )
        )
    return wrong, inside(left)


def inside(pattern: Pattern) -> Pattern:
    """Give what may stand inside although attributes are missing."""
    left = pattern
    while close(left) is NONE and left.attributes:
        wanted = attribute(left, frozenset(left.attributes[:1]))
        left = wanted if wanted is not NONE else left
        if wanted is NONE:
            break
    return close(left)


def unknown(leaf: Leaf, left: Pattern, name: str, given: tuple[str, ...]) -> tuple[Wrong, list[Leaf]]:
    """Explain an attribute that the element does not have, or not beside the others."""
    local = written(name)
    free = [a for a in left.attributes if a.name and all(a not in named(left, g) for g in given)]
    if named(leaf.content, name):
        others = listed((written(g) for g in given if g != name), " and ")
        said = f"{local} cannot stand on {tag(leaf.name)} beside {others}"
        return Wrong(
            "grammar.attribute", said, listed(written_leaf(a) for a in free), f"Remove {local}, or what contradicts it."
        ), []
    near = nearest(name.rpartition(" ")[2], [a.name for a in free])
    guess = f"; did you mean @{near}?" if near else ""
    advice = f"Write @{near}." if near else f"Remove {local}, or take one of the attributes that {tag(leaf.name)} has."
    wrong = Wrong(
        "grammar.attribute",
        f"{local} is not an attribute of {tag(leaf.name)} in this schema{guess}",
        listed(written_leaf(a) for a in free),
        advice,
    )
    return wrong, [a for a in free if near and a.name == near]


def bad_value(leaf: Leaf, there: list[Leaf], name: str, string: str) -> Wrong:
    """Explain a value that the attribute does not take."""
    values = tuple(v for a in there for v in a.content.values)
    near = nearest(string, [v.says for v in values if v.kind == "value"])
    guess = f"; did you mean “{near}”?" if near else ""
    advice = f'Write {written(name)[1:]}="{near}".' if near else f"Write {wish(values)}."
    return Wrong(
        "grammar.value",
        f'{written(name)}="{string}" is no right value on {tag(leaf.name)}{guess}',
        wish(values),
        advice,
    )


def lacking(pattern: Pattern) -> list[str]:
    """Name the attributes that a start tag still wants: of alternatives, all are named.

    >>> from teilegram.validation.grammar import read_grammar
    >>> gap, = [e for e in read_grammar().defined("gap").firsts]
    >>> lacking(gap.content)
    ['@reason', '(@unit and (@quantity or @atMost)) or @extent', '@resp']
    """
    if close(pattern) is not NONE:
        return []
    if pattern.leaf:
        return [written_leaf(pattern.leaf)]
    if pattern.kind == "choice":
        ways = dict.fromkeys(both(lacking(p)) for p in pattern.parts)
        return [" or ".join(ways)]
    return list(dict.fromkeys(name for p in pattern.parts for name in lacking(p)))
