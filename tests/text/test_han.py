"""Which characters and texts are Chinese, and what joins two lines."""

import pytest
from fontTools import unicodedata as fonts
from hypothesis import given, settings
from hypothesis import strategies as st

from book.text.han import is_chinese_set, is_han, is_mostly_han, join_lines
from tests.examples import examples


@pytest.mark.parametrize("character", ["一", "龥", "㐀", "𠮷", "〇", "々", "豈"])
def test_han(character: str) -> None:
    assert is_han(character)
    assert is_chinese_set(character)


@pytest.mark.parametrize(
    "block",
    [
        (0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4DC0, 0x4DFF), (0x4E00, 0x9FFF),
        (0xAC00, 0xAFFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x2A6DF), (0x2F800, 0x2FA1F),
        (0x30000, 0x323AF),
    ],
    ids=lambda block: f"{block[0]:X}",
)  # fmt: skip
def test_han_is_what_unicode_says(block: tuple[int, int]) -> None:
    """By the property ``Script``; the closing mark 〆 is common to scripts, and used with Han alone."""
    assigned = [chr(n) for n in range(block[0], block[1] + 1) if fonts.category(chr(n)) != "Cn"]
    assert assigned
    wrong = [c for c in assigned if is_han(c) != (fonts.script(c) == "Hani") and c != "〆"]
    assert wrong == []


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
