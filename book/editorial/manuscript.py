"""The manuscript: what the book says and where each passage comes from, before any edition is set."""

from dataclasses import dataclass
from enum import StrEnum

from book.model.block import Block, Kind, LineRange
from book.model.localized import Localized
from book.model.moment import Moment
from book.model.recording import Person, Recording
from book.model.source import Section, Source
from book.specs.book_spec import BookSpec


class Matter(StrEnum):
    """Which part of a book a division belongs to (EPUB Structural Semantics 1.1 § 2)."""

    FRONT = "frontmatter"
    BODY = "bodymatter"
    BACK = "backmatter"


@dataclass(frozen=True, slots=True)
class Cut:
    """A block, or the part of one that an editor chose by quoting it."""

    block: Block
    """What is printed."""
    index: int
    """The place of the whole block in its section, from 0."""
    start: int
    stop: int
    """The characters of the whole block's text that are printed."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive blocks of one kind and one speaker."""

    id: str
    """Made from the source and the words, so that it stays when something else changes."""
    cuts: tuple[Cut, ...]
    kind: Kind
    speaker: Person | None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is printed."""
        return tuple(cut.block for cut in self.cuts)

    @property
    def lines(self) -> LineRange:
        """The lines of the document that hold it."""
        return LineRange(min(b.lines.first for b in self.blocks), max(b.lines.last for b in self.blocks))


@dataclass(frozen=True, slots=True)
class Extract:
    """What an editor took from one section in one go: passages that share one citation."""

    source: Source
    section: Section
    moment: Moment | None
    passages: tuple[Passage, ...]
    with_heading: bool = False
    """Whether the section's own heading is printed above it."""

    @property
    def lines(self) -> LineRange:
        """The lines of the document that hold it."""
        return LineRange(min(p.lines.first for p in self.passages), max(p.lines.last for p in self.passages))


@dataclass(frozen=True, slots=True)
class EditorNote:
    """The editor's own prose, in Markdown."""

    text: Localized


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what stands under it."""

    heading: Localized | None
    items: tuple[Extract | EditorNote, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A chapter, or a part of the front or back matter written like one."""

    slug: str
    matter: Matter
    number: int | None
    """Counted from 1 among the chapters; None outside them."""
    title: Localized
    groups: tuple[Group, ...]

    @property
    def extracts(self) -> tuple[Extract, ...]:
        """Every extract, in order."""
        return tuple(item for group in self.groups for item in group.items if isinstance(item, Extract))


@dataclass(frozen=True, slots=True)
class Omission:
    """What the book leaves out, and why."""

    source: Source
    section: Section
    cuts: tuple[Cut, ...]
    because: Localized


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The whole book in every language it has."""

    book: BookSpec
    divisions: tuple[Division, ...]
    omissions: tuple[Omission, ...]
    sources: tuple[Source, ...]
    recordings: tuple[Recording, ...]
