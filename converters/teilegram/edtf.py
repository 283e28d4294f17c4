"""Extended Date/Time Format (ISO 8601-2, levels 0 and 1): what catalogues write, into attributes of TEI and back.

Reading is the library's, imported when a value is no plain day, month or year; writing what W3C attributes say takes
no library.  `[1962-10-01..1962-10-07]`, one day of several, is of level 2: no other form says `notBefore` with
`notAfter`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from teilegram.model import Cert

if TYPE_CHECKING:
    from edtf.parser.parser_classes import EDTFObject

PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
"""Spring, summer, autumn and winter: the first and the last month."""
QUALIFIED: dict[str, Cert] = {"~": "medium", "?": "low", "%": "low"}
"""How sure a date is that is said to be approximate, uncertain, or both."""
LONGEST = 40
"""Characters of the longest value worth reading."""
FORM = "YYYY, YYYY-MM, YYYY-MM-DD, or EDTF such as 1962-10~ or 1962-10-22/1962-10-28"
"""What a message says that a date has to be."""

Read = tuple[tuple[tuple[str, str], ...], Cert | None]


def is_date(value: object) -> bool:
    """Tell whether a value is a date: a year, a month or a day in ISO 8601, or EDTF of level 0 or 1.

    >>> is_date("1962-10"), is_date("1962-13"), is_date(1962), is_date("1962-10~"), is_date("autumn")
    (True, False, False, True, False)
    """
    return isinstance(value, str) and read(value) is not None


@lru_cache(maxsize=64)
def read(text: str) -> Read | None:
    """Give the attributes of a value and how sure it is; nothing for what is no date of level 0 or 1.

    >>> read("1962-10-22/1962-10-28")
    ((('from', '1962-10-22'), ('to', '1962-10-28')), None)
    >>> read("196X"), read("1962-10~")
    (((('notBefore', '1960'), ('notAfter', '1969')), None), ((('when', '1962-10'),), 'medium'))
    >>> read("1962-24"), read("../1962-10")
    (((('from', '1962-12'), ('to', '1963-02')), None), ((('to', '1962-10'),), None))
    """
    if PLAIN.fullmatch(text) and exists(text):
        return (("when", text),), None
    if len(text) > LONGEST or not text.isascii() or not text.strip():
        return None
    return extended(text)


def exists(text: str) -> bool:
    """Tell whether the calendar has a plain date."""
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def extended(text: str) -> Read | None:
    """Read what is more than a plain date, by the library."""
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - only few values need it

    try:
        parsed = parse_edtf(text)
    except (EDTFParseException, ValueError, TypeError, AttributeError, RecursionError):
        return None
    if type(parsed).__name__ in ("Interval", "Level1Interval"):
        return interval(str(parsed.lower), str(parsed.upper))
    return single(parsed)


def interval(lower: str, upper: str) -> Read | None:
    """Give a span of time; an end that is open or not known is left out."""
    ends = [read(end) if end not in ("", "..") else ((), None) for end in (lower, upper)]
    if None in ends or not any(end and end[0] for end in ends):
        return None
    attributes = tuple(
        (name, end[0][at][1]) for name, end, at in (("from", ends[0], 0), ("to", ends[1], -1)) if end and end[0]
    )
    if len(attributes) == 2 and attributes[0][1][:10] > attributes[1][1] + "~":  # noqa: PLR2004 - it ends before it begins
        return None
    certs = [end[1] for end in ends if end and end[1]]
    return attributes, "low" if "low" in certs else "medium" if certs else None


def single(parsed: EDTFObject) -> Read | None:
    """Give a date that is qualified, has figures left open, or is a season."""
    kind, text = type(parsed).__name__, str(parsed)
    if kind == "UncertainOrApproximate":
        inner = read(text.rstrip("~?%"))
        return (inner[0], QUALIFIED[text[-1]]) if inner and text[-1] in QUALIFIED else None
    if kind == "Season" and text[-2:] in SEASONS and exists(text[:4]):
        first, last = SEASONS[text[-2:]]
        year = int(text[:4])
        return (("from", f"{year:04}-{first:02}"), ("to", f"{year + (last < first):04}-{last:02}")), None
    if kind == "Unspecified":
        return unspecified(text)
    return None


def unspecified(text: str) -> Read | None:
    """Give a date of which the last figures are left open: `196X`, `1962-XX`.

    >>> unspecified("1962-10-XX"), unspecified("19XX")
    (((('when', '1962-10'),), None), ((('notBefore', '1900'), ('notAfter', '1999')), None))
    """
    known = re.sub(r"(?:-XX)+", "", text)
    if "X" not in known:
        return ((("when", known),), None) if exists(known) else None
    if not re.fullmatch(r"[0-9]{1,3}X{1,3}", known) or not int(known.replace("X", "9")) > 0:
        return None
    return (("notBefore", known.replace("X", "0")), ("notAfter", known.replace("X", "9"))), None


def written(attributes: tuple[tuple[str, str], ...], *, about: bool = False, unsure: bool = False) -> str:
    """Write attributes as EDTF; nothing for a duration, a time of day, or no value.

    >>> written((("when", "--10-26"),)), written((("notAfter", "1964-07-09"),))
    ('XXXX-10-26', '[..1964-07-09]')
    >>> written((("from", "1962-06"), ("to", "1962-08"))), written((("when", "1850"),), about=True)
    ('1962-06/1962-08', '1850~')
    """
    said = {name: text.replace("--", "XXXX-", 1) if text.startswith("--") else text for name, text in attributes}
    mark = "%" if about and unsure else "~" if about else "?" if unsure else ""
    if "when" in said and ":" not in said["when"]:
        return said["when"] + mark
    if "from" in said or "to" in said:
        ends = (said.get("from", ""), said.get("to", ""))
        return "/".join(end + mark if end else ".." for end in ends)
    if "notBefore" in said or "notAfter" in said:
        return f"[{said.get('notBefore', '')}..{said.get('notAfter', '')}]"
    return ""
