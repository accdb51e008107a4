"""Sources × edition → every difference between them, by cause, with counts and places."""

from collections.abc import Iterator
from dataclasses import dataclass

from book.copyediting.revising import Converter, flat, revise_text
from book.copyediting.stylebook import Stylebook
from book.model.address import Address
from book.model.block import Block, LineRange, ListItem, Paragraph
from book.model.change import Cause, Revision
from book.model.inline import Inline
from book.model.language import Language, same_tongue
from book.model.source import Section, Source
from book.scripts.conversion import convert_script


@dataclass(frozen=True, slots=True)
class RevisedText:
    """A heading or block of a source as an edition prints it."""

    source: Source
    section: Section
    lines: LineRange
    language: Language
    """The source's own."""
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


def revised_texts(
    source: Source, target: Language, style: Stylebook, converter: Converter = convert_script
) -> Iterator[RevisedText]:
    """Every heading and block of a source that an edition in ``target`` can print."""
    for section in source.sections:
        spot = Address(source.id, section.address)
        for inlines, language, lines in _texts(section):
            if same_tongue(language, target):
                revision = revise_text(flat(inlines), language, target, style, spot, converter)
                yield RevisedText(source, section, lines, language, revision)


def _texts(section: Section) -> Iterator[tuple[tuple[Inline, ...], Language, LineRange]]:
    headings = [section.heading, section.heading.mirror if section.heading else None]
    for heading in headings:
        if heading is not None:
            yield heading.inlines, heading.language, heading.lines
    for block in section.blocks:
        for version in (block, block.mirror):
            if isinstance(version, Block) and isinstance(version.content, Paragraph | ListItem):
                yield version.content.inlines, version.language, version.lines


def differences(source: Source, target: Language, style: Stylebook) -> tuple[Difference, ...]:
    """A source → its differences from an edition, by cause, the most frequent first."""
    found: dict[tuple[Cause, str, str, str], list[int]] = {}
    for text in revised_texts(source, target, style):
        for change in text.revision.changes:
            key = (change.cause, change.before, change.after, change.why)
            found.setdefault(key, []).append(text.lines.first)
    order = list(Cause)
    rows = (Difference(*key, tuple(lines)) for key, lines in found.items())
    return tuple(sorted(rows, key=lambda row: (order.index(row.cause), -row.times, row.before)))
