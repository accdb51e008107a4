"""Sentences of a text, and which of them answer which in a translation.

The alignment is Gale and Church's (*A Program for Aligning Sentences in Bilingual Corpora*, 1993): the lengths
of what is paired decide, and how rare it is that a translator merges, splits, drops or adds a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, log, sqrt

from book.languages import profile
from book.model.language import Language

VARIANCE = 6.8
"""The variance of the length of a translation for each character of its original (Gale and Church, § 3.2)."""


def deviation(one: float, other: float) -> float:
    """The weights of a text and its translation → by how many standard deviations it is too long; negative if short.

    Gale and Church take the difference of the lengths. Of whole paragraphs the logarithm of their ratio is the better
    measure, whose variance is ``VARIANCE`` for each character of the original: half of a text is then as far off as
    twice as much. A translator who is wordy is so in every sentence, so it may stray by ``SPREAD`` besides.
    """
    return log(other / one) / sqrt(VARIANCE / one + SPREAD**2)


SPREAD = 0.1
"""How far translators differ in length for the same text, as a part of it. A choice, not a measurement."""


@dataclass(frozen=True, slots=True)
class Move:
    """So many sentences of the original answered by so many of the translation."""

    ours: int
    theirs: int
    cost: float
    """How rare it is: the negative logarithm of its probability."""


MOVES = (
    Move(1, 1, -log(0.89)),
    Move(1, 2, -log(0.089)),
    Move(2, 1, -log(0.089)),
    Move(2, 2, -log(0.011)),
    Move(1, 0, -log(0.0099)),
    Move(0, 1, -log(0.0099)),
    Move(1, 3, -log(0.089**2)),
    Move(3, 1, -log(0.089**2)),
)
"""Gale and Church's probabilities (table 5), from 1,316 pairs of English, French and German sentences.

They have no sentence made into three: that is taken for the same thing done twice.
"""


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that answer each other; one of the two is empty where nothing answers."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]


def align(ours: Sequence[str], theirs: Sequence[str], source: Language, target: Language) -> list[Bead]:
    """The sentences of a text and of its translation → the likeliest way in which they answer each other."""
    left = [profile(source).conventions.weight(s) for s in ours]
    right = [profile(target).conventions.weight(s) for s in theirs]
    best: dict[tuple[int, int], tuple[float, Move | None]] = {(0, 0): (0.0, None)}
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            for move in MOVES:
                before = best.get((i - move.ours, j - move.theirs))
                if before is None:
                    continue
                cost = before[0] + move.cost + _cost(sum(left[i - move.ours : i]), sum(right[j - move.theirs : j]))
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = (cost, move)
    beads: list[Bead] = []
    i, j = len(ours), len(theirs)
    while (last := best[i, j][1]) is not None:
        beads.append(Bead(tuple(ours[i - last.ours : i]), tuple(theirs[j - last.theirs : j])))
        i, j = i - last.ours, j - last.theirs
    return beads[::-1]


def _cost(one: float, other: float) -> float:
    """How unlikely it is that texts of these lengths answer each other; what nothing answers costs by its move."""
    if not one or not other:
        return 0.0
    delta = (other - one) / sqrt((one + other) / 2 * VARIANCE)
    return -log(max(erfc(abs(delta) / sqrt(2)), 1e-300))
