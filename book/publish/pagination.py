"""Running heads and page numbers → artifacts of pagination, which are no part of the text.

WeasyPrint 70 tags them as if they were text. As artifacts (ISO 32000-1 § 14.8.2.2.2; ISO 14289-1 § 7.1)
they are not read aloud; and with an empty replacement text (§ 14.9.4) they are not copied with a paragraph
that goes over a page, nor do they keep a search from finding its words.
This is a thin layer over two of WeasyPrint's functions and knows the version for which it was written.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream

from book.publish.tools import ToolError

_WRITTEN_FOR = "70.0"

_marked = Stream.marked
_build_box_tree = tags._build_box_tree


def mark_pagination() -> None:
    """Let WeasyPrint write what stands in page margins as artifacts. Raises ToolError for another version."""
    if weasyprint.__version__ != _WRITTEN_FOR:
        raise ToolError(f"WeasyPrint is {weasyprint.__version__}, not {_WRITTEN_FOR}; run 'make setup'")
    Stream.marked = _marked_or_artifact
    tags._build_box_tree = _box_tree_without_margins


@contextmanager
def _marked_or_artifact(stream: Any, box: Any, tag: str) -> Iterator[None]:
    """As WeasyPrint's, but text that belongs to no element, as only that of margins does, is an artifact."""
    if stream._tags is None or box.element is not None:
        with _marked(stream, box, tag):
            yield
        return
    stream.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
    stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String("")}))
    try:
        yield
    finally:
        stream.end_marked_content()
        stream.end_marked_content()


def _box_tree_without_margins(box: Any, *arguments: Any) -> Iterator[Any]:
    if isinstance(box, MarginBox):
        return iter(())
    return iter(_build_box_tree(box, *arguments))
