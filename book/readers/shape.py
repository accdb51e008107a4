"""What a reader makes of a document: headings, blocks and furniture, in order."""

from collections.abc import Callable
from dataclasses import dataclass

from book.diagnostics import Report
from book.model.block import Block
from book.model.document import Document
from book.model.source import Furniture, Heading

Element = Heading | Block | Furniture
"""What a reader yields, in the order of the document."""


Reader = Callable[[Document, Report], list[Element]]
"""A reader of one shape of document; what is wrong with the document is reported. It raises on no text."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of document: its reader, and what the registry may declare of such a document."""

    read: Reader
    options: tuple[str, ...] = ()
    """Keys of an entry of the registry that mean something for this shape; any other option is an error."""
