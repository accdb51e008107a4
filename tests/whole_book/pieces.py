"""Every block and heading of a book's documents, and what an edition makes of it."""

from dataclasses import dataclass

from book.copyediting.revising import Revised
from book.model.inline import Inline
from book.model.language import Language
from book.pipeline.project import Project


@dataclass(frozen=True)
class Piece:
    """A block or heading, and what an edition makes of it."""

    source: str
    address: str
    language: Language
    inlines: tuple[Inline, ...]
    revised: Revised

    @property
    def text(self) -> str:
        return self.revised.revision.text


def pieces(project: Project, target: Language) -> list[Piece]:
    """Everything that an edition may print of the documents."""
    return [
        Piece(source.id, section.address, text.language, text.inlines, project.revisions.printed.of(text, target))
        for source in project.sources
        for section in source.sections
        for text in section.wordings
    ]


def whole(project: Project, target: Language, source: str = "") -> str:
    """All of it, or one document's."""
    return "\n".join(piece.text for piece in pieces(project, target) if source in ("", piece.source))
