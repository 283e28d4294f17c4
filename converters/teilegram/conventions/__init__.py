"""Conventions: what the brackets of one publisher mean.  The profiles are data, in `data/conventions/`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from teilegram.model import Convention, Source, TeilegramError
from teilegram.resources import folder

PROFILES = ("cwihp", "nsa", "frus", "leiden")
FALLBACK = "base"


@cache
def profile(name: str) -> Convention:
    """Load a profile by its name (`cwihp`) or from a user's TOML file.

    A profile states what differs from the base profile; words it lists are read before the base's.
    Raises TeilegramError when there is no such profile, or the file is not one.
    """
    shipped = folder("data") / "conventions" / f"{name}.toml"
    path = shipped if name in (*PROFILES, FALLBACK) else Path(name)
    if not path.is_file():
        raise TeilegramError(f"convention {name}: is not known; choose auto, {', '.join(PROFILES)} or a TOML file")
    base = read(folder("data") / "conventions" / f"{FALLBACK}.toml")
    return merged(base, read(path), path)


def read(path: Path) -> dict[str, Any]:
    """Read a TOML file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TeilegramError(f"{path}: is not a convention in TOML ({error}); mend it there") from None


def merged(base: dict[str, Any], own: dict[str, Any], path: Path) -> Convention:
    """Lay a profile over the base profile."""
    try:
        words = {
            kind: tuple(own.get("vocabulary", {}).get(kind, ())) + tuple(base["vocabulary"].get(kind, ()))
            for kind in {*base["vocabulary"], *own.get("vocabulary", {})}
        }
        signs = {**base["attributions"], **own.get("attributions", {})}
        plain = {
            key: own.get(key, base[key])
            for key in ("ident", "title", "statement", "open", "close", "unsigned", "reason")
        }
        must(plain, signs)
        evidence = tuple(own.get("evidence", ()))
        columns, original = (bool(own.get(key, base[key])) for key in ("columns", "transliterates"))
        by_length = tuple(sorted(signs.items(), key=lambda pair: (-len(pair[0]), pair[0])))
        return Convention(
            **plain,
            columns=columns,
            transliterates=original,
            attributions=by_length,
            vocabulary=words,
            evidence=evidence,
        )
    except (TypeError, AttributeError, KeyError) as error:
        raise TeilegramError(
            f"{path}: is not a convention ({error}); compare the profiles that come with teilegram"
        ) from None


def must(plain: dict[str, str], signs: dict[str, str]) -> None:
    """Check the values of a profile; raises TypeError with what is wrong."""
    if not all(isinstance(value, str) for value in (*plain.values(), *signs.values())):
        raise TypeError("a value that should be a string is not")
    if len(plain["open"]) != 1 or len(plain["close"]) != 1 or plain["open"] == plain["close"]:
        raise TypeError("open and close are one character each, and different")
    unknown = [sign for sign in (plain["unsigned"], *signs.values()) if sign not in ("ed", "trans")]
    if unknown:
        raise TypeError(f"{unknown[0]!r} is nobody; an act is by ed or trans")


def detect(source: Source) -> Convention:
    """Choose the profile for which the transcript has the most evidence; without any, the base profile.

    >>> detect(Source("x", "horns [in confrontation—ed.]. [Source: AVP RF; provided to CWIHP]", "")).ident
    'cwihp'
    >>> detect(Source("x", "A letter [sic].", "")).ident
    'plain'
    """
    scored = [
        (sum(mark in source.text for mark in profile(name).evidence), -i, name) for i, name in enumerate(PROFILES)
    ]
    best, _, name = max(scored)
    return profile(name if best else FALLBACK)
