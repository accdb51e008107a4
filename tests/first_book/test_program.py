"""``python build.py`` without ``--project`` takes the book of this repository."""

import json
from pathlib import Path

import pytest

from tests.first_book.conftest import ROOT
from tests.projects import run_program

pytestmark = pytest.mark.slow


def test_from_another_folder_this_repository_s_book_is_checked(tmp_path: Path) -> None:
    result = run_program("check", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert "0 errors, 0 warnings" in result.stdout


def test_from_a_folder_inside_the_repository() -> None:
    result = run_program("check", "--json", cwd=ROOT / "chapters")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout) == {"diagnostics": []}
