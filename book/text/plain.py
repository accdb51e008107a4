"""Plain text → inlines: the only structure that plain text has is a URL written out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from book.model.inline import (
    Corrected,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Literal,
    Strong,
    Text,
    plain_text,
)
from book.text.han import join_lines
from book.text.sentinels import SOFT
from book.text.urls import href, urls


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


def without_soft_breaks(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Soft breaks → nothing beside Chinese, a space between Latin words, in bold and links as outside them.

    A note is no part of the running text, and is left as it is.
    """
    text = plain_text(inlines)
    if SOFT not in text and "\n" not in text:
        return inlines
    place = 0

    def unbroken(piece: str) -> str:
        nonlocal place
        start = text.index(piece, place) if piece else place
        place = start + len(piece)
        result = ""
        for number, character in enumerate(piece):
            if character in (SOFT, "\n"):
                before = _line(text[: start + number][::-1])[::-1]
                after = _line(text[start + number + 1 :])
                result = result.rstrip(" ") + (join_lines(before, after) if before.strip() and after.strip() else "")
            elif not (character == " " and number and piece[number - 1] in (SOFT, "\n")):
                result += character
        return result

    def running(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
        for inline in inlines:
            match inline:
                case Text(content):
                    if words := unbroken(content):
                        yield Text(words)
                case Strong() | Emphasis() | Link() | Corrected() | Foreign():
                    yield replace(inline, inlines=tuple(running(inline.inlines)))
                case _:
                    yield inline

    return tuple(running(inlines))


def _line(text: str) -> str:
    """The first line of a text that has anything in it."""
    return next((row for row in re.split(f"[{SOFT}\n]", text) if row.strip()), "")
