"""Diagnostics → text for people, and JSON for machines.

The text has the form that compilers have taught everyone to read::

    chapters/04-tools.yaml:12:13: error[section-not-found]: 'summary' has no section '41:80'
       12 |     - from: summary#41:80
          |             ^^^^^^^^^^^^^
       = hint: did you mean '41:08'?

Carets are measured in terminal cells, where a Han character is two wide.
"""

import json
from collections.abc import Iterable, Mapping

from rich.cells import cell_len

from book.diagnostics.diagnostic import Diagnostic

_LONGEST_EXCERPT = 96
"""Cells of a source line that are shown; longer lines are cut around the place."""


def render(diagnostic: Diagnostic, texts: Mapping[str, str]) -> str:
    """One diagnostic → its lines, with an excerpt where ``texts`` holds the file's text."""
    place = diagnostic.place
    where = place.path
    if place.line:
        where += f":{place.line}:{max(place.column, 1)}"
    lines = [f"{where}: {diagnostic.severity}[{diagnostic.code}]: {_printable(diagnostic.message)}"]
    lines += _excerpt(diagnostic, texts)
    if diagnostic.hint:
        lines.append(f"   = hint: {_printable(diagnostic.hint)}")
    return "\n".join(lines)


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Diagnostics → the JSON object of ``check --json``."""
    rows = [
        {
            "severity": str(d.severity),
            "code": str(d.code),
            "message": d.message,
            "hint": d.hint,
            "path": d.place.path,
            "line": d.place.line,
            "column": d.place.column,
        }
        for d in diagnostics
    ]
    return json.dumps({"diagnostics": rows}, ensure_ascii=False, indent=2)


def _excerpt(diagnostic: Diagnostic, texts: Mapping[str, str]) -> list[str]:
    place = diagnostic.place
    text = texts.get(place.path)
    if text is None or not place.line:
        return []
    rows = text.split("\n")
    if place.line > len(rows):
        return []
    row = _printable(rows[place.line - 1].rstrip("\r"))
    start = min(max(place.column - 1, 0), len(row))
    stop = min(start + max(place.width, 1), max(len(row), start + 1))
    first, last = _window(row, start, stop)
    shown = ("…" if first else "") + row[first:last] + ("…" if last < len(row) else "")
    number = f"{place.line:>5}"
    result = [f"{number} | {shown}"]
    if place.column:
        before = cell_len(("…" if first else "") + row[first:start])
        carets = max(cell_len(row[start : min(stop, last)]), 1)
        result.append(f"{'':>5} | {' ' * before}{'^' * carets}")
    return result


def _window(row: str, start: int, stop: int) -> tuple[int, int]:
    """The part of a row to show: all of it where it fits, else what surrounds the place."""
    if cell_len(row) <= _LONGEST_EXCERPT:
        return 0, len(row)
    first = max(0, start - 12) if cell_len(row[:start]) > _LONGEST_EXCERPT // 2 else 0
    last, width = first, 0
    while last < len(row) and width < _LONGEST_EXCERPT:
        width += cell_len(row[last])
        last += 1
    return first, max(last, min(stop, first + _LONGEST_EXCERPT // 2))


def _printable(row: str) -> str:
    """Control characters and lone surrogates → the replacement character, one for one."""
    return "".join(c if c.isprintable() or c == "\u3000" else "\ufffd" for c in row.replace("\t", " "))
