"""Galleys for the tests of the writer, and what pandoc makes of them."""

from dataclasses import replace
from functools import lru_cache

from lxml import etree

from book.model.block import Content, Kind, Paragraph
from book.model.inline import Inline, Text
from book.model.span import LineRange
from book.pipeline.project import load_project
from book.publish.pandoc import to_html
from book.setting.composing import compose
from book.setting.galley import Apparatus, Galley, SetBlock, SetDivision, SetGroup, SetPassage
from book.writers.medium import SCREEN, Medium
from book.writers.pandoc_tree import Node
from book.writers.writing import write
from tests.languages import EDITIONS, ZH_HANT
from tests.projects import FIVE_SHAPES

EPUB = "{http://www.idpf.org/2007/ops}"

Element = etree._Element


@lru_cache
def galley(edition: str = "zh-Hant") -> Galley:
    """The galley of a small book of five documents."""
    project = load_project(FIVE_SHAPES)
    assert not project.diagnostics
    chosen = next(e for e in EDITIONS if e.id == edition)
    return compose(project.manuscript, chosen, project.copies(chosen))


def with_blocks(blocks: list[tuple[Content, ...]]) -> Galley:
    """A galley of one chapter with a passage ``p-N`` for each of ``blocks``, without notes."""
    whole = galley()
    extract = next(
        i for d in whole.divisions for g in d.groups for i in g.items if not hasattr(i, "label") and not i.heading
    )
    passages = [
        SetPassage(
            id=f"p-{number}",
            blocks=tuple(SetBlock(content, ZH_HANT) for content in contents),
            kind=Kind.SUMMARY,
            kind_label="",
            speaker=None,
            source="notes",
            address="1",
            lines=LineRange(1, 1),
            mirror_lines=None,
            moment=None,
        )
        for number, contents in enumerate(blocks)
    ]
    last = SetPassage("p-last", passages[0].blocks, Kind.SUMMARY, "", None, "notes", "1", LineRange(1, 1), None, None)
    group = SetGroup("s-1", None, (replace(extract, passages=(*passages, last)),))
    division = SetDivision("c-1", whole.divisions[1].matter, "", "題", (group,), ())
    return replace(
        whole, divisions=(division,), apparatus=Apparatus((), (), (), ()), glossary=(), colophon=(("書名", "題"),)
    )


def paragraphs(texts: list[str]) -> list[tuple[Content, ...]]:
    """Texts → one paragraph for each."""
    return [(Paragraph((Text(text),)),) for text in texts]


def inlines(*content: Inline) -> tuple[Content, ...]:
    """Inlines → one paragraph."""
    return (Paragraph(content),)


def parsed(document: Node) -> Element:
    """A tree → the elements that pandoc makes of it, which must be well-formed XML."""
    html = to_html(document)
    return etree.fromstring(f'<body xmlns:epub="http://www.idpf.org/2007/ops">{html}</body>'.encode())


@lru_cache
def written(edition: str = "zh-Hant", medium: Medium = SCREEN) -> Element:
    """The small book of five documents, through pandoc."""
    return parsed(write(galley(edition), medium))


def passage_texts(body: Element) -> dict[str, str]:
    """Every passage's id and its text, a break as a newline, without what the writer adds."""
    result: dict[str, str] = {}
    for passage in body.iter("div"):
        if "passage" not in str(passage.get("class", "")).split():
            continue
        for added in list(passage.iter("sup")):
            added.clear()
        for br in passage.iter("br"):
            br.tail = "\n" + (br.tail or "").removeprefix("\n")
        rows = ["".join(str(text) for text in p.itertext()) for p in passage.iter("p")]
        result[str(passage.get("id"))] = "\n\n".join(rows)
    return result
