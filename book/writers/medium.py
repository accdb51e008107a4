"""What a book is read on, as facts; writers ask for a fact, never for the format that will be made."""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class Medium:
    """The facts of a medium on which the document that is written depends."""

    has_pages: bool = False
    """Whether a style sheet can print the page on which a thing is found; where it cannot, its chapter is named."""
    has_margin: bool = False
    """Whether what belongs beside a passage can be set beside it. It is then written inside the passage's first
    line, from where a style sheet moves it: so the end of a page never parts them. Elsewhere it is set above."""
    breaks_lines: bool = False
    """Whether we compose the lines, and have to set the gaps and joints that a reading system sets by itself."""
    notes_pop_up: bool = False
    """Whether notes may be shown over the text and hidden from it: they then have no heading, but a label."""

    def in_two_languages(self) -> Self:
        """The same medium for a book in two languages: they take the width that a margin would need."""
        return replace(self, has_margin=False)


SCREEN = Medium(notes_pop_up=True)
"""A reading system for EPUB: it breaks the lines, and shows notes over the text."""
PAGE = Medium(has_pages=True, has_margin=True, breaks_lines=True)
"""A page of fixed size."""
