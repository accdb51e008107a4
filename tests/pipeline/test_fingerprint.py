"""What decides the bytes is what is fingerprinted: no more, and no less."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from book.pipeline import building
from book.pipeline.building import Order, Report, build
from book.pipeline.code import code_behind
from book.pipeline.fingerprint import as_data, fingerprint, tools
from book.pipeline.project import load_project
from book.publish import versions
from book.publish.fonts import Fonts
from book.publish.formats import FORMATS
from tests.pipeline.made_formats import TEXT
from tests.pipeline.small_book import write_small_book
from tests.projects import edit

SOIL, WATER = ("01-soil",), ("02-water",)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small book, and a format of plain text whose tool is fontconfig, as if it were set by it."""
    monkeypatch.setitem(FORMATS, "txt", replace(TEXT, tools=("fontconfig",)))
    return write_small_book(tmp_path / "small")


@pytest.fixture(autouse=True)
def _versions() -> Iterator[None]:
    yield
    versions._version.cache_clear()


def order(root: Path, *chapters: str, format: str = "txt") -> Report:
    project = load_project(root)
    assert project.book is not None
    return build(project, root / "dist", Order(project.book.editions, (format,), chapters), lambda _name: None)


def made(report: Report) -> int:
    return sum(output.seconds is not None for output in report.outputs)


def manifest(root: Path) -> Any:
    return json.loads((root / "dist" / "manifest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("format", ["txt", "epub"])
def test_a_comment_in_a_chapter_makes_nothing_again(small: Path, format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert made(order(small, format=format)) == 2
    before = manifest(small)
    edit(small / "chapters" / "01-soil.yaml", "title:", "# the first of the two\ntitle:")
    report = order(small, format=format)
    assert (made(report), report.is_up_to_date) == (0, True)
    after = manifest(small)
    assert after["inputs"] != before["inputs"]
    for old, new in zip(before["outputs"], after["outputs"], strict=True):
        assert old["inputs"] != new["inputs"]
        assert {**old, "inputs": ""} == {**new, "inputs": ""}
    monkeypatch.setattr(building, "compose", lambda *_: pytest.fail("composed, though no input has changed"))
    assert made(order(small, format=format)) == 0


def test_a_change_of_a_chapter_makes_again_what_prints_it(small: Path) -> None:
    assert made(order(small)) == 2
    edit(small / "chapters" / "01-soil.yaml", "title: {zh-Hans: 土,", "title: {zh-Hans: 土地,")
    assert made(order(small)) == 2


def test_a_change_of_a_chapter_makes_nothing_again_that_prints_another(small: Path) -> None:
    assert made(order(small, *WATER)) == 2
    edit(small / "chapters" / "01-soil.yaml", "title: {zh-Hans: 土,", "title: {zh-Hans: 土地,")
    assert made(order(small, *WATER)) == 0
    assert made(order(small, *SOIL)) == 2


def test_a_change_that_one_edition_prints_makes_the_other_again_not(small: Path) -> None:
    assert made(order(small)) == 2
    edit(small / "chapters" / "01-soil.yaml", "title: {zh-Hans: 土,", "title: {zh-Hans: 土, zh-Hant: 泥土,")
    report = order(small)
    assert [output.edition for output in report.outputs if output.seconds is not None] == ["zh-Hant"]


def test_what_was_not_ordered_is_kept_and_looked_at_when_it_is(small: Path) -> None:
    assert made(order(small)) == 2
    edit(small / "chapters" / "01-soil.yaml", "title:", "# the first of the two\ntitle:")
    project = load_project(small)
    assert project.book is not None
    build(project, small / "dist", Order(project.book.editions[:1], ("txt",)), lambda _name: None)
    assert len(manifest(small)["outputs"]) == 2
    assert made(order(small)) == 0


def test_another_version_of_a_tool_makes_again_what_it_rendered(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert made(order(small)) == 2
    assert made(order(small, format="epub")) == 2
    monkeypatch.setitem(versions.ASKED, "fontconfig", lambda: "99.0")
    versions._version.cache_clear()
    assert made(order(small, format="epub")) == 0
    assert made(order(small)) == 2
    assert manifest(small)["tools"]["fontconfig"] == "99.0"


def test_another_version_of_a_tool_that_prepares_is_looked_at(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may give another text; where it gives the same, nothing is made again."""
    assert made(order(small)) == 2
    monkeypatch.setitem(versions.ASKED, "OpenCC", lambda: "99.0")
    versions._version.cache_clear()
    assert made(order(small)) == 0
    assert manifest(small)["tools"]["OpenCC"] == "99.0"


@pytest.mark.parametrize("name", sorted(FORMATS["pdf"].tools))
def test_each_tool_of_the_pdf_is_in_its_fingerprint(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(FORMATS["pdf"], "")
    monkeypatch.setitem(versions.ASKED, name, lambda: "99.0")
    versions._version.cache_clear()
    assert fingerprint(FORMATS["pdf"], "") != before
    assert tools([FORMATS["pdf"]])[name] == "99.0"


def test_what_sets_the_page_is_named() -> None:
    named = tools(FORMATS.values())
    assert named.keys() >= {
        "pandoc", "Pango", "HarfBuzz", "fontconfig", "weasyprint", "pydyf", "pyphen", "tinycss2", "tinyhtml5",
        "fonttools", "polib", "PyYAML", "OpenCC", "lxml", "babel",
    }  # fmt: skip


def test_the_code_behind_an_output_begins_where_its_task_is_whole() -> None:
    epub, pdf = code_behind(FORMATS["epub"].render), code_behind(FORMATS["pdf"].render)
    assert epub.keys() >= {"book.publish.epub.rendering", "book.publish.epub.repairing", "book.publish.pandoc"}
    assert pdf.keys() >= {
        "book.publish.weasyprint.lines", "book.publish.weasyprint.tags", "book.publish.fonts", "book.text.han",
    }  # fmt: skip
    before = ("readers", "specs", "editorial", "copyediting", "translation", "setting", "writers", "pipeline", "cli")
    for name in [*epub, *pdf]:
        assert not name.startswith(tuple(f"book.{stage}" for stage in before)), name


def test_the_code_of_a_format_that_is_no_part_of_the_program() -> None:
    assert {"tests.pipeline.made_formats", "book.publish.artifact"} <= code_behind(TEXT.render).keys()


@dataclass(frozen=True)
class Task:
    texts: dict[str, str]
    fonts: Fonts
    number: int = 1


def test_a_task_is_said_by_its_contents_and_a_font_by_its_own(tmp_path: Path) -> None:
    font = tmp_path / "a.otf"
    font.write_bytes(b"one")
    first = as_data(Task({"b": "2", "a": "1"}, Fonts((("a.otf", font),), ())))
    assert as_data(Task({"a": "1", "b": "2"}, Fonts((("a.otf", font),), ()))) == first
    other = tmp_path / "elsewhere.otf"
    other.write_bytes(b"two")
    assert as_data(Task({"a": "1", "b": "2"}, Fonts((("a.otf", other),), ()))) != first


def test_a_task_that_is_not_plain_data_is_refused() -> None:
    with pytest.raises(TypeError, match="plain data"):
        fingerprint(TEXT, {"function": print})
