"""One failure, one wording, wherever an address is written."""

from pathlib import Path

import pytest

from book.cli import main
from book.diagnostics import Code
from book.editorial.resolving import Resolved, Unresolved, resolve
from book.model.address import Address
from book.pipeline.project import load_project
from tests.editorial.books import source
from tests.projects import FIVE_SHAPES, copy_book

NOTES = source("notes", "# 一\n\n甲。\n\n# 终章 上\n\n乙。\n\n# 终章 下\n\n丙。\n")
SOURCES = {"notes": NOTES}


def failure(text: str, *declared: str) -> Unresolved:
    result = resolve(Address.parse(text), SOURCES, declared or ("notes",))
    assert isinstance(result, Unresolved)
    return result


def test_an_address_is_resolved_to_its_canonical_form() -> None:
    result = resolve(Address("notes", "終章-上"), SOURCES, None)
    assert isinstance(result, Resolved)
    assert result.source is NOTES
    assert result.address == Address("notes", "终章-上")


@pytest.mark.parametrize(
    ("text", "code", "message", "hints"),
    [
        ("note#一", Code.SOURCE_NOT_FOUND, "there is no source 'note'", ["'notes'"]),
        ("x#一", Code.SOURCE_NOT_FOUND, "there is no source 'x'", ["the sources are notes"]),
        ("notes#终张", Code.SECTION_NOT_FOUND, "'notes' has no section '终张'", ["终章"]),
        ("notes#终章", Code.SECTION_AMBIGUOUS, "'notes#终章' is ambiguous", ["'终章-上'", "'终章-下'"]),
    ],
)
def test_a_failure_says_what_is_wrong_and_what_to_write(text: str, code: Code, message: str, hints: list[str]) -> None:
    found = failure(text)
    assert found.code is code
    assert found.message.startswith(message)
    assert all(hint in found.hint for hint in hints), found.hint


@pytest.mark.parametrize("declared", [None, ("notes", "essay")])
def test_nothing_is_said_of_a_source_that_could_not_be_read(declared: tuple[str, ...] | None) -> None:
    assert resolve(Address("essay", "1"), SOURCES, declared) is None


@pytest.mark.parametrize("section", ["nowhere", "99:59"])
def test_a_chapter_the_term_base_and_a_review_report_the_same_failure_in_the_same_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], section: str
) -> None:
    copy_book(FIVE_SHAPES, tmp_path)
    first = next(iter(load_project(tmp_path).sources)).id
    address = f"{first}#{section}"
    assert main(["translate", "--reviewed", address, "--project", str(tmp_path), "--quiet"]) == 2
    said = capsys.readouterr().err.removeprefix("build.py: ").strip()
    chapter = next(p for p in sorted((tmp_path / "chapters").glob("*.yaml")) if "- from:" in p.read_text("utf-8"))
    (tmp_path / "chapters" / "corrections.yaml").write_text(
        f"corrections:\n  - {{at: '{address}', text: a, to: b, because: {{zh-Hans: 误字, en: misprint}}}}\n", "utf-8"
    )
    text = chapter.read_text("utf-8").rstrip("\n")
    row = next(row for row in reversed(text.split("\n")) if row.lstrip().startswith("- from:"))
    indent = row[: len(row) - len(row.lstrip())]
    chapter.write_text(f"{text}\n{indent}- from: '{address}'\n", "utf-8")
    found = [d for d in load_project(tmp_path).diagnostics if d.code is Code.SECTION_NOT_FOUND]
    assert [d.place.path for d in found] == sorted([f"chapters/{chapter.name}", "chapters/corrections.yaml"])
    assert {f"{d.message}; {d.hint}" for d in found} == {said}
