"""Profiles: a convention is the base profile with what one publisher, or a user, says differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from teilegram.conventions.nearest import nearest
from teilegram.conventions.rulebook import WHO, load
from teilegram.model import Convention, Sign, TeilegramError
from teilegram.resources import folder

PROFILES = ("cwihp", "nsa", "frus", "leiden")
FALLBACK = "base"


@cache
def profile(name: str) -> Convention:
    """Load a profile by its name (`cwihp`) or from a user's TOML file.

    A profile states what differs from the base profile; words it lists are read before the base's.
    Raises TeilegramError when there is no such profile, or with the first thing that is wrong in it.
    """
    own, wrong = load(path_of(name))
    if wrong:
        raise TeilegramError(f"{wrong[0]}; teilegram conventions check {path_of(name)} lists all that is wrong")
    return merged(load(path_of(FALLBACK))[0], own)


def path_of(name: str) -> Path:
    """Give the file of a profile; raises TeilegramError when there is none."""
    shipped = folder("data") / "conventions" / f"{name}.toml"
    path = shipped if name in (*PROFILES, FALLBACK) else Path(name)
    if not path.is_file():
        near = nearest(name, PROFILES)
        advice = f"did you mean {near}?" if near else f"choose auto, {', '.join(PROFILES)} or a TOML file"
        raise TeilegramError(f"convention {name}: is not known; {advice}")
    return path


def merged(base: dict[str, Any], own: dict[str, Any]) -> Convention:
    """Lay a profile over the base profile, table by table; both have been checked."""
    table = {
        name: {**base.get(name, {}), **own.get(name, {})} for name in ("brackets", "italics", "footnotes", "layout")
    }
    brackets = table["brackets"]
    return Convention(
        ident=own.get("ident", base["ident"]),
        title=own.get("title", base["title"]),
        statement=own.get("statement", base["statement"]),
        authority=own.get("authority", "" if own.get("ident") else base["authority"]),
        open=brackets["open"],
        close=brackets["close"],
        unsigned=brackets["unsigned"],
        reason=brackets["reason"],
        italics=table["italics"]["mean"],
        footnotes=tuple(table["footnotes"]["marks"]),
        columns=table["layout"]["columns"],
        attributions=signatures(base["attributions"], own.get("attributions", {})),
        vocabulary=vocabulary(base["vocabulary"], own.get("vocabulary", {})),
        units={w: unit for one in (base["units"], own.get("units", {})) for unit, w in counted(one)},
        signs=tuple(sign(one) for one in own.get("signs", {}).values()),
        conclusive=tuple(own.get("evidence", {}).get("conclusive", ())),
        supporting=tuple(own.get("evidence", {}).get("supporting", ())),
        authorities=tuple({**dict(cited(base)), **dict(cited(own))}.items()),
    )


def vocabulary(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Give the words of each kind, a profile's own first; a word it gives to another kind is no longer the base's."""
    mine = {kind: tuple(one.get("words", ())) for kind, one in own.items()}
    taken = {word.casefold(): kind for kind, words in mine.items() for word in words}
    return {
        kind: mine.get(kind, ()) + tuple(w for w in one["words"] if taken.get(w.casefold(), kind) == kind)
        for kind, one in base.items()
    }


def signatures(base: Mapping[str, Any], own: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Give what signs an act and whose it is, the longest first."""
    signs = {sign: who for one in (base, own) for who in WHO for sign in one.get(who, ())}
    return tuple(sorted(signs.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def counted(units: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each unit with each word for it, in small letters."""
    for unit, words in units.items():
        if unit != "authority":
            yield from ((unit, word.casefold()) for word in words)


def sign(one: Mapping[str, str]) -> Sign:
    """Make a sign of its table."""
    return Sign(one.get("open", ""), one.get("close", ""), one.get("below", ""), one["mean"])


def cited(table: Mapping[str, Any], name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the tables of a profile that cite an authority, and whom."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from cited(value, f"{name}.{key}" if name else key)
        elif key == "authority" and name:
            yield name, str(value)
