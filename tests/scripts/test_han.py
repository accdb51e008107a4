"""Which characters and texts are Chinese, and what joins two lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.scripts.han import is_chinese_set, is_han, is_mostly_han, join_lines
from tests.examples import examples


@pytest.mark.parametrize("character", ["一", "龥", "㐀", "𠮷", "〇", "々", "豈"])
def test_han(character: str) -> None:
    assert is_han(character)
    assert is_chinese_set(character)


@pytest.mark.parametrize("character", ["a", "é", "1", "。", "あ", "한", "🎲", " "])
def test_not_han(character: str) -> None:
    assert not is_han(character)


@pytest.mark.parametrize("mark", list("，。、：；？！「」『』《》（）【】"))
def test_chinese_punctuation_belongs_to_chinese_setting(mark: str) -> None:
    assert is_chinese_set(mark)


@pytest.mark.parametrize("mark", list(",.:;?!()[]\"'-a1 "))
def test_western_punctuation_does_not(mark: str) -> None:
    assert not is_chinese_set(mark)


@pytest.mark.parametrize(
    ("text", "han"),
    [
        ("", False),
        ("123 。", False),
        ("English", False),
        ("中文", True),
        ("OpenAI 是什么公司", True),
        ("An interview with Weng Jiayi 翁家翌", False),
        ("用 Python 写成的工具", True),
    ],
)
def test_is_mostly_han(text: str, han: bool) -> None:
    assert is_mostly_han(text) is han


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("", "", ""),
        ("甲", "", ""),
        ("", "a", ""),
        ("中文", "中文", ""),
        ("中文。", "中文", ""),
        ("中文，", "English", ""),
        ("one", "two", " "),
        ("one,", "two", " "),
        ("2019", "2020", " "),
        ("well-", "known", " "),
        ("他说“好”", "然后走了", ""),
        ("然后", "“好”", ""),
        ("然后——", "走了", ""),
    ],
)
def test_what_joins_two_lines(before: str, after: str, between: str) -> None:
    assert join_lines(before, after) == between


@pytest.mark.parametrize(
    ("before", "after"),
    [("He said “yes”", "and left"), ("and", "“no”"), ("wait…", "and see"), ("It’s the boys’", "turn"), ("a —", "b")],
)
def test_typographic_marks_between_latin_words_keep_their_space(before: str, after: str) -> None:
    assert join_lines(before, after) == " "


@settings(max_examples=examples(60))
@given(st.text(max_size=10), st.text(max_size=10))
def test_lines_are_joined_by_a_space_or_nothing(before: str, after: str) -> None:
    assert join_lines(before, after) in ("", " ")
