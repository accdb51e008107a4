"""The manuscript → messages: every text of the sources that an edition in another language must have translated."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from book.copyediting.revisions import Revisions
from book.editorial.manuscript import Extract, Manuscript
from book.languages import translated_into
from book.model.address import Address
from book.model.block import Kind, Wording
from book.model.language import Language, printed_languages
from book.model.moment import Moment
from book.model.recording import Person
from book.model.source import Section, Source
from book.model.span import LineRange
from book.model.text_id import TextId
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
    texts: tuple[TextId, ...] = ()
    """What it is the message of: several where the same lines say the same words more than once."""


def messages(manuscript: Manuscript, revisions: Revisions) -> tuple[Message, ...]:
    """A manuscript → its messages, by source in the order of the lines, and in reading order within a line."""
    collector = _Collector(revisions, printed_languages(manuscript.book.editions))
    found: list[Message] = []
    for source in manuscript.sources:
        found += collector.headings(source, _cited(manuscript, source))
    for division in manuscript.divisions:
        for extract in division.extracts:
            found += collector.extract(extract, division.slug)
    order = {source.id: number for number, source in enumerate(manuscript.sources)}
    found.sort(key=lambda m: (order[m.source.id], m.lines, m.kind is not None, m.texts[0].ordinal))
    return tuple(_numbered(found))


def _cited(manuscript: Manuscript, source: Source) -> dict[str, str]:
    """The addresses of a source's sections that the book names, and the first chapter that does."""
    places = {Address(o.source.id, o.section.address): "" for o in manuscript.omissions}
    for division in reversed(manuscript.divisions):
        places |= {Address(e.source.id, e.section.address): division.slug for e in division.extracts}
    return {address.section: slug for address, slug in places.items() if address.source == source.id}


def _numbered(found: list[Message]) -> Iterator[Message]:
    """Messages → each text once, however often it is printed; where a source repeats itself the later are numbered."""
    once: dict[tuple[str, LineRange], Message] = {}
    for message in found:
        first = once.setdefault((message.id, message.lines), message)
        texts = dict.fromkeys((*first.texts, *message.texts))
        once[message.id, message.lines] = replace(first, texts=tuple(texts))
    seen: Counter[str] = Counter()
    for message in once.values():
        seen[message.id] += 1
        count = seen[message.id]
        yield message if count == 1 else replace(message, id=f"{message.id}-{count}")


def message_id(source: str, text: str, *, is_heading: bool) -> str:
    """A source's text → the name of its entry: ``b-notes-1f2e3d4c5b``, ``h-…`` for a heading."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"{'h' if is_heading else 'b'}-{source}-{digest}"


@dataclass(frozen=True, slots=True)
class _Collector:
    revisions: Revisions
    printed: tuple[Language, ...]
    """The languages that the book's editions print."""

    def headings(self, source: Source, cited: dict[str, str]) -> Iterator[Message]:
        for section in source.sections:
            heading = section.heading
            if heading is not None and heading.text and section.address in cited:
                mirror = heading.mirror
                message = self.message(heading.wording, source, section)
                yield replace(message, own=self.own(mirror.wording) if mirror else None, chapter=cited[section.address])

    def extract(self, extract: Extract, chapter: str) -> Iterator[Message]:
        for passage in extract.passages:
            for block in passage.blocks:
                if (wording := block.wording) is None:
                    continue
                mirror = block.mirror.wording if block.mirror else None
                message = self.message(wording, extract.source, extract.section, passage.kind)
                yield replace(
                    message,
                    speaker=passage.speaker,
                    moment=extract.moment,
                    own=self.own(mirror) if mirror else None,
                    chapter=chapter,
                )

    def message(self, wording: Wording, source: Source, section: Section, kind: Kind | None = None) -> Message:
        text = write_markup(self.revisions.originals.of(wording, wording.language).inlines)
        return Message(
            id=message_id(source.id, text, is_heading=kind is None),
            text=text,
            language=wording.language,
            target=translated_into(wording.language, self.printed),
            source=source,
            section=section,
            lines=wording.lines,
            kind=kind,
            texts=(wording.id,),
        )

    def own(self, wording: Wording) -> str:
        """The document's own translation, as its edition prints it."""
        return write_markup(self.revisions.printed.of(wording, wording.language).inlines)
