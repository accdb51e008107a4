"""Every way to spoil a copy of the test book in ``spoiled.yaml`` gives one error, at its line, with a remedy."""

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from book.diagnostics import Code, Diagnostic, Report, Severity, render
from book.model.document import Document
from book.model.source import Source
from book.pipeline.project import Project, load_project
from book.readers import read_source
from tests.projects import CLOCKMAKER, PROGRAM
from tests.reporting import reported

CASES = Path(__file__).with_name("spoiled.yaml")

# Reading is most of what loading a book takes, and all but one of a copy's files are the same every
# time: each YAML file and each document is parsed once.
_compose = lru_cache(maxsize=None)(yaml.compose)
_read_once = lru_cache(maxsize=None)(lambda document: reported(read_source, document))


def _read_source(document: Document, report: Report) -> Source:
    source, found = _read_once(document)
    for diagnostic in found:
        report.add(diagnostic)
    return source


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "compose", _compose)
    monkeypatch.setattr("book.pipeline.project.read_source", _read_source)


@dataclass(frozen=True)
class Case:
    """One way to spoil a book, and the error that must come of it."""

    title: str
    spoil: list[dict[str, Any]]
    path: str
    code: str
    line: str = ""
    carets: str = ""
    hint: str = ""


def _cases() -> list[Case]:
    rows = yaml.load(CASES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [
        Case(
            title=row["case"],
            spoil=[row, *row.get("also", [])],
            path=row.get("in", row["file"]),
            code=row["code"],
            line=row.get("line", ""),
            carets=row.get("carets", ""),
            hint=row.get("hint", ""),
        )
        for row in rows
    ]


ALL = _cases()


def _spoil(root: Path, change: dict[str, Any]) -> None:
    file = root / change["file"]
    if "replace" in change:
        old = change["replace"].encode()
        new = bytes.fromhex(change["bytes"]) if "bytes" in change else change["with"].encode()
        data = file.read_bytes()
        assert data.count(old) == 1, f"{change['replace']!r} stands {data.count(old)} times in {change['file']}"
        file.write_bytes(data.replace(old, new))
    elif "append" in change:
        file.write_bytes(file.read_bytes() + change["append"].encode())
    elif "write" in change:
        file.write_text(change["write"], encoding="utf-8")
    elif "delete" in change:
        file.unlink()
    else:
        assert "folder" in change
        file.unlink()
        file.mkdir()


def _line_of(root: Path, path: str, marker: str) -> int:
    rows = (root / path).read_bytes().decode("utf-8", "replace").split("\n")
    found = [number for number, row in enumerate(rows, 1) if marker in row]
    assert len(found) == 1, f"{marker!r} stands in the lines {found} of {path}"
    return found[0]


def _errors(project: Project) -> list[Diagnostic]:
    return [d for d in project.diagnostics if d.severity is Severity.ERROR]


def _shown(project: Project, diagnostics: list[Diagnostic]) -> str:
    return "\n".join(render(d, project.texts) for d in diagnostics)


def test_the_cases_are_named_apart() -> None:
    assert len({case.title for case in ALL}) == len(ALL)


def test_the_unspoiled_copy_has_no_error(scratch: Path) -> None:
    project = load_project(scratch)
    assert not project.diagnostics, _shown(project, list(project.diagnostics))


@pytest.mark.slow
@pytest.mark.parametrize("case", ALL, ids=[case.title.replace(" ", "-") for case in ALL])
def test_one_mistake_is_one_error(scratch: Path, case: Case) -> None:
    for change in case.spoil:
        _spoil(scratch, change)
    project = load_project(scratch)
    errors = _errors(project)
    shown = _shown(project, errors)
    assert [d.code for d in errors] == [case.code], shown
    found = errors[0]
    assert found.place.path == case.path, shown
    assert found.message.strip(), shown
    assert found.hint.strip(), f"no remedy is given:\n{shown}"
    assert case.hint in found.hint, shown
    rows = shown.split("\n")
    assert rows[-1] == f"   = hint: {found.hint}"
    if not case.line:
        assert found.place.line <= 1, shown
        return
    line = _line_of(scratch, case.path, case.line)
    assert found.place.line == line, shown
    assert rows[0].startswith(f"{case.path}:{line}:"), shown
    assert rows[1].startswith(f"{line:>5} | "), f"no excerpt is shown:\n{shown}"
    assert rows[1].partition(" | ")[2].strip(), shown
    if case.carets:
        row = (scratch / case.path).read_text(encoding="utf-8").split("\n")[line - 1]
        start = found.place.column - 1
        assert row[start : start + found.place.width] == case.carets, shown
        assert set(rows[2].partition(" | ")[2].strip()) == {"^"}, shown


def test_a_document_that_is_a_link_to_itself(scratch: Path) -> None:
    document = scratch / "seeds" / "column.txt"
    document.unlink()
    document.symlink_to(document)
    project = load_project(scratch)
    errors = _errors(project)
    assert [d.code for d in errors] == ["file-unreadable"], _shown(project, errors)
    assert errors[0].place.path == "seeds/sources.yaml"
    assert errors[0].place.line == _line_of(scratch, "seeds/sources.yaml", "file: column")
    assert errors[0].hint.strip(), f"no remedy is given:\n{_shown(project, errors)}"


NOBODY = 65534
_CHECK_AS_NOBODY = f"""
import os, sys
sys.path.insert(0, {str(PROGRAM.parent)!r})
from pathlib import Path
from book.cli import main
from book.pipeline.project import load_project
load_project(Path({str(CLOCKMAKER)!r}))
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
sys.exit(main(["check", "--json", "--project", sys.argv[1]]))
"""
"""Modules, dictionaries and tables are read before the user changes, who may see the project and nothing else."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "named_in", "line"),
    [
        ("seeds/column.txt", "seeds/sources.yaml", "file: column"),
        ("chapters/02-tower.yaml", "chapters/02-tower.yaml", ""),
        ("chapters/book.yaml", "chapters/book.yaml", ""),
        ("seeds/sources.yaml", "seeds/sources.yaml", ""),
    ],
)
def test_a_file_that_may_not_be_read(scratch: Path, path: str, named_in: str, line: str) -> None:
    for folder in (scratch, *scratch.parents):
        state = folder.stat()
        if state.st_uid == os.getuid() and state.st_mode & 0o005 != 0o005:
            folder.chmod(state.st_mode | 0o005)
    (scratch / path).chmod(0)
    finished = subprocess.run(
        [sys.executable, "-c", _CHECK_AS_NOBODY, str(scratch)], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in finished.stderr, finished.stderr
    assert finished.returncode == 1, finished.stderr
    diagnostics = yaml.safe_load(finished.stdout)["diagnostics"]
    assert [d["code"] for d in diagnostics] == ["file-unreadable"]
    assert diagnostics[0]["path"] == named_in
    assert "chmod" in diagnostics[0]["hint"]
    if line:
        assert diagnostics[0]["line"] == _line_of(scratch, named_in, line)


def test_several_mistakes_in_several_files_are_reported_together(scratch: Path) -> None:
    changes = {
        "chapters/01-apprentice.yaml": ("heading: {zh-Hans: 一条街", "haeding: {zh-Hans: 一条街"),
        "chapters/03-ledger.yaml": ("from: outline#27:03", "from: outline#27:04"),
        "chapters/05-listeners.yaml": ("- from: outline#1:02:03", '- from: outline#1:02:03\n        at: "49:99"'),
        "chapters/book.yaml": ("date: 2025-06-01", "date: yesterday"),
        "seeds/sources.yaml": ("kind: transcript", "kind: transcripts"),
    }
    for path, (old, new) in changes.items():
        _spoil(scratch, {"file": path, "replace": old, "with": new})
    errors = _errors(load_project(scratch))
    assert [(d.place.path, d.code) for d in errors] == [
        ("chapters/01-apprentice.yaml", "unknown-key"),
        ("chapters/03-ledger.yaml", "section-not-found"),
        ("chapters/05-listeners.yaml", "bad-time"),
        ("chapters/book.yaml", "bad-value"),
        ("seeds/sources.yaml", "unknown-kind"),
    ]


def test_several_mistakes_in_one_chapter_are_reported_together(scratch: Path) -> None:
    path = "chapters/02-tower.yaml"
    for old, new in (
        ("outline#12:40", "outline#12:41"),
        ("digest#lead", "digset#lead"),
        ("{zh-Hans: 远方, en: Far Away}", "{zh-Hans: 远方}"),
        ("paragraphs: 4", "paragraphs: 9"),
    ):
        _spoil(scratch, {"file": path, "replace": old, "with": new})
    errors = _errors(load_project(scratch))
    assert [(d.place.path, d.code) for d in errors] == [
        (path, "section-not-found"),
        (path, "source-not-found"),
        (path, "missing-language"),
        (path, "paragraph-out-of-range"),
    ]
    assert [d.place.line for d in errors] == sorted(d.place.line for d in errors)


def test_a_mistake_in_a_chapter_does_not_hide_an_unused_section_from_the_next_check(scratch: Path) -> None:
    """While a chapter cannot be read nothing is said to be unused; once it can, it is."""
    chapter = scratch / "chapters" / "02-tower.yaml"
    whole = chapter.read_text(encoding="utf-8")
    without = whole.replace("- from: outline#12:40", "- note: {zh-Hans: 暂缺, en: Wanting}")
    assert without != whole
    chapter.write_text(without.replace("sections:", "sectoins:"), encoding="utf-8")
    assert "section-unused" not in [d.code for d in _errors(load_project(scratch))]
    chapter.write_text(without, encoding="utf-8")
    assert [d.code for d in _errors(load_project(scratch))] == ["section-unused"]


@pytest.mark.parametrize("without", [("terms",), ("corrections",), ("terms", "corrections")])
def test_a_book_may_do_without_terms_and_corrections(scratch: Path, without: tuple[str, ...]) -> None:
    for name in without:
        (scratch / "chapters" / f"{name}.yaml").unlink()
    project = load_project(scratch)
    others = [d for d in project.diagnostics if d.code is not Code.TRANSLATION_STALE]
    assert not others, _shown(project, others)
    if without == ("terms",):
        assert not project.diagnostics, "no translation depends on the term base"


@pytest.mark.parametrize("text", ["\ufeff", "\r\n"], ids=["a byte order mark", "line ends of another system"])
def test_accidents_of_editors_are_no_mistakes(scratch: Path, text: str) -> None:
    for path in ("chapters/02-tower.yaml", "chapters/book.yaml", "seeds/sources.yaml"):
        whole = (scratch / path).read_text(encoding="utf-8")
        changed = text + whole if text == "\ufeff" else whole.replace("\n", text)
        (scratch / path).write_bytes(changed.encode())
    assert not load_project(scratch).diagnostics
