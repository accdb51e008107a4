"""The manuscript × a language → its fair copy: all that editions in that language print, ready to be set.

A text of a source that the language can print is revised; another is translated, and the translation revised; one
without a translation that can be printed keeps its own language. Whoever sets the book reads the fair copy and changes
nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from book.copyediting.revising import Revised
from book.copyediting.revisions import Revisions
from book.editorial.manuscript import Manuscript
from book.model.block import Block, Content, Paragraph, Verbatim, Wording
from book.model.change import Change
from book.model.inline import Inline
from book.model.language import Language, same_tongue
from book.model.localized import Localized
from book.model.source import Heading
from book.model.span import LineRange, Span
from book.model.term import Term
from book.model.text_id import TextId
from book.translation.catalogue import Rendering, Status
from book.translation.markup import read_markup
from book.translation.translations import Translations


@dataclass(frozen=True, slots=True)
class CorrectionMade:
    """A correction in a text that an edition prints, for its list."""

    text: TextId
    span: Span
    """Where the text stands in the document."""
    change: Change
    language: Language
    """That of the words corrected."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A text of a source as an edition prints it, and what was corrected in it."""

    content: Content
    """A heading is a paragraph."""
    language: Language
    """The language in which it is printed."""
    span: Span
    """Where it stands in the document, or where what it was translated from stands."""
    status: Status | None = None
    """The state of its translation; None where it needs none."""
    corrections: tuple[CorrectionMade, ...] = ()

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """Its words; none where it is code."""
        return () if isinstance(self.content, Verbatim) else self.content.inlines

    @property
    def lines(self) -> LineRange:
        """The lines of the document that hold it."""
        return self.span.lines


@dataclass(frozen=True, slots=True)
class FairCopy:
    """All that editions in one language print."""

    language: Language
    texts: Mapping[TextId, Printed]
    """The texts of the sources, by the id of the one that the book takes: of two halves of a document the one that is
    in the language is printed."""
    words: Mapping[Localized, str]
    """What the editors wrote: titles, names, labels and reasons."""
    prose: Mapping[Localized, tuple[Content, ...]]
    """The editors' notes."""
    terms: tuple[Term, ...] = ()
    """The term base, for the glossary."""


def fair_copy(manuscript: Manuscript, language: Language, revisions: Revisions, translations: Translations) -> FairCopy:
    """A manuscript → the fair copy in a language."""
    return FairCopy(
        language,
        words={text: revisions.words(text, language) for text in (*manuscript.words, *revisions.style.words)},
        prose={text: revisions.prose(text, language) for text in manuscript.notes},
        texts=printed_texts(tuple(manuscript.texts), language, revisions, translations),
        terms=revisions.style.terms,
    )


def printed_texts(
    texts: Iterable[Block | Heading], language: Language, revisions: Revisions, translations: Translations
) -> dict[TextId, Printed]:
    """Texts that a book takes from its sources → the same as editions in a language print them."""
    versions = {text.id: _version(text, language) for text in texts}
    wordings = {id: text.wording for id, text in versions.items() if text.wording}
    own = {id: w for id, w in wordings.items() if same_tongue(w.language, language)}
    revised = {id: revisions.printed.of(w, language if id in own else w.language) for id, w in wordings.items()}
    renderings = {id: translations.of(w.id) for id, w in wordings.items() if id not in own}
    done = {id: r for id, r in renderings.items() if r is not None and r.status.is_done}
    read = {id: (read_markup(r.text), r.message.target) for id, r in done.items()}
    translated = {
        id: revisions.printed.inlines(words, target, language).inlines for id, (words, target) in read.items()
    }

    def printed(id: TextId, text: Block | Heading) -> Printed:
        content = text.content if isinstance(text, Block) else Paragraph(text.inlines)
        is_own = id in translated or same_tongue(text.language, language)
        if not isinstance(content, Verbatim):
            content = replace(content, inlines=translated.get(id, revised[id].inlines))
        return Printed(
            content=content,
            language=language if is_own else text.language,
            span=text.span,
            status=_status(renderings[id]) if id in renderings else None,
            corrections=tuple(_corrections(wordings[id], revised[id])) if id in wordings else (),
        )

    return {id: printed(id, text) for id, text in versions.items()}


def _status(rendering: Rendering | None) -> Status:
    return rendering.status if rendering else Status.MISSING


def _corrections(wording: Wording, revised: Revised) -> Iterator[CorrectionMade]:
    for change in revised.revision.changes:
        if change.is_listed:
            yield CorrectionMade(wording.id, wording.span, change, wording.language)


def _version(text: Block | Heading, language: Language) -> Block | Heading:
    """The version of a text that an edition prints: of its two halves, that in the edition's language."""
    mirror = text.mirror
    if mirror is None or same_tongue(text.language, language):
        return text
    return mirror if same_tongue(mirror.language, language) else text
