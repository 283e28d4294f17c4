"""How Russian names and nouns decline, and which cases a form can be (Русская грамматика, 1980, §§ 1167–1240).

A case is one letter: `n`ominative, `g`enitive, `d`ative, `a`ccusative, `i`nstrumental, `p`repositional.
"""

from __future__ import annotations

from collections import defaultdict

ALL = "ngdaip"
OBLIQUE = "gdaip"
HUSHING = "гкхжчшщ"
PARADIGMS: dict[str, tuple[int, tuple[str, str, str, str, str]]] = {
    "hard": (0, ("а", "у", "а", "ом", "е")),
    "ь": (1, ("я", "ю", "я", "ем", "е")),
    "й": (1, ("я", "ю", "я", "ем", "е")),
    "ий": (1, ("я", "ю", "я", "ем", "и")),
    "а": (1, ("ы", "е", "у", "ой", "е")),
    "я": (1, ("и", "е", "ю", "ей", "е")),
    "ия": (1, ("и", "и", "ю", "ей", "и")),
    "ь-f": (1, ("и", "и", "ь", "ью", "и")),
    "adj": (2, ("ого", "ому", "ого", "ым", "ом")),
}
"""By class: how many letters the oblique cases drop, and the endings of genitive, dative, accusative, and so on."""


def forms(word: str, declension: str, stem: str = "") -> dict[str, str]:
    """Give every form of a word with the cases it can be; spellings with е for ё alone, as most transcripts have them.

    >>> forms("Фёдор", "hard")["Федора"], forms("Илья", "я")["Илье"], forms("Пётр", "hard", "Петр")["Петром"]
    ('ga', 'dp', 'i')
    """
    found: dict[str, str] = defaultdict(str)
    found[plain(word)] = "n" if declension in PARADIGMS else ALL
    if declension in PARADIGMS:
        cut, endings = PARADIGMS[declension]
        root = plain(stem or word[: len(word) - cut])
        for case, ending in zip(OBLIQUE, endings, strict=True):
            found[root + spelt(root, ending)] += case
    return {form: "".join(c for c in ALL if c in cases) for form, cases in found.items()}


def spelt(root: str, ending: str) -> str:
    """Spell an ending after a stem: и for ы after г, к, х and the sibilants, е for о in their instrumental.

    >>> spelt("Ольг", "ы"), spelt("Маш", "ой"), spelt("Милиц", "ой")
    ('и', 'ей', 'ей')
    """
    last = root[-1:]
    if last in HUSHING and ending[0] == "ы":
        return "и" + ending[1:]
    return "е" + ending[1:] if last and last in "жчшщц" and ending in ("ой", "ом") else ending


def kind_of(word: str) -> str:
    """Give the class by which a noun declines that the tables say nothing more of.

    >>> [kind_of(w) for w in ("Россия", "Казань", "Берлин", "Чили", "Великий")]
    ['ия', 'ь-f', 'hard', 'fixed', 'adj']
    """
    if word.endswith("ия"):
        return "ия"
    if word.endswith(("кий", "ный", "рый", "вый", "ний", "тый", "кой")):
        return "adj"
    last = word[-1]
    return {"а": "а", "я": "я", "ь": "ь-f", "й": "й"}.get(last, "fixed" if last in "оеиуыэюё" else "hard")


def plain(word: str) -> str:
    """Write е for ё."""
    return word.replace("ё", "е").replace("Ё", "Е")


def agree(one: str, other: str) -> bool:
    """Tell whether two sets of cases have one in common."""
    return not set(one).isdisjoint(other)
