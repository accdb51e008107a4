"""A plain article → elements: paragraphs parted by blank lines, headings named by the registry.

Nothing in such a text marks a heading. Length and punctuation mislead (a paragraph may lack its full
stop), so a line is a heading where the registry says so.
"""

from book.diagnostics import Report
from book.model.document import Document
from book.readers.lines import BULLETS, heading, item, paragraph
from book.readers.shape import Element
from book.scripts.conversion import fold


def read_article(document: Document, report: Report) -> list[Element]:
    """Plain text → paragraphs, list items, and the headings that the registry names; nothing in it can be wrong."""
    elements: list[Element] = []
    headings = {fold(declared.text) for declared in document.declared.headings}
    declared_lines = {n for lines, _ in document.declared.metadata for n in lines.numbers}
    rows: list[str] = []

    def close(last: int) -> None:
        if rows:
            elements.append(paragraph(document, rows, last))
            rows.clear()

    for number, row in enumerate(document.rows, 1):
        is_heading = bool(row.strip()) and fold(row) in headings
        if not row.strip() or is_heading or number in declared_lines:
            close(number - 1)
        if is_heading:
            elements.append(heading(document, row, number))
        elif row.lstrip().startswith(BULLETS):
            close(number - 1)
            elements.append(item(document, row, number))
        elif row.strip():
            rows.append(row)
            if number in declared_lines:
                close(number)
    close(len(document.rows))
    return elements
