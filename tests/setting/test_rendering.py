"""Texts in any script → the script of an edition; halves of a document; what no conversion may reach."""

from dataclasses import replace

import pytest

from book.language.script import convert_script
from book.model.block import Block, ListItem, Paragraph, Verbatim
from book.model.inline import Code, Emphasis, LineBreak, Link, Literal, Strong, Text, plain_text
from book.model.language import Language
from book.model.localized import Localized
from book.setting.galley import SetBlock
from book.setting.rendering import inlines_in, localized, printed_version, set_block, set_prose
from tests.setting.made import paragraph

HANS, HANT, EN = Language.ZH_HANS, Language.ZH_HANT, Language.EN


def words(block: SetBlock) -> str:
    assert isinstance(block.content, Paragraph | ListItem)
    return plain_text(block.content.inlines)


def test_traditional_is_derived_from_simplified() -> None:
    assert localized(Localized(zh_hans="屋顶与灯塔", en="Roof"), HANT) == "屋頂與燈塔"


def test_simplified_is_derived_from_traditional() -> None:
    assert localized(Localized(zh_hant="屋頂與燈塔", en="Roof"), HANS) == "屋顶与灯塔"


def test_what_is_written_in_a_script_is_printed_as_written() -> None:
    both = Localized(zh_hans="软件", zh_hant="軟體", en="Software")
    assert localized(both, HANT) == "軟體"
    assert localized(both, HANS) == "软件"
    assert localized(both, EN) == "Software"


def test_a_text_in_no_chinese_is_printed_in_english() -> None:
    assert localized(Localized(en="Cursor"), HANT) == "Cursor"
    assert localized(None, HANT) == ""


@pytest.mark.parametrize("text", ["系統", "关系", "头发发白", "里程碑", "后来"])
def test_a_text_in_the_wanted_script_is_never_converted(text: str) -> None:
    assert convert_script(text, HANT, HANT) == text
    assert convert_script(text, HANS, HANS) == text
    assert convert_script(text, EN, HANT) == text


def test_one_character_of_two_meanings_is_converted_by_its_word() -> None:
    assert convert_script("头发发白，皇后后来", HANS, HANT) == "頭髮發白，皇后後來"


def test_a_block_of_the_other_script_is_converted() -> None:
    block = set_block(paragraph("园丁上楼"), HANT)
    assert (words(block), block.language) == ("園丁上樓", HANT)
    block = set_block(paragraph("園丁上樓", language=HANT), HANS)
    assert (words(block), block.language) == ("园丁上楼", HANS)


def two_halves(own: Language) -> Block:
    chinese, english = paragraph("园丁上楼"), paragraph("The gardener climbs.", language=EN)
    return replace(english, mirror=chinese) if own is EN else replace(chinese, mirror=english)


@pytest.mark.parametrize("own", [EN, HANS])
def test_of_two_halves_that_of_the_editions_language_is_printed(own: Language) -> None:
    block = two_halves(own)
    assert words(set_block(block, HANS)) == "园丁上楼"
    assert words(set_block(block, HANT)) == "園丁上樓"
    assert words(set_block(block, EN)) == "The gardener climbs."
    assert printed_version(block, EN).language is EN


def test_a_block_without_translation_keeps_its_own_language() -> None:
    block = set_block(paragraph("The gardener climbs.", language=EN), HANT)
    assert (words(block), block.language) == ("The gardener climbs.", EN)


def test_conversion_reaches_text_at_any_depth_and_nothing_that_a_machine_reads() -> None:
    inlines = (
        Text("园丁"),
        Literal("园丁"),
        Code("园丁"),
        LineBreak(),
        Strong((Text("楼"), Literal("楼"), Emphasis((Text("门"), Code("门"))))),
        Link((Text("里程"), Literal("网址")), "https://example.org/?q=里程与网址"),
    )
    assert inlines_in(inlines, HANS, HANT) == (
        Text("園丁"),
        Literal("园丁"),
        Code("园丁"),
        LineBreak(),
        Strong((Text("樓"), Literal("楼"), Emphasis((Text("門"), Code("门"))))),
        Link((Text("里程"), Literal("网址")), "https://example.org/?q=里程与网址"),
    )


def test_code_set_apart_is_never_converted() -> None:
    block = replace(paragraph(""), content=Verbatim("桶数 = 园丁"))
    assert set_block(block, HANT).content == Verbatim("桶数 = 园丁")


@pytest.mark.parametrize("address", ["https://example.org/里程/园丁", "http://example.org/?q=园丁&l=1"])
def test_an_address_inside_running_text_is_never_converted(address: str) -> None:
    assert convert_script(f"网址是{address} 园丁", HANS, HANT) == f"網址是{address} 園丁"


def test_an_editors_note_written_in_one_script_is_set_in_the_other() -> None:
    first, second = set_prose(Localized(zh_hans="**园丁**说`楼`。\n\n- 土", en="x"), HANT)
    assert first == SetBlock(Paragraph((Strong((Text("園丁"),)), Text("說"), Code("楼"), Text("。"))), HANT)
    assert isinstance(second.content, ListItem)
    assert words(second) == "土"


def test_an_editors_note_written_in_both_scripts_is_set_as_written() -> None:
    (block,) = set_prose(Localized(zh_hans="软件", zh_hant="軟體", en="x"), HANT)
    assert words(block) == "軟體"
