"""The copy desk of one edition: text in any language of the book → text as the edition prints it."""

from dataclasses import dataclass, field, replace

from book.copyediting.revising import revise, revise_text
from book.copyediting.stylebook import Stylebook
from book.languages import Labels, Profile, profile
from book.model.address import Address
from book.model.block import Block, Content, LineRange, Verbatim
from book.model.change import Change
from book.model.inline import Foreign, Inline
from book.model.language import Language, same_tongue
from book.model.localized import Localized
from book.model.source import Heading, Section, Source
from book.readers.markdown import read_prose
from book.setting.galley import SetBlock
from book.translation.catalogue import Status
from book.translation.markup import read_markup
from book.translation.messages import original_text
from book.translation.translations import Translations


@dataclass(frozen=True, slots=True)
class Listed:
    """A correction that the edition prints, for its list."""

    source: Source
    section: Section
    lines: LineRange
    change: Change
    language: Language
    """That of the words corrected."""


_MARKS_ONLY = Stylebook()
"""The style of no book: the punctuation of the region and nothing else."""


@dataclass(slots=True)
class Desk:
    """What an edition's text passes over; it remembers the corrections that it made."""

    language: Language
    style: Stylebook
    translations: Translations = field(default_factory=Translations)
    listed: list[Listed] = field(default_factory=list)

    @property
    def profile(self) -> Profile:
        """What is known of its language."""
        return profile(self.language)

    @property
    def labels(self) -> Labels:
        """The edition's own words."""
        return self.profile.labels

    def words(self, text: Localized | None) -> str:
        """A localized text → the text in the edition's language."""
        if text is None:
            return ""
        own, words, style = self._written(text)
        return revise_text(words, own, self.language, style).text

    def prose(self, text: Localized) -> tuple[SetBlock, ...]:
        """An editor's Markdown → blocks."""
        own, words, style = self._written(text)
        contents = read_prose(words, own)
        return tuple(SetBlock(self._prose(content, own, style), self.language) for content in contents)

    def _written(self, text: Localized) -> tuple[Language, str, Stylebook]:
        """The language in which to take a text, its words, and the style for them.

        What an editor wrote for this edition keeps its words, and only its marks are set.
        """
        own, words = text.nearest(self.language)
        return own, words, _MARKS_ONLY if own == self.language else self.style

    def _prose(self, content: Content, own: Language, style: Stylebook) -> Content:
        if isinstance(content, Verbatim):
            return content
        return replace(content, inlines=revise(content.inlines, own, self.language, style).inlines)

    def heading(self, heading: Heading, source: Source, section: Section) -> tuple[Inline, ...]:
        """A heading of a source, in the edition's language; one without a translation keeps its own."""
        mirror = heading.mirror
        if mirror is not None and not self._reads(heading.language):
            heading = mirror
        if self._reads(heading.language):
            return self.inlines(heading.inlines, heading.language, source, section, heading.lines)
        inlines, status = self.translated(heading.inlines, heading.language, source, section, heading.lines)
        return inlines if status.is_done else (Foreign(inlines, heading.language),)

    def _reads(self, language: Language) -> bool:
        """Whether the edition prints a text in this language without translating it."""
        return same_tongue(language, self.language)

    def inlines(
        self,
        inlines: tuple[Inline, ...],
        own: Language,
        source: Source,
        section: Section,
        lines: LineRange,
        target: Language | None = None,
    ) -> tuple[Inline, ...]:
        """Inlines of a source → as printed, in ``target`` where that is not the edition's language."""
        target = target or self.language
        revised = revise(inlines, own, target, self.style, Address(source.id, section.address))
        for change in revised.revision.changes:
            if change.is_listed:
                listed = Listed(source, section, lines, change, own)
                self.listed += [] if listed in self.listed else [listed]
        return revised.inlines

    def translated(
        self, inlines: tuple[Inline, ...], own: Language, source: Source, section: Section, lines: LineRange
    ) -> tuple[tuple[Inline, ...], Status]:
        """Inlines of a source in the other language → their translation, or themselves where there is none."""
        original = self.inlines(inlines, own, source, section, lines, own)
        text = original_text(inlines, own, source, section, self.style)
        rendering = self.translations.of(source.id, lines, text)
        status = rendering.status if rendering else Status.MISSING
        if rendering is None or not status.is_done:
            return original, status
        target = rendering.message.target
        return revise(read_markup(rendering.text, target), target, self.language, self.style).inlines, status

    def block(self, block: Block, source: Source, section: Section) -> SetBlock:
        """A block → as printed; what has no translation keeps its own language."""
        version = printed_version(block, self.language)
        content, language, lines = version.content, version.language, version.lines
        if isinstance(content, Verbatim):
            return SetBlock(content, self.language if self._reads(language) else language, lines)
        if self._reads(language):
            inlines = self.inlines(content.inlines, language, source, section, lines)
            return SetBlock(replace(content, inlines=inlines), self.language, lines)
        inlines, status = self.translated(content.inlines, language, source, section, lines)
        printed = self.language if status.is_done else language
        return SetBlock(replace(content, inlines=inlines), printed, lines, status)


def printed_version(block: Block, language: Language) -> Block:
    """The version of a block that an edition prints: of its two halves, that in the edition's language."""
    mirror = block.mirror
    if mirror is None or same_tongue(block.language, language):
        return block
    return mirror if same_tongue(mirror.language, language) else block
