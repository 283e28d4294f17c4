"""Entities of Wikidata as JSON: `Special:EntityData/Q35314.json`, the answer of `wbgetentities`, a list, or one a line.

Labels and aliases of every language become names; P569 and P570 birth and death, P39 with P580 and P582 offices with
their terms, P214, P227, P244, P1566, P213 the numbers of other authorities.  What an office is called is said only
where its own entity stands in the file.  A date of the Julian calendar is kept as words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, cast

from teilegram.authority.idents import ident
from teilegram.authority.importers.plain import said, text_of
from teilegram.authority.when import is_iso
from teilegram.model import Entity, Finding, Name, Office, TeilegramError
from teilegram.vocabulary import table

Json = dict[str, Any]
FIRST = ("en", "ru", "de", "fr", "es")
"""Languages whose label is looked at first; of equal names the first language's is kept."""
NUMBERS = (("P214", "viaf"), ("P227", "gnd"), ("P244", "lc"), ("P1566", "geonames"), ("P213", "isni"))
SEX = {"Q6581097": "M", "Q6581072": "F"}
GREGORIAN = "Q1985727"
DIGITS = {"11": 10, "10": 7, "9": 4}
"""How much of a date each precision of Wikidata says: day, month, year."""
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


@cache
def classes() -> dict[str, tuple[str, str]]:
    """Give for each class what its members are here."""
    return {row["item"]: (row["kind"], row["sort"].strip("-")) for row in table("wikidata_classes")}


def mine(start: str) -> bool:
    """Tell whether a file is JSON with entities."""
    return start.lstrip("\ufeff \t\r\n")[:1] in ("{", "[") and bool(
        re.search(r'"(?:entities|labels|claims)"\s*:', start)
    )


def read(data: bytes, where: str) -> tuple[list[Entity], list[Finding]]:
    """Read the entities of a file; see `importers`."""
    items = {str(item.get("id")): item for item in every(text_of(data, where), where) if item.get("id")}
    findings: list[Finding] = []
    offices = {value for item in items.values() for value in values(item, "P39")}
    found = []
    for item in items.values():
        one = entity(item, items, Told(where, item["id"], findings, known=item["id"] in offices))
        if one:
            found.append(one)
    return found, findings


class Told:
    """Where findings about one entity go; JSON has no lines that anybody would look for, so its number is said."""

    def __init__(self, where: str, number: str, findings: list[Finding], *, known: bool) -> None:
        self.where, self.number, self.findings, self.known = where, number, findings, known

    def say(self, rule: str, message: str) -> None:
        """Add a finding."""
        self.findings.append(said(self.where, 1, rule, f"{self.number}: {message}"))


def every(text: str, where: str) -> Iterator[Json]:
    """Yield the entities of any of the shapes; raises TeilegramError for what is no JSON."""
    try:
        whole = [json.loads(text)]
    except (ValueError, RecursionError):
        whole = list(by_line(text, where))
    for one in whole:
        holder = one.get("entities", one) if isinstance(one, dict) else one
        members = (
            [holder]
            if isinstance(holder, dict) and "labels" in holder
            else list(holder.values() if isinstance(holder, dict) else holder if isinstance(holder, list) else ())
        )
        yield from (m for m in members if isinstance(m, dict) and isinstance(m.get("id"), str))


def by_line(text: str, where: str) -> Iterator[Any]:
    """Yield the values of a file with one entity in each line, as dumps have it."""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip().rstrip(",")
        if bare in ("", "[", "]"):
            continue
        try:
            yield json.loads(bare)
        except (ValueError, RecursionError) as error:
            raise TeilegramError(f"{where}:{number}: is not JSON ({error}); load the entity again") from None


def entity(item: Json, items: dict[str, Json], told: Told) -> Entity | None:
    """Make the entity of one item, unless it is neither person, place nor organisation."""
    kind, sort = kind_of(item)
    names = tuple(names_of(item))
    if not kind or not names:
        if not told.known:
            told.say("kind", "is no person, place or organisation that is known, or has no label; it is left out")
        return None
    notes: list[str] = []
    birth, death = (date(statement(item, p), label, notes, told) for p, label in (("P569", "born"), ("P570", "died")))
    numbers = tuple((name, re.sub(r"\s", "", v)) for p, name in NUMBERS for v in values(item, p))
    return Entity(
        ident(names, kind),
        cast('Literal["person", "place", "org"]', kind),
        "",
        names,
        next((SEX[v] for v in values(item, "P21") if v in SEX), ""),
        birth,
        death,
        "",
        tuple(offices_of(item, items, notes, told)) if kind == "person" else (),
        (("wikidata", str(item["id"])), *numbers),
        "\n".join(notes),
        sort,
    )


