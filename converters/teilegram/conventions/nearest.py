"""The known name that is nearest to one that is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """Give the known name that is most like this one, or nothing.

    >>> nearest("unsined", ["open", "unsigned"]), nearest("xyz", ["open"])
    ('unsigned', '')
    """
    return next(iter(get_close_matches(name.casefold(), list(known), 1, 0.7)), "")
