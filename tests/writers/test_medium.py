"""A medium is its facts: each decides one thing in the document, whatever format asks for it."""

import pytest

from book.writers.medium import PAGE, SCREEN, Medium
from tests.writers.made import EPUB, written
from tests.writers.test_tree import classed, text


@pytest.mark.parametrize("medium", [SCREEN, PAGE, PAGE.in_two_languages(), Medium()])
def test_the_origin_is_in_the_first_line_only_where_there_is_a_margin(medium: Medium) -> None:
    origins = classed(written("zh-Hans", medium), "origin")
    assert origins
    assert {str(origin.tag) for origin in origins} == {"span" if medium.has_margin else "div"}


@pytest.mark.parametrize("medium", [SCREEN, PAGE, Medium()])
def test_notes_have_a_heading_or_a_label(medium: Medium) -> None:
    body = written("zh-Hans", medium)
    labels = [e for e in body.iter() if e.get(EPUB + "type") == "footnotes"]
    headings = [e for e in body.iter("h2") if text(e) == "注释"]
    assert (bool(labels), bool(headings)) == (medium.notes_pop_up, not medium.notes_pop_up)


@pytest.mark.parametrize("medium", [SCREEN, PAGE, Medium()])
def test_gaps_and_joints_are_set_only_where_the_lines_are_broken_by_us(medium: Medium) -> None:
    assert ("\u2060" in text(written("zh-Hans", medium))) == medium.breaks_lines


def test_two_languages_leave_no_margin_and_change_nothing_else() -> None:
    assert PAGE.in_two_languages() == Medium(has_pages=True, breaks_lines=True)
    assert SCREEN.in_two_languages() == SCREEN
