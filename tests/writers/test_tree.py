"""The tree that pandoc accepts: its notes, its passages, its divisions."""

import re

import pytest

from book.model.block import ListItem, Verbatim
from book.model.inline import Text
from book.setting.galley import SetExtract
from book.writers.medium import PAGE, SCREEN, Medium
from book.writers.writing import write
from tests.writers.made import EPUB, Element, galley, parsed, passage_texts, with_blocks, written

EDITIONS = ("zh-Hans", "zh-Hant")
MEDIA = (SCREEN, PAGE, PAGE.in_two_languages(), Medium())


def classed(body: Element, name: str) -> list[Element]:
    return [e for e in body.iter() if name in str(e.get("class", "")).split()]


def text(element: Element) -> str:
    return "".join(str(part) for part in element.itertext())


@pytest.mark.parametrize("beside", MEDIA)
def test_pandoc_accepts_the_tree_and_complains_of_nothing(beside: Medium) -> None:
    sections = [str(e.get("id")) for e in parsed(write(galley(), beside)).iter("section")]
    expected = [
        id
        for division in galley().divisions
        for id in (division.id, *(group.id for group in division.groups if group.heading))
    ]
    assert [id for id in sections if id in expected] == expected
    assert [id for id in sections if id.startswith(("c-", "s-"))] == expected


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_passage_carries_its_origin(edition: str) -> None:
    expected = {
        passage.id: (passage, passage.moment)
        for division in galley(edition).divisions
        for group in division.groups
        for item in group.items
        if isinstance(item, SetExtract)
        for passage in item.passages
    }
    found = {str(e.get("id")): e for e in classed(written(edition), "passage")}
    assert list(found) == list(expected)
    assert found
    for id, (passage, moment) in expected.items():
        data = {str(k)[5:]: str(v) for k, v in found[id].items() if str(k).startswith("data-")}
        wanted = {
            "source": passage.source,
            "address": passage.address,
            "lines": f"{passage.lines.first}-{passage.lines.last}",
            "kind": str(passage.kind),
        }
        if passage.speaker:
            wanted["speaker"] = passage.speaker
        if moment is not None:
            wanted |= {"time": str(moment.start.seconds), "time-basis": str(moment.basis)}
        assert data == wanted


def test_times_of_all_three_bases_are_in_the_book() -> None:
    bases = {e.get("data-time-basis") for e in classed(written(), "passage")}
    assert bases == {"source", "editor", None}


