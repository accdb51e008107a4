"""A book project's folder → everything its files say, read once, with every mistake in them."""

from dataclasses import dataclass, field
from pathlib import Path

from book.copyediting.proofs import compare_converters, proof
from book.copyediting.revisions import Revisions
from book.copyediting.stylebook import Stylebook, compile_stylebook
from book.diagnostics import Code, Diagnostic, Place, Report, Severity, in_reading_order
from book.editorial.checks import check_order, check_people
from book.editorial.compiling import Compilation, check_coverage, compile_manuscript
from book.editorial.manuscript import Manuscript
from book.model.document import FOLDER, Declaration, Document
from book.model.language import Edition, Language, printed_languages
from book.model.source import Source
from book.pipeline.errors import CallError
from book.pipeline.files import Files
from book.readers import read_source
from book.scripts.conversion import other_scripts
from book.specs.book_spec import BookSpec, Contents, read_book
from book.specs.chapter_spec import ChapterSpec, read_chapter
from book.specs.corrections_spec import CorrectionSpec, read_corrections
from book.specs.registry import Registry, read_registry
from book.specs.terms_spec import TermsSpec, read_terms
from book.translation.catalogue import Catalogue
from book.translation.fair_copy import FairCopy, fair_copy
from book.translation.messages import messages
from book.translation.po import read_catalogue
from book.translation.translations import (
    TRANSLATIONS,
    Translations,
    check_finished,
    check_notes,
    compare_pairs,
    merge_all,
)

REGISTRY = "seeds/sources.yaml"
BOOK = "chapters/book.yaml"
TERMS = "chapters/terms.yaml"
CORRECTIONS = "chapters/corrections.yaml"
NOT_CHAPTERS = ("book", "terms", "corrections")
"""Files in ``chapters/`` that are no chapters."""


class NoProjectError(CallError):
    """The folder is no book project."""


@dataclass(slots=True)
class Project:
    """What a folder holds, read."""

    root: Path
    registry: Registry = field(default_factory=Registry)
    book: BookSpec | None = None
    chapters: tuple[ChapterSpec, ...] = ()
    sources: tuple[Source, ...] = ()
    compilation: Compilation | None = None
    revisions: Revisions = field(default_factory=Revisions)
    """Every text of the book as its editions print it, in the house's style."""
    translations: Translations = field(default_factory=Translations)
    texts: dict[str, str] = field(default_factory=dict)
    """The text of every file read, by its path, for the excerpts of diagnostics."""
    report: Report = field(default_factory=Report)
    """Every mistake found so far."""
    _copies: dict[Language, FairCopy] = field(default_factory=dict)

    @property
    def manuscript(self) -> Manuscript:
        """The manuscript of a sound book."""
        assert self.compilation is not None
        assert self.compilation.manuscript is not None
        return self.compilation.manuscript

    @property
    def style(self) -> Stylebook:
        """The house style."""
        return self.revisions.style

    def copies(self, edition: Edition) -> dict[Language, FairCopy]:
        """The fair copies that an edition is set from; each is made once."""
        for language in edition.languages:
            if language not in self._copies:
                self._copies[language] = fair_copy(self.manuscript, language, self.revisions, self.translations)
        return {language: self._copies[language] for language in edition.languages}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every mistake found so far, in reading order."""
        return in_reading_order(self.report)

    def proofread(self, *, strictly: bool) -> None:
        """Look through every text of every edition; ``strictly`` asks the second converter as well."""
        editions = self.book.editions if self.book else ()
        for language in printed_languages(editions):
            for source in self.sources:
                proof(source, language, self.revisions, self.report)
                if strictly and other_scripts(language):
                    compare_converters(source, language, self.revisions, self.report)
        compare_pairs(self.translations, self.style, self.report)
        if self.compilation is not None and self.compilation.manuscript is not None:
            check_notes(self.translations, self.compilation.manuscript, self.report)

    def check_translations(self, severity: Severity, report: Report) -> None:
        """Report the translations that the book's editions need and do not have."""
        check_finished(self.translations, self.book.editions if self.book else (), severity, report)

    @property
    def is_sound(self) -> bool:
        """Whether the book can be built."""
        return not self.report.has_errors


def load_project(root: Path) -> Project:
    """A folder → its project. Raises NoProjectError where there is no such folder."""
    if not (root / "seeds").is_dir() and not (root / "chapters").is_dir():
        raise NoProjectError(f"{root} is no book project: it has neither a folder 'seeds' nor a folder 'chapters'")
    return _Loader(root).load()


