"""Moments as they are printed, and the notes that cite an extract."""

import pytest

from book.languages import profile
from book.model.block import Kind
from book.model.inline import Inline, Link
from book.model.moment import Moment, Time, TimeBasis, moment_text
from book.setting.citing import line_text, origin, reference, section_clause
from tests.languages import EN, ZH_HANS, ZH_HANT
from tests.setting.made import GARDENER, desk, extract, heading, paragraph, recording, text_of

at = Time.of_seconds
HANS, HANT = profile(ZH_HANS).labels, profile(ZH_HANT).labels
YOUTUBE_AND_BILIBILI = "youtube: gardenVideo, bilibili: BV1garden0000"


def links(inlines: tuple[Inline, ...]) -> dict[str, str]:
    """What is printed for each link, and where it goes."""
    return {text_of(i.inlines): i.target for i in inlines if isinstance(i, Link)}


@pytest.mark.parametrize(
    ("moment", "printed"),
    [
        (Moment(at(2468), None, TimeBasis.SOURCE), "41:08"),
        (Moment(at(2468), at(2887), TimeBasis.SOURCE), "41:08–48:07"),
        (Moment(at(3510), at(3845), TimeBasis.SOURCE), "58:30–1:04:05"),
        (Moment(at(3714), None, TimeBasis.SOURCE), "1:01:54"),
        (Moment(at(9), at(70), TimeBasis.SOURCE), "00:09–01:10"),
        (Moment(at(0), None, TimeBasis.SOURCE), "00:00"),
        (Moment(at(2468), None, TimeBasis.EDITOR), "≈41:08"),
        (Moment(at(36000), None, TimeBasis.EDITOR), "≈10:00:00"),
        (None, ""),
    ],
)
def test_a_moment_is_printed(moment: Moment | None, printed: str) -> None:
    assert moment_text(moment, HANS.approximately) == printed
    assert moment_text(moment, HANT.approximately) == printed


def test_an_exact_moment_beside_the_passage_links_to_its_second_on_the_first_site() -> None:
    beside = origin(
        extract(recording(YOUTUBE_AND_BILIBILI), Moment(at(2468), at(2887), TimeBasis.SOURCE)), desk(ZH_HANT)
    )
    assert beside.time == "41:08–48:07"
    assert beside.time_target == "https://youtu.be/gardenVideo?t=2468"
    assert (beside.source, beside.recording, beside.kind) == ("筆記", "菜園訪談", "概述")


def test_without_a_moment_nothing_is_printed_beside_and_nothing_is_linked() -> None:
    beside = origin(extract(recording(YOUTUBE_AND_BILIBILI), None), desk(ZH_HANS))
    assert (beside.time, beside.time_target) == ("", "")


def test_a_document_without_recording_names_none() -> None:
    whole = extract(None, None)
    assert origin(whole, desk(ZH_HANS)).recording == ""
    assert text_of(reference(whole, 1, desk(ZH_HANS, whole)).inlines).endswith("第3行；概述。")


def test_a_note_links_the_moment_on_both_sites_in_their_short_forms() -> None:
    whole = extract(recording(YOUTUBE_AND_BILIBILI), Moment(at(3845), None, TimeBasis.SOURCE))
    note = reference(whole, 7, desk(ZH_HANS, whole))
    assert note.number == 7
    assert links(note.inlines) == {
        "YouTube 1:04:05": "https://youtu.be/gardenVideo?t=3845",
        "哔哩哔哩1:04:05": "https://www.bilibili.com/video/BV1garden0000/?t=3845",
    }


def test_a_note_links_a_site_of_the_registrys_own() -> None:
    own = recording("url: https://www.example.org/tapes/7, template: 'https://www.example.org/tapes/7?at={seconds}s'")
    whole = extract(own, Moment(at(725), None, TimeBasis.EDITOR))
    note = reference(whole, 1, desk(ZH_HANS, whole))
    assert links(note.inlines) == {"example.org 12:05": "https://www.example.org/tapes/7?at=725s"}


def test_a_site_without_template_is_linked_as_a_whole() -> None:
    own = recording("url: https://example.org/tapes/7")
    whole = extract(own, Moment(at(725), None, TimeBasis.EDITOR))
    note = reference(whole, 1, desk(ZH_HANS, whole))
    assert set(links(note.inlines).values()) == {"https://example.org/tapes/7"}


