"""A plain article → elements: paragraphs parted by blank lines, headings named by the registry.

Nothing in such a text marks a heading. Length and punctuation mislead (a paragraph may lack its full
stop), so a line is a heading where the registry says so.
"""

from book.model.block import Block, LineRange, ListItem, Paragraph
from book.model.source import Furniture, Heading
from book.readers.document import Document, Element, Reading
from book.readers.markdown import without_number
from book.scripts.conversion import fold
from book.text.plain import is_only_a_link, joined, linked

BULLETS = ("- ", "* ", "• ", "· ", "・", "●")
"""What begins an entry of a list in plain text."""


def read_article(document: Document) -> Reading:
    """Plain text → paragraphs, list items, and the headings that the registry names."""
    reading = Reading()
    headings = {fold(declared.text) for declared in document.headings}
    declared_lines = {n for lines, _ in document.metadata for n in lines.numbers}
    rows: list[str] = []

    def close(last: int) -> None:
        if rows:
            reading.elements.append(_paragraph(document, rows, LineRange(last - len(rows) + 1, last)))
            rows.clear()

    for number, row in enumerate(document.rows, 1):
        is_heading = bool(row.strip()) and fold(row) in headings
        if not row.strip() or is_heading or number in declared_lines:
            close(number - 1)
        if is_heading:
            reading.elements.append(heading(document, row, number))
        elif row.lstrip().startswith(BULLETS):
            close(number - 1)
            reading.elements.append(item(document, row, number))
        elif row.strip():
            rows.append(row)
            if number in declared_lines:
                close(number)
    close(len(document.rows))
    return reading


def heading(document: Document, row: str, number: int, stamp: int | None = None) -> Heading:
    """One line → a heading, a number typed into it kept apart."""
    inlines, typed = without_number(linked(row.strip().lstrip("#").strip()))
    return Heading(inlines, LineRange(number, number), document.language, 1, typed, stamp)


def item(document: Document, row: str, number: int) -> Block:
    """One line → an entry of a list, without its bullet."""
    words = row.strip()
    for bullet in BULLETS:
        words = words.removeprefix(bullet)
    content = ListItem(linked(words.strip()))
    return Block(content, LineRange(number, number), document.language, document.kind)


def _paragraph(document: Document, rows: list[str], lines: LineRange) -> Element:
    inlines = joined(rows)
    if is_only_a_link(inlines):
        return Furniture(lines, "link")
    return Block(Paragraph(inlines), lines, document.language, document.kind)
