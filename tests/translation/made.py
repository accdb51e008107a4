"""Small manuscripts, messages and catalogues for the tests of the translations."""

from dataclasses import replace

from book.copyediting.revisions import Revisions
from book.copyediting.stylebook import Stylebook
from book.editorial.manuscript import Manuscript
from book.languages import translated_into
from book.model.address import Address
from book.model.block import Kind
from book.model.inline import Emphasis, Inline, Link, Literal, Strong, Text
from book.model.source import Source
from book.model.span import LineRange
from book.model.text_id import TextId
from book.translation.catalogue import Catalogue, Entry, Merged, Rendering, merge
from book.translation.messages import Message, message_id, messages
from tests.editorial.books import compiled, source
from tests.languages import ZH_HANS, ZH_HANT

HANS, HANT = ZH_HANS, ZH_HANT

NOTES = source(
    "notes",
    """\
    # 土

    园丁说，先有土，才有菜。

    # 水

    他又说，水要浇在根上。
    """,
)
ENGLISH = source("letter", "# Soil\n\nFirst the soil, then the greens.\n", language="en")


def manuscript(sources: list[Source], *chapters: str, left_out: str = "") -> Manuscript:
    """Sources and the passages of each chapter → a manuscript without mistakes."""
    result = compiled(sources, *chapters, left_out=left_out)
    assert result.diagnostics == [], result.diagnostics
    return result.manuscript


def book_messages(
    sources: list[Source], *chapters: str, left_out: str = "", style: Stylebook | None = None
) -> tuple[Message, ...]:
    """Sources and the passages of each chapter → the messages of the book."""
    return messages(manuscript(sources, *chapters, left_out=left_out), Revisions(style))


def message(
    text: str, *, of: Source = NOTES, line: int = 3, is_heading: bool = False, own: str | None = None, id: str = ""
) -> Message:
    """A text → the message for it, in the first section of a source."""
    return Message(
        id=id or message_id(of.id, text, is_heading=is_heading),
        text=text,
        language=of.language,
        target=translated_into(of.language, ()),
        source=of,
        section=of.sections[0],
        lines=LineRange(line, line),
        kind=None if is_heading else Kind.SUMMARY,
        own=own,
        chapter="01",
        texts=(TextId(Address(of.id, of.sections[0].address), line),),
    )


def entry(
    of: Message, text: str, *comments: str, is_fuzzy: bool = False, previous: str = "", is_obsolete: bool = False
) -> Entry:
    """What a translator wrote for a message."""
    return Entry(of.id, of.text, text, is_fuzzy, previous, comments, is_obsolete)


def catalogue(*entries: Entry) -> Catalogue:
    """Entries → the catalogue of the notes."""
    return Catalogue("chapters/translations/notes.po", entries)


def kept(merged: Merged) -> Catalogue:
    """What a merge would write → the catalogue that the next run finds."""
    return catalogue(*(rendering.entry for rendering in merged.renderings), *merged.obsolete)


def only(text: str, found: Catalogue) -> Rendering:
    """A source that says one thing, and a catalogue → its translation."""
    (rendering,) = merge([message(text)], found).renderings
    return rendering


def normal(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inlines → the same, but what prints the same is the same.

    An address in a link is a text or a machine's string; tags, which are dropped, part a text or leave an empty one.
    """
    result: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text(content) if result and isinstance(result[-1], Text):
                result[-1] = Text(result[-1].content + content)
            case Text(""):
                pass
            case Link((Text(words),), target) if words == target and words.startswith("http"):
                result.append(Link((Literal(words),), target))
            case Strong(inner) | Emphasis(inner) | Link(inner):
                result.append(replace(inline, inlines=normal(inner)))
            case _:
                result.append(inline)
    return tuple(result)
