"""A timed outline → elements: ``[mm:ss] title`` and the paragraphs below it, one a line.

Such a summary opens every section with the moment it tells of. Both stamp forms may meet in one
document (``[59:46]``, then ``[01:01:54]``); other headings are named by the registry or carry ``#``.
"""

import re

from book.diagnostics import Code, Diagnostic, Place
from book.model.block import Block, LineRange, Paragraph
from book.model.moment import format_stamp, parse_stamp
from book.model.source import Furniture
from book.readers.article import BULLETS, heading, item
from book.readers.document import Document, Element, Reading
from book.scripts.conversion import fold
from book.text.plain import is_only_a_link, linked

STAMPED = re.compile(r"\s*(?:#+\s*)?[\[【(（]\s*(\d{1,3}(?::\d{1,3}){1,2})\s*[\]】)）]\s*")
"""A stamp in brackets at the beginning of a line."""


def read_timed_outline(document: Document) -> Reading:
    """Lines → stamped headings, other headings, list items and paragraphs."""
    reading = Reading()
    headings = {fold(declared.text) for declared in document.headings}
    latest: int | None = None
    for number, row in enumerate(document.rows, 1):
        if not row.strip():
            continue
        stamped = STAMPED.match(row)
        if stamped:
            seconds = _seconds(document, stamped, number, latest, reading.diagnostics)
            latest = seconds if seconds is not None else latest
            reading.elements.append(heading(document, row[stamped.end() :], number, seconds))
        elif fold(row) in headings or row.startswith("#"):
            reading.elements.append(heading(document, row, number))
        elif row.lstrip().startswith(BULLETS):
            reading.elements.append(item(document, row, number))
        else:
            reading.elements.append(_paragraph(document, row, number))
    return reading


def _paragraph(document: Document, row: str, number: int) -> Element:
    inlines = linked(row.strip())
    lines = LineRange(number, number)
    if is_only_a_link(inlines):
        return Furniture(lines, "link")
    return Block(Paragraph(inlines), lines, document.language, document.kind)


def _seconds(
    document: Document, stamped: re.Match[str], number: int, latest: int | None, found: list[Diagnostic]
) -> int | None:
    """A stamp → seconds; a stamp that is no time, or runs backwards, is reported."""
    text = stamped.group(1)
    place = Place(document.path, number, stamped.start(1) + 1, len(text))
    try:
        seconds = parse_stamp(text)
    except ValueError as error:
        found.append(Diagnostic.error(Code.BAD_TIME, str(error), place, "correct the stamp with a declared correction"))
        return None
    if latest is not None and seconds <= latest:
        found.append(
            Diagnostic.warning(
                Code.STAMP_ORDER,
                f"the stamp {text} does not come after {format_stamp(latest)}",
                place,
                "its section is given no end",
            )
        )
    return seconds
