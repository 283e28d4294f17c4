"""Identifiers of entries, made of their names: `Kennedy, John F.` → `kennedy-john-f`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from teilegram.model import Entity, Name

LIMIT = 60
FORBIDDEN = re.compile(r"[^0-9a-zß-öø-ıł-ňα-ωа-яё-ќў-џא-תء-غف-ي一-龥-]+")
"""What no identifier is made of: letters that older readings of XML do not allow in one are among it."""


def plain(text: str) -> str:
    """Give the letters and figures of a text in small letters, words parted by hyphens; letters keep their script.

    >>> plain("Dorticós Torrado, Osvaldo"), plain("Хрущёв, Н. С."), plain("Łódź & Co."), plain("!")
    ('dorticos-torrado-osvaldo', 'хрущев-н-с', 'łodz-co', '')
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in apart if not unicodedata.combining(c) or c == "\u0306")
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", kept)))[:LIMIT].strip("-")


def ident(names: Iterable[Name], fallback: str) -> str:
    """Make an identifier of the first name that yields one: surname before forename, the first letter a letter."""
    for name in names:
        made = FORBIDDEN.sub("", form_key(name)).strip("-")
        if made:
            return made if made[0].isalpha() else f"{fallback}-{made}"
    return fallback


def form_key(name: Name) -> str:
    """Give what two equal names share: surname and forenames in one order, without accents and stops.

    >>> form_key(Name("Fidel Castro", (("forename", "Fidel"), ("surname", "Castro"))))
    'castro-fidel'
    """
    surname, forename = " ".join(name.part("surname")), " ".join(name.part("forename"))
    return plain(f"{surname} {forename}" if surname else name.text)


def unique(entities: Iterable[Entity], taken: Iterable[str] = ()) -> list[Entity]:
    """Give entities without two of one identifier: a later one gets `-2`, `-3`."""
    used = set(taken)
    made = []
    for entity in entities:
        name, number = entity.ident, 1
        while name in used:
            number += 1
            name = f"{entity.ident}-{number}"
        used.add(name)
        made.append(replace(entity, ident=name, ref=f"#{name}"))
    return made


def is_ncname(text: str) -> bool:
    """Tell whether a string can be an xml:id.

    >>> is_ncname("p_ADG1"), is_ncname("1a"), is_ncname("a b")
    (True, False, False)
    """
    return bool(re.fullmatch(r"[^\W\d][\w.-]*", text)) and not FORBIDDEN.search(re.sub(r"[_.]", "", text.lower()))
