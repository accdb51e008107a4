"""What a text of a source is called: a heading, a block, or the part of a block that a chapter quotes."""

from typing import NamedTuple

from book.model.address import Address


class TextId(NamedTuple):
    """The name of one text of a source. It is given when the document has been read, and never changes after."""

    address: Address
    """The section that it is the heading or a block of: there corrections and terms are declared to hold."""
    ordinal: int
    """Its number among the texts of the source in reading order, from 1; each half of a document counts its own."""
    start: int | None = None
    stop: int | None = None
    """The code points of the text that are quoted; None where it is taken whole."""

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.address.source

    def part(self, start: int, stop: int) -> "TextId":
        """The id of a part of the text, between two code points of it."""
        return self._replace(start=(self.start or 0) + start, stop=(self.start or 0) + stop)


UNREAD = TextId(Address("", ""), 0)
"""What a text is called until its document has been read whole."""