def test_an_editors_moment_is_said_to_be_the_editors() -> None:
    whole = extract(recording(YOUTUBE_AND_BILIBILI), Moment(at(725), None, TimeBasis.EDITOR))
    assert "≈12:05（时刻为编者所定）" in text_of(reference(whole, 1, desk(ZH_HANS, whole)).inlines)
    assert "≈12:05（時刻為編者所定）" in text_of(reference(whole, 1, desk(ZH_HANT, whole)).inlines)


def test_a_stamp_of_the_source_is_not_said_to_be_the_editors() -> None:
    whole = extract(recording(YOUTUBE_AND_BILIBILI), Moment(at(725), at(800), TimeBasis.SOURCE))
    text = text_of(reference(whole, 1, desk(ZH_HANS, whole)).inlines)
    assert "，12:05–13:20，" in text
    assert "≈" not in text
    assert "编者" not in text


def test_where_nobody_gives_a_time_the_note_says_so_and_links_the_whole() -> None:
    whole = extract(recording(YOUTUBE_AND_BILIBILI), None)
    note = reference(whole, 1, desk(ZH_HANS, whole))
    assert "原文未标时刻" in text_of(note.inlines)
    assert links(note.inlines) == {
        "YouTube": "https://youtu.be/gardenVideo",
        "哔哩哔哩": "https://www.bilibili.com/video/BV1garden0000/",
    }


def test_a_whole_note_in_both_scripts() -> None:
    whole = extract(
        recording("youtube: gardenVideo"),
        Moment(at(130), None, TimeBasis.SOURCE),
        heading=heading("土从哪里来", ZH_HANS, number="2.1"),
        kind=Kind.QUOTATION,
        speaker=GARDENER,
    )
    assert text_of(reference(whole, 1, desk(ZH_HANS, whole)).inlines) == (
        "笔记《听园丁谈菜园》，“2.1 土从哪里来”一节，第3行；引语（园丁）；菜园访谈，02:10，YouTube 02:10。"
    )
    assert text_of(reference(whole, 1, desk(ZH_HANT, whole)).inlines) == (
        "筆記《聽園丁談菜園》，「2.1 土從哪裡來」一節，第3行；引語（園丁）；菜園訪談，02:10，YouTube 02:10。"
    )


def test_a_section_without_heading_is_the_opening() -> None:
    whole = extract(None, None)
    assert text_of(section_clause(whole.section, desk(ZH_HANS, whole))) == "篇首，"


def test_a_section_is_named_in_the_editions_half_of_a_document() -> None:
    chinese = heading("建造", ZH_HANS)
    whole = extract(None, None, heading=heading("Building", EN, mirror=chinese))
    assert text_of(section_clause(whole.section, desk(ZH_HANT, whole))) == "「建造」一節，"


def test_lines_are_printed_as_one_or_as_a_range() -> None:
    assert line_text(3, 3, HANS) == "第3行"
    assert line_text(3, 12, HANT) == "第3–12行"


ENGLISH = profile(EN).labels


@pytest.mark.parametrize(
    ("title", "number", "clause"),
    [
        ("Tianshou", None, "“Tianshou,” "),
        ("Where Soil Comes From", "2.1", "§ 2.1, “Where Soil Comes From,” "),
        ("Is It Worth It?", None, "“Is It Worth It?” "),
        ("He said it grows.", None, "“He said it grows,” "),
        ("The “Garden” of U.S. Cities", None, "“The ‘Garden’ of U.S. Cities,” "),
    ],
)
def test_an_english_clause_has_its_comma_inside_the_marks(title: str, number: str | None, clause: str) -> None:
    whole = extract(None, None, heading=heading(title, EN, number))
    assert text_of(section_clause(whole.section, desk(EN, whole))) == clause


def test_an_english_note_reads_as_one_sentence() -> None:
    own = recording(YOUTUBE_AND_BILIBILI)
    mirror = paragraph("First soil, then greens.", language=EN)
    block = paragraph("先有土，才有菜。", mirror=mirror)
    whole = extract(own, Moment(at(130), None, TimeBasis.EDITOR), block, heading=heading("Soil", EN))
    assert text_of(reference(whole, 1, desk(EN, whole)).inlines) == (
        "笔记, 听园丁谈菜园, “Soil,” line 3; summary; Talk, ≈02:10 (time supplied by the editors), "
        "YouTube 02:10, Bilibili 02:10."
    )
