"""The translator's notes of a chapter: numbered in the order in which it prints them, and listed for its end."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from book.model.block import Paragraph, Verbatim
from book.model.inline import Corrected, Emphasis, Foreign, Gloss, Inline, Link, Strong
from book.setting.galley import SetBlock, SetExtract, SetGroup, SetNote


def number_notes(groups: Iterable[SetGroup]) -> tuple[tuple[SetGroup, ...], tuple[Gloss, ...]]:
    """What a chapter holds → the same, its translator's notes numbered from 1, and these notes in order."""
    notes: list[Gloss] = []

    def inlines(row: Iterable[Inline]) -> Iterator[Inline]:
        for inline in row:
            match inline:
                case Gloss(inner):
                    place = len(notes)
                    notes.append(inline)
                    notes[place] = replace(inline, inlines=tuple(inlines(inner)), number=place + 1)
                    yield notes[place]
                case Strong() | Emphasis() | Link() | Corrected() | Foreign():
                    yield replace(inline, inlines=tuple(inlines(inline.inlines)))
                case _:
                    yield inline

    def block(one: SetBlock) -> SetBlock:
        content = one.content
        if isinstance(content, Verbatim):
            return one
        return replace(one, content=replace(content, inlines=tuple(inlines(content.inlines))))

    def item(one: SetExtract | SetNote) -> SetExtract | SetNote:
        if isinstance(one, SetNote):
            return replace(one, blocks=tuple(map(block, one.blocks)))
        heading = one.heading and replace(one.heading, content=Paragraph(tuple(inlines(one.heading.inlines))))
        passages = tuple(replace(passage, blocks=tuple(map(block, passage.blocks))) for passage in one.passages)
        return replace(one, heading=heading, passages=passages)

    numbered = tuple(replace(group, items=tuple(map(item, group.items))) for group in groups)
    return numbered, tuple(notes)
