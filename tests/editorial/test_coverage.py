"""Nothing is lost, nothing stands twice."""

from itertools import pairwise

import pytest

from tests.editorial.books import codes, compiled, only, printed, source

DOC = source("doc", "## 1 甲\n一段。\n\n二段在此。後半句。\n\n三段。\n\n## 2 乙\n四段。\n")


def test_a_book_that_uses_everything_once() -> None:
    result = compiled([DOC], "- from: doc#1", "- from: doc#2")
    assert codes(result) == []
    assert printed(result) == ["一段。", "二段在此。後半句。", "三段。", "四段。"]


def test_a_section_that_no_chapter_uses() -> None:
    diagnostic = only(compiled([DOC], "- from: doc#1"))
    assert str(diagnostic.code) == "section-unused"
    assert (diagnostic.place.path, diagnostic.place.line) == ("seeds/doc.txt", 8)
    assert "'2'" in diagnostic.message


def test_a_document_that_no_chapter_uses() -> None:
    other = source("other", "前言。\n\n## 甲\n一\n\n## 乙\n## 丙\n二\n")
    result = compiled([DOC, other], "- from: doc#1\n- from: doc#2")
    assert [(str(d.code), d.place.path, d.place.line) for d in result.diagnostics] == [
        ("section-unused", "seeds/other.txt", 1),
        ("section-unused", "seeds/other.txt", 3),
        ("section-unused", "seeds/other.txt", 7),
    ]


def test_what_is_left_out_is_not_missing() -> None:
    result = compiled([DOC], "- from: doc#1", left_out="- {from: 'doc#2', because: 广告}")
    assert codes(result) == []
    (omission,) = result.manuscript.omissions
    assert (omission.section.address, omission.because.any) == ("2", "广告")


def test_paragraphs_that_are_missing_are_named() -> None:
    diagnostic = only(compiled([DOC], "- {from: 'doc#1', paragraphs: 2}\n- from: doc#2"))
    assert str(diagnostic.code) == "section-unused"
    assert diagnostic.place.line == 2
    assert "1, 3" in diagnostic.message


def test_paragraphs_of_one_section_in_two_chapters() -> None:
    result = compiled([DOC], "- {from: 'doc#1', paragraphs: 1-2}", "- {from: 'doc#1', paragraphs: 3}\n- from: doc#2")
    assert codes(result) == []


@pytest.mark.parametrize("again", ["doc#1", "doc#甲", "doc#1 甲"])
def test_a_section_used_twice(again: str) -> None:
    diagnostic = only(compiled([DOC], "- from: doc#1\n- from: doc#2", f"- from: '{again}'"))
    assert str(diagnostic.code) == "used-twice"
    assert (diagnostic.place.path, diagnostic.place.line) == ("chapters/02.yaml", 4)
    assert "chapters/01.yaml:4" in diagnostic.hint


def test_a_reason_allows_a_second_use() -> None:
    result = compiled([DOC], "- from: doc#1\n- from: doc#2", "- {from: 'doc#2', again: 对照}")
    assert codes(result) == []
    assert printed(result).count("四段。") == 2


def test_the_reason_belongs_to_the_second_use() -> None:
    assert codes(compiled([DOC], "- from: doc#1\n- {from: 'doc#2', again: 对照}", "- from: doc#2")) == ["used-twice"]


def test_one_passage_that_names_a_paragraph_twice() -> None:
    assert "used-twice" in codes(compiled([DOC], "- {from: 'doc#1', paragraphs: '1-3, 2'}\n- from: doc#2"))


def test_used_and_left_out() -> None:
    result = compiled([DOC], "- from: doc#1\n- from: doc#2", left_out="- {from: 'doc#2', because: 广告}")
    assert codes(result) == ["used-and-left-out"]


def test_left_out_twice() -> None:
    twice = "- {from: 'doc#2', because: 广告}\n- {from: 'doc#2', because: 广告}"
    assert codes(compiled([DOC], "- from: doc#1", left_out=twice)) == ["used-twice"]


def test_parts_that_cover_a_whole_paragraph() -> None:
    parts = "- {from: 'doc#1', paragraphs: '1, 3'}\n- {from: 'doc#1', quote: 二段在此}\n- from: doc#2"
    assert codes(compiled([DOC], parts)) == ["section-unused"]
    assert codes(compiled([DOC], parts, "- {from: 'doc#1', quote: 后半句}")) == []


def test_parts_that_cover_nearly_all() -> None:
    parts = "- {from: 'doc#1', paragraphs: '1, 3'}\n- {from: 'doc#1', quote: 二段在此}\n- from: doc#2"
    assert codes(compiled([DOC], parts, "- {from: 'doc#1', quote: 后半}")) == ["section-unused"]


def test_parts_that_overlap() -> None:
    parts = "- {from: 'doc#1', paragraphs: '1, 3'}\n- {from: 'doc#1', quote: 二段在此后}\n- from: doc#2"
    assert codes(compiled([DOC], parts, "- {from: 'doc#1', quote: 后半句}")) == ["used-twice"]


def test_a_part_may_be_printed_and_the_rest_left_out() -> None:
    parts = "- {from: 'doc#1', paragraphs: '1, 3'}\n- {from: 'doc#1', quote: 二段在此}\n- from: doc#2"
    assert codes(compiled([DOC], parts, left_out="- {from: 'doc#1', quote: 后半句, because: 重复}")) == []


@pytest.mark.parametrize("text", ["……", "🎲", "？！"])
def test_a_paragraph_without_letters_is_not_lost_either(text: str) -> None:
    doc = source("doc", f"## 1 甲\n一段。\n\n{text}\n")
    assert codes(compiled([doc], "- {from: 'doc#1', paragraphs: 1}")) == ["section-unused"]
    assert codes(compiled([doc], "- from: doc#1")) == []


def test_a_section_with_only_a_heading_is_not_missing() -> None:
    doc = source("doc", "## 1 甲\n\n## 2 乙\n一\n")
    assert codes(compiled([doc], "- from: doc#2")) == []


def test_nothing_is_said_to_be_unused_where_a_file_could_not_be_read() -> None:
    assert codes(compiled([DOC], "- from: doc#1", complete=False)) == []


def test_where_it_is_used() -> None:
    result = compiled([DOC], "- {from: 'doc#1', paragraphs: 2-3}", "- {from: 'doc#1', paragraphs: 1}\n- from: doc#2")
    first, second = DOC.sections
    assert result.coverage.used_in(DOC, first) == ("02", "01")
    assert result.coverage.used_in(DOC, second) == ("02",)


def test_what_is_left_out_is_used_in_no_chapter() -> None:
    result = compiled([DOC], "- from: doc#1", left_out="- {from: 'doc#2', because: 广告}")
    assert result.coverage.used_in(DOC, DOC.sections[1]) == ()


def test_every_chapter_with_a_section_is_named_once() -> None:
    uses = ["- {from: 'doc#2', again: 对照}"] * 3
    result = compiled([DOC], *uses, complete=False)
    where = result.coverage.used_in(DOC, DOC.sections[1])
    assert all(before != after for before, after in pairwise(where))
    assert set(where) == {"01", "02", "03"}
