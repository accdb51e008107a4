"""``python build.py …`` as a user types it, from wherever it is typed."""

import json
from pathlib import Path

import pytest

from tests.pipeline.small_book import spoil_small_book, write_small_book
from tests.projects import run_program

pytestmark = pytest.mark.slow


def test_a_relative_project_from_another_folder(tmp_path: Path) -> None:
    spoil_small_book(tmp_path / "book")
    (tmp_path / "elsewhere").mkdir()
    result = run_program("check", "--project", "../book", cwd=tmp_path / "elsewhere")
    assert result.returncode == 1
    assert result.stderr.startswith("chapters/01-soil.yaml:4:15: error[section-not-found]")
    assert "Traceback" not in result.stderr


def test_a_wrong_call(tmp_path: Path) -> None:
    result = run_program("chek", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_without_arguments_every_edition_is_built_in_both_formats(tmp_path: Path) -> None:
    write_small_book(tmp_path)
    result = run_program(cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == [
        "garden.zh-Hans.epub",
        "garden.zh-Hans.pdf",
        "garden.zh-Hant.epub",
        "garden.zh-Hant.pdf",
        "manifest.json",
    ]
    assert "\x1b" not in result.stdout + result.stderr, "no terminal is there to be steered"


def test_a_quiet_build_of_one_edition(tmp_path: Path) -> None:
    write_small_book(tmp_path)
    result = run_program(
        "build",
        "--quiet",
        "--edition",
        "zh-Hant",
        "--format",
        "epub",
        "--out",
        "out",
        "--chapter",
        "water",
        cwd=tmp_path,
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["garden.zh-Hant.epub", "manifest.json"]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [row["chapters"] for row in manifest["outputs"]] == [["02-water"]]
