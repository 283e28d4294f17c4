"""What stands around a capitalised word and tells a person from a street, a ship or a town."""

from __future__ import annotations

import re
from functools import lru_cache

WINDOW = 40
OPENING = ("«", "„", '"')
HOUSES = (
    "улиц|проспект|площад|переул|шоссе|бульвар|набережн|вокзал|мост|област|район|кра[йяею]|округ|губерни|уезд|волост|"
    "театр|собор|монастыр|церк|музе|академи(?!к)|институт|университет|консерватори|завод|фабрик|колхоз|совхоз|полк|дивизи|"
    "фронт|парк|стадион|кладбищ|орден|преми|медал|мавзоле|памятник|дворец|дворц"
)
"""Beginnings of the words for what is named after persons, in the genitive, or has an adjective like a surname."""
SPOTS = (
    "город|сел[оаеу]|деревн|посел|станци|станиц|пристан|порт|аэропорт|остров|полуостров|мыс|залив|пролив|мор[еяю]|"
    "озер|рек[аиуео]|гор[аыуео]|хребет|крейсер|линкор|эсмин|пароход|теплоход|судн|метро"
)
"""Beginnings of the words for what has its name in any case: towns, waters, ships."""
EVENTS = "парти|республик|договор(?!и)|кризис|войн|мирн|конференци|совещани|групп"
GOVERNED = re.compile(rf"(?:{HOUSES})[а-яё]{{0,4}}|шахт[аеуы]")
APPOSED = re.compile(rf"(?:{SPOTS})[а-яё]{{0,3}}|имени|(?:им|ул|пос|оз|пл|пр|г|гор|ст)\.")
AFTER = re.compile(
    r" (?:[а-яё]{3,20}(?:ый|ий|ой|ая|ое|ого|ому|ом|ым|им|ую|ые|ых|их) )?"
    rf"(?:{HOUSES}|{SPOTS}|{EVENTS})[а-яё]{{0,5}}(?!\w)"
)
PARTICLE = frozenset(
    ["фон", "ван", "дер", "ден", "де", "ди", "да", "дель", "ла", "ле", "ибн", "бен", "бин", "аль", "эль", "тер"]
)
PLACE = frozenset(
    ("в", "во", "на", "из", "под", "над", "при", "вблизи", "близ", "через", "до", "жители", "жителей", "углу", "вдоль")
)
DAY = re.compile(r"\d{1,2}|[Пп]ерво[а-яё]{2,3}|[Дд]евято[а-яё]{2,3}")
ACT = (
    "сказал|заявил|сообщил|отметил|ответил|спросил|подчеркнул|добавил|писал|написал|вспомин|вспомнил|рассказ|считает|"
    "полага|поясн|уточн|признал|признав|утвержда|заметил|подумал|умер|родил|скончал|женил|выступ|приехал|прибыл|"
    "поблагодар|попросил|передал|улыбн|засмеял|говорил|говорит|поинтерес|согласил|возраз|выразил|напомнил|"
    "просит|шутил|пошутил|думал|пел|играл|поднял|вышел|вышла|пришел|пришёл|пришла|ушел|ушёл|ушла|сидел|стоял|"
    "прочитал|увидел|посмотрел|указал|сослал|повторил|упомянул|обратил|сослался|предложил|поставил|спел|"
    "промолч|возража|колебл|верит|верил|потребовал|намерен|предупред|заверил|настаива|просил|обеща|отказал|поддержал|"
    "посетил|поручил|прилет|вылет|ждёт|ждет|ждал|знает|знал|хочет|хотел|думает|видел|слышал|понял|понимает|надеется"
)
ACTS = re.compile(
    rf" (?:же |не |ещё |еще |снова |тоже |также |потом |тогда |уже |сам |сама )?(?:{ACT})[а-яё]{{0,5}}(?!\w)"
)
ACTED = re.compile(rf"(?<!\w)(?:{ACT})[а-яё]{{0,5}}(?: бы| же| ему| ей| мне| нам)? $")
PERSONAL = re.compile(
    r"(?<!\w)(?:[Пп]о (?:словам|мнению|поручению|указанию|приказу|просьбе|инициативе|предложению)|"
    r"слов[а-яё]{0,3}|имя|письм[а-яё]{1,3}|реч[ьи]ю?|роль|роли|стих[а-яё]{1,3}|песн[а-яё]{1,3}|голос[а-яё]{0,2}|лицо|"
    r"рук[аиуе]|смерт[ьи]ю?|супруг[а-яё]{1,2}|семь[а-яё]{1,2}|бесед[а-яё]{1,3} с|встреч[а-яё]{1,3} с|у|ко?|вместе с|"
    r"замечани[а-яё]{1,2}|урожд[её]нн[а-яё]{2}|рожд\.|"
    r"по фамилии|фамили[а-яё]{1,2}|некто|неки[йм]|некоего|некоему|под именем|он же|она же) $"
)
NOUNS = re.compile(
    r" [а-яё]{2,20}(?:ость|ени[ея]|ани[ея]|ств[оау]|ци[йияю]|ник[аиу]?|тел[ьяи]|дом[а-яё]?|век[а-яё]?)(?!\w)"
)


