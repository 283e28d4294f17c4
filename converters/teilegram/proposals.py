"""Names that no authority knows, gathered over transcripts into entries that a person can check, complete and merge.

Forms are one person when they have one surname and their forenames can be the same: `D. Yudelevich`, `David Yudelevich`
and, where nobody else has it, `Mr. Yudelevich`.  A Russian surname in another case is the same surname.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from teilegram.authority.idents import ident, plain, unique
from teilegram.authority.written import script
from teilegram.conventions import detect
from teilegram.model import Annotation, Authority, Document, Entity, Name
from teilegram.names.cyrillic import nominative as of_person
from teilegram.names.linking.strangers import across, nominative, same_forename, thing
from teilegram.names.russian import cases
from teilegram.pipeline import read, run
from teilegram.readers.transcript import read as read_transcript

KINDS = {"persName": "person", "placeName": "place", "orgName": "org"}
PARTS = ("forename", "surname", "nameLink", "genName")
SHOWN = 12
"""So many places of one name are listed in its note."""
SHORT = 3
"""A surname in capitals that is no longer may be an abbreviation, and stays as it is."""
NEAR, MOST = 85, 3
"""How like (0-100) an existing surname must be to be shown as near, and how many are shown."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a transcript that refers to nobody: its parts, and where it stands."""

    kind: str
    name: Name
    where: str

    @property
    def surname(self) -> str:
        """The surname in capitals and small letters alike; the whole name where it has none."""
        return plain(" ".join(self.name.part("surname")) or self.name.text)


@dataclass(slots=True)
class Proposal:
    """One person, place or organisation that is proposed."""

    kind: str
    found: list[Found] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def record(self, entity: Entity) -> dict[str, object]:
        """Give the proposal for JSON."""
        forms = Counter(f.name.text for f in self.found)
        where = [f.where for f in self.found]
        return {"id": entity.ident, "kind": self.kind, "forms": dict(forms), "mentions": len(where), "where": where}


def gathered(found: Sequence[Found], authority: Authority) -> list[tuple[Entity, Proposal]]:
    """Gather names of transcripts that an authority does not have, as entries with identifiers that are free."""
    made = [p for kind in ("person", "place", "org") for p in clusters([f for f in found if f.kind == kind], kind)]
    entities = unique((entity(p) for p in made), (e.ident for e in authority.entities))
    near = nearest(entities, authority)
    noted = (replace(e, note=f"{e.note}\n{said}".strip()) for e, said in zip(entities, near, strict=True))
    return list(zip(noted, made, strict=True))


def strangers(path: Path, authority: Authority) -> Iterator[Found]:
    """Yield the names of one transcript that have no reference; raises TeilegramError when it is no transcript."""
    source = read_transcript(path)
    documents, _ = read(source, detect(source), authority)
    for part in documents:
        document, _ = run(part)
        seen: set[tuple[int, int]] = set()
        for a in document.of(*KINDS):
            if not a.get("ref") and (a.start, a.end) not in seen:
                seen.add((a.start, a.end))
                yield Found(KINDS[a.kind], name(document, a), f"{path}:{source.line_of(a.start)}")


def name(document: Document, a: Annotation) -> Name:
    """Make a name of a mention: its parts without brackets, and the language of the part of the document."""
    said = [(p.kind, bare(document.string(p))) for p in document.inside(a.start, a.end, *PARTS)]
    parts = tuple(dict.fromkeys((kind, text) for kind, whole in said for text in apart(kind, whole)))
    lang = next((d.get("xml:lang") for d in document.of("div") if d.holds(a) and d.get("xml:lang")), "")
    text = " ".join(text for _, text in parts) if any(kind == "surname" for kind, _ in parts) else ""
    text = text or bare(document.string(a))
    is_of_lang = (
        not lang or script(text) == "und" or (script(text) == "und-Cyrl") == lang.startswith(("ru", "uk", "bg"))
    )
    return Name(text, parts, "main", lang if is_of_lang else script(text))


def apart(kind: str, text: str) -> list[str]:
    """Give the forenames of a string one by one, initials too (`A.I.`), and a surname in capitals as usual.

    >>> apart("forename", "A.I."), apart("surname", "PETROV-VODKIN"), apart("surname", "de Gaulle")
    (['A.', 'I.'], ['Petrov-Vodkin'], ['de Gaulle'])
    """
    if kind == "forename":
        return re.findall(r"[^\s.]+\.?", text)
    if text.isupper() and len(text) > SHORT:
        text = "-".join(piece.capitalize() for piece in text.split("-"))
    return [text] if text else []


def bare(text: str) -> str:
    """Take brackets, stars and line ends out of a name."""
    return " ".join("".join(c for c in text if c not in "[]*_<>{}").split())


def clusters(found: Sequence[Found], kind: str) -> list[Proposal]:
    """Gather mentions into persons, or places and organisations by equal names; in the order of the alphabet."""
    by_surname: dict[str, list[Found]] = defaultdict(list)
    key = of_persons(found) if kind == "person" else of_things
    for one in found:
        by_surname[key(one)].append(one)
    made = []
    for _, group in sorted(by_surname.items()):
        made += same_surname(group, kind) if kind == "person" else [Proposal(kind, group)]
    return made


