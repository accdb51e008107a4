"""The profile of each language is whole: numerals, labels, names, dates, marks."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from opencc import OpenCC

from book.languages import Labels, detect, languages, profile, translated_into
from book.languages.chinese import han_number
from book.model.block import Kind
from book.model.language import Language, same_tongue
from book.model.term import TermKind
from tests.languages import EDITIONS, EN, ZH_HANS, ZH_HANT


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
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (2026, "二千零二十六"),
    ],
)
def test_a_number_in_han(number: int, written: str) -> None:
    assert han_number(number) == written


def test_chapters_to_9999_have_different_numbers() -> None:
    assert len({han_number(number) for number in range(1, 10_000)}) == 9999


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_a_number_that_no_chapter_has(number: int) -> None:
    with pytest.raises(ValueError, match="not between"):
        han_number(number)


def test_a_chapters_label() -> None:
    assert profile(ZH_HANS).chapter(12) == "第十二章"
    assert profile(ZH_HANT).chapter(104) == "第一百零四章"
    assert profile(EN).chapter(100) == "Chapter 100"


def texts(value: object) -> list[str]:
    """Every text in a record of labels."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in texts(item)]
    assert is_dataclass(value)
    return [text for field in fields(value) for text in texts(getattr(value, field.name))]


@pytest.mark.parametrize("language", languages())
def test_every_profile_is_whole(language: Language) -> None:
    own = profile(language)
    assert own.language == language
    assert all(text for text in texts(own.labels)), "every label has words"
    assert set(own.labels.kinds) == set(Kind)
    assert len(set(own.labels.kinds.values())) == len(Kind)
    assert set(own.labels.term_kinds) == set(TermKind)
    assert set(own.labels.roles) == {role for other in languages() for role in profile(other).labels.roles}
    assert set(own.labels.sites) == {site for other in languages() for site in profile(other).labels.sites}
    assert all(own.name_of(other) for other in languages())
    assert all(own.name_of_edition(edition) for edition in EDITIONS)
    assert str(date(2026, 1, 31).year) in own.day(date(2026, 1, 31))
    assert own.enumeration_comma.strip()
    assert own.chapter(100)
    assert own.partner in languages()
    assert not same_tongue(own.partner, language)
    assert own.fonts
    assert f":lang({language})" in own.page_style
    assert own.page_style.count("{") == own.page_style.count("}")


def test_no_label_is_left_in_the_other_script() -> None:
    to_simplified, to_traditional = OpenCC("t2s"), OpenCC("s2t")
    for simplified in texts(profile(ZH_HANS).labels):
        assert to_simplified.convert(simplified) == simplified
    for traditional in texts(profile(ZH_HANT).labels):
        left = [c for c in traditional if to_traditional.convert(c) != c and to_simplified.convert(c) == c]
        assert not left, traditional


def test_fields_of_labels_are_filled_in_alike() -> None:
    for field in fields(Labels):
        marks = {language: _braces(getattr(profile(language).labels, field.name)) for language in languages()}
        assert len(set(marks.values())) == 1, (field.name, marks)


def _braces(value: object) -> tuple[str, ...]:
    return tuple(sorted(text[text.index("{") : text.index("}") + 1] for text in texts(value) if "{" in text))


def test_names_and_days() -> None:
    assert profile(ZH_HANT).name_of(ZH_HANS) == "簡體中文"
    assert profile(ZH_HANS).name_of(EN) == "英文"
    assert profile(EN).name_of(Language("ja")) == "Japanese"
    assert profile(EN).day(date(2026, 1, 31)) == "January 31, 2026"
    assert profile(ZH_HANS).day(date(2026, 1, 31)) == "2026年1月31日"
    assert [profile(EN).name_of_edition(edition) for edition in EDITIONS[2:4]] == [
        "English",
        "Simplified Chinese and English",
    ]


@pytest.mark.parametrize(
    ("text", "prefer", "found"),
    [
        ("The sea is calm.", ZH_HANS, EN),
        ("海面很平静。", EN, ZH_HANS),
        ("海面很平靜，這是燈塔。", ZH_HANS, ZH_HANT),
        ("海上", ZH_HANT, ZH_HANT),
        ("海上", EN, ZH_HANS),
        ("これは灯台の話です。", EN, EN),
    ],
)
def test_the_language_of_a_text(text: str, prefer: Language, found: Language) -> None:
    assert detect(text, prefer) == found


def test_a_text_is_translated_into_what_the_book_prints() -> None:
    ja = Language("ja")
    assert translated_into(ZH_HANT, [ZH_HANS, EN]) == EN
    assert translated_into(EN, [ZH_HANT, EN]) == ZH_HANS, "which becomes the other script by itself"
    assert translated_into(ZH_HANS, [ja, ZH_HANS]) == ja
    assert translated_into(ZH_HANS, [ZH_HANS]) == EN, "nothing is asked for, and the partner named"
