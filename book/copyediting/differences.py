"""Sources × edition → every difference between them, by cause, with counts and places."""

from collections.abc import Iterator
from dataclasses import dataclass

from book.copyediting.revisions import Revisions, RevisionTable
from book.model.block import Wording
from book.model.change import Cause, Revision
from book.model.language import Language, same_tongue
from book.model.source import Source


@dataclass(frozen=True, slots=True)
class RevisedText:
    """A heading or block of a source as an edition prints it."""

    source: Source
    wording: Wording
    """The text as the source has it."""
    revision: Revision


@dataclass(frozen=True, slots=True)
class Difference:
    """The same change wherever a source has it."""

    cause: Cause
    before: str
    after: str
    why: str
    lines: tuple[int, ...]
    """The first line of each text that has it, once for each time."""

    @property
    def times(self) -> int:
        """How often it was made."""
        return len(self.lines)


def revised_texts(source: Source, target: Language, table: RevisionTable) -> Iterator[RevisedText]:
    """Every heading and block of a source that an edition in ``target`` can print."""
    for section in source.sections:
        for wording in section.wordings:
            if same_tongue(wording.language, target):
                yield RevisedText(source, wording, table.of(wording, target).revision)


def differences(source: Source, target: Language, revisions: Revisions) -> tuple[Difference, ...]:
    """A source → its differences from an edition, by cause, the most frequent first."""
    found: dict[tuple[Cause, str, str, str], list[int]] = {}
    for text in revised_texts(source, target, revisions.printed):
        for change in text.revision.changes:
            key = (change.cause, change.before, change.after, change.why)
            found.setdefault(key, []).append(text.wording.lines.first)
    order = list(Cause)
    rows = (Difference(*key, tuple(lines)) for key, lines in found.items())
    return tuple(sorted(rows, key=lambda row: (order.index(row.cause), -row.times, row.before)))
