"""Bytes of a document → text, with every accident of encoding reported at its place."""

import re
from itertools import islice

from book.diagnostics import Code, Place, Report

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no document may hold: XML 1.0 § 2.2 allows none of them, so no EPUB could."""

_MOST = 20
"""So many characters are reported; a file of another kind would have thousands."""

_NAMES = {"\x00": "a NUL character", "\x0c": "a form feed"}


def decode(data: bytes, path: str, report: Report) -> str:
    """Bytes → text with LF line ends and only characters that may be printed.

    A byte order mark is dropped; CRLF and CR become LF; bytes that are not UTF-8 and characters that
    cannot stand in a book become U+FFFD, with an error at the line and column of the first of such bytes
    and of each such character.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = " ".join(f"{byte:02X}" for byte in data[error.start : error.end])
        report.error(
            Code.BAD_ENCODING,
            f"the file is not UTF-8: the bytes {found} are no character",
            _place_at_end(data[: error.start].decode("utf-8"), path),
            "save the file as UTF-8",
        )
        text = data.decode("utf-8", "replace")
    return clean(text, path, report)


def clean(text: str, path: str, report: Report) -> str:
    """Text → the same with LF line ends and U+FFFD for what cannot be printed, with errors."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for found in islice(FORBIDDEN.finditer(text), _MOST):
        name = _NAMES.get(found.group(), f"the character U+{ord(found.group()):04X}")
        place = _place_at_end(text[: found.start()], path)
        report.error(Code.BAD_CHARACTER, f"{name} cannot stand in a book", place, "delete the character")
    return FORBIDDEN.sub("\ufffd", text)


def _place_at_end(before: str, path: str) -> Place:
    before = before.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
