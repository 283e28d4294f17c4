"""Alignment: which units of one text render which of another, by their lengths and by what they have in common.

A dynamic programme after William A. Gale and Kenneth W. Church, “A Program for Aligning Sentences in Bilingual
Corpora”, Computational Linguistics 19 (1993): lengths in characters, their variance, and how often translators
render one sentence by one, one by two, and so on.  To that come anchors, and texts of which one is longer at
its ends.  Work and memory grow with the longer text: of long ones only a band is looked at.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from teilegram.model import Cert

PRIORS = {(1, 1): 0.89, (1, 2): 0.0445, (2, 1): 0.0445, (2, 2): 0.011, (1, 0): 0.00495, (0, 1): 0.00495}
"""Gale and Church's table 5: the share of each bead; where they count both directions together, half for each."""
VARIANCE = 6.8
"""Gale and Church: the variance of the length of a translation, for each character of the original."""
MANNER = 0.08
"""How much longer or shorter, as a share, a translator may be throughout."""
WEIGHTS = {"date": 4.0, "number": 3.0, "list": 3.0, "name": 3.0, "word": 2.0, "sign": 1.0}
"""What an anchor that occurs once is worth, as a logarithm of odds; one that occurs often is worth less."""
WORST, ALONE = 15.0, 3.0
"""Where the costs of lengths that do not fit, and of characters without a counterpart, stop growing."""
TELLING = re.compile(r"date:|number:\d{3}")
"""What a translation does not leave out: where only one text has it, something is missing in the other."""
BEFORE, AFTER = 3.0, 0.5
"""What it costs, for each unit, that one text begins earlier than the other, or goes on after it."""
FULL, BAND, BEAM = 10_000, 40, 40.0
"""Up to how many pairs all are looked at; beyond that, how far from the best path, and at how much more cost."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or sentence: its length in characters, its anchors, and whether its end is lost."""

    length: int
    anchors: frozenset[str] = frozenset()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Bead:
    """Units `left[0]:left[1]` of one text and `right[0]:right[1]` of the other that render each other."""

    left: tuple[int, int]
    right: tuple[int, int]
    cert: Cert

    @property
    def paired(self) -> bool:
        """Whether there is something on both sides."""
        return self.left[0] < self.left[1] and self.right[0] < self.right[1]


def beads(left: Sequence[Unit], right: Sequence[Unit], *, overhang: bool = False) -> list[Bead]:
    """Align two texts; with `overhang`, one may begin before the other and go on after it.

    >>> [(b.left, b.right) for b in beads([Unit(80), Unit(150)], [Unit(84), Unit(70), Unit(77)])]
    [((0, 1), (0, 1)), ((1, 2), (1, 3))]
    """
    return Programme(left, right, overhang=overhang).beads()


