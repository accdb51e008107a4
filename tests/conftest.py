"""Projects for the tests: the book of this repository, copies of it to spoil, and tiny books."""

import shutil
from pathlib import Path

import pytest

from book.pipeline.project import Project, load_project

ROOT = Path(__file__).resolve().parent.parent
TINY_BOOKS = Path(__file__).resolve().parent / "books"


@pytest.fixture(scope="session")
def own_book() -> Project:
    """The book of this repository, loaded once."""
    return load_project(ROOT)


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """A copy of this repository's book, to be changed at will."""
    for folder in ("seeds", "chapters"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def tiny_book(name: str, target: Path) -> Path:
    """A copy of one of the tiny books under ``tests/books``."""
    shutil.copytree(TINY_BOOKS / name, target, dirs_exist_ok=True)
    return target
