"""The command line in this process: exit status and both streams."""

import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from book.cli import main
from tests.pipeline.small_book import spoil_small_book, write_small_book
from tests.projects import CLOCKMAKER


@dataclass(frozen=True)
class Result:
    """What a command did."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """A function that carries out a command line, with the whole test book as the home project."""
    before = signal.getsignal(signal.SIGTERM)

    def carry_out(*words: str | Path, home: Path | None = CLOCKMAKER) -> Result:
        capsys.readouterr()
        try:
            status = main([str(word) for word in words], home)
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else -1
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Result(status, said.out, said.err)

    yield carry_out
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small sound book."""
    return write_small_book(tmp_path / "small")


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A small book with one mistake."""
    return spoil_small_book(tmp_path / "spoiled")
