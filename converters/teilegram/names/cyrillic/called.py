"""What an organisation of a Russian text is called: names in quotation marks, in Latin letters, or of capitals.

`компания «Северный ветер»` licenses `«Северного ветра»` and `Северный ветер` elsewhere; without a head, what governs a
name or says something shows an organisation (`представитель Volvo`, `сообщает «Звезда»`, `сотрудники НИИВК`).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from teilegram.model import Cert
from teilegram.names.capitalised import places
from teilegram.names.cyrillic.declension import plain
from teilegram.names.cyrillic.heads import words
from teilegram.names.cyrillic.organisations import Named
from teilegram.names.cyrillic.surnames import key
from teilegram.names.cyrillic.words import SHOUTED_LEAST, each, is_russian, opens, shouts
from teilegram.vocabulary import table

QUOTES = re.compile(r"[«\"](?:(?<=«)([А-ЯЁA-Z0-9][^«»]{1,40})»|(?<=\")(?<!\w.)([А-ЯЁA-Z0-9][^\"«»]{1,40})\"(?!\w))")
INSIDE = re.compile(r"^ [«\"„](.{2,60})[»\"“]$")
LATIN_NAME = re.compile(r"[A-Z](?<![\w./@:-].)[\w&-]{1,20}(?:\.[a-z]{2,3})?(?: [A-Z][\w&-]{1,20}){0,2}(?![\w@])")
SITE = re.compile(
    r"[A-ZА-ЯЁ](?<![\w./@:-].)(?:(?<=[A-Z])[\w-]{1,20}\.(?:ru|com|net|org|info|ua|de)|"
    r"(?<=[А-ЯЁ])[а-яё]{2,20}\.(?:ру|ком))(?!\w)"
)
ACRONYM = re.compile(r"[А-ЯЁ](?<![\w.«\"-].)[А-ЯЁ]{2,5}(?:[ауе]|ом)?(?![\w-]|\.\w)")
CAPITALISED = re.compile(r"[А-ЯЁ](?<![\w«\"-].)[а-яё]{3,20}(?: [А-ЯЁ][а-яё]{2,20})?(?![\w-])")
PAPER = re.compile(
    r"(?<!\w)(?:Вести|Вестник|Правд[аеуы]|Извести[яйю]|[Гг]азет[аеуы]|[Вв]едомост|[Нн]овост|[Кк]урьер|[Тт]аймс|[Пп]ост(?!\w)|[Тт]рибун|Монд|"
    r"Фигаро|[Гг]еральд|[Тт]елеграф|Гардиан|Юманите|[Жж]урнал|Коммерсант|Юнг[ае]|Цайтунг|[Вв]ести(?!\w))"
)
"""Words that only the title of a paper has."""
FOLLOWS = re.compile(r",? ([а-яё]{3,20})")
PRECEDES = re.compile(r"(?<![\w-])([А-ЯЁ]?[а-яё-]{3,25}),? [«\"]?$")
CAPITALS = re.compile(r"[А-ЯЁ]{2,}\W{0,3}$")
NEXT_CAPITALS = re.compile(r"\W{1,3}[А-ЯЁ]{2,}(?!\w)")
SMALL = re.compile(r"[а-яё],? [«\"(]?$")
NEXT_SMALL = re.compile(r"[»\")]?,? [а-яё]")
LONGEST = 4
MOST_VOWELS = 5
"""A longer word of capitals, half of it vowels, is rather a word."""


def called(text: str, named: Sequence[Named]) -> Iterator[tuple[int, int, str, Cert]]:
    """Yield the names by which organisations are called as (start, end, nominative, certainty); `named` have heads.

    >>> from teilegram.names.cyrillic.organisations import russian_organisations
    >>> s = "Фирма «Северный ветер» и представитель Volvo ждут; о «Северном ветре» пишет Звезда.ру, а не Paris."
    >>> [s[a:b] for a, b, *_ in called(s, list(russian_organisations(s, [])))]
    ['Volvo', '«Северном ветре»', 'Звезда.ру']
    """
    if not is_russian(text):
        return
    taken = deque(sorted((n.start, n.end) for n in named))
    known = licensed(text, named)
    known |= {stems(name): name for _, _, name, _ in quoted(text, known)}
    found = [*quoted(text, known), *latin(text, known), *unquoted(text, known), *acronyms(text), *compounds(text)]
    done = 0
    for start, end, name, cert in sorted(found):
        while taken and taken[0][1] <= start:
            taken.popleft()
        if start >= done and not (taken and taken[0][0] < end):
            done = end
            yield start, end, name, cert


def licensed(text: str, named: Sequence[Named]) -> dict[tuple[str, ...], str]:
    """Give by its stems every name that stands behind a head."""
    found: dict[tuple[str, ...], str] = {}
    for one in named:
        if one.right.quoted:
            behind = text[one.at[1] : one.end]
            m = INSIDE.match(behind)
            found.setdefault(stems(m[1] if m else behind), m[1] if m else behind.strip())
    return found


def stems(name: str) -> tuple[str, ...]:
    """Give what the case forms of a name have in common.

    >>> stems("Северного ветра") == stems("Северный ветер"), stems("News Corp")
    (True, ('news', 'corp'))
    """
    return tuple(stem(word) for word in re.findall(r"\w+", name))


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Give what the case forms of a word have in common; a vowel that drops out is dropped."""
    found = key(plain(word).capitalize()).rstrip("ь")
    return re.sub(r"[еоё]([^аеиоуыэюя])$", r"\1", found)