def in_thing(text: str, start: int, end: int, *, genitive: bool = True) -> bool:
    """Tell whether a capitalised word belongs to the name of a street, a place, a house or a prize.

    >>> s = "на улице Горького, в Козицком переулке, театр имени Вахтангова, директор театра Горький"
    >>> [in_thing(s, s.index(w), s.index(w) + len(w)) for w in ("Горького", "Козицком", "Вахтангова")]
    [True, True, True]
    >>> in_thing(s, s.index("Горький"), len(s), genitive=False)
    False
    """
    of = of_thing(word_before(text, start))
    return (
        of == "any"
        or (of == "genitive" and genitive)
        or (text[end + 1 : end + 2].islower() and bool(AFTER.match(text, end)))
    )


@lru_cache(maxsize=16)
def word_before(text: str, start: int) -> str:
    """Give the word before an offset, without the quotation mark that opens between them.

    >>> word_before("на улице «Горького", 10), word_before("да, Горький", 4), word_before("Горький", 0)
    ('улице', 'да,', '')
    """
    end = start - 1 if start and text[start - 1] in OPENING else start
    if end < 1 or text[end - 1] != " ":
        return ""
    at = text.rfind(" ", max(0, end - WINDOW), end - 1) + 1
    return text[at or max(0, end - WINDOW) : end - 1]


def particle_before(text: str, start: int) -> int:
    """Give where the particles begin that belong to a surname; its own offset if there are none.

    >>> particle_before("встретил де Голля", 12), particle_before("фон дер Гольц", 8), particle_before("у Голля", 2)
    (9, 0, 2)
    """
    while (word := word_before(text, start)) in PARTICLE and text[start - 1] == " ":
        start -= len(word) + 1
    return start


@lru_cache(maxsize=4096)
def of_thing(word: str) -> str:
    """Say in which case the name of a thing follows a word, if one does: `any` (`городе`), `genitive` (`улице`)."""
    small = word.lower()
    return "any" if APPOSED.fullmatch(small) else "genitive" if GOVERNED.fullmatch(small) else ""


def alone_in_quotes(text: str, start: int, end: int) -> bool:
    """Tell whether quotation marks hold a word and nothing else: a ship, a paper, a title."""
    return start > 0 and text[start - 1] in OPENING and text[end : end + 1] in ("»", '"', "“")


def personal(text: str, start: int, end: int) -> int:
    """Count what around a word is said of persons only: what they do, what is theirs."""
    left = max(0, start - WINDOW)
    return (
        bool(ACTS.match(text, end)) + bool(ACTED.search(text, left, start)) + bool(PERSONAL.search(text, left, start))
    )


def local(text: str, start: int) -> bool:
    """Tell whether a preposition stands before a word that goes with places."""
    return word_before(text, start).lower() in PLACE
