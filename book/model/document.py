"""A document: what the registry declares of it, its text, and the recording it tells of."""

from bisect import bisect
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from book.diagnostics import Place
from book.diagnostics.located import Located
from book.model.block import Kind
from book.model.language import Language
from book.model.localized import Localized
from book.model.recording import Recording
from book.model.span import Characters, LineRange, Span

FOLDER = "seeds"
"""Where documents are, in the project's folder."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What the registry declares of one document. Each format has its own options: what it doesn't take is empty."""

    id: str
    file: Located
    """Relative to the folder of documents."""
    format: str
    """The name of its shape."""
    language: Language
    kind: Kind = Kind.SUMMARY
    title: Localized = field(default_factory=Localized)
    short: Localized = field(default_factory=Localized)
    """A label of a few characters, printed beside every passage."""
    recording: str | None = None
    """The id of its recording."""
    headings: tuple[Located, ...] = ()
    """The headings that carry no mark in the document."""
    metadata: tuple[tuple[LineRange, Place], ...] = ()
    """Lines of the body that the editor declares to be metadata."""
    kinds: tuple[tuple[Located, Kind], ...] = ()
    """The kinds of sections, by address, where they differ from ``kind``."""
    quoted: Located | None = None
    """The id of the person whose words the paragraphs are that stand wholly in quotation marks."""
    speakers: tuple[tuple[str, Located], ...] = ()
    """The labels of speakers in the document and the ids of the people they stand for."""

    @property
    def path(self) -> str:
        """The document's file, relative to the project's folder."""
        return f"{FOLDER}/{self.file.text.strip()}"


@dataclass(frozen=True)
class Document:
    """A document before it is read."""

    declared: Declaration
    text: str
    """With ``\\n`` at the ends of lines and without NUL, byte order mark or lone surrogates."""
    recording: Recording | None = None
    """The recording it tells of."""

    @property
    def id(self) -> str:
        """The id that chapters cite."""
        return self.declared.id

    @property
    def path(self) -> str:
        """Its file, relative to the project's folder."""
        return self.declared.path

    @property
    def language(self) -> Language:
        """Its own language, or the leading one of two."""
        return self.declared.language

    @property
    def kind(self) -> Kind:
        """The kind of its text, where nothing says otherwise."""
        return self.declared.kind

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """Its lines, without their ends."""
        return tuple(self.text.split("\n"))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """The offset of each line in the text, in code points."""
        return tuple(accumulate((len(row) + 1 for row in self.rows), initial=0))

    def position(self, offset: int) -> tuple[int, int]:
        """An offset in the text, in code points from 0 → its line and column, each from 1."""
        line = bisect(self._starts, offset, hi=len(self.rows))
        return line, offset - self._starts[line - 1] + 1

    def span(self, first: int, last: int) -> Span:
        """Lines, counted from 1 → where their text stands, without blank lines and spaces at either end."""
        rows = self.rows
        last = min(last, len(rows))
        while last > first and not rows[last - 1].strip():
            last -= 1
        while first < last and not rows[first - 1].strip():
            first += 1
        start = self._starts[first - 1] + len(rows[first - 1]) - len(rows[first - 1].lstrip())
        stop = self._starts[last - 1] + len(rows[last - 1].rstrip())
        return Span(LineRange(first, last), Characters(start, max(start, stop)))
