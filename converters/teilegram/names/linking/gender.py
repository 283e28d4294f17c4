"""Gender: a pronoun or a verb beside a surname tells husband from wife: `Orlova said that she`, `Кеннеди сказала`.

Only what stands in the same sentence, or begins the next one, with no other person between, is heard.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from teilegram.model import Entity
from teilegram.names.persons import Mention

REACH = 160
"""How far behind a name a pronoun is looked for, in characters."""
SENTENCE = re.compile(r"(?<![A-Z])[.!?;:][\"”»)]*\s+|\n")
SUBJECT = re.compile(r"(?<![\w'-])(?:(she|herself|elle|она)|(he|himself|il|он))(?![\w'-])", re.IGNORECASE)
FIRST = re.compile(r"(?:(She|Her|Она|Elle|Sie)|(He|His|Он|Il|Er))(?= )")
"""What begins the next sentence and goes on about the person."""
KIN = "son|sons|daughter|daughters|children|child|brother|sister|mother|father|parents"
KINDRED = re.compile(
    rf"(?<![\w'-])(?:(?:(her|её|ее)|(his|его)) (?:\w+ ){{0,2}}?(?:{KIN}|husband|wife|муж\w*|жен\w*|сын\w*))(?!\w)"
)
"""A pronoun with a word for somebody's kin; without one it may be the object of the sentence."""
SPOUSE = re.compile(r"(?:'s|’s) (?:(husband)|(wife|widow))(?!\w)")
VERB = re.compile(r" (?:не )?(?:[а-яё]{3,}(ла|лась)|[а-яё]{2,}(л|лся))(?!\w)")
NOUNS = frozenset({"посол", "отдел", "канал", "генерал", "адмирал", "маршал", "капитал", "журнал", "стол"})
"""Words that end as a man's verb does."""


def gender(text: str, m: Mention, starts: Sequence[int]) -> str:
    """Give whose a mention is, M or F, as far as what stands behind it shows; `starts` are those of all persons.

    >>> said = Mention(0, 5, (), (), ())
    >>> gender("Orlov said that she would come", said, [0]), gender("Orlov told Petrov that he knew", said, [0, 11])
    ('F', '')
    >>> gender("Кеннеди сказала", Mention(0, 7, (), (), ()), [0]), gender("Orlov's husband came", said, [0])
    ('F', 'F')
    """
    at = bisect_right(starts, m.start)
    until = min(starts[at] if at < len(starts) else len(text), m.end + REACH)
    spouse = SPOUSE.match(text, m.end, until)
    if spouse:
        return "F" if spouse[1] else "M"
    verb = VERB.match(text, m.end, until)
    if verb and verb[0].split(" ")[-1] not in NOUNS:
        return "F" if verb[1] else "M"
    end = SENTENCE.search(text, m.end, until)
    stop = end.start() if end else until
    found = SUBJECT.search(text, m.end, stop) or KINDRED.search(text, m.end, stop)
    if not found and end:
        found = FIRST.match(text, end.end(), until)
    return "" if not found else "F" if found[1] else "M"


KIN_OF = (
    (re.compile(r"\bh(?:er|is) (?:\w+ ){0,2}?(?:sons?|daughters?|child|children)\b"), "mother|father"),
    (re.compile(r"\bher (?:\w+ ){0,1}?husband\b"), "wife|widow"),
    (re.compile(r"\bhis (?:\w+ ){0,1}?(?:wife|widow)\b"), "husband"),
    (re.compile(r"\bh(?:er|is) (?:\w+ ){0,1}?(?:mother|father|parents)\b"), "son|daughter"),
    (re.compile(r"\bh(?:er|is) (?:\w+ ){0,1}?(?:brother|sister)s?\b"), "brother|sister"),
)
OWNER = re.compile(r"(?:'s|’s) (mother|father|son|daughter|brother|sister|wife|husband|widow)(?!\w)")
"""Whose kin are spoken of, and what the authority calls such a person: `wife of N. S. Orlov`."""


def of_kin(who: list[Entity], text: str, m: Mention, starts: Sequence[int]) -> list[Entity]:
    """List those whom the authority calls wife, mother, brother of somebody, as the sentence does.

    `Oswald's mother` is none of those whom it calls a mother.
    """
    owner = OWNER.match(text, m.end)
    if owner:
        return [e for e in who if not re.search(rf"\b{owner[1]} of\b", said_of(e))]
    at = bisect_right(starts, m.start)
    until = min(starts[at] if at < len(starts) else len(text), m.end + REACH)
    end = SENTENCE.search(text, m.end, until)
    said = text[m.end : end.start() if end else until]
    for words, kin in KIN_OF:
        if words.search(said):
            called = re.compile(rf"\b(?:{kin}) of\b")
            return [e for e in who if called.search(said_of(e))]
    return []


def said_of(entity: Entity) -> str:
    """Give the words of an authority about a person."""
    return " ".join((*(f"{o.title} {o.org}" for o in entity.offices), entity.note))
