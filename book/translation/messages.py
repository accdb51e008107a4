"""The manuscript → messages: every text of the sources that an edition in another language must have translated."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from book.copyediting.revising import revise
from book.copyediting.stylebook import Stylebook
from book.editorial.manuscript import Extract, Manuscript
from book.languages import translated_into
from book.model.address import Address
from book.model.block import Kind, LineRange, Verbatim
from book.model.inline import Inline
from book.model.language import Language, printed_languages
from book.model.moment import Moment
from book.model.recording import Person
from book.model.source import Section, Source
from book.translation.markup import write_markup


@dataclass(frozen=True, slots=True)
class Message:
    """One heading or block, or the part of one that the book prints, and where it stands."""

    id: str
    """Made from the source and the words: it stays when anything else changes."""
    text: str
    """Its words in its own language, corrected and with the punctuation set, in the translator's Markdown."""
    language: Language
    target: Language
    """The language it is to be translated into."""
    source: Source
    section: Section
    lines: LineRange
    kind: Kind | None
    """None for a heading."""
    speaker: Person | None = None
    moment: Moment | None = None
    own: str | None = None
    """The document's own translation, where it carries one."""
    chapter: str = ""
    """The slug of the chapter that prints it, or the first that cites it; nothing where it is only left out."""


def messages(manuscript: Manuscript, style: Stylebook) -> tuple[Message, ...]:
    """A manuscript → its messages, by source in the order of the lines."""
    collector = _Collector(style, printed_languages(manuscript.book.editions))
    found: list[Message] = []
    for source in manuscript.sources:
        found += collector.headings(source, _cited(manuscript, source))
    for division in manuscript.divisions:
        for extract in division.extracts:
            found += collector.extract(extract, division.slug)
    order = {source.id: number for number, source in enumerate(manuscript.sources)}
    found.sort(key=lambda message: (order[message.source.id], message.lines, message.kind is not None))
    return tuple(_numbered(found))


def _cited(manuscript: Manuscript, source: Source) -> dict[str, str]:
    """The addresses of a source's sections that the book names, and the first chapter that does."""
    places = {Address(o.source.id, o.section.address): "" for o in manuscript.omissions}
    for division in reversed(manuscript.divisions):
        places |= {Address(e.source.id, e.section.address): division.slug for e in division.extracts}
    return {address.section: slug for address, slug in places.items() if address.source == source.id}


def _numbered(found: list[Message]) -> Iterator[Message]:
    """Messages → each text once, however often it is printed; where a source repeats itself the later are numbered."""
    seen: Counter[str] = Counter()
    places: set[tuple[str, LineRange]] = set()
    for message in found:
        if (message.id, message.lines) in places:
            continue
        places.add((message.id, message.lines))
        seen[message.id] += 1
        count = seen[message.id]
        yield message if count == 1 else replace(message, id=f"{message.id}-{count}")


def message_id(source: str, text: str, *, is_heading: bool) -> str:
    """A source's text → the name of its entry: ``b-notes-1f2e3d4c5b``, ``h-…`` for a heading."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"{'h' if is_heading else 'b'}-{source}-{digest}"


@dataclass(frozen=True, slots=True)
class _Collector:
    style: Stylebook
    printed: tuple[Language, ...]
    """The languages that the book's editions print."""

    def headings(self, source: Source, cited: dict[str, str]) -> Iterator[Message]:
        for section in source.sections:
            heading = section.heading
            if heading is not None and heading.text and section.address in cited:
                mirror = heading.mirror
                own = self.own(mirror.inlines, mirror.language, source, section) if mirror else None
                message = self.message(heading.inlines, heading.language, source, section, heading.lines)
                yield replace(message, own=own, chapter=cited[section.address])

    def extract(self, extract: Extract, chapter: str) -> Iterator[Message]:
        source, section = extract.source, extract.section
        for passage in extract.passages:
            for block in passage.blocks:
                if isinstance(block.content, Verbatim):
                    continue
                mirror, own = block.mirror, None
                if mirror is not None and not isinstance(mirror.content, Verbatim):
                    own = self.own(mirror.content.inlines, mirror.language, source, section)
                message = self.message(
                    block.content.inlines, block.language, source, section, block.lines, passage.kind
                )
                yield replace(message, speaker=passage.speaker, moment=extract.moment, own=own, chapter=chapter)

    def message(
        self,
        inlines: tuple[Inline, ...],
        language: Language,
        source: Source,
        section: Section,
        lines: LineRange,
        kind: Kind | None = None,
    ) -> Message:
        text = original_text(inlines, language, source, section, self.style)
        id = message_id(source.id, text, is_heading=kind is None)
        return Message(id, text, language, translated_into(language, self.printed), source, section, lines, kind)

    def own(self, inlines: tuple[Inline, ...], language: Language, source: Source, section: Section) -> str:
        """The document's own translation, as its edition prints it."""
        return write_markup(
            revise(inlines, language, language, self.style, Address(source.id, section.address)).inlines
        )


def original_text(
    inlines: tuple[Inline, ...], language: Language, source: Source, section: Section, style: Stylebook
) -> str:
    """What a translator gets: the text corrected, its punctuation set, its names as the source writes them."""
    spot = Address(source.id, section.address)
    return write_markup(revise(inlines, language, language, style.without_terms(), spot).inlines)
