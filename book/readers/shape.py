"""What a reader makes of a document: headings, blocks and furniture in order, and what is wrong with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from book.diagnostics import Diagnostic
from book.model.block import Block
from book.model.document import Document
from book.model.source import Furniture, Heading

Element = Heading | Block | Furniture
"""What a reader yields, in the order of the document."""


@dataclass(slots=True)
class Reading:
    """What a reader found: elements in order, and what was wrong."""

    elements: list[Element] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        """Only the blocks."""
        return (e for e in self.elements if isinstance(e, Block))


Reader = Callable[[Document], Reading]
"""A reader of one shape of document; it raises on no text."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of document: its reader, and what the registry may declare of such a document."""

    read: Reader
    options: tuple[str, ...] = ()
    """Keys of an entry of the registry that mean something for this shape; any other option is an error."""