class Programme:
    """The dynamic programme over two texts."""

    def __init__(self, left: Sequence[Unit], right: Sequence[Unit], *, overhang: bool) -> None:
        self.left, self.right, self.overhang = left, right, overhang
        self.weights, self.alone = weights(left, right)
        self.rows: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(len(left) + 1)]

    def beads(self) -> list[Bead]:
        """Fill the rows, find the best end, and follow the path back."""
        self.rows[0][0] = (0.0, 0, 0)
        for i in range(len(self.rows)):
            for j in self.window(i):
                self.extend(i, j)
        i, j = self.best_end()
        tail = [(i, i + 1, len(self.right), len(self.right)) for i in range(i, len(self.left))]
        tail += [(len(self.left), len(self.left), j, j + 1) for j in range(j, len(self.right))]
        found = [*self.path(i, j), *tail]
        return self.sure([Bead((a, b), (c, d), self.certainty(a, b, c, d)) for a, b, c, d in found])

    def sure(self, found: list[Bead]) -> list[Bead]:
        """Trust lengths behind lost text only where names or numbers, there or further on, say that it goes on."""
        cuts = [next((i + 1 for i, u in enumerate(side) if u.cut), len(side)) for side in (self.left, self.right)]
        for at in range(len(found) - 1, -1, -1):
            bead = found[at]
            if bead.left[0] < cuts[0] and bead.right[0] < cuts[1]:
                break
            if bead.paired and self.common(*bead.left, *bead.right)[0] >= TOLD:
                break
            found[at] = replace(bead, cert="low")
        return found

    def window(self, i: int) -> Iterator[int]:
        """Yield the places of a row that are looked at, from left to right, also those that are reached meanwhile."""
        row = self.rows[i]
        first, last, most = 0, len(self.right), math.inf
        if len(self.left) * len(self.right) > FULL and row:
            best = min(row, key=lambda j: row[j][0])
            first, last, most = best - BAND, best + BAND, row[best][0] + BEAM
        for j in range(max(first, 0), min(last, len(self.right)) + 1):
            if j in row and row[j][0] <= most:
                yield j

    def extend(self, i: int, j: int) -> None:
        """Go on from a place by every bead that fits there."""
        so_far = self.rows[i][j][0]
        for di, dj in PRIORS:
            if i + di > len(self.left) or j + dj > len(self.right):
                continue
            cost = so_far + self.cost(i, i + di, j, j + dj)
            known = self.rows[i + di].get(j + dj)
            if known is None or cost < known[0]:
                self.rows[i + di][j + dj] = (cost, di, dj)

    def cost(self, i: int, k: int, j: int, m: int) -> float:
        """Give what a bead costs: how rare and how uneven it is, less what its sides have in common."""
        if i == k or j == m:
            if self.overhang and ((i == k == 0) or (j == m == 0)):
                return BEFORE
            return -math.log(PRIORS[k - i, m - j]) + min(self.length(i, k, j, m) / (2 * VARIANCE), ALONE)
        shared, apart = self.common(i, k, j, m)
        return (
            -math.log(PRIORS[k - i, m - j])
            + min(unlikely(self.deviation(i, k, j, m)), WORST)
            - shared
            + apart / 2
            + self.missing(i, k, j, m)
        )

    def length(self, i: int, k: int, j: int, m: int) -> int:
        """Give the characters of a bead, both sides together."""
        return sum(u.length for u in self.left[i:k]) + sum(u.length for u in self.right[j:m])

    def deviation(self, i: int, k: int, j: int, m: int) -> float:
        """Give how many standard deviations the lengths of two sides are apart; a side that is cut may be shorter."""
        one, other = sum(u.length for u in self.left[i:k]), sum(u.length for u in self.right[j:m])
        if (self.left[k - 1].cut and one < other) or (self.right[m - 1].cut and other < one):
            return 0.0
        mean = max((one + other) / 2, 1)
        return abs(one - other) / math.sqrt(mean * VARIANCE + (MANNER * mean) ** 2)

    def common(self, i: int, k: int, j: int, m: int) -> tuple[float, float]:
        """Weigh the anchors that two sides share, and those that only one of them has."""
        one = frozenset[str]().union(*(u.anchors for u in self.left[i:k]))
        other = frozenset[str]().union(*(u.anchors for u in self.right[j:m]))
        if not one and not other:
            return 0.0, 0.0
        apart = one - other if self.right[m - 1].cut else other - one if self.left[k - 1].cut else one ^ other
        known = self.weights
        return sum(known.get(a, 0.0) for a in sorted(one & other)), sum(known.get(a, 0.0) for a in sorted(apart))

    def missing(self, i: int, k: int, j: int, m: int) -> float:
        """Weigh the anchors of a bead that its other text lacks altogether."""
        if not self.alone:
            return 0.0
        anchors = sorted({a for u in (*self.left[i:k], *self.right[j:m]) if not u.cut for a in u.anchors})
        return sum(self.alone.get(a, 0.0) for a in anchors)

    def best_end(self) -> tuple[int, int]:
        """Give the place from which the rest of one text stands alone at the least cost."""
        n, m = len(self.left), len(self.right)
        ends = [(cost + self.rest(self.right[j:]), n, j) for j, (cost, *_) in self.rows[n].items()]
        ends += [(row[m][0] + self.rest(self.left[i:]), i, m) for i, row in enumerate(self.rows[:n]) if m in row]
        return min(ends)[1:]

    def rest(self, units: Sequence[Unit]) -> float:
        """Give what it costs that these units at the end stand alone."""
        if self.overhang:
            return AFTER * len(units)
        return sum(-math.log(PRIORS[1, 0]) + min(u.length / (2 * VARIANCE), ALONE) for u in units)

    def path(self, i: int, j: int) -> list[tuple[int, int, int, int]]:
        """Follow the best path back from a place to the beginning."""
        found = []
        while i or j:
            _, di, dj = self.rows[i][j]
            found.append((i - di, i, j - dj, j))
            i, j = i - di, j - dj
        return found[::-1]

    def certainty(self, i: int, k: int, j: int, m: int) -> Cert:
        """Tell how sure a bead is: high where lengths and anchors agree, low where neither speaks for it."""
        if i == k or j == m:
            return "low"
        deviation, (shared, apart) = self.deviation(i, k, j, m), self.common(i, k, j, m)
        if (deviation > UNEVEN and shared < TOLD) or (deviation > 2 * UNEVEN and shared < 2 * TOLD):
            return "low"
        if apart > shared + 2 * TOLD:
            return "low"
        even = deviation <= EVEN and apart <= shared + TOLD
        return "high" if even and (shared >= TOLD or (k - i, m - j) == (1, 1)) else "medium"


EVEN, UNEVEN, TOLD = 2.0, 3.0, 2.0
"""Standard deviations up to which lengths agree, and from which they do not; what weight of anchors tells something."""


def unlikely(deviation: float) -> float:
    """Give the cost of a deviation: the logarithm of how seldom a normal variable is as far from its mean."""
    return -math.log(max(math.erfc(deviation / math.sqrt(2)), 1e-12))


def weights(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[dict[str, float], dict[str, float]]:
    """Weigh the anchors that both texts have, and those that one has and the other should; the rarer, the more."""
    ones, others = (Counter(anchor for unit in side for anchor in unit.anchors) for side in (left, right))
    dated = all(any(anchor.startswith("date:") for anchor in side) for side in (ones, others))
    both = ones.keys() & others.keys()
    only = {a for a in ones.keys() ^ others.keys() if TELLING.match(a) and (dated or not a.startswith("date:"))}
    shared, alone = (
        {a: WEIGHTS[a.partition(":")[0]] / math.sqrt(max(ones[a], others[a])) for a in group} for group in (both, only)
    )
    return shared, alone
