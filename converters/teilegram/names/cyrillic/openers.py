"""What a capital proves: words that have one without being names, and names at the head of a sentence by what follows.

`Луначарский ограничился запиской`, `Сметона отклонил`, `Дудинцева ругают`, `Ракоши и Герё`; not `Советский посол`,
`Делегацию принял`, `Вам пишут`.
"""

from __future__ import annotations

import re
from functools import cache

from teilegram.names.cyrillic.declension import plain
from teilegram.names.cyrillic.eastern import titled_by_hyphen
from teilegram.names.cyrillic.predicates import behind, nations
from teilegram.names.cyrillic.settings import personal
from teilegram.names.cyrillic.surnames import shape
from teilegram.names.cyrillic.words import QUOTES, Word, opens
from teilegram.vocabulary import table

ENDINGS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("ый", "ий", "ой"), "ый|ий|ой|ая|ое|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ых|их|ыми|ими|ую|я|ю|е|и|й"),
    (("а", "я"), "а|я|ы|и|е|у|ю|ой|ей|ам|ям|ами|ями|ах|ях||ь"),
    (("о", "е"), "о|е|а|я|у|ю|ом|ем|и||й|ам|ям|ами|ями|ах|ях"),
    (("ь", "й"), "ь|й|я|ю|ем|е|и|ью|ей|ям|ями|ях"),
    (("ы", "и"), "ы|и||ей|ам|ям|ами|ями|ах|ях"),
)
"""By the end of a noun: what its forms have instead, singular and plural."""
CONSONANT = "|а|у|ом|ем|е|ы|и|ей|ам|ами|ах|ан|е"
"""Without -ов and -ев: `Кузнецов` is rather a surname than smiths."""
FLEETING = re.compile(r"[оеё]([^аеиоуыэюя])$")
VERBAL = re.compile(
    r"[а-яё]+(?:ть|тся|[йсз]ти|идти|чь|ите|йте|ьте|вши|вшись|ались|ились|лись|лось|лась|[аеияыу]ли|[аеияыу]ло|[аеяуи]ю)"
)
ABSTRACT = (
    "ция",
    "ции",
    "цию",
    "ость",
    "ости",
    "ство",
    "ства",
    "ству",
    "ством",
    "стве",
    "ние",
    "ния",
    "нии",
    "изм",
    "изма",
)
ADJECTIVAL = re.compile(r"[а-яё]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ыми|ими|ую|юю)")
PLACE = ("поль", "поля", "поле", "град", "града", "граде", "стан", "абад", "абаде", "шир", "ланд", "ланда", "ополя")
OBLIQUE = ("а", "я", "у", "ю", "ого", "ому", "ему")
MANY = ("ие", "их")
ADVERBIAL = ("о", "е", "ы", "у", "ю", "ом", "ем", "ах", "ях", "ам", "ям")
FAMILY = re.compile(r"[А-ЯЁ][а-яё-]+(?:[оеё]вы|[иы]ны|[сц]кие)")
INSTITUTION = re.compile(
    r"(?:Нарком|Совнарком|Реввоен|Полпред|Торгпред|Исполком|Губком|Обком|Райком|Горком|Ревком|Военком|Главк|Центро|Агит|"
    r"Внешторг|Госплан|Минфин|Минюст)[а-яё]*|[А-ЯЁ][а-яё]+(?:исполком|флот|вер|штаб|совет|банк|торг|пром|трест|индел)[аеуом]{0,2}"
)
LONGEST = 32
TITLE = re.compile(r"(?<![\w.])[А-ЯЁ][а-яё-]{1,30} $")


@cache
def common_words() -> frozenset[str]:
    """Give the forms, with е for ё, that have a capital without being names.

    >>> [word for word in ("Вам", "Делегацию", "Послу", "Гинденбург") if word in common_words()]
    ['Вам', 'Делегацию', 'Послу']
    """
    found: set[str] = set()
    for row in table("russian_words"):
        for word in row["words"].split("|"):
            found |= {word.capitalize()} if row["kind"] != "noun" else set(all_forms(word))
    return frozenset(map(plain, found))


