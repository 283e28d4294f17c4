"""Things and words that look like persons: `the destroyer Maddox`, `Fort Jackson`, `Frank talk`, `Der Koch`.

A name of the authority that is a word of the language too (`data/word_names.tsv`) is a person only where the document
shows it: by a forename or a title somewhere, or by a speaker's colon.  Guidelines, NDPER.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from teilegram.folding import folded
from teilegram.names.cyrillic.settings import in_thing
from teilegram.names.grammar.titles import last_word
from teilegram.names.lexicon import function_words
from teilegram.names.persons import Mention, is_bare
from teilegram.names.variants.forenames import word_names

BACK = 24
"""How far before a name the word for a thing is looked for, in characters."""
SHIP = re.compile(
    r"(?<!\w)(?:U\.? ?S\.? ?S\.?|H\.? ?M\.? ?S\.?|R\.?M\.?S\.?|S\. ?S\.|M/?V|(?:[Dd]estroyer|[Cc]ruiser|[Ff]rigate|"
    r"[Bb]attleship|[Cc]arrier|[Ii]cebreaker|[Ss]teamer|[Ss]teamship|[Ss]ubmarine|[Ss]hip|[Vv]essel|[Ff]reighter|"
    r"[Tt]anker|Zerstörer|Kreuzer|Dampfer|Schiff|croiseur|navire|paquebot)),? ['\"]?$"
)
BOARDED = re.compile(
    r"(?:aboard|on board|per|via|liner|yacht"
    r"|(?:sail|cross|embark|travel|arriv|return|pass|came|come|went|goes|go|left)[a-z]* (?:over )?(?:on|in|by|with))"
    r" [Tt]he $"
)
SAILS = re.compile(
    r" (?:has |had |was |is |will |would |to )?(?:be |been )?"
    r"(?:sail|dock|steam|anchor|berth|moor|launched|sank|sunk|put to sea|weighed)"
)
"""What is done with a ship, and what a ship does: `aboard the Queen Mary`, `the Prince Rupert sailed`."""
SPOT = r"(?<!\w)(?:Fort|Camp|Cape|Mount|Mt\.|Lake|Port|Point|Order of|Battle of|[Rr]ue|[Bb]oulevard|[Aa]venue) $"
THING = re.compile(rf"{SHIP.pattern}|{SPOT}")
ENDS = frozenset(
    [
        "uss",
        "s",
        "hms",
        "rms",
        "ss",
        "mv",
        "m/v",
        "destroyer",
        "cruiser",
        "frigate",
        "battleship",
        "carrier",
        "icebreaker",
        "steamer",
        "steamship",
        "submarine",
        "ship",
        "vessel",
        "freighter",
        "tanker",
        "zerstörer",
        "kreuzer",
        "dampfer",
        "schiff",
        "croiseur",
        "navire",
        "paquebot",
        "fort",
        "camp",
        "cape",
        "mount",
        "mt",
        "lake",
        "port",
        "point",
        "of",
        "rue",
        "boulevard",
        "avenue",
    ]
)
"""The last words of these, folded and without points: they say cheaply that none stands before a name."""
CROWNED = frozenset(
    [
        "king",
        "queen",
        "prince",
        "princess",
        "duke",
        "duchess",
        "emperor",
        "empress",
        "lord",
        "lady",
        "earl",
        "admiral",
        "general",
    ]
)
FIRM = re.compile(r",? (?:&|Inc|Ltd|GmbH|Corp|Bros)(?!\w)")
NOUN = re.compile(r" ([A-ZÀ-Þ][a-zß-ÿ]+)(?![\w.])")
"""A capitalised word behind a surname, with which it is another name or a thing: `Johnson Smith`, `Koch Works`."""
ARTICLE = re.compile(
    r"(?<!\w)(?:the|an?|this|that|th[eo]se|every|no|my|your|his|her|its|our|their|de[rmsn]|die|das|k?eine?[rmsn]?|"
    r"le|la|les|une?|du|au) $",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?:^|[\n.!?)\]]\s{0,3})$")


def persons_only(text: str, found: Iterable[Mention], sure: Iterable[Mention] = ()) -> Iterator[Mention]:
    """Yield the mentions that are persons; `sure` are those that were found before and show whose a word is.

    >>> from teilegram.offsets import reading
    >>> s = "the destroyer Maddox"
    >>> list(persons_only(s, [Mention(14, 20, (), (), ())]))
    []
    """
    everyone = list(found)
    things = sorted((m.start, m.end) for m in everyone if is_thing(text, m))
    people = [m for m in everyone if not within(m, things)]
    shown = {surname(text, m) for m in (*people, *sure) if m.parts}
    ships = {text[a:b].rpartition(" ")[2].casefold() for a, b in things if SHIP.search(text, max(0, a - BACK), a)}
    for m in people:
        if not is_bare(m) or is_person(text, m, shown, ships):
            yield m


def within(m: Mention, things: list[tuple[int, int]]) -> bool:
    """Tell whether a mention touches one of the things, which are in order."""
    at = bisect_left(things, (m.end, 0))
    return at > 0 and things[at - 1][1] > m.start


def surname(text: str, m: Mention) -> str:
    """Give the surname of a mention, folded; of one without parts all of it."""
    return next((text[a:b] for a, b, element in m.parts if element == "surname"), text[m.start : m.end]).casefold()


def is_thing(text: str, m: Mention) -> bool:
    """Tell whether a name is that of a ship, a place, a firm or a street because of what stands around it."""
    last = next((a for a, _, element in m.parts if element == "surname"), m.start)
    for at in {m.start, last}:
        if word_before(text, at) in ENDS and THING.search(text, max(0, at - BACK), at):
            return True
    if FIRM.match(text, m.end) or is_crowned_ship(text, m):
        return True
    return bool(not m.parts and m.candidates and text[m.start] > "Ѐ" and in_thing(text, m.start, m.end))


def is_crowned_ship(text: str, m: Mention) -> bool:
    """Tell whether a title of nobility with its name is a ship's: `aboard the Queen Mary`, `the Duke of Tarn sailed`.

    >>> said = "We came on the Queen Mary, and the Queen Mary smiled"
    >>> made = [Mention(a, a + 10, (), ((a, a + 5, "roleName"),), ()) for a in (15, 35)]
    >>> [is_crowned_ship(said, m) for m in made]
    [True, False]
    """
    if not m.parts or m.parts[0][2] != "roleName" or text[m.start - 4 : m.start].casefold() != "the ":
        return False
    said = text[m.start : m.parts[0][1]].split(" ", maxsplit=1)[0].casefold()
    if said not in CROWNED:
        return False
    return bool(BOARDED.search(text, max(0, m.start - 2 * BACK), m.start) or SAILS.match(text, m.end))


def word_before(text: str, at: int) -> str:
    """Give the word before an offset and before an opening quotation mark, folded and without points.

    >>> word_before("the destroyer 'Maddox'", 15), word_before("U.S.S. Maddox", 7)
    ('destroyer', 'uss')
    """
    end = at - 1 if at and text[at - 1] in "'\"" else at
    return last_word(text, end).replace(".", "").rstrip(",").casefold()


def is_ship(text: str, at: int) -> bool:
    """Tell whether a ship's name begins at an offset.

    >>> is_ship("the frigate Philadelphia", 12), is_ship("in Philadelphia", 3)
    (True, False)
    """
    return word_before(text, at) in ENDS and bool(SHIP.search(text, max(0, at - BACK), at))


def is_person(text: str, m: Mention, shown: set[str], ships: set[str]) -> bool:
    """Tell whether a bare surname is a person's here."""
    word = text[m.start : m.end].casefold()
    noun = NOUN.match(text, m.end)
    if word in ships - shown:
        return False
    if noun and noun[1] not in function_words() and not text[m.start : m.end].isupper() and (m.how or forenamed(m)):
        return False
    if folded(word) not in word_names():
        return True
    if text[m.end : m.end + 1] == ":" and LABEL.search(text, max(0, m.start - 5), m.start):
        return True
    return word in shown and not ARTICLE.search(text, max(0, m.start - BACK - 8), m.start)


def forenamed(m: Mention) -> bool:
    """Tell whether the authority gives a forename to whoever may be meant, so that the surname comes last."""
    return any(n.part("forename") for c in m.candidates for n in c.entity.names)
