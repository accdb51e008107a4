"""Times: milliseconds inside, whole seconds as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.model.moment import Time, format_stamp, parse_stamp


@pytest.mark.parametrize(
    ("stamp", "milliseconds"), [("00:00", 0), ("41:08", 2_468_000), ("1:01:54", 3_714_000), ("01:01:54", 3_714_000)]
)
def test_a_stamp_is_milliseconds(stamp: str, milliseconds: int) -> None:
    assert parse_stamp(stamp) == Time(milliseconds)


@pytest.mark.parametrize(
    ("milliseconds", "stamp"), [(0, "00:00"), (999, "00:00"), (2_468_999, "41:08"), (3_714_500, "1:01:54")]
)
def test_whole_seconds_are_printed_and_never_a_later_one(milliseconds: int, stamp: str) -> None:
    assert format_stamp(Time(milliseconds)) == stamp


@given(st.integers(0, 99 * 3600))
def test_a_stamp_comes_back(seconds: int) -> None:
    time = Time.of_seconds(seconds)
    assert (time.seconds, parse_stamp(format_stamp(time))) == (seconds, time)
