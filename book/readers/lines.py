"""One line or paragraph of a document without markup → a heading, an entry of a list, a paragraph."""

import re

from book.model.block import Block, ListItem, Paragraph
from book.model.document import Document
from book.model.inline import Emphasis, Inline, Strong, Text
from book.model.moment import Time
from book.model.source import Furniture, Heading
from book.readers.shape import Element
from book.text.plain import is_only_a_link, joined, linked

BULLETS = ("- ", "* ", "• ", "· ", "・", "●")
"""What begins an entry of a list in plain text."""

NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)(?:[.．](?!\d)\s*|、\s*|\s+)(?=\S)")
"""A number typed into a heading: ``3.10 …``, ``1. …``, ``2、…``."""


def heading(document: Document, words: str, number: int, stamp: Time | None = None) -> Heading:
    """The words of line ``number`` → a heading, a number typed into it kept apart."""
    inlines, typed = without_number(linked(words.strip().lstrip("#").strip()))
    return Heading(inlines, document.span(number, number), document.language, 1, typed, stamp)


def item(document: Document, row: str, number: int) -> Block:
    """Line ``number`` → an entry of a list, without its bullet."""
    words = row.strip()
    for bullet in BULLETS:
        words = words.removeprefix(bullet)
    content = ListItem(linked(words.strip()))
    return Block(content, document.span(number, number), document.language, document.kind)


def paragraph(document: Document, rows: list[str], last: int) -> Element:
    """Lines up to line ``last`` → one paragraph; one that is only a link is furniture."""
    inlines = joined(rows)
    span = document.span(last - len(rows) + 1, last)
    if is_only_a_link(inlines):
        return Furniture(span.lines, "link")
    return Block(Paragraph(inlines), span, document.language, document.kind)


def without_number(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], str | None]:
    """``3.10 words`` → ``words`` and ``3.10``; a heading without a number is left as it is."""
    if not inlines:
        return inlines, None
    first = inlines[0]
    if isinstance(first, Strong | Emphasis):
        inner, number = without_number(first.inlines)
        return (type(first)(inner), *inlines[1:]), number
    if isinstance(first, Text) and (found := NUMBER.match(first.content)):
        return (Text(first.content[found.end() :]), *inlines[1:]), found.group(1)
    return inlines, None
