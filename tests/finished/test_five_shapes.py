"""A small book of documents in all five shapes, from its files to its pages."""

from pathlib import Path

import pytest

from tests.finished.conftest import build
from tests.finished.reading import CHINESE, XHTML, Book, folded, has_class, without_calls, words
from tests.finished.test_epub import assert_sound
from tests.projects import BOOKS, run_program

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["clockmaker", "five-shapes", "one-page"])
def test_there_is_nothing_to_report(name: str) -> None:
    done = run_program("check", "--strict", "--quiet", "--project", BOOKS / name)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_smallest_project_is_built(tmp_path: Path) -> None:
    book = build(BOOKS / "one-page", tmp_path / "dist")
    assert list(book.files) == ["one-page.zh-Hans.epub", "one-page.zh-Hans.pdf"]
    (passage,) = book.epubs["zh-Hans"].passages.values()
    assert words(without_calls(passage)).strip() == "园丁说，先有土，才有菜。"


@pytest.mark.parametrize("edition", CHINESE)
def test_epubcheck_has_nothing_to_say(five_shapes: Book, edition: str) -> None:
    assert_sound(five_shapes.epubs[edition].path)


@pytest.mark.parametrize("edition", CHINESE)
def test_every_shape_is_in_both_formats(five_shapes: Book, edition: str) -> None:
    sentences = (
        "园丁用小推车运了三百二十趟土",
        "只放在承重墙上方第二层是碎砖防止积水",
        "后来他把菜畦都放在梁的上方",
        "风大的日子不浇水浇了也留不住",
        "他先量了屋顶才把土运上去",
        "怕雾不怕黑雾一来就得敲钟",
        "笔记说运了三百二十趟土摘要没有提到",
    )
    epub, pdf = five_shapes.epubs[edition].text, five_shapes.pdfs[edition].text(five_shapes.heads(edition))
    assert [s for s in sentences if folded(s) not in epub] == []
    assert [s for s in sentences if folded(s) not in pdf] == []


@pytest.mark.parametrize("edition", CHINESE)
def test_quotation_marks_stand_in_pairs(five_shapes: Book, edition: str) -> None:
    for id, passage in five_shapes.epubs[edition].passages.items():
        text = words(passage)
        for opening, closing in ("「」", "『』", "“”", "（）"):
            assert text.count(opening) == text.count(closing), (id, text)


@pytest.mark.parametrize(
    ("edition", "other"), [("zh-Hans", "樓風園種澆兩裡頂訪談"), ("zh-Hant", "楼风园种浇两顶单运访谈")]
)
def test_every_passage_is_in_one_script_but_for_code(five_shapes: Book, edition: str, other: str) -> None:
    for passage in five_shapes.epubs[edition].passages.values():
        prose = without_calls(passage)
        for code in list(prose.iter(f"{XHTML}code")):
            code.text = ""
        assert not set(words(prose)) & set(other), words(prose)


def test_a_recording_on_a_site_of_its_own_is_linked_by_its_template(five_shapes: Book) -> None:
    addresses = {
        str(a.get("href"))
        for page in five_shapes.epubs["zh-Hans"].pages.values()
        for a in page.iter(f"{XHTML}a")
        if "/tapes/7" in str(a.get("href"))
    }
    assert addresses == {"https://www.example.org/tapes/7", "https://www.example.org/tapes/7?at=725s"}


def test_words_of_speakers_are_transcripts_each_of_one_person(five_shapes: Book) -> None:
    turns = [(row["speaker"], row["lines"]) for row in five_shapes.manifest["passages"] if row["kind"] == "transcript"]
    assert turns == [
        ("interviewer", [13, 13]),
        ("keeper", [15, 17]),
        ("interviewer", [19, 19]),
        ("keeper", [20, 20]),
        ("interviewer", [23, 23]),
        ("keeper", [25, 25]),
    ]


def test_a_passage_used_again_has_an_id_of_its_own(five_shapes: Book) -> None:
    ids = [
        row["id"] for row in five_shapes.manifest["passages"] if row["lines"] == [11, 11] and row["source"] == "outline"
    ]
    assert len(ids) == len(set(ids)) == 2


def test_a_sections_own_heading_is_printed_where_it_is_wanted(five_shapes: Book) -> None:
    headings = [
        words(e).strip()
        for page in five_shapes.epubs["zh-Hans"].pages.values()
        for e in page.iter(f"{XHTML}div")
        if has_class(e, "source-heading")
    ]
    assert headings == ["屋顶与承重", "建造"]


def test_lines_of_the_half_that_no_edition_prints_are_left_out_with_a_reason(five_shapes: Book) -> None:
    rows = {tuple(r["lines"]): r["because"] for r in five_shapes.manifest["left_out"] if r["source"] == "digest"}
    assert set(rows) == {(3, 3), (6, 9), (12, 12), (25, 25)}
    assert "16-16" in rows[3, 3]
    assert "19-22" in rows[6, 9]
    assert rows[12, 12] == rows[25, 25] == "The column says it in more detail."