def test_ids_are_unique() -> None:
    ids = [str(e.get("id")) for e in written().iter() if e.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_note_is_called_once_with_its_number_and_leads_back(edition: str) -> None:
    body = written(edition)
    chapters = [e for e in body.iter("section") if str(e.get("id")).startswith("c-")]
    assert len(chapters) == 4
    for chapter in chapters:
        calls = [a for a in chapter.iter("a") if a.get(EPUB + "type") == "noteref"]
        notes = [e for e in chapter.iter("div") if e.get(EPUB + "type") == "footnote"]
        assert [text(call) for call in calls] == [str(n) for n in range(1, len(notes) + 1)]
        assert [str(call.get("href")) for call in calls] == [f"#{note.get('id')}" for note in notes]
        for number, (call, note) in enumerate(zip(calls, notes, strict=True), 1):
            (back,) = [a for a in note.iter("a") if a.get("role") == "doc-backlink"]
            assert str(back.get("href")) == f"#{call.get('id')}"
            assert text(back) == f"{number}."
            assert text(note).strip().startswith(f"{number}. ")
    assert sum(1 for _ in body.iter("sup")) == len(classed(body, "extract"))


def test_every_extract_says_where_it_comes_from_before_its_words() -> None:
    for beside in MEDIA:
        for extract in classed(written("zh-Hant", beside), "extract"):
            (origin,) = classed(extract, "origin")
            assert classed(origin, "source")
            assert classed(origin, "kind")
            assert text(extract).strip().startswith(text(origin).strip())


def test_a_time_beside_a_passage_is_the_time_of_its_link() -> None:
    shown = {
        (text(a), str(a.get("href")))
        for time in classed(written(), "time")
        for a in time.iter("a")
        if "youtu.be" in str(a.get("href"))
    }
    assert shown == {
        ("02:10–58:30", "https://youtu.be/gardenVideo?t=130"),
        ("≈02:10", "https://youtu.be/gardenVideo?t=130"),
        ("58:30–1:04:05", "https://youtu.be/gardenVideo?t=3510"),
        ("≈58:30", "https://youtu.be/gardenVideo?t=3510"),
        ("1:04:05", "https://youtu.be/gardenVideo?t=3845"),
    }


def test_a_speaker_is_named_before_a_transcript_and_after_a_quotation() -> None:
    transcripts, quotations = classed(written("zh-Hans"), "transcript"), classed(written("zh-Hans"), "quotation")
    assert transcripts
    assert quotations
    for passage in transcripts:
        assert text(passage).strip().startswith(f"{passage.get('data-speaker')}：")
    for passage in quotations:
        assert text(classed(passage, "attribution")[0]).strip() == "——园丁"


def test_numbered_lists_keep_their_first_number_and_end_where_they_end() -> None:
    blocks = [
        (
            ListItem((Text("甲"),), 7),
            ListItem((Text("乙"),), 8),
            ListItem((Text("丙"),)),
            Verbatim("x  = 1\n  y"),
            ListItem((Text("丁"),), 1),
        )
    ]
    body = parsed(write(with_blocks(list(blocks)), SCREEN))
    (passage,) = [e for e in classed(body, "passage") if e.get("id") == "p-0"]
    assert [(e.tag, e.get("start"), text(e).strip()) for e in passage if e.tag != "p"] == [
        ("ol", "7", "甲\n乙"),
        ("ul", None, "丙"),
        ("pre", None, "x  = 1\n  y"),
        ("ol", None, "丁"),
    ]


def test_front_matter_is_the_editors_and_carries_no_label() -> None:
    (foreword,) = [e for e in written().iter("section") if e.get("id") == "c-00-foreword"]
    assert foreword.get(EPUB + "type") == "preface"
    assert "編者按" not in text(foreword)
    assert [e.get("data-kind") for e in classed(foreword, "editorial")] == ["editorial"]


def test_an_editors_note_between_passages_is_labelled() -> None:
    (note,) = classed(written(), "boxed")
    assert text(note).split() == ["編者按", "筆記說運了三百二十趟土，摘要沒有提到。"]


def test_chapters_are_numbered_and_other_divisions_are_not() -> None:
    titles = [text(h1) for h1 in written().iter("h1")]
    assert titles == ["前言", "第一章 土與水", "第二章 燈", "旁人的話", "資料來源", "版權頁"]


def test_verbatim_lines_are_not_changed() -> None:
    (code,) = [text(e) for e in written().iter("pre")]
    assert code == "周  桶数\n01  12\n02   9"


@pytest.mark.parametrize(("edition", "tags"), [("zh-Hant", [[]]), ("en", [["zh-Hans"]])])
def test_code_in_another_language_than_the_edition_s_is_tagged(edition: str, tags: list[list[str]]) -> None:
    """Chinese words in the code of a document, which nobody translates (WCAG 2.2 § 3.1.2)."""
    codes = list(written(edition).iter("pre"))
    assert [[str(e.get("lang")) for e in code.iterancestors() if e.get("lang")] for code in codes] == tags


def test_a_passage_keeps_its_words_in_both_placements() -> None:
    above, beside = (passage_texts(written("zh-Hans", placement)) for placement in (SCREEN, PAGE))
    assert list(above) == list(beside)
    for id, words in above.items():
        assert without_gaps(beside[id].replace("\u2060", "")).endswith(words)


def without_gaps(words: str) -> str:
    """Text of the PDF, where a space is the gap between Han and Latin, without those spaces."""
    return re.sub(r"(?<=[一-鿿]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?=[一-鿿])", "", words)
