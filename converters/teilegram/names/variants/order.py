"""Order: names of an authority whose surname and forename stand in each other's place (`Vladimir, Hallam`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from teilegram.model import Name
from teilegram.names.variants.forenames import is_common

TURNED = {"surname": "forename", "forename": "surname"}


def turned(names: Iterable[Name]) -> Iterator[Name]:
    """Yield once more, parts exchanged, the names whose surname is a common forename and whose forename is none.

    Nobody knows which is which (`Thomas, Dylan` is in order), so such a person is looked for under both.

    >>> [n.parts for n in turned([Name("Vladimir, Hallam", (("surname", "Vladimir"), ("forename", "Hallam")))])]
    [(('forename', 'Vladimir'), ('surname', 'Hallam'))]
    >>> list(turned([Name("Paul, Jean", (("surname", "Paul"), ("forename", "Jean")))]))
    []
    """
    for name in names:
        if not is_doubtful(name):
            continue
        yield replace(name, parts=tuple((TURNED[element], value) for element, value in name.parts))


def is_doubtful(name: Name) -> bool:
    """Tell whether the surname of a name is a common forename, and its forename is none."""
    if [element for element, _ in name.parts] != ["surname", "forename"]:
        return False
    (_, surname), (_, forename) = name.parts
    return len(forename) > 1 and not forename.endswith(".") and is_common(surname) and not is_common(forename)
