"""The one collector of diagnostics, handed to everything that can find mistakes."""

from collections.abc import Iterator

from book.diagnostics.diagnostic import Code, Diagnostic, Place, Severity


class Report:
    """What is wrong, in the order in which it was found.

    Whatever can find a mistake takes a report as an argument, adds to it, and returns its result alone, or None where
    it has none. Diagnostics are never returned.
    """

    def __init__(self) -> None:
        """A report of nothing."""
        self._found: list[Diagnostic] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def add(self, diagnostic: Diagnostic) -> None:
        """Report a diagnostic made elsewhere."""
        self._found.append(diagnostic)

    def error(self, code: Code, message: str, place: Place, hint: str = "") -> None:
        """Report a mistake that stops the build."""
        self.add(Diagnostic.error(code, message, place, hint))

    def warning(self, code: Code, message: str, place: Place, hint: str = "") -> None:
        """Report a mistake that lets a draft through."""
        self.add(Diagnostic.warning(code, message, place, hint))

    @property
    def has_errors(self) -> bool:
        """Whether anything stops the build."""
        return self.has_errors_since(0)

    def has_errors_in(self, path: str) -> bool:
        """Whether there is an error in a file, by its path in the project's folder."""
        return any(d.severity is Severity.ERROR and d.place.path == path for d in self._found)

    def has_errors_since(self, mark: int) -> bool:
        """Whether an error has been reported since a mark was taken."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self._found[mark:])

    @property
    def mark(self) -> int:
        """What to give ``since`` later."""
        return len(self._found)

    def since(self, mark: int) -> tuple[Diagnostic, ...]:
        """What has been reported since a mark was taken."""
        return tuple(self._found[mark:])
