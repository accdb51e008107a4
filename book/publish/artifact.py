"""What a format makes of one edition: one file, or a folder of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Artifact:
    """One finished output. Raises ValueError for names that lead out of its folder, and where there is no file."""

    files: Mapping[str, bytes]
    """The files by their names. One file alone is named "" and takes the output's own name; any other name
    is a path inside a folder of the output's name, its parts divided by "/"."""
    pages: int | None = None
    """How many pages it has; None where a reading system breaks them."""

    def __post_init__(self) -> None:
        if not self.files or ("" in self.files and len(self.files) > 1):
            raise ValueError("an artifact is one file, named '', or a folder of named files")
        for name in self.files:
            path = PurePosixPath(name)
            if name and (path.is_absolute() or ".." in path.parts or path.as_posix() != name or name == "."):
                raise ValueError(f"'{name}' is not a path inside the artifact's folder")


def single(data: bytes, pages: int | None = None) -> Artifact:
    """The bytes of one file → its artifact."""
    return Artifact({"": data}, pages)
