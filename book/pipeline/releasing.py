"""Finished files → the release folder: the books, the manifest and their checksums."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from book.pipeline.fingerprint import sums
from book.pipeline.manifest import MANIFEST
from book.pipeline.staging import files_at, staging

FOLDER = "release"
SUMS = "SHA256SUMS"


def release(out: Path, outputs: Iterable[str]) -> list[str]:
    """The finished ``outputs`` of ``out`` and the manifest → ``out/release`` with ``SHA256SUMS``; the names in it.

    An output is a file, or a folder with all its files. What an earlier release left there is removed.
    ``sha256sum --check SHA256SUMS`` verifies the folder. Raises OSError when the disk fails.
    """
    folder = out / FOLDER
    names = [*sorted(outputs), MANIFEST]
    files = {
        f"{name}/{inner}" if inner else name: data for name in names for inner, data in files_at(out / name).items()
    }
    released = _released(folder)
    with staging(folder) as stage:
        for name, data in files.items():
            stage.path(name).write_bytes(data)
        stage.path(SUMS).write_text(sums(files), encoding="utf-8")
        stage.publish()
    names.append(SUMS)
    for stale in folder.iterdir():
        if stale.name not in names:
            if stale.is_file():
                stale.unlink()
            elif stale.name in released:
                shutil.rmtree(stale)
    return names


def _released(folder: Path) -> set[str]:
    """The files and folders that the checksums of an earlier release name."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    return {line.partition("  ")[2].partition("/")[0] for line in lines}
