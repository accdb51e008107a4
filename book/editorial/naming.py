"""A passage → its id, made of its source, its words, and where these stand; of nothing else in the book.

So an id stays when chapters before it are added, dropped or change places.
"""

import hashlib
from collections.abc import Iterator

from book.editorial.manuscript import Cut
from book.model.source import Section, Source


def passage_id(source: Source, section: Section, cuts: tuple[Cut, ...], again: str = "") -> str:
    """``p-talk-0a1b2c3d4e``, with ``-2`` where whole paragraphs say for the second time what the source said before.

    A part of a paragraph whose words the source has several times gets ``-part-`` and which of them it is. ``again``
    is the slug of the chapter that prints a passage once more, as one id can only stand once in a book.
    """
    words = "\n".join(cut.block.text for cut in cuts)
    digest = hashlib.sha256(f"{source.id}\n{words}".encode()).hexdigest()[:10]
    is_whole = all(cut.start == 0 and cut.stop == len(section.blocks[cut.index].text) for cut in cuts)
    which = _which_paragraphs(source, section, cuts) if is_whole else _which_part(source, section, cuts[0])
    return f"p-{source.id}-{digest}{which}{f'-again-{again}' if again else ''}"


def _which_paragraphs(source: Source, section: Section, cuts: tuple[Cut, ...]) -> str:
    """Nothing for paragraphs that the source has not had before; else which time it is."""
    first = cuts[0].index
    run = [(cut.index - first, cut.block.text) for cut in cuts]
    before = 0
    for other in source.sections:
        for index in range(len(other.blocks)):
            if other.address == section.address and index == first:
                return f"-{before + 1}" if before else ""
            before += all(
                0 <= index + step < len(other.blocks) and other.blocks[index + step].text == text for step, text in run
            )
    raise AssertionError("a cut is of its source")


def _which_part(source: Source, section: Section, cut: Cut) -> str:
    """Nothing for words that the source has once; else which of their places it is."""
    words = cut.block.text
    places = [
        (other, index, at)
        for other, blocks in enumerate(s.blocks for s in source.sections)
        for index, block in enumerate(blocks)
        for at in _all_places(words, block.text)
    ]
    own = (source.sections.index(section), cut.index, cut.start)
    return f"-part-{sum(place <= own for place in places)}" if len(places) > 1 else ""


def _all_places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
