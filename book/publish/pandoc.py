"""pandoc's document tree → HTML or EPUB, by the pandoc that pypandoc_binary brings and by no other.

The tree goes in as JSON. A warning of pandoc is an error here: it tells of something lost.
"""

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypandoc

from book.publish.errors import ToolError


@lru_cache(maxsize=1)
def pandoc_path() -> str:
    """The path of the bundled program, whatever else is installed. Raises ToolError where it is missing."""
    folder = Path(pypandoc.__file__).parent / "files"
    for name in ("pandoc", "pandoc.exe"):
        if (folder / name).is_file():
            return str(folder / name)
    raise ToolError(f"pandoc is missing from {folder}; run 'make setup', which installs pypandoc_binary")


@lru_cache(maxsize=1)
def pandoc_version() -> str:
    """The bundled program's version, as it says itself. Raises ToolError where it says none."""
    said = _run(["--version"], b"").decode("utf-8", "replace")
    first = said.partition("\n")[0].split()
    if len(first) < 2:
        raise ToolError(f"{pandoc_path()} does not say its version; run 'make setup'")
    return first[1]


def to_html(document: Mapping[str, Any]) -> str:
    """A document → the elements of an HTML body, each chapter and section a ``section``. Raises ToolError."""
    html = _convert(as_json(document), ["--to=html5", "--section-divs", "--wrap=none"]).decode("utf-8")
    return without_variation_selectors(html)


def as_json(document: Mapping[str, Any]) -> str:
    """A document tree → the JSON that pandoc reads."""
    return json.dumps(document, ensure_ascii=False)


def without_variation_selectors(html: str) -> str:
    """HTML → the same without the U+FE0E that pandoc adds after each ``↩`` and ``↔``: no source has it there."""
    return re.sub("([↩↔])\ufe0e", r"\1", html)


def to_epub(document: str, style: str, epoch: int) -> bytes:
    """A document as JSON and a style sheet → an EPUB 3, dated ``epoch`` (seconds since 1970). Raises ToolError."""
    with tempfile.TemporaryDirectory(prefix="yulu-") as folder:
        sheet = Path(folder) / "style.css"
        sheet.write_text(style, encoding="utf-8")
        arguments = [
            "--to=epub3",
            "--toc",
            "--toc-depth=2",
            "--split-level=1",
            "--wrap=none",
            f"--css={sheet}",
            "--output=-",
        ]
        return _convert(document, arguments, {"SOURCE_DATE_EPOCH": str(epoch)})


def _convert(document: str, arguments: list[str], environment: Mapping[str, str] | None = None) -> bytes:
    """Run pandoc with its own templates and data: those in a user's folder have no say in the book."""
    with tempfile.TemporaryDirectory(prefix="yulu-") as empty:
        arguments = ["--from=json", f"--data-dir={empty}", *arguments]
        return _run(arguments, document.encode("utf-8"), environment)


def _run(arguments: list[str], data: bytes, environment: Mapping[str, str] | None = None) -> bytes:
    finished = subprocess.run(
        [pandoc_path(), *arguments],
        input=data,
        capture_output=True,
        env={**os.environ, **(environment or {})},
        check=False,
    )
    complaint = finished.stderr.decode("utf-8", "replace").strip()
    if finished.returncode or complaint:
        raise ToolError(f"pandoc ended with status {finished.returncode}: {complaint or 'no message'}")
    return finished.stdout
