"""The documents of a whole book, every block and heading, as both Chinese editions print them."""

import re

import pytest

from book.copyediting.revising import flat, revise_text
from book.model.language import Language
from book.pipeline.project import Project
from book.scripts.conversion import exclusive
from tests.copyediting.made import HANS, HANT
from tests.whole_book.pieces import pieces

EDITIONS = (HANS, HANT)


@pytest.mark.parametrize("target", EDITIONS)
def test_every_change_can_be_undone(whole_book: Project, target: Language) -> None:
    assert {piece.source for piece in pieces(whole_book, target)} == {source.id for source in whole_book.sources}
    for piece in pieces(whole_book, target):
        assert piece.revised.revision.original == flat(piece.inlines)
        assert piece.revised.revision.undone() == flat(piece.inlines)
        assert flat(piece.revised.inlines) == piece.text


@pytest.mark.parametrize("target", EDITIONS)
def test_no_character_of_the_other_script_is_left(whole_book: Project, target: Language) -> None:
    for piece in pieces(whole_book, target):
        assert exclusive(piece.text, HANS if target == HANT else HANT) == 0, piece.text


@pytest.mark.parametrize("target", EDITIONS)
def test_nothing_is_left_to_revise(whole_book: Project, target: Language) -> None:
    for piece in pieces(whole_book, target):
        if piece.language.tongue == "zh":
            assert revise_text(piece.text, target, target, whole_book.style).text == piece.text


@pytest.mark.parametrize("target", EDITIONS)
def test_no_half_width_mark_is_left_beside_han(whole_book: Project, target: Language) -> None:
    for piece in pieces(whole_book, target):
        if piece.language.tongue == "zh":
            assert not re.search(r"[一-鿿] ?[,:;?!()\"]|[,;?!()\"] ?[一-鿿]", piece.text), piece.text
            assert not re.search(r"(?<![—])—(?!—)|\.\.\.|(?<!…)…(?!…)", piece.text), piece.text


def test_each_edition_has_its_own_quotation_marks(whole_book: Project) -> None:
    chinese = {t: [p.text for p in pieces(whole_book, t) if p.language.tongue == "zh"] for t in EDITIONS}
    assert not any(mark in text for text in chinese[HANS] for mark in "「」『』")
    assert not any(mark in text for text in chinese[HANT] for mark in "“”‘")
    for target, marks in ((HANS, "“”"), (HANT, "「」")):
        for text in chinese[target]:
            assert text.count(marks[0]) == text.count(marks[1]), text


def test_english_is_changed_by_declared_corrections_only(whole_book: Project) -> None:
    for piece in pieces(whole_book, HANT):
        if piece.language.tongue != "zh":
            assert all(change.is_listed for change in piece.revised.revision.changes)
