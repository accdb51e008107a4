"""A timed outline → elements: ``[mm:ss] title`` and the paragraphs below it, one a line.

Such a summary opens every section with the moment it tells of. Both stamp forms may meet in one
document (``[59:46]``, then ``[01:01:54]``); other headings are named by the registry or carry ``#``.
"""

import re

from book.diagnostics import Code, Place, Report
from book.model.document import Document
from book.model.moment import Time, format_stamp, parse_stamp
from book.readers.lines import BULLETS, heading, item, paragraph
from book.readers.shape import Element
from book.scripts.conversion import fold

STAMPED = re.compile(r"\s*(?:#+\s*)?[\[【(（]\s*(\d{1,3}(?::\d{1,3}){1,2})\s*[\]】)）]\s*")
"""A stamp in brackets at the beginning of a line."""


def read_timed_outline(document: Document, report: Report) -> list[Element]:
    """Lines → stamped headings, other headings, list items and paragraphs."""
    elements: list[Element] = []
    headings = {fold(declared.text) for declared in document.declared.headings}
    latest: Time | None = None
    for number, row in enumerate(document.rows, 1):
        if not row.strip():
            continue
        stamped = STAMPED.match(row)
        if stamped:
            time = _time(document, stamped, number, latest, report)
            latest = time or latest
            elements.append(heading(document, row[stamped.end() :], number, time))
        elif fold(row) in headings or row.startswith("#"):
            elements.append(heading(document, row, number))
        elif row.lstrip().startswith(BULLETS):
            elements.append(item(document, row, number))
        else:
            elements.append(paragraph(document, [row], number))
    return elements


def _time(document: Document, stamped: re.Match[str], number: int, latest: Time | None, report: Report) -> Time | None:
    """A stamp → its time; a stamp that is no time, or runs backwards, is reported."""
    text = stamped.group(1)
    place = Place(document.path, number, stamped.start(1) + 1, len(text))
    try:
        time = parse_stamp(text)
    except ValueError as error:
        report.error(Code.BAD_TIME, str(error), place, "correct the stamp with a declared correction")
        return None
    if latest is not None and time <= latest:
        report.warning(
            Code.STAMP_ORDER,
            f"the stamp {text} does not come after {format_stamp(latest)}",
            place,
            "its section is given no end",
        )
    return time
