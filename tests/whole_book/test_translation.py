"""The translations of a whole book: every text reads back, and the catalogues are as the command writes them."""

import re

import polib

from book.copyediting.revisions import Revisions
from book.copyediting.stylebook import Stylebook
from book.model.block import ListItem, Paragraph
from book.model.inline import Inline, Text
from book.pipeline.project import Project
from book.translation.markup import read_markup, write_markup
from book.translation.messages import messages
from book.translation.po import write_catalogue
from tests.translation.made import normal


def test_no_message_depends_on_the_terms(whole_book: Project) -> None:
    assert whole_book.style.terms
    manuscript = whole_book.manuscript
    with_terms = messages(manuscript, whole_book.revisions)
    without = messages(manuscript, Revisions(Stylebook(corrections=whole_book.style.corrections)))
    assert [(m.id, m.text) for m in with_terms] == [(m.id, m.text) for m in without]


def test_every_message_is_an_entry_of_its_catalogue(whole_book: Project) -> None:
    """As another reader of gettext's files finds them."""
    found = {
        entry.msgctxt
        for catalogue in whole_book.translations.catalogues.values()
        for entry in polib.pofile(whole_book.texts[catalogue.path])
        if not entry.obsolete
    }
    assert {m.id for m in messages(whole_book.manuscript, whole_book.revisions)} == found


def test_every_text_of_a_document_reads_back_from_a_catalogue(whole_book: Project) -> None:
    """Every heading and block of every source, whether it is printed or not."""
    texts: list[tuple[Inline, ...]] = []
    for section in (section for source in whole_book.sources for section in source.sections):
        headings = (section.heading, section.heading.mirror) if section.heading else ()
        texts += [h.inlines for h in headings if h]
        for block in (half for whole in section.blocks for half in (whole, whole.mirror) if half):
            if isinstance(block.content, Paragraph | ListItem):
                texts.append(block.content.inlines)
    assert any(not isinstance(inline, Text) for inlines in texts for inline in inlines)
    for inlines in texts:
        assert normal(read_markup(write_markup(inlines))) == normal(inlines)


def test_every_message_and_translation_reads_back(whole_book: Project) -> None:
    renderings = list(whole_book.translations.renderings)
    for rendering in renderings:
        for text in (rendering.message.text, rendering.text):
            inlines = read_markup(text)
            assert read_markup(write_markup(inlines)) == inlines
    assert any("^[" in rendering.text for rendering in renderings)


def test_the_catalogues_are_up_to_date(whole_book: Project) -> None:
    """What the command would write is what lies there."""
    assert whole_book.book is not None
    assert set(whole_book.translations.by_source) == {source.id for source in whole_book.sources}
    for source, merged in whole_book.translations.by_source.items():
        lying = whole_book.translations.catalogues[source]
        text = write_catalogue(merged, lying.header, whole_book.book.slug, whole_book.style.terms)
        assert text == whole_book.texts[lying.path], f"run: python build.py translate ({lying.path})"


def test_a_catalogue_has_no_time_and_names_no_file_but_its_document(whole_book: Project) -> None:
    paths = {source.id: source.path for source in whole_book.sources}
    for source, catalogue in whole_book.translations.catalogues.items():
        text = whole_book.texts[catalogue.path]
        assert "-Date:" not in text
        assert set(re.findall(r"(?m)^#: (.*)$", text)) == {paths[source]}
