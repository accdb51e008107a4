"""What decides an output, as hashes: while it does not change, the output need not be made again.

There are two. *Inputs* is the cheap look: every file of the project, all of the program, every tool. While it is the
same, nothing is even composed. *Fingerprint* is the narrow one, of what decides the bytes and nothing else: the task
that the format prepared, the code that renders it, and the versions of the tools that do. A comment in a chapter
changes the inputs of every output and the fingerprint of none.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import book
from book.pipeline.code import code_behind
from book.publish.fonts import Fonts
from book.publish.formats import Format
from book.publish.versions import versions

PREPARING = (
    "python", "OpenCC", "babel", "markdown-it-py", "mdit-py-plugins", "polib", "PyYAML", "jinja2",
    "pypandoc_binary", "pandoc",
)  # fmt: skip
"""The tools that read, revise, set and write: what they give to a format's own tools is in its tasks."""

_PROGRAM = Path(book.__file__).parent
_KINDS = (".py", ".tsv", ".css", ".html", ".xhtml")


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def sums(files: Mapping[str, bytes]) -> str:
    """Files by their names → the lines by which ``sha256sum --check`` verifies them, in the order of the names."""
    return "".join(f"{digest(data)}  {name}\n" for name, data in sorted(files.items()))


def digest_of(files: Mapping[str, bytes]) -> str:
    """The files of an output → one hash: that of the file where there is one, of the sums of a folder's files."""
    return digest(files[""]) if list(files) == [""] else digest(sums(files).encode())


def tools(formats: Iterable[Format[Any]]) -> dict[str, str]:
    """The tools that make outputs of some formats, and their versions. Raises ToolError where one is missing."""
    names = dict.fromkeys([*PREPARING, *(name for format in formats for name in format.tools)])
    return {"yulu": book.__version__, **versions(names)}


@lru_cache(maxsize=1)
def program() -> str:
    """One hash over the whole program."""
    files = {p.relative_to(_PROGRAM).as_posix(): p for p in _PROGRAM.rglob("*") if p.suffix in _KINDS}
    return digest(sums({name: path.read_bytes() for name, path in files.items()}).encode())


def project_files(root: Path) -> dict[str, str]:
    """The hash of every file of a project that the build may read. Raises OSError where one cannot be read."""
    files = sorted(p for folder in ("seeds", "chapters") for p in (root / folder).rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): digest(p.read_bytes()) for p in files}


def inputs(
    files: Mapping[str, str], format: Format[Any], fonts: Fonts | None, edition: str, chapters: Iterable[str]
) -> str:
    """Everything on which one output may depend → one hash, taken without composing anything."""
    stamp = fonts.stamp() if fonts else ""
    code = code_behind(format.prepare) | code_behind(format.render)  # a format need not be part of the program
    return _hash([dict(files), program(), code, tools([format]), stamp, edition, format.name, list(chapters)])


def fingerprint(format: Format[Any], task: object) -> str:
    """All that decides the bytes of one output → one hash. Raises TypeError for a task that is not plain data."""
    return _hash([as_data(task), code_behind(format.render), versions(format.tools)])


def as_data(value: object) -> object:
    """A task, or a part of one → what JSON can say of it; fonts are said by the hashes of their files."""
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return str(value)
        case bytes():
            return digest(value)
        case Fonts():
            return value.hashes()
        case Mapping():
            return {str(key): as_data(item) for key, item in value.items()}
        case list() | tuple():
            return [as_data(item) for item in value]
        case _ if is_dataclass(value):
            return {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"a task holds plain data, not {type(value).__name__}: {value!r}")


def _hash(parts: list[object]) -> str:
    return digest(json.dumps(parts, sort_keys=True).encode())
