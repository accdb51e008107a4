"""Texts in any script → an edition's; halves of a document; what no conversion may reach; the corrections listed."""

from dataclasses import replace

import pytest

from book.copyediting.stylebook import Correction, Stylebook
from book.model.address import Address
from book.model.block import Block, ListItem, Paragraph, Verbatim
from book.model.inline import Code, Corrected, Emphasis, LineBreak, Link, Literal, Strong, Text, plain_text
from book.model.language import Language
from book.scripts.conversion import convert_script
from book.setting.citing import reference
from book.setting.galley import SetBlock
from tests.languages import EN, ZH_HANS, ZH_HANT, localized
from tests.setting.made import desk, extract, heading, paragraph

HANS, HANT = ZH_HANS, ZH_HANT


def set_block(block: Block, language: Language, style: Stylebook | None = None, address: str = "1") -> SetBlock:
    whole = extract(None, None, block, address=address)
    return desk(language, whole, style=style).block(whole.passages[0].blocks[0])


def words(block: SetBlock) -> str:
    assert isinstance(block.content, Paragraph | ListItem)
    return plain_text(block.content.inlines)


def test_traditional_is_derived_from_simplified() -> None:
    assert desk(HANT).words(localized(zh_hans="屋顶与灯塔", en="Roof")) == "屋頂與燈塔"


def test_simplified_is_derived_from_traditional() -> None:
    assert desk(HANS).words(localized(zh_hant="屋頂與燈塔", en="Roof")) == "屋顶与灯塔"


def test_what_is_written_in_a_script_is_printed_as_written() -> None:
    both = localized(zh_hans="软件", zh_hant="軟體", en="Software")
    assert desk(HANT).words(both) == "軟體"
    assert desk(HANS).words(both) == "软件"
    assert desk(EN).words(both) == "Software"


def test_a_text_in_no_chinese_is_printed_in_english() -> None:
    assert desk(HANT).words(localized(en="Cursor")) == "Cursor"
    assert desk(HANT).words(None) == ""


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
    return replace(english, mirror=chinese) if own == EN else replace(chinese, mirror=english)


@pytest.mark.parametrize("own", [EN, HANS])
def test_of_two_halves_that_of_the_editions_language_is_printed(own: Language) -> None:
    block = two_halves(own)
    assert words(set_block(block, HANS)) == "园丁上楼"
    assert words(set_block(block, HANT)) == "園丁上樓"
    assert words(set_block(block, EN)) == "The gardener climbs."
    assert set_block(block, EN).language == EN


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
    converted = (
        Text("園丁"),
        Literal("园丁"),
        Code("园丁"),
        LineBreak(),
        Strong((Text("樓"), Literal("楼"), Emphasis((Text("門"), Code("门"))))),
        Link((Text("里程"), Literal("网址")), "https://example.org/?q=里程与网址"),
    )
    assert set_block(paragraph(*inlines), HANT).content == Paragraph(converted)


def test_code_set_apart_is_never_converted() -> None:
    block = replace(paragraph(""), content=Verbatim("桶数 = 园丁"))
    assert set_block(block, HANT).content == Verbatim("桶数 = 园丁")


@pytest.mark.parametrize("address", ["https://example.org/里程/园丁", "http://example.org/?q=园丁&l=1"])
def test_an_address_inside_running_text_is_never_converted(address: str) -> None:
    assert convert_script(f"网址是{address} 园丁", HANS, HANT) == f"網址是{address} 園丁"


def test_an_editors_note_written_in_one_script_is_set_in_the_other() -> None:
    first, second = desk(HANT).prose(localized(zh_hans="**园丁**说`楼`。\n\n- 土", en="x"))
    assert first == SetBlock(Paragraph((Strong((Text("園丁"),)), Text("說"), Code("楼"), Text("。"))), HANT)
    assert isinstance(second.content, ListItem)
    assert words(second) == "土"


def test_an_editors_note_written_in_both_scripts_is_set_as_written() -> None:
    (block,) = desk(HANT).prose(localized(zh_hans="软件", zh_hant="軟體", en="x"))
    assert words(block) == "軟體"


MISPRINT = Correction("圆丁", "园丁", localized(zh_hans="误字", en="misprint"))
CORRECTING = Stylebook(corrections={Address("notes", "1"): (MISPRINT,)})


@pytest.mark.parametrize(("language", "printed"), [(HANS, "园丁"), (HANT, "園丁")])
def test_a_correction_is_marked_in_the_text_and_comes_with_it(language: Language, printed: str) -> None:
    block = set_block(paragraph("圆丁上山"), language, CORRECTING)
    assert block.content == Paragraph((Corrected((Text(printed),)), Text("上山")))
    (made,) = block.corrections
    assert (made.change.before, made.change.after, made.change.why) == ("圆丁", "园丁", "误字")
    assert made.change.because == MISPRINT.because
    assert (made.text.address, made.span.lines, made.language) == (("notes", "1"), block.lines, HANS)


def test_a_block_says_the_same_however_often_and_in_whatever_order_it_is_set() -> None:
    """The desk remembers nothing of what has been set."""
    whole = extract(None, None, paragraph("圆丁上山"), heading=heading("圆丁", HANS))
    at = desk(HANT, whole, style=CORRECTING)
    (block,) = whole.passages[0].blocks
    assert whole.section.heading is not None
    first = at.block(block), at.heading(whole.section.heading)
    assert (at.block(block), at.heading(whole.section.heading)) == first
    assert (at.heading(whole.section.heading), at.block(block)) == first[::-1]


def test_a_heading_is_corrected_where_it_is_printed_and_where_it_is_cited() -> None:
    whole = extract(None, None, heading=heading("圆丁", HANS))
    assert whole.section.heading is not None
    at = desk(HANS, whole, style=CORRECTING)
    printed = at.heading(whole.section.heading)
    assert printed.inlines == (Corrected((Text("园丁"),)),)
    assert reference(whole, 1, at).corrections == printed.corrections != ()


def test_a_correction_holds_in_its_section_only() -> None:
    elsewhere = set_block(paragraph("圆丁"), HANS, CORRECTING, address="2")
    assert words(elsewhere) == "圆丁"
    assert elsewhere.corrections == ()


def test_the_editors_prose_is_not_corrected() -> None:
    at = desk(HANT, style=CORRECTING)
    assert at.words(localized(zh_hans="圆丁", en="x")) == "圓丁"
    (block,) = at.prose(localized(zh_hans="圆丁", en="x"))
    assert words(block) == "圓丁"
    assert block.corrections == ()
