"""Organisations: the grammar of names that nobody has listed, and acronyms that the text defines.

`Ministry of Foreign Trade of Hungary`, `the Cuban Foreign Ministry`, `Embassy in Moscow`, `Министерство внешней
торговли СССР`; behind a name, `(AVP RF)` says how it will be called, and every `AVP RF` of the document means it
(Guidelines, NDORG).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from teilegram.model import Entity, Name
from teilegram.names.cyrillic.called import called
from teilegram.names.cyrillic.organisations import normal, russian_organisations
from teilegram.names.firms import firms
from teilegram.names.heads import Head
from teilegram.names.lexicon import Candidate, Hit, function_words, is_word, not_alone
from teilegram.names.papers import papers
from teilegram.vocabulary import table

NO_NAME = r"(?!(?:AND|THE|OF|FOR|ON|IN|TO|AT|IS|BY|WITH|FROM|The|In|On|At|By)\b)"
CAP = rf"{NO_NAME}(?:U\.(?:[KNS]\.)+|[A-ZÀ-Þ](?:[\w-]{{1,30}}|(?<=[DLO])'[A-Z]\w{{1,30}})(?:'(?!s\b)\w{{0,9}})?)"
SMALL = r"(?:of|for|on|with|OF|FOR|ON|WITH)(?: (?:the|THE|our|its))?"
RIGHT = re.compile(
    rf" (?:of|for|on|OF|FOR|ON)(?: (?:the|THE|our|its))? (?:[A-Z]\w+(?:ish|ian|ese|al|ic|ary|ive) and (?={CAP} {CAP}))?"
    rf"{CAP}(?: {CAP}){{0,3}}"
    rf"(?:(?:,? (?:and|AND|&)) {CAP}(?= (?:of|for|OF|FOR|Affairs)|[.,;)]))?"
    rf"(?: {SMALL} {CAP}(?: {CAP}){{0,2}}){{0,2}}"
)
AFTER_HEAD = re.compile(rf" (?:in|to|at|of|IN|TO|OF) (?:(?:the|THE) )?({CAP}(?: {CAP}){{0,2}})")
LEFT = re.compile(r"(?<![\w.'-])([A-ZÀ-Þ][\w'.-]{1,30}) $")
ADJECTIVE = re.compile(
    r"\w+(?:ian|ish|ese|ean|ist|nal|ral|tal|ial|cal|ary|lic|tive|tic|eign|ical|ers'|ing)|(?:[A-Z]\.){2,}|[A-Z]{2,5}"
)
"""Endings of words that describe an institution; demonyms and other such words are a table."""
DEFINES = re.compile(
    r",? ?\((?:hereafter |далее |further )?[\"«]?([A-ZА-ЯЁ][A-ZА-ЯЁ&./-]{0,8}(?: ?[A-ZА-ЯЁ]{1,6}){0,2}\.?)[\"»]?\)"
)
LONGEST_ACRONYM = 5
CONNECTORS = frozenset(("OF", "FOR", "ON", "IN", "TO", "AT", "THE", "AND", "WITH", "&", "OUR", "ITS"))
INITIAL = re.compile(r" ?[A-Z]\.")
FEWEST = 2
MOST_LEFT = 4
MOST_NAMED = 3
ENGLISH = frozenset(
    ("org.of", "org.in", "org.before", "org.named", "org.headed", "org.mission", "org.whole", "org.state")
)
STATE_OF = re.compile(r" of (?:the )?")
HOLDER = re.compile(rf" of the ([A-Z]\w+)(?: [A-Z]\w+){{0,2}}(?: (?:of|for) (?:the )?{CAP}(?: {CAP})?)?")


@cache
def alternatives(kind: str) -> str:
    """Give the alternatives of the heads of one kind, the longest first."""
    words = next(row["words"] for row in table("organisation_heads") if row["kind"] == kind).split("|")
    return "|".join(sorted(words, key=len, reverse=True))


def organisations(text: str, found: Sequence[Hit], marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield the organisations that the form alone shows, and those that an acronym of the document means."""
    new = [*english_ones(text, found, marks), *russian_ones(text, found), *firms(text, marks), *papers(text, marks)]
    yield from new
    yield from defined(text, [h for h in (*found, *new) if h.candidates[0].entity.kind == "org"])