def of_things(one: Found) -> str:
    """Give what the mentions of one place or organisation have in common."""
    return thing(one.name.text)


def of_persons(found: Sequence[Found]) -> Callable[[Found], str]:
    """Give what tells the surname of a person: in the nominative, and in Russian where that is among them."""
    back = nominatives(found)
    shown = {
        (" ".join(f.name.part("surname")) or f.name.text).capitalize(): back.get(f.surname, f.surname) for f in found
    }
    base = {name: key for name, key in shown.items() if name and plain(name) == key}
    russian = {plain(name): base[other] for name, other in across(base).items()}
    return lambda one: russian.get(key, key) if (key := back.get(one.surname, one.surname)) else key


def nominatives(found: Sequence[Found]) -> dict[str, str]:
    """Give for each Russian surname that is a case of another one here that other one."""
    surnames = {one.surname: " ".join(one.name.part("surname")) or one.name.text for one in found}
    back: dict[str, str] = {}
    for key, shown in sorted(surnames.items()):
        for form in cases(shown.capitalize()) if script(shown) == "und-Cyrl" else ():
            other = plain(form)
            if (
                other != key
                and other in surnames
                and key not in {plain(c) for c in cases(surnames[other].capitalize())}
            ):
                back.setdefault(other, key)
    return {form: back.get(base, base) for form, base in back.items()}


def same_surname(found: Sequence[Found], kind: str) -> list[Proposal]:
    """Tell persons of one surname apart by their forenames; the fullest form first."""
    made: list[Proposal] = []
    for one in sorted(found, key=lambda f: -sum(len(part) for part in f.name.part("forename"))):
        fitting = [p for p in made if fits(p.found[0].name.part("forename"), one.name.part("forename"))]
        if len(fitting) == 1:
            fitting[0].found.append(one)
            continue
        doubt = [f"“{one.name.text}” may be one of {len(fitting)} persons of this surname"] if fitting else []
        same = next((p for p in made if p.doubts and p.found[0].name.text == one.name.text), None)
        if same:
            same.found.append(one)
        else:
            made.append(Proposal(kind, [one], doubt))
    return made


def fits(full: Sequence[str], short: Sequence[str]) -> bool:
    """Tell whether forenames can be those of one person.

    >>> fits(("David", "M."), ("D.",)), fits(("David",), ("Daniel",)), fits(("David",), ()), fits(("D.",), ("E.",))
    (True, False, True, False)
    """
    return all(same_forename(one, other) for one, other in zip(full, short, strict=False))


def entity(proposal: Proposal) -> Entity:
    """Make the entry of a proposal: its forms, the fullest first, and a note with what is known of it."""
    forms = Counter(f.name for f in proposal.found)
    first = proposal.found[0].name
    first = replace(first, text=nominative(first.text)) if proposal.kind == "org" else in_nominative(first, forms)
    names = [first, *sorted((n for n in forms if n != first), key=lambda n: (-forms[n], n.text))]
    shown = list({n.text: n for n in names}.values())
    places = [f.where for f in proposal.found]
    listed = ", ".join(places[:SHOWN]) + (f" and {len(places) - SHOWN} more" if len(places) > SHOWN else "")
    notes = [f"Proposed from {len(places)} mention{'s' if len(places) > 1 else ''}: {listed}.", *proposal.doubts]
    return Entity(
        ident(shown, proposal.kind),
        "place" if proposal.kind == "place" else "org" if proposal.kind == "org" else "person",
        "",
        tuple(surname_first(n) for n in shown),
        note="\n".join(notes),
    )


def in_nominative(first: Name, forms: Iterable[Name]) -> Name:
    """Give the form of a Russian person that is the nominative of another, if it stands anywhere."""
    surname = " ".join(first.part("surname"))
    said = of_person(first.part("forename"), surname) if script(first.text) == "und-Cyrl" else ""
    return next((one for one in forms if one.text == said), first)


def surname_first(one: Name) -> Name:
    """Give a divided name with its surname in front, as authority files have it."""
    if not one.part("surname"):
        return one
    return Name(one.text, tuple(sorted(one.parts, key=lambda part: part[0] != "surname")), one.kind, one.lang)


def nearest(proposed: Sequence[Entity], authority: Authority) -> Iterator[str]:
    """Yield for each proposed entry which others have a name like it, the likest first, in words."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - 31 ms that only proposals need

    known: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for one in (*authority.entities, *proposed):
        for form in one.names:
            known[one.kind][head(form), one.ref] = one.ref
    choices = {kind: [form for form, _ in forms] for kind, forms in known.items()}
    refs = {kind: list(forms.values()) for kind, forms in known.items()}
    for one in proposed:
        hits = process.extract(
            head(one.names[0]), choices[one.kind], scorer=fuzz.ratio, score_cutoff=NEAR, limit=8 * MOST
        )
        near = [ref for ref in dict.fromkeys(refs[one.kind][at] for _, _, at in hits) if ref != one.ref]
        yield f"Near: {', '.join(near[:MOST])}." if near else ""


def head(form: Name) -> str:
    """Give the surname, or the whole of a name that has none."""
    return " ".join(form.part("surname")) or form.text
