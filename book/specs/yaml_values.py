"""YAML → values that stay text and know their places.

``yaml.safe_load`` would read ``12:34:56`` as 45296 and ``no`` as False, keep the last of two equal keys
and forget where anything stood. The composed nodes keep all of that, so this reads nodes.
"""

import re
from dataclasses import dataclass

import yaml

from book.diagnostics import Code, Diagnostic, Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text."""

    text: str
    place: Place
    is_plain: bool = True
    """Written without quotation marks, so that an empty one means nothing was written."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Value", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file."""

    entries: tuple[tuple[Scalar, "Value"], ...]
    place: Place

    def get(self, key: str) -> "Value | None":
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Value = Scalar | Sequence | Mapping


def read_yaml(text: str, path: str) -> tuple[Value | None, list[Diagnostic]]:
    """The text of a YAML 1.1 file → its value; None, with one diagnostic, where it is no YAML."""
    if not text.strip():
        return None, [
            Diagnostic.error(Code.FILE_EMPTY, "the file is empty", Place(path, 1, 1), "see the README for its form")
        ]
    tab = re.search(r"^[ ]*\t", text, re.MULTILINE)
    if tab:
        line = text.count("\n", 0, tab.end()) + 1
        place = Place(path, line, tab.end() - tab.start())
        return None, [
            Diagnostic.error(Code.YAML_SYNTAX, "a tab stands where YAML wants spaces", place, "indent with spaces")
        ]
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path, 1)
        problem = " ".join(part for part in (error.context, error.problem) if part)
        return None, [Diagnostic.error(Code.YAML_SYNTAX, f"this is no YAML: {problem}", place, _hint(text, place))]
    except yaml.YAMLError as error:
        return None, [Diagnostic.error(Code.YAML_SYNTAX, f"this is no YAML: {error}", Place(path, 1), "")]
    if node is None:
        return None, [
            Diagnostic.error(Code.FILE_EMPTY, "the file says nothing", Place(path, 1, 1), "see the README for its form")
        ]
    diagnostics: list[Diagnostic] = []
    value = _value(node, path, text.split("\n"), diagnostics, ())
    return value, diagnostics


def _hint(text: str, place: Place) -> str:
    rows = text.split("\n")
    row = rows[place.line - 1] if 0 < place.line <= len(rows) else ""
    if row.count(": ") > 1 or ": " in row:
        return "put a text that holds ': ' or begins with a special character in quotation marks"
    return "compare the indentation with the lines around it"


def _value(
    node: yaml.Node, path: str, rows: list[str], diagnostics: list[Diagnostic], above: tuple[yaml.Node, ...]
) -> Value:
    place = _place(node, path, rows)
    if any(node is ancestor for ancestor in above):
        diagnostics.append(
            Diagnostic.error(Code.YAML_SYNTAX, "this alias contains itself", place, "write the value out")
        )
        return Scalar("", place)
    below = (*above, node)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, place, node.style is None)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_value(n, path, rows, diagnostics, below) for n in node.value), place)
    assert isinstance(node, yaml.MappingNode)
    entries: list[tuple[Scalar, Value]] = []
    seen: dict[str, Place] = {}
    for key_node, value_node in node.value:
        key = _value(key_node, path, rows, diagnostics, below)
        if not isinstance(key, Scalar):
            diagnostics.append(Diagnostic.error(Code.WRONG_TYPE, "a key must be a text", key.place, ""))
            continue
        if key.text in seen:
            message = f"the key '{key.text}' is here for the second time"
            hint = f"the first is in line {seen[key.text].line}; keep one of them"
            diagnostics.append(Diagnostic.error(Code.DUPLICATE_KEY, message, key.place, hint))
            continue
        seen[key.text] = key.place
        entries.append((key, _value(value_node, path, rows, diagnostics, below)))
    return Mapping(tuple(entries), place)


def _place(node: yaml.Node, path: str, rows: list[str]) -> Place:
    start, end = node.start_mark, node.end_mark
    width = 1
    if isinstance(node, yaml.ScalarNode):
        row = rows[start.line] if start.line < len(rows) else ""
        width = end.column - start.column if end.line == start.line else len(row.rstrip()) - start.column
    return Place(path, start.line + 1, start.column + 1, max(width, 1))
