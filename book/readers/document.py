"""What a reader is given: a document's text and what the registry declares of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from book.diagnostics import Diagnostic, Place
from book.model.block import Block, Kind, LineRange
from book.model.language import Language
from book.model.localized import Localized
from book.model.recording import Recording
from book.model.source import Furniture, Heading


@dataclass(frozen=True, slots=True)
class Declared:
    """A value of the registry, with the place where it was written."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the registry, with its text."""

    id: str
    path: str
    text: str
    """With ``\\n`` at the ends of lines and without NUL, byte order mark or lone surrogates."""
    format: str
    language: Language
    kind: Kind
    title: Localized = field(default_factory=Localized)
    short: Localized = field(default_factory=Localized)
    recording: Recording | None = None
    headings: tuple[Declared, ...] = ()
    """The headings that carry no mark in the document."""
    metadata: tuple[tuple[LineRange, Place], ...] = ()
    """Lines of the body that the editor declares to be metadata."""
    kinds: tuple[tuple[Declared, Kind], ...] = ()
    """The kinds of sections, by address, where they differ from ``kind``."""
    quoted: str | None = None
    """Whose words the paragraphs are that stand wholly in quotation marks."""
    speakers: tuple[tuple[str, str], ...] = ()
    """The labels of speakers in the document and the ids of the people they stand for."""
    place: Place = field(default_factory=lambda: Place(""))
    """Where the registry declares the document."""

    @property
    def rows(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")


Element = Heading | Block | Furniture
"""What a reader yields, in the order of the document."""


@dataclass(slots=True)
class Reading:
    """What a reader found: elements in order, and what was wrong."""

    elements: list[Element] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        """Only the blocks."""
        return (e for e in self.elements if isinstance(e, Block))


Reader = Callable[[Document], Reading]
"""A reader of one shape of document."""