def quoted(text: str, known: dict[tuple[str, ...], str]) -> Iterator[tuple[int, int, str, Cert]]:
    """Yield names in quotation marks that a head has elsewhere, or that something beside them shows."""
    for m in each(QUOTES, text):
        name = m[1] or m[2]
        same = known.get(stems(name))
        if same:
            yield m.start(), m.end(), same, "medium"
        elif len(name.split()) <= LONGEST and (PAPER.search(name) or shown(text, m.start(), m.end())):
            yield m.start(), m.end(), name, "low"


def latin(text: str, known: dict[tuple[str, ...], str]) -> Iterator[tuple[int, int, str, Cert]]:
    """Yield names in Latin letters that a head has elsewhere, or that something beside them shows."""
    for m in each(SITE, text):
        if shown(text, m.start(), m.end()):
            yield m.start(), m.end(), m[0], "medium"
    begin = {name[0] for name in known if name}
    there = places(text, lambda word: word.isascii() and stem(word) in begin) if begin else []
    behind = (LATIN_NAME.match(text, at) for at in there)
    for m in {m.start(): m for m in (*each(LATIN_NAME, text), *behind) if m}.values():
        name = m[0]
        same = known.get(stems(name)) or known.get(stems(name.split(" ")[0]))
        if same:
            yield m.start(), m.end(), same, "medium"
        elif shown(text, m.start(), m.end()):
            yield m.start(), m.end(), name, "low"


def unquoted(text: str, known: dict[tuple[str, ...], str]) -> Iterator[tuple[int, int, str, Cert]]:
    """Yield the names that a head has in quotation marks elsewhere, and here stand without: `Северного ветра`.

    At the head of a sentence, where any word has a capital, one word is none.
    """
    begin = {name[0] for name in known if name}
    for m in each(CAPITALISED, text) if begin else ():
        pair, first = m[0], m[0].split(" ")[0]
        if stem(first) not in begin:
            continue
        for name in (pair, first) if pair != first else (first,):
            same = known.get(stems(name))
            if same and (" " in same or not opens(text, m.start())):
                yield m.start(), m.start() + len(name), same, "low"
                break


def shown(text: str, start: int, end: int) -> bool:
    """Tell whether a noun that governs organisations stands before a name, or what they do on either side of it."""
    before = PRECEDES.search(text, max(0, start - 30), start)
    word = plain(before[1].lower()) if before else ""
    if word and (governs().match(word) or says().match(word)):
        return True
    after = FOLLOWS.match(text, end)
    return bool(after and says().match(after[1]))


@cache
def governs() -> re.Pattern[str]:
    """Compile the beginnings of the nouns that govern an organisation."""
    return re.compile("|".join(sorted(words("governs"), key=len, reverse=True)))


@cache
def says() -> re.Pattern[str]:
    """Compile the beginnings of the verbs of which an organisation is the subject."""
    return re.compile(f"(?:{'|'.join(words('says'))})[а-яё]{{0,5}}$")


def acronyms(text: str) -> Iterator[tuple[int, int, str, Cert]]:
    """Yield words of capitals among words that are not: `в НИИВК`, `директор ГАБТа`; not `США`, nor a heading.

    >>> s = "сказал директор НИИВК в США; НЕМЕДЛЕННО СООБЩИТЬ ВСЕМ; ждут ответа ОБС"
    >>> [s[a:b] for a, b, *_ in acronyms(s)]
    ['НИИВК', 'ОБС']
    """
    for m in each(ACRONYM, text):
        name = m[0] if m[0].isupper() else m[0].rstrip("аеуом")
        if len(name) < 3 or plain(name) in words("never"):  # noqa: PLR2004
            continue
        if not SMALL.search(text, max(0, m.start() - 30), m.start()) and not NEXT_SMALL.match(text, m.end()):
            continue
        if CAPITALS.search(text, max(0, m.start() - 12), m.start()) or NEXT_CAPITALS.match(text, m.end()):
            continue
        if len(m[0]) >= SHOUTED_LEAST and shouts(text):
            continue
        if len(name) > MOST_VOWELS and 2 * sum(c in "АЕИОУЫЭЮЯЁ" for c in name) > len(name):
            continue
        yield m.start(), m.end(), name, "low"


@cache
def compound() -> re.Pattern[str]:
    """Compile the names that are made of the beginnings of words, in every case; their first letter stands first."""
    first, last = (sorted(parts(kind), key=len, reverse=True) for kind in ("first", "last"))
    letters = "".join(dict.fromkeys(piece[0] for piece in first))
    begin = "|".join(rf"(?<={piece[0]}){piece[1:]}" for piece in first)
    ends = rf"(?:{'|'.join(last)})(?:а|у|ом|е|ы|и|ой|ей|ю)?(?![\w-])"
    return re.compile(rf"[{letters}](?<![\w-].)(?:{begin})(?:{'|'.join(first)})?{ends}")


def parts(kind: str) -> list[str]:
    """Give the first or the last pieces of such names; the vowel of an ending is left to the case."""
    row = next(row for row in table("russian_compounds") if row["kind"] == kind)
    return [
        re.sub("[аья]$", "", piece) + ("(?:а|ы|е|у|ой|и|ь|ю|ия|ии|ию)?" if piece[-1] in "аья" else "")
        for piece in row["pieces"].split("|")
    ]


def compounds(text: str) -> Iterator[tuple[int, int, str, Cert]]:
    """Yield the names that are made of the beginnings of words.

    >>> s = "депутат Ленсовета, Госкомприроды и Совэкспортфильма; Госпожа Лесова и совет"
    >>> [s[a:b] for a, b, *_ in compounds(s)]
    ['Ленсовета', 'Госкомприроды', 'Совэкспортфильма']
    """
    for m in each(compound(), text):
        yield *m.span(), re.sub("(?<=[^аеиоуыэюя])(?:а|у|ом|е)$", "", m[0]), "medium"
