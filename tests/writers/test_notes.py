"""A translator's note is printed with its words, once, wherever else they are cited; every call finds its note."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from book.diagnostics import Code, Severity
from book.pipeline.project import load_project
from book.pipeline.translating import update_catalogues
from book.setting.composing import compose
from book.writers.medium import PAGE, SCREEN, Medium
from book.writers.pandoc_tree import Node
from book.writers.writing import write
from tests.languages import EDITIONS
from tests.pipeline.translated_book import SOIL, translate, write_translated_book
from tests.projects import edit

NOTE = "^[A test note.]"
IDENTIFIED = {"Span": 0, "Div": 0, "Link": 0, "Header": 1}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A book that leaves out a section, the translation of whose heading has a note; a chapter has one as well."""
    write_translated_book(tmp_path, "zh-Hans, en, zh-Hans-en")
    outline = tmp_path / "seeds" / "outline.txt"
    outline.write_text(outline.read_text(encoding="utf-8") + "\n[01:05:00] 风\n风来了。\n", encoding="utf-8")
    edit(
        tmp_path / "chapters" / "book.yaml",
        "leave-out:\n",
        'leave-out:\n  - {from: "outline#1:05:00", because: {zh-Hans: 闲话, en: An aside.}}\n',
    )
    update_catalogues(load_project(tmp_path))
    translate(tmp_path, "风", f"Wind{NOTE}")
    translate(tmp_path, SOIL, "The soil^[Of the roof.] comes first.")
    return tmp_path


def written(root: Path, edition: str, medium: Medium = SCREEN) -> Node:
    project = load_project(root)
    assert project.is_sound, project.diagnostics
    chosen = next(e for e in EDITIONS if e.id == edition)
    return write(compose(project.manuscript, chosen, project.copies(chosen)), medium)


def nodes(node: Any) -> Iterator[Node]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for item in node:
            yield from nodes(item)


def ids(document: Node) -> Counter[str]:
    return Counter(n["c"][IDENTIFIED[n["t"]]][0] for n in nodes(document) if n.get("t") in IDENTIFIED)


def targets(document: Node) -> set[str]:
    links = (n["c"][2][0] for n in nodes(document) if n.get("t") == "Link")
    return {link.removeprefix("#") for link in links if link.startswith("#")}


def text(node: Any) -> str:
    return "".join(" " if n.get("t") == "Space" else n["c"] for n in nodes(node) if n.get("t") in ("Str", "Space"))


@pytest.mark.parametrize("medium", [SCREEN, PAGE])
@pytest.mark.parametrize("edition", ["en", "zh-Hans-en"])
def test_every_link_leads_to_one_place(root: Path, edition: str, medium: Medium) -> None:
    document = written(root, edition, medium)
    counted = ids(document)
    assert targets(document) <= set(counted)
    assert not [id for id, times in counted.items() if id and times > 1]
    assert "Wind" in text(document)
    assert "Of the roof." in text(document)


def test_a_heading_is_cited_without_the_note_on_it(root: Path) -> None:
    """Nothing at the back of the book would print the note's words."""
    assert "A test note." not in text(written(root, "en"))


def test_a_note_that_nothing_prints_is_reported(root: Path) -> None:
    project = load_project(root)
    project.proofread(strictly=False)
    (found,) = [d for d in project.diagnostics if d.code is Code.NOTE_UNPRINTED]
    assert found.severity is Severity.WARNING
    assert "'Wind'" in found.message
    lines = (root / found.place.path).read_text(encoding="utf-8").split("\n")
    assert "Wind" in "\n".join(lines[found.place.line - 1 :][:6])
    translate(root, "风", "Wind")
    translate(root, "土", f"Soil{NOTE}")
    edit(root / "chapters" / "01-soil.yaml", "outline#00:10", "outline#00:10\n        with-heading: true")
    project = load_project(root)
    project.proofread(strictly=False)
    assert not [d for d in project.diagnostics if d.code is Code.NOTE_UNPRINTED]


def test_a_heading_that_is_printed_has_its_note_printed_once(root: Path) -> None:
    translate(root, "土", f"Soil{NOTE}")
    edit(root / "chapters" / "01-soil.yaml", "outline#00:10", "outline#00:10\n        with-heading: true")
    document = written(root, "en")
    assert text(document).count("A test note.") == 1
    assert targets(document) <= set(ids(document))
    (call,) = [n for n in nodes(document) if n.get("t") == "Link" and n["c"][2][0] == "#g-c-01-soil-1"]
    assert text(call) == "a"


def test_notes_are_counted_anew_in_each_chapter(root: Path) -> None:
    translate(root, "他又说，水要浇在根上。", "Water^[Rain.] the roots^[Not the leaves.].")
    found = targets(written(root, "en"))
    assert {id for id in found if id.startswith("g-")} == {"g-c-01-soil-1", "g-c-02-water-1", "g-c-02-water-2"}


def test_notes_in_both_languages_of_a_chapter_have_ids_of_their_own(root: Path) -> None:
    registry, chapter = root / "seeds" / "sources.yaml", root / "chapters" / "01-soil.yaml"
    registry.write_text(
        registry.read_text(encoding="utf-8") + "  letter: {file: letter.txt, format: article, language: en}\n",
        encoding="utf-8",
    )
    (root / "seeds" / "letter.txt").write_text("The soil was good.\n", encoding="utf-8")
    chapter.write_text(chapter.read_text(encoding="utf-8") + "      - from: letter#lead\n", encoding="utf-8")
    update_catalogues(load_project(root))
    translate(root, "The soil was good.", "土很好。^[屋顶上的土。]")
    document = written(root, "zh-Hans-en")
    assert [id for id in ids(document) if id.startswith("g-")] == ["g-c-01-soil-1", "g-c-01-soil-2"]
    assert targets(document) <= set(ids(document))
    assert max(times for id, times in ids(document).items() if id) == 1


def test_writing_changes_nothing_that_it_is_given(root: Path) -> None:
    project = load_project(root)
    chosen = next(e for e in EDITIONS if e.id == "zh-Hans-en")
    galley = compose(project.manuscript, chosen, project.copies(chosen))
    first = json.dumps(write(galley, SCREEN))
    assert json.dumps(write(galley, SCREEN)) == first
