"""Names of the East in a Russian text: the family name before the given one, and titles joined with a hyphen.

`Чан Кай-ши`, `Чжоу Эньлая`, `Хо Ши Мин`, `Савфет-паша`, `Реза-хан`, `Кавам-эс-Салтанэ`.
"""

from __future__ import annotations

import re
from functools import cache

from teilegram.names.cyrillic.words import Word
from teilegram.vocabulary import table

SYLLABLE = (
    "(?:(?:чж|цз|[бпмфдтнлгкхцсчшж])?(?:вэнь|вань|вэй|вэн|ван|юань|уань|уай|уан|янь|яо|юнь|юэ|юй|юн|унь|уй|ун|уа|уо|"
    "энь|ань|инь|ынь|ень|эй|эн|эр|ай|ан|ао|ин|ын|ен|оу|ян|ва|[аэиуоюяеы]))"
)
GIVEN = re.compile(rf"{SYLLABLE}{{1,2}}(?:-{SYLLABLE})?(?:ом|ем|[аеуюяи])?")
"""One or two syllables after Palladius, with the ending of a case."""
SHORT = re.compile(r"[а-яё]{2,4}")
TITLED = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)*-(?:паш[аиеу]|пашой|бе[йяюе]|беем|бек(?:а|у|ом|е|)|хан(?:а|у|ом|е|)|мирз[аыеу]|"
    r"мирзой|эфенди|ага|аги|аге|агу|агой|ханум|заде|оглы|кызы|шах(?:а|у|ом|е|)|"
    r"(?:эд|эс|уд|ус|ад|ас|од|ол|ос|эль|аль|уль|ул|эр|ур|эз|аз)-[А-ЯЁ]?[а-яё]+)"
)


@cache
def family_names() -> frozenset[str]:
    """Give the family names that stand first."""
    return frozenset(name for row in table("russian_eastern_surnames") for name in row["names"].split("|"))


def eastern(run: list[Word], at: int) -> int:
    """Give of how many words a name is that begins with its family name, 0 if there is none.

    >>> from teilegram.names.cyrillic.words import runs
    >>> [eastern(run, 0) for run in runs("Чан Кай-ши, Хо Ши Мин. Ли Петров, Чжоу Эньлая, Ким Ир Сен")]
    [2, 3, 0, 2, 3]
    """
    if at + 1 >= len(run) or run[at].cased not in family_names():
        return 0
    given = run[at + 1].cased.lower()
    third = run[at + 2].cased.lower() if at + 2 < len(run) else ""
    if SHORT.fullmatch(given) and SHORT.fullmatch(third):
        return 3
    return 2 if GIVEN.fullmatch(given) else 0


def titled_by_hyphen(word: Word) -> bool:
    """Tell whether a word ends with an oriental title, or is one: `Савфет-паша`, `Мошир-эд-Доуле`."""
    return TITLED.fullmatch(word.cased) is not None
