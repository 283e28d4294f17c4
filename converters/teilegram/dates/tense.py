"""Evidence around an expression: whether it lies in the past or is to come, and whether an account opens with it."""

from __future__ import annotations

import re

COMING = re.compile(
    r"(?<!\w)(?:will|shall|won't|going to|(?:is|are|am) to|plans? to|intends? to|hopes? to|expects? to|tomorrow|"
    r"soon|(?:by|until|till|bis zum|к) $|set for $|"
    r"буд(?:у|ет|ем|ут|ете|ешь)|намерен\w{0,2}|собира(?:ется|ются|юсь)|предсто(?:ит|ят)|завтра|"
    r"werden?|wird|demain|sera|seront|aura|auront|partira|viendra|arrivera|parlera|mañana|será)(?!\w)|'ll(?!\w)",
    re.IGNORECASE,
)
PAST = re.compile(
    r"(?<!\w)(?:was|were|had|did|went|came|took|told|said|met|left|gave|saw|sent|got|began|spoke|wrote|heard|made|held|"
    r"brought|found|fell|lost|became|thought|knew|felt|stood|paid|bought|since|ago|yesterday|has been|have been|"
    r"(?<!has )(?<!have )(?<!be )(?<!is )(?<!are )(?<!am )(?!need|indeed|hundred|proceed|exceed|succeed)[a-z]{3,14}ed|"
    r"был[аио]?|[а-яё]{2,14}(?:ал|ил|ел|ял|ла|ло|ли|лся|лась|лось|лись)|вчера|"
    r"(?:ich|er|sie|es|man|das|wir) war|waren|hatten?|wurden?|kam(?:en)?|ging(?:en)?|gestern|"
    r"holten?|sagten?|machten?|wollten?|sollten?|konnten?|mu(?:ss|ß)ten?|brachten?|fuhr(?:en)?|nahm(?:en)?|sah(?:en)?|fand(?:en)?|"
    r"schrieb(?:en)?|traf(?:en)?|reisten?|erhielt(?:en)?|blieb(?:en)?|begann(?:en)?|starb(?:en)?|fiel(?:en)?|worden|"
    r"était|étaient|avait|avaient|a été|ont été|furent|fut|vint|prit|mourut|arriva|partit|arrivèrent|partirent|fue|fueron|había|ayer)(?!\w)",
    re.IGNORECASE,
)
STOP = re.compile(r"[.;:!?](?= |$)")
REACH = 90
"""Characters on either side in which the verb of a date is looked for, not beyond its sentence."""
OPENS = re.compile(
    r"(?:^|[.!?;:\n\"'(]|(?<!\w)(?:on|in|since|from|by|until|till|during|im|am|seit|bis|ab|vom|в|во|с|до|к|en|le|depuis|"
    r"au|el|desde))[ *_\n]*$",
    re.IGNORECASE,
)
"""What stands before a date with which an account opens; `the letter of 5 May 1961` opens none."""


def direction(text: str, start: int, end: int) -> int:
    """Tell from the words of its sentence whether a date is past (-1) or to come (+1); 0 where they do not say.

    >>> direction("He will arrive on Sunday. We met.", 18, 24), direction("We talked on Sunday", 13, 19)
    (1, -1)
    >>> direction("Meetings on Sunday", 12, 18), direction("He left then, on the 27th he will be back", 21, 25)
    (0, 1)
    """
    before = text[max(0, start - REACH) : start]
    stops = [m.end() for m in STOP.finditer(before)]
    before = before[stops[-1] :] if stops else before
    after = text[end : end + REACH]
    stop = STOP.search(after)
    after = after[: stop.start()] if stop else after
    clause = said(before.rsplit(",", 1)[-1], after.split(",", 1)[0])
    return clause or said(before, after)


def said(before: str, after: str) -> int:
    """Tell what the verbs on both sides say, if they agree."""
    signs = {sign for sign, verbs in ((1, COMING), (-1, PAST)) for side in (before, after) if verbs.search(side)}
    return signs.pop() if len(signs) == 1 else 0


BEGINS = re.compile(r"(?:^|[.!?;:\n\"'(]|  ) *(?:[^\W\d_]+ ){0,2}$")
"""What stands before a date with which a sentence begins."""


def opens(text: str, start: int, *, bare: bool = False) -> bool:
    """Tell whether an account may open with a date: it begins a sentence, or says when; a bare year does the first.

    >>> opens("In 1941 the Germans came", 3), opens("the note of 5 May 1961", 12)
    (True, False)
    >>> opens("We met when I was in Paris in 1959.", 30, bare=True)
    False
    """
    here = bool(OPENS.search(text, max(0, start - 12), start))
    return here and (not bare or bool(BEGINS.search(text, max(0, start - 24), start)))
