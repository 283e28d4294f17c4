"""Explain: what is wrong, what was expected, and what an editor would do, in the words of editors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from teilegram.validation.datatype import described
from teilegram.validation.derivative import attribute, child, close, named, value
from teilegram.validation.grammar import Grammar
from teilegram.validation.nearest import nearest, tei_elements
from teilegram.validation.pattern import NONE, Leaf, Pattern

SHOWN = 10
DEPTH = 3
TEI = "http://www.tei-c.org/ns/1.0"


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong, without its place."""

    rule: str
    message: str
    expected: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """Where an element stands: in which parent, after which sibling, and what could come instead."""

    grammar: Grammar
    parent: str
    last: str
    reading: tuple[Leaf, Pattern]


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


def takes(pattern: Pattern) -> str:
    """Say what can come next."""
    names = [tag(one.name) for one in pattern.firsts if one.name]
    if has_text(pattern):
        names.append("text")
    return listed(names) or "nothing"


def has_text(pattern: Pattern) -> bool:
    """Tell whether text may come next."""
    return pattern.kind == "text" or any(has_text(p) for p in pattern.parts)


def misplaced(around: Around, name: str) -> tuple[Wrong, Leaf | None, Pattern | None]:
    """Explain an element that cannot come here; and give which one is meant, and what then may follow in the parent."""
    space, _, local = name.rpartition(" ")
    leaf, pattern = around.reading
    if not around.parent:
        return root(pattern, name), None, None
    if any(one.names and one.names.has(space, local) for one in pattern.elements):
        missing, passed, meant = between(pattern, space, local)
        if missing:
            return absent(around, missing, name), meant, passed
    here = {one.name: one for one in pattern.firsts if one.name}
    if space != TEI and TEI in {one.names.space for one in here.values() if one.names}:
        return foreign(name, here), here.get(local), None
    if local in around.grammar.elements():
        return not_here(around, name, leaf), None, None
    near = nearest(local, here)
    known = local in tei_elements()
    said = "is TEI, but not in this schema" if known else "is not TEI"
    if TEI not in space:
        said = "is not in this schema"
    advice = f"Write {tag(near)}." if near else other(local, around)
    message = f"{tag(name)} {said}" + (f"; did you mean {tag(near)}?" if near else "")
    meant = here[near] if near and not known else None
    return Wrong("grammar.element", message, takes(pattern), advice), meant, None


def other(local: str, around: Around) -> str:
    """Advise where no name that is allowed here is near."""
    near = nearest(local, around.grammar.elements())
    if near and near != local:
        holders = listed(map(tag, around.grammar.parents(near)))
        return f"{tag(near)} is the nearest name of this schema; it stands in {holders}."
    return "Remove its tags and keep its text, or take an element of this schema."


def root(pattern: Pattern, name: str) -> Wrong:
    """Explain a root that the grammar does not begin with."""
    space, _, local = name.rpartition(" ")
    wanted = [one for one in pattern.firsts if one.names]
    expected = listed(f'`<{w.name} xmlns="{w.names.space or ""}">`' for w in wanted if w.names)
    if local == "TEI.2":
        return Wrong(
            "tei.p4",
            "is TEI P4 (its root is `<TEI.2>`), which the TEI left in 2007; this validator reads TEI P5",
            expected,
            "Convert it first, with the TEI Consortium's stylesheets from P4 to P5.",
        )
    if any(w.name == local for w in wanted):
        said = f"is in the namespace {space}" if space else "is in no namespace"
        return Wrong(
            "tei.namespace",
            f"{tag(name)} {said}, so it is not the element that is meant",
            expected,
            f"Write {expected}.",
        )
    if local in tei_elements() and space == TEI:
        return Wrong(
            "grammar.root",
            f"the root {tag(name)} is TEI, but no file of this schema begins with it",
            expected,
            f"Put it into {expected}, or validate --against another schema.",
        )
    return Wrong("grammar.root", f"the root is {tag(name)}: this is not TEI", expected, "Give a TEI file.")


def foreign(name: str, here: dict[str, Leaf]) -> Wrong:
    """Explain an element of another namespace."""
    space, _, local = name.rpartition(" ")
    said = f"is in the namespace {space}" if space else "is in no namespace"
    advice = (
        f'Write xmlns="{TEI}" on the root, and no other on this element.'
        if local in here
        else "Remove it, or write its content in TEI."
    )
    return Wrong("tei.namespace", f"{tag(name)} {said}, not in that of TEI", listed(tag(n) for n in here), advice)


