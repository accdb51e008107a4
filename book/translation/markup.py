"""Inlines ↔ the Markdown that a translator sees: ``**bold**``, ``*italics*``, ``[words](url)``, a note ``^[…]``.

What is written reads back as the same inlines, so nothing in a source can be lost between an entry of a
catalogue and the page.
"""

import re
from typing import assert_never

from book.model.inline import (
    Code,
    Corrected,
    Emphasis,
    Foreign,
    Gloss,
    Inline,
    LineBreak,
    Link,
    Literal,
    Strong,
    Text,
    plain_text,
)
from book.text.markdown import read_noted
from book.text.plain import linked
from book.text.urls import href

_SPECIAL = re.compile(r"[\\`*_\[\]<&]|\^(?=\[)")
_IN_TARGET = re.compile(r"[\\<>&]")
_TICKS = re.compile("`+")


def write_markup(inlines: tuple[Inline, ...]) -> str:
    """Inlines → Markdown. What an editor corrected is written without its mark."""
    written = ""
    for number, inline in enumerate(inlines):
        piece = _written(inline)
        if _is_misread(written[-1:], inline, inlines[number + 1 : number + 2]):
            piece = _bracketed(inline)
        if written.endswith("^") and not written.endswith("\\^") and piece.startswith("["):
            written = written[:-1] + "\\^"
        written += piece
    return written


def _is_misread(before: str, inline: Inline, following: tuple[Inline, ...]) -> bool:
    """Whether a URL written out would not be read as one after ``before``, or be read on into the text that follows."""
    match inline:
        case Link((Literal(url),), target) if href(url) == target:
            after = "".join(i.content for i in following if isinstance(i, Text))
            return inline not in linked(before + url + after)
        case _:
            return False


def _bracketed(inline: Inline) -> str:
    """A URL written out → the same in brackets: an autolink (CommonMark § 6.5) must have its scheme."""
    assert isinstance(inline, Link)
    url = plain_text(inline.inlines)
    return f"<{url}>" if url == inline.target else _link(inline)


def _link(link: Link) -> str:
    target = _IN_TARGET.sub(lambda found: chr(92) + found.group(), link.target)
    return f"[{write_markup(link.inlines)}](<{target}>)"


def _written(inline: Inline) -> str:
    match inline:
        case Text(content) | Literal(content):
            return _SPECIAL.sub(r"\\\g<0>", content)
        case Code(content):
            return _code(content)
        case LineBreak():
            return "\\\n"
        case Strong((Emphasis(inner),)):
            return f"**_{write_markup(inner)}_**"
        case Strong(inner):
            return f"**{write_markup(inner)}**"
        case Emphasis(inner):
            return f"*{write_markup(inner)}*"
        case Link((Literal(url),), target) if href(url) == target:
            return _SPECIAL.sub(r"\\\g<0>", url)
        case Link():
            return _link(inline)
        case Corrected(inner) | Foreign(inner):
            return write_markup(inner)
        case Gloss(inner):
            return f"^[{write_markup(inner)}]"
        case _:
            assert_never(inline)


def _code(content: str) -> str:
    """Code between more backticks than stand in it (CommonMark § 6.1)."""
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(content)), default=0))
    is_spaced = content.startswith(" ") and content.endswith(" ") and content.strip() != ""
    gap = " " if "`" in content or is_spaced else ""
    return f"{fence}{gap}{content}{gap}{fence}"


def read_markup(text: str) -> tuple[Inline, ...]:
    """Markdown → inlines, notes among them."""
    return read_noted(text)
