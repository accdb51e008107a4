"""What stands inside a block: text that people read, and strings that machines read.

The two are kept apart by type. Only ``Text`` is ever converted between scripts or corrected;
``Literal``, ``Code`` and the target of a ``Link`` cannot be reached by any conversion.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from book.model.language import Language


@dataclass(frozen=True, slots=True)
class Text:
    """Words for a reader."""

    content: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A machine's string printed as it is: an address, an identifier, a time."""

    content: str


@dataclass(frozen=True, slots=True)
class Code:
    """Source code or a command inside a sentence."""

    content: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the author set."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italics in Latin, dots or a change of face in Chinese."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link and what is printed for it."""

    inlines: tuple["Inline", ...]
    target: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """Words that an editor corrected; the book lists them."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A translator's note on the words before it; it is no part of the running text."""

    inlines: tuple["Inline", ...]
    number: int = 0
    """From 1 in its chapter and language; 0 until the chapter is set."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the text around them."""

    inlines: tuple["Inline", ...]
    language: Language


Inline = Text | Literal | Code | LineBreak | Strong | Emphasis | Link | Corrected | Gloss | Foreign


def plain_text(inlines: Iterable[Inline]) -> str:
    """Inlines → the characters of the running text; a line break is a newline."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(content) | Literal(content) | Code(content):
            return content
        case LineBreak():
            return "\n"
        case Gloss():
            return ""
        case Strong(inlines) | Emphasis(inlines) | Link(inlines) | Corrected(inlines) | Foreign(inlines):
            return plain_text(inlines)
        case _:
            assert_never(inline)


def without_notes(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Inlines → the same without the translator's notes: for where words are cited, and notes have no place."""
    return tuple(_without_notes(inline) for inline in inlines if not isinstance(inline, Gloss))


def _without_notes(inline: Inline) -> Inline:
    match inline:
        case Strong() | Emphasis() | Link() | Corrected() | Foreign():
            return replace(inline, inlines=without_notes(inline.inlines))
        case _:
            return inline


def map_text(inlines: Iterable[Inline], change: Callable[[str], str]) -> tuple[Inline, ...]:
    """Inlines → the same inlines with ``change`` applied to what people read, and to nothing else."""
    return tuple(_map_text(inline, change) for inline in inlines)


def _map_text(inline: Inline, change: Callable[[str], str]) -> Inline:
    match inline:
        case Text(content):
            return Text(change(content))
        case Literal() | Code() | LineBreak():
            return inline
        case Strong() | Emphasis() | Link() | Corrected() | Gloss() | Foreign():
            return replace(inline, inlines=map_text(inline.inlines, change))
        case _:
            assert_never(inline)
