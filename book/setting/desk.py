"""The copy desk of one edition: text in any language of the book → text as the edition prints it."""

from dataclasses import dataclass, field

from book.copyediting.change import Change
from book.copyediting.revising import revise, revise_text
from book.copyediting.stylebook import Stylebook
from book.model.block import Block, Content, LineRange, ListItem, Paragraph, Verbatim
from book.model.inline import Inline
from book.model.language import Language
from book.model.localized import Localized
from book.model.source import Heading, Section, Source
from book.readers.markdown import read_prose
from book.setting.galley import SetBlock
from book.setting.labels import LABELS, Labels


@dataclass(frozen=True, slots=True)
class Listed:
    """A correction that the edition prints, for its list."""

    source: Source
    section: Section
    lines: LineRange
    change: Change


_MARKS_ONLY = Stylebook()
"""The style of no book: the punctuation of the region and nothing else."""


@dataclass(slots=True)
class Desk:
    """What an edition's text passes over; it remembers the corrections that it made."""

    language: Language
    style: Stylebook
    listed: list[Listed] = field(default_factory=list)

    @property
    def labels(self) -> Labels:
        """The edition's own words."""
        return LABELS[self.language]

    def words(self, text: Localized | None) -> str:
        """A localized text → the text in the edition's language."""
        if text is None:
            return ""
        own, style = self._written(text)
        return revise_text(text.written(own) or text.any, own, self.language, style).text

    def prose(self, text: Localized) -> tuple[SetBlock, ...]:
        """An editor's Markdown → blocks."""
        own, style = self._written(text)
        contents = read_prose(text.written(own) or text.any, own)
        return tuple(SetBlock(self._prose(content, own, style), self.language) for content in contents)

    def _written(self, text: Localized) -> tuple[Language, Stylebook]:
        """The language in which to take a text, and the style for it.

        What an editor wrote for this edition keeps its words, and only its marks are set.
        """
        if text.written(self.language) is not None:
            return self.language, _MARKS_ONLY
        return self.language.other_script, self.style

    def _prose(self, content: Content, own: Language, style: Stylebook) -> Content:
        match content:
            case Paragraph(inlines):
                return Paragraph(revise(inlines, own, self.language, style).inlines)
            case ListItem(inlines, ordinal, depth):
                return ListItem(revise(inlines, own, self.language, style).inlines, ordinal, depth)
            case Verbatim():
                return content

    def heading(self, heading: Heading, source: Source, section: Section) -> tuple[Inline, ...]:
        """A heading of a source, in the edition's language where the document has it in that."""
        mirror = heading.mirror
        if mirror is not None and heading.language.is_chinese != self.language.is_chinese:
            heading = mirror
        return self.inlines(heading.inlines, heading.language, source, section, heading.lines)

    def inlines(
        self, inlines: tuple[Inline, ...], own: Language, source: Source, section: Section, lines: LineRange
    ) -> tuple[Inline, ...]:
        """Inlines of a source → as printed."""
        revised = revise(inlines, own, self.language, self.style, (source.id, section.address))
        for change in revised.revision.changes:
            if change.is_listed:
                listed = Listed(source, section, lines, change)
                self.listed += [] if listed in self.listed else [listed]
        return revised.inlines

    def block(self, block: Block, source: Source, section: Section) -> SetBlock:
        """A block → as printed; what has no translation keeps its own language."""
        version = printed_version(block, self.language)
        is_ours = version.language.is_chinese == self.language.is_chinese
        match version.content:
            case Paragraph(inlines):
                inlines = self.inlines(inlines, version.language, source, section, version.lines)
                content: Content = Paragraph(inlines)
            case ListItem(inlines, ordinal, depth):
                inlines = self.inlines(inlines, version.language, source, section, version.lines)
                content = ListItem(inlines, ordinal, depth)
            case Verbatim():
                content = version.content
        return SetBlock(content, self.language if is_ours else version.language)


def printed_version(block: Block, language: Language) -> Block:
    """The version of a block that an edition prints: of its two halves, that in the edition's language."""
    mirror = block.mirror
    if mirror is None or block.language.is_chinese == language.is_chinese:
        return block
    return mirror if mirror.language.is_chinese == language.is_chinese else block
