"""Gender: a pronoun or a verb beside a surname tells husband from wife: `Orlova said that she`, `Кеннеди сказала`.

Only what stands in the same sentence, or begins the next one, with no other person between, is heard.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

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
