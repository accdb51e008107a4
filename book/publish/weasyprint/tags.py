"""What WeasyPrint 70 leaves out of the tags of a PDF: artifacts of pagination, and the language of each text.

It tags running heads and page numbers as if they were text. As artifacts (ISO 32000-1 § 14.8.2.2.2; ISO 14289-1 § 7.1)
they are not read aloud; and with an empty replacement text (§ 14.9.4) they are not copied with a paragraph
that goes over a page, nor do they keep a search from finding its words.
Each element with a language of its own says so (``/Lang``, ISO 32000-1 § 14.9.2; ISO 14289-1 § 7.2; WCAG 2.2,
success criterion 3.1.2): a page in two languages is read aloud in both.

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

from book.publish.errors import ToolError

_WRITTEN_FOR = "70.0"

_marked = Stream.marked
_build_box_tree = tags._build_box_tree


def complete_tags() -> None:
    """Let WeasyPrint write margins as artifacts, and languages on elements. Raises ToolError for another version."""
    if weasyprint.__version__ != _WRITTEN_FOR:
        raise ToolError(f"WeasyPrint is {weasyprint.__version__}, not {_WRITTEN_FOR}; run 'make setup'")
    Stream.marked = _marked_or_artifact
    tags._build_box_tree = _box_tree_with_languages


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


def _box_tree_with_languages(box: Any, *arguments: Any) -> Iterator[Any]:
    """WeasyPrint's elements of a box, without those of margins and with their languages."""
    if isinstance(box, MarginBox):
        return
    owner = getattr(getattr(box, "_box", box), "element", None)
    language = owner.get("lang") if owner is not None and owner.tag != "html" else None  # the document has its own
    for element in _build_box_tree(box, *arguments):
        if language and "Lang" not in element:
            element["Lang"] = pydyf.String(language)
        yield element
