"""A text of one of the book's files, with the place where it was written."""

from dataclasses import dataclass

from book.diagnostics.diagnostic import Place


@dataclass(frozen=True, slots=True)
class Located:
    """A text and its place, for whatever may have to be said about it later."""

    text: str
    place: Place