def english_ones(text: str, found: Sequence[Hit], marks: Sequence[Head]) -> Iterator[Hit]:
    """Yield `Ministry of X`, `X Ministry`, `X Embassy in Y`; a head without either is no name."""
    done = 0
    for m in marks:
        if m.start < done or not m.kinds & ENGLISH or in_place(found, m.start):
            continue
        start = named(text, m, over_place(text, leftward(text, m.start), found))
        if "org.mission" in m.kinds and not is_country(text, m.start, found):
            continue
        end = governed(text, m, found)
        if (
            start < m.start
            or "org.whole" in m.kinds
            or (end > m.end and ("org.before" not in m.kinds or "org.state" in m.kinds))
        ):
            done = end
            yield made(text, start, end, found)


def governed(text: str, m: Head, found: Sequence[Hit]) -> int:
    """Give where the name that a head begins ends: `Ministry of Trade`, `Office of the President`."""
    if text[m.start : m.end] == "Office" and (holder := HOLDER.match(text, m.end)) and holder[1] in offices():
        return holder.end()
    right = None
    if "org.state" in m.kinds and (state := STATE_OF.match(text, m.end)):
        i = bisect_left(found, state.end(), key=lambda h: h.start)
        if i < len(found) and found[i].start == state.end() and found[i].candidates[0].entity.kind == "place":
            return found[i].end
    if "org.of" in m.kinds:
        right = RIGHT.match(text, m.end)
    elif "org.in" in m.kinds:
        right = AFTER_HEAD.match(text, m.end)
    if right and not is_person_after(right[0]) and not INITIAL.match(text, right.end()):
        return whole(found, right.start() + len(trimmed(right[0])))
    return m.end


def named(text: str, m: Head, start: int) -> int:
    """Give where a name before a head begins, if it may have one: `the Warren Commission`, `Parkland Hospital`.

    >>> from teilegram.names.heads import heads
    >>> said = "saw the Warren Commission, Castro Commission, and Yesterday Parkland Hospital"
    >>> [said[named(said, m, m.start):m.end] for m in heads(said)]
    ['Warren Commission', 'Commission', 'Parkland Hospital']
    """
    if not m.kinds & {"org.named", "org.headed"}:
        return start
    at = start
    for _ in range(MOST_NAMED):
        one = LEFT.search(text, max(0, at - 40), at)
        if not one or not one[1][-1].isalnum() or one[1].casefold() in not_alone() or one[1] in function_words():
            break
        if "org.named" in m.kinds and one[1].casefold() in opening():
            break
        at = one.start()
    if "org.named" in m.kinds:
        return at
    return at if at < start and text[max(0, at - 4) : at].lower() == "the " else start


@cache
def opening() -> frozenset[str]:
    """Give the words, folded, with which sentences begin and names do not."""
    return frozenset(w for row in table("sentence_openers") for w in row["words"].split())


@cache
def offices() -> frozenset[str]:
    """Give the words with which titles begin, as they stand before a name."""
    return frozenset(row["title"].split(" ")[0] for row in table("titles") if row["lang"] == "en")


def over_place(text: str, at: int, found: Sequence[Hit]) -> int:
    """Give where the name of a place begins that stands directly before an offset: `United States Government`."""
    i = bisect_left(found, at, key=lambda h: h.start)
    if i and found[i - 1].end == at - 1 and found[i - 1].candidates[0].entity.kind == "place" and text[at - 1] == " ":
        return found[i - 1].start
    return at


def is_country(text: str, at: int, found: Sequence[Hit]) -> bool:
    """Tell whether a demonym or a country stands directly before an offset: `the Soviet embassy`."""
    i = bisect_left(found, at, key=lambda h: h.start)
    if i and found[i - 1].end == at - 1 and found[i - 1].candidates[0].entity.kind == "place":
        return True
    word = LEFT.search(text, max(0, at - 40), at)
    return word is not None and word[1] in before_names()


