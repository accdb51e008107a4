"""The same sources make the same bytes, wherever and whenever they are built."""

import hashlib
from pathlib import Path

import pytest

from tests.finished.conftest import build
from tests.finished.reading import EDITIONS, Book

pytestmark = pytest.mark.slow


def test_another_folder_zone_and_hash_seed_make_the_same_files(finished: Book, tmp_path: Path) -> None:
    other = tmp_path / "a folder whose name is a good deal longer" / "and another" / "dist"
    again = build(
        finished.project, other, TZ="Pacific/Chatham", PYTHONHASHSEED="4242", LC_ALL="C.UTF-8", SOURCE_DATE_EPOCH="1"
    )
    assert list(finished.files) == list(again.files)
    assert len(finished.files) == 2 * len(EDITIONS)
    for name, data in finished.files.items():
        assert again.files[name] == data, name
    assert (again.out / "manifest.json").read_bytes() == (finished.out / "manifest.json").read_bytes()


def test_the_manifest_gives_the_hash_of_every_file(finished: Book) -> None:
    hashes = {row["file"]: row["sha256"] for row in finished.manifest["outputs"]}
    assert hashes == {name: hashlib.sha256(data).hexdigest() for name, data in finished.files.items()}


def test_the_manifest_gives_the_hash_of_every_input(finished: Book) -> None:
    files = [p for folder in ("seeds", "chapters") for p in (finished.project / folder).rglob("*") if p.is_file()]
    assert finished.manifest["inputs"] == {
        p.relative_to(finished.project).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(files)
    }
