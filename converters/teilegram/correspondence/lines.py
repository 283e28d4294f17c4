"""Sender and addressee in lines of their own, in formulas, in salutation and signature.

`FROM: Moscow`, `TO: SecState`; `Embassy Moscow to Department of State`; `TO CC CPSU`; `The Ministry … presents its
compliments to the Embassy …`; `Dear Mr. Chairman,`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.correspondence.parties import fact, parties, sort_of
from teilegram.model import SPACE, Annotation, Document

MULTILINE = re.MULTILINE
FIELDS = (
    (
        "sender",
        re.compile(r"^\W{0,4}(?:FROM|From|ОТ|От|VON|Von|DE|De): *(?P<who>\S[^\n]*?)(?=\s+(?:TO|To): |\s*$)", MULTILINE),
    ),
    (
        "addressee",
        re.compile(
            r"(?:^\W{0,4}|(?<=\s))(?:(?:TO|To|КОМУ|Кому|AN|An|À|Address|Addressee|Адресат):|Addressed to) *"
            r"(?P<who>\S[^\n]*?)\s*$",
            MULTILINE,
        ),
    ),
)
LINE_TO = re.compile(r"^(?P<sender>[A-Z][\w.' ]{2,60}?) to (?:the )?(?P<addressee>[A-Z][\w.' ]{2,60}?)\W*$", MULTILINE)
ADDRESS = re.compile(
    r"^\W{0,3}(?:(?:TO|To|В|Товарищу|ТОВАРИЩУ|Тов\.|An|AN)\s+(?:the |THE |das |den |die )?)"
    r"(?P<who>\S[^\n:]{1,90}?(?:\n[ \t]*(?:of |the )[^\n]{1,60})?"
    r"(?:\n[ \t]*(?:Comrade|Mr\.|Тов\.|тов\.|товарищу)[^\n]{1,50})?)\s*$",
    MULTILINE,
)
COMPLIMENTS = re.compile(
    r"(?:^|(?<=\s))(?P<sender>(?:The |Das |Die |L['’])?[A-ZА-ЯЁ][^.;]{3,160}?)\s+"
    r"(?:present(?:s|ing)? (?:its|his|her|their) compliments to|"
    r"свидетельству(?:ет|ют) (?:свое|своё) уважение|présente ses compliments (?:à|au))\s+(?:the )?"
    r"(?P<addressee>[^.;,]{3,160}?)"
    r"(?=,|;|\.(?:\s|$)| and (?:has|have|wishes|refers|takes)\b| и (?:имеет|просит|по поручению)| et a l)",
)
HEADLINE = re.compile(
    r"^\W{0,4}(?:(?:No\. ?)?\d{1,4}\.\s+)?"
    r"(?P<sender>(?:Sir|Mr\.|Mrs\.|Dr\.|M\.|Lord|Viscount|Marquess|Marquis|Earl|Count|Baron|Prince|"
    r"The (?:Acting |Under |Assistant )?(?:Ambassador|Minister|Chargé|Consul|Secretary|Earl|Marquess|Marquis|Governor))"
    r"(?![\w])[^\n;:]{0,80}?) to (?:the )?(?P<addressee>[A-ZÀ-Þ][^\n;:]{2,80}?)(?=\s*(?:\.?\s?[—–(\[]|\.?\s*$))",
    MULTILINE,
)
"""The headline of a despatch: `Sir R. Clive to Sir Austen Chamberlain.—(Received March 14.)`."""
ABROAD = re.compile(
    r"^\W{0,4}(?:(?:No\.? |Nr\.? |N° ?)?\d{1,4}\.?\s+)?(?:"
    r"(?P<fr>(?:M\.|Mme|S\. ?Exc\. M\.|Le (?:général|comte|baron|marquis)) [^\n;:,.]{2,50})(?:, [^\n;:]{2,90}?)?,? à "
    r"(?P<au>(?:MM?\.|Mme|S\. ?Exc\. M\.) [^\n;:,.]{2,50})(?:,[^\n;:]{2,90})?"
    r"|(?P<de>(?:Der |Die )?(?:Botschaft(?:er)?|Gesandt(?:er?|schaft)|Geschäftsträger|Generalkonsul|Botschaftsrat"
    r"|Legationsrat|Staatssekretär|Ministerialdir(?:ektor|igent)|(?:Bundes|Reichs)(?:kanzler|minister))"
    r" [^\n;:,.]{2,50})(?:, [^\n;:,.]{2,40})?,? an "
    r"(?P<an>(?:das |den |die )?[A-ZÄÖÜ][^\n;:,.]{2,60})(?:, [^\n;:,.]{2,40})?"
    r")\W{0,3}$",
    MULTILINE,
)
"""A headline in French or German: `M. Dejean, ambassadeur à Moscou, à M. Couve`, `Botschafter Kroll, Moskau, an …`."""
SMALL = frozenset({"of", "the", "in", "at", "and", "de", "von", "van", "for", "d’affaires", "d'affaires"})
"""Words in small letters that may stand in the name or the office of who sends; a verb makes a sentence."""
DEAR = re.compile(r"(?:My )?Dear (?P<who>(?:Mr\.|Mrs\.|Madam|Comrade) [^,:!\n]{2,40})", re.IGNORECASE)
WIDTH = 2000
"""Characters of the first paragraph in which a formula is looked for."""


def fields(document: Document) -> Iterator[Annotation]:
    """Yield what `From:` and `To:` say before the text, or a line that says both."""
    text = document.source.text
    for block in before(document):
        for kind, pattern in FIELDS:
            for said in pattern.finditer(text, block.start, block.end):
                yield from named(document, said, "who", kind, "correspondence.from-to")
        for said in LINE_TO.finditer(text, block.start, block.end):
            if sort_of(said["sender"]) and sort_of(said["addressee"]):
                yield from named(document, said, "sender", "sender", "correspondence.line")
                yield from named(document, said, "addressee", "addressee", "correspondence.line")


def headline(document: Document) -> Iterator[Annotation]:
    """Yield who writes to whom in the headline of a despatch."""
    text = document.source.text
    fronts = document.of("front")
    end = fronts[0].end if fronts else document.start
    for block in document.inside(document.start, end, "block")[:FIRST]:
        for said in HEADLINE.finditer(text, block.start, min(block.end, block.start + WIDTH)):
            small = {word.casefold() for word in said["sender"].split() if word[0].islower()}
            if small <= SMALL:
                for kind in ("sender", "addressee"):
                    yield from titled(document, said, kind, kind)
                return
        if abroad := ABROAD.search(text, block.start, min(block.end, block.start + WIDTH)):
            groups = ("fr", "au") if abroad["fr"] else ("de", "an")
            for kind, group in zip(("sender", "addressee"), groups, strict=True):
                yield from titled(document, abroad, kind, group)
            return


FIRST = 8
"""Blocks at the beginning of a document among which its headline stands."""


def titled(document: Document, said: re.Match[str], kind: str, group: str) -> Iterator[Annotation]:
    """Yield one side of a headline: a name, an office, or what follows a title."""
    rule = "correspondence.headline"
    found = list(parties(document, said.span(group), kind, rule, "high"))
    if not found:
        yield Annotation(*said.span(group), kind, rule, (("element", "persName"),), "medium")
    yield from found


def before(document: Document) -> list[Annotation]:
    """List the blocks before the text that are no headings, and the first of the text."""
    heads = {h.start for h in document.of("head")}
    front = [b for f in document.of("front") for b in document.inside(f.start, f.end, "block")]
    rest = [b for b in document.of("block") if not front or b.start >= front[-1].end][:1]
    return [b for b in [*front, *rest] if b.start not in heads and b.end - b.start <= WIDTH]


def named(document: Document, said: re.Match[str], group: str, kind: str, rule: str) -> Iterator[Annotation]:
    """Yield the parties of a field; what is neither name, office nor institution is a place or a cable address."""
    start, end = document.source.trimmed(*said.span(group))
    found = list(parties(document, (start, end), kind, rule, "high"))
    if not found and start < end:
        yield Annotation(start, end, kind, rule, (("element", "orgName"),), "medium")
    yield from found


def address(document: Document) -> Iterator[Annotation]:
    """Yield the addressees of lines before the text: `TO CC CPSU`, a line that is nothing but an institution."""
    text = document.source.text
    heads = {h.start for h in document.of("head")}
    for front in document.of("front"):
        for block in document.inside(front.start, front.end, "block"):
            if block.start in heads:
                continue
            found = list(ADDRESS.finditer(text, block.start, block.end))
            for said in found:
                yield from parties(document, said.span("who"), "addressee", "correspondence.address", "medium")
            line = text[block.start : block.end]
            alone = "\n" not in line and len(line.split()) <= SHORT and sort_of(line.strip(SPACE)) == "orgName"
            alone = alone and not ABOUT.fullmatch(line)
            if (
                not found
                and alone
                and not ABOUT.search(text, max(block.start - 40, 0), block.start)
                and not document.inside(block.start, block.end, "date", "time", "stamp", "idno")
            ):
                yield from parties(document, (block.start, block.end), "addressee", "correspondence.address", "medium")


ABOUT = re.compile(
    r"\b(?:SUBJECT|SUBJ|Subject|RE|Re|REFERENCE|ТЕМА|Тема|BETREFF|Betreff|OBJET|Objet|ASUNTO|Asunto)\W*$"
)
"""Over what a document is about, which is no address."""
SHORT = 5
"""Words of a line that is only an institution."""


def formula(document: Document) -> Iterator[Annotation]:
    """Yield who presents compliments to whom."""
    for block in before(document)[-2:]:
        said = COMPLIMENTS.search(document.source.text, block.start, min(block.end, block.start + WIDTH))
        if said:
            yield from named(document, said, "sender", "sender", "correspondence.formula")
            yield from named(document, said, "addressee", "addressee", "correspondence.formula")
            return


def signature(document: Document) -> Iterator[Annotation]:
    """Yield those who sign the last closer as senders."""
    closers = [c for c in document.of("closer") if document.inside(c.start, c.end, "signed")]
    for part in closers[-1:]:
        for signed in document.inside(part.start, part.end, "signed"):
            for name in document.inside(signed.start, signed.end, "persName", "orgName"):
                yield fact(name, "sender", "correspondence.signature", "medium")


def salutation(document: Document) -> Iterator[Annotation]:
    """Yield whom a salutation addresses: by name, or as `Mr. Chairman`; else the address at the letter's foot."""
    text = document.source.text
    for salute in document.of("salute"):
        people = document.inside(salute.start, salute.end, "persName", "orgName")
        dear = DEAR.search(text, salute.start, salute.end)
        if people:
            yield fact(people[0], "addressee", "correspondence.salutation", "high")
            return
        if dear:
            attributes = (("element", "rs"), ("type", "person"))
            yield Annotation(*dear.span("who"), "addressee", "correspondence.salutation", attributes, "medium")
            return
