"""An editor's quotation → the characters of a source that it means.

A quotation is an assertion about a source: it may be written in either script and with any spaces and
punctuation, but its letters must stand in the section, or the book does not build.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from book.model.block import Block, Content, ListItem, Paragraph, Verbatim
from book.model.inline import Code, Corrected, Emphasis, Inline, LineBreak, Link, Literal, Strong, Text, plain_text
from book.model.span import Characters, time_around
from book.scripts.conversion import fold
from book.text.alignment import aligned

_SAME = str.maketrans("著妳", "着你")
"""Pairs that one script or the other writes for the same word and OpenCC keeps apart."""

_GAP = re.compile(r"\s*(?:…+|\.{3,}|⋯+)\s*")


def letters(text: str) -> tuple[str, list[int]]:
    """Text → its letters and digits, folded, with the place of each in the text."""
    folded, places = [], []
    for place, character in enumerate(text):
        if unicodedata.category(character)[0] in "LN":
            for letter in fold(character).translate(_SAME):
                folded.append(letter)
                places.append(place)
    return "".join(folded), places


def find_quote(quote: str, text: str) -> list[tuple[int, int]]:
    """Where a quotation is in a text: each start and stop.

    ``first words … last words`` stands for everything from the first words to the last.
    """
    wanted, _ = letters(quote)
    found = list(_spans(wanted, text))
    if found or not _GAP.search(quote):
        return found
    head, *_, tail = _GAP.split(quote)
    result = []
    for start, middle in _spans(letters(head)[0], text):
        after = next((stop for first, stop in _spans(letters(tail)[0], text) if first >= middle), None)
        if after is not None:
            result.append((start, after))
    return result


def _spans(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    if not wanted:
        return
    folded, places = letters(text)
    at = folded.find(wanted)
    while at >= 0:
        yield _with_marks(text, places[at], places[at + len(wanted) - 1] + 1)
        at = folded.find(wanted, at + 1)


def _with_marks(text: str, start: int, stop: int) -> tuple[int, int]:
    """A span → the same with the punctuation that goes with it.

    Stops after it go along; a closing mark goes along with its opening, inside the span or just before it.
    """
    while stop < len(text):
        mark = text[stop]
        opening = _PAIRS.get(mark)
        if opening is None:
            if unicodedata.category(mark) != "Po":
                break
        elif text.count(opening, start, stop) <= text.count(mark, start, stop):
            if not start or text[start - 1] != opening:
                break
            start -= 1
        stop += 1
    return start, stop


_PAIRS = dict(zip("」』”’）》〉】)]", "「『“‘（《〈【([", strict=True))
"""Closing marks and their openings."""


def cut_block(block: Block, start: int, stop: int, document: str) -> Block:
    """A block → the part of it between two places of its text, with its own characters and time.

    Its lines stay those of the whole block, as that is what a reader looks up. ``document`` is the document's text.
    """
    chosen = [words for words in block.words if words.start < stop and start < words.stop]
    span = replace(
        block.span,
        characters=_characters(block, start, stop, document),
        time=time_around(words.time for words in chosen) or block.span.time,
    )
    words = tuple(replace(w, start=max(w.start - start, 0), stop=min(w.stop, stop) - start) for w in chosen)
    content: Content
    match block.content:
        case Verbatim(text):
            content = Verbatim(text[start:stop])
        case Paragraph() | ListItem():
            content = replace(block.content, inlines=cut_inlines(block.content.inlines, start, stop))
    return replace(block, content=content, span=span, words=words, id=block.id.part(start, stop))


def _characters(block: Block, start: int, stop: int, document: str) -> Characters:
    """The characters of the document that a part of a block is; those of the whole block where they are not found."""
    whole = block.span.characters
    found = [place for place in aligned(block.text, whole.of(document))[start:stop] if place is not None]
    return Characters(whole.start + found[0], whole.start + found[-1] + 1) if found else whole


def cut_inlines(inlines: tuple[Inline, ...], start: int, stop: int) -> tuple[Inline, ...]:
    """Inlines → those between two places of their plain text, cut where a place falls inside one."""
    result: list[Inline] = []
    place = 0
    for inline in inlines:
        length = len(plain_text((inline,)))
        first, last = max(start - place, 0), min(stop - place, length)
        if first < last:
            match inline:
                case Text(content):
                    result.append(Text(content[first:last]))
                case Strong() | Emphasis() | Link() | Corrected():
                    result.append(replace(inline, inlines=cut_inlines(inline.inlines, first, last)))
                case Literal() | Code() | LineBreak():
                    result.append(inline)
        place += length
    return tuple(result)
