"""Two formats of the tests' own: what it takes to add one."""

from collections.abc import Iterator

from book.model.inline import plain_text
from book.publish.artifact import Artifact, single
from book.publish.context import Context
from book.publish.formats import Format
from book.setting.galley import Galley, SetDivision, SetExtract
from book.writers.medium import Medium


def paragraphs(division: SetDivision) -> Iterator[str]:
    for item in (item for group in division.groups for item in group.items):
        if isinstance(item, SetExtract):
            for block in (block for passage in item.passages for block in passage.blocks):
                yield plain_text(getattr(block.content, "inlines", ()))


def prepare_text(galley: Galley, context: Context) -> str:
    return "\n\n".join([galley.title, *(text for d in galley.divisions for text in (d.title, *paragraphs(d)))])


def render_text(text: str) -> Artifact:
    return single(text.encode())


TEXT = Format("txt", Medium(), prepare_text, render_text)


def prepare_site(galley: Galley, context: Context) -> dict[str, list[str]]:
    return {division.id: [division.title, *paragraphs(division)] for division in galley.divisions}


def render_site(pages: dict[str, list[str]]) -> Artifact:
    files = {f"chapters/{id}.txt": "\n".join(texts).encode() for id, texts in pages.items()}
    return Artifact({"index.txt": "\n".join(pages).encode(), **files})


SITE = Format("site", Medium(), prepare_site, render_site)
