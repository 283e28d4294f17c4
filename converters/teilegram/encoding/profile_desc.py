"""`profileDesc`: creation, correspondence, languages, kind of document, classification (Guidelines, HD4)."""

from __future__ import annotations

import re

from lxml import etree

from teilegram.encoding.builder import sub
from teilegram.encoding.words import named, plain
from teilegram.model import Annotation, Document
from teilegram.vocabulary import table

COPY = re.compile(r"[.,;]? +(?=(?:Copy|Copies|Ex\.|Экз|Копия|Ausfertigung)\b)")
"""Where a stamp goes on with the number of the copy: `Secret. Copy No. 1`."""
OTHERS = {"ru": "Russian", "ru-Latn": "Russian in Latin script", "und": "Undetermined"}


def language_name(lang: str) -> str:
    """Give the English name of a language, or its tag where there is none here.

    >>> language_name("de"), language_name("ru-Latn"), language_name("hy")
    ('German', 'Russian in Latin script', 'hy')
    """
    names = {row["lang"]: row["name"] for row in table("languages")} | OTHERS
    return names.get(lang, lang)


def profile_desc(made: etree._Element, document: Document) -> None:
    """Creation, correspondence, languages, kind of document and classification."""
    desc = sub(made, "profileDesc")
    written = creation(desc, document)
    if not correspondence(desc, document) and written is not None:
        for fact in document.of("sentFrom")[:1]:
            named(written, document, fact)
    calendars(desc, document)
    usage = sub(desc, "langUsage")
    langs = [d.get("xml:lang") for d in document.of("div")] + [f.get("xml:lang") for f in document.of("foreign")]
    for lang in dict.fromkeys(langs):
        sub(usage, "language", language_name(lang), ident=lang)
    took_part(desc, document)
    text_class = sub(desc, "textClass")
    genres = sorted(document.of("genre"), key=lambda g: g.cert == "low")
    for genre in genres:
        inferred(sub(text_class, "catRef", scheme="#genres", target=f"#genre.{genre.get('target')}"), genre)
    if not genres:
        sub(text_class, "catRef", scheme="#genres", target="#genre.unknown")
    stamps = [s for s in document.main.of("stamp") if s.get("type") in ("classification", "urgency")]
    if stamps:
        keywords = sub(text_class, "keywords")
        for stamp in stamps:
            sub(keywords, "term", COPY.split(plain(document, stamp))[0], type=stamp.get("type"))


def creation(desc: etree._Element, document: Document) -> etree._Element | None:
    """The date of the document, and how it is known."""
    dates = document.of("documentDate")
    if not dates:
        return None
    when = dates[0]
    made = sub(desc, "creation")
    inferred(sub(made, "date", plain(document, when) or None, **dict(when.attributes)), when)
    return made


def calendars(desc: etree._Element, document: Document) -> None:
    """Describe the calendars that dates of the text follow, where there are others than the Gregorian."""
    used = {date.get("calendar").lstrip("#") for date in document.of("date")} - {""}
    known = [row for row in table("calendars") if row["calendar"] in used]
    if known:
        described = sub(desc, "calendarDesc")
        for row in known:
            sub(sub(described, "calendar", xml_id=row["calendar"]), "p", row["description"])


def inferred(made: etree._Element, fact: Annotation) -> None:
    """Say of a fact of the header how sure it is, whose inference, and by which rule."""
    if fact.cert:
        made.set("cert", fact.cert)
        made.set("resp", "#teilegram")
        made.set("ana", f"#{fact.rule}")


def took_part(desc: etree._Element, document: Document) -> None:
    """Write who took part in a conversation or a meeting."""
    people = document.of("participant")
    kinds = {g.get("target") for g in document.of("genre") if g.cert != "low"}
    pointed = any(s.get("who").startswith("#participant") for s in document.of("said"))
    if not people or not (kinds & {"memcon", "minutes"} or pointed):
        return
    persons = sub(sub(desc, "particDesc"), "listPerson")
    for fact in people:
        named(sub(persons, "person", xml_id=fact.get("id")), document, fact)


SENT = frozenset({"telegram", "letter", "note", "noteVerbale", "memorandum"})
"""Kinds of document that somebody sends, even where nobody is named."""
UNSENT = frozenset({"memcon", "minutes", "resolution", "statement"})
"""Kinds of document that go from nobody to anybody, unless the page names an addressee."""


def correspondence(desc: etree._Element, document: Document) -> bool:
    """Write sender with place and date, and addressee; nothing, and False, for what is no correspondence."""
    senders, addressees = document.of("sender"), document.of("addressee")
    kind = next((g.get("target") for g in document.of("genre")), "")
    if (kind in UNSENT and not (senders and addressees)) or not (senders or addressees or kind in SENT):
        return False
    correspondents = sub(desc, "correspDesc")
    sent = party(correspondents, document, "sent", senders, "Sender not named in the transcript.")
    for fact in document.of("sentFrom")[:1]:
        named(sent, document, fact)
    for when in document.of("documentDate"):
        sub(sent, "date", **dict(when.attributes))
    party(correspondents, document, "received", addressees, "Addressee not named in the transcript.")
    return True


def party(
    parent: etree._Element, document: Document, sort: str, facts: list[Annotation], missing: str
) -> etree._Element:
    """Write one side of a correspondence, how sure it is and by which rule; say so where nobody is named."""
    made = sub(parent, "correspAction", type=sort)
    for fact in facts:
        named(made, document, fact)
    if facts:
        inferred(made, facts[0])
    else:
        sub(made, "note", missing)
    return made
