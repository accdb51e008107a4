"""A document of the registry → a source: the reader of its format, then what is the same for all formats."""

import re
from dataclasses import replace

from book.diagnostics import Code, Place, Report
from book.model.block import Block, Kind, ListItem, Paragraph, Verbatim
from book.model.document import Document
from book.model.source import Heading, Section, Source
from book.readers.outline import outline, with_ids, with_unread_lines, without_metadata
from book.readers.registry import SHAPES
from book.readers.shape import Element
from book.scripts.conversion import exclusive, fold, other_scripts
from book.text.han import is_mostly_han
from book.text.plain import without_soft_breaks
from book.text.slug import slug

_QUOTED = re.compile(r"「[^「」]*(?:「[^」]*」[^「」]*)*」|“[^“”]*(?:“[^”]*”[^“”]*)*”|『[^『』]*』|\"[^\"]*\"")
"""A paragraph that stands wholly in one pair of quotation marks."""


def read_source(document: Document, report: Report) -> Source:
    """A document → its source; everything that is wrong with it is reported."""
    elements = SHAPES[document.declared.format].read(document, report)
    elements = [_finished(element) for element in elements]
    elements = without_metadata(elements, [lines for lines, _ in document.declared.metadata])
    elements = with_unread_lines(elements, document.rows)
    sections, furniture = outline(elements)
    sections = _with_kinds(document, sections, report)
    _check_headings(document, report)
    _check_script(document, sections, report)
    if not any(section.blocks for section in sections):
        hint = "has the file the right format?"
        report.error(Code.NO_SECTIONS, "the document holds no text", Place(document.path), hint)
    sections = with_ids(document.id, tuple(_with_quotations(document, section) for section in sections))
    return Source(document, sections, furniture)


def _finished(element: Element) -> Element:
    """An element → the same without soft breaks inside its text."""
    if isinstance(element, Heading):
        return replace(element, inlines=without_soft_breaks(element.inlines))
    if not isinstance(element, Block):
        return element
    mirror = element.mirror
    if mirror is not None:
        finished = _finished(mirror)
        assert isinstance(finished, Block)
        mirror = finished
    match element.content:
        case Paragraph() | ListItem():
            content = replace(element.content, inlines=without_soft_breaks(element.content.inlines))
            return replace(element, content=content, mirror=mirror)
        case Verbatim():
            return replace(element, mirror=mirror)


def _with_kinds(document: Document, sections: tuple[Section, ...], report: Report) -> tuple[Section, ...]:
    """Sections → the same with the kinds that the registry gives them and the sections below them."""
    speaks = any(block.speaker for section in sections for block in section.blocks)
    for declared, kind in document.declared.kinds:
        chosen = [n for n, s in enumerate(sections) if declared.text == s.address or _names(declared.text, s)]
        if not chosen:
            report.error(
                Code.SECTION_NOT_FOUND,
                f"'{document.id}' has no section '{declared.text}'",
                declared.place,
                "its sections are listed by the command 'sources'",
            )
        below = {n for first in chosen for n in _subtree(sections, first)}
        sections = tuple(
            replace(s, blocks=tuple(_as_kind(b, kind, speaks=speaks) for b in s.blocks)) if n in below else s
            for n, s in enumerate(sections)
        )
    return sections


def _names(text: str, section: Section) -> bool:
    return section.heading is not None and fold(slug(text)) == fold(slug(section.heading.text))


def _subtree(sections: tuple[Section, ...], first: int) -> list[int]:
    """A section and those below it, by the levels of their headings."""
    heading = sections[first].heading
    result = [first]
    for number in range(first + 1, len(sections)):
        other = sections[number].heading
        if heading is None or other is None or other.level <= heading.level:
            break
        result.append(number)
    return result


def _as_kind(block: Block, kind: Kind, *, speaks: bool) -> Block:
    """A block of another kind, unless it is speech: a label cannot change who spoke.

    In a document that says who speaks, what nobody speaks cannot be made speech either.
    """
    if block.speaker is not None or (kind.is_speech and speaks):
        return block
    return replace(block, kind=kind, mirror=_as_kind(block.mirror, kind, speaks=speaks) if block.mirror else None)


def _with_quotations(document: Document, section: Section) -> Section:
    """Where the registry says whose words they are: paragraphs wholly in quotation marks → quotations."""
    quoted = document.declared.quoted
    if quoted is None:
        return section
    blocks = tuple(
        replace(b, kind=Kind.QUOTATION, speaker=quoted.text)
        if isinstance(b.content, Paragraph) and b.speaker is None and _QUOTED.fullmatch(b.text.strip())
        else b
        for b in section.blocks
    )
    return replace(section, blocks=blocks)


def _check_headings(document: Document, report: Report) -> None:
    """Report headings that the registry names and the document does not have."""
    found = {fold(row) for row in document.rows}
    for declared in document.declared.headings:
        if fold(declared.text) not in found:
            message = f"{document.path} has no line {declared.text!r}"
            report.error(
                Code.HEADING_NOT_FOUND, message, declared.place, "write the heading as it stands in the document"
            )


def _check_script(document: Document, sections: tuple[Section, ...], report: Report) -> None:
    """Report blocks whose characters contradict the declared script: converting them would damage them."""
    for block in (b for s in sections for b in s.blocks):
        for script in other_scripts(block.language):
            own, other = (exclusive(block.text, language) for language in (block.language, script))
            if other >= 3 and other > own * 2 and is_mostly_han(block.text):
                report.warning(
                    Code.SCRIPT_MISMATCH,
                    f"declared {block.language}, but {other} of its characters exist only in {script}"
                    f" and {own} only in {block.language}",
                    Place(document.path, block.lines.first),
                    "set the document's language in seeds/sources.yaml",
                )
