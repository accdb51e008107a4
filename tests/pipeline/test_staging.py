"""Finished files reach the output folder all together, or the folder stays as it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from book.pipeline.staging import Staging, staging
from tests.projects import snapshot


class BrokenToolError(Exception):
    """A tool that fails."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output folder with an earlier book in it."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "a.epub").write_bytes(b"old a")
    (folder / "manifest.json").write_bytes(b"old manifest")
    (folder / "mine.txt").write_bytes(b"the user's own")
    return folder


def _stage(stage: Staging, *names: str) -> None:
    for name in names:
        stage.path(name).write_bytes(f"new {name}".encode())


def _fail(out: Path, error: BaseException) -> None:
    """Stage two files, and fail before they are published."""
    with staging(out) as stage:
        _stage(stage, "a.epub", "b.pdf")
        raise error


def _publish(out: Path, written: tuple[str, ...], promised: tuple[str, ...] = ()) -> None:
    """Stage files and publish them; those only promised are never written."""
    with staging(out) as stage:
        _stage(stage, *written)
        for name in promised:
            stage.path(name)
        stage.publish()


def test_every_staged_file_is_published(out: Path) -> None:
    with staging(out) as stage:
        _stage(stage, "a.epub", "b.pdf", "manifest.json")
        assert (out / "a.epub").read_bytes() == b"old a", "nothing is replaced before everything is there"
        stage.publish()
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {
        "a.epub": b"new a.epub",
        "b.pdf": b"new b.pdf",
        "manifest.json": b"new manifest.json",
        "mine.txt": b"the user's own",
    }


def test_without_publishing_nothing_changes(out: Path) -> None:
    before = snapshot(out)
    with staging(out) as stage:
        _stage(stage, "a.epub", "b.pdf")
    assert snapshot(out) == before


@pytest.mark.parametrize(
    "error",
    [BrokenToolError(), OSError(28, "No space left on device"), KeyboardInterrupt(), SystemExit()],
    ids=["tool", "disk", "Ctrl-C", "exit"],
)
def test_a_failure_leaves_the_folder_as_it_was(out: Path, error: BaseException) -> None:
    before = snapshot(out)
    with pytest.raises(type(error)) as raised:
        _fail(out, error)
    assert raised.value is error
    assert snapshot(out) == before


def test_a_file_that_was_never_written_leaves_the_folder_as_it_was(out: Path) -> None:
    before = snapshot(out)
    with pytest.raises(FileNotFoundError):
        _publish(out, ("a.epub",), ("b.pdf",))
    assert snapshot(out) == before


def test_a_name_that_a_folder_has_taken_leaves_the_folder_as_it_was(out: Path) -> None:
    (out / "b.pdf").mkdir()
    before = snapshot(out)
    with pytest.raises(OSError, match=r"b\.pdf"):
        _publish(out, ("a.epub", "b.pdf", "manifest.json"))
    assert snapshot(out) == before


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    out = tmp_path / "far" / "away" / "dist"
    with staging(out) as stage:
        _stage(stage, "a.epub")
        stage.publish()
    assert [path.name for path in out.iterdir()] == ["a.epub"]


def test_a_missing_folder_is_removed_again_after_a_failure(tmp_path: Path) -> None:
    before = snapshot(tmp_path)
    with pytest.raises(BrokenToolError):
        _fail(tmp_path / "far" / "away" / "dist", BrokenToolError())
    assert snapshot(tmp_path) == before


def test_an_empty_folder_that_was_there_is_kept_after_a_failure(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    with pytest.raises(BrokenToolError):
        _fail(out, BrokenToolError())
    assert out.is_dir()


def _dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_a_dead_process_left_is_swept_away(out: Path) -> None:
    stale = out / f".partial-{_dead_process()}-abc"
    stale.mkdir()
    (stale / "a.epub").write_bytes(b"half")
    before = snapshot(out)
    with staging(out):
        assert not stale.exists()
    assert snapshot(out) == {name: digest for name, digest in before.items() if not name.startswith(".partial-")}


def test_what_a_living_process_is_writing_is_left_alone(out: Path) -> None:
    other = out / f".partial-{os.getppid()}-abc"
    other.mkdir()
    (other / "a.epub").write_bytes(b"half")
    with staging(out):
        assert (other / "a.epub").read_bytes() == b"half"
    assert (other / "a.epub").exists()


def test_two_stagings_at_once_do_not_meet(out: Path) -> None:
    with staging(out) as one, staging(out) as other:
        assert one.folder != other.folder
        _stage(one, "a.epub")
        _stage(other, "b.pdf")
        one.publish()
        other.publish()
    assert (out / "a.epub").read_bytes() == b"new a.epub"
    assert (out / "b.pdf").read_bytes() == b"new b.pdf"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "a request to end"])
def test_no_signal_stops_publishing_half_way(
    out: Path, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The signal comes after the first file is in its place; the second follows before it is heard."""
    replace = os.replace
    order: list[str] = []

    def heard(_number: int, _frame: object) -> None:
        order.append("signal")
        raise KeyboardInterrupt

    def interrupted(source: Path, target: Path) -> None:
        replace(source, target)
        order.append(target.name)
        os.kill(os.getpid(), number)

    before = signal.signal(number, heard)
    try:
        monkeypatch.setattr(os, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            _publish(out, ("a.epub", "manifest.json"))
    finally:
        signal.signal(number, before)
    assert order == ["a.epub", "manifest.json", "signal"]
    assert (out / "a.epub").read_bytes() == b"new a.epub"
    assert (out / "manifest.json").read_bytes() == b"new manifest.json"
    assert not list(out.glob(".partial-*"))
