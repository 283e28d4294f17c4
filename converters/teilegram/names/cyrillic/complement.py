"""What belongs to the name of a Russian organisation behind the word that says what it is.

Words in the genitive (`иностранных дел`), what `по` and `за` govern, a country, `при Совете Министров СССР`, a name in
quotation marks or Latin letters, `имени` with whose it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from teilegram.names.cyrillic.declension import plain
from teilegram.names.cyrillic.heads import Head, before_institutions, words
from teilegram.names.cyrillic.lexicon import forenames, others, roles
from teilegram.names.cyrillic.surnames import shape
from teilegram.names.lexicon import Hit

WORD = re.compile(r" ([А-ЯЁа-яё]{1,30}(?:-[А-ЯЁа-яё]{2,30}){0,2})(?![\w-])")
QUOTED = re.compile(r" (?:«([^«»]{2,60})»|\"([^\"«»]{2,60})\"|„([^„“\"]{2,60})[“\"])")
LATIN = re.compile(r" ([A-Z][\w&.-]{0,20}(?<!\.)(?: (?:of |and |& |de )?[A-Z][\w&.-]{0,20}(?<![.,])){0,3})")
GENITIVE = re.compile(
    r"(?:[а-яё-]+(?:ых|их|ого|его|ой|ей|ов|ев|ий|ы|и|а|я|ств)|дел|сил|наук|войск|прав|средств|школ|профсоюзов|республик|"
    r"стран|церквей|земель|книг|изобретений|проблем|форм|систем|программ|работ|услуг|машин|женщин|мужчин|реформ|звёзд|звезд|искусств|государств|хозяйств|обществ|училищ|учреждений)"
)
VERB = re.compile(r"[а-яё-]+(?:ла|ли|лась|лись|ая|ые|ие|ами|ями|ыми|ими)")
NOUNS_LI = frozenset(("торговли", "земли", "печали", "кабели", "модели", "недели", "стали", "роли", "области"))
SOME = re.compile(r"[а-яё-]+(?:у|ю|ам|ям|ии|ой|ей|ому|ему|ым|им|е|ах|ях|ость|ение|ание|ие|ию|ию|и|ое|ее)")
"""What `по` and `за` govern in the name of a committee."""
ABBREVIATION = re.compile(r"[А-ЯЁ]{2,6}")
UNDER = re.compile(
    r" (?:при (СМ СССР|СНК СССР|ЦК КПСС|Совете? Министров СССР|Президенте (?:РФ|СССР|США))|(?:АН СССР|РАН))(?!\w)"
)
HONOURED = re.compile(r" (?:имени|им\.) (?:[А-ЯЁ]\. ?){0,2}[А-ЯЁ][а-яё-]+(?: [А-ЯЁ][а-яё-]+)?(?!\w)")
NUMBER = re.compile(r" № ?\d{1,4}(?!\w)")
AND = " и "
BOLSHEVIKS = re.compile(r" ?\(б\)")
WHERE = re.compile(r" (?:в|во|на|при) ")
DESCRIBING = ("ой", "ей", "ого", "его", "ых", "их")
AGREEING = ("ым", "им", "ому", "ему", "ой", "ое", "ее", "ую")
"""Endings of adjectives in the genitive, and behind `по` and `за`."""
MISSIONS = frozenset(("посольство", "консульство", "генконсульство", "представительство", "миссия"))
CLOSING = frozenset(
    ("КПСС", "СССР", "РСФСР", "РФ", "США", "ГДР", "ФРГ", "КНР", "КНДР", "УССР", "БССР", "ООН", "ЦК", "ЕС")
)
MOST = 7


class Right(NamedTuple):
    """What is behind a head: where it ends, how many words it has, and whether a name closes it."""

    end: int
    words: int
    closed: bool
    quoted: bool = False


def rightward(text: str, end: int, head: Head, places: dict[int, Hit], *, own: bool) -> Right:
    """Read what belongs to a head behind it; the reading ends with a name, or with the last word in the genitive."""
    at = last = end
    count = 0
    capitals = text[end - 2 : end].isupper() and not head.word.isupper()
    for _ in range(MOST):
        honoured = HONOURED.match(text, at)
        quoted = honoured.end() if honoured else name_behind(text, at, head)
        if quoted and (count == 0 or head.kind != "firm"):
            return Right(quoted, count + 1, closed=True, quoted=True)
        place = places.get(at + 1) if text[at : at + 1] == " " else None
        if place and head.kind != "firm" and governed(text, place):
            also = places.get(place.end + len(AND)) if text.startswith(AND, place.end) else None
            stop = under(text, (also or place).end)
            return Right(where(text, stop, head, places, own=True) or stop, count + 1, closed=True)
        m = WORD.match(text, at)
        word = m[1] if m else ""
        if not m or (head.kind == "firm" and not capitals):
            break
        if ABBREVIATION.fullmatch(word) and not capitals and (word in CLOSING or plain(word) not in words("never")):
            return further(text, (BOLSHEVIKS.match(text, m.end()) or m).end(), count + 1, places)
        if word in ("и", "по", "за"):
            stop, more = joined(text, m.end(), word) if word == "и" or not count else (0, 0)
            if not stop:
                break
            at, count = stop, count + more
            last = at
            continue
        if not complements(word.lower() if capitals else word, own=own):
            break
        at = last = m.end()
        count += 1
        if word[0].isupper() and not capitals and not word.endswith(DESCRIBING):
            return further(text, at, count, places)
    located = where(text, last, head, places, own=own)
    return Right(located or last, count, closed=bool(located))


def joined(text: str, at: int, word: str) -> tuple[int, int]:
    """Give where the words end that `и`, `по` or `за` joins to a head, and how many they are; 0 where it joins none.

    >>> joined("Комитет по военным делам и торговле", 10, "по"), joined("Совет и сказал", 7, "и")
    ((35, 3), (0, 0))
    """
    shape, most, count = (GENITIVE, 1, 0) if word == "и" else (SOME, 3, 0)
    while count < most and (m := WORD.match(text, at)):
        low = m[1]
        if not low.islower() or len(low) < 3 or not shape.fullmatch(low) or plain(low) in words("after"):  # noqa: PLR2004
            break
        if word == "и" and VERB.fullmatch(low) and low not in NOUNS_LI:
            break
        at, count = m.end(), count + 1
        if word != "и" and not low.endswith(AGREEING):
            also = WORD.match(text, at + len(AND) - 1) if text.startswith(AND, at) else None
            return (also.end(), count + 1) if also and SOME.fullmatch(also[1]) else (at, count)
    return (at, count) if count else (0, 0)


def further(text: str, at: int, count: int, places: dict[int, Hit]) -> Right:
    """Go on behind an abbreviation or a capitalised word with whose it is: `ЦК КПСС`, `Совет Министров СССР`."""
    place = places.get(at + 1) if text[at : at + 1] == " " else None
    if place and governed(text, place):
        return Right(under(text, place.end), count + 1, closed=True)
    m = WORD.match(text, at)
    if m and ABBREVIATION.fullmatch(m[1]) and m[1] in CLOSING:
        return Right(m.end(), count + 1, closed=True)
    return Right(under(text, at), count, closed=True)


def name_behind(text: str, at: int, head: Head) -> int:
    """Give where a name in quotation marks or in Latin letters ends that a head has directly behind it, or 0."""
    number = NUMBER.match(text, at)
    if number:
        return number.end()
    m = QUOTED.match(text, at)
    if m:
        said = m[1] or m[2] or m[3]
        return m.end() if said[0].isupper() or said[0].isdigit() else 0
    if head.kind in ("firm", "body"):
        latin = LATIN.match(text, at)
        return latin.end() if latin else 0
    return 0


def governed(text: str, place: Hit) -> bool:
    """Tell whether the name of a place can be in the genitive: no `Москву` behind a `комитет`."""
    word = text[place.start : place.end].rsplit(" ", maxsplit=1)[-1]
    return word.isupper() or not word.lower().endswith(("у", "ю", "ом", "ем", "ой", "ою", "ию", "ией"))


def under(text: str, at: int) -> int:
    """Give where `при Совете Министров СССР` ends behind a name."""
    m = UNDER.match(text, at)
    return m.end() if m else at


def where(text: str, at: int, head: Head, places: dict[int, Hit], *, own: bool) -> int:
    """Give where the place ends in which an embassy is (`посольство СССР в Москве`), or 0."""
    stop = under(text, at)
    if stop > at:
        return stop
    m = WHERE.match(text, at) if own and head.word in MISSIONS else None
    place = places.get(m.end()) if m else None
    return place.end if place else 0


def complements(word: str, *, own: bool) -> bool:
    """Tell whether a word can stand in the genitive behind a head: no verb, no adverb, no person."""
    if len(word) < 3 or plain(word.lower()) in words("after"):  # noqa: PLR2004
        return False
    low = word.lower()
    if not GENITIVE.fullmatch(low) or (
        VERB.fullmatch(low) and low not in NOUNS_LI and not low.endswith(("сли", "вли"))
    ):
        return False
    if word.islower():
        return low not in roles()
    named = shape(word) and word not in before_institutions() and plain(word) not in others()
    return own and not named and plain(word) not in forenames() and word[1:].islower()
