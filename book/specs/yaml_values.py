"""YAML → values that stay text and know their places.

``yaml.safe_load`` would read ``12:34:56`` as 45296 and ``no`` as False, keep the last of two equal keys
and forget where anything stood. The composed nodes keep all of that, so this reads nodes.
"""

from bisect import bisect
from dataclasses import dataclass, replace
from itertools import accumulate

import yaml

from book.diagnostics import Code, Place, Report
from book.diagnostics.located import Located
from book.text.characters import FORBIDDEN


@dataclass(frozen=True, slots=True)
class Scalar(Located):
    """A text."""

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

_MOST = 100_000
"""The most values that a file may have, its aliases expanded: a hundred times as many as a long book needs."""

_DEEPEST = 50
"""The deepest nesting of values; a chapter has six levels."""


def read_yaml(text: str, path: str, report: Report) -> Value | None:
    """The text of a YAML 1.1 file → its value; None, with one diagnostic, where it is not valid YAML."""
    if not text.strip():
        report.error(Code.FILE_EMPTY, "the file is empty", Place(path, 1, 1), "see the README for its form")
        return None
    lines = _Lines(text, path)
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        place = lines.place(error.problem_mark or error.context_mark)
        if "\t" in lines.before(place):
            place = replace(place, column=lines.before(place).index("\t") + 1)
            message, hint = "YAML is indented with spaces, and this line has a tab", "indent with spaces"
        else:
            problem = " ".join(part for part in (error.context, error.problem) if part)
            message, hint = f"invalid YAML: {problem}", _hint(text, place)
        report.error(Code.YAML_SYNTAX, message, place, hint)
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        report.error(Code.YAML_SYNTAX, f"invalid YAML: {error}", Place(path, 1), "rewrite the value")
        return None
    except RecursionError:
        report.error(Code.YAML_SYNTAX, "the values are nested too deeply", Place(path, 1), "reduce the nesting")
        return None
    if node is None:
        report.error(Code.FILE_EMPTY, "the file says nothing", Place(path, 1, 1), "see the README for its form")
        return None
    reading = _Reading(lines, report)
    value = reading.value(node, ())
    return value if reading.is_finite else None


class _Lines:
    """Where the characters of a text are, in lines that only a line feed ends."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.rows = text.split("\n")
        self.starts = [0, *accumulate(len(row) + 1 for row in self.rows)]

    def place(self, mark: yaml.Mark | None, end: yaml.Mark | None = None) -> Place:
        """The place of a mark of PyYAML, which counts other characters as ends of lines too."""
        if mark is None:
            return Place(self.path, 1)
        line = min(bisect(self.starts, mark.index), len(self.rows))
        column = mark.index - self.starts[line - 1]
        row = self.rows[line - 1]
        width = min(end.index - mark.index, len(row.rstrip()) - column) if end else 1
        return Place(self.path, line, column + 1, max(width, 1))

    def before(self, place: Place) -> str:
        """The blanks at the beginning of a place's line."""
        row = self.rows[place.line - 1]
        return row[: len(row) - len(row.lstrip(" \t"))]


def _hint(text: str, place: Place) -> str:
    rows = text.split("\n")
    row = rows[place.line - 1] if 0 < place.line <= len(rows) else ""
    if row.count(": ") > 1 or ": " in row:
        return "put a text that holds ': ' or begins with a special character in quotation marks"
    return "compare the indentation with the lines around it"


class _Reading:
    """One walk over the nodes of a file."""

    def __init__(self, lines: _Lines, report: Report) -> None:
        self.lines = lines
        self.report = report
        self.count = 0
        self.is_finite = True
        """Whether its aliases can be written out."""

    def value(self, node: yaml.Node, above: tuple[yaml.Node, ...]) -> Value:
        is_scalar = isinstance(node, yaml.ScalarNode)
        place = self.lines.place(node.start_mark, node.end_mark if is_scalar else None)
        self.count += 1
        if self.count > _MOST or len(above) > _DEEPEST or any(node is ancestor for ancestor in above):
            if self.is_finite:
                self.is_finite = False
                message = "this alias contains itself" if self.count <= _MOST else "the aliases make the file too large"
                self.report.error(Code.YAML_SYNTAX, message, place, "write the value out")
            return Scalar("", place)
        below = (*above, node)
        if isinstance(node, yaml.ScalarNode):
            if found := FORBIDDEN.search(node.value):
                message = f"the character U+{ord(found.group()):04X} cannot stand in a book"
                self.report.error(Code.BAD_CHARACTER, message, place, "delete the character")
                return Scalar(FORBIDDEN.sub("\ufffd", node.value), place, not node.style)
            return Scalar(node.value, place, not node.style)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.value(item, below) for item in node.value), place)
        assert isinstance(node, yaml.MappingNode)
        return self.mapping(node, place, below)

    def mapping(self, node: yaml.MappingNode, place: Place, below: tuple[yaml.Node, ...]) -> Mapping:
        entries: list[tuple[Scalar, Value]] = []
        seen: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key = self.value(key_node, below)
            if not isinstance(key, Scalar):
                self.report.error(Code.WRONG_TYPE, "a key must be a text", key.place, "write the key as one word")
                continue
            if key.text in seen:
                message = f"duplicate key '{key.text}'"
                hint = f"it is already on line {seen[key.text].line}; keep one of them"
                self.report.error(Code.DUPLICATE_KEY, message, key.place, hint)
                continue
            seen[key.text] = key.place
            entries.append((key, self.value(value_node, below)))
        return Mapping(tuple(entries), place)
