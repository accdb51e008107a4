"""The list of corrections: what the chapters print and cite, each correction with the reason of its own section."""

from pathlib import Path

import pytest

from book.model.inline import plain_text
from book.model.language import Edition
from book.pipeline.project import load_project
from book.setting.composing import compose
from book.setting.galley import Galley
from tests.languages import EDITIONS
from tests.pipeline.small_book import write_small_book
from tests.projects import edit

BY_ID = {edition.id: edition for edition in EDITIONS}
CORRECTIONS = """\
corrections:
  - {at: "outline#00:10", text: 先有土, to: 先有水, because: {zh-Hans: 听错, en: Misheard.}}
  - {at: "outline#1:02:03", text: 先有土, to: 先有水, because: {zh-Hans: 笔误, en: A slip of the pen.}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A book in which two sections have the same words corrected, for different reasons."""
    write_small_book(tmp_path)
    edit(tmp_path / "seeds" / "outline.txt", "他又说，水要浇在根上。", "他又说，先有土。")
    (tmp_path / "chapters" / "corrections.yaml").write_text(CORRECTIONS, encoding="utf-8")
    return tmp_path


def galley(root: Path, edition: Edition, chapters: tuple[str, ...] = ()) -> Galley:
    project = load_project(root)
    assert project.is_sound, project.diagnostics
    return compose(project.manuscript, edition, project.copies(edition), chapters)


def listed(galley: Galley) -> list[tuple[str, str]]:
    return [(plain_text(e.name), plain_text(e.details[0])) for e in galley.apparatus.corrections]


def test_the_same_correction_for_two_reasons_is_listed_with_both(root: Path) -> None:
    assert listed(galley(root, BY_ID["zh-Hans"])) == [
        ("先有土 → 先有水", "outline，第2行；听错"),
        ("先有土 → 先有水", "outline，第5行；笔误"),
    ]


def test_the_same_correction_for_one_reason_is_listed_once(root: Path) -> None:
    edit(
        root / "chapters" / "corrections.yaml",
        "{zh-Hans: 笔误, en: A slip of the pen.}",
        "{zh-Hans: 听错, en: Misheard.}",
    )
    assert listed(galley(root, BY_ID["zh-Hans"])) == [("先有土 → 先有水", "outline，第2、5行；听错")]


def test_an_excerpt_lists_the_corrections_of_its_chapters(root: Path) -> None:
    assert listed(galley(root, BY_ID["zh-Hans"], ("02-water",))) == [("先有土 → 先有水", "outline，第5行；笔误")]


def test_the_correction_of_a_heading_that_is_only_cited_is_listed(root: Path) -> None:
    more = '  - {at: "outline#1:02:03", text: 水, to: 海, because: {zh-Hans: 误字, en: A misprint.}}\n'
    file = root / "chapters" / "corrections.yaml"
    file.write_text(CORRECTIONS + more, encoding="utf-8")
    assert ("水 → 海", "outline，第4行；误字") in listed(galley(root, BY_ID["zh-Hans"]))
