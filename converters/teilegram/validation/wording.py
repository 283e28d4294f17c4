"""Wording: how names, lists of names and findings are written for editors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from teilegram.validation.datatype import described
from teilegram.validation.pattern import Leaf

SHOWN = 10
"""Names that a list shows at most."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong, without its place."""

    rule: str
    message: str
    expected: str = ""
    advice: str = ""


def tag(name: str) -> str:
    """Write the name of an element.

    >>> tag("http://www.tei-c.org/ns/1.0 p")
    '`<p>`'
    """
    return f"`<{name.rpartition(' ')[2]}>`"


def listed(names: Iterable[str], joint: str = " or ") -> str:
    """Join names for reading; of many, the first ones.

    >>> listed(["a", "b", "c"])
    'a, b or c'
    """
    every = list(dict.fromkeys(names))
    if len(every) > SHOWN:
        return f"{', '.join(every[:SHOWN])} … ({len(every) - SHOWN} more)"
    return joint.join([*([", ".join(every[:-1])] if every[1:] else []), *every[-1:]])


def both(names: list[str]) -> str:
    """Join what is lacking together, so that it can stand among alternatives."""
    parts = [f"({name})" if " or " in name else name for name in names]
    return f"({' and '.join(parts)})" if parts[1:] else "".join(names)


def written(name: str) -> str:
    """Write the name of an attribute: expat's `namespace local` becomes `@xml:id`."""
    space, _, local = name.rpartition(" ")
    return f"@xml:{local}" if space.endswith("/XML/1998/namespace") else f"@{local}"


def written_leaf(leaf: Leaf) -> str:
    """Write the name of an attribute of the grammar."""
    return written(f"{leaf.names.space or ''} {leaf.name}" if leaf.names else "any")


def wish(values: tuple[Leaf, ...]) -> str:
    """Say which values are right."""
    said = []
    for one in values:
        if one.kind == "value":
            said.append(f"“{one.says}”")
        elif one.kind == "list":
            said.append(f"{wish(one.content.values)}; one or more, with blanks between")
        else:
            said.append(described(one.accepts))
    return listed(said)
