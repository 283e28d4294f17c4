"""Explanations as plain text, a block each, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from teilegram.explain.origins import Explanation


def as_text(explanations: Iterable[Explanation]) -> str:
    """Write explanations as plain text, a block each."""
    return "\n\n".join("\n".join(block(e)) for e in explanations)


def block(e: Explanation) -> Iterator[str]:
    """Yield the lines of one explanation."""
    attributes = "".join(f' {key}="{value}"' for key, value in e.attributes.items())
    yield f"{e.path}" + (f"  (document {e.document})" if e.document > 1 else "")
    yield f"  element      <{e.element}{attributes}>"
    if e.origin is None:
        yield "  made by      the encoder, for every document; no rule of a reading made it"
        return
    o = e.origin
    yield f"  from         {o.line}:{o.column}, characters {o.start}-{o.end}: “{' '.join(o.text.split())}”"
    yield f"  rule         {e.rule}" + (f": {e.description}" if e.description else "")
    yield f"  convention   {e.convention}"
    yield f"  certainty    {e.certainty}"
    for other in e.alternatives:
        told = "".join(f' {key}="{value}"' for key, value in other.attributes.items())
        said = " ".join(other.origin.text.split())
        yield f"  alternative  <{other.kind}{told}> “{said}”, {other.rule}: {other.why}"


def as_json(explanations: Iterable[Explanation]) -> str:
    """Write explanations as a JSON array."""
    import json  # noqa: PLC0415 - only for this format

    return json.dumps([asdict(e) for e in explanations], ensure_ascii=False, indent=2)
