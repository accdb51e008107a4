"""Where texts stand: lines, characters, time, and a document's own count."""

import pytest

from book.diagnostics import Place
from book.diagnostics.located import Located
from book.model.document import Declaration, Document
from book.model.moment import Interval, Time
from book.model.span import Characters, LineRange, Span, Unit, around, time_around
from tests.languages import EN


def document(text: str) -> Document:
    return Document(Declaration("doc", Located("doc.txt", Place("seeds/sources.yaml", 1)), "article", EN), text)


def span(start: int, stop: int, unit: Unit | None = None, time: Interval | None = None, line: int = 1) -> Span:
    return Span(LineRange(line, line), Characters(start, stop), time, unit)


@pytest.mark.parametrize(
    ("first", "last", "lines", "text"),
    [
        (1, 1, (1, 1), "one"),
        (2, 2, (2, 2), "𠮷 two"),
        (1, 2, (1, 2), "one\n  𠮷 two"),
        (2, 3, (2, 2), "𠮷 two"),
        (3, 4, (4, 4), "four"),
        (3, 3, (3, 3), ""),
        (4, 9, (4, 4), "four"),
    ],
)
def test_lines_become_a_span_without_blanks_at_its_ends(
    first: int, last: int, lines: tuple[int, int], text: str
) -> None:
    whole = document("one\n  𠮷 two \n\t\nfour")
    found = whole.span(first, last)
    assert (found.lines.first, found.lines.last) == lines
    assert found.characters.of(whole.text) == text


@pytest.mark.parametrize(("offset", "position"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (5, (3, 2))])
def test_an_offset_has_a_line_and_a_column(offset: int, position: tuple[int, int]) -> None:
    assert document("ab\n\ncd").position(offset) == position


def test_white_space_between_two_spans_is_nothing_and_anything_else_is_something() -> None:
    text = "one\n\n two * three"
    assert span(0, 3).touches(span(6, 9), text)
    assert not span(6, 9).touches(span(12, 17), text)
    assert not span(6, 9).touches(span(0, 3), text)
    assert not span(0, 3).touches(span(0, 3), text)


def test_a_documents_own_count_decides_whatever_stands_between() -> None:
    text = '["one", "two", "three"]'
    one, two, three = (span(2, 5, Unit("cue", 1, 1)), span(9, 12, Unit("cue", 2, 2)), span(16, 21, Unit("cue", 3, 3)))
    assert one.touches(two, text)
    assert two.touches(three, text)
    assert not one.touches(three, text)
    assert not two.touches(one, text)
    assert not two.touches(span(16, 21, Unit("page", 3, 3)), text)


def test_the_span_around_others_holds_them_all() -> None:
    one = Span(LineRange(2, 3), Characters(5, 9), Interval(Time(100), Time(900)), Unit("cue", 4, 4))
    two = Span(LineRange(3, 6), Characters(9, 30), Interval(Time(900), Time(1700)), Unit("cue", 5, 6))
    whole = Span(LineRange(2, 6), Characters(5, 30), Interval(Time(100), Time(1700)), Unit("cue", 4, 6))
    assert around([one, two]) == around([two, one]) == whole
    assert around([one]) == one


def test_a_count_that_not_all_have_is_nobodys() -> None:
    assert around([span(0, 1, Unit("cue", 1, 1)), span(1, 2)]).unit is None
    assert around([span(0, 1, Unit("cue", 1, 1)), span(1, 2, Unit("page", 2, 2))]).unit is None


def test_a_time_without_an_end_makes_an_end_of_the_whole_unknown() -> None:
    assert time_around([None, None]) is None
    assert time_around([None, Interval(Time(5), Time(9))]) == Interval(Time(5), Time(9))
    assert time_around([Interval(Time(5)), Interval(Time(2), Time(4))]) == Interval(Time(2), None)
