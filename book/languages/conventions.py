"""What must be known of a language to compare a text with its translation; what is left out is not checked."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from book.languages.number_word import NumberWord

CLOSING = "”’」』”）)】\\]\"'*"
"""Marks that close after the end of a sentence, for a class in a pattern."""


@dataclass(frozen=True, slots=True)
class WrongMark:
    """A mark that the language does not set so."""

    pattern: re.Pattern[str]
    what: str
    right: str = ""
    """What to write instead."""


def _no_numbers(text: str) -> Iterable[NumberWord]:
    return ()


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a language is written, as far as a translation can be checked by it."""

    sentence_end: re.Pattern[str] = re.compile(rf"[.!?…。！？]+[{CLOSING}]*(?=\s|$)|[。！？]+[{CLOSING}]*|\n")
    abbreviation: re.Pattern[str] | None = None
    """What ends in a full stop that may end no sentence."""
    weight: Callable[[str], float] = field(default=lambda text: float(len(text)))
    """The length of a text, in characters of English with their spaces: the unit in which languages are compared."""
    has_words: Callable[[str], bool] = field(default=lambda text: any(character.isalpha() for character in text))
    """Whether a text has anything to translate."""
    number_words: Callable[[str], Iterable[NumberWord]] = _no_numbers
    wrong_marks: tuple[WrongMark, ...] = ()
    left_over: Callable[[str], list[str]] = field(default=lambda text: [])
    """The runs of a translation into this language that are still in another."""
    left_over_is: str = "is left in another language"
    notes_may_quote: bool = True
    """Whether a translator's note may have words of another script."""
    may_be_doubled: frozenset[str] | None = None
    """The words that may stand twice in a row; None: a word twice is no mistake."""
    inflected: Callable[[str], str] = field(default=lambda word: word)
    """A word, escaped for a pattern → the pattern of its forms."""
    name_parts: Callable[[str], tuple[str, ...]] = field(default=lambda name: ())
    """The parts of a person's name that will do alone."""
    says_twice: Callable[[re.Match[str]], bool] | None = None
    """Whether a bracket says a word over again in another language, so that its translation may go without it."""

    def sentences(self, text: str) -> list[str]:
        """A text → its sentences, without the spaces between them."""
        found, start = [], 0
        for match in self.sentence_end.finditer(text):
            abbreviated = (
                self.abbreviation and match.group() == "." and self.abbreviation.search(text[start : match.end()])
            )
            if abbreviated and match.end() < len(text.rstrip()):
                continue
            found.append(text[start : match.end()])
            start = match.end()
        found.append(text[start:])
        return [sentence.strip() for sentence in found if re.search(r"\w", sentence)]
