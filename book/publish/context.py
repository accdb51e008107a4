"""What a format is given besides the galley."""

from dataclasses import dataclass

from book.publish.fonts import Fonts
from book.writers.medium import Medium


@dataclass(frozen=True, slots=True)
class Context:
    """What decides an output and is not said by its galley."""

    medium: Medium
    """The format's own."""
    epoch: int
    """The book's date, in seconds since 1970-01-01 UTC: the clock has no say in what is built."""
    fonts: Fonts | None = None
    """The fonts found on this machine, for a format that needs them."""
