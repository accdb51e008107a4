#!/usr/bin/env python3
"""Builds the book: ``python build.py --help`` says how."""

import importlib.util
import os
import sys
from pathlib import Path

_ENVIRONMENT = Path(__file__).resolve().parent / ".venv" / "bin" / "python"


def _enter_environment() -> None:
    """Go on in the project's own environment where this interpreter lacks what the book needs."""
    if importlib.util.find_spec("pypandoc") and importlib.util.find_spec("weasyprint"):
        return
    if _ENVIRONMENT.exists() and Path(sys.prefix) != _ENVIRONMENT.parents[1]:
        os.execv(_ENVIRONMENT, [str(_ENVIRONMENT), *sys.argv])
    print("build.py: what it needs is not installed; run 'make setup' first", file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    _enter_environment()
    from book.cli import main

    sys.exit(main(home=Path(__file__).resolve().parent))
