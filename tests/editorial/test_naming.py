"""Ids of passages: made of what a passage is and where it stands, whatever else the book prints."""

import pytest

from tests.editorial.books import codes, compiled, passages, source

DOC = source("doc", "# 1 甲\n同样的话。\n\n# 2 乙\n别的话。\n\n# 3 丙\n同样的话。\n\n别的话。\n")


def ids(*chapters: str) -> list[str]:
    """The chapters of a book without mistakes → the ids of their passages."""
    result = compiled([DOC], *chapters, complete=False)
    assert codes(result) == []
    return [passage.id for passage in passages(result)]


ONE, TWO, THREE = "- from: doc#1", "- from: doc#2", "- {from: 'doc#3', paragraphs: 1}"


def test_an_id_stays_when_a_chapter_before_it_is_dropped() -> None:
    """Where a text is repeated, its id comes from where it stands, not from how often it was printed before."""
    whole = ids(ONE, TWO, THREE)
    assert len(set(whole)) == 3
    assert ids(TWO, THREE) == whole[1:]
    assert ids(THREE) == whole[2:]
    assert ids(THREE, TWO, ONE) == whole[::-1]


def test_what_the_source_says_once_has_a_plain_id_and_its_repetition_a_number() -> None:
    first, other, again = ids(ONE, TWO, THREE)
    assert again == f"{first}-2"
    assert other.count("-") == first.count("-") == 2


def test_a_run_of_paragraphs_is_not_the_repetition_of_one_of_them() -> None:
    (run,) = ids("- from: doc#3")
    assert run.count("-") == 2


AGAIN = "- {from: 'doc#1', again: 对照}"


def test_a_passage_printed_twice_is_told_apart_by_its_chapter() -> None:
    """So dropping the chapter that has it first changes nothing either."""
    whole = ids(ONE, TWO, AGAIN)
    assert whole[2] == f"{whole[0]}-again-03"
    assert ids(ONE, TWO + "\n" + AGAIN)[2] == f"{whole[0]}-again-02"


def test_a_passage_printed_twice_more_in_one_chapter_has_three_ids() -> None:
    found = ids(ONE, AGAIN + "\n" + AGAIN)
    assert len(set(found)) == 3


PARTS = source("doc", "同样的话，还有同样的话。\n\n同样的话\n")


@pytest.mark.parametrize("quote", ["还有", "还有同样的话"])
def test_a_part_that_the_source_has_once_has_a_plain_id(quote: str) -> None:
    (passage,) = passages(compiled([PARTS], f"- {{from: 'doc#lead', quote: {quote}}}", complete=False))
    assert passage.id.count("-") == 2


def test_a_part_whose_words_are_elsewhere_too_has_its_place() -> None:
    doc = source("doc", "# 1 甲\n先说同样的话。\n\n# 2 乙\n同样的话。\n\n# 3 丙\n又说同样的话。\n")
    chapter = "- {from: 'doc#1', quote: 同样的话}\n- from: doc#2\n- {from: 'doc#3', quote: 同样的话}"
    one, two, three = (passage.id for passage in passages(compiled([doc], chapter, complete=False)))
    assert (one, three) == (f"{two}-part-1", f"{two}-part-3")
