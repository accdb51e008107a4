"""YAML written in a test → values, fields and specs."""

from collections.abc import Iterable
from textwrap import dedent

from book.diagnostics import Diagnostic
from book.specs.yaml_values import Mapping, Scalar, Sequence, Value, read_yaml
from tests.reporting import reported

PATH = "chapters/a.yaml"


def value(text: str) -> Value:
    """A text that is sound YAML → its value."""
    result, found = reported(read_yaml, dedent(text), PATH)
    assert found == []
    assert result is not None
    return result


def found(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, int, int]]:
    """Diagnostics → code, line and column of each."""
    return [(str(d.code), d.place.line, d.place.column) for d in diagnostics]


def plain(value: Value) -> object:
    """A value → the same in Python's own types."""
    match value:
        case Scalar(text):
            return text
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            return {key.text: plain(item) for key, item in entries}
