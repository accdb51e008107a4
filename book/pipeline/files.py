"""A book project's folder → the texts of its files, each read once; what cannot be read is reported."""

from pathlib import Path

from book.diagnostics import Code, Place, Report
from book.specs.yaml_values import Value, read_yaml
from book.text.characters import decode


class Files:
    """The files of one project."""

    def __init__(self, root: Path, report: Report) -> None:
        """The files below ``root``; no file is read yet."""
        self.root = root
        self.report = report
        self.texts: dict[str, str] = {}
        """The text of every file read, by its path in the project's folder with forward slashes."""

    def has(self, path: str) -> bool:
        """Whether there is something at a path."""
        return (self.root / path).exists()

    def names(self, folder: str, ending: str = "") -> list[str]:
        """The names of what is in a folder and ends so, sorted; none where there is no such folder."""
        path = self.root / folder
        return sorted(p.name for p in path.iterdir() if p.name.endswith(ending)) if path.is_dir() else []

    def value(self, path: str, hint: str = "") -> Value | None:
        """A YAML file → its value, or None, reported. ``hint`` says what a missing file is for."""
        text = self.spec_text(path, hint)
        return None if text is None else read_yaml(text, path, self.report)

    def spec_text(self, path: str, hint: str = "") -> str | None:
        """A file that editors write → its text; None, reported, where any character of it is wrong."""
        mark = self.report.mark
        text = self._text(path, Place(path), hint)
        return None if self.report.since(mark) else text

    def document_text(self, path: str, named_at: Place) -> str | None:
        """A document → its text; None, reported at the place that names it, where it has none or cannot be read.

        Wrong characters in it are reported, but its sections can be listed all the same.
        """
        text = self._text(path, named_at)
        if text is not None and not text.strip():
            self.report.error(Code.FILE_EMPTY, "the document is empty", Place(path), "is it the right file?")
            return None
        return text

    def _text(self, path: str, named_at: Place, hint: str = "") -> str | None:
        """A file → its text, decoded; None, reported where it is named, where it cannot be read."""
        try:
            data = (self.root / path).read_bytes()
        except (OSError, ValueError) as error:
            code, message, remedy = _failure(path, error, hint)
            self.report.error(code, message, named_at, remedy)
            return None
        text = self.texts[path] = decode(data, path, self.report)
        return text


def _failure(path: str, error: OSError | ValueError, hint: str) -> tuple[Code, str, str]:
    """Why a file cannot be read: the parts of a diagnostic. ValueError is that of a path with a NUL character."""
    match error:
        case FileNotFoundError():
            return Code.FILE_MISSING, f"there is no file {path}", hint or "is its name spelled as on the disk?"
        case IsADirectoryError():
            return Code.NOT_A_FILE, f"{path} is a folder, not a file", hint or "name the file inside it"
        case NotADirectoryError():
            return Code.FILE_MISSING, f"there is no file {path}", hint or "part of the path is not a folder"
        case PermissionError():
            return Code.FILE_UNREADABLE, f"permission denied: {path}", f"run chmod u+r {path}"
        case _:
            return Code.FILE_UNREADABLE, f"{path} cannot be read: {error}", "put a plain file in its place"
