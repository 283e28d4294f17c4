"""Dates in figures: `6.XI.62`, `8 XI 62`, `26/X-62`, `5/V с. г.`, `20/10/1962`, `22.07.1940`, `30/5 1941`, `1962-10-26`.

The order is day, month, year, as European offices write it; a slashed date whose second number cannot be a
month is month, day, year.  Roman months are never Arabic numbers, so `XIX` and `1762-1775` are left alone.  Russian
typewriters have no Roman figures: `15.УШ.42`, `3.П.43`, `12.1У.41` are of August, February and April.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teilegram.dates.expression import Expression, months, possible
from teilegram.dates.lexicon import choice, folded, meaning

WORDS: frozenset[str] = frozenset()
"""There is no such date without a figure."""
LONG = r"(?:1[4-9]|20)[0-9]{2}"
ROMAN_MONTH = "(?:(?![0-9]+(?![0-9]*[IVXІУХПШ]))(?:[IІ1]{1,3}|[IІ1][VУ]|[VУ](?:[IІ1]{0,3}|П|Ш)|[IІ1][XХ]|[XХ](?:[IІ1]{0,2}|П)|П|Ш))"
TYPED = str.maketrans({"І": "I", "1": "I", "У": "V", "Х": "X", "П": "II", "Ш": "III"})
"""Letters and figures that stand for Roman figures on a Russian typewriter."""
START = r"(?<![\w.][0-9])(?<![\w/][0-9])(?<!-[0-9])"
"""After the first figure: no number went before it."""
END = r"(?![\w%]|[./-][0-9])"
ROMAN = re.compile(
    rf"[0-9](?<![\w.][0-9])[0-9]?(?P<sep>[. /–-]{{1,2}})(?P<month>{ROMAN_MONTH})(?P<sep2>[. /–-]{{1,2}})"
    rf"(?P<year>{LONG}|[0-9]{{2}}){END}"
)
ROMAN_SHORT = re.compile(rf"[0-9]{START}[0-9]?[./](?P<month>{ROMAN_MONTH})(?!\w|\.[0-9]|[ /–-][0-9])")
"""`the 8/XI`, `26.X`: after a word that dates take only, or before `с. г.`, `d. J.`."""
FIGURES = re.compile(
    rf"[0-9]{START}[0-9]?(?P<sep>[./-])(?P<blank> ?)(?P<second>[0-9]{{1,2}})(?P=sep)(?P=blank)(?P<year>{LONG}|'?[0-9]{{2}}){END}"
)
YEAR_APART = re.compile(
    rf"[0-9]{START}[0-9]?(?P<sep>[./])(?P<second>[0-9]{{1,2}})(?:,? |-)(?P<year>{LONG})(?![\w%/]|[.,-][0-9])"
)
"""`30/5 1941`, `30.5 1941`."""
SHORT = re.compile(
    rf"[0-9]{START}[0-9]?(?P<sep>/)(?P<second>[0-9]{{1,2}})(?![\w%/-]|[.,][0-9]| (?:of|inch|cup|mile|hour|yard|ton))"
)
"""`on 8/12`, `dated 7/12`: after a word that dates take only."""
DATING = re.compile(
    r"\b(?:on|on the|dated?(?: at)?(?: [A-Z]\w+,)?|since|until|till|of the|your|by|vom|am|bis|seit|от|на|до|с|со|к|по|le|du|el|del) $",
    re.IGNORECASE,
)
OPENING = re.compile(r"(?:^|[\n\t]|[.!?] {1,2})$")
GOING_ON = re.compile(" (?:[a-zа-яё]|[—–-] )")
"""`3.VII heard him on the wireless`: a diary's day."""
DOTTED = re.compile(rf"[0-9]{START}[0-9]?(?P<sep>\.) ?(?P<second>0?[1-9]|1[0-2])\.(?=[ ,;)]|$)(?! ?[0-9])")
"""`am 24.7. sind`, `vom 3. 8. bis zum 5. 9.`: after a German preposition."""
GERMAN = re.compile(r"\b(?:am|vom|und|zum|bis|seit|ab|den|dem) $", re.IGNORECASE)
NUMBERED = re.compile(
    r"(?<!\w)(?:section|sections|version|article|paragraph|para|chapter|clause|rule|point|item|annex|fig\.|file|case|§|no\.?|nos\.?|№|"
    r"телеграмма|л\.|оп\.|д\.|ф\.|inv\.) ?$",
    re.IGNORECASE,
)
"""What a number of parts follows that is no date: `Section 4.3.12`."""
ISO = re.compile(r"[12](?<![\w./-][12])[0-9]{3}([-./])([0-9]{1,2})\1([0-9]{1,2})(?![\w]|[./-][0-9])")


