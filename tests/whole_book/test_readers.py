"""The documents of a whole book: every line is held once, and every block has the words of its lines."""

import re

from book.model.block import Block
from book.model.source import Source
from book.pipeline.project import Project


def blocks(source: Source) -> list[Block]:
    return [block for section in source.sections for block in section.blocks]


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def test_every_line_is_text_or_translation_or_furniture(whole_book: Project) -> None:
    for document in whole_book.sources:
        held = [n for block in blocks(document) for n in block.lines.numbers]
        mirrored = [n for block in blocks(document) if block.mirror for n in block.mirror.lines.numbers]
        furniture = [n for piece in document.furniture for n in piece.lines.numbers]
        rows = document.text.split("\n")
        printed = [n for n in held + mirrored + furniture if rows[n - 1].strip()]
        assert sorted(printed) == [n for n, row in enumerate(rows, 1) if row.strip()], document.id


def test_every_block_holds_the_letters_of_its_lines_and_no_others(whole_book: Project) -> None:
    """Numbers of list items and labels of turns are kept apart from the words."""
    for document in whole_book.sources:
        rows = document.text.split("\n")
        for block in blocks(document):
            raw = "\n".join(rows[block.lines.first - 1 : block.lines.last])
            raw = re.sub(r"</?font[^>]*>", "", raw)
            raw = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", raw)
            raw = re.sub(r"^\d+\. ", "", raw)
            if block.speaker:
                raw = re.sub(r"^\*\*[^*]+\*\*[：:]", "", raw)
            assert letters(block.text) == letters(raw), f"{document.id}:{block.lines.first}"


def test_no_markup_is_left_in_the_words(whole_book: Project) -> None:
    for document in whole_book.sources:
        for block in blocks(document):
            assert not re.search(r"\*\*|</?font|^[>#-] |\]\(", block.text), f"{document.id}:{block.lines.first}"


def test_addresses_are_unique_in_a_document(whole_book: Project) -> None:
    for document in whole_book.sources:
        addresses = [section.address for section in document.sections]
        assert len(addresses) == len(set(addresses))
