"""Something that can find mistakes → its result, and the mistakes."""

from collections.abc import Callable
from typing import Any, TypeVar

from book.diagnostics import Diagnostic, Report

T = TypeVar("T")


def reported(read: Callable[..., T], *arguments: Any, **named: Any) -> tuple[T, list[Diagnostic]]:
    """A function whose last positional argument is a report → what it returns, and what it reports."""
    report = Report()
    result = read(*arguments, report, **named)
    return result, list(report)
