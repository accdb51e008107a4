"""Changes: made, undone, and where they move a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.model.change import Cause, Change, Revision, Stage, stage

LETTERS = st.text("甲乙a1 “，", max_size=6)


def change(start: int, before: str, after: str) -> Change:
    return Change(start, before, after, Cause.TERM)


@st.composite
def staged(draw: st.DrawFn, text: str | None = None) -> tuple[str, Stage]:
    """A text, and changes of it in order, none over another; some insert, some delete."""
    pieces: list[str] = [] if text is None else [text]
    changes, at = [], 0
    if text is None:
        for before, after, gap in draw(st.lists(st.tuples(LETTERS, LETTERS, LETTERS), max_size=6)):
            changes.append(change(at, before, after))
            pieces += [before, gap]
            at += len(before) + len(gap)
    else:
        while at < len(text):
            at += draw(st.integers(0, 3))
            length = draw(st.integers(1, 4))
            if at + length <= len(text):
                changes.append(change(at, text[at : at + length], draw(LETTERS)))
            at += length
    return "".join(pieces), Stage(tuple(changes))


@given(staged())
def test_what_is_undone_is_the_text_before(made: tuple[str, Stage]) -> None:
    text, changes = made
    assert changes.undo(changes.apply(text)) == text


@given(st.data(), LETTERS)
def test_stages_are_undone_from_the_last_to_the_first(data: st.DataObject, original: str) -> None:
    text, stages = original, []
    for _ in range(3):
        _, made = data.draw(staged(text))
        stages.append(made)
        text = made.apply(text)
    revision = Revision(original, tuple(stages), text)
    assert revision.undone() == original
    assert revision.changes == tuple(c for made in stages for c in made.changes)


@given(staged())
def test_places_keep_their_order_and_stay_in_the_text(made: tuple[str, Stage]) -> None:
    text, changes = made
    places = [changes.moved(place) for place in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] <= len(changes.apply(text))


@given(st.text("甲乙a1", max_size=20).flatmap(staged))
def test_a_character_that_is_not_changed_is_found_where_its_place_moved(made: tuple[str, Stage]) -> None:
    text, changes = made
    result = changes.apply(text)
    for place, character in enumerate(text):
        if not any(c.start <= place < c.stop for c in changes.changes):
            assert result[changes.moved(place)] == character
    assert changes.moved(len(text)) == len(result)


@pytest.mark.parametrize(("place", "moved"), [(0, 0), (2, 2), (3, 7), (4, 7), (5, 7), (6, 8), (8, 10)])
def test_a_place_inside_a_change_of_length_goes_to_its_end(place: int, moved: int) -> None:
    assert Stage((change(2, "丙丁戊", "12345"),)).moved(place) == moved


@pytest.mark.parametrize("place", range(9))
def test_a_place_inside_a_change_that_keeps_the_length_stays(place: int) -> None:
    assert Stage((change(2, "丙丁戊", "123"),)).moved(place) == place


def test_a_place_after_several_changes() -> None:
    changes = Stage((change(0, "甲", ""), change(2, "丙", "333"), change(4, "戊", "5")))
    assert changes.apply("甲乙丙丁戊己") == "乙333丁5己"
    assert [changes.moved(place) for place in range(7)] == [0, 0, 1, 4, 5, 6, 7]


def test_a_revision_moves_a_place_through_its_stages() -> None:
    first, second = Stage((change(0, "甲", "一一"),)), Stage((change(2, "乙", ""),))
    revision = Revision("甲乙丙", (first, second), "一一丙")
    assert [revision.moved(place) for place in range(4)] == [0, 2, 2, 3]
    assert revision.moved(3, after=1) == 2


def test_another_text_cannot_be_undone() -> None:
    with pytest.raises(AssertionError, match="not that of these changes"):
        Stage((change(0, "甲", "乙"),)).undo("甲")


def test_a_stage_holds_only_what_changes_something() -> None:
    assert stage([]) is None
    assert stage([change(0, "甲", "甲")]) is None
    assert stage([change(0, "甲", "甲"), change(1, "乙", "丙")]) == Stage((change(1, "乙", "丙"),))
