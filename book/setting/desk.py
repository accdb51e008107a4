"""The desk of one language: its fair copy and its own words, at hand for whoever sets the book."""

from dataclasses import dataclass, replace

from book.languages import Labels, Profile, profile
from book.model.block import Block, Paragraph
from book.model.inline import Foreign
from book.model.language import Language
from book.model.localized import Localized
from book.model.source import Heading
from book.setting.galley import SetBlock
from book.translation.fair_copy import FairCopy, Printed


@dataclass(frozen=True, slots=True)
class Desk:
    """What is set in one language, to be read. Every question has the same answer, whenever it is asked."""

    copy: FairCopy

    @property
    def language(self) -> Language:
        """The language of the edition, or of one side of it."""
        return self.copy.language

    @property
    def profile(self) -> Profile:
        """What is known of its language."""
        return profile(self.language)

    @property
    def labels(self) -> Labels:
        """The edition's own words."""
        return self.profile.labels

    def words(self, text: Localized | None) -> str:
        """What an editor wrote → its words in the edition's language; nothing where there is no text."""
        return self.copy.words[text] if text is not None else ""

    def prose(self, text: Localized) -> tuple[SetBlock, ...]:
        """An editor's note → blocks."""
        return tuple(SetBlock(content, self.language) for content in self.copy.prose[text])

    def printed(self, text: Block | Heading) -> Printed:
        """A text of a source as printed. Raises KeyError where the book does not take it."""
        return self.copy.texts[text.id]

    def heading(self, heading: Heading) -> Printed:
        """A heading of a source as printed; one without a translation keeps its own language and is marked so."""
        printed = self.printed(heading)
        if printed.language == self.language:
            return printed
        return replace(printed, content=Paragraph((Foreign(printed.inlines, printed.language),)))

    def block(self, block: Block) -> SetBlock:
        """A block of a source as printed; what has no translation keeps its own language."""
        printed = self.printed(block)
        return SetBlock(printed.content, printed.language, printed.lines, printed.status, printed.corrections)