def kind_of(item: Json) -> tuple[str, str]:
    """Tell what an item is: by its classes, else by what only a person or a place has."""
    known = next((classes()[v] for v in values(item, "P31") if v in classes()), None)
    if known:
        return known
    if values(item, "P569") or values(item, "P21") or statement(item, "P569"):
        return "person", ""
    return ("place", "") if values(item, "P1566") or statement(item, "P625") else ("", "")


def names_of(item: Json) -> Iterator[Name]:
    """Yield labels, then aliases; a string that stands in several languages once."""
    seen: set[str] = set()
    for field, kind in (("labels", "main"), ("aliases", "variant")):
        held = item.get(field)
        held = held if isinstance(held, dict) else {}
        for lang in sorted(held, key=lambda code: (FIRST.index(code) if code in FIRST else len(FIRST), code)):
            for one in held[lang] if isinstance(held[lang], list) else [held[lang]]:
                text = " ".join(str(one.get("value", "")).split()) if isinstance(one, dict) else ""
                if text and text not in seen and LANGUAGE.fullmatch(lang):
                    seen.add(text)
                    yield Name(text, (), kind, "" if lang == "mul" else lang)


def statements(item: Json, prop: str) -> list[Json]:
    """List the statements about a property, the preferred first and none that is deprecated."""
    claims = item.get("claims")
    found = claims.get(prop) if isinstance(claims, dict) else None
    kept = [s for s in listed(found) if isinstance(s, dict) and s.get("rank") != "deprecated"]
    return sorted(kept, key=lambda s: s.get("rank") != "preferred")


def listed(value: object) -> list[Any]:
    """Give a list, or an empty one for what is none."""
    return value if isinstance(value, list) else []


def statement(item: Json, prop: str) -> Json:
    """Give the value of the first statement that has one."""
    return next((v for s in statements(item, prop) if (v := value_of(s.get("mainsnak")))), {})


def value_of(snak: object) -> Json:
    """Give the value of a snak as an object; a string as `{"id": string}`."""
    data = snak.get("datavalue") if isinstance(snak, dict) else None
    value = data.get("value") if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {"id": value} if isinstance(value, str) else {}


def values(item: Json, prop: str) -> list[str]:
    """List the values of a property that are items or strings."""
    return [str(v["id"]) for s in statements(item, prop) if (v := value_of(s.get("mainsnak"))).get("id")]


def date(value: Json, label: str, notes: list[str], told: Told) -> str:
    """Give a date of the Gregorian calendar as far as it is known; another goes into the notes."""
    time = str(value.get("time", ""))
    if not time:
        return ""
    said_of = time.lstrip("+").split("T")[0]
    digits = DIGITS.get(str(value.get("precision", 11)), 0)
    given = said_of[:digits]
    if str(value.get("calendarmodel", GREGORIAN)).endswith(GREGORIAN) and is_iso(given):
        return given
    calendar = "" if str(value.get("calendarmodel", GREGORIAN)).endswith(GREGORIAN) else ", Julian calendar"
    notes.append(f"{label} {said_of}{calendar}")
    told.say("date", f"{label} {said_of}{calendar} is kept in the note; enter the Gregorian date by hand")
    return ""


def offices_of(item: Json, items: dict[str, Json], notes: list[str], told: Told) -> Iterator[Office]:
    """Yield the positions held, with their terms, where the file says what they are called."""
    for one in statements(item, "P39"):
        number = str(value_of(one.get("mainsnak")).get("id", ""))
        held = one.get("qualifiers")
        ends = [
            value_of(next(iter(listed(held.get(p))), None)) if isinstance(held, dict) else {} for p in ("P580", "P582")
        ]
        start, end = (date(e, f"{number} {w}", notes, told) for e, w in zip(ends, ("from", "until"), strict=True))
        title = next((n.text for n in names_of(items.get(number, {}))), "")
        if title:
            yield Office(title, "", start, end)
        elif number:
            notes.append(f"office {number} {start or '?'}–{end or '?'}")
            told.say("office", f"the office {number} has no label in the file; add {number}.json, or name it by hand")
