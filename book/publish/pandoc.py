"""pandoc's document tree → HTML or EPUB, by the pandoc that pypandoc_binary brings.

The tree goes in as JSON. A warning of pandoc is an error here: it tells of something lost.
"""

import json
import os
import re
import subprocess
from functools import lru_cache
from pathlib import Path

import pypandoc

from book.publish.errors import ToolError
from book.writers.pandoc_tree import Node


@lru_cache(maxsize=1)
def pandoc_path() -> str:
    """The program's path. Raises ToolError where there is none."""
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise ToolError(f"pandoc is not installed: {error}; run 'make book', which sets it up") from error


def to_html(document: Node) -> str:
    """A document → the elements of an HTML body, each chapter and section a ``section``."""
    html = _run(document, ["--to=html5", "--section-divs", "--wrap=none"]).decode("utf-8")
    return without_variation_selectors(html)


def without_variation_selectors(html: str) -> str:
    """HTML → the same without the U+FE0E that pandoc adds after each ``↩`` and ``↔``: no source has it there."""
    return re.sub("([↩↔])\ufe0e", r"\1", html)


def to_epub(document: Node, style: Path, target: Path, epoch: int) -> None:
    """A document → an EPUB 3 at ``target``, dated ``epoch`` (seconds since 1970)."""
    arguments = [
        "--to=epub3",
        "--toc",
        "--toc-depth=2",
        "--split-level=1",
        "--wrap=none",
        f"--css={style}",
        f"--output={target}",
    ]
    _run(document, arguments, {"SOURCE_DATE_EPOCH": str(epoch)})


def _run(document: Node, arguments: list[str], environment: dict[str, str] | None = None) -> bytes:
    command = [pandoc_path(), "--from=json", *arguments]
    data = json.dumps(document, ensure_ascii=False).encode("utf-8")
    finished = subprocess.run(
        command, input=data, capture_output=True, env={**os.environ, **(environment or {})}, check=False
    )
    complaint = finished.stderr.decode("utf-8", "replace").strip()
    if finished.returncode or complaint:
        raise ToolError(f"pandoc ended with status {finished.returncode}: {complaint or 'no message'}")
    return finished.stdout
