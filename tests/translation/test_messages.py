"""What is to be translated: every text that the book prints, named after its words."""

import pytest

from book.copyediting.stylebook import Correction, Stylebook
from book.languages import translated_into
from book.model.address import Address
from book.model.block import Kind
from book.model.language import Language
from book.translation.messages import Message, message_id
from tests.copyediting.made import STYLE
from tests.editorial.books import source
from tests.languages import EN, localized
from tests.translation.made import ENGLISH, HANS, HANT, NOTES, book_messages

BOTH = "- from: notes#土\n- from: notes#水\n"


def texts(found: tuple[Message, ...]) -> list[str]:
    return [message.text for message in found]


def ids(found: tuple[Message, ...]) -> list[str]:
    return [message.id for message in found]


def test_headings_and_blocks_in_the_order_of_the_lines() -> None:
    found = book_messages([NOTES], "- from: notes#水", "- from: notes#土")
    assert texts(found) == ["土", "园丁说，先有土，才有菜。", "水", "他又说，水要浇在根上。"]
    assert [m.kind for m in found] == [None, Kind.SUMMARY, None, Kind.SUMMARY]
    assert [m.chapter for m in found] == ["02", "02", "01", "01"]
    assert [m.lines.first for m in found] == [1, 3, 5, 7]


def test_an_id_says_what_it_is_of_and_nothing_of_its_place() -> None:
    heading, block = book_messages([NOTES], BOTH)[:2]
    assert (heading.id, heading.text) == (message_id("notes", "土", is_heading=True), "土")
    assert heading.id.startswith("h-notes-")
    assert block.id == message_id("notes", "园丁说，先有土，才有菜。", is_heading=False)
    assert block.id.startswith("b-notes-")
    assert message_id("notes", "土", is_heading=False).removeprefix("b-") == heading.id.removeprefix("h-")
    assert message_id("essay", "土", is_heading=True) != heading.id


def test_a_paragraph_put_in_changes_no_other_id() -> None:
    before = ids(book_messages([NOTES], BOTH))
    longer = source("notes", NOTES.text.replace("# 土\n", "# 土\n\n天刚亮。\n"))
    after = ids(book_messages([longer], BOTH))
    assert [id for id in after if id in before] == before
    assert [id for id in after if id not in before] == [message_id("notes", "天刚亮。", is_heading=False)]


def test_a_changed_word_changes_that_id_only() -> None:
    changed = source("notes", NOTES.text.replace("浇在根上", "浇在叶上"))
    before, after = ids(book_messages([NOTES], BOTH)), ids(book_messages([changed], BOTH))
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, True, True, False]


def test_another_order_of_chapters_changes_no_id() -> None:
    one = book_messages([NOTES], "- from: notes#土", "- from: notes#水")
    other = book_messages([NOTES], "- from: notes#水", "- from: notes#土")
    assert ids(one) == ids(other)


def test_the_same_text_twice_is_numbered() -> None:
    twice = source("notes", "# 土\n\n好。\n\n浇水。\n\n好。\n\n好。\n")
    found = book_messages([twice], "- from: notes#土")
    good = message_id("notes", "好。", is_heading=False)
    assert ids(found)[1:] == [good, message_id("notes", "浇水。", is_heading=False), f"{good}-2", f"{good}-3"]


def test_a_heading_and_a_block_of_the_same_words_are_two_messages() -> None:
    found = book_messages([source("notes", "# 土\n\n土\n")], "- from: notes#土")
    assert len(set(ids(found))) == 2
    assert not any(id.endswith("-2") for id in ids(found))


def test_two_sources_that_say_the_same_have_a_message_each() -> None:
    essay = source("essay", NOTES.text)
    found = book_messages([NOTES, essay], BOTH + BOTH.replace("notes", "essay"))
    assert [m.source.id for m in found] == ["notes"] * 4 + ["essay"] * 4
    assert len(set(ids(found))) == 8


# ---- which texts


def test_corrections_and_punctuation_are_in_the_text() -> None:
    because = localized(zh_hans="误字")
    style = Stylebook(corrections={Address("notes", "土"): (Correction("园丁", "菜农", because),)})
    typed = source("notes", '# 土\n\n园丁说:"先有土,才有菜。"\n\n# 水\n\n园丁浇水。\n')
    assert texts(book_messages([typed], BOTH, style=style)) == ["土", "菜农说：“先有土，才有菜。”", "水", "园丁浇水。"]


def test_english_has_its_marks_set() -> None:
    typed = source("letter", '# Soil\n\n"First the soil--then the greens," he\'d say.\n', language="en")
    assert texts(book_messages([typed], "- from: letter#Soil"))[1] == "“First the soil—then the greens,” he’d say."