def all_forms(noun: str) -> list[str]:
    """Give what may be a form of a noun, with a capital.

    >>> [form for form in all_forms("отец") if form.startswith("Отц")][:3]
    ['Отц', 'Отца', 'Отцу']
    """
    last, endings = next(((e, given) for ends, given in ENDINGS for e in ends if noun.endswith(e)), ("", CONSONANT))
    stem = noun[: len(noun) - len(last)].capitalize()
    return [root + ending for root in {stem, FLEETING.sub(r"\1", stem)} for ending in endings.split("|")]


def common(word: Word) -> bool:
    """Tell whether a word has its capital from the sentence or out of courtesy: `Вам`, `Делегация`."""
    return word.cased in common_words() or INSTITUTION.fullmatch(word.cased) is not None


def nameable(text: str, word: Word) -> bool:
    """Tell whether a capital inside a sentence can be but a name's: no pronoun, verb, adjective, town or ideal.

    >>> from teilegram.names.cyrillic.words import runs
    >>> s = "ноту Патека и орден Трудового Знамени, для Вас и для Новограда"
    >>> [w.text for run in runs(s) for w in run if nameable(s, w)]
    ['Патека']
    """
    cased = word.cased
    if titled_by_hyphen(word):
        return True
    if (
        common(word)
        or VERBAL.fullmatch(cased.lower())
        or cased.endswith((*ABSTRACT, *PLACE))
        or text[word.end : word.end + 1] == "-"
    ):
        return False
    if ADJECTIVAL.fullmatch(cased.lower()) and not (shape(cased) and behind("no-noun").match(text, word.end)):
        return False
    before = TITLE.search(text, max(0, word.start - LONGEST), word.start)
    if before and (not opens(text, before.start()) or text[before.start() - 1 : before.start()] in QUOTES):
        return False
    return not text[word.end + 1 : word.end + 2].isupper() or text[word.end : word.end + 1] != " "


def begins(text: str, word: Word) -> bool:
    """Tell whether the word with which a sentence begins is a name, by what is said of it.

    >>> from teilegram.names.cyrillic.words import runs
    >>> s = "Рыжинский молчал. Советский посол ждал. Сметюна отклонил всё. Ноту принял он. Кригелю верить нельзя."
    >>> [w.text for run in runs(s) for w in run if w.opens and begins(s, w)]
    ['Рыжинский', 'Сметюна', 'Кригелю']
    """
    cased, low = word.cased, word.cased.lower()
    if titled_by_hyphen(word):
        return True
    if common(word) or VERBAL.fullmatch(low) or cased.endswith(ABSTRACT):
        return False
    looks = shape(cased)
    if ADJECTIVAL.fullmatch(low):
        family = FAMILY.fullmatch(cased) and behind("several").match(text, word.end)
        return bool(family) or (
            looks == "adjective"
            and cased[-2:] not in MANY
            and not nations().fullmatch(low)
            and bool(behind("no-noun").match(text, word.end))
        )
    if (
        behind("stance").match(text, word.end)
        or behind("aside").match(text, word.end)
        or (looks and personal(text, word.start, word.end))
    ):
        return True
    if cased.endswith(OBLIQUE) and behind("suffers").match(text, word.end):
        return True
    return subject(text, word, looks)


def subject(text: str, word: Word, looks: str) -> bool:
    """Tell whether the word is in the nominative and does what a person does: `Ракоши уехал`, `Кадар колебался`."""
    end = word.end
    if FAMILY.fullmatch(word.cased):
        return bool(behind("several").match(text, end))
    if behind("does").match(text, end) or (personal(text, word.start, end) and not word.cased.endswith(ADVERBIAL)):
        return True
    if word.cased.endswith(("а", "я", "и")):
        return bool(behind("man").match(text, end) or (looks and behind("woman").match(text, end)))
    return bool(looks and behind("man").match(text, end))
