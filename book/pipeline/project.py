"""A book project's folder → everything its files say, read once, with every mistake in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from book.copyediting.proofs import differing_opinions, proof
from book.copyediting.revisions import Revisions
from book.copyediting.stylebook import Stylebook, compile_stylebook
from book.diagnostics import Code, Diagnostic, Place, Severity, in_reading_order
from book.editorial.checks import check_order, check_people
from book.editorial.compiling import Compilation, compile_manuscript
from book.model.language import Edition, Language, printed_languages
from book.model.source import Source
from book.readers import read_source
from book.readers.document import Document
from book.scripts.conversion import other_scripts
from book.specs.book_spec import BookSpec, read_book
from book.specs.chapter_spec import ChapterSpec, read_chapter
from book.specs.corrections_spec import CorrectionSpec, read_corrections
from book.specs.registry import Entry, Registry, read_registry
from book.specs.terms_spec import TermsSpec, read_terms
from book.specs.yaml_values import Value, read_yaml
from book.text.characters import decode
from book.translation.catalogue import Catalogue
from book.translation.fair_copy import FairCopy, fair_copy
from book.translation.messages import messages
from book.translation.po import read_catalogue
from book.translation.translations import (
    TRANSLATIONS,
    Translations,
    differing_pairs,
    merge_all,
    unfinished,
    unprinted_notes,
)

REGISTRY = "seeds/sources.yaml"
BOOK = "chapters/book.yaml"
TERMS = "chapters/terms.yaml"
CORRECTIONS = "chapters/corrections.yaml"
NOT_CHAPTERS = ("book", "terms", "corrections")
"""Files in ``chapters/`` that are no chapters."""


class NoProjectError(Exception):
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
    found: list[Diagnostic] = field(default_factory=list)
    _copies: dict[Language, FairCopy] = field(default_factory=dict)

    @property
    def style(self) -> Stylebook:
        """The house style."""
        return self.revisions.style

    def copies(self, edition: Edition) -> dict[Language, FairCopy]:
        """The fair copies that an edition is set from; each is made once."""
        assert self.compilation is not None
        manuscript = self.compilation.manuscript
        for language in edition.languages:
            if language not in self._copies:
                self._copies[language] = fair_copy(manuscript, language, self.revisions, self.translations)
        return {language: self._copies[language] for language in edition.languages}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every mistake, in reading order."""
        return in_reading_order(self.found)

    def proofread(self, *, strictly: bool) -> None:
        """Look through every text of every edition; ``strictly`` asks the second converter as well."""
        editions = self.book.editions if self.book else ()
        languages = printed_languages(editions)
        for language in languages:
            for source in self.sources:
                self.found += proof(source, language, self.revisions)
                if strictly and other_scripts(language):
                    self.found += differing_opinions(source, language, self.revisions)
        self.found += differing_pairs(self.translations, self.style)
        if self.compilation is not None:
            self.found += unprinted_notes(self.translations, self.compilation.manuscript)

    def unfinished(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The translations that the book's editions need and do not have: warnings in a draft, errors in a release."""
        editions = self.book.editions if self.book else ()
        return tuple(unfinished(self.translations, editions, severity))

    @property
    def is_sound(self) -> bool:
        """Whether the book can be built."""
        return not any(d.severity is Severity.ERROR for d in self.found)


def load_project(root: Path) -> Project:
    """A folder → its project. Raises NoProjectError where there is no such folder."""
    if not (root / "seeds").is_dir() and not (root / "chapters").is_dir():
        raise NoProjectError(f"{root} is no book project: it has neither a folder 'seeds' nor a folder 'chapters'")
    return _Loader(root).load()


class _Loader:
    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.complete = True
        """Whether every file could be read whole; only then can something be said to be unused."""
        self.sound_sources: list[Source] = []
        """The sources without errors; the addresses of the others mean nothing until they are mended."""
        self.order_is_known = False
        """Whether the order could be read whole, so that a file that is not in it can be said to be missing there."""

    def load(self) -> Project:
        project = self.project
        self.registry()
        self.sources()
        self.book()
        self.stylebook()
        self.chapters()
        if project.book is not None:
            if project.registry.people:
                project.found += check_people(project.book, project.registry)
            project.compilation = compile_manuscript(
                project.book,
                project.chapters,
                tuple(self.sound_sources),
                project.registry.recordings,
                project.registry.declared,
                complete=self.complete,
            )
            project.found += project.compilation.diagnostics
            self.translations(project.compilation)
        return project

    def translations(self, compilation: Compilation) -> None:
        """Every catalogue, against the messages of the book; a book may do without any."""
        project = self.project
        folder = project.root / TRANSLATIONS
        catalogues: dict[str, Catalogue] = {}
        for name in sorted(p.name for p in folder.glob("*.po")) if folder.is_dir() else ():
            path = f"{TRANSLATIONS}/{name}"
            source = name.removesuffix(".po")
            text = self.text(path, Place(path))
            if text is None:
                continue
            catalogues[source], diagnostics = read_catalogue(text, path)
            self.report(diagnostics)
            if project.registry.declared is not None and source not in project.registry.declared:
                message = f"there is no source '{source}' that this could be the translation of"
                hint = f"name the file after a source: {', '.join(project.registry.declared)}"
                self.report([Diagnostic.warning(Code.UNKNOWN_CATALOGUE, message, Place(path), hint)])
        project.translations = merge_all(messages(compilation.manuscript, project.revisions), catalogues)
        if self.complete:
            self.report(project.unfinished(Severity.WARNING))

    def registry(self) -> None:
        """The registry."""
        value = self.yaml(REGISTRY, "say in it what each document is")
        if value is not None:
            self.project.registry, diagnostics = read_registry(value)
            self.report(diagnostics)

    def sources(self) -> None:
        """Every document that the registry declares; what else lies in the folder is reported."""
        named = {"sources.yaml"}
        sources = []
        for entry in self.project.registry.entries:
            path = entry.file.text.strip()
            named.add(path)
            document = self.document(entry, path)
            if document is None:
                self.complete = False
                continue
            source, diagnostics = read_source(document)
            sources.append(source)
            if entry.is_sound:
                self.report(diagnostics)
                if not any(d.severity is Severity.ERROR for d in diagnostics):
                    self.sound_sources.append(source)
        self.project.sources = tuple(sources)
        folder = self.project.root / "seeds"
        for name in sorted(p.name for p in folder.iterdir() if p.is_file()) if folder.is_dir() else ():
            if self.project.registry.entries and name not in named and not name.startswith("."):
                message = "the registry does not say what this document is"
                place = Place(f"seeds/{name}")
                self.project.found.append(
                    Diagnostic.warning(Code.UNDECLARED_DOCUMENT, message, place, f"declare it in {REGISTRY}")
                )

    def document(self, entry: Entry, path: str) -> Document | None:
        if Path(path).is_absolute() or ".." in Path(path).parts:
            message = f"'{path}' lies outside the folder seeds/"
            self.project.found.append(
                Diagnostic.error(Code.BAD_VALUE, message, entry.file.place, "copy the document into seeds/")
            )
            return None
        text = self.text(f"seeds/{path}", entry.file.place)
        if text is None or entry.format == "":
            return None
        return Document(
            id=entry.id,
            path=f"seeds/{path}",
            text=text,
            format=entry.format,
            language=entry.language,
            kind=entry.kind,
            title=entry.title,
            short=entry.short,
            recording=self.project.registry.recording(entry.recording),
            headings=entry.headings,
            metadata=entry.metadata,
            kinds=entry.kinds,
            quoted=entry.quoted.text if entry.quoted else None,
            speakers=tuple((label, scalar.text) for label, scalar in entry.speakers),
            place=entry.place,
        )

    def book(self) -> None:
        value = self.yaml(BOOK, "it gives the book its title, editions and order")
        if value is None:
            return
        self.project.book, diagnostics = read_book(value)
        self.report(diagnostics)
        self.order_is_known = self.project.book is not None and not diagnostics

    def stylebook(self) -> None:
        """The term base and the corrections; a book may do without either."""
        terms = TermsSpec()
        corrections: tuple[CorrectionSpec, ...] = ()
        wrong: list[Diagnostic] = []
        if (self.project.root / TERMS).exists() and (value := self.yaml(TERMS, "")) is not None:
            terms, wrong = read_terms(value)
            self.report(wrong)
        if (self.project.root / CORRECTIONS).exists() and (value := self.yaml(CORRECTIONS, "")) is not None:
            corrections, wrong = read_corrections(value)
            self.report(wrong)
        declared = self.project.registry.declared
        style, wrong = compile_stylebook(terms, corrections, tuple(self.sound_sources), declared)
        self.project.revisions = Revisions(style)
        self.project.found += wrong

    def chapters(self) -> None:
        """Every chapter's file; where the order is known, files that it lacks are reported."""
        folder = self.project.root / "chapters"
        slugs = sorted(p.stem for p in folder.glob("*.yaml")) if folder.is_dir() else []
        slugs = [slug for slug in slugs if slug not in NOT_CHAPTERS]
        book = self.project.book
        if book is not None:
            wrong = check_order(book, slugs)
            self.report(wrong)
            self.order_is_known &= not wrong
        ordered = {slug.text for slug in book.order} if book else set()
        specs = []
        for slug in slugs:
            path = f"chapters/{slug}.yaml"
            if self.order_is_known and slug not in ordered:
                message = f"the order in {BOOK} does not name this chapter"
                hint = f"add '{slug}' to 'chapters', or delete the file"
                self.report([Diagnostic.error(Code.CHAPTER_NOT_IN_ORDER, message, Place(path), hint)])
            value = self.yaml(path, "")
            if value is not None:
                spec, diagnostics = read_chapter(value, slug, path)
                self.report(diagnostics)
                specs.append(spec)
        self.project.chapters = tuple(specs)

    def yaml(self, path: str, hint: str) -> Value | None:
        """A YAML file → its value, or None with a diagnostic."""
        text = self.text(path, Place(path), hint)
        value = None
        if text is not None:
            value, diagnostics = read_yaml(text, path)
            self.report(diagnostics)
        if value is None:
            self.complete = False
        return value

    def text(self, path: str, named_at: Place, hint: str = "") -> str | None:
        """A file → its text, or None with a diagnostic where it was named."""
        error: tuple[Code, str, str] | None = None
        data = b""
        try:
            data = (self.project.root / path).read_bytes()
        except FileNotFoundError:
            error = (Code.FILE_MISSING, f"there is no file {path}", hint or "is its name spelled as on the disk?")
        except IsADirectoryError:
            error = (Code.NOT_A_FILE, f"{path} is a folder, not a file", hint or "name the file inside it")
        except NotADirectoryError:
            error = (Code.FILE_MISSING, f"there is no file {path}", hint or "a part of its path is no folder")
        except PermissionError:
            error = (Code.FILE_UNREADABLE, f"{path} may not be read", "give yourself permission: chmod u+r")
        except (OSError, ValueError) as other:
            error = (Code.FILE_UNREADABLE, f"{path} cannot be read: {other}", "put a plain file in its place")
        if error:
            code, message, remedy = error
            self.report([Diagnostic.error(code, message, named_at, remedy)])
            return None
        text, diagnostics = decode(data, path)
        self.project.texts[path] = text
        self.report(diagnostics)
        is_input = path.startswith("seeds/") and path != REGISTRY
        if is_input and not text.strip():
            self.report(
                [Diagnostic.error(Code.FILE_EMPTY, "the document is empty", Place(path), "is it the right file?")]
            )
            return None
        return text if is_input or not diagnostics else None

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take note of mistakes; after an error in a spec nothing can be said to be unused."""
        diagnostics = list(diagnostics)
        self.project.found += diagnostics
        if any(d.severity is Severity.ERROR for d in diagnostics):
            self.complete = False
