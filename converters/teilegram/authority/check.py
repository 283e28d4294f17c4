"""What is wrong with authority files, or looks as if it were: one line for each, with what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teilegram.authority import KINDS, NAMES, entity
from teilegram.authority.identifiers import fault, identifier
from teilegram.authority.idents import form_key
from teilegram.authority.when import is_iso, surely_before
from teilegram.model import Entity, Finding, Severity, TeilegramError
from teilegram.transform import TEI, XML, read_xml, text_of

DATES = ("when", "from", "to", "notBefore", "notAfter")
LIFE = 120
"""Years that nobody outlives."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity, and where it stands."""

    file: str
    line: int
    item: etree._Element
    entity: Entity

    def said(self, rule: str, message: str, severity: Severity = "review", line: int = 0) -> Finding:
        """Make a finding about the entry."""
        return Finding(self.file, line or self.line, f"authority.{rule}", f"{self.entity.ident}: {message}", severity)


def check(paths: Sequence[Path]) -> list[Finding]:
    """Check authority files, each by itself and all together; raises TeilegramError for what is no XML."""
    findings: list[Finding] = []
    entries: list[Entry] = []
    for path in paths:
        entries += read(path, findings)
    if not entries and not findings:
        raise TeilegramError(f"{paths[0]}: holds no person, place or org in the TEI namespace; give an authority file")
    for entry in entries:
        findings += wrong(entry)
    findings += dangling(entries, paths)
    findings += twice(entries)
    return sorted(findings, key=lambda f: ([str(p) for p in paths].index(f.file), f.line, f.rule))


def read(path: Path, findings: list[Finding]) -> Iterator[Entry]:
    """Yield the entries of a file, also those that cannot be referred to."""
    seen: dict[str, int] = {}
    for item in read_xml(path).iter(*(f"{{{TEI}}}{k}" for k in KINDS)):
        line, ident = line_of(item), item.get(f"{{{XML}}}id") or ""
        if not ident:
            message = f"“{text_of(item)[:40]}” has no xml:id, so nothing can refer to it; give it one"
            findings.append(Finding(str(path), line, "authority.id", message, "error"))
        elif ident in seen:
            message = f"the xml:id {ident} is taken in line {seen[ident]}; make it unique"
            findings.append(Finding(str(path), line, "authority.id", message, "error"))
        seen.setdefault(ident, line)
        yield Entry(str(path), line, item, entity(item, KINDS[etree.QName(item).localname], path.name))


def line_of(item: etree._Element) -> int:
    """Give the line of an element."""
    return item.sourceline if isinstance(item.sourceline, int) else 1


def wrong(entry: Entry) -> Iterator[Finding]:
    """Yield what is wrong with one entry."""
    one = entry.entity
    if not one.names:
        yield entry.said("name", f"has no {NAMES[one.kind]}; add one", "error")
    elif one.kind == "person" and not any(name.part("surname") or name.kind == "short" for name in one.names):
        yield entry.said("surname", "has no surname; divide a name, or mark the form that stands alone as short")
    for item in entry.item.iter():
        for attribute in DATES:
            value = item.get(attribute)
            if value is not None and not is_iso(value):
                message = f"{attribute}=“{value}” is no date; write 1962-10-26, 1962-10 or 1962"
                yield entry.said("date", message, "error", line_of(item))
    for item in entry.item.iter(f"{{{TEI}}}idno"):
        kind, value = identifier(text_of(item), item.get("type") or "")
        if fault(kind, value):
            yield entry.said("idno", f"{kind} {value} {fault(kind, value)}; compare it there", "error", line_of(item))
    yield from contradictions(entry)


def contradictions(entry: Entry) -> Iterator[Finding]:
    """Yield the dates that cannot be true together."""
    one = entry.entity
    birth, death = one.birth.partition("/")[0], one.death.rpartition("/")[2]
    if surely_before(death, birth):
        yield entry.said("dates", f"died ({death}) before being born ({birth}); correct one of them", "error")
    elif birth and death and int(death[:4]) - int(birth[:4]) > LIFE:
        yield entry.said("dates", f"would have lived from {birth} to {death}; correct one of them")
    for office in one.offices:
        name = office.title or office.org
        if surely_before(office.end, office.start):
            yield entry.said("dates", f"{name} ends ({office.end}) before it begins ({office.start})", "error")
        if surely_before(office.start, birth):
            yield entry.said("dates", f"{name} begins ({office.start}) before the birth ({birth})", "error")
        if surely_before(death, office.start):
            yield entry.said("dates", f"{name} begins ({office.start}) after the death ({death})", "error")


def dangling(entries: Sequence[Entry], paths: Sequence[Path]) -> Iterator[Finding]:
    """Yield the references inside the files to entries that are not there."""
    known = {(Path(entry.file).resolve(), entry.entity.ident) for entry in entries}
    checked = {path.resolve() for path in paths}
    for entry in entries:
        for item in entry.item.iter():
            for attribute in ("ref", "corresp", "active", "passive", "mutual", "sameAs"):
                for pointer in (item.get(attribute) or "").split():
                    file, mark, ident = pointer.partition("#")
                    target = (Path(entry.file).parent / file).resolve() if file else Path(entry.file).resolve()
                    if mark and "://" not in file and target in checked and (target, ident) not in known:
                        message = f"{attribute}=“{pointer}” points to nothing; correct it, or add the entry"
                        yield entry.said("reference", message, "error", line_of(item))


def twice(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield entries that seem to be one, and names that tell nobody apart."""
    numbers: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    forms: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for kind, value in dict.fromkeys(entry.entity.idnos):
            numbers[kind.casefold(), value].append(entry)
        for form in {key for name in entry.entity.names if (key := form_key(name))}:
            forms[entry.entity.kind, form].append(entry)
    told: set[frozenset[int]] = set()
    for (kind, value), group in numbers.items():
        for other in group[1:]:
            told.add(frozenset((id(group[0]), id(other))))
            message = f"has {kind} {value}, as {place(group[0])} has; merge them, or correct one"
            yield other.said("duplicate", message, "error")
    for (_, form), group in forms.items():
        for other in group[1:]:
            if frozenset((id(group[0]), id(other))) not in told:
                told.add(frozenset((id(group[0]), id(other))))
                shown = form.replace("-", " ")
                message = f"has the name “{shown}”, as {place(group[0])} has; {advice(group[0], other)}"
                yield other.said("same-name", message)


def place(entry: Entry) -> str:
    """Say which entry is meant, and where it stands."""
    return f"{entry.entity.ident} ({entry.file}:{entry.line})"


def advice(one: Entry, other: Entry) -> str:
    """Say what to do about two entries with one name: dates or offices tell them apart, or they are one."""
    first, second = one.entity, other.entity
    if (first.birth or first.offices) and (second.birth or second.offices):
        return "only their dates and offices tell them apart"
    return "merge them, or tell them apart by dates, offices or fuller names"
