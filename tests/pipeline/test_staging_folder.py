"""Files on their way into the output folder: all of them or none."""

import os
from pathlib import Path

import pytest

from book.pipeline.staging import staging


def test_files_appear_when_they_are_published_and_not_before(tmp_path: Path) -> None:
    with staging(tmp_path) as stage:
        stage.path("a.epub").write_text("new")
        assert not (tmp_path / "a.epub").exists()
        stage.publish()
    assert [p.name for p in tmp_path.iterdir()] == ["a.epub"]


def test_a_build_that_fails_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.epub").write_text("old")

    def interrupted_build() -> None:
        with staging(tmp_path) as stage:
            stage.path("a.epub").write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted_build()
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.epub", "old")]


def test_folders_made_for_a_build_that_fails_are_taken_away(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), staging(tmp_path / "one" / "two"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_left_is_removed_and_a_running_ones_is_not(tmp_path: Path) -> None:
    dead, alive = tmp_path / ".partial-999999999-x", tmp_path / f".partial-{os.getpid()}-x"
    dead.mkdir()
    alive.mkdir()
    with staging(tmp_path):
        assert not dead.exists()
        assert alive.exists()
