"""The two layouts of a PDF in two languages, in a tiny book of its own."""

import re
import subprocess
from pathlib import Path

import pytest

from book.pipeline.building import Order, build
from book.pipeline.project import load_project
from tests.pipeline.translated_book import ENGLISH, SOIL, TIME, WATER, translate, write_translated_book
from tests.projects import edit

pytestmark = pytest.mark.slow


def pdf(root: Path, layout: str) -> Path:
    """The small book in two languages → its PDF in a layout."""
    write_translated_book(root, "zh-Hans-en")
    edit(root / "chapters" / "book.yaml", "editions:", f"layouts: {{zh-Hans-en: {layout}}}\neditions:")
    project = load_project(root)
    assert not project.diagnostics
    assert project.book is not None
    build(project, root / "dist", Order(project.book.editions, ("pdf",)), lambda name: None)
    (made,) = (root / "dist").glob("*.pdf")
    return made


def words(file: Path) -> list[tuple[str, float, float]]:
    """Every word of a PDF with its left edge and its height on the page."""
    done = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True)
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)</word>', done.stdout)
    return [(text, float(left), float(top)) for left, top, text in found]


def place(file: Path, beginning: str) -> tuple[float, float]:
    """Where the word stands that begins so."""
    (found,) = {(left, top) for text, left, top in words(file) if text.startswith(beginning)}
    return found


def test_columns_stand_side_by_side(tmp_path: Path) -> None:
    file = pdf(tmp_path, "columns")
    chinese, english = place(file, WATER[:4]), place(file, "Water,")
    assert english[0] - chinese[0] > 150
    assert abs(english[1] - chinese[1]) < 8


def test_stacked_pairs_stand_one_under_the_other(tmp_path: Path) -> None:
    file = pdf(tmp_path, "stacked")
    chinese, english = place(file, WATER[:4]), place(file, "Water,")
    assert english[1] > chinese[1] + 8
    assert abs(english[0] - chinese[0]) < 40


@pytest.mark.parametrize("layout", ["columns", "stacked"])
def test_nothing_of_either_language_is_lost(tmp_path: Path, layout: str) -> None:
    text = "".join(word for word, _, _ in words(pdf(tmp_path, layout)))
    for original in (SOIL, WATER, TIME):
        assert original.replace(" ", "") in text
        assert re.sub(r"\s", "", ENGLISH[original]) in text.replace("‐", "")


def test_a_text_without_translation_is_marked_and_not_said_twice(tmp_path: Path) -> None:
    write_translated_book(tmp_path, "zh-Hans-en")
    translate(tmp_path, WATER, "")
    project = load_project(tmp_path)
    assert [d.code for d in project.diagnostics] == ["translation-missing"]
    assert project.book is not None
    build(project, tmp_path / "dist", Order(project.book.editions, ("pdf",)), lambda name: None)
    (made,) = (tmp_path / "dist").glob("*.pdf")
    text = "".join(word for word, _, _ in words(made))
    assert text.count(WATER) == 1
    assert text.count("[notyettranslated]") == 1
