"""Markdown (CommonMark 0.31) with front matter → elements: headings, blocks, furniture.

Numbers typed into headings are kept apart from the words.
"""

from book.diagnostics import Code, Place, Report
from book.model.block import Block
from book.model.document import Document
from book.model.inline import Emphasis, Strong
from book.model.source import Furniture, Heading
from book.readers.lines import without_number
from book.readers.shape import Element
from book.text.markdown import NoText, Piece, Title, read_pieces


def read_markdown(document: Document, report: Report) -> list[Element]:
    """Markdown → headings and blocks; front matter, rules and paragraphs that are only a link are furniture."""
    elements = []
    for piece in read_pieces(document.text):
        element = _element(document, piece)
        elements.append(element)
        for url in piece.images:
            report.warning(
                Code.IMAGE_NOT_CARRIED,
                f"the image {url!r} is not carried into the book",
                Place(document.path, element.lines.first),
                "its alternative text is printed instead",
            )
    return elements


def _element(document: Document, piece: Piece) -> Element:
    span = document.span(piece.lines.first, piece.lines.last)
    match piece.content:
        case NoText(what):
            return Furniture(span.lines, what)
        case Title(inlines, level):
            if len(inlines) == 1 and isinstance(inlines[0], Strong | Emphasis):
                inlines = inlines[0].inlines  # bold over the whole of a heading says nothing
            inlines, number = without_number(inlines)
            return Heading(inlines, span, document.language, level, number)
        case content:
            return Block(content, span, document.language, document.kind)
