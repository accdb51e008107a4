"""Plain text → inlines: the only structure that plain text has is a URL written out."""

from book.model.inline import Inline, LineBreak, Link, Literal, Text, plain_text
from book.text.han import join_lines
from book.text.urls import href, urls

OBJECT = "\ue001"
"""Stands for what is no character of a text, such as a note in it, while the text is read."""


def linked(text: str) -> tuple[Inline, ...]:
    """Plain text → text and links; a URL is printed as it is written."""
    result: list[Inline] = []
    start = 0
    for url in urls(text):
        if url.start > start:
            result.append(Text(text[start : url.start]))
        result.append(written_out(url.text))
        start = url.stop
    if start < len(text):
        result.append(Text(text[start:]))
    return tuple(result)


def written_out(url: str) -> Link:
    """A URL → the link whose words it is itself."""
    return Link((Literal(url),), href(url))


def joined(rows: list[str]) -> tuple[Inline, ...]:
    """The lines of one paragraph → its inlines, with a space between lines only where Latin meets Latin."""
    text = ""
    for row in (row.strip() for row in rows):
        text += join_lines(text, row) + row
    return linked(text)


def is_only_a_link(inlines: tuple[Inline, ...]) -> bool:
    """Whether a paragraph consists of one or more links and nothing else: metadata, not text."""
    meaning = [i for i in inlines if not isinstance(i, LineBreak) and plain_text((i,)).strip()]
    return bool(meaning) and all(isinstance(i, Link) for i in meaning)
