"""Files on their way into the output folder: written beside, then renamed, all or none.

An interrupted build, a full disk or a failing tool leaves the folder as it was.
"""

import errno
import os
import shutil
import signal
import tempfile
import threading
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
        """Where to write the file that shall be called ``name``; one in a folder, ``site/a.html``, goes with it.

        A folder is published as a whole: what was in the one that it replaces is gone.
        """
        top = name.partition("/")[0]
        if top not in self.names:
            self.names.append(top)
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def publish(self) -> None:
        """Rename every file and folder into the output folder, the last one named last; no signal interrupts it.

        Raises OSError where one cannot be renamed; those renamed before it are then put back.
        """
        done: list[tuple[Path, Path | None]] = []
        with _signals_waiting():
            try:
                for number, name in enumerate(self.names):
                    done.append(self._exchange(name, self.folder / f".former-{number}"))
            except OSError:
                for target, former in reversed(done):
                    _take_away(target)
                    if former is not None:
                        former.replace(target)
                raise

    def _exchange(self, name: str, former: Path) -> tuple[Path, Path | None]:
        """Put one staged file or folder in its place; what was there before is kept as ``former``."""
        staged, target = self.folder / name, self.out / name
        if not target.exists():
            staged.replace(target)
            return target, None
        if target.is_dir() and not staged.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder has the name of a file to be written", str(target))
        if staged.is_dir():
            if not target.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "a file has the name of a folder to be written", str(target))
            target.replace(former)  # a folder with something in it cannot be renamed over
            try:
                staged.replace(target)
            except OSError:
                former.replace(target)
                raise
        else:
            os.link(target, former)
            staged.replace(target)
        return target, former


def _take_away(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def files_at(path: Path) -> dict[str, bytes]:
    """A file → itself under the name ""; a folder → all files below it by their paths; nothing → no file."""
    if path.is_file():
        return {"": path.read_bytes()}
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


@contextmanager
def _signals_waiting() -> Iterator[None]:
    """Hold back requests to stop until the block is done; then let the first of them have its way."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []
    handlers = {
        number: signal.signal(number, lambda n, _: held.append(n)) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        if held:
            signal.raise_signal(held[0])


@contextmanager
def staging(out: Path) -> Iterator[Staging]:
    """A staging folder inside ``out``, on the same file system, gone afterwards whatever happens. Raises OSError."""
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
