"""Times of day and durations: `10:30 a.m. Eastern Standard Time`, `at half past six`, `1830 hours`, `0930Z`, `for six weeks`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.english.words import FIGURE, NUMBER_WORD, TENS, UNITS, before, number, rule, said
from teilegram.dates.expression import Expression

ZONES = {
    "eastern standard": "-05:00", "eastern daylight": "-04:00", "central standard": "-06:00", "central daylight": "-05:00",
    "mountain standard": "-07:00", "mountain daylight": "-06:00", "pacific standard": "-08:00", "pacific daylight": "-07:00",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "pst": "-08:00", "pdt": "-07:00",
    "gmt": "Z", "utc": "Z", "z": "Z", "zulu": "Z", "greenwich mean": "Z", "moscow": "+03:00", "bst": "+01:00", "cet": "+01:00",
}  # fmt: skip
ZONE = (
    r"(?P<zone>,? ?\(?(?:(?:Eastern|Central|Mountain|Pacific) (?:Standard|Daylight) Time|Greenwich Mean Time|Moscow time|"
    r"(?:EST|EDT|CST|CDT|MST|PST|PDT|GMT|UTC|BST|CET|Zulu)(?!\w)|(?<=[0-9])Z(?!\w))\)?)"
)
HALF = r"(?P<half>[ap])(?:\. ?m\.?|m)(?!\w)"
CLOCK = (
    rf"(?P<hour>[01]?[0-9]|2[0-4])(?P<sep>[:.]) ?(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
    rf"(?: ?{HALF}|(?P<clock> o'? ?clock| hours| hrs\.?| h\.)(?!\w))?{ZONE}?(?![\w:]|[.,][0-9])"
)
"""`10:30 a.m.`, `5:15 P.M. EDT`, `at 10.30`."""
HOUR = rf"(?P<hour>1[0-2]|0?[1-9]) ?(?:{HALF}|(?P<clock>o'? ?clock)(?!\w))(?P<day> (?:in the (?:morning|afternoon|evening)|at night|(?:this|that|yesterday) (?:morning|afternoon|evening)))?{ZONE}?"
"""`5 P.M.`, `10 o'clock in the evening`."""
MILITARY = rf"(?P<hour>[01][0-9]|2[0-4])(?P<minute>[0-5][0-9])(?: ?(?P<clock>hours|hrs\.?|h\.)(?!\w)|{ZONE})"
"""`1830 hours`, `0930Z`."""
WORDS = (
    rf"(?:(?P<past>half|a quarter|quarter|twenty|ten|five|twenty-five)(?: minutes?)? (?P<side>past|after|to|before) )?"
    rf"(?P<word>{NUMBER_WORD}|1[0-2]|[1-9])(?P<clock> o'? ?clock)?(?P<day> (?:in the (?:morning|afternoon|evening)|at night))?(?![\w-])"
)
"""`half past six`, `a quarter to nine in the evening`, `ten o'clock`, `at six in the morning`."""
AT = re.compile(
    r"\b(?:at|by|until|till|from|to|before|after|between|and|about|around|past|since|on|exactly|approximately) $",
    re.IGNORECASE,
)


def clock(  # noqa: PLR0917
    hour: int, minute: int, half: str, zone: str, m: re.Match[str], name: str = "time"
) -> Iterator[Expression]:
    """Yield a time of day by its figures, the half of the day, and the zone."""
    folded = " ".join(zone.casefold().strip(" ,()").split()[:2])
    offset = ZONES.get(folded) or ZONES.get(folded.split(" ")[0], "")
    if half and hour <= 12:  # noqa: PLR2004
        hour = hour % 12 + (12 if half.casefold() == "p" else 0)
    if hour < 24 or minute == 0:  # noqa: PLR2004
        yield said(m, "time", name, hour=hour % 24, minute=minute, name=offset)


def half_of(day: str | None, hour: int) -> str:
    """Give the half of the day that `in the evening` says.

    >>> half_of(" in the evening", 9), half_of(" at night", 2), half_of(None, 9)
    ('p', 'a', '')
    """
    if not day:
        return ""
    if "morning" in day or ("night" in day and (hour < 6 or hour == 12)):  # noqa: PLR2004
        return "a"
    return "p"


def figures(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a time of day in figures; `10.30` without a.m., a zone or `at` is a number.

    >>> from teilegram.dates.english import english
    >>> [(e.hour, e.minute, e.name) for e in english("at 10:30 a.m. Eastern Standard Time, 1:59 p.m., 12:30 PM; 3:16, 10.30")]
    [(10, 30, '-05:00'), (13, 59, ''), (12, 30, '')]
    """
    lead = before(m, 15)
    if re.search(r"[\w.:]$", lead):
        return
    announced = AT.search(lead)
    if m["half"] or m["zone"] or m["clock"]:
        pass
    elif (
        (
            (m["sep"] == ":" and not (announced or len(m["hour"]) > 1))
            or (m["sep"] == "." and not re.search(r"\bat (?:about )?$", lead))
        )
        or (
            m["sep"] == "."
            and re.match(r" ?(?:%|per|million|billion|dollars|tons|km|m\b)", m.string[m.end() : m.end() + 9])
        )
        or re.search(r"(?:Matt|Mark|Luke|John|Gen|Ex|Ps|Cor|Rom|Isa|chapter|verse|ratio|score)\.? ?$", lead)
    ):
        return
    yield from clock(int(m["hour"]), int(m["minute"]), m["half"] or "", m["zone"] or "", m)


