"""Name classes of RELAX NG: one name, any name of a namespace, any name at all, and all but some."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """A set of names: one name, or with `local` empty a whole namespace, or without `space` all.

    >>> Names("urn:x", "p").has("urn:x", "p"), Names("urn:x").has("urn:x", "q"), Names().has("", "q")
    (True, True, True)
    >>> Names(but=(Names("urn:x"),)).has("urn:x", "p")
    False
    >>> Names(either=(Names("", "a"), Names("", "b"))).has("", "b")
    True
    """

    space: str | None = None
    local: str = ""
    but: tuple[Names, ...] = ()
    either: tuple[Names, ...] = ()

    def has(self, space: str, local: str) -> bool:
        """Tell whether a name is in the set."""
        if self.either:
            return any(names.has(space, local) for names in self.either)
        if self.local:
            return local == self.local and space == self.space
        return self.space in (None, space) and not any(names.has(space, local) for names in self.but)
