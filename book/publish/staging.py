"""Files on their way into the output folder: written beside, then renamed, all or none.

An interrupted build, a full disk or a failing tool leaves the folder as it was.
"""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = ".partial-"


class Staging:
    """A folder beside the finished files, and the names that are to replace them."""

    def __init__(self, out: Path, folder: Path) -> None:
        self.out = out
        self.folder = folder
        self.names: list[str] = []

    def path(self, name: str) -> Path:
        """Where to write the file that shall be called ``name``."""
        if name not in self.names:
            self.names.append(name)
        return self.folder / name

    def publish(self) -> None:
        """Rename every file into the output folder, the last one named last; no signal interrupts it."""
        blocked = {signal.SIGINT, signal.SIGTERM}
        signal.pthread_sigmask(signal.SIG_BLOCK, blocked)
        try:
            for name in self.names:
                (self.out / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(self.folder / name, self.out / name)  # noqa: PTH105 (one system call, all or nothing)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, blocked)


@contextmanager
def staging(out: Path) -> Iterator[Staging]:
    """A staging folder inside ``out``, on the same file system, gone afterwards whatever happens."""
    missing = [folder for folder in (out, *out.parents) if not folder.exists()]
    out.mkdir(parents=True, exist_ok=True)
    for stale in out.glob(f"{_PREFIX}*"):
        if not _is_alive(stale.name.removeprefix(_PREFIX).partition("-")[0]):
            shutil.rmtree(stale, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=out))
    try:
        yield Staging(out, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for made in missing:
            if made.exists() and not any(made.iterdir()):
                made.rmdir()


def _is_alive(process: str) -> bool:
    """Whether the process that left a staging folder still runs."""
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
