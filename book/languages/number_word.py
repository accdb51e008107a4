"""A number written in words, and what a decade without its century may be."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from book.text.sentinels import COUNTED


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words."""

    start: int
    stop: int
    """Code points of the text."""
    written: str
    values: frozenset[str]
    is_required: bool
    """Whether it is sure to count something, so that the other language must have it."""
    magnitude: int | None = None
    """The power of ten of what is no value: 几十万 is 5."""


def number_word(match: re.Match[str], values: Iterable[str], is_required: bool) -> NumberWord:
    """A match → the number that it writes."""
    return NumberWord(match.start(), match.end(), match.group().strip(), frozenset(values), is_required)


def hidden(pattern: re.Pattern[str], text: str) -> str:
    """A text → the same, with what a pattern finds hidden from other patterns."""
    return pattern.sub(lambda found: COUNTED * len(found.group()), text)


def of_any_century(decade: str) -> set[str]:
    """A decade without its century → the years that it may begin with, from the tenth century to the twenty-first.

    ``20`` of 20年代 or ``the twenties`` may be 1920 or 2020.
    """
    return {decade} | {f"{century}{decade}" for century in range(9, 21)}