def hour(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a full hour."""
    if not re.search(r"[\w:$]$|[0-9][.,]$", before(m, 3)):
        yield from clock(int(m["hour"]), 0, m["half"] or half_of(m["day"], int(m["hour"])), m["zone"] or "", m)


def military(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a time in four figures."""
    yield from clock(int(m["hour"]), int(m["minute"]), "", m["zone"] or "", m)


def words(m: re.Match[str]) -> Iterator[Expression]:
    """Yield a time in words, where `o'clock`, a part of the day or a preposition says that it is one."""
    at = re.search(
        r"\b(?:at|by|until|till|before|after|about|around) (?:about )?(?:a )?$", before(m, 16), re.IGNORECASE
    )
    full = number(m["word"])
    if not 1 <= full <= 12 or not (m["clock"] or (at and (m["day"] or m["past"])) or (m["day"] and m["past"])):  # noqa: PLR2004
        return
    if m["past"] and m["side"].casefold() in ("to", "before") and m["past"].casefold() == "half":
        return
    minutes = {"half": 30, "a quarter": 15, "quarter": 15}.get((m["past"] or "").casefold()) or (
        number(m["past"]) if m["past"] else 0
    )
    back = (m["side"] or "").casefold() in ("to", "before")
    total = full * 60 + (-minutes if back else minutes)
    yield from clock(total // 60, total % 60, half_of(m["day"], full), "", m)


NOON = r"(?:12 )?(?P<word>noon|midday|midnight)(?!\w)"
"""`at noon`, `until midnight`, `12 noon`."""


def noon(m: re.Match[str]) -> Iterator[Expression]:
    """Yield noon or midnight after a preposition; a midnight is the beginning of its day."""
    if m[0][0] == "1" or AT.search(before(m, 14)):
        yield said(m, "time", "time", hour=0 if m["word"].casefold() == "midnight" else 12, minute=0)


LASTING = (
    rf"(?P<amount>{NUMBER_WORD}|[0-9]{{1,3}})(?P<half> and a half|1/2|½)? (?P<unit>minute|hour|day|week|fortnight|month|year)s?"
    r"(?P<after> and a half)?(?![\w-]| (?:ago|later|earlier|before|previous|old|hence|after|of age|prior))"
)
"""`for six weeks`, `after two and a half years`, `lasted 24 hours`."""
FOR = re.compile(
    r"\b(?:for|lasted|lasting|within|took|over|exceeding|spent) (?:about |nearly |almost |some |over |only |fully |just |at least |the )?$",
    re.IGNORECASE,
)


def lasting(m: re.Match[str]) -> Iterator[Expression]:
    """Yield how long something lasted.

    >>> from teilegram.dates.english import english
    >>> [(e.amount, e.unit) for e in english("for six weeks; lasted 2 hours; 3-4 days are enough; 24 hours")]
    [(6, 'week'), (2, 'hour')]
    """
    if FOR.search(before(m, 22)) and not m["unit"].casefold().startswith("fortnight"):
        amount: float = number(m["amount"])
        yield said(
            m,
            "duration",
            "duration",
            amount=amount + 0.5 if m["half"] or m["after"] else amount,
            unit=m["unit"].casefold(),
        )


RULES = (
    rule(FIGURE, CLOCK, figures),
    rule(FIGURE, HOUR, hour),
    rule(FIGURE, MILITARY, military),
    rule(("half", "quarter", *UNITS, *TENS), WORDS, words),
    rule(FIGURE, rf"(?=1?[0-9] (?:o|in |at )){WORDS}", words),
    rule(("noon", "midday", "midnight"), NOON, noon),
    rule(FIGURE, rf"(?=12 [nm]){NOON}", noon),
    rule((FIGURE, *UNITS, *TENS), LASTING, lasting),
)
