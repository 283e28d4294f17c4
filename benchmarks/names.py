"""How fast names are found, and what an authority costs: `python benchmarks/names.py` prints the table of names.md.

The text is made here: prose with a person named every 25 words, in full, with a title, or by surname alone.
"""

from __future__ import annotations

import random
import resource
import sys
import time

from teilegram.conventions import profile
from teilegram.model import Authority, Document, Entity, Name, Source
from teilegram.names import names
from teilegram.names.lexicon import of_persons

FORENAMES = (
    "Anna",
    "Boris",
    "Charles",
    "Dmitri",
    "Elena",
    "Frank",
    "George",
    "Helen",
    "Ivan",
    "Joseph",
    "Karl",
    "Louis",
    "Maria",
    "Nikita",
    "Otto",
    "Paul",
)
FIRST = (
    "Bar",
    "Cor",
    "Dan",
    "Fal",
    "Gor",
    "Hal",
    "Kel",
    "Lam",
    "Mor",
    "Nor",
    "Pal",
    "Ran",
    "Sel",
    "Tor",
    "Val",
    "Wes",
    "Zol",
    "Bre",
    "Dro",
    "Kle",
)
MIDDLE = (
    "a",
    "e",
    "i",
    "o",
    "u",
    "an",
    "en",
    "in",
    "on",
    "un",
    "ar",
    "er",
    "ir",
    "or",
    "ur",
    "al",
    "el",
    "il",
    "ol",
    "ul",
)
LAST = (
    "berg",
    "dall",
    "ev",
    "feld",
    "gan",
    "hart",
    "inski",
    "kov",
    "lund",
    "man",
    "nov",
    "ovich",
    "rin",
    "ström",
    "ton",
    "vale",
    "well",
    "worth",
    "zen",
    "son",
)
PROSE = (
    "The delegation arrived in the evening and was received at the station by the officials of the town.",
    "It was agreed that the talks would go on in the morning, and that nothing would be given to the papers.",
    "In the opinion of those present the question of grain could not be settled before the end of the year.",
)


def authority(people: int) -> Authority:
    """Make an authority of so many persons, each with a surname of its own, two forenames and a sex."""
    surnames = [f"{a}{b}{c}{d}" for a in FIRST for b in MIDDLE for c in MIDDLE for d in LAST]
    random.Random(1).shuffle(surnames)
    chosen = random.Random(people)
    made = []
    for number, surname in enumerate((surnames * (people // len(surnames) + 1))[:people]):
        given = tuple(("forename", chosen.choice(FORENAMES)) for _ in range(2))
        text = " ".join((*(g for _, g in given), surname))
        made.append(Entity(f"p{number}", "person", f"a.xml#p{number}", (Name(text, (*given, ("surname", surname))),)))
    return Authority(tuple(made))


def prose(known: Authority, words: int) -> str:
    """Make a text of so many words that names persons of an authority."""
    chosen = random.Random(words)
    people = chosen.choices(known.entities, k=40)
    sentences: list[str] = []
    length = 0
    while length < words:
        surname = (who := chosen.choice(people)).names[0].part("surname")[0]
        said = chosen.choice((who.names[0].text, f"Mr. {surname}", surname))
        told = f"Then {said} told the meeting what he had heard of {surname}'s plan."
        pair = f"{chosen.choice(PROSE)} {chosen.choice(PROSE)} {told}"
        sentences.append(pair)
        length += len(pair.split())
    return "\n\n".join(" ".join(sentences[i : i + 8]) for i in range(0, len(sentences), 8)) + "\n"


def timed(text: str, known: Authority) -> float:
    """Give the least time of four that the step of names takes, each with a text that it has not seen."""
    best = 1e9
    for again in range(4):
        longer = text + "\n" * again
        document = Document(Source("x", longer, ""), 0, len(longer), profile("base"), known)
        start = time.process_time()
        list(names(document))
        best = min(best, time.process_time() - start)
    return best


def main() -> int:
    """Print the figures."""
    large = authority(22_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    lexicon = of_persons(large)
    list(lexicon.find("Nobody."))
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{len(lexicon.forms)} variants: {seconds:.2f} s, process grown by {grown:.0f} MiB")
    for people in (1_000, 10_000):
        known = authority(people)
        for words in (20_000, 80_000):
            text = prose(known, words)
            seconds = timed(text, known)
            count = len(text.split())
            print(f"{people:>7} persons {count:>7} words {seconds * 1000:8.0f} ms {count / seconds:10.0f} words/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
