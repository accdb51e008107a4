"""Every text of a source has an id of its own, which says where it is."""

from pathlib import Path

import pytest

from book.editorial.quoting import cut_block
from book.model.block import Wording
from book.model.source import Source
from book.pipeline.project import load_project
from tests.editorial.books import source

BOOKS = sorted(p.parent.parent for p in (Path(__file__).resolve().parent.parent / "books").glob("*/seeds/sources.yaml"))


def wordings(of: Source) -> list[Wording]:
    return [wording for section in of.sections for wording in section.wordings]


@pytest.mark.parametrize("root", BOOKS, ids=lambda root: str(root.name))
def test_ids_are_counted_in_reading_order_and_name_their_section(root: Path) -> None:
    for one in load_project(root).sources:
        ids = [wording.id for wording in wordings(one)]
        assert ids
        assert ids == sorted(set(ids), key=lambda id: id.ordinal)
        assert {id.source for id in ids} == {one.id}
        for section in one.sections:
            assert {wording.id.address.section for wording in section.wordings} <= {section.address}


def test_a_part_is_named_by_its_characters_in_the_whole() -> None:
    whole = source("notes", "# 土\n\n先有土。才有菜。再有人。\n")
    block = whole.sections[0].blocks[0]
    part = cut_block(block, 4, 12, whole.text)
    assert part.text == "才有菜。再有人。"
    assert (part.id.start, part.id.stop) == (4, 12)
    assert cut_block(part, 4, 8, whole.text).id == cut_block(block, 8, 12, whole.text).id
    assert len({block.id, part.id, cut_block(block, 0, 4, whole.text).id}) == 3


def test_the_same_words_in_two_places_are_two_texts() -> None:
    one, other = source("notes", "# 土\n\n好的。\n\n好的。\n").sections[0].blocks
    assert one.text == other.text
    assert one.id != other.id
