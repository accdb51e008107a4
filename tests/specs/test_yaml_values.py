"""YAML → values that stay text and know their places."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.diagnostics import Code
from book.specs.yaml_values import Mapping, Scalar, Sequence, read_yaml
from tests.examples import examples
from tests.reporting import reported
from tests.specs.reading import PATH, found, plain, value


@pytest.mark.parametrize(
    "text",
    ["12:34:56", "41:08", "no", "yes", "on", "true", "null", "1", "0o17", "1e3", "1_000", "2026-01-31", ".inf", "3.10"],
)
def test_scalars_stay_text(text: str) -> None:
    assert plain(value(f"a: {text}\n")) == {"a": text}
    assert plain(value(f"- {text}\n")) == [text]


def test_keys_stay_text() -> None:
    assert plain(value("no: a\n3.10: b\n41:08: c\n")) == {"no": "a", "3.10": "b", "41:08": "c"}


def test_quoted_and_folded_texts() -> None:
    text = """\
        a: "x: y"
        b: 'it''s'
        c: |
          one
          two
        d: >-
          one
          two
        """
    assert plain(value(text)) == {"a": "x: y", "b": "it's", "c": "one\ntwo\n", "d": "one two"}


def test_an_empty_text_and_nothing_differ() -> None:
    mapping = value("a:\nb: ''\n")
    assert isinstance(mapping, Mapping)
    assert [(v.text, v.is_plain) for _, v in mapping.entries if isinstance(v, Scalar)] == [("", True), ("", False)]


def test_every_value_knows_its_place() -> None:
    mapping = value("一: 天授\nlist:\n  - 甲\n  - {b: 'cd'}\n")
    assert isinstance(mapping, Mapping)
    places = [(key.text, key.place.line, key.place.column, key.place.width) for key, _ in mapping.entries]
    assert places == [("一", 1, 1, 1), ("list", 2, 1, 4)]
    first, second = (item for _, item in mapping.entries)
    assert (first.place.path, first.place.line, first.place.column) == (PATH, 1, 4)
    assert isinstance(first, Scalar)
    assert first.place.width == 2
    assert isinstance(second, Sequence)
    assert (second.place.line, second.place.column) == (3, 3)
    inner = second.items[1]
    assert isinstance(inner, Mapping)
    assert (inner.place.line, inner.place.column) == (4, 5)
    quoted = inner.get("b")
    assert quoted is not None
    assert (quoted.place.line, quoted.place.column, quoted.place.width) == (4, 9, 4)


def test_a_text_over_several_lines_is_marked_in_its_first() -> None:
    mapping = value("a: one\n  two\nb: c\n")
    assert isinstance(mapping, Mapping)
    first = mapping.get("a")
    assert first is not None
    assert (first.place.line, first.place.column, first.place.width) == (1, 4, 3)


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_editors_count_them(separator: str) -> None:
    mapping = value(f'a: "x{separator}y"\nb: z\n')
    assert isinstance(mapping, Mapping)
    assert mapping.entries[1][0].place.line == 2


def test_a_second_key_is_reported_and_the_first_kept() -> None:
    result, diagnostics = reported(read_yaml, "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", PATH)
    assert found(diagnostics) == [("duplicate-key", 4, 3), ("duplicate-key", 5, 1)]
    assert result is not None
    assert plain(result) == {"a": "1", "b": {"c": "1"}}
    assert "line 1" in diagnostics[1].hint


def test_a_key_that_is_no_text_is_reported() -> None:
    _, diagnostics = reported(read_yaml, "a: 1\n? [b]\n: 2\n", PATH)
    assert found(diagnostics) == [("wrong-type", 2, 3)]


@pytest.mark.parametrize(
    ("text", "line", "column"), [("a:\n\tb: 1\n", 2, 1), ("a:\n  \tb: 1\n", 2, 3), ("\ta: 1", 1, 1)]
)
def test_a_tab_is_reported_where_it_stands(text: str, line: int, column: int) -> None:
    result, diagnostics = reported(read_yaml, text, PATH)
    assert result is None
    assert found(diagnostics) == [("yaml-syntax", line, column)]
    assert "tab" in diagnostics[0].message


@pytest.mark.parametrize("text", ["a: |\n  code:\n  \tindented\n", 'a: "x\n\ty"\n', "a: 'b\tc'\n"])
def test_a_tab_where_yaml_allows_it_is_no_mistake(text: str) -> None:
    assert reported(read_yaml, text, PATH)[1] == []


def test_an_alias_is_its_value() -> None:
    assert plain(value("a: &x {b: c}\nd: *x\n")) == {"a": {"b": "c"}, "d": {"b": "c"}}


@pytest.mark.parametrize("text", ["a: &x [*x]\n", "a: &x {b: {c: *x}}\n", "&x [*x]\n"])
def test_an_alias_that_contains_itself_is_reported(text: str) -> None:
    _, diagnostics = reported(read_yaml, text, PATH)
    assert [d.code for d in diagnostics] == [Code.YAML_SYNTAX]


@pytest.mark.parametrize("text", ["", "\n\n", "  ", "# only a comment\n", "---\n"])
def test_a_file_that_says_nothing(text: str) -> None:
    result, diagnostics = reported(read_yaml, text, PATH)
    assert result is None or plain(result) == ""
    assert diagnostics == [] or [d.code for d in diagnostics] == [Code.FILE_EMPTY]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b: c\n", 1),
        ("a: [1, 2\nb: 3\n", 2),
        ("a: 1\n b: 2\n", 2),
        ("a: *nobody\n", 1),
        ("a: 'open\n", 2),
        ("a: @b\n", 1),
        ("a: 1\n---\nb: 2\n", 2),
    ],
)
def test_what_is_no_yaml_is_reported_once(text: str, line: int) -> None:
    result, diagnostics = reported(read_yaml, text, PATH)
    assert result is None
    assert [(d.code, d.place.line) for d in diagnostics] == [(Code.YAML_SYNTAX, line)]


@pytest.mark.parametrize(
    "text", ["[" * 5000, "{a: " * 3000, "- " * 3000, 'a: "\\UFFFFFFFF"', 'a: "\\U00110000"'], ids=range(5)
)
def test_no_file_is_too_much(text: str) -> None:
    assert [d.code for d in reported(read_yaml, text, PATH)[1]] == [Code.YAML_SYNTAX]


@pytest.mark.parametrize("escape", ["\\0", "\\x01", "\\uD800", "\\uFFFF"])
def test_an_escape_brings_no_character_that_no_book_may_hold(escape: str) -> None:
    result, diagnostics = reported(read_yaml, f'a: "x{escape}y"\n', PATH)
    text = result.get("a") if isinstance(result, Mapping) else None
    assert diagnostics or (isinstance(text, Scalar) and not re.search("[\x00-\x08\ud800-\udfff\uffff]", text.text))


@settings(max_examples=examples(100), deadline=None)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(
                ["a: ", "- ", "\n", "  ", "&x ", "*x", "{", "}", "[", "]", ", ", '"', "'", "|\n", "#", "中", "?"]
            ),
            max_size=25,
        ).map("".join),
    )
)
def test_any_text_is_read_or_reported(text: str) -> None:
    result, diagnostics = reported(read_yaml, text, PATH)
    assert result is not None or len(diagnostics) == 1
    assert all(d.place.path == PATH and d.place.line >= 1 for d in diagnostics)
