"""The books of these tests, built once by the command line into a temporary folder."""

import fcntl
import os
from pathlib import Path

import pytest

from tests.finished.reading import Book
from tests.projects import CLOCKMAKER, FIVE_SHAPES, run_program


def build(project: Path, out: Path, **environment: str) -> Book:
    """A project → its finished book in ``out``, every edition in both formats."""
    done = run_program("build", "--project", project, "--out", out, "--quiet", environment=environment)
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
    """The whole test book; ``tests/first_book`` puts its own in its place."""
    return built_once(CLOCKMAKER, "clockmaker", tmp_path_factory)


@pytest.fixture(scope="session")
def five_shapes(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The small book of five documents."""
    return built_once(FIVE_SHAPES, "five-shapes", tmp_path_factory)