def test_names_stay_as_the_source_writes_them() -> None:
    """A term that is changed makes no translation stale."""
    typed = source("notes", "# 土\n\n看NVIDAI的视频，做tuixue online项目。\n")
    assert STYLE.terms
    block = book_messages([typed], "- from: notes#土", style=STYLE)[1]
    assert block.text == "看NVIDAI的视频，做tuixue online项目。"
    assert block == book_messages([typed], "- from: notes#土")[1]


def test_headings_only_of_sections_that_the_book_names() -> None:
    found = book_messages([source("notes", "# 书\n\n## 土\n\n甲。\n\n## 水\n\n乙。\n")], BOTH)
    assert texts(found) == ["土", "甲。", "水", "乙。"]


def test_of_a_section_that_is_left_out_the_heading_alone() -> None:
    """The list of what is left out names it."""
    left_out = "- {from: notes#水, because: {zh-Hans: 重复, en: Said before.}}"
    found = book_messages([NOTES], "- from: notes#土", left_out=left_out)
    assert texts(found) == ["土", "园丁说，先有土，才有菜。", "水"]
    assert [m.chapter for m in found] == ["01", "01", ""]


def test_a_heading_of_no_words_is_nobody_s_work() -> None:
    assert texts(book_messages([source("notes", "只有正文。\n")], "- from: notes#lead")) == ["只有正文。"]


def test_a_heading_belongs_to_the_first_chapter_that_cites_it() -> None:
    two = source("notes", "# 土\n\n甲。\n\n乙。\n")
    chapters = ("- {from: notes#土, paragraphs: 2}", "- {from: notes#土, paragraphs: 1}")
    assert [(m.text, m.chapter) for m in book_messages([two], *chapters)] == [
        ("土", "01"),
        ("甲。", "02"),
        ("乙。", "01"),
    ]


def test_a_part_of_a_block_is_its_own_message() -> None:
    whole = source("notes", "# 土\n\n先有土。才有菜。再有人。\n")
    quoted = "- {from: notes#土, quote: 先有土。}\n- {from: notes#土, quote: 才有菜。再有人。}"
    found = book_messages([whole], quoted)
    assert texts(found) == ["土", "先有土。", "才有菜。再有人。"]
    assert found[1].lines == found[2].lines
    assert ids(found)[1:] == [
        message_id("notes", "先有土。", is_heading=False),
        message_id("notes", "才有菜。再有人。", is_heading=False),
    ]


def test_bold_links_and_code_are_in_the_translator_s_markdown() -> None:
    marked = source("notes", "# 土\n\n**先**有[土](https://example.org/a)，用`x_y`，3*4。\n")
    assert texts(book_messages([marked], "- from: notes#土"))[1] == (
        "**先**有[土](<https://example.org/a>)，用`x_y`，3\\*4。"
    )


def test_list_items_are_messages_and_code_is_none() -> None:
    listed = source("notes", "# 土\n\n- 甲\n- 乙\n\n```\nprint(1)\n```\n")
    assert texts(book_messages([listed], "- from: notes#土")) == ["土", "甲", "乙"]


# ---- languages


@pytest.mark.parametrize(("language", "target"), [(HANS, EN), (HANT, EN), (EN, HANS)])
def test_chinese_into_english_and_all_else_into_simplified_chinese(language: Language, target: Language) -> None:
    assert translated_into(language, ()) == target


def test_an_english_document() -> None:
    found = book_messages([ENGLISH], "- from: letter#Soil")
    assert [(m.text, m.language, m.target) for m in found] == [
        ("Soil", EN, HANS),
        ("First the soil, then the greens.", EN, HANS),
    ]


PARALLEL = """\
# 翻译

## 土

先有土，才有"菜"。

- 一件事

# Original

## Soil

First the soil, then the "greens".

- One thing
"""


def test_a_document_s_own_translation_goes_with_its_text() -> None:
    digest = source("digest", PARALLEL, "parallel")
    addresses = [section.address for section in digest.sections if section.blocks]
    found = book_messages([digest], "".join(f"- from: digest#{address}\n" for address in addresses))
    own = {m.text: m.own for m in found if m.language == HANS}
    assert own["土"] == "Soil"
    assert own["先有土，才有“菜”。"] == "First the soil, then the “greens”."
    assert own["一件事"] == "One thing"


def test_a_document_in_one_language_has_no_translation_of_its_own() -> None:
    assert {m.own for m in book_messages([NOTES], BOTH)} == {None}
