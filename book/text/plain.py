"""Plain text → inlines: the only structure that plain text has is an address written out."""

import re

from book.model.inline import Inline, LineBreak, Link, Literal, Text, plain_text
from book.scripts.han import join_lines

OBJECT = "\ue001"
"""Stands for what is no character of a text, such as a note in it, while the text is read."""

ADDRESS = re.compile(r"https?://[^\s\ue001<>\"“”‘’「」『』《》【】（），。；、：！？]+")
"""An address written out in running text, ending before Chinese punctuation."""


def linked(text: str) -> tuple[Inline, ...]:
    """Plain text → text and links; an address is printed as it is and is its own target."""
    result: list[Inline] = []
    start = 0
    for found in ADDRESS.finditer(text):
        address = _without_sentence(found.group())
        end = found.start() + len(address)
        if found.start() > start:
            result.append(Text(text[start : found.start()]))
        result.append(Link((Literal(address),), address))
        start = end
    if start < len(text):
        result.append(Text(text[start:]))
    return tuple(result)


def _without_sentence(address: str) -> str:
    """An address → the same without the sentence's punctuation; a bracket stays where it was opened inside."""
    while address:
        last = address[-1]
        if last not in ".,;:!?)'" or (last == ")" and address.count("(") >= address.count(")")):
            break
        address = address[:-1]
    return address


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
