"""Characters that stand for something else: each has one meaning and one place where it is named."""

import re
from pathlib import Path

from book.text import sentinels
from book.text.characters import FORBIDDEN
from tests.projects import PROGRAM

_PRIVATE = re.compile(r"\\u[eE][0-9a-fA-F]{3}|\\uf[0-8][0-9a-fA-F]{2}|0x[fF]0000|[\ue000-\uf8ff]")


def test_no_code_point_has_two_meanings() -> None:
    single = [value for value in vars(sentinels).values() if isinstance(value, str) and len(value) == 1]
    all_of_them = [*map(ord, single), *sentinels.LINE_ENDS.values()]
    assert len(single) == 5
    assert len(set(all_of_them)) == len(all_of_them)


def test_the_end_of_a_line_is_no_character_of_any_text() -> None:
    assert FORBIDDEN.fullmatch(sentinels.SOFT)


def test_nothing_else_in_the_program_writes_a_private_character() -> None:
    named = Path(str(sentinels.__file__)).resolve()
    files = [path for path in (PROGRAM.parent / "book").rglob("*.py") if path.resolve() != named]
    assert len(files) > 50
    assert [str(path) for path in files if _PRIVATE.search(path.read_text(encoding="utf-8"))] == []