class _Loader:
    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.report = self.project.report
        self.files = Files(root, self.report)
        self.project.texts = self.files.texts
        self.sound_sources: list[Source] = []
        """The sources without errors; the addresses of the others mean nothing until those are corrected."""

    def load(self) -> Project:
        project = self.project
        contents = self.book()
        printed = printed_languages(project.book.editions) if project.book else ()
        self.registry(printed)
        self.sources()
        self.chapters(contents, printed)
        terms = TermsSpec()
        corrections: tuple[CorrectionSpec, ...] = ()
        if self.files.has(TERMS) and (value := self.files.value(TERMS)) is not None:
            terms = read_terms(value, self.report, printed)
        if self.files.has(CORRECTIONS) and (value := self.files.value(CORRECTIONS)) is not None:
            corrections = read_corrections(value, self.report, printed)
        is_all_read = not self.report.has_errors  # only then can anything be said to be unused or untranslated
        sources, declared = tuple(self.sound_sources), project.registry.declared
        project.revisions = Revisions(compile_stylebook(terms, corrections, sources, declared, self.report))
        project.compilation = compile_manuscript(
            contents, project.book, project.chapters, sources, project.registry.recordings, declared, self.report
        )
        check_people(contents, project.registry, self.report)
        if is_all_read:
            check_coverage(project.compilation, self.report)
        self.translations(is_all_read=is_all_read)
        return project

    def translations(self, *, is_all_read: bool) -> None:
        """Every catalogue, against the messages of the book; a book may do without any."""
        project, mark = self.project, self.report.mark
        catalogues: dict[str, Catalogue] = {}
        for name in self.files.names(TRANSLATIONS, ".po"):
            path, source = f"{TRANSLATIONS}/{name}", name.removesuffix(".po")
            text = self.files.spec_text(path)
            catalogue = None if text is None else read_catalogue(text, path, self.report)
            if catalogue is None:
                continue
            catalogues[source] = catalogue
            if project.registry.declared is not None and source not in project.registry.declared:
                message = f"there is no source '{source}' that this could be the translation of"
                hint = f"name the file after a source: {', '.join(project.registry.declared)}"
                self.report.warning(Code.UNKNOWN_CATALOGUE, message, Place(path), hint)
        manuscript = project.compilation.manuscript if project.compilation else None
        if manuscript is not None:
            project.translations = merge_all(messages(manuscript, project.revisions), catalogues)
            if is_all_read and not self.report.has_errors_since(mark):
                project.check_translations(Severity.WARNING, self.report)

    def registry(self, printed: tuple[Language, ...]) -> None:
        """The registry."""
        value = self.files.value(REGISTRY, "say in it what each document is")
        if value is not None:
            self.project.registry = read_registry(value, self.report, printed)

    def sources(self) -> None:
        """Every document that the registry declares; what else lies in the folder is reported."""
        named = {"sources.yaml"}
        sources = []
        for entry in self.project.registry.entries:
            named.add(entry.file.text.strip())
            mark = self.report.mark
            document = self.document(entry)
            if document is not None:
                source = read_source(document, self.report)
                sources.append(source)
                if not self.report.has_errors_since(mark):
                    self.sound_sources.append(source)
        self.project.sources = tuple(sources)
        if self.project.registry.declared is None or self.report.has_errors_in(REGISTRY):
            return
        for name in self.files.names("seeds"):
            if name not in named and not name.startswith(".") and (self.project.root / "seeds" / name).is_file():
                message = "the registry does not say what this document is"
                place = Place(f"seeds/{name}")
                self.report.warning(Code.UNDECLARED_DOCUMENT, message, place, f"declare it in {REGISTRY}")

    def document(self, declared: Declaration) -> Document | None:
        """What the registry declares → the document, or None, and a mistake reported, where its file cannot be read."""
        name = declared.file.text.strip()
        if Path(name).is_absolute() or ".." in Path(name).parts:
            message = f"'{name}' lies outside the folder {FOLDER}/"
            self.report.error(Code.BAD_VALUE, message, declared.file.place, f"copy the document into {FOLDER}/")
            return None
        text = self.files.document_text(declared.path, declared.file.place)
        recording = self.project.registry.recording(declared.recording)
        return None if text is None else Document(declared, text, recording)

    def book(self) -> Contents:
        """The book, None where anything in its file is wrong, and its contents as far as they could be read."""
        value = self.files.value(BOOK, "it gives the book its title, editions and order")
        if value is None:
            return Contents()
        contents, self.project.book = read_book(value, self.report)
        return contents

    def chapters(self, contents: Contents, printed: tuple[Language, ...]) -> None:
        """Every chapter's file; where the order could be read whole, files that it lacks are reported."""
        slugs = [name.removesuffix(".yaml") for name in self.files.names("chapters", ".yaml")]
        slugs = [slug for slug in slugs if slug not in NOT_CHAPTERS]
        check_order(contents, slugs, self.report)
        ordered = {slug.text for slug in contents.order}
        specs = []
        for slug in slugs:
            path = f"chapters/{slug}.yaml"
            if slug not in ordered and not self.report.has_errors_in(BOOK):
                message = f"the order in {BOOK} does not name this chapter"
                hint = f"add '{slug}' to 'chapters', or delete the file"
                self.report.error(Code.CHAPTER_NOT_IN_ORDER, message, Place(path), hint)
            if (value := self.files.value(path)) is not None:
                specs.append(read_chapter(value, slug, path, self.report, printed))
        self.project.chapters = tuple(specs)
