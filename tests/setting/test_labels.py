"""The book's own words: numerals of chapters, and labels in both scripts."""

from dataclasses import fields

import pytest
from opencc import OpenCC

from book.model.block import Kind
from book.model.language import Language
from book.setting.labels import LABELS, Labels, chapter_label, han_number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (2, "二"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (12, "十二"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (30, "三十"),
        (99, "九十九"),
    ],
)
def test_a_number_in_han(number: int, written: str) -> None:
    assert han_number(number) == written


def test_numbers_to_99_are_all_different() -> None:
    assert len({han_number(number) for number in range(1, 100)}) == 99


def test_a_chapters_label() -> None:
    assert chapter_label(12, Language.ZH_HANS) == "第十二章"
    assert chapter_label(4, Language.ZH_HANT) == "第四章"


@pytest.mark.parametrize("language", list(LABELS))
def test_every_kind_and_site_has_a_label(language: Language) -> None:
    labels = LABELS[language]
    assert set(labels.kinds) == set(Kind)
    assert len(set(labels.kinds.values())) == len(Kind)
    assert set(labels.sites) == {"youtube", "bilibili"}


def test_no_label_is_left_in_the_other_script() -> None:
    to_simplified, to_traditional = OpenCC("t2s"), OpenCC("s2t")
    for field in fields(Labels):
        simplified = str(getattr(LABELS[Language.ZH_HANS], field.name))
        assert to_simplified.convert(simplified) == simplified, field.name
        traditional = str(getattr(LABELS[Language.ZH_HANT], field.name))
        left = [c for c in traditional if to_traditional.convert(c) != c and to_simplified.convert(c) == c]
        assert not left, field.name
