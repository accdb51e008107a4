"""The manuscript: what the book says and where each passage comes from, before any edition is set."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from book.model.block import Block, Kind
from book.model.localized import Localized
from book.model.moment import Moment
from book.model.recording import Person, Recording
from book.model.source import Heading, Section, Source
from book.model.span import LineRange, Span, around
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
    """The code points of the whole block's text that are printed, ``stop`` not included."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive blocks of one kind and one speaker."""

    id: str
    """Made from the source, the words and where they stand, so that it stays when something else changes."""
    cuts: tuple[Cut, ...]
    kind: Kind
    speaker: Person | None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is printed."""
        return tuple(cut.block for cut in self.cuts)

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return around(block.span for block in self.blocks)

    @property
    def lines(self) -> LineRange:
        """The lines of the document that hold it."""
        return self.span.lines


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
        return around(passage.span for passage in self.passages).lines


@dataclass(frozen=True, slots=True)
class EditorNote:
    """The editor's own prose, in Markdown."""

    text: Localized


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what is under it."""

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

    @property
    def texts(self) -> Iterator[Block | Heading]:
        """What the book takes from its sources: the blocks that it prints, and the headings that it cites."""
        for division in self.divisions:
            for extract in division.extracts:
                yield from (extract.section.heading,) if extract.section.heading else ()
                yield from (block for passage in extract.passages for block in passage.blocks)
        for omission in self.omissions:
            yield from (omission.section.heading,) if omission.section.heading else ()

    @property
    def notes(self) -> Iterator[Localized]:
        """The editors' prose."""
        groups = (group for division in self.divisions for group in division.groups)
        return (item.text for group in groups for item in group.items if isinstance(item, EditorNote))

    @property
    def words(self) -> Iterator[Localized]:
        """What else the editors wrote: titles, names, labels and reasons."""
        book = self.book
        written = [book.title, book.subtitle, book.editor, book.rights]
        written += [person.name for person in book.people or ()]
        recordings = (*self.recordings, *(source.recording for source in self.sources))
        written += [name for recording in recordings if recording for name in (recording.title, recording.short)]
        written += [name for source in self.sources for name in (source.title, source.short)]
        for division in self.divisions:
            written += [division.title, *(group.heading for group in division.groups)]
            speakers = (passage.speaker for extract in division.extracts for passage in extract.passages)
            written += [speaker.name for speaker in speakers if speaker]
        written += [omission.because for omission in self.omissions]
        return (text for text in written if text is not None)
