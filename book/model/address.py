"""The address of a section: which document, and where in it."""

from typing import NamedTuple


class Address(NamedTuple):
    """A section of a source, as editors cite it: ``SOURCE#SECTION``."""

    source: str
    """The id of the source in the registry."""
    section: str
    """A time, a number, the slug of a heading, or the heading itself; in a ``Section``, its canonical address."""

    @classmethod
    def parse(cls, text: str) -> "Address":
        """``summary#41:08`` → the address; spaces around either part don't matter.

        Raises ValueError, with a sentence for the editor, where either part is missing.
        """
        source, mark, section = (part.strip() for part in text.partition("#"))
        if not (source and mark and section):
            raise ValueError(f"'{text}' is not a valid address (SOURCE#SECTION)")
        return cls(source, section)

    def __str__(self) -> str:
        return f"{self.source}#{self.section}"