def not_here(around: Around, name: str, leaf: Leaf) -> Wrong:
    """Explain an element of this schema that stands in a wrong place."""
    local = name.rpartition(" ")[2]
    _, pattern = around.reading
    within = any(one.name == local for one in leaf.content.elements)
    after = f" after {tag(around.last)}" if around.last else ""
    if within:
        said = f"{tag(name)} is not allowed at this place in {tag(around.parent)}{after}"
        advice = (
            f"Move it to its place among the children of {tag(around.parent)}, or remove it when it is there twice."
        )
    else:
        said = f"{tag(name)} is not allowed in {tag(around.parent)}"
        holders = [p for p in around.grammar.parents(local) if p != around.parent]
        advice = f"Move it into {listed(map(tag, holders))}, or encode it otherwise."
        near = nearest(local, [one.name for one in pattern.firsts if one.name])
        if near:
            said += f"; did you mean {tag(near)}?"
    return Wrong("grammar.place", said, takes(pattern), advice)


def between(pattern: Pattern, space: str, local: str) -> tuple[list[Leaf], Pattern | None, Leaf | None]:
    """Find the fewest elements that are missing before one: these, what then is left, and which element it is."""
    ways: list[tuple[list[Leaf], Pattern]] = [([], pattern)]
    for _ in range(DEPTH):
        longer: dict[Pattern, list[Leaf]] = {}
        for missing, left in ways:
            for one in left.firsts:
                longer.setdefault(child(left, frozenset((one,))), [*missing, one])
        longer.pop(NONE, None)
        for left, missing in longer.items():
            meant = next((one for one in left.firsts if one.names and one.names.has(space, local)), None)
            if meant:
                return missing, left, meant
        ways = [(missing, left) for left, missing in longer.items()]
    return [], None, None


def absent(around: Around, missing: list[Leaf], name: str) -> Wrong:
    """Explain elements that are missing before another."""
    lost = listed((tag(one.name) for one in missing), " and ")
    verb = "are" if missing[1:] else "is"
    return Wrong(
        "grammar.missing",
        f"{lost} {verb} missing in {tag(around.parent)} before {tag(name)}",
        takes(around.reading[1]),
        f"Add {lost} here.",
    )


def incomplete(name: str, pattern: Pattern) -> Wrong:
    """Explain an element that ends too early."""
    lost = [tag(one.name) for one in pattern.firsts if one.name]
    needed = [tag(one.name) for one in required(pattern)] or lost
    return Wrong(
        "grammar.missing",
        f"{tag(name)} is incomplete: {listed(needed)} is missing",
        listed(lost),
        f"Add {listed(needed)}.",
    )


def required(pattern: Pattern) -> tuple[Leaf, ...]:
    """List the elements of which one has to come before the end."""
    if pattern.nullable:
        return ()
    if pattern.kind == "group":
        left, right = pattern.parts
        return required(left) or required(right)
    if pattern.kind == "more":
        return required(pattern.parts[0])
    if pattern.kind == "choice":
        return tuple(dict.fromkeys(one for p in pattern.parts for one in required(p)))
    return pattern.firsts


def stray_text(name: str, pattern: Pattern, string: str) -> Wrong:
    """Explain text where there may be none."""
    words = " ".join(string.split())
    shown = words if len(words) <= 40 else words[:39] + "…"  # noqa: PLR2004
    block = next(
        (f"Put it into {tag(one.name)}" for one in pattern.firsts if one.name in ("p", "ab", "item", "head")),
        "Put it into an element that takes text",
    )
    return Wrong(
        "grammar.text",
        f"text (“{shown}”) is not allowed directly in {tag(name)}",
        takes(pattern),
        f"{block}, or remove it.",
    )


def content(name: str, pattern: Pattern, string: str) -> Wrong:
    """Explain an element whose text is not the value that is wanted."""
    wanted = wish(pattern.values)
    return Wrong(
        "grammar.value",
        f"{tag(name)} holds “{' '.join(string.split())}”, which is no right value",
        wanted,
        f"Write {wanted}.",
    )


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
