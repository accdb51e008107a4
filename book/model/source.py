"""A document after reading: sections of blocks, and the lines that are only furniture."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from book.model.block import Block, Kind, Wording
from book.model.document import Document
from book.model.inline import Inline, plain_text
from book.model.language import Language
from book.model.localized import Localized
from book.model.moment import Time
from book.model.recording import Recording
from book.model.span import LineRange, Span, Unit, around
from book.model.text_id import UNREAD, TextId


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document; a number typed into it is kept apart from its words."""

    inlines: tuple[Inline, ...]
    span: Span
    language: Language
    level: int = 1
    number: str | None = None
    stamp: Time | None = None
    """Where the recording stands, if the heading says so."""
    mirror: "Heading | None" = None
    """The same heading in the document's other language, where it carries its own translation."""
    id: TextId = UNREAD

    @property
    def wording(self) -> Wording:
        """Its words as a text with an id."""
        return Wording(self.id, self.inlines, self.language, self.span)

    @property
    def lines(self) -> LineRange:
        """The lines of the document that hold it."""
        return self.span.lines

    @property
    def text(self) -> str:
        """The words, without number or stamp."""
        return plain_text(self.inlines).replace("\n", " ").strip()


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines of a document that are no text of the book: front matter, titles, links, rules, markup."""

    lines: LineRange
    what: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks up to the next one; the unit that a chapter cites."""

    address: str
    """Its canonical address, unique within the document."""
    heading: Heading | None
    blocks: tuple[Block, ...]
    lines: LineRange
    start: Time | None = None
    """Where the recording stands at its beginning, if its heading carries a stamp."""
    end: Time | None = None
    """The next stamp after it, if that is later."""

    @property
    def wordings(self) -> Iterator[Wording]:
        """Its texts in reading order, each before its mirror; code is none."""
        for text in (self.heading, *self.blocks):
            for version in (text, text.mirror if text else None):
                if version is not None and (wording := version.wording) is not None:
                    yield wording

    @property
    def title(self) -> str:
        """The words of its heading, or nothing."""
        return self.heading.text if self.heading else ""

    @property
    def kind(self) -> Kind | None:
        """The kind that all its blocks share, or that of the first."""
        return self.blocks[0].kind if self.blocks else None

    @property
    def unit(self) -> Unit | None:
        """Its pieces by the document's own count, where that has one."""
        return around(block.span for block in self.blocks).unit if self.blocks else None


@dataclass(frozen=True)
class Source:
    """One document, read."""

    document: Document
    sections: tuple[Section, ...]
    furniture: tuple[Furniture, ...]

    @property
    def id(self) -> str:
        """The id that chapters cite."""
        return self.document.id

    @property
    def path(self) -> str:
        """Its file, relative to the project's folder."""
        return self.document.path

    @property
    def title(self) -> Localized:
        """Its title."""
        return self.document.declared.title

    @property
    def short(self) -> Localized:
        """A label of a few characters, printed beside every passage."""
        return self.document.declared.short

    @property
    def language(self) -> Language:
        """Its own language, or the leading one of two."""
        return self.document.language

    @property
    def recording(self) -> Recording | None:
        """The recording it tells of."""
        return self.document.recording

    @property
    def text(self) -> str:
        """The document's text, as it was read."""
        return self.document.text

    @cached_property
    def printed_lines(self) -> tuple[int, ...]:
        """The numbers of its lines that are not blank, from 1."""
        return tuple(n for n, row in enumerate(self.document.rows, 1) if row.strip())
