"""What the user sees: progress on a terminal, plain lines elsewhere, diagnostics and tables."""

import sys
from collections.abc import Iterable
from types import TracebackType

from rich.console import Console
from rich.status import Status
from rich.table import Table

from book.diagnostics import Diagnostic, Severity, render
from book.pipeline.building import Report
from book.pipeline.project import Project


class Progress:
    """Tells what is being made: a line that changes on a terminal, a line each elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self.console = Console(stderr=True, highlight=False)
        self.quiet = quiet
        self.status: Status | None = None

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is not None:
            self.status.stop()

    def __call__(self, what: str) -> None:
        """Say that ``what`` is being made."""
        if self.quiet:
            return
        if not self.console.is_terminal:
            print(f"making {what}", file=sys.stderr, flush=True)
        elif self.status is None:
            self.status = self.console.status(f"making {what}")
            self.status.start()
        else:
            self.status.update(f"making {what}")


def print_diagnostics(project: Project, diagnostics: Iterable[Diagnostic]) -> None:
    """Diagnostics → the standard error stream, each with an excerpt."""
    for diagnostic in diagnostics:
        print(render(diagnostic, project.texts), file=sys.stderr)


def counted(diagnostics: Iterable[Diagnostic], files: int) -> str:
    """``2 errors, 1 warning in 22 files``."""
    found = list(diagnostics)
    errors = sum(d.severity is Severity.ERROR for d in found)
    warnings = len(found) - errors
    return f"{_number(errors, 'error')}, {_number(warnings, 'warning')} in {_number(files, 'file')}"


def print_report(report: Report, seconds: float) -> None:
    """What was built → a table on the standard output."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("edition")
    table.add_column("format")
    for name in ("chapters", "passages", "pages", "size", "seconds"):
        table.add_column(name, justify="right")
    for output in report.outputs:
        table.add_row(
            output.edition,
            output.format,
            str(output.chapters),
            str(output.passages),
            "–" if output.pages is None else str(output.pages),
            _size(output.size),
            "up to date" if output.seconds is None else f"{output.seconds:.1f}",
        )
    table.add_section()
    table.add_row("total", "", "", "", "", _size(sum(o.size for o in report.outputs)), f"{seconds:.1f}")
    print_table(table)


def print_table(table: Table) -> None:
    """A table → the standard output, as wide as it needs where that is no terminal."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=160)
    console.print(table)


def _size(number: int) -> str:
    return f"{number / 1_000_000:.2f} MB" if number >= 1_000_000 else f"{number / 1000:.0f} kB"


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
