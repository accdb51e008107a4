"""Bytes → text: every accident of encoding, at its line and column."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.diagnostics import Code
from book.text.characters import clean, decode
from tests.examples import examples
from tests.reporting import reported

PATH = "seeds/a.txt"


def places(data: bytes) -> list[tuple[Code, int, int]]:
    return [(d.code, d.place.line, d.place.column) for d in reported(decode, data, PATH)[1]]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("甲\n乙".encode(), "甲\n乙"),
        (b"\xef\xbb\xbfone\ntwo", "one\ntwo"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("\ufeff甲\r\n乙".encode(), "甲\n乙"),
        ("𠮷🎲\n".encode(), "𠮷🎲\n"),
        (b"tab\there", "tab\there"),
    ],
)
def test_what_is_right_is_not_reported(data: bytes, text: str) -> None:
    assert reported(decode, data, PATH) == (text, [])


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("café".encode("latin-1"), 1, 4),
        ("one\nüber".encode("latin-1"), 2, 1),
        ("一二\r\n三".encode() + b"\xe9\n", 2, 2),
        ("\ufeff一".encode() + b"\xff", 1, 2),
        (b"a\n\nb\xed\xa0\x80c", 3, 2),
        ("截断".encode()[:-1], 1, 2),
    ],
)
def test_bytes_that_are_no_character_are_reported_where_they_stand(data: bytes, line: int, column: int) -> None:
    text, found = reported(decode, data, PATH)
    assert [(d.code, d.place.path, d.place.line, d.place.column) for d in found] == [
        (Code.BAD_ENCODING, PATH, line, column)
    ]
    assert text.split("\n")[line - 1][column - 1] == "\ufffd"


def test_the_message_names_the_bytes() -> None:
    assert "E9" in reported(decode, "é".encode("latin-1"), PATH)[1][0].message


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\ufffe", "\uffff"])
def test_characters_that_no_book_may_hold_are_reported_where_they_stand(bad: str) -> None:
    assert places(f"一\r\n二{bad}三".encode()) == [(Code.BAD_CHARACTER, 2, 2)]
    assert reported(decode, f"一\r\n二{bad}三".encode(), PATH)[0] == "一\n二\ufffd三"


def test_every_bad_character_is_reported() -> None:
    assert places(b"\x00a\n\x00\xef\xbb\xbfb\x01") == [
        (Code.BAD_CHARACTER, 1, 1),
        (Code.BAD_CHARACTER, 2, 1),
        (Code.BAD_CHARACTER, 2, 4),
    ]


def test_a_lone_surrogate_in_a_text_is_reported() -> None:
    text, found = reported(clean, "一\ud800", PATH)
    assert text == "一\ufffd"
    assert [(d.code, d.place.line, d.place.column) for d in found] == [(Code.BAD_CHARACTER, 1, 2)]


@pytest.mark.parametrize("data", [b"\xff" * 150_000, "中文\n".encode("utf-16") * 14_000], ids=["bytes", "UTF-16"])
def test_a_file_of_the_wrong_kind_does_not_take_minutes(data: bytes) -> None:
    started = time.process_time()
    assert reported(decode, data, PATH)[1]
    assert time.process_time() - started < 1


@settings(max_examples=examples(100), deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_become_text_that_a_book_may_hold(data: bytes) -> None:
    text, _ = reported(decode, data, PATH)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]", text)
    text.encode()


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=200))
def test_a_text_without_accidents_comes_back(text: str) -> None:
    cleaned = reported(clean, text, PATH)[0]
    assert reported(clean, cleaned.removeprefix("\ufeff"), PATH) == (cleaned.removeprefix("\ufeff"), [])
    assert reported(decode, ("\ufeff" + cleaned).encode(), PATH) == (cleaned, [])
