"""A text and its translation, and what is read of the two for comparing them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from book.model.inline import Code, Corrected, Emphasis, Gloss, Inline, Link, Strong, Text, plain_text
from book.model.language import Language
from book.model.term import Term
from book.text.sentinels import MACHINE
from book.text.urls import without_urls


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation."""

    original: tuple[Inline, ...]
    """Corrected, its punctuation set."""
    translation: tuple[Inline, ...]
    source: Language
    target: Language
    is_heading: bool
    terms: tuple[Term, ...] = ()
    """The whole term base."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in which the two differ."""

    check: str
    """The name of the check: what an editor writes to waive it."""
    message: str
    hint: str = ""


def running_text(inlines: tuple[Inline, ...]) -> str:
    """Inlines → what a reader reads: no notes, and U+FFFC for code and URLs."""
    return without_urls(plain_text(_without_code(inlines)), MACHINE)


def _without_code(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Code():
                yield Text(MACHINE)
            case Strong(inner) | Emphasis(inner) | Link(inner) | Corrected(inner):
                yield from _without_code(inner)
            case _:
                yield inline


def every(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Inlines → each of them, those inside others too, and none of a note."""
    for inline in inlines:
        if not isinstance(inline, Gloss):
            yield inline
        if isinstance(inline, Strong | Emphasis | Link | Corrected):
            yield from every(inline.inlines)


def notes(inlines: tuple[Inline, ...]) -> Iterator[str]:
    """Inlines → the words of the translator's notes in them."""
    for inline in inlines:
        if isinstance(inline, Gloss):
            yield plain_text(inline.inlines)
        elif isinstance(inline, Strong | Emphasis | Link | Corrected):
            yield from notes(inline.inlines)


def listed(strings: Iterable[str]) -> str:
    """Strings → the same in quotation marks, for a message."""
    return ", ".join(f"“{string}”" for string in strings)


def unequal(check: str, what: str, lost: Sequence[str], added: Sequence[str], hint: str = "") -> Iterator[Finding]:
    """What one side lacks and what the other has too much → one finding, where there is either."""
    if lost and added:
        yield Finding(check, f"the original has the {what} {listed(lost)}, the translation {listed(added)}", hint)
    elif lost:
        yield Finding(check, f"the {what} {listed(lost)} of the original is not in the translation", hint)
    elif added:
        yield Finding(check, f"the {what} {listed(added)} in the translation is not in the original", hint)


def beginning(text: str) -> str:
    """A text → its first words, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:60].rstrip() + "…"
