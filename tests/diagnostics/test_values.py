"""Diagnostics as values: their JSON form and their order."""

import json
import re
from itertools import permutations

from book.diagnostics import Code, Diagnostic, Place, Severity, in_reading_order, render_json

KEYS = ["severity", "code", "message", "hint", "path", "line", "column"]


def test_the_json_form() -> None:
    found = Diagnostic.error(
        Code.SECTION_NOT_FOUND,
        "'summary' has no section '41:80'",
        Place("chapters/04-tools-as-charity.yaml", 12, 13, 13),
        "did you mean '41:08' (天授)?",
    )
    assert json.loads(render_json([found])) == {
        "diagnostics": [
            {
                "severity": "error",
                "code": "section-not-found",
                "message": "'summary' has no section '41:80'",
                "hint": "did you mean '41:08' (天授)?",
                "path": "chapters/04-tools-as-charity.yaml",
                "line": 12,
                "column": 13,
            }
        ]
    }


def test_the_json_form_of_nothing() -> None:
    assert json.loads(render_json([])) == {"diagnostics": []}


def test_the_json_form_of_a_warning_of_a_whole_file() -> None:
    found = Diagnostic.warning(Code.UNDECLARED_DOCUMENT, "what is it", Place("seeds/a.txt"))
    (row,) = json.loads(render_json([found]))["diagnostics"]
    assert list(row) == KEYS
    assert (row["severity"], row["line"], row["column"], row["hint"]) == ("warning", 0, 0, "")


def test_json_keeps_characters_that_a_terminal_cannot_show() -> None:
    found = Diagnostic.error(Code.UNKNOWN_KEY, 'no key "\x1b[2J"\n', Place("a.yaml", 1, 1))
    text = render_json([found])
    assert "\x1b" not in text
    assert json.loads(text)["diagnostics"][0]["message"] == 'no key "\x1b[2J"\n'


def test_codes_are_words_with_hyphens_and_all_different() -> None:
    codes = [str(code) for code in Code]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


def test_only_errors_and_warnings_are_told_apart() -> None:
    assert [str(severity) for severity in Severity] == ["error", "warning"]


def _at(path: str, line: int, column: int, code: Code = Code.UNKNOWN_KEY) -> Diagnostic:
    return Diagnostic.error(code, f"{path} {line} {column}", Place(path, line, column))


def test_reading_order_is_by_file_then_line_then_column() -> None:
    wanted = (
        _at("chapters/02-b.yaml", 0, 0),
        _at("chapters/02-b.yaml", 2, 9),
        _at("chapters/02-b.yaml", 10, 1),
        _at("chapters/02-b.yaml", 10, 3),
        _at("chapters/10-a.yaml", 1, 1),
    )
    for order in permutations(wanted):
        assert in_reading_order(order) == wanted


def test_what_is_found_twice_is_told_once() -> None:
    one, other = _at("a.yaml", 1, 1), _at("a.yaml", 1, 1, Code.MISSING_KEY)
    assert sorted(d.code for d in in_reading_order([one, other, one, other])) == [Code.MISSING_KEY, Code.UNKNOWN_KEY]
