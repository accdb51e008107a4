"""The engine's tests know nothing of this repository's book: only ``tests/first_book`` does, and the bench.

``tests/conftest.py`` lets a test fail that opens a file of it; here are the ways to it that open none in this process.
"""

import re
from pathlib import Path

TESTS = Path(__file__).parent
FOLDER = re.compile(r"\b(?:ROOT|PROGRAM\.parent)\s*/\s*[\"'](?:seeds|chapters|dist)\b|tests\.first_book")


def test_no_module_of_the_engine_s_tests_names_this_repository_s_book() -> None:
    found = {}
    for path in sorted(TESTS.rglob("*")):
        apart = {"first_book", "bench", "books"} & set(path.relative_to(TESTS).parts)
        if path.suffix != ".py" or apart or path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8")
        if named := FOLDER.findall(text):
            found[path.relative_to(TESTS).as_posix()] = named
    assert found == {}
