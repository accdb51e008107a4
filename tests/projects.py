"""Books for the tests: where they are, copies to change, what is in their files, and the program run on them."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent / "build.py"
BOOKS = Path(__file__).resolve().parent / "books"
CLOCKMAKER = BOOKS / "clockmaker"
"""The whole book: five documents, two interviews, every edition, with terms, corrections and translations."""
FIVE_SHAPES = BOOKS / "five-shapes"
"""A document of every shape, without terms, corrections or translations."""


def copy_book(book: Path, target: Path) -> Path:
    """A book's files in another folder → the folder."""
    for folder in ("seeds", "chapters"):
        shutil.copytree(book / folder, target / folder)
    return target


def edit(file: Path, old: str, new: str) -> None:
    """Replace words that occur once in a file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def sha256(file: Path) -> str:
    """The hash of a file's bytes, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def snapshot(folder: Path) -> dict[str, str]:
    """Every file below a folder, hidden ones too, and its hash; folders by their names."""
    return {
        path.relative_to(folder).as_posix(): sha256(path) if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }


def typed(*words: str | Path) -> list[str]:
    """The words after ``build.py`` → the command as a user types it."""
    return [sys.executable, str(PROGRAM), *map(str, words)]


def run_program(
    *words: str | Path, cwd: Path | None = None, environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """The words after ``build.py`` → what the program did and printed."""
    return subprocess.run(
        typed(*words),
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
