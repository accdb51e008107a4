"""The galley: the text of one edition, ready to be written in any format."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from book.editorial.manuscript import Matter
from book.languages import Labels
from book.model.block import Content, Kind
from book.model.inline import Gloss, Inline
from book.model.language import Edition, Language
from book.model.moment import Moment
from book.model.span import LineRange, Unit
from book.model.term import TermKind
from book.specs.book_spec import Layout
from book.translation.catalogue import Status
from book.translation.fair_copy import CorrectionMade, Printed


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block in the language and script that the edition prints."""

    content: Content
    language: Language
    lines: LineRange | None = None
    """The lines of the document that it comes from, or that its translation was made from."""
    status: Status | None = None
    """The status of its translation; None where a text is printed in its own language."""
    corrections: tuple[CorrectionMade, ...] = ()
    """The corrections made in it, for the list at the back."""

    @property
    def is_untranslated(self) -> bool:
        """Whether it is in its own language because it has no translation that can be printed."""
        return self.status is not None and not self.status.is_done


@dataclass(frozen=True, slots=True)
class SetPassage:
    """A passage as printed, with what a checker needs to find its source."""

    id: str
    blocks: tuple[SetBlock, ...]
    kind: Kind
    kind_label: str
    speaker: str | None
    """The name printed with a transcript or quotation."""
    source: str
    address: str
    lines: LineRange
    mirror_lines: LineRange | None
    """The lines of the document's other half, where the edition prints that."""
    moment: Moment | None
    unit: Unit | None = None
    """Its pieces by the document's own count, where that has one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What appears beside an extract: when, in which document, of which recording, what kind of text."""

    time: str
    """As printed; nothing where there is none."""
    time_target: str
    """The URL of the moment on the recording's first site."""
    source: str
    recording: str
    kind: str


@dataclass(frozen=True, slots=True)
class SetExtract:
    """Passages that share one citation."""

    origin: Origin
    heading: Printed | None
    """The section's own heading, where it is printed."""
    passages: tuple[SetPassage, ...]
    note: int
    """The number of its note, from 1 in each division."""


@dataclass(frozen=True, slots=True)
class SetNote:
    """The editor's own prose."""

    id: str
    label: str
    blocks: tuple[SetBlock, ...]


@dataclass(frozen=True, slots=True)
class SetGroup:
    """A heading and what is under it."""

    id: str
    heading: str | None
    items: tuple[SetExtract | SetNote, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A note at a chapter's end: the full citation of an extract."""

    number: int
    inlines: tuple[Inline, ...]
    corrections: tuple[CorrectionMade, ...] = ()
    """The corrections made in the heading that it cites."""


@dataclass(frozen=True, slots=True)
class SetDivision:
    """A chapter, or a part of the front or back matter."""

    id: str
    matter: Matter
    label: str
    """``第四章``, or nothing."""
    title: str
    groups: tuple[SetGroup, ...]
    references: tuple[Reference, ...]
    glosses: tuple[Gloss, ...] = ()
    """The translator's notes in its text, in the order of their numbers; what it cites is cited without notes."""

    @property
    def corrections(self) -> Iterator[CorrectionMade]:
        """The corrections in what it prints and cites, in the order of its extracts."""
        for extract in (item for group in self.groups for item in group.items if isinstance(item, SetExtract)):
            yield from self.references[extract.note - 1].corrections
            yield from extract.heading.corrections if extract.heading else ()
            yield from (made for passage in extract.passages for block in passage.blocks for made in block.corrections)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list of sources: a name and lines about it."""

    name: tuple[Inline, ...]
    details: tuple[tuple[Inline, ...], ...]
    key: str = ""
    """What it is about, where the same entry has to be found in another language."""
    corrections: tuple[CorrectionMade, ...] = ()
    """The corrections made in the heading that it cites."""


@dataclass(frozen=True, slots=True)
class Apparatus:
    """The list of sources and what was left out."""

    recordings: tuple[Entry, ...]
    documents: tuple[Entry, ...]
    omissions: tuple[Entry, ...]
    corrections: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a name or term is found: the first passage of a chapter that has it."""

    passage: str
    """The passage's id."""
    label: str
    """The chapter, for readers without pages."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A name or term in the edition's language and the other one, what it is, and where it is found."""

    id: str
    term: str
    other: str
    other_language: Language
    note: str
    locators: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPart:
    """The entries of one kind."""

    kind: TermKind
    entries: tuple[GlossaryEntry, ...]


@dataclass(frozen=True, slots=True)
class Galley:
    """The text of one edition in its leading language, and in the second where it has one."""

    edition: Edition
    language: Language
    labels: Labels
    slug: str
    identifier: str
    """Unique to the edition."""
    date: date
    title: str
    subtitle: str
    editor: str
    rights: str
    divisions: tuple[SetDivision, ...]
    apparatus: Apparatus
    colophon: tuple[tuple[str, str], ...]
    """Names and values of the imprint."""
    glossary: tuple[GlossaryPart, ...] = ()
    """In an edition in two languages, of what either of them prints: the same entries on both sides."""
    layout: Layout = Layout.COLUMNS
    """How a PDF in two languages sets them."""
    second: "Galley | None" = None
    """The same text in the edition's other language, of the same divisions, groups, items, passages and blocks."""