def in_word(text: str, at: int) -> bool:
    """Tell whether what begins at an offset is the end of a word; asked behind the search, which is faster without."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "-")


def in_place(found: Sequence[Hit], at: int) -> bool:
    """Tell whether an offset is within the name of a place: the `Union` of `Soviet Union`."""
    i = bisect_left(found, at + 1, key=lambda h: h.start)
    return i > 0 and found[i - 1].end > at and found[i - 1].candidates[0].entity.kind == "place"


@cache
def no_part() -> frozenset[str]:
    """Give the words, folded, that an institution is not named after: titles, months; but `Ministry of State Farms`."""
    return not_alone() - {"state"}


def trimmed(words: str) -> str:
    """Cut what governs a name behind an acronym and before a title, where another name begins.

    >>> trimmed(" of Ministers of the USSR Moscow"), trimmed(" of Inquiry for President Halvorsen")
    (' of Ministers of the USSR', ' of Inquiry')
    """
    kept: list[str] = []
    closed = False
    for word in words.split(" "):
        name = word[:1].isupper() and word.upper() not in CONNECTORS
        if name and (closed or (word.casefold() in no_part() and not is_demonym(word))):
            break
        closed = name and word.isupper() and len(word) <= LONGEST_ACRONYM and not words.isupper()
        kept.append(word)
    while kept and (kept[-1].upper() in CONNECTORS or not kept[-1][:1].isupper()) and len(kept) > 1:
        kept.pop()
    return " ".join(kept)


def whole(found: Sequence[Hit], end: int) -> int:
    """Give the end of the known name that reaches over an offset: `Embassy of the Union` goes on."""
    at = bisect_left(found, end, key=lambda h: h.start)
    return max(end, found[at - 1].end) if at else end


def is_person_after(words: str) -> bool:
    """Tell whether what is behind `of` is a person, an office or a month: `Office of President`, `Union of October`."""
    first = [w for w in words.split() if w[0].isupper() and w not in CONNECTORS and not is_demonym(w)]
    return not first or first[0].casefold() in no_part()


def leftward(text: str, at: int) -> int:
    """Give where the words before a head begin that belong to it: `the Cuban Foreign Ministry`.

    >>> said = "Then Castro told the Cuban Foreign Ministry"
    >>> said[leftward(said, said.index("Ministry")):]
    'Cuban Foreign Ministry'
    """
    for _ in range(MOST_LEFT):
        m = LEFT.search(text, max(0, at - 40), at)
        if not m or not describes(m[1]):
            break
        at = m.start()
    return at


def describes(word: str) -> bool:
    """Tell whether a capitalised word describes an institution: `Foreign`, `Cuban`, `National`, but not `Castro`."""
    shape = word.capitalize() if word.isupper() and len(word) > LONGEST_ACRONYM else word
    return word.capitalize() not in function_words() and (shape in before_names() or bool(ADJECTIVE.fullmatch(shape)))


def is_demonym(word: str) -> bool:
    """Tell whether a word says of which people something is: `Refugees` may be `Polish`, and `Polish` is no person."""
    return word in before_names() and word.endswith(("ian", "ish", "ese", "ean"))


@cache
def before_names() -> frozenset[str]:
    """Give the capitalised words that stand before a name and are none themselves: demonyms, parties, branches."""
    rows = (
        *table("before_names"),
        *({"word": w} for row in table("organisation_heads") if row["kind"] == "left" for w in row["words"].split("|")),
    )
    return frozenset(row["word"] for row in rows)


def russian_ones(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield `Министерство внешней торговли СССР`, `фирма «Заря»`, and what is called by such a name elsewhere."""
    named = list(russian_organisations(text, found))
    for one in named:
        yield made(text, one.start, one.end, found, normal(text, one))
    for start, end, name, cert in called(text, named):
        yield made(text, start, end, found, name)._replace(
            rule="names.org.called", cert=cert, rank=2 if cert == "medium" else 3
        )


def made(text: str, start: int, end: int, found: Sequence[Hit], normal: str = "") -> Hit:
    """Make an organisation of the document's own, with the places in its name; `normal` is its nominative."""
    name = Name(normal or " ".join(text[start:end].split()))
    at = bisect_left(found, start, key=lambda h: h.start)
    inside = []
    while at < len(found) and found[at].end <= end:
        if found[at].candidates[0].entity.kind == "place" and found[at].end - found[at].start < end - start:
            inside.append(found[at])
        at += 1
    entity = Entity(name.text.casefold(), "org", "", (name,))
    return Hit(start, end, (Candidate(entity, name, short=True),), "names.org.grammar", "medium", 2, tuple(inside))


def defined(text: str, named: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the acronyms that stand in parentheses behind an organisation, and each again where it stands alone.

    >>> from teilegram.names.heads import heads
    >>> said = "the Ministry of State Farms (MSF) wrote; MSF reports"
    >>> [said[h.start:h.end] for h in organisations(said, [], heads(said))]
    ['Ministry of State Farms', 'MSF', 'MSF']
    """
    known: dict[str, Hit] = {}
    for hit in named:
        m = DEFINES.match(text, hit.end)
        if m and len(re.sub(r"\W", "", m[1])) >= FEWEST:
            known.setdefault(m[1], hit)
    if not known:
        return
    wanted = "|".join(re.escape(one) for one in sorted(known, key=len, reverse=True))
    for m in re.finditer(wanted, text):
        if is_word(text, *m.span()):
            hit = known[m[0]]
            yield Hit(*m.span(), hit.candidates, "names.org.defined", hit.cert, hit.rank)
