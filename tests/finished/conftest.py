"""The books of these tests, built once by the command line into a temporary folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.finished.reading import Book

ROOT = Path(__file__).resolve().parents[2]
BOOKS = ROOT / "tests" / "books"


def build(project: Path, out: Path, **environment: str) -> Book:
    """A project → its finished book in ``out``, every edition in both formats."""
    command = [sys.executable, str(ROOT / "build.py"), "build", "--project", str(project), "--out", str(out), "--quiet"]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return Book(project, out)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """This repository's book."""
    return build(ROOT, tmp_path_factory.mktemp("finished") / "dist")


@pytest.fixture(scope="session")
def five_shapes(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The small book of five documents."""
    return build(BOOKS / "five-shapes", tmp_path_factory.mktemp("five-shapes") / "dist")
