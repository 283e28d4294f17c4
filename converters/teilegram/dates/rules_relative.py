"""Rules for what turns on the day of writing, or on a date before; for weekdays, feasts, times of day and durations.

`позавчера`, `три дня назад`, `vorigen Monats`, `il y a huit jours`, `en los últimos tres días`, `в 10 час. 30 мин.`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from teilegram.dates.expression import Expression
from teilegram.dates.grammar import DAY, Found, Rule
from teilegram.dates.lexicon import meaning
from teilegram.dates.stretch import AROUND

PERIODS = ("week", "fortnight", "month", "quarter", "year", "decade", "century")
"""Units that can be this one or the last."""


def phrase(f: Found) -> Iterator[Expression]:
    """Yield what a fixed phrase means: `вчера`, `am Vortage`, `le lendemain`."""
    kind, amount, unit, shift, anchor = f.word("phrase").split()
    yield f.make(kind, "phrase", "phrase", amount=int(amount), unit=unit, shift=int(shift), anchor=anchor)


def period(f: Found) -> Iterator[Expression]:
    """Yield this, last or next week, month or year."""
    unit = f.word("unit")
    turn = f.turn("adjective") or f.turn("adjective-after", "after")
    if unit in PERIODS and turn:
        yield f.make("period", 0, 0, unit=unit, **turn)


def weekday(f: Found) -> Iterator[Expression]:
    """Yield a weekday: last, this or next where an adjective says so, else after a preposition only."""
    turn = f.turn("adjective") or f.turn("adjective-after", "after")
    dated = f.grammar.compiled(r",? {0,3}(?:(?:den|dem|le|el) {1,3})?@day@(?:@of@@month@|@numbered@@of-month@)")
    if not turn and dated.match(f.part.read, f.m.end()):
        return  # the date itself stands behind it
    if turn or f.group("pre"):
        start = 0 if turn and not f.group("pre") else ("adjective" if f.group("adjective") else "weekday")
        yield f.make("weekday", start, 0, name=f.word("weekday"), **(turn or {"shift": 0}))


def moved(shift: int, anchor: str) -> Any:  # noqa: ANN401
    """Make the maker of `three days ago` and its like; `some days ago` has no amount."""

    def make(f: Found) -> Iterator[Expression]:
        amount, unit = None if f.group("some") else f.amount(), f.word("unit")
        if unit and (amount or f.group("some")):
            yield f.make("shift", "span", "span", amount=amount, unit=unit, shift=shift, anchor=f.seen(anchor))

    return make


def span(f: Found) -> Iterator[Expression]:
    """Yield the days up to now, or from now on: `за последние четыре дня`."""
    amount, unit = f.amount(), f.word("unit")
    if amount and unit:
        yield f.make(
            "span", "span", "span", amount=amount, unit=unit, shift=1 if f.group("coming") else -1, anchor="now"
        )


def duration(f: Found) -> Iterator[Expression]:
    """Yield how long something took, where a preposition says that it is so; `3-4 days` has no one amount."""
    amount, unit = f.amount(), f.word("unit")
    if unit and f.group("upto"):
        yield f.make("duration", "span", "span", unit=unit, name=f"{f.group('amount')}-{f.group('upto')}")
    elif amount and unit:
        yield f.make("duration", "span", "span", amount=amount, unit=unit)


def time(f: Found) -> Iterator[Expression]:
    """Yield a time of day; `10.30` needs a word that says it is one."""
    hour, minute = f.year("hour") or 0, f.year("minute") or f.year("minutes") or 0
    part = f.word("daypart") or before_hour(f)
    if part == "12" or (part == "night" and 8 <= hour <= 12):  # noqa: PLR2004
        hour = hour % 12 + 12 if hour <= 12 and not (part == "night" and hour == 12) else hour  # noqa: PLR2004
    if part == "night" and hour == 12:  # noqa: PLR2004
        hour = 0
    if hour <= 24 and minute < 60:  # noqa: PLR2004
        yield f.make("time", "hour", 0, hour=hour % 24, minute=minute, name=f.word("zone"))


def before_hour(f: Found) -> str:
    """Give what the part of the day means that stands before an hour: `nachmittags um 5 Uhr`."""
    pattern = f.grammar.compiled(
        r"(?<!\w)(?P<part>@daypart-before@) {1,3}(?:(?:um|gegen|в|около|à|vers|a las) {1,3})?$"
    )
    m = pattern.search(f.part.read, max(0, f.m.start() - AROUND // 2), f.m.start())
    return meaning(f.grammar.code, "daypart-before", m["part"]) or "" if m else ""


def noon(f: Found) -> Iterator[Expression]:
    """Yield noon and midnight."""
    yield f.make("time", "noon", "noon", hour=12 if f.group("mid") else 0, minute=0, name=f.word("zone"))


def feast(f: Found) -> Iterator[Expression]:
    """Yield a feast, with its year, or this, last or next one."""
    said = f.part.said[f.m.start("feast")]
    year = f.year()
    turn = f.turn("adjective") or f.turn("adjective-after", "after")
    rel = f.turn("of-year", "rel")
    if not (said.isupper() or f.group("pre")):
        return
    if not said.isupper() and not year and f.grammar.code != "ru":
        return
    start = "adjective" if f.group("adjective") else "feast"
    yield f.make("feast", start, 0, name=f.word("feast"), year=year, **(turn or rel))


SPAN = "(?P<span>@amount2@(?P<unit>@unit@))"
RELATIVE = (
    Rule("phrase", r"(?<![\w-])(?P<phrase>@phrase@)@e@(?!@notphrase@)", phrase, ("phrase",)),
    Rule("period", r"(?<![\w-])@periodplace@@e@", period, ("unit",), back=40),
    Rule("weekday", r"(?<![\w-])@weekdayplace@@e@", weekday, ("weekday",)),
    Rule("ago", r"(?<![\w-])@agoplace@", moved(-1, "now"), ("ago",), back=40),
    Rule("in", r"(?<![\w-])@inplace@", moved(1, "either"), ("in",), back=40),
    Rule("later", r"(?<![\w-])@laterplace@", moved(1, "then"), ("later",), back=40),
    Rule("earlier", r"(?<![\w-])@earlierplace@", moved(-1, "then"), ("earlier",), back=40),
    Rule("span", r"(?<![\w-])@spanplace@", span, ("span",), back=40),
    Rule("duration", r"(?<![\w-])@durationplace@", duration, ("unit",), back=40),
    Rule("time", r"(?<![\w.,:/№-])@timeplace@", time, (DAY,)),
    Rule("noon", r"(?<![\w-])@noonplace@", noon, ("noon",)),
    Rule("feast", r"(?<![\w-])@feastplace@@e@", feast, ("feast",), back=32),
)
HOUR = "(?P<hour>2[0-4]|[01]?[0-9])(?![0-9])"
MINUTE = "(?P<minute>[0-5][0-9])(?![0-9])"
