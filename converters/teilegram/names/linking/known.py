"""What a document shows before the first link: who is named in full, with which office, and beside whom."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from teilegram.model import Authority, Entity
from teilegram.names.linking.times import Period
from teilegram.names.persons import Mention
from teilegram.names.variants.forenames import sex_of

NOBODY, SOMEBODY, EARLIER = "", "somebody", "earlier"
"""Whether a stranger of a surname is named in full: not at all, later or as a woman, or before anybody else of it."""
SENTENCE = re.compile(r"[.!?;]\s+[^\W\d_a-zа-яё]|\n")
LABEL = re.compile(r"(?:^|[\n.!?)\]]\s{0,3})$")
REACH = 200
"""How far apart two persons of one sentence may stand, in characters."""
OFFICES = frozenset(
    [
        "president",
        "premier",
        "minister",
        "chancellor",
        "chairman",
        "secretary",
        "ambassador",
        "senator",
        "governor",
        "general",
        "consul",
        "king",
        "prince",
        "marshal",
        "admiral",
        "delegate",
        "congressman",
        "mayor",
        "envoy",
    ]
)
"""Last words of the titles that one person of a surname has; not those by which anybody is addressed."""


@dataclass
class Known:
    """What one document shows.

    `named` counts the mentions with more than a surname that mean one person, `forenamed` those with a forename;
    `full` lists where such a one stands, under which surname and office; `latest` grows while mentions are decided;
    `holders` gives the person of an office and a surname; `starts` are the offsets of all persons,
    `when` is the document's time.
    """

    named: Counter[str]
    forenamed: Counter[str]
    full: dict[str, list[tuple[int, str, str]]]
    alone: dict[str, list[tuple[int, bool]]]
    first: dict[str, int]
    holders: dict[tuple[str, str], str]
    latest: Counter[str] = field(default_factory=Counter)
    starts: list[int] = field(default_factory=list)
    authority: Authority = field(default_factory=Authority)
    when: Period = ("", "")

    def office(self, m: Mention, text: str) -> str:
        """Give the title at a mention, folded, where it is an office and no form of address."""
        said = " ".join(text[a:b] for a, b, element in m.parts if element == "roleName").casefold()
        return said if said and said.split(" ")[-1] in OFFICES else ""

    def strangers(self, m: Mention, text: str) -> str:
        """Tell whether a stranger has the surname of a mention."""
        others = self.alone.get(surname(m, text), ())
        if not others:
            return NOBODY
        at, woman = others[0]
        before = at < m.start and self.first.get(surname(m, text), m.start) > at
        return EARLIER if before and not woman else SOMEBODY

    def beside(self, m: Mention, text: str, office: str) -> set[str]:
        """Give whom the sentence, or a speaker's label elsewhere, shows to be somebody else than a mention."""
        around = self.full.get(surname(m, text), ())
        if is_label(m, text):
            return {ref for _, ref, how in around if how == "label"}
        if not office:
            return set()
        return {
            ref
            for at, ref, how in around
            if how != office
            and abs(at - m.start) < REACH
            and not SENTENCE.search(text, min(at, m.start), max(at, m.start) + 1)
        }


def gathered(mentions: Iterable[Mention], text: str) -> Known:
    """Gather what the mentions of a document show."""
    known = Known(Counter(), Counter(), defaultdict(list), defaultdict(list), {}, {})
    for m in mentions:
        known.starts.append(m.start)
        who = distinct(m)
        word = surname(m, text)
        if who:
            known.first.setdefault(word, m.start)
        if not m.parts:
            continue
        if len(who) == 1:
            known.named[who[0].ref] += 1
            if m.given:
                office = "label" if is_label(m, text) else known.office(m, text)
                known.forenamed[who[0].ref] += 1
                known.full[word].append((m.start, who[0].ref, office))
                if office:
                    known.holders.setdefault((office, word), who[0].ref)
        elif not who and m.given and any(element == "surname" for _, _, element in m.parts):
            known.alone[word].append((m.start, is_woman(m, text)))
    return known


def surname(m: Mention, text: str) -> str:
    """Give the surname of a mention, folded."""
    return next((text[a:b] for a, b, element in m.parts if element == "surname"), text[m.start : m.end]).casefold()


def is_label(m: Mention, text: str) -> bool:
    """Tell whether a mention names the speaker of what follows (`R. Kennedy: I will call`)."""
    return text[m.end : m.end + 1] == ":" and bool(LABEL.search(text, max(0, m.start - 5), m.start))


def is_woman(m: Mention, text: str) -> bool:
    """Tell whether a forename is a woman's."""
    return any(sex_of(text[a:b]) == "F" for a, b, element in m.parts if element == "forename")


def distinct(m: Mention) -> list[Entity]:
    """List the different entities among a mention's candidates."""
    return list({c.entity.ref: c.entity for c in m.candidates}.values())
