"""Something that can find mistakes → its result, and the mistakes."""

from collections.abc import Callable
from typing import Any, TypeVar

from book.diagnostics import Diagnostic, Report

T = TypeVar("T")


def reported(read: Callable[..., T], *arguments: Any) -> tuple[T, list[Diagnostic]]:
    """A function whose last argument is a report → what it returns, and what it reports."""
    report = Report()
    result = read(*arguments, report)
    return result, list(report)
