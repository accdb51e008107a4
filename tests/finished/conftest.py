"""The books of these tests, built once by the command line into a temporary folder."""

import fcntl
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


def built_once(project: Path, name: str, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A project → its finished book, built by the first process of a test run that asks for it."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    out = base / name
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return Book(project, out) if (out / "manifest.json").exists() else build(project, out)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """This repository's book."""
    return built_once(ROOT, "finished", tmp_path_factory)


@pytest.fixture(scope="session")
def five_shapes(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The small book of five documents."""
    return built_once(BOOKS / "five-shapes", "five-shapes", tmp_path_factory)
