"""What an output depends on: while none of it changes, the output need not be built again."""

import hashlib
import json
import sys
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import book
from book.publish.fonts import Fonts

PACKAGES = ("OpenCC", "pypandoc_binary", "weasyprint", "markdown-it-py", "jinja2", "lxml", "fonttools")
"""The packages whose versions can change a page."""

_CODE = Path(book.__file__).parent


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@lru_cache(maxsize=1)
def tools() -> dict[str, str]:
    """The tools that make the book, and their versions."""
    return {
        "yulu": book.__version__,
        "python": ".".join(map(str, sys.version_info[:2])),
        **{name: version(name) for name in PACKAGES},
    }


@lru_cache(maxsize=1)
def code() -> str:
    """One hash over the program itself."""
    files = sorted(p for p in _CODE.rglob("*") if p.suffix in (".py", ".tsv", ".css", ".html", ".xhtml"))
    return digest("\n".join(f"{p.relative_to(_CODE)} {digest(p.read_bytes())}" for p in files).encode())


def inputs(root: Path) -> dict[str, str]:
    """The hash of every file of a project that the build may read."""
    files = sorted(p for folder in ("seeds", "chapters") for p in (root / folder).rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): digest(p.read_bytes()) for p in files}


def fingerprint(inputs: dict[str, str], fonts: Fonts | None, edition: str, format: str, chapters: list[str]) -> str:
    """Everything that one output depends on → one hash."""
    parts = [tools(), code(), inputs, fonts.stamp() if fonts else "", edition, format, chapters]
    return digest(json.dumps(parts, sort_keys=True).encode())