def numeric(text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """Yield the dates in figures.

    >>> [(e.day, e.month, e.year) for e in numeric("6.XI.62, 8 XI 62, 20/10/1962, 1962-10-26, Nos. 1762-1775")]
    [(6, 11, 62), (8, 11, 62), (20, 10, 1962), (26, 10, 1962)]
    >>> [(e.day, e.month, e.year, e.ambiguous) for e in numeric("30/5 1941; 12/3/66; on 8/12, 1/2 a mile")]
    [(12, 3, 66, True), (30, 5, 1941, False), (8, 12, None, True)]
    """
    stop = len(text) if end is None else end
    for m in ROMAN.finditer(text, start, stop):
        if parted(m["sep"].strip(), m["sep2"].strip()) and (m["sep"].strip() or m["month"] not in "ПШ"):
            yield from checked(m, "dates.numeric.roman-month", int(m["year"]), roman_month(m["month"]), lead(m))
    for m in ROMAN_SHORT.finditer(text, start, stop):
        yield from short(m)
    for m in FIGURES.finditer(text, start, stop):
        yield from figures(m, int(m["year"].lstrip("'")))
    for m in YEAR_APART.finditer(text, start, stop):
        yield from figures(m, int(m["year"]))
    yield from announced(text, start, stop)
    for m in ISO.finditer(text, start, stop):
        if len(m[2]) == 2 or m[1] == ".":  # noqa: PLR2004
            yield from checked(m, "dates.numeric.iso", int(m[0][:4]), int(m[2]), int(m[3]))


def announced(text: str, start: int, stop: int) -> Iterator[Expression]:
    """Yield days and months without a year, after a word that dates take: `on 8/12`, `am 24.7. sind`.

    >>> [(e.day, e.month) for e in announced("am 24.7. kam er, 5.6. zehn", 0, 26)]
    [(24, 7)]
    """
    for pattern, before in ((SHORT, DATING), (DOTTED, GERMAN)):
        for m in pattern.finditer(text, start, stop):
            if before.search(text, max(0, m.start() - 24), m.start()):
                yield from figures(m, None)


def parted(one: str, other: str) -> bool:
    """Tell whether two marks divide a date: the same, a blank for the second, or a dash before the year.

    >>> parted("/", "-"), parted("/", "."), parted(".", "")
    (True, False, True)
    """
    return one == other or not other or (one in ("/", ".") and other in ("-", "–"))


def roman_month(said: str) -> int:
    """Give the number of a month in Roman figures, Latin or typed in Russian.

    >>> roman_month("XI"), roman_month("УШ"), roman_month("1У")
    (11, 8, 4)
    """
    return months("roman").get(said.translate(TYPED).casefold(), 0)


@cache
def of_year(lang: str) -> re.Pattern[str]:
    """Give the pattern of what says the year of a short date in a language: this one, or the last."""
    return re.compile(rf"[ ,]{{1,2}}(?P<turn>{choice(lang, 'of-year')})(?!\w)")


def short(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a day and Roman month, of this or the last year where that is said.

    >>> [(e.day, e.month, e.kind, e.shift) for e in numeric("5/V с. г. и 26/X; с 3/IX п. г.; от 8/XI")]
    [(5, 5, 'period', 0), (3, 9, 'period', -1), (8, 11, 'day', 0)]
    """
    if NUMBERED.search(m.string, max(0, m.start() - 12), m.start()):
        return
    month, day, rule = roman_month(m["month"]), lead(m), "dates.numeric.roman-month"
    after = folded(m.string[m.end() : m.end() + 24])
    for lang in ("ru", "de", "fr", "es"):
        turn = of_year(lang).match(after)
        if turn and day and possible(None, month, day):
            shift, anchor = (meaning(lang, "of-year", turn["turn"]) or "0 now").split()
            yield Expression(
                m.start(), m.end() + turn.end(), "period", rule,
                month=month, day=day, unit="year", shift=int(shift), anchor=anchor,  # type: ignore[arg-type]
            )  # fmt: skip
            return
    opening = OPENING.search(m.string, max(0, m.start() - 3), m.start()) and GOING_ON.match(m.string, m.end())
    if opening or DATING.search(m.string, max(0, m.start() - 24), m.start()):
        yield from checked(m, rule, None, month, day)


def lead(m: re.Match[str]) -> int:
    """Read the number with which a match begins.

    >>> lead(re.match("[0-9]+.*", "26.X.62"))
    26
    """
    return int(m[0][:2]) if m[0][1].isdigit() else int(m[0][0])


def figures(m: re.Match[str], year: int | None) -> Iterator[Expression]:
    """Yield day, month and year; where both first numbers may be months, the order is not certain."""
    if NUMBERED.search(m.string, max(0, m.start() - 12), m.start()):
        return
    first, second = lead(m), int(m["second"])
    if second > 12 and m["sep"] == "/":  # noqa: PLR2004
        first, second = second, first
    unsure = m["sep"] == "/" and first != second and max(first, second) <= 12  # noqa: PLR2004
    yield from checked(m, "dates.numeric.figures", year, second, first, ambiguous=unsure)


def checked(
    m: re.Match[str], rule: str, year: int | None, month: int, day: int, *, ambiguous: bool = False
) -> Iterator[Expression]:
    """Yield the date unless the calendar has none such."""
    if month and day and possible(year if year and year > 99 else None, month, day):  # noqa: PLR2004
        yield Expression(m.start(), m.end(), "day", rule, year, month, day, ambiguous=ambiguous)
