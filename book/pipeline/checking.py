"""A project → what is wrong with it, for a draft, a strict check or a release."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from book.diagnostics import Code, Diagnostic, Report, Severity, in_reading_order
from book.pipeline.project import Project
from book.scripts.second_opinion import is_installed

OF_TRANSLATION = (Code.TRANSLATION_MISSING, Code.TRANSLATION_STALE)
"""What is a warning in a draft and an error in a release."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found."""

    diagnostics: tuple[Diagnostic, ...]
    """In reading order."""
    lacks_second_converter: bool = False
    """Whether the check was to ask the second converter, which is not installed."""

    @property
    def has_errors(self) -> bool:
        """Whether any of it stops a build."""
        return has_errors(self.diagnostics)


def check(project: Project, *, strict: bool) -> Check:
    """A project → everything that is wrong with it; every text is proofread where no error was found before.

    ``strict`` asks the second converter as well, and makes every warning an error.
    """
    can_ask = is_installed()
    if project.is_sound:
        project.proofread(strictly=strict and can_ask)
    diagnostics = project.diagnostics
    if strict:
        diagnostics = tuple(replace(d, severity=Severity.ERROR) for d in diagnostics)
    return Check(diagnostics, strict and not can_ask)


def check_release(project: Project) -> Check:
    """A project → what keeps it from being released: unlike a draft's, each of its translations must be finished."""
    report = Report()
    for diagnostic in without_translations(project.report):
        report.add(diagnostic)
    project.check_translations(Severity.ERROR, report)
    return Check(in_reading_order(report))


def without_translations(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics → those that don't speak of missing or stale translations."""
    return tuple(d for d in diagnostics if d.code not in OF_TRANSLATION)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the diagnostics stops a build."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
