"""The revisions of a book: every text is revised once for each language, and whoever needs the result reads it here.

A book has four tables: its texts as editions print them; as translators get them; the editors' own words, of which
only the punctuation is set; and its texts as a second converter would have them. Each is filled as it is read.
"""

from dataclasses import dataclass, field, replace

from book.copyediting.converting import Converter
from book.copyediting.revising import Revised, revise_text, revised_inlines
from book.copyediting.stylebook import Stylebook
from book.model.address import Address
from book.model.block import Content, Verbatim, Wording
from book.model.change import Revision
from book.model.inline import Inline
from book.model.language import Language
from book.model.localized import Localized
from book.model.text_id import UNREAD, TextId
from book.scripts.conversion import convert_script
from book.scripts.second_opinion import second_opinion
from book.text.markdown import read_prose


@dataclass(slots=True)
class RevisionTable:
    """The revisions made in one style with one converter."""

    style: Stylebook
    converter: Converter = convert_script
    _by_text: dict[tuple[TextId, Language], Revised] = field(default_factory=dict)
    _by_words: dict[tuple[str, Language, Language, Address | None], Revision] = field(default_factory=dict)
    """Texts that say the same in one section have one revision."""

    def of(self, text: Wording, target: Language) -> Revised:
        """A text of a source → as an edition in ``target`` prints it."""
        assert text.id != UNREAD, "a text has an id once its document has been read"
        key = (text.id, target)
        if key not in self._by_text:
            self._by_text[key] = self.inlines(text.inlines, text.language, target, text.id.address)
        return self._by_text[key]

    def inlines(
        self, inlines: tuple[Inline, ...], language: Language, target: Language, spot: Address | None = None
    ) -> Revised:
        """Inlines in ``language`` → as an edition in ``target`` prints them; no ``spot`` for what editors write."""
        return revised_inlines(inlines, lambda text: self.words(text, language, target, spot))

    def words(self, text: str, language: Language, target: Language, spot: Address | None = None) -> Revision:
        """The same for words without any markup."""
        key = (text, language, target, spot)
        if key not in self._by_words:
            self._by_words[key] = revise_text(text, language, target, self.style, spot, self.converter)
        return self._by_words[key]


class Revisions:
    """All revisions of one book, in its house style."""

    def __init__(self, style: Stylebook | None = None) -> None:
        """Make empty tables; where two styles ask for the same they share one."""
        self.style = style or Stylebook()
        plain, bare = self.style.without_terms, self.style.without_entries
        self.printed = RevisionTable(self.style)
        """Texts as editions print them."""
        self.originals = self.printed if plain is self.style else RevisionTable(plain)
        """Texts as translators get them: corrected, with the punctuation set and the source's own names."""
        self.punctuated = self.originals if bare is plain else RevisionTable(bare)
        """What editors wrote for the edition that prints it: its words are kept."""
        self.second_opinions = RevisionTable(self.style, second_opinion)
        """Texts as another converter between the scripts would have them."""
        self._prose: dict[tuple[Localized, Language], tuple[Content, ...]] = {}

    def words(self, text: Localized | None, language: Language) -> str:
        """What an editor wrote → its words in a language; nothing where there is no text."""
        if text is None:
            return ""
        own, words = text.nearest(language)
        return self._editorial(own, language).words(words, own, language).text

    def prose(self, text: Localized, language: Language) -> tuple[Content, ...]:
        """An editor's Markdown → its blocks in a language."""
        if (text, language) not in self._prose:
            own, words = text.nearest(language)
            table = self._editorial(own, language)
            self._prose[text, language] = tuple(_revised(c, own, language, table) for c in read_prose(words))
        return self._prose[text, language]

    def _editorial(self, own: Language, language: Language) -> RevisionTable:
        """The table for what an editor wrote: where it was written for this edition it keeps its words."""
        return self.punctuated if own == language else self.printed


def _revised(content: Content, own: Language, target: Language, table: RevisionTable) -> Content:
    if isinstance(content, Verbatim):
        return content
    return replace(content, inlines=table.inlines(content.inlines, own, target).inlines)
