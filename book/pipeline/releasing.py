"""Finished files → the release folder: the books, the manifest and their checksums."""

from pathlib import Path

from book.pipeline.building import MANIFEST
from book.pipeline.fingerprint import digest
from book.pipeline.staging import staging

FOLDER = "release"
SUMS = "SHA256SUMS"


def release(out: Path, files: list[str]) -> list[str]:
    """The finished ``files`` of ``out`` and the manifest → ``out/release`` with ``SHA256SUMS``; the names in it.

    What an earlier release left there is removed. ``sha256sum --check SHA256SUMS`` verifies the folder.
    """
    folder = out / FOLDER
    names = [*sorted(files), MANIFEST]
    with staging(folder) as stage:
        sums = []
        for name in names:
            data = (out / name).read_bytes()
            stage.path(name).write_bytes(data)
            sums.append(f"{digest(data)}  {name}\n")
        stage.path(SUMS).write_text("".join(sums), encoding="utf-8")
        stage.publish()
    names.append(SUMS)
    for stale in folder.iterdir():
        if stale.is_file() and stale.name not in names:
            stale.unlink()
    return names
