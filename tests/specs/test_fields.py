"""Values → fields: each mistake once, at its place, and reading goes on."""

from typing import Literal

import pytest

from book.diagnostics import Code, Report
from book.diagnostics.suggesting import nearest
from book.model.span import LineRange
from book.specs.fields import Fields, each
from book.specs.yaml_values import Scalar, Value
from tests.languages import EN, ZH_HANS, ZH_HANT, localized
from tests.specs.reading import found, value


def fields(text: str, *known: str) -> tuple[Fields, Report]:
    report = Report()
    return Fields(value(text), "the thing", known, report, (ZH_HANS, EN)), report


def test_an_unknown_key_is_reported_with_the_nearest() -> None:
    _, diagnostics = fields("titel: x\nzzz: y\n", "title", "date")
    assert found(diagnostics) == [("unknown-key", 1, 1), ("unknown-key", 2, 1)]
    assert "'title'" in next(iter(diagnostics)).hint
    assert "title, date" in list(diagnostics)[1].hint


@pytest.mark.parametrize("text", ["- a\n", "a\n"])
def test_what_is_no_mapping_is_reported_once(text: str) -> None:
    given, diagnostics = fields(text, "title")
    assert given.scalar("title", required=True) is None
    assert given.sequence("title", required=True) == ()
    assert found(diagnostics) == [("wrong-type", 1, 1)]


@pytest.mark.parametrize("text", ["a: 1\n", "title:\na: 1\n", "title: ~\na: 1\n"])
def test_a_required_key_that_is_missing_or_empty(text: str) -> None:
    given, diagnostics = fields(text, "title", "a")
    assert given.scalar("title", required=True) is None
    assert [d.code for d in diagnostics] == [Code.MISSING_KEY]


def test_a_key_that_may_be_missing() -> None:
    given, diagnostics = fields("a: 1\n", "a", "title")
    assert given.scalar("title") is None
    assert list(diagnostics) == []


def test_a_text_in_empty_quotation_marks_is_empty() -> None:
    given, diagnostics = fields("title: ''\n", "title")
    assert given.scalar("title") is None
    assert found(diagnostics) == [("bad-value", 1, 8)]


@pytest.mark.parametrize(
    ("method", "text"),
    [
        ("scalar", "k: [a]\n"),
        ("scalar", "k: {a: b}\n"),
        ("sequence", "k: a\n"),
        ("sequence", "k: {a: b}\n"),
        ("mapping_of", "k: a\n"),
        ("mapping_of", "k: [a]\n"),
        ("localized", "k: a\n"),
        ("localized", "k: [a]\n"),
    ],
)
def test_a_value_of_the_wrong_type(method: Literal["scalar", "sequence", "mapping_of", "localized"], text: str) -> None:
    given, diagnostics = fields(text, "k")
    assert not getattr(given, method)("k")
    assert found(diagnostics) == [("wrong-type", 1, 4)]


def test_a_choice() -> None:
    given, diagnostics = fields("kind: sumary\nother: summary\n", "kind", "other")
    choices = {"summary": 1, "commentary": 2}
    assert given.choice("kind", choices, Code.UNKNOWN_KIND) is None
    assert given.choice("other", choices, Code.UNKNOWN_KIND) == 1
    assert found(diagnostics) == [("unknown-kind", 1, 7)]
    assert "'summary'" in next(iter(diagnostics)).hint


def test_a_text_in_several_languages() -> None:
    given, diagnostics = fields("t: {zh-Hans: ' 甲 ', en: A}\n", "t")
    assert given.localized("t") == localized("甲", None, "A")
    assert list(diagnostics) == []


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_one_chinese_script_is_enough(language: str) -> None:
    given, diagnostics = fields(f"t: {{{language}: 甲, en: A}}\n", "t")
    assert given.localized("t") is not None
    assert list(diagnostics) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [("t: {zh-Hans: 甲}\n", "English"), ("t: {zh-Hans: 甲, en: }\n", "English"), ("t: {en: A}\n", "Chinese")],
)
def test_a_language_that_is_missing(text: str, missing: str) -> None:
    given, diagnostics = fields(text, "t")
    given.localized("t")
    assert [d.code for d in diagnostics] == [Code.MISSING_LANGUAGE]
    assert missing in next(iter(diagnostics)).message


def test_a_language_that_there_is_not() -> None:
    given, diagnostics = fields("t: {zh-Hans: 甲, en: A, zh-Hnat: 甲}\n", "t")
    given.localized("t")
    assert [d.code for d in diagnostics] == [Code.UNKNOWN_KEY]
    assert "zh-Hant" in next(iter(diagnostics)).hint


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("p: 2\n", [(2, 2)]),
        ("p: 1-3\n", [(1, 3)]),
        ("p: 1–3\n", [(1, 3)]),
        ("p: 1 - 3\n", [(1, 3)]),
        ("p: 1, 3-4\n", [(1, 1), (3, 4)]),
        ("p: [2, 4-5]\n", [(2, 2), (4, 5)]),
        ("a: 1\n", []),
    ],
)
def test_ranges(text: str, ranges: list[tuple[int, int]]) -> None:
    given, diagnostics = fields(text, "p", "a")
    assert [lines for lines, _ in given.ranges("p")] == [LineRange(*pair) for pair in ranges]
    assert list(diagnostics) == []


@pytest.mark.parametrize("text", ["0", "3-1", "a", "-1", "1-", "1.5", "1,,2", "9" * 5000])
def test_what_is_no_range(text: str) -> None:
    given, diagnostics = fields(f"p: '{text}'\n", "p")
    given.ranges("p")
    assert {d.code for d in diagnostics} == {Code.BAD_VALUE}


@pytest.mark.parametrize(("text", "flag"), [("true", True), ("yes", True), ("false", False), ("no", False)])
def test_flags(text: str, flag: bool) -> None:
    given, diagnostics = fields(f"f: {text}\n", "f")
    assert given.flag("f") is flag
    assert list(diagnostics) == []


def test_a_flag_that_is_none() -> None:
    given, diagnostics = fields("f: maybe\n", "f")
    assert given.flag("f") is False
    assert found(diagnostics) == [("bad-value", 1, 4)]


def test_each_keeps_what_could_be_read() -> None:
    def read(item: Value) -> str | None:
        return item.text if isinstance(item, Scalar) and item.text != "b" else None

    given, _ = fields("l: [a, b, c]\n", "l")
    assert each(given.sequence("l"), read) == ("a", "c")


def test_nearest() -> None:
    assert nearest("sumary", ["summary", "notes"]) == "did you mean 'summary'?"
    assert nearest("zzz", ["summary", "notes"]) == ""


def test_texts_are_asked_for_in_the_languages_that_the_book_prints_and_in_no_others() -> None:
    text = value("t: {zh-Hans: 甲}")
    for printed, missing in (((ZH_HANS,), 0), ((ZH_HANT,), 0), ((), 0), ((ZH_HANT, ZH_HANS), 0), ((EN, ZH_HANT), 1)):
        report = Report()
        assert Fields(text, "the thing", ("t",), report, printed).localized("t") == localized(zh_hans="甲")
        assert [d.code for d in report] == [Code.MISSING_LANGUAGE] * missing, printed
