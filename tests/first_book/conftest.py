"""The book of this repository: what the tests of ``tests/whole_book`` and ``tests/finished`` are given here."""

from pathlib import Path

import pytest

from book.pipeline.project import Project, load_project
from tests.finished.conftest import built_once
from tests.finished.reading import Book

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def own_book() -> Project:
    """The book of this repository, loaded once."""
    return load_project(ROOT)


@pytest.fixture(scope="session")
def whole_book(own_book: Project) -> Project:
    """The book that is to be whole: this repository's."""
    return own_book


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """This repository's book, every edition in both formats."""
    return built_once(ROOT, "finished", tmp_path_factory)
