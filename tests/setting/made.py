"""Small manuscripts' parts for the tests of the setting."""

from collections.abc import Callable
from typing import Any

from book.copyediting.revisions import Revisions
from book.copyediting.stylebook import Stylebook
from book.diagnostics import Place
from book.diagnostics.located import Located
from book.editorial.manuscript import Cut, Extract, Passage
from book.model.block import Block, Content, Kind, Paragraph
from book.model.document import Declaration, Document
from book.model.inline import Inline, Text, plain_text
from book.model.language import Language
from book.model.localized import Localized
from book.model.moment import Moment
from book.model.recording import Person, Recording
from book.model.source import Heading, Section, Source
from book.model.span import Characters, LineRange, Span
from book.readers.outline import with_ids
from book.setting.desk import Desk
from book.specs.registry import read_registry
from book.specs.yaml_values import read_yaml
from book.translation.fair_copy import FairCopy, printed_texts
from book.translation.translations import Translations
from tests.languages import ZH_HANS, localized
from tests.reporting import reported

GARDENER = Person("gardener", localized(zh_hans="园丁"))


class OnDemand(dict[Localized, Any]):
    """What editors wrote, made ready when it is asked for: tests have no manuscript that names all of it."""

    def __init__(self, language: Language, make: Callable[[Localized, Language], object]) -> None:
        super().__init__()
        self.make = make
        self.language = language

    def __missing__(self, text: Localized) -> object:
        return self.make(text, self.language)


def desk(language: Language, *extracts: Extract, style: Stylebook | None = None) -> Desk:
    """The copy desk of a house without terms or corrections of its own, with the texts of some extracts."""
    texts: list[Block | Heading] = [b for e in extracts for p in e.passages for b in p.blocks]
    texts += [e.section.heading for e in extracts if e.section.heading]
    revisions = Revisions(style)
    printed = printed_texts(texts, language, revisions, Translations())
    return Desk(FairCopy(language, printed, OnDemand(language, revisions.words), OnDemand(language, revisions.prose)))


def recording(links: str) -> Recording:
    """A recording whose registry gives it these links."""
    text = (
        "recordings:\n"
        "  garden:\n"
        "    title: {zh-Hans: 屋顶菜园, en: Garden}\n"
        "    short: {zh-Hans: 菜园访谈, en: Talk}\n"
        f"    links: {{{links}}}\n"
        "sources:\n"
        "  notes: {file: notes.txt, format: article, language: zh-Hans}\n"
    )
    value, mistakes = reported(read_yaml, text, "seeds/sources.yaml")
    assert value is not None
    registry, more = reported(read_registry, value)
    assert not mistakes
    assert not more
    found = registry.recording("garden")
    assert found is not None
    return found


def paragraph(*inlines: Inline | str, language: Language = ZH_HANS, mirror: Block | None = None) -> Block:
    """A block that is one paragraph of line 3."""
    content: Content = Paragraph(tuple(Text(i) if isinstance(i, str) else i for i in inlines))
    return Block(content, Span(LineRange(3, 3), Characters(0, 0)), language, Kind.SUMMARY, mirror=mirror)


def extract(
    of: Recording | None,
    moment: Moment | None,
    *blocks: Block,
    heading: Heading | None = None,
    kind: Kind = Kind.SUMMARY,
    speaker: Person | None = None,
    address: str = "1",
) -> Extract:
    """An extract of one passage."""
    blocks = blocks or (paragraph("先有土，才有菜。"),)
    (section,) = with_ids("notes", (Section(address, heading, blocks, LineRange(1, 3)),))
    declared = Declaration(
        "notes",
        Located("notes.txt", Place("seeds/sources.yaml")),
        "markdown",
        ZH_HANS,
        title=localized(zh_hans="听园丁谈菜园"),
        short=localized(zh_hans="笔记"),
    )
    source = Source(Document(declared, "", of), (section,), ())
    cuts = tuple(Cut(block, n, 0, len(block.text)) for n, block in enumerate(section.blocks))
    return Extract(source, section, moment, (Passage("p-1", cuts, kind, speaker),))


def heading(text: str, language: Language, number: str | None = None, mirror: Heading | None = None) -> Heading:
    """A heading of line 1."""
    return Heading((Text(text),), Span(LineRange(1, 1), Characters(0, 0)), language, number=number, mirror=mirror)


def text_of(inlines: tuple[Inline, ...]) -> str:
    """What a reader sees."""
    return plain_text(inlines)
