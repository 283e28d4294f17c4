"""Explain: what is wrong, what was expected, and what an editor would do, in the words of editors."""

from __future__ import annotations

from dataclasses import dataclass

from teilegram.validation.derivative import child
from teilegram.validation.grammar import Grammar
from teilegram.validation.nearest import nearest, tei_elements
from teilegram.validation.pattern import NONE, Leaf, Pattern
from teilegram.validation.wording import Wrong, listed, tag, wish

DEPTH = 3
TEI = "http://www.tei-c.org/ns/1.0"


@dataclass(frozen=True, slots=True)
class Around:
    """Where an element stands: in which parent, after which sibling, and what could come instead."""

    grammar: Grammar
    parent: str
    last: str
    reading: tuple[Leaf, Pattern]


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
