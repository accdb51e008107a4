"""A transcript in dialogue → elements: turns with their speakers.

A turn begins with a label (``**Name**：words``). Paragraphs without a label go on with the turn before
them, up to the next heading or rule. Words without a speaker are never a transcript.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from book.model.block import Block, Kind, LineRange, Paragraph
from book.model.inline import Inline, LineBreak, Strong, Text, plain_text
from book.model.source import Furniture, Heading
from book.readers.document import Document, Element, Reading
from book.readers.markdown import read_markdown

_COLON = re.compile(r"\s*[：:]\s*")
_PLAIN_LABEL = re.compile(r"([^：:\n]{1,40})[：:]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a paragraph, with the label it begins with."""

    inlines: tuple[Inline, ...]
    label: str | None
    words: tuple[Inline, ...]


def read_dialogue(document: Document) -> Reading:
    """Markdown with speakers' labels → blocks that know their speaker."""
    reading = read_markdown(document)
    speakers = dict(document.speakers) or _recurring_labels(reading)
    unspoken = Kind.SUMMARY if document.kind.is_speech else document.kind
    speaker: str | None = None
    elements: list[Element] = []
    for element in reading.elements:
        match element:
            case Heading():
                speaker = None
                elements.append(element)
            case Furniture():
                speaker = None if element.what == "rule" else speaker
                elements.append(element)
            case Block(content=Paragraph()):
                for turn, part in _turns(element, speakers):
                    speaker = turn or speaker
                    elements.append(_spoken(part, speaker, unspoken))
            case Block():
                elements.append(_spoken(element, speaker, unspoken))
    reading.elements = elements
    return reading


def _spoken(block: Block, speaker: str | None, unspoken: Kind) -> Block:
    if speaker is None:
        return replace(block, kind=unspoken)
    return replace(block, kind=Kind.TRANSCRIPT, speaker=speaker)


def _recurring_labels(reading: Reading) -> dict[str, str]:
    """Where the registry names no speakers: the bold labels that come before words at least twice."""
    labels = Counter(
        line.label
        for block in reading.blocks()
        if isinstance(block.content, Paragraph)
        for line in _lines(block.content.inlines, None)
        if line.label and plain_text(line.words).strip()
    )
    return {label: label for label, times in labels.items() if times > 1}


def _turns(block: Block, speakers: dict[str, str]) -> Iterator[tuple[str | None, Block]]:
    """A paragraph → its turns: a new one at each line that begins with a speaker's label."""
    assert isinstance(block.content, Paragraph)
    speaker: str | None = None
    first = line_number = block.lines.first
    inlines: list[Inline] = []
    for number, line in enumerate(_lines(block.content.inlines, speakers)):
        line_number = block.lines.first + number
        if line.label is not None and line.label in speakers:
            if inlines:
                yield speaker, _part(block, inlines, LineRange(first, line_number - 1))
            speaker, inlines, first = speakers[line.label], list(line.words), line_number
        else:
            inlines += [Text("\n"), *line.inlines] if inlines else line.inlines
    if plain_text(inlines).strip():
        yield speaker, _part(block, inlines, LineRange(first, max(block.lines.last, line_number)))


def _part(block: Block, inlines: list[Inline], lines: LineRange) -> Block:
    while inlines and isinstance(inlines[-1], LineBreak):
        inlines.pop()
    return replace(block, content=Paragraph(tuple(inlines)), lines=lines)


def _lines(inlines: tuple[Inline, ...], speakers: dict[str, str] | None) -> Iterator[_Line]:
    """Inlines of a paragraph → its lines; soft and hard breaks end one."""
    line: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and "\n" in inline.content:
            head, *rest = inline.content.split("\n")
            line.append(Text(head))
            for piece in rest:
                yield _labelled(line, speakers)
                line = [Text(piece)]
        elif isinstance(inline, LineBreak):
            yield _labelled([*line, inline], speakers)
            line = []
        else:
            line.append(inline)
    yield _labelled(line, speakers)


def _labelled(line: list[Inline], speakers: dict[str, str] | None) -> _Line:
    """The inlines of one line → the line with its label and the words after it."""
    inlines = tuple(i for i in line if not (isinstance(i, Text) and not i.content))
    if inlines and isinstance(inlines[0], Strong):
        label, rest = plain_text(inlines[0].inlines).strip(), inlines[1:]
        if label.endswith(("：", ":")):
            return _Line(inlines, label[:-1].strip(), _without_margin(rest))
        if rest and isinstance(rest[0], Text) and (colon := _COLON.match(rest[0].content)):
            return _Line(inlines, label, (Text(rest[0].content[colon.end() :]), *rest[1:]))
    if speakers and inlines and isinstance(inlines[0], Text) and (found := _PLAIN_LABEL.match(inlines[0].content)):
        label = found.group(1).strip()
        if label in speakers:
            return _Line(inlines, label, (Text(inlines[0].content[found.end() :]), *inlines[1:]))
    return _Line(inlines, None, inlines)


def _without_margin(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if inlines and isinstance(inlines[0], Text):
        return (Text(inlines[0].content.lstrip()), *inlines[1:])
    return inlines
