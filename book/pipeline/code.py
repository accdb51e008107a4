"""The code behind a function: its module, and the modules of the program that it imports, one after another."""

import ast
import hashlib
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import book

_PROGRAM = Path(book.__file__).parent
_NAME = book.__name__


def code_behind(function: Callable[..., Any]) -> dict[str, str]:
    """A function of a module → the SHA-256 of each module that it can reach, by the module's name.

    Imports inside functions count. Of a function that is not part of the program, its own module is the first.
    """
    return dict(_code_of(function.__module__))


@lru_cache
def _code_of(module: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        file = _file(name)
        if name in found or file is None:
            continue
        source = file.read_bytes()
        found[name] = hashlib.sha256(source).hexdigest()
        waiting += _imported(source)
    return tuple(sorted(found.items()))


def _file(module: str) -> Path | None:
    """The source of a module of the program, or of another that is loaded; None for what is no module."""
    if module != _NAME and not module.startswith(f"{_NAME}."):
        source = getattr(sys.modules.get(module), "__file__", None)
        return Path(source) if source else None
    path = _PROGRAM.joinpath(*module.split(".")[1:])
    return next((p for p in (path / "__init__.py", path.with_suffix(".py")) if p.is_file()), None)


def _imported(source: bytes) -> Iterator[str]:
    """The modules of the program that a source names, and their packages, which are run before them."""
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            if parts[0] == _NAME:
                yield from (".".join(parts[: number + 1]) for number in range(len(parts)))
