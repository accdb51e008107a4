"""Whole books in a few lines: documents and chapters as texts → what the editorial stage makes of them."""

from dataclasses import dataclass, replace
from textwrap import dedent, indent

from book.diagnostics import Diagnostic, Place, Report
from book.diagnostics.located import Located
from book.editorial.compiling import Compilation, check_coverage, compile_manuscript
from book.editorial.coverage import Coverage
from book.editorial.manuscript import Extract, Manuscript, Passage
from book.model.source import Source
from book.pipeline.project import Project
from book.readers import read_source
from book.specs.book_spec import read_book
from book.specs.chapter_spec import read_chapter
from book.specs.yaml_values import read_yaml
from tests.readers.literate import document
from tests.reporting import reported

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
    declared = replace(given.declared, id=id, file=Located(f"{id}.txt", Place("seeds/sources.yaml", 1, 1)))
    return reported(read_source, replace(given, declared=declared))[0]


@dataclass(frozen=True)
class Compiled:
    """What a small book is compiled to, and what is wrong with it."""

    compilation: Compilation
    diagnostics: list[Diagnostic]

    @property
    def manuscript(self) -> Manuscript:
        """The manuscript, of which these books always have one."""
        assert self.compilation.manuscript is not None
        return self.compilation.manuscript

    @property
    def coverage(self) -> Coverage:
        """What the book uses of its sources."""
        return self.compilation.coverage


def compiled(sources: list[Source], *chapters: str, left_out: str = "", complete: bool = True) -> Compiled:
    """Sources, the passages of each chapter and the entries of ``leave-out``, in YAML → the compilation."""
    slugs = [f"{number:02}" for number in range(1, len(chapters) + 1)]
    text = BOOK.format(chapters=", ".join(slugs))
    text += "leave-out:\n" + indent(dedent(left_out).strip("\n"), "  ") + "\n" if left_out else ""
    value, found = reported(read_yaml, text, "chapters/book.yaml")
    assert value is not None
    assert not found, found
    (contents, book), found = reported(read_book, value)
    assert book is not None
    assert not found, found
    specs = []
    for slug, passages in zip(slugs, chapters, strict=True):
        path = f"chapters/{slug}.yaml"
        value, found = reported(read_yaml, CHAPTER + indent(dedent(passages).strip("\n"), "      ") + "\n", path)
        assert value is not None
        assert not found, found
        spec, found = reported(read_chapter, value, slug, path)
        assert not found, found
        specs.append(spec)
    ids = tuple(source.id for source in sources)
    report = Report()
    result = compile_manuscript(contents, book, tuple(specs), tuple(sources), (), ids, report)
    if complete:
        check_coverage(result, report)
    return Compiled(result, list(report))


def codes(result: Compiled) -> list[str]:
    """The codes of the mistakes, in the order in which they were found."""
    return [str(d.code) for d in result.diagnostics]


def only(result: Compiled) -> Diagnostic:
    """The one mistake that there is."""
    (diagnostic,) = result.diagnostics
    return diagnostic


def extracts(result: Compiled | Project) -> list[Extract]:
    """Every extract of the book, in order."""
    return [extract for division in result.manuscript.divisions for extract in division.extracts]


def passages(result: Compiled | Project) -> list[Passage]:
    """Every passage of the book, in order."""
    return [passage for extract in extracts(result) for passage in extract.passages]


def printed(result: Compiled) -> list[str]:
    """The text of every block that is printed, in order."""
    return [block.text for passage in passages(result) for block in passage.blocks]
