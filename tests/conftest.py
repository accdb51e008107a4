"""The whole test book, loaded once, copies of it to spoil, and a watch over this repository's book."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from book.pipeline.project import Project, load_project
from tests.projects import CLOCKMAKER, PROGRAM, copy_book


@pytest.fixture(scope="session")
def clockmaker() -> Project:
    """The whole test book."""
    return load_project(CLOCKMAKER)


@pytest.fixture(scope="session")
def whole_book(clockmaker: Project) -> Project:
    """The book of the tests that hold of any whole book; ``tests/first_book`` gives them its own."""
    return clockmaker


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """A copy of the whole test book, to be changed at will."""
    return copy_book(CLOCKMAKER, tmp_path)


_OWN = tuple(str(PROGRAM.parent / folder) + os.sep for folder in ("seeds", "chapters"))
_opened: list[str] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Note that this process opens a file of this repository's book (PEP 578)."""
    if event == "open" and isinstance(arguments[0], str | os.PathLike):
        path = os.fspath(arguments[0])
        if isinstance(path, str) and path.startswith(_OWN):
            _opened.append(path)


sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def keeps_away_from_the_first_book(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test outside ``tests/first_book`` that opens this repository's book fails: editing the book must not break it."""
    before = len(_opened)
    yield
    if "first_book" not in request.path.parts:
        assert _opened[before:] == []
