"""Sentences of a text, and which of them answer which in a translation.

The alignment is Gale and Church's (*A Program for Aligning Sentences in Bilingual Corpora*, 1993): the lengths
of what is paired decide, and how rare it is that a translator merges, splits, drops or adds a sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, log, sqrt

from book.model.language import Language
from book.text.han import HAN

ENGLISH_FOR_HAN = 4.0
"""Characters of English, spaces with them, for one Han character; marks are not counted in Chinese."""
ENGLISH_FOR_LATIN = 1.3
"""The same for what is in Latin script within Chinese: it is printed again, with spaces and an article."""
VARIANCE = 10.0
"""How far the lengths of two sentences stray, per character of English."""
SPREAD, SPREAD_OF_SHORT = 0.125, 2.6
"""How far the logarithm of the ratio of two texts strays, and how much more, per character, if they are short.

All of these were measured on the translations of this book's five documents, of which one brings its own.
"""

_CLOSING = "”’」』）)】\\]\"'*"
_CHINESE_END = re.compile(rf"(?:[。！？!?]+|……|…)[{_CLOSING}]*(?![，、；：,;:的了是{_CLOSING}])|\n")
_ENGLISH_END = re.compile(rf"(?:[.!?…]+[{_CLOSING}]*)(?=\s+[“‘\"'(\[]*[A-Z\d]|\s*$)|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|cf|Fig|No|vol|pp?|approx|Inc|Ltd|Co|e\.g|i\.e|U\.S|U\.K|a\.m|p\.m"
    r"|[A-Z]))\.$"
)


def sentences(text: str, language: Language) -> list[str]:
    """A text → its sentences, without the spaces between them."""
    pattern = _CHINESE_END if language.is_chinese else _ENGLISH_END
    found, start = [], 0
    for match in pattern.finditer(text):
        is_abbreviation = match.group() == "." and _ABBREVIATION.search(text[start : match.end()])
        if is_abbreviation and not language.is_chinese and match.end() < len(text.rstrip()):
            continue
        found.append(text[start : match.end()])
        start = match.end()
    found.append(text[start:])
    return [sentence.strip() for sentence in found if re.search(r"\w", sentence)]


def weight(text: str, language: Language) -> float:
    """A text → its length, in characters of English."""
    if not language.is_chinese:
        return float(len(text))
    latin = sum(1 for c in text if c.isascii() and not c.isspace())
    return len(HAN.findall(text)) * ENGLISH_FOR_HAN + latin * ENGLISH_FOR_LATIN


def deviation(one: float, other: float) -> float:
    """The weights of a text and its translation → by how many standard deviations it is too long; negative if short.

    Gale and Church take the difference of the lengths. Of whole paragraphs the ratio is the better measure: a
    translator who is wordy is so in every sentence.
    """
    return log(other / one) / sqrt(SPREAD**2 + SPREAD_OF_SHORT / one)


@dataclass(frozen=True, slots=True)
class Move:
    """So many sentences of the original answered by so many of the translation."""

    ours: int
    theirs: int
    cost: float
    """How rare it is: the negative logarithm of its probability."""


MOVES = (
    Move(1, 1, -log(0.900)),
    Move(1, 2, -log(0.060)),
    Move(1, 3, -log(0.005)),
    Move(2, 1, -log(0.015)),
    Move(3, 1, -log(0.002)),
    Move(2, 2, -log(0.004)),
    Move(1, 0, -log(0.005)),
    Move(0, 1, -log(0.005)),
)
"""As often as in this book: English takes a Chinese sentence apart at its commas, and hardly ever joins two."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that answer each other; one of the two is empty where nothing answers."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]


def align(ours: Sequence[str], theirs: Sequence[str], source: Language, target: Language) -> list[Bead]:
    """The sentences of a text and of its translation → the likeliest way in which they answer each other."""
    left = [weight(s, source) for s in ours]
    right = [weight(s, target) for s in theirs]
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
