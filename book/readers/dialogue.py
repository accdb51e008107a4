"""A transcript in dialogue → elements: turns with their speakers.

A turn begins with a label (``**Name**：words``). Paragraphs without a label go on with the turn before
them, up to the next heading or rule. Words without a speaker are never a transcript.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from book.diagnostics import Report
from book.model.block import Block, Kind, ListItem, Paragraph
from book.model.document import Document
from book.model.inline import Inline, LineBreak, Strong, Text, plain_text
from book.model.source import Furniture, Heading
from book.model.span import LineRange
from book.readers.markdown import read_markdown
from book.readers.shape import Element
from book.text.sentinels import SOFT

_COLON = re.compile(r"\s*[：:]\s*")
_PLAIN_LABEL = re.compile(rf"([^：:{SOFT}\n]{{1,40}})[：:]\s*")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a paragraph, with the label it begins with."""

    inlines: tuple[Inline, ...]
    label: str | None
    words: tuple[Inline, ...]


@dataclass(slots=True)
class _Turn:
    """What somebody says in one paragraph: from one label to the next."""

    speaker: str | None
    lines: LineRange
    inlines: list[Inline]


def read_dialogue(document: Document, report: Report) -> list[Element]:
    """Markdown with speakers' labels → blocks that know their speaker."""
    read = read_markdown(document, report)
    speakers = {label: who.text for label, who in document.declared.speakers} or _recurring_labels(read)
    unspoken = Kind.SUMMARY if document.kind.is_speech else document.kind
    speaker: str | None = None
    elements: list[Element] = []
    for element in read:
        match element:
            case Heading():
                speaker = None
                elements.append(element)
            case Furniture():
                speaker = None if element.what == "rule" else speaker
                elements.append(element)
            case Block(content=Paragraph() | ListItem()):
                for turn in _turns(element, speakers, document):
                    speaker = turn.speaker or speaker
                    elements.append(_element(document, element, turn, speaker, unspoken))
            case Block():
                elements.append(_spoken(element, speaker, unspoken))
    return elements


def _element(document: Document, block: Block, turn: _Turn, speaker: str | None, unspoken: Kind) -> Element:
    """A turn → its block; a label alone on its line is no text."""
    inlines = turn.inlines
    while inlines and isinstance(inlines[-1], LineBreak):
        inlines = inlines[:-1]
    if not plain_text(inlines).strip():
        return Furniture(turn.lines, "label")
    assert isinstance(block.content, Paragraph | ListItem)
    content = replace(block.content, inlines=tuple(inlines))
    return _spoken(
        replace(block, content=content, span=document.span(turn.lines.first, turn.lines.last)), speaker, unspoken
    )


def _spoken(block: Block, speaker: str | None, unspoken: Kind) -> Block:
    if speaker is None:
        return replace(block, kind=unspoken)
    return replace(block, kind=Kind.TRANSCRIPT, speaker=speaker)


def _recurring_labels(elements: list[Element]) -> dict[str, str]:
    """Where the registry names no speakers: the bold labels that come before words at least twice."""
    labels = Counter(
        line.label
        for block in elements
        if isinstance(block, Block) and isinstance(block.content, Paragraph)
        for line in _lines(block.content.inlines, {})
        if line.label and plain_text(line.words).strip()
    )
    return {label: label for label, times in labels.items() if times > 1}


def _turns(block: Block, speakers: dict[str, str], document: Document) -> list[_Turn]:
    """A paragraph → its turns: a new one at each line that begins with a speaker's label."""
    assert isinstance(block.content, Paragraph | ListItem)
    turns: list[_Turn] = []
    number = block.lines.first
    for line in _lines(block.content.inlines, speakers):
        if line.label is not None and line.label in speakers:
            turns.append(_Turn(speakers[line.label], LineRange(number, number), list(line.words)))
        elif not turns:
            turns.append(_Turn(None, LineRange(number, number), list(line.inlines)))
        else:
            turns[-1].inlines += [Text(SOFT), *line.inlines] if turns[-1].inlines else line.inlines
        number += 1 + plain_text(line.inlines).count(SOFT)
    _set_lines(block, turns, speakers, document.rows)
    return turns


def _set_lines(block: Block, turns: list[_Turn], speakers: dict[str, str], rows: Sequence[str]) -> None:
    """Give each turn its lines: from its label to the line before the next.

    Where as many lines of the document begin with a label as there are turns, the labels are there;
    code or a tag that goes over the end of a line would have led the counting astray.
    """
    names = "|".join(re.escape(name) for name in sorted(speakers, key=len, reverse=True))
    label = re.compile(rf"[\s>*+_\-\d.)]*(?:{names})\s*(?:\*\*|__)?\s*[：:]") if names else None
    found = [n for n in block.lines.numbers if label and n <= len(rows) and label.match(rows[n - 1])]
    starts = [turn.lines.first for turn in turns]
    labelled = [place for place, turn in enumerate(turns) if turn.speaker is not None]
    if len(found) == len(labelled):
        for place, row in zip(labelled, found, strict=True):
            starts[place] = row
    for place, turn in enumerate(turns):
        first = min(max(starts[place], block.lines.first), block.lines.last)
        last = starts[place + 1] - 1 if place + 1 < len(turns) else block.lines.last
        turn.lines = LineRange(first, min(max(first, last), block.lines.last))


def _lines(inlines: tuple[Inline, ...], speakers: dict[str, str]) -> Iterator[_Line]:
    """Inlines of a paragraph → its lines; soft and hard breaks end one."""
    line: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and SOFT in inline.content:
            head, *rest = inline.content.split(SOFT)
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


def _labelled(line: list[Inline], speakers: dict[str, str]) -> _Line:
    """The inlines of one line → the line with its label and the words after it."""
    inlines = tuple(i for i in line if not (isinstance(i, Text) and not i.content))
    if inlines and isinstance(inlines[0], Strong):
        label, rest = plain_text(inlines[0].inlines).strip(), inlines[1:]
        if label.endswith(("：", ":")):
            return _Line(inlines, label[:-1].strip(), _from(rest, 0))
        if rest and isinstance(rest[0], Text) and (colon := _COLON.match(rest[0].content)):
            return _Line(inlines, label, _from(rest, colon.end()))
    if speakers and inlines and isinstance(inlines[0], Text) and (found := _PLAIN_LABEL.match(inlines[0].content)):
        label = found.group(1).strip()
        if label in speakers:
            return _Line(inlines, label, _from(inlines, found.end()))
    return _Line(inlines, None, inlines)


def _from(inlines: tuple[Inline, ...], start: int) -> tuple[Inline, ...]:
    """Inlines → the same without the first characters of the first, and without spaces before the words."""
    if not inlines or not isinstance(inlines[0], Text):
        return inlines
    words = inlines[0].content[start:].lstrip()
    return (Text(words), *inlines[1:]) if words else inlines[1:]
