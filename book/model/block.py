"""A block: the smallest piece of a source that a chapter can take, and where it comes from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from book.model.inline import Inline, plain_text
from book.model.language import Language
from book.model.moment import Interval
from book.model.span import LineRange, Span
from book.model.text_id import UNREAD, TextId


class Kind(StrEnum):
    """What a text is to the person it is about; the book must never confuse them."""

    TRANSCRIPT = "transcript"
    """A speaker's words, written down (or translated) in full."""
    QUOTATION = "quotation"
    """A speaker's words as a writer quotes them."""
    SUMMARY = "summary"
    """A writer's account of what was said."""
    COMMENTARY = "commentary"
    """A writer's own thoughts."""
    EDITORIAL = "editorial"
    """What the editors of this book write."""

    @property
    def is_speech(self) -> bool:
        """Whether the words are a speaker's own."""
        return self in (Kind.TRANSCRIPT, Kind.QUOTATION)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one text of a source: of a heading, a block, or the part of one that a chapter quotes."""

    id: TextId
    inlines: tuple[Inline, ...]
    language: Language
    """The language it is written in."""
    span: Span
    """Where it stands in the document."""

    @property
    def lines(self) -> LineRange:
        """The lines of the document that hold it."""
        return self.span.lines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list."""

    inlines: tuple[Inline, ...]
    ordinal: int | None = None
    """Its number, in a numbered list."""
    depth: int = 1
    """1 for a list that is inside no other."""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines set as they stand: code."""

    content: str


Content = Paragraph | ListItem | Verbatim


@dataclass(frozen=True, slots=True)
class TimedWords:
    """Words of a block whose time the document gives."""

    start: int
    stop: int
    """Code points of the block's text, from ``start`` up to but not including ``stop``."""
    time: Interval


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a source, with everything the book must know of it."""

    content: Content
    span: Span
    """Where it stands, with its markup and, in a dialogue, the label of its speaker."""
    language: Language
    kind: Kind
    speaker: str | None = None
    """The id of the person whose words these are, for transcripts and quotations."""
    mirror: "Block | None" = None
    """The same block in the document's other language, where it carries its own translation."""
    words: tuple[TimedWords, ...] = ()
    """Its words in order, where the document times them."""
    id: TextId = UNREAD

    @property
    def lines(self) -> LineRange:
        """The lines of the document that hold it."""
        return self.span.lines

    @property
    def wording(self) -> Wording | None:
        """Its words as a text with an id; None where it is code, which nobody revises or translates."""
        if isinstance(self.content, Verbatim):
            return None
        return Wording(self.id, self.content.inlines, self.language, self.span)

    @property
    def text(self) -> str:
        """The characters a reader sees."""
        match self.content:
            case Paragraph(inlines) | ListItem(inlines):
                return plain_text(inlines)
            case Verbatim(content):
                return content
            case _:
                assert_never(self.content)
