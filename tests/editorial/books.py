"""Whole books in a few lines: documents and chapters as texts → what the editorial stage makes of them."""

from dataclasses import replace
from textwrap import dedent, indent

from book.diagnostics import Diagnostic
from book.editorial.compiling import Compilation, compile_manuscript
from book.editorial.manuscript import Extract, Passage
from book.model.source import Source
from book.readers import read_source
from book.specs.book_spec import read_book
from book.specs.chapter_spec import read_chapter
from book.specs.yaml_values import read_yaml
from tests.readers.literate import document

BOOK = """\
slug: small
title: {{zh-Hans: 书, en: Book}}
identifier: urn:isbn:9787020002207
date: 2026-01-31
people:
  ann: {{zh-Hans: 安, en: Ann}}
  ben: {{zh-Hans: 本, en: Ben}}
editions: [zh-Hans]
chapters: [{chapters}]
"""
CHAPTER = "title: {zh-Hans: 章, en: Chapter}\nsections:\n  - passages:\n"


def source(id: str, text: str, format: str = "markdown", **settings: str) -> Source:
    """A text → the source with this id."""
    given = document(dedent(text), format, **settings)
    return read_source(replace(given, id=id, path=f"seeds/{id}.txt"))[0]


def compiled(sources: list[Source], *chapters: str, left_out: str = "", complete: bool = True) -> Compilation:
    """Sources, the passages of each chapter and the entries of ``leave-out``, in YAML → the compilation."""
    slugs = [f"{number:02}" for number in range(1, len(chapters) + 1)]
    text = BOOK.format(chapters=", ".join(slugs))
    text += "leave-out:\n" + indent(dedent(left_out).strip("\n"), "  ") + "\n" if left_out else ""
    value, found = read_yaml(text, "chapters/book.yaml")
    assert value is not None
    assert not found, found
    book, found = read_book(value)
    assert book is not None
    assert not found, found
    specs = []
    for slug, passages in zip(slugs, chapters, strict=True):
        path = f"chapters/{slug}.yaml"
        value, found = read_yaml(CHAPTER + indent(dedent(passages).strip("\n"), "      ") + "\n", path)
        assert value is not None
        assert not found, found
        spec, found = read_chapter(value, slug, path)
        assert not found, found
        specs.append(spec)
    ids = tuple(source.id for source in sources)
    return compile_manuscript(book, tuple(specs), tuple(sources), (), ids, complete=complete)


def codes(result: Compilation) -> list[str]:
    """The codes of the mistakes, in the order in which they were found."""
    return [str(d.code) for d in result.diagnostics]


def only(result: Compilation) -> Diagnostic:
    """The one mistake that there is."""
    (diagnostic,) = result.diagnostics
    return diagnostic


def extracts(result: Compilation) -> list[Extract]:
    """Every extract of the book, in order."""
    return [extract for division in result.manuscript.divisions for extract in division.extracts]


def passages(result: Compilation) -> list[Passage]:
    """Every passage of the book, in order."""
    return [passage for extract in extracts(result) for passage in extract.passages]


def printed(result: Compilation) -> list[str]:
    """The text of every block that is printed, in order."""
    return [block.text for passage in passages(result) for block in passage.blocks]
