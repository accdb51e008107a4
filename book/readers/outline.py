"""Elements → sections with addresses; the same for every format."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import TypeVar

from book.model.address import Address
from book.model.block import Block
from book.model.moment import Time, format_stamp
from book.model.source import Furniture, Heading, Section
from book.model.span import LineRange
from book.model.text_id import TextId
from book.readers.shape import Element
from book.text.slug import slug

LEAD = "lead"
"""The address of what stands before the first heading."""

_Text = TypeVar("_Text", Heading, Block)


def outline(elements: list[Element]) -> tuple[tuple[Section, ...], tuple[Furniture, ...]]:
    """Elements in the order of the document → sections and furniture.

    A section runs from its heading to the next; what comes before the first heading is the ``lead``.
    Its address is its stamp, else its number, else the slug of its heading; where two would be the same
    each gets a number (``-1``, ``-2``). A stamped section ends at the next stamp, if that is later.
    """
    sections: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    furniture: list[Furniture] = []
    for element in elements:
        match element:
            case Heading():
                sections.append((element, []))
                furniture.append(Furniture(element.lines, "heading"))
                if element.mirror:
                    furniture.append(Furniture(element.mirror.lines, "heading"))
            case Block():
                sections[-1][1].append(element)
            case Furniture():
                furniture.append(element)
    kept = [(heading, blocks) for heading, blocks in sections if heading or blocks]
    addresses = _addresses([heading for heading, _ in kept])
    stamps = [heading.stamp if heading else None for heading, _ in kept]
    return (
        tuple(
            Section(
                address=address,
                heading=heading,
                blocks=tuple(blocks),
                lines=_lines(heading, blocks),
                start=heading.stamp if heading else None,
                end=_end(heading, stamps[number + 1 :]),
            )
            for number, (address, (heading, blocks)) in enumerate(zip(addresses, kept, strict=True))
        ),
        tuple(sorted(furniture, key=lambda f: f.lines)),
    )


def with_ids(source: str, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections of a source → the same, every heading and block with its id, each before its mirror."""
    ordinals = count(1)

    def named(text: _Text, section: Section) -> _Text:
        id = TextId(Address(source, section.address), next(ordinals))
        return replace(text, id=id, mirror=named(text.mirror, section) if text.mirror else None)

    return tuple(
        replace(
            section,
            heading=named(section.heading, section) if section.heading else None,
            blocks=tuple(named(block, section) for block in section.blocks),
        )
        for section in sections
    )


def _lines(heading: Heading | None, blocks: list[Block]) -> LineRange:
    ranges = [b.lines for b in blocks] + ([heading.lines] if heading else [])
    return LineRange(min(r.first for r in ranges), max(r.last for r in ranges))


def _end(heading: Heading | None, after: list[Time | None]) -> Time | None:
    """The next stamp after a heading's, where it is later; out of order it says nothing of an end."""
    if heading is None or heading.stamp is None:
        return None
    following = next((stamp for stamp in after if stamp is not None), None)
    return following if following is not None and following > heading.stamp else None


def _addresses(headings: list[Heading | None]) -> list[str]:
    plain = [_address(heading) for heading in headings]
    times = Counter(plain)
    taken = {address for address in plain if times[address] == 1}
    result = []
    for address in plain:
        if times[address] > 1:
            address = next(a for n in count(1) if (a := f"{address}-{n}") not in taken)
            taken.add(address)
        result.append(address)
    return result


def _address(heading: Heading | None) -> str:
    if heading is None:
        return LEAD
    if heading.stamp is not None:
        return format_stamp(heading.stamp)
    return heading.number or slug(heading.text) or f"line-{heading.lines.first}"


def without_metadata(elements: list[Element], declared: list[LineRange]) -> list[Element]:
    """Elements → the same, those that lie wholly in declared lines now furniture."""
    lines = {number for lines in declared for number in lines.numbers}
    return [
        Furniture(e.lines, "metadata") if not isinstance(e, Furniture) and lines.issuperset(e.lines.numbers) else e
        for e in elements
    ]


def with_unread_lines(elements: list[Element], rows: Sequence[str]) -> list[Element]:
    """Elements → the same and furniture for every line that no element holds: nothing is lost silently.

    What remains is markup without words, such as the definitions of Markdown's reference links.
    """
    held = {n for e in elements for n in e.lines.numbers}
    for element in elements:
        mirror = element.mirror if isinstance(element, Block | Heading) else None
        held |= set(mirror.lines.numbers) if mirror else set()
    unread = [n for n, row in enumerate(rows, 1) if row.strip() and n not in held]
    return elements + [Furniture(LineRange(n, n), "markup") for n in unread]
