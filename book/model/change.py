"""Changes of a text that know their cause and can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from book.model.localized import Localized


class Cause(StrEnum):
    """Why a text was changed."""

    CORRECTION = "correction"
    """An editor declared it."""
    PUNCTUATION = "punctuation"
    """The rules of the edition's region."""
    TERM = "term"
    """The term base: one form of each name and term in an edition."""
    SCRIPT = "script"
    """The edition is in the other script."""


class Change(NamedTuple):
    """Some characters of a text → others. A tuple, as there is one for every fourth character of a text."""

    start: int
    """Where they begin in the text to which the change belongs."""
    before: str
    after: str
    cause: Cause
    why: str = ""
    """The rule or entry that asks for it."""
    is_listed: bool = False
    """Whether it is printed in the book's list of corrections."""
    because: Localized | None = None
    """The reason that the list prints; None where the term base asks for the change."""

    @property
    def stop(self) -> int:
        """Where they end."""
        return self.start + len(self.before)


@dataclass(frozen=True, slots=True)
class Stage:
    """The changes of one rule, made together: in order, none over another."""

    changes: tuple[Change, ...]

    def apply(self, text: str) -> str:
        """The text with the changes."""
        pieces: list[str] = []
        place = 0
        for start, before, after, *_ in self.changes:
            pieces += (text[place:start], after)
            place = start + len(before)
        pieces.append(text[place:])
        return "".join(pieces)

    def undo(self, text: str) -> str:
        """The changed text → the text before."""
        pieces, place, shift = [], 0, 0
        for change in self.changes:
            start = change.start + shift
            assert text.startswith(change.after, start), "the text is not that of these changes"
            pieces += [text[place:start], change.before]
            place = start + len(change.after)
            shift += len(change.after) - len(change.before)
        return "".join([*pieces, text[place:]])

    def moved(self, place: int) -> int:
        """Where a place of the text is after the changes.

        A place inside a change stays where it was if the change keeps the length, else goes to its end.
        """
        shift = 0
        for change in self.changes:
            if place <= change.start:
                break
            if place < change.stop and len(change.before) != len(change.after):
                return change.start + shift + len(change.after)
            if place < change.stop:
                break
            shift += len(change.after) - len(change.before)
        return place + shift


@dataclass(frozen=True, slots=True)
class Revision:
    """A text, the stages of its changes, and the result."""

    original: str
    stages: tuple[Stage, ...]
    text: str

    def undone(self) -> str:
        """The result → the text before all changes; equal to ``original``."""
        text = self.text
        for stage in reversed(self.stages):
            text = stage.undo(text)
        return text

    def moved(self, place: int, after: int = 0) -> int:
        """Where a place of the text before stage ``after`` is in the result."""
        for stage in self.stages[after:]:
            place = stage.moved(place)
        return place

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in the order in which they were made."""
        return tuple(change for stage in self.stages for change in stage.changes)


def stage(changes: Iterable[Change]) -> Stage | None:
    """Changes in order → a stage of those that change anything, or None."""
    real = tuple(change for change in changes if change.before != change.after)
    return Stage(real) if real else None
