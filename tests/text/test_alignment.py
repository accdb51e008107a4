"""Printed words ↔ the raw text they were read from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.text.alignment import aligned
from tests.examples import examples


@pytest.mark.parametrize(
    ("text", "raw", "found"),
    [
        ("一二三", "一二三", "一二三"),
        ("bold words", "**bold** words", "bold** words"),
        ("Ann said so", "**Ann**: Ann said so", "Ann said so"),
        ("words after", "[words](https://words.example/after) after", "words](https://words.example/after) after"),
        ("他在家里读书。读了三年。", "> 他在家里读书。\n> 读了三年。", "他在家里读书。\n> 读了三年。"),
        ("a b", '<font color="b">a</font> b', "a</font> b"),
    ],
)
def test_words_are_found_behind_their_markup(text: str, raw: str, found: str) -> None:
    places = [place for place in aligned(text, raw) if place is not None]
    assert raw[places[0] : places[-1] + 1] == found


def test_what_is_not_there_has_no_place() -> None:
    assert aligned("a1b", "ab") == [0, None, 1]
    assert aligned("é", "&eacute;") == [None]


_RAW = st.text(st.sampled_from("ab一二 .*[]()\n"), max_size=30)


@settings(max_examples=examples(200), deadline=None)
@given(raw=_RAW, kept=st.lists(st.booleans(), min_size=30, max_size=30))
def test_letters_of_any_part_are_found_in_order_and_are_themselves(raw: str, kept: list[bool]) -> None:
    text = "".join(c for c, keep in zip(raw, kept, strict=False) if keep)
    places = aligned(text, raw)
    found = [(place, text[n]) for n, place in enumerate(places) if place is not None]
    assert all(raw[place] == character for place, character in found)
    assert [place for place, _ in found] == sorted({place for place, _ in found})
    assert all(place is not None for n, place in enumerate(places) if text[n].isalnum())
