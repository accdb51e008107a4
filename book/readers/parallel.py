"""A document in two halves, each the translation of the other → elements whose blocks are paired.

The halves are told apart by their script: the second begins where the paragraphs change from Latin to
Han, or from Han to Latin. Sections are paired in order, and blocks within sections; where the halves
differ, what has no counterpart stands alone and a warning says so.
"""

from dataclasses import dataclass, field, replace

from book.diagnostics import Code, Place, Report
from book.languages import detect
from book.model.block import Block
from book.model.document import Document
from book.model.language import Language, same_tongue
from book.model.source import Furniture, Heading
from book.readers.markdown import read_markdown
from book.readers.shape import Element
from book.text.han import is_mostly_han


@dataclass(slots=True)
class _Part:
    """A heading and its blocks, in one half."""

    heading: Heading | None
    blocks: list[Block] = field(default_factory=list)


def read_parallel(document: Document, report: Report) -> list[Element]:
    """Markdown in two languages → the blocks of the leading half, each with its mirror."""
    elements = read_markdown(document, report)
    turn = _turning_point(elements)
    if turn is None:
        report.error(
            Code.HALVES_DIFFER,
            "the document has no second half in another language",
            Place(document.path, 1),
            "give it the format 'markdown', or add the translation below a heading",
        )
        return elements
    halves = [_in_own_language(document, half) for half in (elements[:turn], elements[turn:])]
    halves = [_without_separator(half) for half in halves]
    first_leads = same_tongue(_language(halves[0]), document.language)
    leading, mirror = halves if first_leads else reversed(halves)
    return _paired(document, leading, mirror, report)


def _turning_point(elements: list[Element]) -> int | None:
    """The index of the first element of the second half."""
    blocks = [(n, is_mostly_han(e.text)) for n, e in enumerate(elements) if isinstance(e, Block)]
    best, turn = 0.0, None
    for split in range(1, len(blocks)):
        before, after = [han for _, han in blocks[:split]], [han for _, han in blocks[split:]]
        score = abs(sum(before) / len(before) - sum(after) / len(after)) * len(blocks)
        if score > best + 1e-9 and (sum(before) * 2 > len(before)) != (sum(after) * 2 > len(after)):
            best, turn = score, split
    if turn is None:
        return None
    first, second = blocks[turn - 1][0], blocks[turn]
    start = second[0]
    while start - 1 > first:
        earlier = elements[start - 1]
        if isinstance(earlier, Heading) and is_mostly_han(earlier.text) != second[1]:
            break
        start -= 1
    return start


def _in_own_language(document: Document, half: list[Element]) -> list[Element]:
    """The elements of a half with the half's language on each."""
    text = "".join(e.text for e in half if isinstance(e, Block))
    language = detect(text, prefer=document.language)
    return [e if isinstance(e, Furniture) else replace(e, language=language) for e in half]


def _language(half: list[Element]) -> Language:
    return next(e.language for e in half if isinstance(e, Block))


def _without_separator(half: list[Element]) -> list[Element]:
    """A heading in the other half's language with nothing below it names a half: furniture."""
    language = _language(half)
    result: list[Element] = []
    for number, element in enumerate(half):
        if isinstance(element, Heading) and not same_tongue(detect(element.text, prefer=language), language):
            below = [e for e in half[number + 1 :] if not isinstance(e, Furniture)]
            if not below or isinstance(below[0], Heading):
                result.append(Furniture(element.lines, "heading"))
                continue
        result.append(element)
    return result


def _parts(half: list[Element]) -> tuple[list[_Part], list[Furniture]]:
    parts, furniture = [_Part(None)], []
    for element in half:
        match element:
            case Heading():
                parts.append(_Part(element))
            case Block():
                parts[-1].blocks.append(element)
            case Furniture():
                furniture.append(element)
    return parts, furniture


def _paired(document: Document, leading: list[Element], mirror: list[Element], report: Report) -> list[Element]:
    """Two halves → the elements of the leading one, paired, then whatever the other has beyond it."""
    leading_parts, furniture = _parts(leading)
    mirror_parts, more = _parts(mirror)
    furniture += more
    for part in leading_parts + mirror_parts:
        if part.heading and not part.blocks:
            furniture.append(Furniture(part.heading.lines, "heading"))
    ours, theirs = ([p for p in parts if p.blocks] for parts in (leading_parts, mirror_parts))
    result: list[Element] = []
    for number, part in enumerate(ours):
        other = theirs[number] if number < len(theirs) else _Part(None)
        result += _paired_part(document, part, other, report)
    for other in theirs[len(ours) :]:
        _report_lone(document, other.blocks[0], report)
        result += [other.heading] if other.heading else []
        result += other.blocks
    return result + list(furniture)


def _paired_part(document: Document, part: _Part, other: _Part, report: Report) -> list[Element]:
    result: list[Element] = []
    if part.heading and other.heading:
        result.append(replace(part.heading, mirror=other.heading))
    elif part.heading:
        result.append(part.heading)
    elif other.heading:
        result.append(Furniture(other.heading.lines, "heading"))
    for number, block in enumerate(part.blocks):
        counterpart = other.blocks[number] if number < len(other.blocks) else None
        if counterpart is None or type(counterpart.content) is not type(block.content):
            _report_lone(document, block, report)
        result.append(replace(block, mirror=counterpart))
    for block in other.blocks[len(part.blocks) :]:
        _report_lone(document, block, report)
        result.append(block)
    return result


def _report_lone(document: Document, block: Block, report: Report) -> None:
    report.warning(
        Code.HALVES_DIFFER,
        "this block has no counterpart of the same type in the document's other language",
        Place(document.path, block.lines.first),
        "the halves are paired section by section and block by block",
    )
