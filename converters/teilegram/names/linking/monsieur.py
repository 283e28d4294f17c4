"""`M. Marchand`: where a document speaks of Monsieur, `M.` is a title and no initial.

It stays an initial where somebody of that surname has a forename in M.  That the document means Monsieur is shown by
its language, by another French title, or by `M.` before three surnames, or two of which one is somebody's whose
forename does not begin so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teilegram.folding import folded
from teilegram.model import Authority
from teilegram.names.lexicon import Candidate, of_persons
from teilegram.names.persons import Mention
from teilegram.names.variants.given import fits, given_names, sex

FRENCH = re.compile(r"(?<![\w.])(?:MM\.|Mme\.?|Mlle\.?|Monsieur|Messieurs|Madame|Mademoiselle)(?!\w)")
OTHERS = 3
"""Surnames with `M.` before them that are no accident."""


def monsieurs(text: str, mentions: Iterable[Mention], authority: Authority, *, french: bool) -> Iterator[Mention]:
    """Yield the mentions, `M.` being a title where the document means Monsieur; `french` is its language.

    >>> from teilegram.names.unknown import unknown
    >>> from teilegram.offsets import reading
    >>> s = "M. Marchand and Mme Petit told M. Lebrun"
    >>> found = monsieurs(s, unknown(reading(s, 0, len(s), ())), Authority(), french=False)
    >>> [[(s[a:b], element) for a, b, element in m.parts] for m in found][0]
    [('M.', 'roleName'), ('Marchand', 'surname')]
    """
    everyone = list(mentions)
    found = {m: surname for m in everyone if (surname := behind_m(text, m))}
    if not found:
        return (yield from everyone)
    known = {surname: of_surname(surname, authority) for surname in found.values()}
    denied = {s for s, who in known.items() if who and not any(fits(("M.",), given_names(c)) for c in who)}
    meant = french or bool(FRENCH.search(text)) or len(known) >= OTHERS or (len(known) > 1 and bool(denied))
    for m in everyone:
        yield titled(m, known[found[m]]) if meant and m in found and not m.candidates else m


def behind_m(text: str, m: Mention) -> str:
    """Give the surname of a mention that has nothing but `M.` before it."""
    said = [element for _, _, element in m.parts if element != "nameLink"]
    if said != ["forename", "surname"] or text[slice(*m.parts[0][:2])] != "M.":
        return ""
    return text[slice(*m.parts[-1][:2])]


def of_surname(surname: str, authority: Authority) -> tuple[Candidate, ...]:
    """Give whom the authority has under a surname."""
    return tuple(of_persons(authority).forms.get(folded(surname), ()))


def titled(m: Mention, who: tuple[Candidate, ...]) -> Mention:
    """Give the mention with a title instead of an initial, and the men of that surname."""
    (start, end, _), *surname = m.parts
    men = tuple(c for c in who if sex(c.entity) != "F")
    return m._replace(parts=((start, end, "roleName"), *surname), given=(), candidates=men)
