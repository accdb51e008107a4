"""A project's folder → the project: nothing is made up for what cannot be read, and one mistake hides no other."""

from pathlib import Path

import pytest

from book.diagnostics import Code
from book.pipeline.project import Project, load_project
from tests.pipeline.small_book import write_small_book
from tests.projects import edit

BOOK, REGISTRY, SOIL = "chapters/book.yaml", "seeds/sources.yaml", "chapters/01-soil.yaml"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_small_book(tmp_path)


def codes(project: Project) -> list[tuple[str, Code]]:
    """The file and code of everything that is said, warnings too."""
    return [(d.place.path, d.code) for d in project.diagnostics]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (BOOK, "date: 2025-06-01", "date: June", Code.BAD_VALUE),
        (BOOK, "slug: garden", "slug: gar/den", Code.BAD_VALUE),
        (BOOK, "chapters: [01-soil", "chapter: [01-soil", Code.UNKNOWN_KEY),
        (BOOK, "editions: [zh-Hans, zh-Hant]", "editions: []", Code.BAD_VALUE),
        (REGISTRY, "    file: essay.txt", "    fiel: essay.txt", Code.UNKNOWN_KEY),
        (REGISTRY, "    format: article", "    format: artikel", Code.UNKNOWN_FORMAT),
        (REGISTRY, "    file: essay.txt", "    file: esay.txt", Code.FILE_MISSING),
        (REGISTRY, "    title: {zh-Hans", "    titel: {zh-Hans", Code.UNKNOWN_KEY),
        (SOIL, "title: {", "titel: {", Code.UNKNOWN_KEY),
        (SOIL, "paragraphs: 1", "paragraphs: one", Code.BAD_VALUE),
        (SOIL, "- from: essay#lead", "- from: essay", Code.BAD_VALUE),
    ],
)
def test_one_mistake_is_one_diagnostic_and_no_warning_beside_it(
    small: Path, path: str, old: str, new: str, code: Code
) -> None:
    edit(small / path, old, new)
    assert codes(load_project(small)) == [(path, code)]


def test_a_book_that_cannot_be_read_is_none_and_its_chapters_are_checked(small: Path) -> None:
    edit(small / BOOK, "date: 2025-06-01", "date: June")
    edit(small / SOIL, "outline#00:10", "outline#00:11")
    edit(small / BOOK, "from: essay#lead", "from: essay#leda")
    project = load_project(small)
    assert project.book is None
    assert project.compilation is not None
    assert project.compilation.manuscript is None
    assert codes(project) == [
        (SOIL, Code.SECTION_NOT_FOUND),
        (BOOK, Code.BAD_VALUE),
        (BOOK, Code.SECTION_NOT_FOUND),
    ]


def test_a_chapter_without_a_title_is_checked_and_not_printed(small: Path) -> None:
    edit(small / SOIL, "title: {zh-Hans: 土, en: Soil}\n", "")
    edit(small / SOIL, "outline#00:10", "outline#00:11")
    project = load_project(small)
    assert codes(project) == [(SOIL, Code.MISSING_KEY), (SOIL, Code.SECTION_NOT_FOUND)]
    assert [division.slug for division in project.manuscript.divisions] == ["02-water"]


def test_an_entry_with_a_mistake_is_no_source_and_nothing_is_said_of_what_cites_it(small: Path) -> None:
    edit(small / REGISTRY, "format: article", "format: artikel")
    (small / "chapters" / "corrections.yaml").write_text(
        "corrections:\n  - {at: 'essay#9', text: a, to: b, because: {zh-Hans: 误字, en: misprint}}\n", encoding="utf-8"
    )
    project = load_project(small)
    assert [source.id for source in project.sources] == ["outline"]
    assert codes(project) == [(REGISTRY, Code.UNKNOWN_FORMAT)]


def test_a_catalogue_that_cannot_be_read_does_not_hide_what_is_unused(small: Path) -> None:
    (small / "chapters" / "translations").mkdir()
    (small / "chapters" / "translations" / "outline.po").write_text("msgid\n", encoding="utf-8")
    edit(small / "chapters" / "02-water.yaml", "- from: outline#1:02:03", "- note: {zh-Hans: 暂缺, en: To come}")
    assert [code for _, code in codes(load_project(small))] == [Code.PO_SYNTAX, Code.SECTION_UNUSED]
